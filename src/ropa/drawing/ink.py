"""How things look: colours, line weights, corners and sizes. Nothing is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

INK = "#1a1a1a"
MUTED = "#4a4a4a"
PAPER = "#ffffff"
LEAVING = "#9c1c1c"
"""Flows that leave the EEA; they are also thicker and carry a mark."""

DASHED = (5.0, 3.0)
DOTTED = (1.4, 2.6)
DASH_DOTTED = (6.0, 2.6, 1.4, 2.6)
UNNAMED = (3.0, 2.2)


@dataclass(frozen=True, slots=True)
class Look:
    """How a box shows the role of a party: fill, outline, its weight, the corners, and whether it is double."""

    fill: str
    stroke: str
    line: float
    corner: Literal["square", "round", "cut", "pill"] = "square"
    double: bool = False


LOOKS = {
    "people": Look("#fff3d1", "#7a5c00", 1.0, "pill"),
    "controller": Look("#dbe8f8", "#1f4e8c", 2.0),
    "joint-controller": Look("#dbe8f8", "#1f4e8c", 1.6, double=True),
    "authority-inquiry": Look("#f1e4f4", "#6b2c7c", 1.0, "cut"),
    "own-staff": Look("#f3ebe3", "#6b4a2f", 0.9, "round"),
    "processor": Look("#e2f1e5", "#2b6b3a", 0.9),
    "sub-processor": Look("#f3f9f4", "#2b6b3a", 0.7, double=True),
    "": Look("#f6f6f6", "#5a5a5a", 0.7),
}
"""By role; a party with several roles looks like the first of them in this order."""

OUTSIDE = Look("#fbeaea", LEAVING, 1.8, "cut")
"""The parties of a country outside the EEA, where they are drawn as one."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in points."""

    box: float
    label: float
    name: float = 9.0
    small: float = 7.2
    pad: float = 6.0
    leading: float = 1.22
    """Distance between lines of text, as a part of their size."""
    gap: float = 16.0
    """Distance between boxes of a column."""
    column_gap: float = 26.0
    port: float = 9.0
    """Height that a box needs for each edge on one side."""
    terse: bool = False
    """Whether nothing is said twice and one line must do: where there is little room."""
    quiet: bool = False
    """Whether boxes say the role of a party, so that a flow to it in that role need not: where there is still less."""


ROOMY = Measures(box=144.0, label=148.0)
COMPACT = Measures(box=120.0, label=112.0, name=8.2, small=7.0, pad=5.0)
DENSE = Measures(
    box=132.0,
    label=138.0,
    name=7.2,
    small=7.0,
    pad=3.0,
    leading=1.12,
    gap=5.0,
    column_gap=11.0,
    port=5.5,
    terse=True,
)
IN_COLUMN = tuple(
    replace(DENSE, box=box, label=label, quiet=quiet, column_gap=8.0 if quiet else DENSE.column_gap)
    for quiet, box, label in (
        (False, 116.0, 118.0),
        (False, 104.0, 102.0),
        (False, 94.0, 90.0),
        (True, 116.0, 118.0),
        (True, 104.0, 102.0),
        (True, 94.0, 90.0),
        (True, 86.0, 86.0),
        (True, 78.0, 78.0),
    )
)
"""Where a picture is to fit on a page and is too wide for that otherwise: the first of these that is not.
In the narrowest one some fourteen letters still stand on a line: of less, words are broken into crumbs."""
MARGIN = 20.0

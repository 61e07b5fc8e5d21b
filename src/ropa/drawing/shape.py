"""The shapes a picture is made of: one geometry, drawn alike on screen and on paper.

Lengths are points (1/72 inch); x runs right, y runs down from the top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 0.8
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """A chain of cubic Bézier pieces: a start point, then three points for each piece."""

    points: tuple[Point, ...]
    stroke: str
    line: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape with straight sides: arrow heads, crossing marks."""

    points: tuple[Point, ...]
    fill: str | None = None
    stroke: str | None = None
    line: float = 0.8


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    fill: str = "#000000"
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that mean one thing together: a party, a flow, the legend. `description` says it in words.

    `edges` are the keys of the edges of the sharing graph that a drawn flow stands for.
    """

    key: str
    description: str
    shapes: tuple[Box | Curve | Polygon | Words, ...]
    edges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing: its size, what it is called, what it shows in words, and its groups from back to front."""

    width: float
    height: float
    title: str
    description: str
    language: str
    groups: tuple[Group, ...]

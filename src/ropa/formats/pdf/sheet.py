"""The paper and the hand: page sizes, margins, type sizes and the few colours of the printed report.

Lengths are points (1/72 inch).
"""

from __future__ import annotations

from typing import NamedTuple

ACCENT = "#0b4f5c"
"""The one accent, a dark blue-green: headings, links and the rule under a table's heading."""
BLACK = "#1a2226"
GREY = "#58646b"
"""Less than a fact, yet 6.1 : 1 on white: above the 4.5 : 1 that WCAG 2.2 asks of text."""
HAIRLINE = "#cdd5d8"


class Ink(NamedTuple):
    """How a line of text is set."""

    size: float
    bold: bool = False
    colour: str = BLACK


class Sheet(NamedTuple):
    """A sheet of paper with its margins; what is printed on it is measured from the top left of the `body`."""

    width: float
    height: float
    side: float = 56.0
    top: float = 72.0
    bottom: float = 62.0

    @property
    def body_width(self) -> float:
        """The room between the side margins."""
        return self.width - 2 * self.side

    @property
    def body_height(self) -> float:
        """The room between the running header and the footer."""
        return self.height - self.top - self.bottom


A4 = (595.28, 841.89)
PORTRAIT = Sheet(*A4)
LANDSCAPE = Sheet(A4[1], A4[0], top=66.0, bottom=58.0)
POSTER = Sheet(A4[1], 2 * A4[0])
SPREAD = Sheet(2 * A4[0], A4[1], top=66.0, bottom=58.0)
"""A3, upright and on its side, for a picture that cannot be read on less."""
SHEETS = (PORTRAIT, LANDSCAPE, POSTER, SPREAD)
LARGE = (POSTER, SPREAD)

BASELINE = 0.77
"""Where the baseline lies within a line, from its top: caps look centred in the typeface used."""
HEADER_AT = 40.0
FOOTER_AT = 34.0
BULLET = "• "

TEXT = Ink(9.25)
TEXT_PITCH = 12.75
LABEL = Ink(8.75, False, ACCENT)
NOTE = Ink(7.0, False, GREY)
FURNITURE = Ink(7.5, False, GREY)
FURNITURE_PITCH = 9.5
TITLE = Ink(24.0, True, ACCENT)
TITLE_PITCH = 30.0
SUBTITLE = Ink(12.5, False, GREY)
SUBTITLE_PITCH = 18.0


class Heading(NamedTuple):
    """How the heading of one depth is set: its ink, its lines, the space over and under it."""

    ink: Ink
    pitch: float
    above: float
    pad: float
    rule: bool = False


HEADINGS = (
    Heading(Ink(16.0, True, ACCENT), 21.0, 30.0, 4.0, rule=True),
    Heading(Ink(12.0, True, ACCENT), 16.0, 22.0, 3.0),
    Heading(Ink(10.0, True, BLACK), 13.5, 15.0, 2.0),
    Heading(Ink(9.25, True, GREY), 12.75, 11.0, 2.0),
)


def heading(level: int) -> Heading:
    """The heading of a depth, 1 being the top; below the last one they all look alike."""
    return HEADINGS[min(level, len(HEADINGS)) - 1]

"""Outlines: the frame that shows a role, the badge that shows a country."""

from __future__ import annotations

from ropa.drawing.ink import INK, PAPER, UNNAMED, Look
from ropa.drawing.shape import Box, Curve, Point, Polygon, Words
from ropa.typeface import width

Shape = Box | Curve | Polygon | Words
BADGE = 11.0
BADGE_TEXT = 7.0
CUT = 7.0
INSET = 2.4


def frame(x: float, y: float, wide: float, high: float, look: Look, named: bool = True) -> tuple[Shape, ...]:
    """The outline of a party; dashed where it is a category without names."""
    dash = () if named else UNNAMED
    if look.corner == "cut":
        return _cut(x, y, wide, high, look, dash)
    radius = {"square": 0.0, "round": 7.0, "pill": min(high / 2, 16.0)}.get(look.corner, 0.0)
    outer = Box(x, y, wide, high, look.fill, look.stroke, look.line, radius, dash)
    if not look.double:
        return (outer,)
    inner = Box(x + INSET, y + INSET, wide - 2 * INSET, high - 2 * INSET, None, look.stroke, look.line / 2)
    return outer, inner


def _cut(
    x: float, y: float, wide: float, high: float, look: Look, dash: tuple[float, ...]
) -> tuple[Shape, ...]:
    cut = min(CUT, high / 3)
    right, low = x + wide, y + high
    corners = (
        (x + cut, y),
        (right - cut, y),
        (right, y + cut),
        (right, low - cut),
        (right - cut, low),
        (x + cut, low),
        (x, low - cut),
        (x, y + cut),
    )
    # A polygon has no dashes, so that the outline is a curve of straight pieces.
    points: list[Point] = [corners[0]]
    for corner in (*corners[1:], corners[0]):
        points += [points[-1], corner, corner]
    return Polygon(corners, fill=look.fill), Curve(tuple(points), look.stroke, look.line, dash)


def badge_width(text: str) -> float:
    """How wide the badge of a country is."""
    return width(text, BADGE_TEXT, bold=True) + 7.0


def badge(x: float, y: float, text: str, outside: bool) -> tuple[Shape, ...]:
    """A country: dark where it lies outside the EEA, light where inside."""
    wide = badge_width(text)
    return (
        Box(x, y, wide, BADGE, INK if outside else PAPER, INK, 0.7, 2.0),
        Words(x + wide / 2, y + 8.1, text, BADGE_TEXT, True, PAPER if outside else INK, "middle"),
    )

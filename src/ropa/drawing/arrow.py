"""The line of a flow with its head."""

from __future__ import annotations

from math import hypot

from ropa.drawing.flows import Kind
from ropa.drawing.frame import Shape
from ropa.drawing.ink import DASH_DOTTED, DASHED, DOTTED, INK, LEAVING, LOOKS, PAPER
from ropa.drawing.shape import Curve, Point, Polygon

HEAD = 7.5
THICK = 2.4
THIN = 1.1


def arrow(points: tuple[Point, ...], kind: Kind) -> tuple[Shape, ...]:
    """A line along the curve that ends in a head; dashes, dots, weight and a hollow head tell its kind."""
    colour, line, dash = _stroke(kind)
    tip = points[-1]
    before = next((point for point in reversed(points) if point != tip), None)
    if before is None:
        return (Curve(points, colour, line, dash),)
    length = hypot(tip[0] - before[0], tip[1] - before[1])
    along = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    size = HEAD * (1.25 if line > THIN else 1.0)
    base = tip[0] - along[0] * size, tip[1] - along[1] * size
    half = size * 0.42
    head = Polygon(
        (
            tip,
            (base[0] - along[1] * half, base[1] + along[0] * half),
            (base[0] + along[1] * half, base[1] - along[0] * half),
        ),
        fill=PAPER if kind.open else colour,
        stroke=colour if kind.open else None,
        line=THIN,
    )
    # The line ends inside the head: its blunt end would stick out beside the tip.
    inside = 1.0 if kind.open else 0.7
    end = tip[0] - along[0] * size * inside, tip[1] - along[1] * size * inside
    control = end if points[-2] == tip else points[-2]
    return Curve((*points[:-2], control, end), colour, line, dash), head


def _stroke(kind: Kind) -> tuple[str, float, tuple[float, ...]]:
    dash: tuple[float, ...] = ()
    if kind.open:
        dash = DASH_DOTTED if kind.possible else DASHED
    elif kind.possible:
        dash = DOTTED
    if kind.leaves:
        return LEAVING, THICK, dash
    if kind.begins:
        return LOOKS["people"].stroke, THIN, dash
    known = len(kind.role) == 1 and kind.role[0] in LOOKS
    return LOOKS[kind.role[0]].stroke if known else INK, THIN, dash

"""Draw a picture's shapes as vectors on a page: the same geometry that the screen shows, its y turned round."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ropa import typeface
from ropa.drawing.shape import Box, Curve, Polygon, Words
from ropa.formats.pdf.row import Drawing


@lru_cache(maxsize=256)
def parts_of(name: str) -> tuple[float, float, float]:
    """The red, green and blue of a colour written `#rrggbb`. Nothing else is understood."""
    red, green, blue = (int(name[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


@lru_cache(maxsize=256)
def rgb(name: str) -> str:
    """The same as PDF writes it.

    >>> rgb("#ff0080")
    '1 0 0.502'
    """
    return " ".join(f"{part:.3g}" for part in parts_of(name))


def draw_picture(canvas: Any, drawing: Drawing, left: float, top: float) -> None:
    """Draw it with its top edge at `top`, shrunk as laid out."""
    canvas.saveState()
    across, down = (length * drawing.scale for length in drawing.corner)
    canvas.translate(left + drawing.x - across, top + down)
    canvas.scale(drawing.scale, drawing.scale)
    for group in drawing.picture.groups:
        for shape in group.shapes:
            _draw_shape(canvas, shape)
    canvas.restoreState()


def _draw_shape(canvas: Any, shape: Box | Curve | Polygon | Words) -> None:
    if isinstance(shape, Words):
        _draw_words(canvas, shape)
    elif isinstance(shape, Box):
        fill, stroke = _pens(canvas, shape.fill, shape.stroke, shape.line, shape.dash)
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        canvas.roundRect(
            shape.x, -shape.y - shape.height, shape.width, shape.height, radius, fill=fill, stroke=stroke
        )
    elif isinstance(shape, Curve):
        _draw_curve(canvas, shape)
    else:
        _draw_polygon(canvas, shape)


def _draw_words(canvas: Any, shape: Words) -> None:
    text = typeface.printable(shape.text)
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    x = shape.x - (typeface.width(text, shape.size, shape.bold) * shift if shift else 0.0)
    canvas.setFont(typeface.BOLD if shape.bold else typeface.REGULAR, shape.size)
    canvas.setFillColorRGB(*parts_of(shape.fill))
    canvas.drawString(x, -shape.y, text)


def _draw_curve(canvas: Any, shape: Curve) -> None:
    _pens(canvas, None, shape.stroke, shape.line, shape.dash)
    path = canvas.beginPath()
    (x, y), *rest = shape.points
    path.moveTo(x, -y)
    for at in range(0, len(rest) - 2, 3):
        (ax, ay), (bx, by), (cx, cy) = rest[at : at + 3]
        path.curveTo(ax, -ay, bx, -by, cx, -cy)
    canvas.drawPath(path, fill=0, stroke=1)


def _draw_polygon(canvas: Any, shape: Polygon) -> None:
    fill, stroke = _pens(canvas, shape.fill, shape.stroke, shape.line, ())
    path = canvas.beginPath()
    (x, y), *rest = shape.points
    path.moveTo(x, -y)
    for x, y in rest:
        path.lineTo(x, -y)
    path.close()
    canvas.drawPath(path, fill=fill, stroke=stroke)


def _pens(
    canvas: Any, fill: str | None, stroke: str | None, line: float, dash: Sequence[float]
) -> tuple[int, int]:
    """Take up the pens; whether there is something to fill and something to stroke."""
    if fill:
        canvas.setFillColorRGB(*parts_of(fill))
    if stroke:
        canvas.setStrokeColorRGB(*parts_of(stroke))
        canvas.setLineWidth(line)
        canvas.setDash(list(dash))
    return int(bool(fill)), int(bool(stroke))

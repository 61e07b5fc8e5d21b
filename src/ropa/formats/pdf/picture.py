"""Draw a picture's shapes as vectors on a page: the same geometry that the screen shows, its y turned round.

The operators are written straight away: the library's own paths spend most of their time on writing numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ropa import typeface
from ropa.drawing.shape import Box, Curve, Polygon, Words
from ropa.formats.pdf.row import Drawing

if TYPE_CHECKING:
    from ropa.formats.pdf.pen import Pen

ROUND = 0.4477
"""How far from its corner the handle of a rounded one lies, as a part of the radius: then it is a quarter of a circle."""
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Which part of a line of text lies before the point it is set at."""


@lru_cache(maxsize=256)
def rgb(name: str) -> str:
    """The red, green and blue of a colour written `#rrggbb`, as PDF writes them. Nothing else is understood.

    >>> rgb("#ff0080")
    '1 0 0.502'
    """
    return " ".join(f"{int(name[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def picture(pen: Pen, drawing: Drawing, left: float, top: float) -> str:
    """The operators that draw it with its top edge at `top`, shrunk as laid out."""
    across, down = drawing.corner
    scale = drawing.scale
    hand = _Hand(pen, left + drawing.x - across * scale, top + down * scale, scale)
    written = [one for group in drawing.picture.groups for shape in group.shapes for one in hand.shape(shape)]
    return "\n".join(("q", *written, "Q"))


class _Hand:
    """Writes shapes at a place and a scale, and takes up a pen only where it is not held yet."""

    def __init__(self, pen: Pen, x: float, y: float, scale: float) -> None:
        self._pen, self._x, self._y, self._scale = pen, x, y, scale
        self._held: dict[str, str] = {}

    def shape(self, shape: Box | Curve | Polygon | Words) -> Iterator[str]:
        """The operators of a shape."""
        if isinstance(shape, Words):
            yield from self._words(shape)
            return
        stroke, fill = shape.stroke, None if isinstance(shape, Curve) else shape.fill
        if not (stroke or fill):
            return
        yield from self._pens(fill, stroke, shape.line, () if isinstance(shape, Polygon) else shape.dash)
        if isinstance(shape, Box):
            yield self._box(shape)
        else:
            yield self._curve(shape.points) if isinstance(shape, Curve) else self._polygon(shape.points)
        yield "B" if fill and stroke else "f" if fill else "S"

    def _words(self, shape: Words) -> Iterator[str]:
        text = typeface.printable(shape.text)
        part = SHIFT[shape.anchor]
        x = shape.x - (typeface.width(text, shape.size, shape.bold) * part if part else 0.0)
        yield from self._take("rg", rgb(shape.fill))
        said = [f"BT 1 0 0 1 {self._at(x, shape.y)} Tm"]
        for font, written in self._pen.runs(text, bold=shape.bold):
            said += self._take("Tf", f"{font} {shape.size * self._scale:.3g}")
            said.append(f"({written}) Tj")
        yield " ".join((*said, "ET"))

    def _pens(
        self, fill: str | None, stroke: str | None, line: float, dash: Sequence[float]
    ) -> Iterator[str]:
        if fill:
            yield from self._take("rg", rgb(fill))
        if stroke:
            yield from self._take("RG", rgb(stroke))
            yield from self._take("w", f"{line * self._scale:.3g}")
            yield from self._take("d", f"[{' '.join(f'{one * self._scale:.3g}' for one in dash)}] 0")

    def _take(self, what: str, how: str) -> Iterator[str]:
        if self._held.get(what) != how:
            self._held[what] = how
            yield f"{how} {what}"

    def _at(self, x: float, y: float) -> str:
        return f"{self._x + x * self._scale:.2f} {self._y - y * self._scale:.2f}"

    def _polygon(self, points: Sequence[tuple[float, float]]) -> str:
        first, *rest = [self._at(x, y) for x, y in points]
        return " ".join([f"{first} m", *(f"{one} l" for one in rest), "h"])

    def _curve(self, points: Sequence[tuple[float, float]]) -> str:
        first, *rest = [self._at(x, y) for x, y in points]
        pieces = zip(rest[::3], rest[1::3], rest[2::3], strict=False)
        return " ".join([f"{first} m", *(f"{one} {two} {three} c" for one, two, three in pieces)])

    def _box(self, shape: Box) -> str:
        x, y, wide, high = shape.x, shape.y, shape.width, shape.height
        radius = min(shape.radius, wide / 2, high / 2)
        if radius <= 0:
            return f"{self._at(x, y + high)} {wide * self._scale:.2f} {high * self._scale:.2f} re"
        near, right, bottom = ROUND * radius, x + wide, y + high
        # From the top left corner round to the right: a side, then the quarter of a circle at its end.
        corners = (
            ((right - radius, y), (right - near, y), (right, y + near), (right, y + radius)),
            (
                (right, bottom - radius),
                (right, bottom - near),
                (right - near, bottom),
                (right - radius, bottom),
            ),
            ((x + radius, bottom), (x + near, bottom), (x, bottom - near), (x, bottom - radius)),
            ((x, y + radius), (x, y + near), (x + near, y), (x + radius, y)),
        )
        said = [f"{self._at(x + radius, y)} m"]
        for start, one, two, end in corners:
            said.append(f"{self._at(*start)} l {self._at(*one)} {self._at(*two)} {self._at(*end)} c")
        return " ".join((*said, "h"))

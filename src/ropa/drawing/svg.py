"""Writes a picture as SVG: one file that stands alone, runs nothing, fetches nothing, and can be read aloud."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from ropa.drawing.shape import Box, Curve, Group, Picture, Point, Polygon, Words
from ropa.typeface import printable

FAMILY = "DejaVu Sans, Verdana, sans-serif"
_ZEROS = re.compile(r"(\.\d*?[1-9])0+(?!\d)|\.0+(?!\d)")
_MINUS = re.compile(r"-0(?![.\d])")


def svg(picture: Picture, mark: str = "", corner: Point = (0.0, 0.0)) -> str:
    """The picture as the text of an SVG file; the same picture gives the same text.

    `mark` begins its identifiers, where several pictures stand in one page; without one they come from what it shows.
    `corner` is where the part of it begins that is shown.

    Each group carries its key (`data-key`), what it is (`class`), and its description as `title`; a flow also the
    keys of the edges it stands for, as a JSON list (`data-edges`).
    """
    # In a page with several pictures the identifiers must differ.
    mark = mark or f"p{crc32((picture.title + picture.description).encode('utf-8', 'replace')):08x}"
    wide, high = _number(picture.width), _number(picture.height)
    across, down = map(_number, corner)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt" viewBox="{across} {down} {wide} {high}"'
        f' lang={_attribute(picture.language)} xml:lang={_attribute(picture.language)} role="img"'
        f' aria-labelledby="{mark}t {mark}d" font-family="{FAMILY}">',
        f'<title id="{mark}t">{_text(picture.title)}</title>',
        f'<desc id="{mark}d">{_text(picture.description)}</desc>',
    ]
    for group in picture.groups:
        lines += _group(group)
    return "\n".join([*lines, "</svg>", ""])


def _group(group: Group) -> list[str]:
    kind = group.key.partition(":")[0]
    edges = f" data-edges={_attribute(json.dumps(group.edges))}" if group.edges else ""
    lines = [f"<g class={_attribute(kind)} data-key={_attribute(group.key)}{edges}>"]
    if group.description:
        lines.append(f"<title>{_text(group.description)}</title>")
    return [*lines, *(_shape(shape) for shape in group.shapes), "</g>"]


def _shape(shape: Box | Curve | Polygon | Words) -> str:
    if isinstance(shape, Box):
        return _box(shape)
    if isinstance(shape, Curve):
        return f'<path d="{_path(shape.points)}" fill="none"{_stroke(shape.stroke, shape.line, shape.dash)}/>'
    if isinstance(shape, Polygon):
        corners = " ".join(_pairs(shape.points))
        return f'<polygon points="{corners}"{_fill(shape.fill)}{_stroke(shape.stroke, shape.line)}/>'
    return _words(shape)


def _box(box: Box) -> str:
    rounded = f' rx="{_number(box.radius)}"' if box.radius else ""
    return (
        f'<rect x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}" height="{_number(box.height)}"'
        f"{rounded}{_fill(box.fill)}{_stroke(box.stroke, box.line, box.dash)}/>"
    )


def _words(words: Words) -> str:
    weight = ' font-weight="bold"' if words.bold else ""
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    return (
        f'<text x="{_number(words.x)}" y="{_number(words.y)}" font-size="{_number(words.size)}"{weight}{anchor}'
        f"{_fill(words.fill)}>{_text(words.text)}</text>"
    )


def _path(points: tuple[Point, ...]) -> str:
    pairs = _pairs(points)
    return f"M{pairs[0]}" + "".join([f"C{' '.join(pairs[at : at + 3])}" for at in range(1, len(pairs), 3)])


@lru_cache
def _fill(fill: str | None) -> str:
    return f" fill={_attribute(fill or 'none')}"


@lru_cache
def _stroke(stroke: str | None, line: float, dash: tuple[float, ...] = ()) -> str:
    if stroke is None:
        return ""
    dashes = f' stroke-dasharray="{" ".join(_number(length) for length in dash)}"' if dash else ""
    return f' stroke={_attribute(stroke)} stroke-width="{_number(line)}"{dashes}'


def _number(value: float) -> str:
    """At most two decimals, no trailing zeros, no minus zero.

    >>> _number(12.0), _number(0.126), _number(-0.001)
    ('12', '0.13', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _pairs(points: tuple[Point, ...]) -> list[str]:
    """The points, their numbers as `_number` writes them, but all at once: there are very many.

    >>> _pairs(((12.0, 0.126), (-0.001, 100.5)))
    ['12,0.13', '0,100.5']
    """
    text = _ZEROS.sub(r"\1", " ".join([f"{x:.2f},{y:.2f}" for x, y in points]))
    return (_MINUS.sub("0", text) if "-0" in text else text).split(" ")


def _text(text: str) -> str:
    return escape(printable(text, keep_lines=True, any_script=True))


def _attribute(text: str) -> str:
    return quoteattr(printable(text, any_script=True))

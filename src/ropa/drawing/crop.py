"""Cut from a picture what the page says itself, and the space that took up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ropa import typeface
from ropa.drawing.shape import Box, Group, Picture, Words

CLEAR = 1.0
"""What is left free around the shapes: half the width of the thickest line."""
FRAME = ("paper", "title")
"""The groups that belong to a picture on a sheet of its own. The words around one in a document say what it is called."""
UNEXPLAINED = (*FRAME, "legend")
"""What a picture among others has not: one legend is enough."""


def cropped(picture: Picture, without: tuple[str, ...] = FRAME) -> tuple[float, float, Picture]:
    """The picture without some of its groups and the space they took up, and where its corner was before."""
    groups = tuple(group for group in picture.groups if group.key not in without)
    ends = [end for group in groups for end in _ends(group)] or [(0.0, 0.0), (picture.width, picture.height)]
    left, top = min(x for x, _ in ends) - CLEAR, min(y for _, y in ends) - CLEAR
    right, bottom = max(x for x, _ in ends) + CLEAR, max(y for _, y in ends) + CLEAR
    return left, top, replace(picture, width=right - left, height=bottom - top, groups=groups)


def _ends(group: Group) -> Iterator[tuple[float, float]]:
    """Points that all of a group lies between."""
    for shape in group.shapes:
        if isinstance(shape, Box):
            yield shape.x, shape.y
            yield shape.x + shape.width, shape.y + shape.height
        elif isinstance(shape, Words):
            wide = typeface.width(typeface.printable(shape.text), shape.size, shape.bold)
            left = shape.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
            yield left, shape.y - shape.size
            yield left + wide, shape.y + shape.size / 4
        else:
            yield from shape.points

"""Makes a picture smaller or larger as a whole."""

from __future__ import annotations

from dataclasses import replace

from ropa.drawing.shape import Box, Curve, Picture, Point, Polygon, Words

Shape = Box | Curve | Polygon | Words


def scaled(picture: Picture, factor: float) -> Picture:
    """The picture with every length multiplied."""
    groups = tuple(
        replace(group, shapes=tuple(_scaled(shape, factor) for shape in group.shapes))
        for group in picture.groups
    )
    return replace(picture, width=picture.width * factor, height=picture.height * factor, groups=groups)


def _points(points: tuple[Point, ...], factor: float) -> tuple[Point, ...]:
    return tuple((x * factor, y * factor) for x, y in points)


def _scaled(shape: Shape, factor: float) -> Shape:
    if isinstance(shape, Words):
        return replace(shape, x=shape.x * factor, y=shape.y * factor, size=shape.size * factor)
    if isinstance(shape, Polygon):
        return replace(shape, points=_points(shape.points, factor), line=shape.line * factor)
    dash = tuple(length * factor for length in shape.dash)
    if isinstance(shape, Curve):
        return replace(shape, points=_points(shape.points, factor), line=shape.line * factor, dash=dash)
    return replace(
        shape,
        x=shape.x * factor,
        y=shape.y * factor,
        width=shape.width * factor,
        height=shape.height * factor,
        line=shape.line * factor,
        radius=shape.radius * factor,
        dash=dash,
    )

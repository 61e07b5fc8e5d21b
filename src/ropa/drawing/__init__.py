"""The sharing graph as a picture: geometry that is the same on screen and on paper, and SVG."""

from __future__ import annotations

from ropa.drawing.picture import picture
from ropa.drawing.shape import Box, Curve, Group, Picture, Point, Polygon, Words
from ropa.drawing.svg import svg

__all__ = ["Box", "Curve", "Group", "Picture", "Point", "Polygon", "Words", "picture", "svg"]

"""The sharing graph as a picture: geometry that is the same on screen and on paper, and SVG.

A picture is made of groups, each with a key that stays the same when other parties and flows come or go:

- `party:KEY`, `people:TERM` and `fold:BY:VALUE`: a node, under its key in the sharing graph;
- `flow:SENDER>RECIPIENT#KIND`: a drawn flow between two nodes. KIND is the role of the recipient (`unstated`, or
  several joined by `+`) and what else must be the same for flows to be one line, after slashes: `begins`, `source`,
  `possible`, `leaves` (the EEA), `planned DATE`, `ended DATE`. Its `edges` are the keys of the edges it stands for;
- `title`, `legend`, `paper`, and `empty` where there is nothing to show.

In SVG they are `data-key` and `data-edges`, and the class is what stands before the first colon.
"""

from __future__ import annotations

from ropa.drawing.picture import picture
from ropa.drawing.shape import Box, Curve, Group, Picture, Point, Polygon, Words
from ropa.drawing.svg import svg

__all__ = ["Box", "Curve", "Group", "Picture", "Point", "Polygon", "Words", "picture", "svg"]

"""A timeline as a picture: bars on a scale that draws long times closer together, legible without colour."""

from __future__ import annotations

from collections.abc import Iterator
from math import log1p

from ropa import typeface
from ropa.drawing.shape import Box, Curve, Group, Picture, Point, Words
from ropa.outline.page import Bar, Timeline

WIDTH = 480.0
"""How wide it is, in points: as a page of A4 is between its margins."""
LABELS = 132.0
"""How much of that the labels may take."""
BESIDE = 92.0
"""How much is left for what stands beside the longest bar."""
PITCH, BAR = 17.0, 9.0
SIZE, SMALL = 8.0, 7.0
GAP = 6.0
WEEK = 7.0
"""Lengths up to about so many days are drawn as they are, longer ones ever closer together."""
APART = 14.0
"""So much room there is between the labels of two ticks."""
FILL, INK, GREY, LINE, PAPER = "#0b4f5c", "#1a2226", "#58646b", "#b4bfc3", "#ffffff"
STUB, HATCH = 27.0, 4.5
"""How wide the bar of what has no length is, and how far apart its strokes are."""


def picture(timeline: Timeline) -> Picture:
    """The bars under each other, over a scale with the ticks that have room on it."""
    start = min(LABELS, max(_wide(bar.label) for bar in timeline.bars)) + GAP
    scale = _Scale(start, timeline)
    bottom = PITCH * len(timeline.bars) + GAP
    groups = [Group("scale", "", tuple(_axis(scale, timeline, bottom)))]
    for number, bar in enumerate(timeline.bars):
        shapes = tuple(_bar(scale, bar, PITCH * number + GAP))
        groups.append(Group(f"bar:{number}", f"{bar.label} — {bar.said}", shapes))
    return Picture(
        WIDTH, bottom + SMALL + 2 * GAP, timeline.title, timeline.alt, timeline.language, tuple(groups)
    )


class _Scale:
    """Where a length ends on the page."""

    def __init__(self, start: float, timeline: Timeline) -> None:
        longest = max((bar.days or 0.0 for bar in timeline.bars), default=0.0)
        self.start = start
        self.end = WIDTH - BESIDE
        self._factor = (self.end - start) / log1p(max(longest, 1.0) / WEEK)

    def at(self, days: float) -> float:
        return self.start + log1p(days / WEEK) * self._factor


def _axis(scale: _Scale, timeline: Timeline, bottom: float) -> Iterator[Curve | Words]:
    yield _line((scale.start, bottom), (scale.end, bottom))
    last = scale.start - GAP
    for label, days in timeline.ticks:
        x, half = scale.at(days), _wide(label, SMALL) / 2
        if x - half < last + APART:
            continue
        last = x + half
        yield _line((x, GAP / 2), (x, bottom + GAP / 2), dash=(1.0, 2.0))
        yield Words(x, bottom + GAP / 2 + SMALL + 1.0, label, SMALL, fill=GREY, anchor="middle")


def _bar(scale: _Scale, bar: Bar, top: float) -> Iterator[Box | Curve | Words]:
    baseline = top + BAR - 1.5
    (label, *_) = typeface.wrap(bar.label, scale.start - GAP, SIZE, most=1) or ("",)
    yield Words(scale.start - GAP, baseline, label, SIZE, fill=INK, anchor="end")
    end = scale.start
    if bar.days is not None:
        end = max(scale.at(bar.days), scale.start + 1.5)
        yield Box(scale.start, top, end - scale.start, BAR, fill=FILL, stroke=FILL, line=0.5)
    elif bar.open:
        # A stub, hatched: how long it is says nothing of the time.
        end = scale.start + STUB
        yield Box(scale.start, top, STUB, BAR, fill=PAPER, stroke=FILL, line=0.9)
        yield from _hatching(scale.start, top)
    yield Box(end + 2.0, top, _wide(bar.said) + 2 * GAP - 4.0, BAR, fill=PAPER)  # no tick runs through words
    yield Words(end + GAP, baseline, bar.said, SIZE, fill=INK if end > scale.start else GREY)


def _hatching(left: float, top: float) -> Iterator[Curve]:
    """Slanting strokes from the foot of a stub to its head."""
    for step in range(int((STUB - BAR) / HATCH) + 1):
        foot, head = (left + step * HATCH, top + BAR), (left + step * HATCH + BAR, top)
        yield _line(foot, head, colour=FILL)


def _line(start: Point, end: Point, dash: tuple[float, ...] = (), colour: str = LINE) -> Curve:
    return Curve((start, start, end, end), colour, 0.6, dash)


def _wide(text: str, size: float = SIZE) -> float:
    return typeface.width(text, size)

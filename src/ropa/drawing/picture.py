"""Draws a sharing graph: who shares what with whom, read from left to right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from ropa.drawing import box as boxes, label as labels
from ropa.drawing.arrow import arrow
from ropa.drawing.flows import Flow, flows
from ropa.drawing.ink import COMPACT, INK, MARGIN, MUTED, PAPER, ROOMY, Measures
from ropa.drawing.layout import Layout, layout
from ropa.drawing.legend import entries, legend, says_countries
from ropa.drawing.parties import Party, parties
from ropa.drawing.scale import scaled
from ropa.drawing.shape import Box, Curve, Group, Picture, Point, Polygon, Words
from ropa.drawing.telling import says_all, shorten
from ropa.drawing.voice import Voice
from ropa.typeface import printable, wrap

if TYPE_CHECKING:
    from networkx import MultiDiGraph

NARROWEST = 440.0
"""Room that title and legend have at least."""

TITLE = 14.0
SUBTITLE = 8.6


def picture(
    graph: MultiDiGraph[str], *, language: str, on: date, title: str = "", width: float | None = None
) -> Picture:
    """The picture of a sharing graph on a day, for a reader of a language.

    Flows between the same two parties in the same role are one line. With a `width` in points the picture is
    made to fit: first with narrower boxes, then by scaling it down; it is never made wider than it needs.
    Every party and every flow is one group, whose key stays the same when others come or go.
    """
    voice = Voice(language, str(graph.graph.get("language") or ""))
    drawn = flows(graph, on)
    shown = parties(graph, drawn, voice, on)
    heading = printable(title, any_script=True) or _heading(graph, voice)
    made = _compose(heading, shown, drawn, voice, on, ROOMY)
    if width is not None and made.width > width:
        made = _compose(heading, shown, drawn, voice, on, COMPACT)
        if made.width > width:
            made = scaled(made, width / made.width)
    return made


def _heading(graph: MultiDiGraph[str], voice: Voice) -> str:
    register = voice.text(graph.graph.get("register") or "")
    return voice.phrase("title-of", register=register) if register else voice.phrase("title")


def _compose(
    heading: str, shown: dict[str, Party], drawn: Sequence[Flow], voice: Voice, on: date, measures: Measures
) -> Picture:
    number = dict(zip(shown, count()))
    out, into = Counter(f.sender for f in drawn), Counter(f.recipient for f in drawn)
    fitted = [boxes.compose(party, voice, measures, max(out[key], into[key])) for key, party in shown.items()]
    written = [labels.compose(flow, voice, measures, on) for flow in drawn]
    made = layout(
        [box.size for box in fitted],
        [(number[flow.sender], number[flow.recipient]) for flow in drawn],
        [label.size if label else None for label in written],
    )
    room = max(made.width, NARROWEST)
    titles, top = _titles(heading, _facts(shown, drawn, voice, on), room)
    shift = (MARGIN + (room - made.width) / 2, top)
    names = {key: shorten(party.name) for key, party in shown.items()}
    groups = [
        Group(flow.key, says_all(flow, names, voice, on), _flow(flow, label, nth, made, shift, measures))
        for nth, (flow, label) in enumerate(zip(drawn, written, strict=True))
    ]
    groups += [
        boxes.draw(box, _moved(middle, shift), voice, measures)
        for box, middle in zip(fitted, made.nodes, strict=True)
    ]
    bottom = top + made.height
    if not drawn:
        nothing = voice.phrase("empty")
        bottom += 24
        groups.append(Group("empty", nothing, (Words(MARGIN, bottom - 8, nothing, 10, fill=INK),)))
    key, high = legend(
        entries(shown.values(), drawn, voice),
        says_countries(shown.values(), voice),
        (MARGIN, bottom + 18),
        room,
        voice,
    )
    if key:
        groups.append(key)
        bottom += 18 + high
    wide, high = room + 2 * MARGIN, bottom + MARGIN
    paper = Group("paper", "", (Box(0, 0, wide, high, fill=PAPER),))
    description = "\n".join([_facts(shown, drawn, voice, on), *(group.description for group in groups)])
    return Picture(wide, high, heading, description, voice.language, (paper, titles, *groups))


def _facts(shown: dict[str, Party], drawn: Sequence[Flow], voice: Voice, on: date) -> str:
    people = sum(party.look == "people" for party in shown.values())
    facts = (
        voice.phrase("on", date=on.isoformat()),
        voice.phrase("parties", count=len(shown) - people),
        voice.phrase("flows", count=sum(len(flow.edges) for flow in drawn)),
    )
    return " · ".join(facts)


def _titles(heading: str, facts: str, room: float) -> tuple[Group, float]:
    """Title and date; and where the drawing begins under them."""
    y = MARGIN
    shapes = []
    for line in wrap(heading, room, TITLE, bold=True, most=3):
        y += TITLE * 1.2
        shapes.append(Words(MARGIN, y - 4, line, TITLE, True, INK))
    y += SUBTITLE * 1.4
    shapes.append(Words(MARGIN, y - 2, facts, SUBTITLE, fill=MUTED))
    return Group("title", heading, tuple(shapes)), y + 18


def _moved(point: Point, shift: Point) -> Point:
    return point[0] + shift[0], point[1] + shift[1]


def _flow(
    flow: Flow, label: labels.Label | None, nth: int, made: Layout, shift: Point, measures: Measures
) -> tuple[Box | Curve | Polygon | Words, ...]:
    line = arrow(_all_moved(made.routes[nth], shift), flow.kind)
    spot = made.labels[nth]
    if label is None or spot is None:
        return line
    return *line, *labels.draw(label, _moved(spot, shift), measures)


def _all_moved(points: Iterable[Point], shift: Point) -> tuple[Point, ...]:
    return tuple(_moved(point, shift) for point in points)

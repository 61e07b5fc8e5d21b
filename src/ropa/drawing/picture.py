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
from ropa.drawing.ink import COMPACT, DENSE, INK, MARGIN, MUTED, PAPER, ROOMY, Measures
from ropa.drawing.layout import Layout, Plan, layout, planned
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

SHEET = (1150.0, 802.0)
"""What a printer leaves of an A3 sheet."""

SMALLEST = 5.5
"""The smallest text, in points, that is still read on paper."""

LEGIBLE = 120
"""Of more nodes than these no sheet can be read: then the picture is as small as it goes, for a screen that zooms."""

TITLE = 14.0
SUBTITLE = 8.6


def picture(
    graph: MultiDiGraph[str], *, language: str, on: date, title: str = "", width: float | None = None
) -> Picture:
    """The picture of a sharing graph on a day, for a reader of a language.

    Flows between the same two parties in the same role are one line. Boxes and labels are roomy where the picture
    can then be read on a sheet of A3, else more compact, else dense. With a `width` in points the picture is made to
    fit: first with smaller boxes, then by scaling it down; it is never made wider than it needs.
    Every party and every flow is one group, whose key stays the same when others come or go.
    """
    voice = Voice(language, str(graph.graph.get("language") or ""))
    drawn = flows(graph, on)
    shown = parties(graph, drawn, voice, on)
    heading = printable(title, any_script=True) or _heading(graph, voice)
    by = str((graph.graph.get("folded") or {}).get("by") or "")
    facts = _facts(shown, drawn, voice, on, by)
    plan = _plan(shown, drawn)
    made = None
    for measures in (ROOMY, COMPACT, DENSE) if len(shown) <= LEGIBLE else (DENSE,):
        made = _compose(heading, facts, shown, drawn, voice, on, measures, plan)
        if (width is None or made.width <= width) and _on_a_sheet(made) * measures.small >= SMALLEST:
            break
    assert made
    return scaled(made, width / made.width) if width is not None and made.width > width else made


def _plan(shown: dict[str, Party], drawn: Sequence[Flow]) -> Plan:
    number = dict(zip(shown, count()))
    ends = [(number[flow.sender], number[flow.recipient]) for flow in drawn]
    return planned([1.0] * len(shown), ends)


def _on_a_sheet(made: Picture) -> float:
    """How much of its size is left when it is printed on the larger sheet, whichever way it fits better."""
    return max(min(1.0, wide / made.width, high / made.height) for wide, high in (SHEET, SHEET[::-1]))


def _heading(graph: MultiDiGraph[str], voice: Voice) -> str:
    register = voice.text(graph.graph.get("register") or "")
    return voice.phrase("title-of", register=register) if register else voice.phrase("title")


def _compose(
    heading: str,
    facts: str,
    shown: dict[str, Party],
    drawn: Sequence[Flow],
    voice: Voice,
    on: date,
    measures: Measures,
    plan: Plan,
) -> Picture:
    number = dict(zip(shown, count()))
    out, into = Counter(f.sender for f in drawn), Counter(f.recipient for f in drawn)
    fitted = [boxes.compose(party, voice, measures, max(out[key], into[key])) for key, party in shown.items()]
    written = [labels.compose(flow, voice, measures, on) for flow in drawn]
    made = layout(
        [box.size for box in fitted],
        [(number[flow.sender], number[flow.recipient]) for flow in drawn],
        [label.size if label else None for label in written],
        gap=measures.gap,
        column_gap=measures.column_gap,
        plan=plan,
    )
    room = max(made.width, NARROWEST)
    titles, top = _titles(heading, facts, room)
    shift = (MARGIN + (room - made.width) / 2, top)
    names = {key: shorten(party.name) for key, party in shown.items()}
    groups = [
        Group(
            flow.key,
            says_all(flow, names, voice, on),
            _flow(flow, label, nth, made, shift, measures),
            tuple(flow.keys),
        )
        for nth, (flow, label) in enumerate(zip(drawn, written, strict=True))
    ]
    groups += [
        boxes.draw(box, _moved(middle, shift), measures, voice)
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
    description = "\n".join([facts, *(group.description for group in groups)])
    return Picture(wide, high, heading, description, voice.language, (paper, titles, *groups))


def _facts(shown: dict[str, Party], drawn: Sequence[Flow], voice: Voice, on: date, by: str) -> str:
    """The date, how much is shown, and whether parties stand together `by` something."""
    parties = [party for party in shown.values() if party.look != "people"]
    facts = [
        voice.phrase("on", date=on.isoformat()),
        voice.phrase("parties", count=sum(len(party.folded) or 1 for party in parties)),
        voice.phrase("flows", count=sum(flow.count for flow in drawn)),
    ]
    if by:
        count = sum(len(party.folded) for party in parties)
        facts.append(voice.phrase(f"together-{by}", count=count))
    return " · ".join(facts)


def _titles(heading: str, facts: str, room: float) -> tuple[Group, float]:
    """Title and date; and where the drawing begins under them."""
    y = MARGIN
    shapes = []
    for line in wrap(heading, room, TITLE, bold=True, most=3):
        y += TITLE * 1.2
        shapes.append(Words(MARGIN, y - 4, line, TITLE, True, INK))
    for line in wrap(facts, room, SUBTITLE):
        y += SUBTITLE * 1.4
        shapes.append(Words(MARGIN, y - 2, line, SUBTITLE, fill=MUTED))
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

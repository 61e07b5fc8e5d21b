"""Draws a sharing graph: who shares what with whom, read from left to right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from math import inf
from typing import TYPE_CHECKING

from ropa.drawing import box as boxes, label as labels
from ropa.drawing.arrow import arrow
from ropa.drawing.findings import Told, pointed, says_found
from ropa.drawing.flows import Flow, flows
from ropa.drawing.head import Scene, facts_of, heading_of, titles
from ropa.drawing.ink import COMPACT, DENSE, IN_COLUMN, INK, MARGIN, PAPER, ROOMY, Measures
from ropa.drawing.layout import Layout, Plan, across, layout, least, planned
from ropa.drawing.legend import entries, legend, says_countries
from ropa.drawing.parties import Party, called, parties
from ropa.drawing.scale import scaled
from ropa.drawing.shape import Box, Curve, Group, Picture, Point, Polygon, Words
from ropa.drawing.telling import says_all, shorten
from ropa.drawing.threads import Size
from ropa.drawing.voice import Voice
from ropa.typeface import printable

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables

NARROWEST = 440.0
"""Room that title and legend have at least."""

SHEET = (1150.0, 802.0)
"""What a printer leaves of an A3 sheet."""

SMALLEST = 7.0
"""The smallest text, in points, that is read on paper."""

LEGIBLE = 120
"""Of more nodes than these no sheet can be read: then the picture is as small as it goes, for a screen that zooms."""


def picture(
    graph: MultiDiGraph[str],
    *,
    language: str,
    on: date | None,
    title: str = "",
    width: float | None = None,
    findings: Iterable[Told] = (),
    tables: Tables | None = None,
    judged: bool = True,
) -> Picture:
    """The picture of a sharing graph on a day, for a reader of a language.

    Without a day (`on=None`) it says that it shows all flows, whenever they are valid, none as planned or ended;
    what lies outside the EEA is then told by the members that the dated table ends with.

    Flows between the same two parties in the same role are one line. Boxes and labels are roomy where the picture
    can then be read on a sheet of A3, else more compact, else dense. With a `width` in points the picture is made to
    fit: first with smaller and narrow boxes, then by scaling it down; it is never made wider than it needs.
    Every party and every flow is one group, whose key stays the same when others come or go. Those that `findings`
    (of `ropa.check`) point at carry a badge: how many, and by its shape the level of the loudest. `tables` are dated
    tables with rows of one's own: by them a country lies outside the EEA; the library's where none are given. Who does not see all that
    transfers are `judged` by is not told where no ground is stated.
    """
    voice = Voice(language, str(graph.graph.get("language") or ""), tables, judged)
    drawn = flows(graph, on, tables)
    shown = parties(graph, drawn, voice, on)
    voice = replace(voice, called=called(shown.values()))
    heading = printable(title, any_script=True) or heading_of(graph, voice)
    by = str((graph.graph.get("folded") or {}).get("by") or "")
    scene = Scene(shown, drawn, pointed(findings, graph, drawn), voice, on)
    facts = facts_of(scene, by)
    plan = planned([1.0] * len(shown), _ends(shown, drawn))
    for measures in (ROOMY, COMPACT) if len(shown) <= LEGIBLE else ():
        fitted = _fit(scene, measures)
        if not _readable(_least(fitted, plan), measures, width):
            continue  # a layout could only be larger
        made = _compose(heading, facts, scene, fitted, plan)
        if _readable((made.width, made.height), measures, width):
            return made
    room = width if width is not None and len(shown) <= LEGIBLE else inf
    for measures in (DENSE, *IN_COLUMN):
        fitted = _fit(scene, measures)
        if measures is not IN_COLUMN[-1] and _least(fitted, plan)[0] > room:
            continue
        made = _compose(heading, facts, scene, fitted, plan)
        if made.width <= room:
            break
    return scaled(made, width / made.width) if width is not None and made.width > width else made


@dataclass(frozen=True, slots=True)
class Fitted:
    """Boxes and labels with their texts, before they have a place."""

    measures: Measures
    boxes: list[boxes.BoxOf]
    labels: list[labels.Label | None]


def _fit(scene: Scene, measures: Measures) -> Fitted:
    drawn, voice, found = scene.drawn, scene.voice, scene.findings.at
    out, into = Counter(flow.sender for flow in drawn), Counter(flow.recipient for flow in drawn)
    written = [
        labels.compose(
            flow, voice, measures, scene.on, found.get(flow.key), scene.shown[flow.recipient].roles
        )
        for flow in drawn
    ]
    loops: dict[str, list[float]] = {}
    for flow, label in zip(drawn, written, strict=True):
        if flow.sender == flow.recipient:
            loops.setdefault(flow.sender, []).append(label.size[0] if label else 0.0)
    made = [
        boxes.compose(
            party, voice, measures, max(out[key], into[key]), found.get(key), across(loops.get(key, ()))
        )
        for key, party in scene.shown.items()
    ]
    return Fitted(measures, made, written)


def _ends(shown: dict[str, Party], drawn: Sequence[Flow]) -> list[tuple[int, int]]:
    number = dict(zip(shown, count()))
    return [(number[flow.sender], number[flow.recipient]) for flow in drawn]


def _least(fitted: Fitted, plan: Plan) -> Size:
    """Smaller than this the picture cannot be."""
    wide, high = least(
        [box.size for box in fitted.boxes],
        [label.size if label else None for label in fitted.labels],
        plan,
        gap=fitted.measures.gap,
        column_gap=fitted.measures.column_gap,
    )
    return max(wide, NARROWEST) + 2 * MARGIN, high + 2 * MARGIN


def _readable(size: Size, measures: Measures, width: float | None) -> bool:
    """Whether a picture of this size needs no more than a width, and is read where it is printed on the larger sheet."""
    wide, high = size
    on_a_sheet = max(min(1.0, across / wide, down / high) for across, down in (SHEET, SHEET[::-1]))
    return (width is None or wide <= width) and on_a_sheet * measures.small >= SMALLEST


def _compose(
    heading: str,
    facts: str,
    scene: Scene,
    fitted: Fitted,
    plan: Plan,
) -> Picture:
    shown, drawn, voice = scene.shown, scene.drawn, scene.voice
    measures = fitted.measures
    made = layout(
        [box.size for box in fitted.boxes],
        _ends(shown, drawn),
        [label.size if label else None for label in fitted.labels],
        gap=measures.gap,
        column_gap=measures.column_gap,
        plan=plan,
    )
    room = max(made.width, NARROWEST)
    title, top = titles(heading, facts, room)
    shift = (MARGIN + (room - made.width) / 2, top)
    names = {key: shorten(party.name) for key, party in shown.items()}
    groups = [
        Group(
            flow.key,
            "; ".join(
                filter(
                    None,
                    (
                        says_all(flow, names, voice, scene.on),
                        says_found(scene.findings.at.get(flow.key), voice),
                    ),
                )
            ),
            _flow(flow, label, nth, made, shift, measures),
            tuple(flow.keys),
        )
        for nth, (flow, label) in enumerate(zip(drawn, fitted.labels, strict=True))
    ]
    groups += [
        boxes.draw(box, _moved(middle, shift), measures, voice)
        for box, middle in zip(fitted.boxes, made.nodes, strict=True)
    ]
    bottom = top + made.height
    if not drawn:
        nothing = voice.phrase("empty")
        bottom += 24
        groups.append(Group("empty", nothing, (Words(MARGIN, bottom - 8, nothing, 10, fill=INK),)))
    key, high = legend(
        entries(shown.values(), drawn, voice, scene.findings),
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
    return Picture(wide, high, heading, description, voice.language, (paper, title, *groups))


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
    over, down = shift
    return tuple([(x + over, y + down) for x, y in points])

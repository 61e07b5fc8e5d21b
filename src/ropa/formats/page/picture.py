"""The picture inside the page: the drawing without what the page says itself, its legend apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ropa import drawing
from ropa.drawing.findings import Findings, Found, Told, pointed, says_found
from ropa.drawing.flows import Flow, flows
from ropa.drawing.legend import Entry, entries, says_countries
from ropa.drawing.parties import Party, parties, says_party
from ropa.drawing.shape import Box, Curve, Group, Picture, Polygon, Words
from ropa.drawing.svg import FAMILY, svg
from ropa.drawing.voice import Voice
from ropa.formats.page.quote import markup
from ropa.law import Tables
from ropa.model import Register
from ropa.sharing import SharingGraph, drawn, sharing_graph
from ropa.sharing.folding import MOST, fold
from ropa.sharing.graph import party_node
from ropa.typeface import width

AROUND = 12.0
"""Room around what is shown, in points."""
EDGE, TALL = 2.0, 20.0
"""The room beside a mark of the legend, and how tall it may be."""

Place = tuple[str, str]
"""A flow in the register: its activity, and its path."""
Ends = tuple[str, str, int]
"""Sender and recipient as nodes of the whole graph, and the drawn line between them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture of a register as a page shows it."""

    title: str
    parties: frozenset[str]
    """The nodes of the parties that share data: those in the picture, also where several are one box."""
    picture: str
    legend: str
    drawn: tuple[tuple[str, str, str], ...]
    """The key of each drawn line and of the boxes at its ends, in the order that `lines` counts them."""
    lines: Mapping[Place, tuple[Ends, ...]]
    """By which lines each flow is drawn."""
    folds: Mapping[str, tuple[str, ...]]
    """The boxes that stand for several parties, each with their nodes."""
    labels: Mapping[str, str]
    """What each box is called aloud."""


def shown(
    register: Register,
    *,
    language: str,
    on: date,
    party: str | None = None,
    most: int = MOST,
    findings: Iterable[Told] = (),
    tables: Tables | None = None,
    judged: bool = True,
) -> Shown:
    """The drawing of a whole register on a day, ready to stand in markup; of more than `most` parties a folded one."""
    whole = drawn(sharing_graph(register, on, tables))
    graph = fold(whole, most=most, keep=[party_node(party)] if party else [])
    findings = tuple(findings)
    made = drawing.picture(graph, language=language, on=on, findings=findings, tables=tables, judged=judged)
    lines = flows(graph, on, tables)
    voice = Voice(made.language, str(graph.graph.get("language") or ""), tables, judged)
    boxes, found = parties(graph, lines, voice, on), pointed(findings, graph, lines)
    folds = {key: tuple(nodes) for key, nodes in (graph.graph.get("folded") or {}).get("nodes", {}).items()}
    body = [one for one in made.groups if one.key not in ("paper", "title", "legend")]
    return Shown(
        title=made.title,
        parties=frozenset(node for node, facts in whole.nodes(data=True) if facts["kind"] == "party"),
        picture=_part(made, body, "picture", made.title),
        legend=_legend(boxes, lines, made, voice, found),
        drawn=tuple((flow.key, flow.sender, flow.recipient) for flow in lines),
        lines=_lines(whole, lines, folds),
        folds=folds,
        labels={key: _label(box, found.at.get(key), voice) for key, box in boxes.items()},
    )


def _label(box: Party, found: Found | None, voice: Voice) -> str:
    """What one reads in a box, the badge of findings in words."""
    said = (says_party(box, voice, members=False, between=", "), says_found(found, voice))
    return ", ".join(one for one in said if one)


def _lines(
    whole: SharingGraph, lines: Iterable[Flow], folds: Mapping[str, tuple[str, ...]]
) -> Mapping[Place, tuple[Ends, ...]]:
    into = {node: key for key, nodes in folds.items() for node in nodes}
    at = {(flow.sender, flow.recipient, key): nth for nth, flow in enumerate(lines) for key in flow.keys}
    found: dict[Place, list[Ends]] = {}
    for start, end, key, facts in whole.edges(keys=True, data=True):
        line = at[into.get(start, start), into.get(end, end), str(key)]
        found.setdefault((str(facts["activity"]), str(facts["path"])), []).append((start, end, line))
    return {place: tuple(ends) for place, ends in found.items()}


def _legend(
    boxes: Mapping[str, Party], lines: Iterable[Flow], made: Picture, voice: Voice, findings: Findings
) -> str:
    """The marks and what they mean as a list, which the page breaks into as many rows as it has room for."""
    marks = entries(boxes.values(), lines, voice, findings)
    rows = [f"<li>{_sample(made, mark)}<span>{markup(mark.meaning)}</span></li>" for mark in marks]
    countries = says_countries(boxes.values(), voice)
    said = f"\n<p>{markup(countries)}</p>" if countries else ""
    return f'<ul id="key">{"".join(rows)}</ul>{said}' if rows else ""


def _sample(whole: Picture, mark: Entry) -> str:
    """A mark as it is drawn; its words are beside it."""
    part = replace(whole, description="", groups=(Group("sample", "", mark.sample(0.0, 0.0)),))
    inside = svg(part).partition("</desc>\n")[2].rpartition("</svg>")[0]
    wide = mark.wide + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-EDGE:.0f} {-TALL / 2:.0f} {wide:.0f} {TALL:.0f}" width="{wide:.0f}pt"'
        f' height="{TALL:.0f}pt" aria-hidden="true" font-family="{FAMILY}">\n{inside}</svg>'
    )


def _part(whole: Picture, groups: Iterable[Group], name: str, label: str) -> str:
    """Some groups of a picture as an element of the page, just large enough for them."""
    part = replace(whole, description="", groups=tuple(groups))
    spans = [_span(shape) for group in part.groups for shape in group.shapes]
    left, right = min(one[0] for one in spans) - AROUND, max(one[1] for one in spans) + AROUND
    top, bottom = min(one[2] for one in spans) - AROUND, max(one[3] for one in spans) + AROUND
    inside = svg(part).partition("</desc>\n")[2].rpartition("</svg>")[0]
    return (
        f'<svg id="{name}" xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {right - left:.0f}'
        f' {bottom - top:.0f}" role="img" aria-label="{markup(label)}" font-family="{FAMILY}">\n{inside}</svg>'
    )


def _span(shape: Box | Curve | Polygon | Words) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a shape."""
    if isinstance(shape, Box):
        return shape.x, shape.x + shape.width, shape.y, shape.y + shape.height
    if isinstance(shape, Words):
        wide = width(shape.text, shape.size, bold=shape.bold)
        left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
        return left, left + wide, shape.y - shape.size, shape.y + shape.size / 4
    across, down = zip(*shape.points, strict=True)
    return min(across), max(across), min(down), max(down)

"""What there is to draw, and the words above it: the title, the day, how much is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ropa.drawing.findings import Findings
from ropa.drawing.flows import Flow
from ropa.drawing.ink import INK, MARGIN, MUTED
from ropa.drawing.parties import Party
from ropa.drawing.shape import Group, Words
from ropa.drawing.voice import Voice
from ropa.typeface import wrap

if TYPE_CHECKING:
    from networkx import MultiDiGraph

TITLE = 14.0
SUBTITLE = 8.6


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to draw, for whom and on which day."""

    shown: dict[str, Party]
    drawn: Sequence[Flow]
    findings: Findings
    voice: Voice
    on: date | None


def heading_of(graph: MultiDiGraph[str], voice: Voice) -> str:
    """The title of a graph: whose it is, if it is known."""
    register = voice.text(graph.graph.get("register") or "")
    return voice.phrase("title-of", register=register) if register else voice.phrase("title")


def facts_of(scene: Scene, by: str) -> str:
    """The date or that there is none, how much is shown, whether parties stand together `by` something, and how much was found."""
    drawn, voice, on = scene.drawn, scene.voice, scene.on
    parties = [party for party in scene.shown.values() if party.look != "people"]
    facts = [
        voice.phrase("on", date=on.isoformat()) if on else voice.phrase("any-day"),
        voice.phrase("parties", count=len({one for party in parties for one in party.members})),
        voice.phrase("flows", count=len({one for flow in drawn for one in flow.stated})),
    ]
    if by:
        count = len({one for party in parties if party.folded for one in party.members})
        facts.append(voice.phrase(f"together-{by}", count=count))
    found = scene.findings
    if found.all:
        facts.append(voice.phrase("found-shown", count=found.shown, all=found.all))
    return " · ".join(facts)


def titles(heading: str, facts: str, room: float) -> tuple[Group, float]:
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

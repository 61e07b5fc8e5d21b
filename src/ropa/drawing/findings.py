"""What findings say of the parties and flows of a picture, as badges: a shape that tells the level, and how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ropa.drawing.flows import Flow
from ropa.drawing.frame import BADGE, BADGE_TEXT, Shape
from ropa.drawing.ink import INK, PAPER
from ropa.drawing.shape import Box, Point, Polygon, Words
from ropa.drawing.voice import Voice
from ropa.law import Level
from ropa.typeface import width

if TYPE_CHECKING:
    from networkx import MultiDiGraph

ICON = 11.0
"""How wide the shape is that tells the level."""

SIGN = 7.0
"""How large the sign in it is: no smaller than the smallest words of a picture, or badges would make that illegible."""
PARTY, PAPERS = "parties", "agreements"


class Told(Protocol):
    """As much of a finding as a picture needs."""

    @property
    def where(self) -> str:
        """The path of what it is about."""

    @property
    def level(self) -> Level:
        """How loudly it speaks."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many findings of which level point at one party or flow, the loudest first."""

    counts: tuple[tuple[Level, int], ...]

    @property
    def worst(self) -> Level:
        """The loudest level."""
        return self.counts[0][0]

    @property
    def count(self) -> int:
        """How many in all."""
        return sum(count for _, count in self.counts)

    @property
    def wide(self) -> float:
        """How wide the badge is."""
        return ICON + width(str(self.count), BADGE_TEXT, bold=True) + 5.0


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, by the key of a node or of a drawn flow."""

    at: Mapping[str, Found]
    shown: int
    """How many findings point at something in the picture."""
    all: int


NOTHING = Findings({}, 0, 0)


def pointed(findings: Iterable[Told], graph: MultiDiGraph[str], drawn: Sequence[Flow]) -> Findings:
    """Findings at the nodes and flows that they are about.

    One at `parties.K` is about that party, one at a flow (or within it) about that flow, one at `agreements.K` about
    the flows that rest on the agreement. Others are about nothing that a picture shows.
    """
    told = tuple(findings)
    if not told:
        return NOTHING
    boxes = _boxes(graph)
    papers, paths = _flows(drawn)
    found: dict[str, list[Level]] = {}
    shown = 0
    for one in told:
        keys = dict.fromkeys(_keys(one.where, boxes, papers, paths))
        shown += bool(keys)
        for key in keys:
            found.setdefault(key, []).append(one.level)
    return Findings({key: _found(levels) for key, levels in found.items()}, shown, len(told))


def _boxes(graph: MultiDiGraph[str]) -> dict[str, list[str]]:
    """The boxes of each party by its key: its own, or those of several it stands in."""
    folded = (graph.graph.get("folded") or {}).get("nodes", {})
    found: dict[str, list[str]] = {}
    for box, nodes in {**{node: [node] for node in graph.nodes}, **folded}.items():
        for node in nodes:
            if node.startswith("party:"):
                found.setdefault(node.partition(":")[2], []).append(box)
    return found


def _flows(drawn: Sequence[Flow]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The drawn flows by agreement, and by their path in the register."""
    papers: dict[str, list[str]] = {}
    paths: dict[str, list[str]] = {}
    for flow in drawn:
        for paper in flow.all("agreements"):
            papers.setdefault(str(paper), []).append(flow.key)
        for key in flow.keys:
            paths.setdefault(key.partition(":")[2], []).append(flow.key)
    return papers, paths


def _keys(
    where: str,
    boxes: Mapping[str, list[str]],
    papers: Mapping[str, list[str]],
    paths: Mapping[str, list[str]],
) -> list[str]:
    kind, _, rest = where.partition(".")
    if kind == PARTY:
        return boxes.get(rest) or boxes.get(rest.partition(".")[0], [])
    if kind == PAPERS:
        return papers.get(rest) or papers.get(rest.partition(".")[0], [])
    while where and where not in paths:
        where = where.rpartition(".")[0]
    return paths.get(where, [])


def _found(levels: Iterable[Level]) -> Found:
    counts = Counter(levels)
    return Found(tuple((level, counts[level]) for level in Level if counts[level]))


def badge(x: float, y: float, found: Found) -> tuple[Shape, ...]:
    """The badge from its left top corner: the shape of the loudest level, and the number of findings."""
    return (
        Box(x, y, found.wide, BADGE, PAPER, INK, 0.9, BADGE / 2),
        *icon((x + ICON / 2 + 0.6, y + BADGE / 2), found.worst),
        Words(x + ICON + 1.6, y + 8.1, str(found.count), BADGE_TEXT, True, INK),
    )


def icon(middle: Point, level: Level) -> tuple[Shape, ...]:
    """The shape of a level: an error is a dark octagon, a warning a triangle, a note a ring."""
    x, y = middle
    if level == Level.ERROR:
        near, far = 1.7, 4.1
        corners = ((-near, -far), (near, -far), (far, -near), (far, near), (near, far), (-near, far))
        eight = (*corners, (-far, near), (-far, -near))
        return (
            Polygon(tuple((x + right, y + down) for right, down in eight), fill=INK),
            Words(x, y + 2.4, "!", SIGN, True, PAPER, "middle"),
        )
    if level == Level.WARNING:
        return (
            Polygon(((x, y - 4.3), (x + 4.6, y + 3.6), (x - 4.6, y + 3.6)), PAPER, INK, 0.9),
            Words(x, y + 3.0, "!", SIGN, True, INK, "middle"),
        )
    return (
        Box(x - 3.9, y - 3.9, 7.8, 7.8, PAPER, INK, 0.9, 3.9),
        Words(x, y + 2.4, "i", SIGN, True, INK, "middle"),
    )


def says_found(found: Found | None, voice: Voice) -> str:
    """How many findings of which level, in words; nothing where there are none."""
    if not found:
        return ""
    return ", ".join(
        voice.phrase(f"found-{'one' if count == 1 else 'several'}-{level.value}", count=count)
        for level, count in found.counts
    )


def entry_of(level: Level) -> Callable[[float, float], tuple[Shape, ...]]:
    """How a legend draws a level, from its left end."""
    return lambda x, y: icon((x + ICON / 2, y), level)

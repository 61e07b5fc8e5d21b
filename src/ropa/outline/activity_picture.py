"""A small picture for each activity that passes data on, in the text of its section: who has a part in this one."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Literal

from ropa.outline.cells import Cells
from ropa.outline.page import Block, Cell, Figure, Line, Lines, Paragraph
from ropa.sharing import SharingGraph
from ropa.sharing.counted import stated

MOST = 2_000
"""A register of more activities than this has no pictures of them: they would take minutes, and nobody leafs through them."""
FEW = 14
"""Of more parties and groups of people half a page cannot show the flows."""
LINES = 24
"""Nor can it show more flows between different parties: to draw them would take longer than all else in a report."""
Edge = tuple[str, str, str]


class ActivityPictures:
    """The pictures of one document: what an earlier one shows already is not drawn again."""

    def __init__(self, words: Cells, on: date, graph: SharingGraph, *, whole: bool) -> None:
        self._words, self._on, self._graph, self._whole = words, on, graph, whole
        self._many = len(words.register.activities) > MOST
        self._places = {node: place for place, node in enumerate(graph)}
        self._edges: dict[str, list[Edge]] = {}
        self._alike: dict[str, list[Hashable]] = {}
        for sender, recipient, key, facts in graph.edges(keys=True, data=True):
            activity = facts["activity"]
            self._edges.setdefault(activity, []).append((sender, recipient, key))
            if self._is_onward(sender, recipient, activity):
                self._alike.setdefault(activity, []).append((sender, recipient, *_shown(facts)))
        self._drawn: dict[frozenset[Hashable], tuple[str, str]] = {}

    def left_out(self) -> tuple[Block, ...]:
        """That there are none, where there are too many activities."""
        if not self._many or not self._alike:
            return ()
        said = self._words.brief("pictures-left-out", number=len(self._words.register.activities))
        return (Paragraph(said, muted=True),)

    def block(self, activity: str, section: str) -> Figure | Line | None:
        """The picture of an activity for a section, or where to find it; nothing where all data stay where they came."""
        words, alike = self._words, self._alike.get(activity)
        if self._many or not alike:
            return None
        name = words.text(words.register.activity(activity).name) or activity
        told = frozenset(alike)
        if told in self._drawn:
            first, target = self._drawn[told]
            return self._refer(words.brief("picture-as-under", activity=first), target)
        self._drawn[told] = (name, section)
        onward = [edge for edge in self._edges[activity] if self._is_onward(*edge[:2], activity)]
        where = self.elsewhere("these")
        less = self._figure("picture-of-onward", activity, onward, Lines((where,)))
        found = self._figure("picture-of-activity", activity, self._edges[activity], less)
        return where if isinstance(found, Lines) else found

    def elsewhere(self, which: Literal["these", "whole"]) -> Line:
        """Where the flows are to be seen: in the picture of everything, or else in the table."""
        words = self._words
        if self._whole:
            key = "picture-in-whole" if which == "these" else "picture-is-whole"
            return self._refer(words.brief(key, title=words.phrase("picture")), "picture")
        return self._refer(words.brief("picture-in-table", title=words.phrase("flows")), "flows")

    def _figure(self, key: str, activity: str, edges: list[Edge], instead: Figure | Lines) -> Figure | Lines:
        pairs = {edge[:2] for edge in edges}
        if len({end for pair in pairs for end in pair}) > FEW or len(pairs) > LINES:
            return instead
        words, graph = self._words, self._part(edges)
        name = words.text(words.register.activity(activity).name) or activity
        graph.graph["register"] = name
        for _, facts in graph.nodes(data=True):
            if "controller_of" in facts:  # what a party decides elsewhere is not what it is here
                facts["controller_of"] = [one for one in facts["controller_of"] if one == activity]
        for *_, facts in graph.edges(data=True):
            facts.update(activity_name="", when="")  # the heading and the text say it
        parties = sum(1 for _, facts in graph.nodes(data=True) if facts["kind"] == "party")
        flows = len(stated(graph.edges(keys=True, data=True)))
        said = words.brief(key, activity=name, parties=parties, flows=flows)
        return Figure(graph, said, self._on, words.language, within=True, instead=instead)

    def _part(self, edges: list[Edge]) -> SharingGraph:
        """Some flows of the graph and their ends, in its own order: nothing else of it is looked at."""
        made, whole = SharingGraph(), self._graph
        made.graph.update(whole.graph)
        ends = {end for edge in edges for end in edge[:2]}
        made.add_nodes_from(
            (node, dict(whole.nodes[node])) for node in sorted(ends, key=self._places.__getitem__)
        )
        for sender, recipient, key in edges:
            made.add_edge(sender, recipient, key, **whole.edges[sender, recipient, key])
        return made

    def _refer(self, said: str, target: str) -> Line:
        return Line(self._words.brief("picture"), (Cell(said, target=target),))

    def _is_onward(self, sender: str, recipient: str, activity: str) -> bool:
        """Whether a party passes data on to another one than those that decide on the activity."""
        to = self._graph.nodes[recipient]
        parties = self._graph.nodes[sender]["kind"] == "party" and to["kind"] == "party"
        return parties and activity not in to["controller_of"]


def _shown(facts: dict[str, object]) -> tuple[Hashable, ...]:
    """What tells one flow between two parties from another in a picture, the name of its activity apart."""
    said = (
        facts[one]
        for one in ("role", "processing", "possible", "countries", "access_from", "grounds", "when")
    )
    return tuple(map(str, said))


def with_picture(told: tuple[Line, ...], drawn: Figure | Line | None) -> tuple[Block, ...]:
    """What is said of an activity, with its picture, or with a last line on where it is to be found."""
    if isinstance(drawn, Line):
        return (Lines((*told, drawn)),)
    return (Lines(told), drawn) if drawn else (Lines(told),)

"""The pictures of a report: all flows, in brief or in full, those of one party, or the chains alone; none that nobody could read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ropa.outline.activity_picture import ActivityPictures
from ropa.outline.cells import Cells
from ropa.outline.page import Figure, Lines, Paragraph, Section
from ropa.sharing import Link, SharingGraph, countries, drawn, flows_of, fold, sharing_graph
from ropa.sharing.counted import BEGINS, stated
from ropa.sharing.graph import edges_of, party_node

DRAWN, DRAWN_FLOWS = 150, 400
"""More parties and people than this, or more pairs of them, no page can show."""
BRIEF = 40
"""More than this cannot be read beside numbers on one page."""


class Pictures:
    """What can be drawn of a register on a day."""

    def __init__(self, words: Cells, on: date) -> None:
        self._words = words
        self._on = on
        self._graph = drawn(sharing_graph(words.register, on, words.tables))
        self.of_activities = ActivityPictures(words, on, self._graph, whole=self.whole)

    @property
    def whole(self) -> bool:
        """Whether everything fits in one legible picture."""
        return _is_legible(self._graph)

    def section(self, party: str | None) -> Section:
        """The picture of everything, or of what a party sends and receives; or why there is none."""
        words, graph = self._words, self._graph
        if party:
            graph = flows_of(graph, party).copy()
            graph.graph["register"] = words.party(party)
        flows, parties = _flows(graph), _parties(graph)
        title = words.phrase("picture")
        left_out = () if party else self.of_activities.left_out()
        if not _is_legible(graph):
            told = Paragraph(words.phrase("picture-too-large", flows=flows, parties=parties))
            return Section("picture", title, (told, *left_out))
        alt = self._told(graph)
        if not party:
            alt = f"{alt} {words.phrase('picture-in-words')}"
        return Section("picture", title, (*left_out, Figure(graph, alt, self._on, words.language)))

    def in_brief(self) -> tuple[Figure | Lines, ...]:
        """The picture of everything for a page that says more: as it is, or with less in it where it could not be read there."""
        words = self._words
        if not _flows(self._graph):
            return ()  # with whose data activities begin is shown below, and looks no different here
        graph = _in_outline(self._graph)
        folded = {
            "picture-of-countries": countries(graph),
            "picture-by-country": fold(graph, most=0, people=True),
            "picture-of-parties": fold(graph, most=len(graph), people=True),
            "": graph,
        }
        figure: Figure | Lines = Lines((self.of_activities.elsewhere("whole"),))
        for key, shown in folded.items():
            if len(shown) <= BRIEF:
                alt = f"{self._told(graph)} {words.brief(key)}" if key else self._told(graph)
                figure = Figure(shown, alt, self._on, words.language, True, figure, brief=True)
        return (figure,)

    def _told(self, graph: SharingGraph) -> str:
        """How much a picture shows, and how much of that is no flow of the register."""
        words, holder = self._words, self._words.register.holder
        counted = {"flows": _flows(graph), "parties": _parties(graph)}
        if holder and party_node(holder) in graph:
            alt = words.phrase("picture-alt", holder=words.party(holder), **counted)
        else:
            alt = words.phrase("picture-alt-open", **counted)
        begun = {
            facts["activity"]
            for _, _, key, facts in graph.edges(keys=True, data=True)
            if key.endswith(BEGINS)
        }
        return f"{alt} {words.phrase('picture-begun', number=len(begun))}" if begun else alt

    def in_numbers(self) -> tuple[int, int]:
        """How many flows everything is, and how many parties have a part in them."""
        return _flows(self._graph), _parties(self._graph)

    def of_chains(self, links: Collection[Link]) -> Figure | None:
        """The links of chains, where they fit in a picture and everything does not."""
        if self.whole:
            return None
        chosen = {(link.activity, link.hop.path, party_node(link.recipient)) for link in links}
        edges = [
            (sender, recipient, key)
            for sender, recipient, key, facts in self._graph.edges(keys=True, data=True)
            if (facts["activity"], facts["path"], recipient) in chosen
        ]
        graph = edges_of(self._graph, edges)
        if not edges or not _is_legible(graph):
            return None
        words = self._words
        alt = words.phrase("chains-picture", flows=_flows(graph), parties=_parties(graph))
        return Figure(graph, alt, self._on, words.language)


def _in_outline(graph: SharingGraph) -> SharingGraph:
    """The same with only what a first look is for: between whom, as what and where to."""
    made = graph.copy()
    for *_, facts in made.edges(data=True):
        facts.update(when="", activity_name="", processing=[])
    return made


def _is_legible(graph: SharingGraph) -> bool:
    return len(graph) <= DRAWN and len(set(graph.edges())) <= DRAWN_FLOWS


def _flows(graph: SharingGraph) -> int:
    return len(stated(graph.edges(keys=True, data=True)))


def _parties(graph: SharingGraph) -> int:
    return sum(1 for _, facts in graph.nodes(data=True) if facts["kind"] == "party")

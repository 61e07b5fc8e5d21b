"""What the cells of one link of a chain say: who, as what, where, on which paper, which data and for whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ropa.fields import card
from ropa.glossary import phrase
from ropa.model import PEOPLE, Agreement, Flow
from ropa.model.text import Text
from ropa.outline.cells import Cells
from ropa.outline.flows import carried
from ropa.outline.page import Cell
from ropa.sharing import Link
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying
from ropa.wording import role_of

MANY = 20
"""Of more names than this the others are counted."""

Row = tuple[Cell, ...]


class LinkCells:
    """The cells of links. `only` names parties beside whom nobody is named: then nothing leads to their table either."""

    def __init__(self, words: Cells, on: date | None, only: frozenset[str] | None = None) -> None:
        self._words = words
        self._only = only
        self._reach = Reach.of(words.register, on)
        self.saying = Saying(words.register, words.language, on)

    def rank(self, link: Link) -> Row:
        """How many processors deep it is; nothing for who is none."""
        return () if link.rank is None else (Cell(link.rank),)

    def sender(self, link: Link) -> Row:
        """Who sends."""
        return self._party(link.sender)

    def recipient(self, link: Link) -> Row:
        """Who receives."""
        return self._party(link.recipient)

    def _party(self, key: str) -> Row:
        leads = self._only is None and key != PEOPLE
        return (Cell(self._words.party(key), target="parties" if leads else None),)

    def role(self, link: Link) -> Row:
        """As what, whether it is sure to happen, and on which condition."""
        words, hop = self._words, link.hop
        said = [Cell(f"{role_of(words, hop)}{words.reading(hop.flow, 'role')}", not (hop.role or hop.source))]
        if link.circle:
            said.append(Cell(phrase("chain.circle", words.language)))
        if link.possible:
            said.append(Cell(words.phrase("possible")))
        if hop.flow.when is not None:
            when = words.labelled(card(Flow, "when"), words.text(hop.flow.when), hop.flow)
            said.append(Cell(when))
        return tuple(said)

    def countries(self, link: Link) -> Row:
        """Where the data are."""
        if not link.countries:
            return (Cell(self._words.phrase("country-not-stated"), muted=True),)
        return tuple(Cell(self._words.country(one)) for one in link.countries)

    def reached_from(self, link: Link) -> Row:
        """From where they can be reached."""
        return tuple(Cell(self._words.country(one)) for one in link.access_from)

    def role_and_place(self, link: Link) -> Row:
        """As what, and where."""
        return (*self.role(link), Cell(self.saying.place(link.hop), muted=not link.countries))

    def agreements(self, link: Link) -> Row:
        """The papers between the two; that none is recorded, for a processor, to who may see all of them."""
        if not link.agreements:
            told = link.hop.is_processor and self._words.shown.judged
            return (Cell(self._chain("no-agreement"), muted=True),) if told else ()
        return tuple(
            Cell(self._paper(one.key), target=None if self._only is not None else "agreements")
            for one in link.agreements
        )

    def _paper(self, key: str) -> str:
        words, paper = self._words, self._words.register.agreement(key)
        said = words.refer("agreement", key)
        return f"{said} ({words.text(paper.when)})" if paper.when is not None else said

    def authorisation(self, link: Link) -> Row:
        """For a sub-processor: what each party that engages its sender allows, or that nothing is recorded."""
        if not self._words.shown.field(Agreement, "sub_processors"):
            return ()  # who does not see what is authorised is not told that nothing is
        allowed: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for one in link.authorisations:
            if self._only is None or one.by in self._only:
                papers = tuple(key for key in one.agreements if self._shows(key))
                allowed.setdefault((one.permission.value, papers), []).append(one.by)
        if not allowed and link.hop.sub_processor and link.sender != PEOPLE:
            allowed["not-recorded", ()] = []
        said = [
            Cell(self._permission(how, papers, by), muted=how == "not-recorded")
            for (how, papers), by in allowed.items()
        ]
        return (*said, *self._further_up(link))

    def _further_up(self, link: Link) -> Row:
        """What those further up than who engages the sender withhold."""
        told: dict[tuple[str, str], tuple[list[str], dict[str, None]]] = {}
        for one in link.withheld:
            if self._only is None or self._only.issuperset((one.by, one.processor)):
                by, papers = told.setdefault((one.permission.value, one.processor), ([], {}))
                by.append(one.by)
                papers.update(dict.fromkeys(filter(self._shows, one.agreements)))
        return tuple(
            Cell(
                self._chain(
                    f"further-up.{permission}",
                    by=self._row(by),
                    processor=self._words.party(processor),
                    agreements=self._words.phrase("comma").join(papers),
                )
            )
            for (permission, processor), (by, papers) in told.items()
        )

    def _shows(self, key: str) -> bool:
        return self._only is None or self._only.issuperset(self._words.register.agreement(key).between)

    def _permission(self, how: str, papers: tuple[str, ...], by: list[str]) -> str:
        said = self._chain(f"permission.{how}")
        if by:
            said += self._words.phrase("comma") + self._chain("by", parties=self._row(by))
        if papers:
            said += f" ({self._words.phrase('comma').join(papers)})"
        return said

    def papers(self, link: Link) -> Row:
        """The agreements, and below them what is allowed."""
        return (*self.agreements(link), *self.authorisation(link))

    def data(self, link: Link) -> Row:
        """Which data; with whose they are where they are not the same of all."""
        items, people = _every(one for one, _ in link.tokens), _every(one for _, one in link.tokens)
        if not items:
            return carried(self._words, (link.hop,), card(Flow, "personal_data"))
        if len(items) * max(len(people), 1) > len(link.tokens):
            return (Cell(self.saying.data(link.tokens)),)
        return (Cell(self.saying.items(items)),)

    def people(self, link: Link) -> Row:
        """Of whom."""
        people = _every(one for _, one in link.tokens)
        if not people:
            return carried(self._words, (link.hop,), card(Flow, "data_subjects"))
        return tuple(Cell(self._words.term("data-subjects", one)) for one in people)

    def carried(self, link: Link) -> Row:
        """Which data of whom, or that it is all of the activity."""
        matter = self._reach[link.activity].matter
        if link.hop.flow.absences.keys() & {"personal_data"} or not matter.says_data:
            return carried(self._words, (link.hop,), card(Flow, "personal_data"))
        if len(link.tokens) == len(matter.tokens):
            return (Cell(self._words.phrase("all-data")),)
        return (Cell(self.saying.data(link.tokens)),)

    def behalf(self, link: Link) -> Row:
        """On behalf of which controllers."""
        return (Cell(self._row(link.customers)),) if link.customers else ()

    def behalf_beyond(self, link: Link, party: str) -> Row:
        """The same, where it is not simply for a party itself."""
        return () if link.customers == (party,) else self.behalf(link)

    def _row(self, keys: Iterable[str]) -> str:
        return self.saying.few([*keys], self._words.party, MANY)

    def _chain(self, key: str, **values: object) -> str:
        return phrase(f"chain.{key}", self._words.language, **values)


def _every(found: Iterable[Text | None]) -> tuple[Text, ...]:
    """What there is, each once."""
    return tuple(one for one in dict.fromkeys(found) if one is not None)

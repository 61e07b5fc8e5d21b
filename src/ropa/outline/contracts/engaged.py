"""What the cells say of one processor: who it is, what it does with which data, where, since when, on which paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from ropa.fields import card
from ropa.glossary import phrase
from ropa.model import PEOPLE, Flow, Party
from ropa.outline.contracts.allowed import Allowed
from ropa.outline.contracts.reached import contact, numbers
from ropa.outline.contracts.words import AnnexCells, Row
from ropa.outline.links import LinkCells
from ropa.outline.moves import grounds
from ropa.outline.page import Cell
from ropa.sharing import Link
from ropa.transfer import Judged, judged


class Engaged:
    """The cells of links. `named` are the parties that may be named: on whose behalf it is done is not among them.

    `below` are those whose list it is: who engages whom is told only further down. With `asked`, only what those allow
    counts: in a contract with one customer nothing is said of what the others allow.
    """

    def __init__(
        self,
        words: AnnexCells,
        on: date,
        named: frozenset[str],
        below: Collection[str],
        asked: frozenset[str] | None = None,
    ) -> None:
        self._words = words
        self._on = on
        self._named = named
        self._below = below
        self._asked = asked
        self._allowed = Allowed(words, on, named, asked)
        self._links = LinkCells(words, on, named)
        self._judged: dict[tuple[str, str, str, str], list[Judged]] = {}
        for one in judged(words.register, on=on, tables=words.tables):
            held = one.transfer
            place = (held.activity, held.path, held.sender, held.recipient)
            self._judged.setdefault(place, []).append(one)

    def who(self, link: Link) -> Row:
        """Its name, with its known members where it is a category."""
        words, party = self._words, link.party
        members = words.fielded(party, "members") if party.named is False and party.members else ()
        return (Cell(words.party(party.key)), *(Cell(one.value) for one in members))

    def established(self, link: Link) -> Row:
        """In which country it is established."""
        return self._words.fielded(link.party, "country")

    def number(self, link: Link) -> Row:
        """Its numbers in public registers."""
        return numbers(self._words, link.party)

    def identity(self, link: Link) -> Row:
        """Who it is in one cell: name, establishment, numbers."""
        words, party = self._words, link.party
        country = (
            Cell(words.labelled(card(Party, "country"), words.country(party.country)))
            if party.country
            else words.unsaid_of(Party, "country")
        )
        numbers = self.number(link) if party.registration else (words.unsaid_of(Party, "registration"),)
        return (*self.who(link), country, *numbers, *self.open(link), *self.engaged_by_other(link))

    def open(self, link: Link) -> Row:
        """What is not so for all or not certain: role, condition, whether it happens, only for some customers."""
        hop = link.hop
        sure = hop.is_processor and not link.possible and hop.flow.when is None
        some = (Cell(self._words.annex("only-some")),) if hop.flow.customers and self._asked is None else ()
        return some if sure else (*self._links.role(link), *some)

    def engager(self, link: Link) -> Row:
        """Who engages it."""
        if link.sender != PEOPLE:
            return (Cell(self._words.party(link.sender)),)
        return tuple(Cell(self._words.party(one)) for one in link.customers if one in self._named)

    def engaged_by_other(self, link: Link) -> Row:
        """The same in a sentence, further down a chain."""
        if link.sender in (*self._below, PEOPLE) or not link.hop.is_processor:
            return ()
        return (Cell(self._words.annex("engaged-by", party=self._words.party(link.sender))),)

    def contact(self, link: Link) -> Row:
        """How it can be reached."""
        return contact(self._words, link.party)

    def does(self, link: Link) -> Row:
        """What it does."""
        return self._words.together(link.hop.flow.processing, "processing") or self._words.unsaid()

    def data(self, link: Link) -> Row:
        """Which data."""
        return self._links.data(link) or self._words.unsaid()

    def people(self, link: Link) -> Row:
        """Of whom."""
        said = [str(one.value) for one in self._links.people(link)]
        return (Cell(self._words.phrase("comma").join(said)),) if said else self._words.unsaid()

    def carried(self, links: Sequence[Link]) -> Row:
        """Which data of several links together, and below them of whom."""
        words = self._words
        items = dict.fromkeys(item for link in links for item, _ in link.tokens if item is not None)
        people = dict.fromkeys(person for link in links for _, person in link.tokens if person is not None)
        silent = [link for link in links if not any(item for item, _ in link.tokens)]
        whose = words.together(people, "data_subjects") or self.people(links[0])
        of = card(Flow, "data_subjects")
        return (
            *words.together(items, "personal_data"),
            *(self.data(silent[0]) if silent else ()),
            *(Cell(words.labelled(of, str(one.value)), one.muted) for one in whose),
        )

    def countries(self, link: Link) -> Row:
        """Where the data are."""
        return self._links.countries(link)

    def reached_from(self, link: Link) -> Row:
        """From where they can be reached."""
        words, of = self._words, card(Flow, "access_from")
        if link.access_from:
            return self._links.reached_from(link)
        return words.absence(link.hop.flow.absences.get(of.key))

    def place(self, link: Link) -> Row:
        """Both, in one cell."""
        words = self._words
        there = words.phrase("comma").join(words.country(one) for one in link.countries)
        far = words.phrase("comma").join(words.country(one) for one in link.access_from)
        reached = card(Flow, "access_from")
        return (
            Cell(there) if there else Cell(words.phrase("country-not-stated"), muted=True),
            Cell(words.labelled(reached, far)) if far else words.unsaid_of(Flow, reached.key),
        )

    def since(self, link: Link) -> Row:
        """From which day."""
        return self._words.day(link.hop.first_day)

    def until(self, link: Link) -> Row:
        """Up to which day; nothing where no end is known."""
        last = link.hop.last_day
        return (Cell(last),) if last else ()

    def days(self, link: Link) -> Row:
        """Both, in one cell."""
        words, first, last = self._words, link.hop.first_day, link.hop.last_day
        begun = first is not None and first <= self._on
        started = words.annex("since" if begun else "from", day=first.isoformat()) if first else ""
        return (
            *((Cell(started),) if first else words.unsaid()),
            *((Cell(words.annex("until", day=last.isoformat())),) if last else ()),
        )

    def agreement(self, link: Link) -> Row:
        """The papers between it and whoever engages it; that none is recorded."""
        papers = [paper for paper in link.agreements if paper.holds(self._on)]
        if not papers:
            none = phrase("chain.no-agreement", self._words.language)
            return (Cell(none, muted=True),) if self._words.shown.judged else ()
        return tuple(cell for paper in papers for cell in self._words.paper(paper))

    def authorisation(self, link: Link) -> Row:
        """With whose leave it is engaged."""
        return self._allowed.authorisation(link)

    def notice(self, link: Link) -> Row:
        """With what notice a change of sub-processors is announced."""
        return self._allowed.notice(link)

    def papers(self, link: Link) -> Row:
        """Agreement, authorisation and notice, in one cell."""
        return (*self.agreement(link), *self.authorisation(link), *self.notice(link))

    def judged(self, link: Link) -> list[Judged]:
        """Its transfers of the day."""
        hop = link.hop
        return self._judged.get((hop.activity, hop.path, hop.sender, hop.recipient), [])

    def transfers(self, link: Link) -> Row:
        """To which third countries it is a transfer, on which ground, and to whom it is told how that stands on the day."""
        found = [cell for one in self.judged(link) for cell in moved(self._words, one)]
        if found:
            return tuple(found)
        words = self._words
        return (Cell(words.annex("no-transfer")),) if link.countries else words.unsaid()


def moved(words: AnnexCells, one: Judged) -> Row:
    """A transfer: where to and on what; to who is told what a check finds, how that stands and why."""
    held = one.transfer
    where = words.country(held.country) if held.country else words.party(held.recipient)
    told = words.shown.judged and words.shown.gaps
    on = words.semicolon.join(str(cell.value) for cell in grounds(words, held, lacks=told))
    if not told:
        return (Cell(f"{where}{words.colon}{on}" if on else where),)
    standing = words.phrase(f"standing.{one.verdict.standing.value}")
    why = dict.fromkeys(each.message(words.language) for each in (one.verdict, *one.fallen))
    stands = f"{standing[:1].upper()}{standing[1:]}"
    return (Cell(f"{where}{words.colon}{on}"), *([] if standing == on else [Cell(stands)]), *map(Cell, why))

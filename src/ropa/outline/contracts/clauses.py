"""The annexes of the standard contractual clauses of Decision (EU) 2021/914, filled from the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.fields import card
from ropa.glossary import citation, require
from ropa.law import Authority, Role, Tables, authority_of
from ropa.law.clause import Fit
from ropa.model import Agreement, Hop, Measure, Party, Register
from ropa.outline.contracts.document import document
from ropa.outline.contracts.engaged import Engaged
from ropa.outline.contracts.guarding import covering, measures_of, measures_table, said
from ropa.outline.contracts.listed import named
from ropa.outline.contracts.matter import Matter, besides
from ropa.outline.contracts.modules import Exports, exports, role_of_sender
from ropa.outline.contracts.resting import Behalf, Served, further
from ropa.outline.contracts.sides import agreement_lines, side
from ropa.outline.contracts.table import Shape, table
from ropa.outline.contracts.unnamed import unnamed
from ropa.outline.contracts.words import AnnexCells, Row
from ropa.outline.page import Block, Cell, Line, Lines, Outline, Paragraph, Section
from ropa.sharing import Link
from ropa.wording import role_of

FIRST, SECOND, THIRD = "annex-1", "annex-2", "annex-3"
BLANK = "_" * 28
"""A line to write on."""


def scc_annex(
    register: Register,
    *,
    language: str,
    on: date,
    agreement: str,
    digest: str | None = None,
    tables: Tables | None = None,
) -> Outline:
    """Annexes I to III of an agreement with the clauses of Decision (EU) 2021/914, as far as the register records them.

    Which there are follows the modules: Annex I.C and II not for a processor that sends to its own customer, Annex III
    only where the importer is a processor. `UnknownEntry` where there is no such agreement, or it has other clauses or
    none: the message says so. Nobody else is named in them who is a customer or has a contract, whatever a text says.
    """
    words = AnnexCells(register, require(language), tables=tables)
    held = exports(register, agreement, on, tables)
    served = Behalf(register, on).served(held.hops)
    links = further(register, on, held.importers, served) if held.has_sub_processors else ()
    ends = held.exporters + held.importers or held.paper.between
    made = document(
        words,
        on,
        "scc-annex",
        tuple(_Annexes(words, on, held, links, served).sections()),
        subtitle=f"{' → '.join(words.party(one) for one in ends)} · {citation('46(2)(c)', words.language)}",
        facts=_facts(words, held),
        digest=digest,
    )
    return unnamed(made, register, (*ends, *held.paper.between, *(named(ends[0], links) if ends else ())))


def _facts(words: AnnexCells, held: Exports) -> tuple[Line, ...]:
    modules = tuple(Cell(_module(words, one)) for one in held.fits)
    derived = (Cell(words.annex("by-the-roles"), muted=True),) if modules and not held.stated else ()
    return (
        Line(words.annex("agreement"), words.paper(held.paper)),
        Line(card(Agreement, "decision").label(words.language), words.fielded(held.paper, "decision")),
        Line(words.annex("module"), (*modules, *derived) or words.unsaid()),
    )


def _module(words: AnnexCells, fit: Fit) -> str:
    return (
        f"{fit.module}{words.colon}{words.term('roles', fit.sender)} → {words.term('roles', fit.recipient)}"
    )


class _Annexes:
    """The sections of one document."""

    def __init__(
        self, words: AnnexCells, on: date, held: Exports, links: tuple[Link, ...], served: Served
    ) -> None:
        self.words = words
        self.on = on
        self.held = held
        self.links = links
        self.served = served
        ends = held.exporters + held.importers
        who = named(ends[0], links).union(ends) if ends else frozenset()
        self.shape = Shape(words, Engaged(words, on, who, held.importers, who), on_behalf=True)

    def sections(self) -> Iterator[Section]:
        words, held = self.words, self.held
        first = [self.parties(), self.description()]
        if held.has_authority:
            first.append(self.authority())
        yield Section(FIRST, words.annex("first"), (), tuple(first), short=words.annex("first"))
        if held.has_authority:
            yield self.measures()
        if held.has_sub_processors:
            yield self.sub_processors()

    def parties(self) -> Section:
        words, held = self.words, self.held
        told: tuple[Block, ...] = (Lines(tuple(agreement_lines(words, (held.paper,)))),)
        if not held.paper.holds(self.on):
            name = words.paper(held.paper)[0].value
            told += (Paragraph(words.annex("not-in-force", agreement=name, day=self.on.isoformat())),)
        sides = [self._side(one, "exporter") for one in held.exporters]
        sides += [self._side(one, "importer") for one in held.importers if one not in held.exporters]
        if not sides:
            open_ = words.phrase("role-not-stated")
            known = (one for one in held.paper.between if one in words.register.party_keys)
            sides = [side(words, f"{FIRST}:a", one, open_) for one in known]
        return Section(f"{FIRST}:a", words.annex("list-of-parties"), told, tuple(sides))

    def _side(self, key: str, role: str) -> Section:
        words = self.words
        own = [hop for hop in self.held.hops if key in (hop.sender, hop.recipient)]
        names = dict.fromkeys(self._matter(hop.activity).name for hop in own)
        more = (
            Line(words.annex("relevant-activities"), tuple(map(Cell, names))),
            Line(words.annex("role"), self._roles(key, own)),
            Line(words.annex("signature"), self._signature()),
        )
        return side(words, f"{FIRST}:a", key, words.annex(role), more)

    def _signature(self) -> Row:
        """Room to sign, and the day of it if the register has one: Annex I.A asks each party for both."""
        signed = self.held.paper.signed
        return (Cell(BLANK), *((Cell(signed),) if signed else ()))

    def _roles(self, key: str, hops: list[Hop]) -> Row:
        words = self.words
        found: dict[str, None] = {}
        for hop in hops:
            if hop.recipient == key:
                found[words.term("roles", Role.PROCESSOR) if hop.is_processor else role_of(words, hop)] = None
                continue
            role = role_of_sender(words.register, hop, self.on)
            found[words.term("roles", role) if role else words.phrase("role-not-stated")] = None
        return tuple(map(Cell, found))

    def _matter(self, activity: str) -> Matter:
        return Matter(self.words, self.on, activity, self.held.hops_in(activity), self.served[activity])

    def description(self) -> Section:
        words = self.words
        title = words.annex("description")
        if not self.held.hops:
            return Section(f"{FIRST}:b", title, (Paragraph(words.annex("nothing-covered"), muted=True),))
        told = [self._described(self._matter(key)) for key in self.held.activities]
        if self.links:
            rows = table(words, self.on, self.links, self.shape.described())
            told.append(Section(f"{FIRST}:b:further", words.annex("to-sub-processors"), (rows,)))
        return Section(f"{FIRST}:b", title, (), tuple(told))

    def _described(self, one: Matter) -> Section:
        words = self.words
        lines = (
            one.people(),
            one.data(),
            one.sensitive(),
            *self._safeguards(one),
            Line(words.annex("frequency"), (Cell(words.annex("not-recorded"), muted=True),)),
            one.nature(),
            one.purposes(recipient=True),
            *one.places(""),
            one.retention(),
        )
        return Section(f"{FIRST}:b:{one.key}", one.name, (Lines(lines),))

    def _safeguards(self, one: Matter) -> Iterator[Line]:
        """What protects the sensitive data, where there are any: the measures of the importers that say so."""
        kinds = [item.kind for item, _ in one.delicate()]
        if kinds:
            held = [each for key in self.held.importers for each in self._measures(key)]
            cells = said(self.words, covering(held, kinds))
            yield Line(self.words.annex("sensitive-safeguards"), cells or self.words.unsaid())

    def _measures(self, party: str) -> tuple[Measure, ...]:
        beside = besides(map(self._matter, self.held.activities))
        return measures_of(self.words.register, party, self.held.activities, self.on, beside)

    def authority(self) -> Section:
        words = self.words
        lines = tuple(Line(words.party(key), self._authority(key)) for key in self.held.exporters)
        told: Block = Lines(lines) if lines else Paragraph(words.phrase("not-stated"), muted=True)
        return Section(f"{FIRST}:c", words.annex("authority"), (told,))

    def _authority(self, key: str) -> Row:
        """The authority of an exporter: as it states, else that of its country, or of its representative's."""
        words = self.words
        party = words.register.party(key)
        if party.supervisory_authority is not None:
            return words.fielded(party, "supervisory_authority")
        for whose, country in self._countries(party):
            found = [one for one in authority_of(country, self.on) if _may_be(one, party)]
            if len(found) > 1:
                return (Cell(words.annex("one-of-several", country=words.country(country)), muted=True),)
            if found:
                derived = Cell(words.annex(whose, country=words.country(country)), muted=True)
                return (Cell(_called(found[0], words.language)), derived)
        return words.unsaid()

    def _countries(self, party: Party) -> Iterator[tuple[str, str]]:
        if party.country:
            yield "by-country", party.country
        if isinstance(party.representative, str) and party.representative in self.words.register.party_keys:
            country = self.words.register.party(party.representative).country
            if country:
                yield "by-representative", country

    def measures(self) -> Section:
        words = self.words
        held = [(key, self._measures(key)) for key in self.held.importers]
        subs = dict.fromkeys(link.recipient for link in self.links)
        held += [
            (key, found) for key in subs if key not in self.held.importers and (found := self._measures(key))
        ]
        told: Block = (
            measures_table(words, held) if held else Paragraph(words.phrase("not-stated"), muted=True)
        )
        return Section(SECOND, words.annex("second"), (told,), short=words.annex("second-short"))

    def sub_processors(self) -> Section:
        words, paper = self.words, self.held.paper
        said_of_it = Lines(
            (Line(words.label(Agreement, "sub_processors"), words.fielded(paper, "sub_processors")),)
        )
        told: Block = Paragraph(words.annex("no-further"), muted=True)
        if self.links:
            told = table(words, self.on, self.links, self.shape.named())
        return Section(THIRD, words.annex("third"), (said_of_it, told), short=words.annex("third-short"))


def _may_be(one: Authority, party: Party) -> bool:
    """Whether an authority of its country can be a party's: some are for public bodies alone, or for others alone."""
    if party.public_body is True:
        return one.only_for in ("", "public-bodies")
    return one.only_for in ("", "private-bodies")


def _called(one: Authority, language: str) -> str:
    """Its name in a language, or in its own."""
    return one.names.get(language) or next(iter(one.names.values()))

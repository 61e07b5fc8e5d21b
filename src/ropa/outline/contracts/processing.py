"""The annex of a contract with a processor: what Article 28(3) wants set out, as far as the register records it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ropa.errors import UnknownEntry
from ropa.glossary import citation, phrase, require
from ropa.law import Tables
from ropa.model import Agreement, Flow, Register
from ropa.outline.contracts.dealing import Dealing, by_agreement, by_customer
from ropa.outline.contracts.document import document
from ropa.outline.contracts.engaged import Engaged, moved
from ropa.outline.contracts.guarding import measures_of, measures_table
from ropa.outline.contracts.listed import named
from ropa.outline.contracts.matter import Matter, besides
from ropa.outline.contracts.resting import further
from ropa.outline.contracts.sides import agreement_lines, side
from ropa.outline.contracts.table import Shape, table
from ropa.outline.contracts.unnamed import unnamed
from ropa.outline.contracts.words import AnnexCells
from ropa.outline.page import Block, Cell, Column, Line, Lines, Outline, Paragraph, Section, Table
from ropa.sharing import Link
from ropa.transfer import judged


def processing_annex(
    register: Register,
    *,
    language: str,
    on: date,
    agreement: str | None = None,
    customer: str | None = None,
    digest: str | None = None,
    tables: Tables | None = None,
) -> Outline:
    """The annex of one contract with a processor, or of what the holder does for one customer (Article 28(3)).

    Only what the register records of the activities covered, on a day; the purposes of a controller only where the
    activity itself states them. Both together ask for one customer of several under one agreement. `UnknownEntry`
    where there is no such agreement or customer, it is no such contract, or neither is named. No other customer is named
    in it, nor who else has a contract, whatever a text says.
    """
    words = AnnexCells(register, require(language), tables=tables)
    dealing = _asked(register, on, agreement, customer)
    links = further(register, on, dealing.processors, dealing.served)
    parties = [key for paper in dealing.papers for key in paper.between if key in register.party_keys]
    ends = tuple(dict.fromkeys((*dealing.engagers, *dealing.processors) or parties))
    made = document(
        words,
        on,
        "processing-annex",
        tuple(_sections(words, on, dealing, ends, links)),
        subtitle=f"{' — '.join(words.party(one) for one in ends)} · {citation('28(3)', words.language)}",
        facts=_facts(words, dealing),
        digest=digest,
    )
    bound = (
        () if customer else parties
    )  # of several customers that signed one paper, only the one that is asked for
    below = named(ends[0], links) if ends else ()
    return unnamed(made, register, (*ends, *bound, *below))


def _asked(register: Register, on: date, agreement: str | None, customer: str | None) -> Dealing:
    if agreement is not None:
        return by_agreement(register, agreement, on, customer)
    if customer is not None:
        return by_customer(register, customer, on)
    raise UnknownEntry("say which agreement the annex is of, or for which customer")


def _facts(words: AnnexCells, dealing: Dealing) -> tuple[Line, ...]:
    papers = tuple(cell for paper in dealing.papers for cell in words.paper(paper))
    none = Cell(phrase("chain.no-agreement", words.language), muted=True)
    return (Line(words.annex("agreement"), papers or (none,)),)


def _sections(
    words: AnnexCells, on: date, dealing: Dealing, ends: Iterable[str], links: tuple[Link, ...]
) -> Iterator[Section]:
    yield _parties(words, on, dealing, tuple(ends))
    yield _processing(words, on, dealing)
    if not dealing.hops:
        return
    yield _security(words, on, dealing)
    yield _further(words, on, dealing, links)
    yield _transfers(words, on, dealing, links)


def _parties(words: AnnexCells, on: date, dealing: Dealing, ends: tuple[str, ...]) -> Section:
    """The agreement and the parties to it."""
    sides = tuple(side(words, "party", key, _role(words, dealing, key)) for key in ends)
    told: tuple[Block, ...] = (
        (Lines(tuple(agreement_lines(words, dealing.papers))),) if dealing.papers else ()
    )
    late = [paper for paper in dealing.papers if not paper.holds(on)]
    told += tuple(Paragraph(_not_in_force(words, one, on)) for one in late)
    return Section("parties", words.annex("parties"), told, sides)


def _not_in_force(words: AnnexCells, paper: Agreement, on: date) -> str:
    return words.annex("not-in-force", agreement=words.paper(paper)[0].value, day=on.isoformat())


def _role(words: AnnexCells, dealing: Dealing, key: str) -> str:
    if key in dealing.processors:
        deeper = all(hop.sub_processor for hop in dealing.hops if hop.recipient == key)
        return words.annex("sub-processor") if deeper else words.phrase("processor")
    if key not in dealing.engagers:
        return words.phrase("role-not-stated")
    whose = _categories(words.register, dealing) | {key}
    decides = any(whose & set(hop.controllers) for hop in dealing.hops)
    return words.phrase("sheet-controller" if decides else "processor")


def _categories(register: Register, dealing: Dealing) -> frozenset[str]:
    """The categories of parties that the engagers are of: what they allow is allowed for each."""
    mine = set(dealing.engagers)
    return frozenset(one.key for one in register.parties if one.named is False and mine & set(one.members))


def _processing(words: AnnexCells, on: date, dealing: Dealing) -> Section:
    """What is processed, activity by activity."""
    title = words.annex("processing")
    if not dealing.hops:
        return Section("processing", title, (Paragraph(words.annex("nothing-covered"), muted=True),))
    told = []
    for key in dealing.activities:
        one = _matter(words, on, dealing, key)
        lines = (
            one.subject(), one.duration(), one.nature(), one.purposes(), one.data(), one.sensitive(), one.people(),
            *one.places("28(3)(a)"), one.retention(), one.ending(),
        )  # fmt: skip
        told.append(Section(f"processing:{key}", one.name, (Lines(lines),)))
    said = Line(words.annex("instructions"), words.unsaid(), citation("28(3)(a)", words.language))
    return Section("processing", title, (Lines((said,)),), tuple(told))


def _matter(words: AnnexCells, on: date, dealing: Dealing, activity: str) -> Matter:
    return Matter(words, on, activity, dealing.hops_in(activity), dealing.served[activity])


def _security(words: AnnexCells, on: date, dealing: Dealing) -> Section:
    beside = besides(_matter(words, on, dealing, key) for key in dealing.activities)
    held = [
        (key, measures_of(words.register, key, dealing.activities, on, beside)) for key in dealing.processors
    ]
    title = f"{words.phrase('security')} — {citation('28(3)(c)', words.language)}"
    return Section("security", title, (measures_table(words, held),), short=words.phrase("tab.security"))


def _further(words: AnnexCells, on: date, dealing: Dealing, links: tuple[Link, ...]) -> Section:
    title = f"{words.annex('sub-processors.title')} — {citation('28(2)', words.language)}"
    told: Block = Paragraph(words.annex("no-further"), muted=True)
    if links:
        who = named(dealing.processors[0], links).union(dealing.processors, dealing.engagers)
        shape = Shape(
            words,
            Engaged(words, on, who, dealing.processors, who | _categories(words.register, dealing)),
            on_behalf=True,
        )
        told = table(words, on, links, shape.short(transfers=False))
    return Section("sub-processors", title, (told,), short=words.annex("sub-processors.title"))


def _transfers(words: AnnexCells, on: date, dealing: Dealing, links: tuple[Link, ...]) -> Section:
    """The transfers to third countries in what is covered, each with how it stands; and of whom no place is known."""
    hops = (*dealing.hops, *(link.hop for link in links))
    places = {(hop.activity, hop.path, hop.recipient) for hop in hops}
    rows: dict[tuple[tuple[Cell, ...], ...], None] = {}
    for one in judged(words.register, on=on, tables=words.tables):
        held = one.transfer
        if (held.activity, held.path, held.recipient) in places:
            cells = moved(words, one)
            rows[(Cell(words.party(held.recipient)),), cells[:1], cells[1:]] = None
    told: list[Block] = [] if rows else [Paragraph(words.annex("no-transfers"), muted=True)]
    silent = dict.fromkeys(words.party(hop.recipient) for hop in hops if not hop.countries)
    if silent:
        told.append(Paragraph(words.annex("place-unknown", parties=words.semicolon.join(silent))))
    if rows:
        heads = (
            Column(words.label(Flow, "recipient"), width=30, names=True),
            Column(words.phrase("ground"), citation("44", words.language), 44),
            Column(words.phrase("how-it-stands"), width=70),
        )
        told.append(Table(heads, tuple(rows)))
    return Section("transfers", words.phrase("transfers"), tuple(told))

"""What stands at the front of every printed register: whose it is, what it was drawn from, what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ropa.fields import FieldCard, card, cards
from ropa.glossary import citation
from ropa.law import Duty, outside_eea
from ropa.law.own_mark import own_in, own_mark
from ropa.model import Evidence, Part, Party, Register, Source
from ropa.model.party import Person
from ropa.outline.cells import Cells
from ropa.outline.copied import copied_lines
from ropa.outline.notice import notice, source_name
from ropa.outline.page import Cell, Line, Outline, Section
from ropa.outline.read_from import read_from
from ropa.outline.records import controlled, processed

FRONT = ("holder", "reference", "version", "status", "adopted", "adopted_by", "sources")
FURNITURE = ("contents", "page", "continued", "cover", "not-stated")


def holder_name(words: Cells) -> str:
    """The name of the holder, or that nobody is named."""
    holder = words.register.holder
    return words.party(holder) if holder else words.phrase("no-holder")


def outline(
    words: Cells,
    on: date,
    sections: tuple[Section, ...],
    party: str | None = None,
    about: tuple[Line, ...] = (),
) -> Outline:
    """A whole document around its sections; `party` is named where the records are not the holder's.

    `about` says more of whose records these are, where no section does.
    """
    holder = holder_name(words)
    whose = words.party(party) if party and party != words.register.holder else holder
    article = citation("30", words.language)
    return Outline(
        title=words.phrase("title"),
        subtitle=words.phrase("subtitle", holder=whose, article=article),
        language=words.language,
        on=on,
        facts=(*_facts(words, on), *copied_lines(words), *about),
        notice=notice(words, on, holder, party),
        sections=sections,
        furniture={name: words.phrase(name) for name in FURNITURE},
    )


def cover_lines(words: Cells, on: date, party: str | None, digest: str | None) -> tuple[Line, ...]:
    """What a cover says last: how many records there are of each kind, in which language they are, the digest."""
    return (
        *_kept(words, on, party),
        Line(words.audit("language"), (Cell(words.audit("language-itself")),)),
        *_own_rows(words),
        *((Line(words.audit("digest"), (Cell(digest),)),) if digest else ()),
    )


def _own_rows(words: Cells) -> Iterator[Line]:
    """That not all of the law in it is the library's: how many rows were added, and the mark by which to tell them."""
    number, mark = len(own_in(words.tables)), own_mark(words.tables)
    if mark:
        said = words.audit("own-rows", number=number)
        yield Line(words.audit("dated-tables"), (Cell(said), Cell(words.audit("own-rows-mark", mark=mark))))


def _kept(words: Cells, on: date, party: str | None) -> Iterator[Line]:
    """How many entries the records have that are kept as a controller, and as a processor."""
    whose = party or words.register.holder
    told = not words.shown.one_customer  # what the holder keeps for itself is not in a customer's copy
    entries = sum(len(one.entries) for one in controlled(words, whose, on))
    rows = sum(len(one.rows) for one in processed(words, whose, on))
    for key, article, number in (
        ("kept-as-controller", "30(1)", entries),
        ("kept-as-processor", "30(2)", rows),
    ):
        if not number and not told:
            continue
        said = Cell(words.audit("entries" if number else "entries-none", number=number))
        yield Line(words.audit(key), (said,), citation(article, words.language))


def _facts(words: Cells, on: date) -> tuple[Line, ...]:
    register = words.register
    lines = []
    for key in FRONT:
        one = card(Register, key)
        value = getattr(register, one.attribute)
        if key == "sources":
            cells = tuple(_source(words, source) for source in value)
        else:
            cells = words.cells(value, one) if value else ()
        if cells or key == "holder":
            lines.append(Line(one.label(words.language), cells or words.absence(None)))
    return (*lines, Line(words.phrase("as-of"), (Cell(on),)))


def _source(words: Cells, source: Source) -> Cell:
    """A source, and whether the register was read from it: one may be listed that nothing rests on."""
    said = source_name(words, source)
    if words.shown.kind(Evidence) and source not in read_from(words.register).sources:
        said = words.phrase("rests-nothing", source=said)
    return Cell(said)


ABOUT = "30(1)(a)"
"""The provision whose fields say who keeps a record; point (a) of paragraph 2 asks the same of a processor."""
REPRESENTATIVE = "representative"


def party_lines(words: Cells, party: Party, article: str, on: date) -> tuple[Line, ...]:
    """What a record says of the party itself, whether stated or not, under the provision of that record.

    Article 27 asks nobody for a representative who is established in the Union: none is missed there.
    """
    lines = []
    for one in cards(Party):
        if not words.shown.field(Party, one.key):
            continue
        value = getattr(party, one.attribute)
        if one.key == REPRESENTATIVE and not value and _is_within(words, party, on):
            continue
        if one.article == ABOUT:
            cells = _person(words, value, one, party) if value else words.absence(party.absences.get(one.key))
            lines.append(Line(one.label(words.language), cells, citation(article, words.language)))
        elif one.key == "registration" and value:
            lines.append(Line(one.label(words.language), words.cells(value, one, party)))
    return tuple(lines)


def _is_within(words: Cells, party: Party, on: date) -> bool:
    """Whether a party is established in the EEA on a day, as far as is recorded, and says nothing of a representative."""
    if party.country is None or REPRESENTATIVE in party.absences:
        return False
    return not outside_eea((party.country,), on, words.tables)


def who_for(words: Cells, party: Party) -> tuple[Cell, ...]:
    """A controller as the record of its processor names it: with its contact, and who stands for it where recorded."""
    cells = [Cell(words.reached(party), target="parties")]
    for one in cards(Party):
        value = getattr(party, one.attribute)
        asked = one.article == ABOUT and one.duty is Duty.WHERE_APPLICABLE
        if asked and (value or one.key in party.absences) and words.shown.field(Party, one.key):
            said = _in_a_line(words, value) if value else words.absent(party.absences[one.key])
            cells.append(Cell(words.labelled(one, said, party)))
    return tuple(cells)


def _in_a_line(words: Cells, person: Person) -> str:
    """Somebody who stands for a party: by name first, then how to reach them."""
    if not isinstance(person, Part):
        return words.reached(words.register.party(person))
    return words.semicolon.join(
        words.say(value, one) if one.key == "name" else words.labelled(one, words.say(value, one), person)
        for one, value in words.fields(person)
    )


def _person(words: Cells, value: Any, one: FieldCard, party: Party) -> tuple[Cell, ...]:
    """A field of a party; a person it names by key with the contact details that stand elsewhere."""
    cells = words.cells(value, one, party)
    if one.refers != "party" or not isinstance(value, str) or value not in words.register.party_keys:
        return cells
    named = words.register.party(value)
    if not isinstance(named.contact, Part):
        return cells
    return (*cells, *words.cells(named.contact, card(Party, "contact"), named))

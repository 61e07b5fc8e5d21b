"""The workbook: the same register as tables to work in, one a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ropa.fields import FieldCard
from ropa.glossary import citation, require
from ropa.law import Tables
from ropa.model import (
    Activity,
    Commitment,
    Cookie,
    Part,
    Party,
    Register,
    Retention,
    Storage,
)
from ropa.outline.assessments import FIELD as ASSESSMENT, assessments_section
from ropa.outline.by_country import by_country
from ropa.outline.cells import Cells
from ropa.outline.chains import KEY as CHAINS, chains, chains_table, intro, ways
from ropa.outline.closing import checked_on, closing_sheets
from ropa.outline.entries import (
    anchor,
    entries_table,
    filled_table,
    section,
    shared_sections,
    spread_table,
    table_section,
)
from ropa.outline.flows import flows_section
from ropa.outline.front import cover_lines, outline, party_lines
from ropa.outline.general import KEY, InGeneral, general_table, numbered
from ropa.outline.given import given
from ropa.outline.letters import beside_letters, label, own_cells, shown_letters
from ropa.outline.measures import FIELD as SECURITY, in_all, measures_table, of_party
from ropa.outline.moves import transfers_section
from ropa.outline.page import Cell, Column, Outline, Section, Table
from ropa.outline.processed import processor_table
from ropa.outline.records import controlled, processed
from ropa.outline.rights import FIELD as RIGHTS, rights_section, says
from ropa.outline.scope import Scope
from ropa.outline.served import served_section
from ropa.outline.shown import Shown
from ropa.records import ControllerEntry, ControllerRecord

if TYPE_CHECKING:
    from ropa.audience import Reader
    from ropa.changes import Changes
    from ropa.rules import CheckReport

RETENTION = "retention"
BESIDE = "beside-letters"
"""The sheet of what goes with the records and answers no letter of Article 30."""
IF_ANY: tuple[tuple[type[Part], str], ...] = (
    (Cookie, "cookies"),
    (Commitment, "commitments"),
    (Storage, "storage"),
)


ELSEWHERE = frozenset({RIGHTS, RETENTION, SECURITY, *(field for _, field in IF_ANY)})
"""Fields with a sheet of their own: beside the letters they are not said twice."""
LETTERS = {"data_subjects": 20, "transfers": 24, "flows": 40}
"""How wide the columns of some letters are; the others are as wide as most."""
USUAL = 32
MOST = 12
"""So many columns of a sheet can still be read on paper: of more, those that are filled least stand together."""


def workbook(
    register: Register,
    *,
    language: str,
    on: date,
    party: str | None = None,
    checked: CheckReport | None = None,
    findings: bool = True,
    digest: str | None = None,
    reader: Reader | None = None,
    customer: str | None = None,
    changes: Changes | None = None,
    tables: Tables | None = None,
) -> Outline:
    """A register as tables: both records, parties, agreements, flows, transfers, retention, measures, rights, findings.

    The records are those of the holder, or of `party` if one is named: then they stand by themselves. `checked` is
    what a check found, made anew for the day where it is not given; without `findings` nothing is said of it, of what
    persons observed and of how much is answered. `digest` is printed on the cover. A register that was cut for a `reader`
    (a `customer`'s by its key) says what is left out, and nothing in its place. `changes` tell what is new in it.
    `tables` are dated tables with rows of one's own, by which all of it is judged; the library's where none are given.
    `UnknownLanguage` where the glossary does not speak the language.
    """
    words = Cells(register, require(language), Shown(reader, customer), tables)
    whose = party or register.holder
    record = "30(2)(a)" if words.shown.one_customer else "30(1)(a)"
    about = party_lines(words, register.party(whose), record, on)[1:] if whose else ()
    sections = tuple(_sections(words, on, party))
    told = checked_on(words, on, checked, findings and words.shown.gaps) if whose == register.holder else None
    if whose == register.holder:  # to somebody else goes nothing of what the holder does beside it
        sections += tuple(closing_sheets(words, on, sections, told, changes))
    return outline(words, on, sections, party, (*about, *cover_lines(words, on, party, digest)))


def _sections(words: Cells, on: date, party: str | None) -> Iterator[Section]:
    register = words.register
    party = party or register.holder
    apart = party != register.holder
    scope = Scope(words, on)
    records = given(controlled(words, party, on), apart=apart)
    entries = [entry for record in records for entry in record.entries]
    only = {entry.activity.key for entry in entries} if apart else None
    general = InGeneral(words, numbered(words, on, only), entries)
    theirs = words.shown.one_customer  # the holder shows a customer what it does for it
    if entries or not theirs:
        yield table_section(words, "sheet-controller", _controller(words, records, general))
    yield table_section(words, "sheet-processor", _processor(words, on, party))
    yield from served_section(words, None if apart else party, on, ELSEWHERE)
    said = general_table(words, scope, general)
    if said.rows:
        yield table_section(words, KEY, said)
    beside = _beside(words, entries, ELSEWHERE if apart else ELSEWHERE | {ASSESSMENT})
    if beside.rows:
        yield table_section(words, BESIDE, beside)
    yield from _chains(words, scope, on, party)
    if apart:
        return  # somebody else's records: nothing of what the holder does beside them
    yield table_section(words, "parties", entries_table(words, Party, register.parties, MOST))
    yield flows_section(words, scope, on, MOST - 1)  # the activity stands before them
    yield transfers_section(words, scope, on, apart=True)
    yield from by_country(words, scope, on)
    retention = spread_table(words, scope, Retention, RETENTION)
    if retention.rows or not theirs:
        yield table_section(words, RETENTION, retention)
    if words.shown.field(Activity, SECURITY):
        yield table_section(words, SECURITY, measures_table(words, scope))
    yield from assessments_section(words, scope)
    rights = rights_section(words, scope)
    if says(rights) or not theirs:
        yield rights
    for part, field in IF_ANY:
        table = spread_table(words, scope, part, field)
        if table.rows:
            yield table_section(words, field, table)
    yield from shared_sections(words, MOST)


def _chains(words: Cells, scope: Scope, on: date, party: str | None) -> Iterator[Section]:
    """A row for each link of a chain; no sheet where there is no processor."""
    held = chains(words.register, party, on)
    if held:
        below = ways(words, scope, held)
        told = section(words, CHAINS, (*intro(words, held), chains_table(words, held)))
        yield replace(told, sections=(below,)) if below else told


def _controller(words: Cells, records: tuple[ControllerRecord, ...], general: InGeneral) -> Table:
    """One row per activity and controller with the letters of Article 30(1), stated or not.

    What is said in general is referred to by its number.
    """
    held = [(record.party.key, entry) for record in records for entry in record.entries]
    everywhere = {
        record.party.key: (of_party(words, record.party, record.on), in_all(words, record.party))
        for record in records
        if words.shown.field(Party, SECURITY)
    }
    numbers = {held.path: held.number for held in general.generals if general.tells(held)}
    letters = shown_letters(words)
    heads = (
        Column(words.phrase("controller"), citation("30(1)(a)", words.language), 20, names=True),
        Column(words.phrase("activity"), width=26, names=True),
        *(_letter(words, one) for one in letters),
        *((Column(words.phrase(KEY), width=12),) if numbers else ()),
    )

    def row(key: str, entry: ControllerEntry) -> tuple[tuple[Cell, ...], ...]:
        covering = [numbers[path] for path, _ in entry.seen.generals if path in numbers]
        return (
            (
                Cell(words.party(key), target="parties"),
                *(Cell(words.reached(one)) for one in entry.joint_with),
            ),
            (_named(words, entry),),
            *(
                general.answer(entry, one, *everywhere.get(key, ()) if one.key == SECURITY else ())
                for one in letters
            ),
            *(
                ((Cell(words.phrase("comma").join(covering), target=KEY),) if covering else (),)
                if numbers
                else ()
            ),
        )

    return Table(heads, tuple(row(key, entry) for key, entry in held))


def _beside(words: Cells, entries: Iterable[ControllerEntry], leave: frozenset[str]) -> Table:
    """What else the register says of each activity itself, without the columns and the rows that say nothing.

    `leave` has sheets of its own. Beside the letters it would make them too small to be read on paper.
    """
    held = {entry.activity.key: entry for entry in entries}
    others = [one for one in beside_letters() if one.key not in leave]
    heads = [
        Column(words.phrase("activity"), width=26, names=True),
        *(
            Column(
                one.label(words.language), citation(one.article, words.language) if one.article else "", 26
            )
            for one in others
        ),
    ]
    rows = []
    for entry in held.values():
        said = tuple(own_cells(words, entry.activity, one) for one in others)
        if any(said):
            rows.append(((replace(_named(words, entry), anchor=None, target=_place(entry)),), *said))
    return filled_table(heads, rows)


def _place(entry: ControllerEntry) -> str:
    """The row of an activity in the record."""
    return anchor(entry.activity.noun, entry.activity.key)


def _named(words: Cells, entry: ControllerEntry) -> Cell:
    activity = entry.activity
    return Cell(words.text(activity.name) or activity.key, anchor=_place(entry))


def _letter(words: Cells, one: FieldCard) -> Column:
    return Column(label(words, one), citation(one.article, words.language), LETTERS.get(one.attribute, USUAL))


def _processor(words: Cells, on: date, party: str | None) -> Table:
    """One row per processor, controller and category of processing."""
    records = [one for one in processed(words, party, on) if one.rows]
    return processor_table(words, records, named=True)

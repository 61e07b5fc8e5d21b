"""The report: a document to be read from front to back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ropa.fields import FieldCard, card
from ropa.glossary import citation, require
from ropa.law import Tables
from ropa.model import Activity, Cookie, Party, Register
from ropa.outline.activity_picture import ActivityPictures, with_picture
from ropa.outline.by_country import by_country
from ropa.outline.cells import Cells
from ropa.outline.chains import KEY as CHAINS, chains, chains_in_short, intro, ways
from ropa.outline.closing import checked_on, closing_sections
from ropa.outline.entries import entries_table, shared_sections, spread_table, table_section
from ropa.outline.flows import flows_section
from ropa.outline.front import cover_lines, outline, party_lines
from ropa.outline.general import KEY, InGeneral, general_lines, numbered
from ropa.outline.given import given
from ropa.outline.letters import lines
from ropa.outline.measures import FIELD as SECURITY, in_all, of_party
from ropa.outline.missing import missing_section
from ropa.outline.moves import transfers_section
from ropa.outline.on_behalf import as_processor
from ropa.outline.page import Block, Cell, Line, Lines, Outline, Paragraph, Section
from ropa.outline.picture import Pictures
from ropa.outline.received import Received
from ropa.outline.records import controlled, processed
from ropa.outline.rights import rights_section, says
from ropa.outline.schedule import schedule_section
from ropa.outline.scope import Scope
from ropa.outline.shown import Shown
from ropa.outline.summary import summary_section
from ropa.records import ControllerEntry, ControllerRecord
from ropa.sharing import gaps

if TYPE_CHECKING:
    from ropa.audience import Reader
    from ropa.changes import Changes
    from ropa.rules import CheckReport

READABLE = 7
"""So many columns can still be read on a page."""
BRIEF = 160
"""What is said in general in so many letters is printed with every activity; of more, once."""
WIDEST = 8
"""So many where most hold a word or two."""


def report(
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
    """A register as a document: in brief, the records letter by letter, chains, parties, flows, transfers, findings, annexes.

    The records are those of the holder, or of `party` if one is named: then they stand by themselves. `checked` is
    what a check found, made anew for the day where it is not given; without `findings` nothing is said of it, of what
    persons observed and of how much is answered. `digest` is printed on the title page. A register that was cut for a
    `reader` (a `customer`'s by its key) says what is left out, and nothing in its place. `changes` tell what is new in it.
    `tables` are dated tables with rows of one's own, by which all of it is judged; the library's where none are given.
    `UnknownLanguage` where the glossary does not speak the language.
    """
    words = Cells(register, require(language), Shown(reader, customer), tables, by_line=True)
    pictures = Pictures(words, on)
    sections = tuple(_sections(words, on, party, pictures))
    if (party or register.holder) == register.holder:
        told = checked_on(words, on, checked, findings and words.shown.gaps)
        closing = tuple(closing_sections(words, on, sections, told, READABLE, changes))
        sections = (
            summary_section(words, on, told, pictures.in_brief(), pictures.in_numbers()),
            *sections,
            *closing,
        )
    return outline(words, on, sections, party, cover_lines(words, on, party, digest))


def _sections(words: Cells, on: date, party: str | None, pictures: Pictures) -> Iterator[Section]:
    register = words.register
    party = party or register.holder
    apart = party != register.holder
    scope = Scope(words, on)
    drawn = None if apart else pictures.of_activities
    yield pictures.section(party if apart else None)
    for record in given(controlled(words, party, on), apart=apart):
        own = record.party.key == register.holder and not words.shown.one_customer
        if record.entries or own:
            yield _as_controller(words, scope, record, drawn)
    for one in processed(words, party, on):
        if one.rows:
            yield as_processor(words, one, drawn)
    yield from _chains(words, scope, on, party, pictures)
    if apart:
        return  # somebody else's records: nothing of what the holder does beside them
    yield table_section(words, "parties", entries_table(words, Party, _parties(register), READABLE))
    yield flows_section(words, scope, on, WIDEST)
    yield transfers_section(words, scope, on)
    yield from by_country(words, scope, on)
    yield from schedule_section(words, scope, on)
    rights = rights_section(words, scope)
    if says(rights):
        yield rights
    cookies = spread_table(words, scope, Cookie, "cookies")
    if cookies.rows:
        yield table_section(words, "cookies", cookies)
    yield from shared_sections(words, READABLE)


def _parties(register: Register) -> tuple[Party, ...]:
    """All parties; the measures of the holder stand in its own records and not here again."""
    return tuple(
        one.model_copy(update={SECURITY: ()}) if one.key == register.holder else one
        for one in register.parties
    )


def _chains(words: Cells, scope: Scope, on: date, party: str | None, pictures: Pictures) -> Iterator[Section]:
    """The chains below a party in short, and for the holder what is missing in its register."""
    held = chains(words.register, party, on)
    apart = party != words.register.holder
    found = None if apart or not words.shown.gaps else gaps(words.register, on=on, tables=words.tables)
    if held is None and not (found and found.gaps):
        return
    blocks: tuple[Block, ...] = ()
    if party and not held:
        blocks = (Paragraph(words.phrase("chains-none", party=words.party(party)), muted=True),)
    elif held:
        blocks = (*intro(words, held), chains_in_short(words, scope, held))
        figure = None if apart else pictures.of_chains(held.links)
        blocks = (*blocks, figure) if figure else blocks
    below = (held and ways(words, scope, held), found and missing_section(words, found))
    yield Section(CHAINS, words.phrase(CHAINS), blocks, tuple(one for one in below if one))


def _as_controller(
    words: Cells, scope: Scope, record: ControllerRecord, drawn: ActivityPictures | None
) -> Section:
    """The record of a controller; without pictures where it is somebody else's, which then stands by itself."""
    key = f"controller:{record.party.key}"
    ours = {entry.activity.key for entry in record.entries}
    whole = None if record.party.key == words.register.holder else ours  # others see no activities but theirs
    general = InGeneral(
        words,
        [held for held in numbered(words, record.on, whole) if ours & set(held.activities)],
        record.entries,
        f"general:{record.party.key}",
        BRIEF,
    )
    article = citation("30(1)", words.language)
    title = f"{words.phrase('as-controller', party=words.party(record.party.key))} — {article}"
    measures = of_party(words, record.party, record.on) if words.shown.field(Party, SECURITY) else ()
    about = party_lines(words, record.party, "30(1)(a)", record.on)
    if measures and record.entries:
        note = citation("30(1)(g)", words.language)
        about = (*about, Line(card(Activity, SECURITY).label(words.language), measures, note))
    intro: tuple[Block, ...] = (Lines(about),)
    if not record.entries:
        intro = (*intro, Paragraph(words.phrase("nothing"), muted=True))
    beside = _beside(words, record.party, measures, key)
    received = Received(words, general.generals, record.entries, f"general:{record.party.key}", BRIEF)

    def answer(entry: ControllerEntry, one: FieldCard) -> tuple[Cell, ...]:
        return general.answer(entry, one, *beside if one.key == SECURITY else ())

    return Section(
        key,
        title,
        intro,
        (
            *(
                Section(
                    f"{key}:{entry.activity.key}",
                    words.text(entry.activity.name) or entry.activity.key,
                    with_picture(
                        tuple(
                            lines(
                                words,
                                entry,
                                record.party.key,
                                answer,
                                received.answer(entry),
                                apart=drawn is None,
                            )
                        ),
                        drawn.block(entry.activity.key, f"{key}:{entry.activity.key}") if drawn else None,
                    ),
                )
                for entry in record.entries
            ),
            *_in_general(words, scope, general, received, record.party.key),
        ),
    )


def _beside(
    words: Cells, party: Party, measures: tuple[Cell, ...], head: str
) -> tuple[tuple[Cell, ...], str]:
    """The measures of a controller in all it does as they stand with one activity, and what marks them; where they are
    many, where to read them."""
    if sum(len(str(cell.value)) for cell in measures) <= BRIEF:
        return measures, in_all(words, party)
    said = words.phrase("see-measures-of-all", party=words.party(party.key), colon=words.colon)
    return (Cell(said, target=head),), ""


def _in_general(
    words: Cells, scope: Scope, general: InGeneral, received: Received, party: str
) -> Iterator[Section]:
    """One section for all that is said of several activities at once, under a heading for each time it is said."""
    key = f"general:{party}"
    told = []
    for held in general.generals:
        said = general_lines(words, scope, general, held)
        if sources := received.in_general(held):
            said = said or (Line(words.phrase("holds-for"), scope.cells(held.activities)),)
            said = (*said, Line(words.phrase("sources"), sources))
        told.append((held, said))
    found = tuple(
        Section(f"{key}:{held.number}", f"{held.number} — {scope.short(held.activities)}", (Lines(said),))
        for held, said in told
        if said
    )
    if found:
        yield Section(key, words.phrase(KEY), sections=found)

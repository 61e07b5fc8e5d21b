"""The report: a document to be read from front to back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import citation, require
from ropa.model import Cookie, Exercise, General, Party, Register
from ropa.outline.cells import Cells
from ropa.outline.entries import entries_table, shared_sections, spread_table, table_section
from ropa.outline.front import outline, party_lines
from ropa.outline.letters import general_lines, lines, own_lines
from ropa.outline.moves import flows_table, transfer_line, transfers_section
from ropa.outline.page import Block, Cell, Column, Figure, Lines, Outline, Paragraph, Section, Table
from ropa.records import ControllerRecord, ProcessorRecord, controller_records, processor_records
from ropa.sharing import drawn, flows_of, sharing_graph

IN_RECORDS = frozenset({"personal_data", "data_subjects", "agreements"})
"""Fields of a flow that a report shows elsewhere: its table of flows stays one that can be read."""


DRAWN, DRAWN_FLOWS = 150, 400
"""More parties and people than this, or more pairs of them, no page can show."""
READABLE = 7
"""So many columns can still be read on a page."""


def report(register: Register, *, language: str, on: date, party: str | None = None) -> Outline:
    """A register as a document: the picture, the records letter by letter, then parties, flows and transfers.

    The records are those of the holder, or of `party` if one is named.
    `UnknownLanguage` where the glossary does not speak the language.
    """
    words = Cells(register, require(language))
    return outline(words, on, tuple(_sections(words, on, party)), party)


def _sections(words: Cells, on: date, party: str | None) -> Iterator[Section]:
    register = words.register
    party = party or register.holder
    apart = party != register.holder
    yield _picture(words, on, party if apart else None)
    for controlled in controller_records(register, party, on=on):
        if controlled.entries or controlled.party.key == register.holder:
            yield _as_controller(words, controlled)
    for processed in processor_records(register, party, on=on):
        if processed.rows:
            yield _as_processor(words, processed)
    if apart:
        return  # somebody else's records: nothing of what the holder does beside them
    yield table_section(words, "parties", entries_table(words, Party, register.parties, READABLE))
    yield table_section(words, "flows", flows_table(words, on, IN_RECORDS))
    yield transfers_section(words, on)
    for part, field, inner in ((Exercise, "rights", "exercise"), (Cookie, "cookies", None)):
        table = spread_table(words, part, field, inner)
        if table.rows:
            yield table_section(words, field, table)
    yield from shared_sections(words, READABLE)


def _picture(words: Cells, on: date, party: str | None) -> Section:
    graph = drawn(sharing_graph(words.register, on))
    if party:
        graph = flows_of(graph, party)
    flows = graph.number_of_edges()
    parties = sum(1 for _, facts in graph.nodes(data=True) if facts["kind"] == "party")
    if len(graph) > DRAWN or len(set(graph.edges())) > DRAWN_FLOWS:
        told = Paragraph(words.phrase("picture-too-large", flows=flows, parties=parties))
        return Section("picture", words.phrase("picture"), (told,))
    alt = words.phrase("picture-alt", flows=flows, parties=parties)
    return Section("picture", words.phrase("picture"), (Figure(graph, alt, on, words.language),))


def _as_controller(words: Cells, record: ControllerRecord) -> Section:
    key = f"controller:{record.party.key}"
    article = citation("30(1)", words.language)
    title = f"{words.phrase('as-controller', party=words.party(record.party.key))} — {article}"
    intro: tuple[Block, ...] = (Lines(party_lines(words, record.party, "30(1)(a)")),)
    if not record.entries:
        intro = (*intro, Paragraph(words.phrase("nothing"), muted=True))
    return Section(
        key,
        title,
        intro,
        (
            *(
                Section(
                    f"{key}:{entry.activity.key}",
                    words.text(entry.activity.name) or entry.activity.key,
                    (Lines(tuple(lines(words, entry, record.party.key))),),
                )
                for entry in record.entries
            ),
            *_in_general(words, record, key),
        ),
    )


def _in_general(words: Cells, record: ControllerRecord, key: str) -> Iterator[Section]:
    """One section for all that is said of several activities at once, a block for each time it is said."""
    covered: dict[str, tuple[General, list[str]]] = {}
    for entry in record.entries:
        for path, general in entry.seen.generals:
            covered.setdefault(path, (general, []))[1].append(
                words.text(entry.activity.name) or entry.activity.key
            )
    blocks = []
    for general, names in covered.values():
        every = len(names) == len(record.entries) > 1
        held = tuple(
            general_lines(words, general, (words.phrase("every-activity"),) if every else tuple(names))
        )
        if len(held) > 1:
            blocks.append(Lines(held))
    if blocks:
        yield Section(f"general:{record.party.key}", words.phrase("said-in-general"), tuple(blocks))


def processor_table(words: Cells, record: ProcessorRecord) -> Table:
    """The rows of a 30(2) record: on whose behalf, what, to which third countries, how secured."""
    heads = (
        ("on-behalf-of", "30(2)(a)"),
        ("category", "30(2)(b)"),
        ("transfers", "30(2)(c)"),
        ("security", "30(2)(d)"),
    )
    nothing = words.absence(None)
    return Table(
        tuple(Column(words.phrase(key), citation(article, words.language), 30) for key, article in heads),
        tuple(
            (
                (Cell(words.reached(row.controller), target="parties"),),
                (Cell(words.term("processing", row.category)),) if row.category is not None else nothing,
                tuple(transfer_line(words, one) for one in row.transfers) or nothing,
                tuple(Cell(words.part(words.register.measure(said.value))) for said in row.security)
                or nothing,
            )
            for row in record.rows
        ),
    )


def _as_processor(words: Cells, record: ProcessorRecord) -> Section:
    article = citation("30(2)", words.language)
    title = f"{words.phrase('as-processor', party=words.party(record.party.key))} — {article}"
    return Section(
        f"processor:{record.party.key}",
        title,
        (Lines(party_lines(words, record.party, "30(2)(a)")), processor_table(words, record)),
        tuple(_on_behalf(words, record)),
    )


def _on_behalf(words: Cells, record: ProcessorRecord) -> Iterator[Section]:
    """What the holder itself says of what it does for others. Purposes are theirs, and nobody else's are shown."""
    register = words.register
    if record.party.key != register.holder:
        return
    keys = {hop.activity for hop in register.flows(party=record.party.key, on=record.on) if hop.is_processor}
    for activity in register.activities:
        held = tuple(own_lines(words, activity)) if activity.key in keys else ()
        if held and record.party.key not in register.controllers_of(activity):
            name = words.text(activity.name) or activity.key
            yield Section(f"processor:{record.party.key}:{activity.key}", name, (Lines(held),))

"""Tables of entries: one column per field card, no column that nothing fills."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ropa.fields import FieldCard, cards
from ropa.glossary import citation, has_phrase
from ropa.model import Agreement, Entry, Keyed, Notice, Part, Source, System
from ropa.outline.cells import Cells
from ropa.outline.page import Block, Cell, Column, Paragraph, Section, Table
from ropa.outline.places import places
from ropa.outline.scope import Scope

WIDE = 40
NARROW = 16
SELDOM = 0.2
"""A column that fewer entries fill has none of its own on a page."""
LAST = ("note", "evidence")
MARGINAL = frozenset({"absences", "reviewed"})
NOTHING: tuple[Any, ...] = (None, (), {})


def column(words: Cells, one: FieldCard, *, names: bool = False) -> Column:
    """The column of a field: its label, and the provision it answers."""
    narrow = one.key in ("key", "country", "countries") or one.key.startswith("valid")
    note = citation(one.article, words.language) if one.article else ""
    choices = () if one.many or one.part else tuple(words.say(value, one) for value in one.closed)
    width = NARROW if narrow else WIDE if one.part else 24
    return Column(one.label(words.language), note, width, names=names, choices=choices)


def filled(
    part: type[Part], entries: Iterable[Any], value: Callable[[Any, FieldCard], Any]
) -> list[FieldCard]:
    """The cards of a part that at least one entry has a value for."""
    held = list(entries)
    every = {one.key for one in cards(Entry)} - {"key"}
    found = [
        one
        for one in cards(part)
        if one.key not in MARGINAL and any(value(entry, one) not in NOTHING for entry in held)
    ]
    return sorted(found, key=lambda one: one.key in every)  # what every entry may have comes last


def plain_value(entry: Any, one: FieldCard) -> Any:
    """The value of a field as it stands."""
    return getattr(entry, one.attribute)


def field_cells(words: Cells, held: Any, one: FieldCard, told: Part) -> tuple[Cell, ...]:
    """The cell of a field of an entry: marked where it is not simply stated, evidence field by field."""
    if one.key == "evidence":
        return places(words, told)
    return words.cells(held, one, told) if held not in NOTHING else ()


def row(words: Cells, entry: Part, chosen: list[FieldCard]) -> Iterator[tuple[Cell, ...]]:
    """The cells of an entry under the chosen columns."""
    for one in chosen:
        yield field_cells(words, plain_value(entry, one), one, entry)


def entries_table(words: Cells, part: type[Part], entries: tuple[Any, ...], most: int | None = None) -> Table:
    """A table of entries of one kind; with `most`, only so many columns and the rest gathered in a last one."""
    chosen = filled(part, entries, plain_value)
    apart, gathered = parted(chosen, entries, plain_value, most)
    naming = 2 if apart and apart[0].key == "key" else 1  # a key alone tells a stranger little
    heads = [column(words, one, names=place < naming) for place, one in enumerate(apart)]
    if gathered:
        heads.append(Column(words.phrase("further"), width=WIDE))
    return Table(
        tuple(heads),
        tuple(
            (
                *_anchored(entry, row(words, entry, apart)),
                *([tuple(gathered_cells(words, entry, gathered, plain_value))] if gathered else []),
            )
            for entry in entries
        ),
    )


def anchor(noun: str, key: str) -> str:
    """What the row of a keyed entry is called, for whatever leads to it."""
    return f"@{noun}:{key}"


def _anchored(entry: Any, cells: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    """The cells of an entry, the first of them a place to lead to."""
    named = isinstance(entry, Keyed)
    for one in cells:
        yield (replace(one[0], anchor=anchor(entry.noun, entry.key)), *one[1:]) if named and one else one
        named = False


def filled_table(heads: Sequence[Column], rows: Sequence[tuple[tuple[Cell, ...], ...]]) -> Table:
    """Rows under those of the columns that any of them fills."""
    kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    return Table(
        tuple(heads[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows)
    )


def parted(
    chosen: list[FieldCard],
    entries: Iterable[Any],
    value: Callable[[Any, FieldCard], Any],
    most: int | None,
    always: frozenset[str] = frozenset(),
) -> tuple[list[FieldCard], list[FieldCard]]:
    """The fields with a column of their own, those most often filled, and the others; both in their order."""
    if most is None or len(chosen) <= most:
        return chosen, []
    held = list(entries)
    often = {one.key: sum(value(entry, one) not in NOTHING for entry in held) for one in chosen}
    ranked = sorted(chosen, key=lambda one: (one.key not in always, one.key in LAST, -often[one.key]))
    apart = {one.key for one in ranked[: most - 1]}
    return [one for one in chosen if one.key in apart], [one for one in chosen if one.key not in apart]


def gathered_cells(
    words: Cells, entry: Any, chosen: list[FieldCard], value: Callable[[Any, FieldCard], Any]
) -> Iterator[Cell]:
    """What is left of an entry under one heading, each field with its label."""
    told = entry if isinstance(entry, Part) else entry.told
    for one in chosen:
        if one.key == "evidence":
            held = words.semicolon.join(str(cell.value) for cell in places(words, told))
            if held:
                yield Cell(f"{one.label(words.language)}{words.colon}{held}")
        elif (held := value(entry, one)) not in NOTHING:
            yield Cell(words.labelled(one, words.say(held, one), told))


def spread_table(
    words: Cells,
    scope: Scope,
    part: type[Part],
    field: str,
    inner: str | None = None,
    leave: frozenset[str] = frozenset(),
) -> Table:
    """What all activities say in one field: own entries by activity, what is said in general once.

    `leave` names fields that are not shown; what says nothing else has no row. On a page, fields that are seldom filled
    share a column, and what several activities say in the same words has one row.
    """
    held = list(spread(words, scope, field, inner))
    chosen = [one for one in filled(part, (entry for _, entry in held), plain_value) if one.key not in leave]
    if leave:
        telling = [one for one in chosen if one.key not in LAST[1:]]
        held = [(who, entry) for who, entry in held if any(plain_value(entry, one) for one in telling)]
    activity = Column(words.phrase("activity"), width=24, names=True)
    entries = [entry for _, entry in held]
    gathered = [one for one in chosen if words.by_line and _is_seldom(one, entries)]
    if len(gathered) == 1:
        gathered = []  # nothing is won
    apart = [one for one in chosen if one not in gathered]
    heads = [activity, *(column(words, one) for one in apart)]
    if gathered:
        heads.append(Column(words.phrase("further"), width=WIDE))
    rows = [
        (
            who,
            *row(words, entry, apart),
            *([tuple(gathered_cells(words, entry, gathered, plain_value))] if gathered else []),
        )
        for who, entry in held
    ]
    return Table(tuple(heads), _alike(rows) if words.by_line else tuple(rows))


def _is_seldom(one: FieldCard, entries: Sequence[Any]) -> bool:
    """Whether so few entries fill a field that a column of its own would stand all but empty."""
    return sum(plain_value(entry, one) not in NOTHING for entry in entries) < len(entries) * SELDOM


def _alike(rows: Iterable[tuple[tuple[Cell, ...], ...]]) -> tuple[tuple[tuple[Cell, ...], ...], ...]:
    """The rows, of those that say the same one for all that say it."""
    found: dict[tuple[tuple[Cell, ...], ...], dict[Cell, None]] = {}
    for who, *said in rows:
        found.setdefault(tuple(said), {}).update(dict.fromkeys(who))
    return tuple((tuple(who), *said) for said, who in found.items())


def spread(
    words: Cells, scope: Scope, field: str, inner: str | None = None
) -> Iterator[tuple[tuple[Cell, ...], Any]]:
    """What all activities say in one field, each with whose it is; what is said in general last."""
    register = words.register
    for activity in register.activities:
        for entry in _entries(getattr(activity, field), inner):
            yield (Cell(scope.names[activity.key]),), entry
    for general in register.general:
        who = scope.cells(general.activities or scope.controlled, general=True)
        for entry in _entries(getattr(general, field, None), inner):
            yield who, entry


def _entries(value: Any, inner: str | None) -> tuple[Any, ...]:
    if inner:
        value = getattr(value, inner, ())
    return value if isinstance(value, tuple) else () if value is None else (value,)


def section(words: Cells, key: str, blocks: tuple[Block, ...]) -> Section:
    """A section under its heading, with the short title it has in the glossary, if any."""
    short = words.phrase(f"tab.{key}") if has_phrase(f"report.tab.{key}") else ""
    return Section(key, words.phrase(key), blocks, short=short)


def table_section(words: Cells, key: str, *tables: Table) -> Section:
    """A section with its tables, or with the plain statement that there is nothing."""
    found = tuple(table for table in tables if table.rows)
    return section(words, key, found or (Paragraph(words.phrase("nothing"), muted=True),))


SHARED: tuple[tuple[type[Part], str, str], ...] = (
    (Agreement, "agreements", "agreements"),
    (System, "systems", "systems"),
    (Notice, "notices", "notices"),
)
"""What stands in the register beside its activities, in the order it is printed, and what the section is called."""
SOURCES: tuple[tuple[type[Part], str, str], ...] = ((Source, "sources", "documents"),)
"""What it was drawn from."""


def shared_sections(
    words: Cells,
    most: int | None = None,
    of: tuple[tuple[type[Part], str, str], ...] = SHARED,
) -> Iterator[Section]:
    """A table for each kind of shared entry that the register holds."""
    for part, field, key in of:
        held = getattr(words.register, field)
        if held:
            yield table_section(words, key, entries_table(words, part, held, most))

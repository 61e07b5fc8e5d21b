"""Tables of entries: one column per field card, no column that nothing fills."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ropa.fields import FieldCard, cards
from ropa.glossary import citation
from ropa.model import Agreement, Entry, Notice, Observation, Part, Source, System
from ropa.outline.cells import Cells
from ropa.outline.page import Block, Cell, Column, Paragraph, Section, Table

WIDE = 40
NARROW = 16
LAST = ("note", "evidence")
MARGINAL = frozenset({"absences", "reviewed"})


def column(words: Cells, one: FieldCard) -> Column:
    """The column of a field: its label, and the provision it answers."""
    narrow = one.key in ("key", "country", "countries") or one.key.startswith("valid")
    note = citation(one.article, words.language) if one.article else ""
    return Column(one.label(words.language), note, NARROW if narrow else WIDE if one.part else 24)


def filled(
    part: type[Part], entries: Iterable[Any], value: Callable[[Any, FieldCard], Any]
) -> list[FieldCard]:
    """The cards of a part that at least one entry has a value for."""
    held = list(entries)
    every = {one.key for one in cards(Entry)} - {"key"}
    found = [
        one
        for one in cards(part)
        if one.key not in MARGINAL and any(value(entry, one) not in (None, (), {}) for entry in held)
    ]
    return sorted(found, key=lambda one: one.key in every)  # what every entry may have comes last


def plain_value(entry: Any, one: FieldCard) -> Any:
    """The value of a field as it stands."""
    return getattr(entry, one.attribute)


def row(
    words: Cells, entry: Any, chosen: list[FieldCard], value: Callable[[Any, FieldCard], Any]
) -> Iterator[tuple[Cell, ...]]:
    """The cells of an entry under the chosen columns."""
    for one in chosen:
        held = value(entry, one)
        yield words.cells(held, one) if held not in (None, (), {}) else ()


def entries_table(words: Cells, part: type[Part], entries: tuple[Any, ...], most: int | None = None) -> Table:
    """A table of entries of one kind; with `most`, only so many columns and the rest gathered in a last one."""
    chosen = filled(part, entries, plain_value)
    apart, gathered = _parted(chosen, entries, most)
    heads = [column(words, one) for one in apart]
    if gathered:
        heads.append(Column(words.phrase("further"), width=WIDE))
    return Table(
        tuple(heads),
        tuple(
            (
                *row(words, entry, apart, plain_value),
                *([tuple(_gathered(words, entry, gathered))] if gathered else []),
            )
            for entry in entries
        ),
    )


def _parted(
    chosen: list[FieldCard], entries: tuple[Any, ...], most: int | None
) -> tuple[list[FieldCard], list[FieldCard]]:
    """The fields with a column of their own, those most often filled, and the others; both in their order."""
    if most is None or len(chosen) <= most:
        return chosen, []
    often = {
        one.key: sum(plain_value(entry, one) not in (None, (), {}) for entry in entries) for one in chosen
    }
    ranked = sorted(chosen, key=lambda one: (one.key in LAST, -often[one.key]))
    apart = {one.key for one in ranked[: most - 1]}
    return [one for one in chosen if one.key in apart], [one for one in chosen if one.key not in apart]


def _gathered(words: Cells, entry: Any, chosen: list[FieldCard]) -> Iterator[Cell]:
    for one in chosen:
        if (held := plain_value(entry, one)) not in (None, (), {}):
            yield Cell(f"{one.label(words.language)}: {words.say(held, one)}")


def spread_table(words: Cells, part: type[Part], field: str, inner: str | None = None) -> Table:
    """What all activities say in one field: own entries by activity, what is said in general once."""
    held = list(_spread(words, field, inner))
    chosen = filled(part, (entry for _, entry in held), plain_value)
    activity = Column(words.phrase("activity"), width=24)
    return Table(
        (activity, *(column(words, one) for one in chosen)),
        tuple(((Cell(name),), *row(words, entry, chosen, plain_value)) for name, entry in held),
    )


def _spread(words: Cells, field: str, inner: str | None) -> Iterator[tuple[str, Any]]:
    register = words.register
    for activity in register.activities:
        for entry in _entries(getattr(activity, field), inner):
            yield words.text(activity.name) or activity.key, entry
    for general in register.general:
        keys = general.activities if len(general.activities) < len(register.activities) else ()
        named = [words.text(register.activity(key).name) or key for key in keys]
        whole = words.phrase("all-activities" if general.activities else "everywhere")
        for entry in _entries(getattr(general, field), inner):
            yield ", ".join(named) or whole, entry


def _entries(value: Any, inner: str | None) -> tuple[Any, ...]:
    if inner:
        value = getattr(value, inner, ())
    return value if isinstance(value, tuple) else () if value is None else (value,)


def table_section(words: Cells, key: str, table: Table) -> Section:
    """A section with one table, or with the plain statement that there is nothing."""
    blocks: tuple[Block, ...] = (table,) if table.rows else (Paragraph(words.phrase("nothing"), muted=True),)
    return Section(key, words.phrase(key), blocks)


SHARED: tuple[tuple[type[Part], str, str], ...] = (
    (Agreement, "agreements", "agreements"),
    (System, "systems", "systems"),
    (Notice, "notices", "notices"),
    (Observation, "observations", "observations"),
    (Source, "sources", "documents"),
)
"""What stands in the register beside its activities, in the order it is printed, and what the section is called."""


def shared_sections(words: Cells, most: int | None = None) -> Iterator[Section]:
    """A table for each kind of shared entry that the register holds."""
    for part, field, key in SHARED:
        held = getattr(words.register, field)
        if held:
            yield table_section(words, key, entries_table(words, part, held, most))

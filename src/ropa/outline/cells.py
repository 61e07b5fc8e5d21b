"""How a value of the model stands in the cells of a page: the words of `ropa.wording`, a paragraph for each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from ropa.fields import FieldCard
from ropa.glossary import phrase
from ropa.law import Tables
from ropa.model import PEOPLE, Absence, Evidence, Measure, Part, Register, Said
from ropa.outline.page import Cell
from ropa.outline.shown import Shown
from ropa.wording import Wording, in_reading_order

FEW = 2
"""So many values are each marked; of more it is said once below them."""


class Cells(Wording):
    """Words for one register in one language, in cells; `shown` is what of them their reader sees.

    `tables` are dated tables with rows of one's own, by which what is printed is judged; None: the library's.
    `by_line` says that each fact of a recipient has a line of its own: on a page, where a field of a sheet has one text.
    """

    def __init__(
        self,
        register: Register,
        language: str,
        shown: Shown | None = None,
        tables: Tables | None = None,
        *,
        by_line: bool = False,
    ) -> None:
        super().__init__(register, language)
        self.shown = shown or Shown()
        self.tables = tables
        self.by_line = by_line

    def audit(self, key: str, **values: object) -> str:
        """A phrase about what was checked: findings, how much is answered, what cannot be said."""
        return phrase(f"audit.{key}", self.language, **values)

    def brief(self, key: str, **values: object) -> str:
        """A phrase of the summary and of what lies behind it."""
        return phrase(f"summary.{key}", self.language, **values)

    def check(self, key: str, **values: object) -> str:
        """A phrase that a check says the same way wherever it is read."""
        return phrase(f"check.{key}", self.language, **values)

    def cells(self, value: Any, of: FieldCard, told: Part | None = None) -> tuple[Cell, ...]:
        """A field as printed: each of several values a paragraph of its own.

        `told` is the entry that says it: where it does not simply state the field, every paragraph is marked so.
        """
        mark = self.reading(told, of.key) if told else ""
        found = self._cells(value, of)
        if not mark:
            return found
        if len(found) > FEW:
            return (*found, Cell(self.phrase("for-each", colon=self.colon, said=mark.strip())))
        return tuple(
            Cell(f"{self.say(cell.value, of)}{mark}", cell.muted, cell.target)
            if isinstance(cell.value, date)
            else Cell(f"{cell.value}{mark}", cell.muted, cell.target)
            for cell in found
        )

    def _cells(self, value: Any, of: FieldCard) -> tuple[Cell, ...]:
        target = "parties" if of.refers == "party" else None
        if isinstance(value, (date, int)) and not isinstance(value, bool):
            return (Cell(value),)
        if isinstance(value, tuple) and of.one_of:
            return (Cell(self.say(value, of), target=target),)
        if isinstance(value, tuple):
            shared = self._shared(value)
            found = tuple(
                Cell(self._one(one, of, frozenset(shared)), target=None if one == PEOPLE else target)
                for one in value
            )
            if not shared:
                return found
            said = self.semicolon.join(one.label(self.language) for one in shared.values())
            return (*found, Cell(self.phrase("for-each", colon=self.colon, said=said)))
        if isinstance(value, Part) and not (value.headline or value.bare):
            return tuple(self._spread(value))
        return (Cell(self._one(value, of), target=None if value == PEOPLE else target),)

    def _shared(self, values: tuple[Any, ...]) -> dict[str, FieldCard]:
        """What is simply true of each of several parts: it is said once below them."""
        if len(values) < 2 or not all(isinstance(one, Part) for one in values):
            return {}
        kind: type[Part] = type(values[0])
        return {
            one.key: one
            for one in in_reading_order(kind)
            if getattr(values[0], one.attribute, None) is True
            and all(
                getattr(value, one.attribute, None) is True and not self.reading(value, one.key)
                for value in values
            )
        }

    def _one(self, value: Any, of: FieldCard, leave: frozenset[str] = frozenset()) -> str:
        """One value on its own line: a part there is not inside another."""
        if isinstance(value, Measure):
            value = self.register.measure(value)
        if isinstance(value, Part) and not isinstance(value, Evidence):
            return f"{self.part(value, leave=leave)}{self.reading(value)}"
        return self.say(value, of)

    def _spread(self, part: Part) -> Iterator[Cell]:
        """A part without a bare form: a line for each field, and for each part in it."""
        for one, value in self.fields(part):
            if isinstance(value, tuple) and value and isinstance(value[0], Part):
                yield from self.cells(value, one, part)
            else:
                yield Cell(self.labelled(one, self.say(value, one), part))

    def said(self, said: Iterable[Said], of: FieldCard, *, marked: bool = True) -> tuple[Cell, ...]:
        """What is said in a field, an activity's own first; what is said in general is marked, if it is to be."""
        found: list[Cell] = []
        for _, held in groupby(said, key=lambda one: id(one.holder)):
            together = tuple(held)
            first = together[0]
            value = tuple(one.value for one in together) if of.many else first.value
            mark = f" ({self.phrase('in-general')})" if marked and first.general else ""
            found += [
                Cell(f"{cell.value}{mark}", cell.muted, cell.target) if mark else cell
                for cell in self.cells(value, of, first.holder)
            ]
        return tuple(found)

    def absence(self, absence: Absence | None) -> tuple[Cell, ...]:
        """Why a field is empty, in words; plainly "not stated" where nobody says."""
        return (Cell(self.absent(absence), muted=absence is None or absence.state == "unknown"),)

"""How a value of the model stands in the cells of a page: the words of `ropa.wording`, a paragraph for each value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ropa.fields import FieldCard
from ropa.model import PEOPLE, Absence, Evidence, Measure, Part, Said
from ropa.outline.page import Cell
from ropa.wording import Wording


class Cells(Wording):
    """Words for one register in one language, in cells."""

    def cells(self, value: Any, of: FieldCard) -> tuple[Cell, ...]:
        """A field as printed: each of several values a paragraph of its own."""
        target = "parties" if of.refers == "party" else None
        if isinstance(value, (date, int)) and not isinstance(value, bool):
            return (Cell(value),)
        if isinstance(value, tuple) and of.one_of:
            return (Cell(self.say(value, of), target=target),)
        if isinstance(value, tuple):
            return tuple(Cell(self._one(one, of), target=None if one == PEOPLE else target) for one in value)
        if isinstance(value, Part) and not (value.headline or value.bare):
            return tuple(self._spread(value))
        return (Cell(self._one(value, of), target=None if value == PEOPLE else target),)

    def _one(self, value: Any, of: FieldCard) -> str:
        """One value on its own line: a part there is not inside another."""
        if isinstance(value, Measure):
            value = self.register.measure(value)
        if isinstance(value, Part) and not isinstance(value, Evidence):
            return f"{self.part(value)}{self.reading(value)}"
        return self.say(value, of)

    def _spread(self, part: Part) -> Iterator[Cell]:
        """A part without a bare form: a line for each field, and for each part in it."""
        for one, value in self.fields(part):
            if isinstance(value, tuple) and value and isinstance(value[0], Part):
                yield from self.cells(value, one)
            else:
                yield Cell(f"{one.label(self.language)}: {self.say(value, one)}")

    def said(self, said: tuple[Said, ...], of: FieldCard) -> tuple[Cell, ...]:
        """What an activity says in a field, its own first; what is said in general is marked."""
        found: list[Cell] = []
        for one in said:
            mark = f" ({self.phrase('in-general')})" if one.general else ""
            found += [
                Cell(f"{cell.value}{mark}", cell.muted, cell.target) for cell in self.cells(one.value, of)
            ]
        return tuple(found)

    def absence(self, absence: Absence | None) -> tuple[Cell, ...]:
        """Why a field is empty, in words; plainly "not stated" where nobody says."""
        return (Cell(self.absent(absence), muted=absence is None or absence.state == "unknown"),)

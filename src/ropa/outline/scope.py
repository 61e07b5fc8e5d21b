"""Which activities something is for, in as few words as say it exactly."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ropa.outline.cells import Cells
from ropa.outline.page import Cell

FEW = 2
"""So many activities are named even where they are all there are."""


class Scope:
    """The activities of a register on a day, by name, and which of them are the holder's as a controller."""

    def __init__(self, words: Cells, on: date) -> None:
        register = words.register
        self._words = words
        held = [one for one in register.activities if one.holds(on)]
        self.names = {one.key: words.text(one.name) or one.key for one in register.activities}
        self.every = frozenset(one.key for one in held)
        self.controlled = frozenset(
            one.key for one in held if register.holder in register.controllers_of(one)
        )

    def whole(self, keys: Iterable[str]) -> str:
        """What activities are called together where they are all of a kind; nothing where they must be named."""
        chosen = frozenset(keys)
        if chosen == self.controlled and (len(chosen) > FEW or not self.every):
            return self._words.phrase("everywhere" if chosen == self.every else "as-controller-only")
        return self._words.phrase("all-activities") if chosen == self.every and len(chosen) > FEW else ""

    def cells(self, keys: Iterable[str], *, general: bool = False) -> tuple[Cell, ...]:
        """The activities in cells, marked where it is said in general of all of them."""
        chosen = [key for key in dict.fromkeys(keys) if key]
        whole = self.whole(chosen)
        if whole:
            mark = f" ({self._words.phrase('in-general')})" if general else ""
            return (Cell(f"{whole}{mark}"),)
        return tuple(Cell(self.names.get(key, key)) for key in chosen)

    def short(self, keys: Iterable[str]) -> str:
        """The activities in a heading: together, the only one by name, or how many there are."""
        chosen = tuple(dict.fromkeys(keys))
        if len(chosen) == 1:
            return self.names.get(chosen[0], chosen[0])
        return self.whole(chosen) or self._words.phrase("so-many-activities", number=len(chosen))

"""Keeps what is too long for one cell: the cell says where the rest stands, and a sheet at the end has it."""

from __future__ import annotations

from dataclasses import dataclass

from ropa.formats.excel.text import MOST_UNITS, head, legible, pieces, units


@dataclass(frozen=True, slots=True)
class Rest:
    """What did not fit into the cell `at` of the sheet `home`, in pieces that do."""

    number: str
    home: str
    at: str
    pieces: tuple[str, ...]


class Spill:
    """Collects the rests of a workbook. `see` is the reader's wording for "continued under {n}"."""

    def __init__(self, see: str) -> None:
        self._see = see
        self.rests: list[Rest] = []

    def kept(self, text: str, home: str, at: str) -> tuple[str, bool]:
        """What of a text stays in its cell, and whether the rest stands elsewhere."""
        if len(text) <= MOST_UNITS // 2 or units(text) <= MOST_UNITS:
            return text, False
        number = str(len(self.rests) + 1)
        # In front, as Excel shows no more of a tall cell than its beginning.
        mark = f"[… {self._see.replace('{n}', number)}]".replace(" ]", "]") + "\n"
        text = legible(text)
        first = head(text, MOST_UNITS - units(mark))
        self.rests.append(Rest(number, home, at, tuple(pieces(text[len(first) :], MOST_UNITS))))
        return mark + first, True

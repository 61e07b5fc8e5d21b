"""On which line of a TOML file a row or one of its keys stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import zip_longest

_HEADER = re.compile(
    r"^[ \t]*\[\[?[ \t]*[\"']?(?P<name>[\w-]*)[\"']?[ \t]*\]\]?[ \t]*(?:#.*)?$", re.MULTILINE
)


class Spots:
    """The lines of a text, by table, number of the row and key.

    >>> Spots("[[age]]\\nage = 13\\n\\n[[age]]\\nage = 99\\n").line(("age", 1, "age"))
    5
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _rows(self) -> dict[str, list[tuple[int, int]]]:
        """Where each row of a table begins and ends."""
        heads = list(_HEADER.finditer(self.text))
        found: dict[str, list[tuple[int, int]]] = {}
        for head, after in zip_longest(heads, heads[1:]):
            spell = (head.start(), after.start() if after else len(self.text))
            found.setdefault(head["name"], []).append(spell)
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def line(self, at: Sequence[str | int]) -> int | None:
        """The line of the key, else of its row; None where the text is not written in rows."""
        name, number, key = (*at, *("", 0, "")[len(at) :])[:3]
        rows = self._rows.get(str(name), [])
        if not isinstance(number, int) or number >= len(rows):
            return self._where(str(name), 0, len(self.text))
        begins, ends = rows[number]
        return self._where(str(key), begins, ends) or self._counted(begins)

    def _where(self, key: str, begins: int, ends: int) -> int | None:
        found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE).search(
            self.text, begins, ends
        )
        return self._counted(found.start()) if found and key else None

    def _counted(self, at: int) -> int:
        return bisect_left(self._ends, at) + 1

"""What a breach at each party touches and who looks at which notification: the sentences of `ropa.impact`."""

from __future__ import annotations

from datetime import date

from ropa.formats.page.activity import Numbers
from ropa.law import Tables
from ropa.model import Register
from ropa.sharing import impact
from ropa.sharing.saying import saying


class Breaches:
    """The sentences about a breach at each party on a day, each once: many parties share who tells whom."""

    def __init__(self, register: Register, language: str, on: date, tables: Tables | None = None) -> None:
        self._register, self._on, self._tables = register, on, tables
        self._words = saying(register, language, on)  # one for all: it knows who shares a name with whom
        self.said = Numbers()

    def at(self, key: str) -> dict[str, list[list[int]]]:
        """The numbers of what it touches, and of who then tells or assesses what; nothing where it holds nothing."""
        if key not in self._register.party_keys:
            return {}
        found = impact(self._register, breach=key, on=self._on, tables=self._tables)
        if not found.activities:
            return {}
        parts = found.touched(self._words), found.told(self._words)
        return {"breach": [[self.said[one] for one in part] for part in parts]}

"""A register held against dated tables with rows of one's own, without a trace on the register itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import copy
from datetime import date
from typing import Any

from ropa.law import Tables
from ropa.model import Register
from ropa.model.index import Index
from ropa.transfer import judged

_JUDGED = ("ropa.transfer", "judged")
"""Under what `judged` keeps its verdicts with a register."""


class _Index(Index):
    """The look-ups of a register, with verdicts that were worked out before."""

    def __init__(self, register: Register, key: Hashable, verdicts: object) -> None:
        super().__init__(register)
        self._before = (key, verdicts)

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The verdicts; anything else is made when it is asked for."""
        return self._before[1] if key == self._before[0] else super().kept(key, make)


def held_against(register: Register, tables: Tables, on: date) -> Register:
    """The same register with a memory of its own, in which every transfer of the day is judged by those tables."""
    apart = copy(register)
    index = _Index(apart, (*_JUDGED, on), judged(register, on=on, tables=tables))
    apart.__dict__["_index"] = index
    return apart

"""Rows of a dated table together: of several about the same, the one that begins last is the one to use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, Self, TypeVar


class DatedRow(Protocol):
    """What every row has: its days, both inclusive; None where there is no first or last one."""

    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def about(self) -> tuple[object, ...]:
        """What it is about: of two rows about the same that hold on a day, one counts."""


APPLIES = date(2018, 5, 25)
"""The first day on which the Regulation applies (Article 99(2))."""
EU = "eu"
"""The regime whose rows count; rows of another are only shown."""

Row = TypeVar("Row", bound=DatedRow)


def holds(row: DatedRow, on: date) -> bool:
    """Whether a row is to be used on a day."""
    return not (row.since and row.since > on) and not (row.until and row.until < on)


@dataclass(frozen=True)
class Rows(Generic[Row]):
    """The rows of a table, in its order. A value: `added` gives another one."""

    rows: tuple[Row, ...] = ()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __hash__(
        self,
    ) -> int:  # a question is remembered by its tables: their number tells most of them apart
        return hash(len(self.rows))

    def __getstate__(self) -> dict[str, Any]:
        """The rows alone: what was worked out from them is worked out again."""
        return {"rows": self.rows}

    def added(self, rows: Iterable[Row]) -> Self:
        """The same table with rows added, each in place of the one about the same with the same first day."""
        new = tuple(rows)
        if not new:
            return self
        return type(self)(tuple({(row.about, row.since): row for row in (*self.rows, *new)}.values()))


def in_use(rows: Sequence[Row], on: date) -> tuple[Row, ...]:
    """The rows that hold on a day; of several about the same, the one that begins last.

    >>> from ropa.law import standard
    >>> [row.age for row in in_use(standard().ages, date(2026, 1, 1)) if row.country == "DK"]
    [15]
    """
    held = sorted((row for row in rows if holds(row, on)), key=lambda row: row.since or date.min)
    last = {id(row) for row in {row.about: row for row in held}.values()}
    return tuple(row for row in rows if id(row) in last)

"""A decision that is known and not in force on a day: since when and until when it was, and what holds instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.law import Tables
from ropa.law.adequacy import Decision
from ropa.sharing.saying import Saying


@dataclass(frozen=True, slots=True)
class NotInForce:
    """When a decision that is not in force on the day of the question was or will be. Days are inclusive."""

    number: str
    since: date
    until: date | None
    """None where no end is known."""
    ended_by: str = ""
    """The judgment or decision that ended it."""
    instead: tuple[str, ...] = ()
    """The decisions in force that day for the same country or organisation; none where the tables have none."""

    def sentences(self, words: Saying, on: date) -> Iterator[str]:
        """That it is not in force on the day, when it was or will be, and what holds instead."""
        yield words.sentence(
            f"impact.decision-{'not-begun' if self.since > on else 'ended'}",
            decision=self.number,
            on=on.isoformat(),
            since=self.since.isoformat(),
            until=self.until.isoformat() if self.until else "",
        )
        if self.ended_by:
            yield words.sentence("impact.decision-ended-by", by=self.ended_by)
        if self.instead:
            yield words.sentence("impact.decision-instead", decisions=words.row(self.instead))

    def as_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "decision": self.number,
            "from": self.since.isoformat(),
            "until": self.until.isoformat() if self.until else "",
            "ended_by": self.ended_by,
            "instead": list(self.instead),
        }


def not_in_force(number: str, on: date, tables: Tables) -> NotInForce | None:
    """That a decision is not in force on a day; None where it is. `UnknownEntry` where there is no such decision."""
    if tables.has_clauses(number):
        row = tables.clauses(tables.number_of(number))
        if row.since <= on and (row.until is None or on <= row.until):
            return None
        ended = row.until is not None and row.until < on
        return NotInForce(row.number, row.since, row.until, row.ended_by if ended else "")
    found = tables.decision(number)
    if found.in_force(on):
        return None
    ended = found.until is not None and found.until < on
    by = found.ended_by if ended else ""
    return NotInForce(found.number, found.since, found.until, by, _instead(tables, found, on))


def _instead(tables: Tables, fallen: Decision, on: date) -> tuple[str, ...]:
    same = [row for code in fallen.countries for row in tables.of_country(code)]
    if fallen.organisation:
        same += [row for row in tables.of_organisations if row.organisation == fallen.organisation]
    return tuple(
        dict.fromkeys(row.number for row in same if row.number != fallen.number and row.in_force(on))
    )

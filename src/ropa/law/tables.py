"""The dated tables that hold for one question: looked up by number, country and day, with rows of a user's own where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ropa.errors import UnknownEntry
from ropa.law.adequacy import Decision, Kind
from ropa.law.age import Age
from ropa.law.authority import Authorities, Authority
from ropa.law.cited import plain_number
from ropa.law.clause import Clauses
from ropa.law.country import Membership, Memberships
from ropa.law.dated import EU, Rows, in_use
from ropa.law.dpia_list import ListedType, ListedTypes
from ropa.law.meant import meant
from ropa.law.own import own_rows
from ropa.law.statutory import StatutoryTerm, StatutoryTerms
from ropa.law.threshold import Threshold

IN_FILE = {
    "decisions": "decision",
    "clause_sets": "clauses",
    "ages": "age",
    "thresholds": "threshold",
    "memberships": "membership",
    "authorities": "authority",
    "retention": "retention",
    "dpia_lists": "dpia",
}
"""What the rows of each table are called in a file."""


@dataclass(frozen=True)
class Tables:
    """The rows that hold for one question. A value: `with_file` gives another one.

    >>> from ropa.law import standard
    >>> standard().decision("2023/1795").since
    datetime.date(2023, 7, 10)
    """

    decisions: tuple[Decision, ...]
    clause_sets: tuple[Clauses, ...]
    assessed_since: date
    """From when an assessment goes with clauses and binding rules."""
    ages: tuple[Age, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    eea: Memberships = field(default_factory=Memberships)
    """Who is inside the European Economic Area, and from which day until which."""
    authorities: Authorities = field(default_factory=Authorities)
    retention: StatutoryTerms = field(default_factory=StatutoryTerms)
    """How long national laws ask or allow data to be kept."""
    dpia_lists: ListedTypes = field(default_factory=ListedTypes)
    """The national lists of processing that asks for an impact assessment."""

    def __hash__(
        self,
    ) -> int:  # a question is remembered by its tables: their numbers tell most of them apart
        lists = (self.decisions, self.clause_sets, self.ages, self.thresholds)
        return hash((*map(len, lists), self.eea, self.authorities, self.retention, self.dpia_lists))

    @cached_property
    def _decision_of(self) -> Mapping[str, Decision]:
        return {row.number: row for row in self.decisions}

    @cached_property
    def _clauses_of(self) -> Mapping[str, Clauses]:
        return {row.number: row for row in self.clause_sets}

    @cached_property
    def _of_country(self) -> Mapping[str, tuple[Decision, ...]]:
        found: dict[str, tuple[Decision, ...]] = {}
        for (
            row
        ) in self.decisions:  # other regimes keep lists of their own: for the Regulation they decide nothing
            counts = row.kind is not Kind.EXTENSION and row.regime == EU
            for code in row.countries if counts else ():
                found[code] = (*found.get(code, ()), row)
        return found

    @cached_property
    def of_organisations(self) -> tuple[Decision, ...]:
        """The decisions about an international organisation."""
        return tuple(row for row in self.decisions if row.organisation)

    def decision(self, number: str) -> Decision:
        """The adequacy decision of that number, however it is cited; `UnknownEntry` where there is none."""
        return self._decision_of[self._key(self._decision_of, number, "adequacy decision")]

    def clauses(self, number: str) -> Clauses:
        """The standard contractual clauses of that decision; `UnknownEntry` where there are none."""
        return self._clauses_of[self._key(self._clauses_of, number, "decision on clauses")]

    def number_of(self, cited: str) -> str:
        """The number of a decision of either kind; `UnknownEntry` where there is none."""
        return self._key({**self._decision_of, **self._clauses_of}, cited, "decision")

    def _key(self, rows: Mapping[str, Any], cited: str, noun: str) -> str:
        number = plain_number(cited)
        if number in rows:
            return number
        near = " or ".join(
            map(repr, meant(cited, number, rows, (row for row in self.decisions if row.regime == EU)))
        )
        raise UnknownEntry(
            f"there is no {noun} {str(cited)[:100]!r}" + (f"; did you mean {near}?" if near else "")
        )

    def has_clauses(self, number: str) -> bool:
        """Whether there are clauses of that number, however it is cited."""
        return plain_number(number) in self._clauses_of

    def of_country(self, country: str) -> tuple[Decision, ...]:
        """Every decision about a country whenever it held, and what stood in for one."""
        return self._of_country.get(country, ())

    def adequate(self, country: str, on: date) -> tuple[Decision, ...]:
        """The adequacy decisions about a country that can be relied on that day, whatever they are limited to."""
        return tuple(
            row for row in self.of_country(country) if row.kind is Kind.ADEQUACY and row.in_force(on)
        )

    def age_of(self, country: str, on: date) -> Age | None:
        """The row on the age of Article 8 in a country on a day, the one that begins last; None for a country not listed.

        >>> from ropa.law import standard
        >>> [standard().age_of("DK", day).age for day in (date(2023, 12, 31), date(2024, 1, 1))]
        [13, 15]
        """
        return next(
            iter(in_use([row for row in self.ages if row.country == country and row.regime == EU], on)), None
        )

    def threshold(self, on: date, provision: str = "30(5)") -> Threshold | None:
        """The threshold of a provision on a day, the one that begins last; None before there is one.

        >>> from ropa.law import standard
        >>> standard().threshold(date(2026, 1, 1)).persons
        250
        """
        return next(iter(in_use([row for row in self.thresholds if row.provision == provision], on)), None)

    def extensions(self, number: str) -> tuple[Decision, ...]:
        """The decisions that moved the end of another."""
        return tuple(row for row in self.decisions if row.extends == number)

    def with_rows(
        self,
        decisions: Iterable[Decision] = (),
        clause_sets: Iterable[Clauses] = (),
        ages: Iterable[Age] = (),
        thresholds: Iterable[Threshold] = (),
        memberships: Iterable[Membership] = (),
        authorities: Iterable[Authority] = (),
        retention: Iterable[StatutoryTerm] = (),
        dpia_lists: Iterable[ListedType] = (),
    ) -> Tables:
        """The same tables with rows added, each in place of the one of its number, or about the same with the same first day."""
        new = {row.number: row for row in decisions}
        papers = {row.number: row for row in clause_sets}
        return Tables(
            tuple({**self._decision_of, **new}.values()),
            tuple({**self._clauses_of, **papers}.values()),
            self.assessed_since,
            Rows(self.ages).added(ages).rows,
            Rows(self.thresholds).added(thresholds).rows,
            self.eea.added(memberships),
            self.authorities.added(authorities),
            self.retention.added(retention),
            self.dpia_lists.added(dpia_lists),
        )

    def with_file(self, path: str | Path) -> Tables:
        """The same tables with the rows of a TOML file, shaped as ours are; `FileNotUnderstood` lists what is wrong."""
        own = own_rows(Path(path))
        return self.with_rows(**{name: own.get(table, ()) for name, table in IN_FILE.items()})

"""The dated tables that a user can add rows to (adequacy decisions, clauses, ages, thresholds): read once, looked up by number, country and day."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from ropa.errors import FileNotUnderstood, Problem, UnknownEntry
from ropa.law.adequacy import Decision, Kind
from ropa.law.age import Age
from ropa.law.clause import Clauses
from ropa.law.threshold import Threshold

NUMBER = re.compile(r"\d{4}/\d{1,4}")
"""The number within the ways a decision is cited: (EU) 2021/914, 2010/87/EU."""

Row = TypeVar("Row")

MOST_BYTES = 1_000_000
"""The largest file of one's own rows."""


@dataclass(frozen=True)
class Tables:
    """The rows that hold for one question. A value: `with_file` gives another one.

    >>> standard().decision("2023/1795").since
    datetime.date(2023, 7, 10)
    """

    decisions: tuple[Decision, ...]
    clause_sets: tuple[Clauses, ...]
    assessed_since: date
    """From when an assessment goes with clauses and binding rules."""
    ages: tuple[Age, ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    @cached_property
    def _decision_of(self) -> Mapping[str, Decision]:
        return {row.number: row for row in self.decisions}

    @cached_property
    def _clauses_of(self) -> Mapping[str, Clauses]:
        return {row.number: row for row in self.clause_sets}

    @cached_property
    def _of_country(self) -> Mapping[str, tuple[Decision, ...]]:
        found: dict[str, tuple[Decision, ...]] = {}
        for row in self.decisions:
            for code in row.countries if row.kind is not Kind.EXTENSION else ():
                found[code] = (*found.get(code, ()), row)
        return found

    @cached_property
    def of_organisations(self) -> tuple[Decision, ...]:
        """The decisions about an international organisation."""
        return tuple(row for row in self.decisions if row.organisation)

    def decision(self, number: str) -> Decision:
        """The adequacy decision of that number, however it is cited; `UnknownEntry` where there is none."""
        return _found(self._decision_of, number, "adequacy decision")

    def clauses(self, number: str) -> Clauses:
        """The standard contractual clauses of that decision; `UnknownEntry` where there are none."""
        return _found(self._clauses_of, number, "decision on clauses")

    def number_of(self, cited: str) -> str:
        """The number of a decision of either kind; `UnknownEntry` where there is none."""
        return _key({**self._decision_of, **self._clauses_of}, cited, "decision")

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

        >>> [standard().age_of("DK", day).age for day in (date(2023, 12, 31), date(2024, 1, 1))]
        [13, 15]
        """
        rows = (row for row in self.ages if row.country == country and row.applies(on))
        return max(rows, key=lambda row: row.since or date.min, default=None)

    def threshold(self, on: date, provision: str = "30(5)") -> Threshold | None:
        """The threshold of a provision on a day, the one that begins last; None before there is one.

        >>> standard().threshold(date(2026, 1, 1)).persons
        250
        """
        rows = (row for row in self.thresholds if row.provision == provision and row.applies(on))
        return max(rows, key=lambda row: row.since, default=None)

    def extensions(self, number: str) -> tuple[Decision, ...]:
        """The decisions that moved the end of another."""
        return tuple(row for row in self.decisions if row.extends == number)

    def with_rows(
        self,
        decisions: Iterable[Decision] = (),
        clause_sets: Iterable[Clauses] = (),
        ages: Iterable[Age] = (),
        thresholds: Iterable[Threshold] = (),
    ) -> Tables:
        """The same tables with rows added, each in place of the one of its number, or of its country or provision and first day."""
        new = {row.number: row for row in decisions}
        papers = {row.number: row for row in clause_sets}
        years = {(row.country, row.since): row for row in (*self.ages, *ages)}
        limits = {(row.provision, row.since): row for row in (*self.thresholds, *thresholds)}
        return Tables(
            tuple({**self._decision_of, **new}.values()),
            tuple({**self._clauses_of, **papers}.values()),
            self.assessed_since,
            tuple(years.values()),
            tuple(limits.values()),
        )

    def with_file(self, path: str | Path) -> Tables:
        """The same tables with the rows of a TOML file, shaped as ours are; `FileNotUnderstood` lists what is wrong."""
        read = _read(Path(path))
        return self.with_rows(
            _rows(Decision, read, "decision", str(path)),
            _rows(Clauses, read, "clauses", str(path)),
            _rows(Age, read, "age", str(path)),
            _rows(Threshold, read, "threshold", str(path)),
        )


def plain_number(cited: str) -> str:
    """The number of a decision as the tables write it.

    >>> plain_number("Commission Decision (EU) 2021/914"), plain_number("2010/87/EU"), plain_number("TCA")
    ('2021/914', '2010/87', 'TCA')
    """
    found = NUMBER.search(cited[:1000])
    return found[0] if found else cited.strip()


def _key(rows: Mapping[str, Any], cited: str, noun: str) -> str:
    number = plain_number(cited)
    if number in rows:
        return number
    near = get_close_matches(number[:100], rows, n=1, cutoff=0.6)
    raise UnknownEntry(
        f"there is no {noun} {cited[:100]!r}" + (f"; did you mean {near[0]!r}?" if near else "")
    )


def _found(rows: Mapping[str, Row], cited: str, noun: str) -> Row:
    return rows[_key(rows, cited, noun)]


def _read(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileNotUnderstood([Problem("", f"more than {MOST_BYTES} bytes", file=str(path))])
        read = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise FileNotUnderstood([Problem("", str(error), file=str(path))]) from None
    strange = [Problem(key[:100], "no such table", "write [[decision]], [[clauses]], [[age]] or [[threshold]]", file=str(path))
               for key in read if key not in ("decision", "clauses", "age", "threshold")]  # fmt: skip
    if strange:
        raise FileNotUnderstood(strange)
    return read


def _rows(kind: type[Row], read: Mapping[str, Any], name: str, file: str) -> tuple[Row, ...]:
    from pydantic import TypeAdapter, ValidationError  # the law itself is read without it

    rows = read.get(name, [])
    renamed = (
        [{"since" if key == "from" else key: value for key, value in row.items()} for row in rows]
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
        else rows
    )
    try:
        checked: list[Row] = TypeAdapter(list[kind]).validate_python(renamed)  # type: ignore[valid-type]
        return tuple(checked)
    except ValidationError as error:
        raise FileNotUnderstood([_problem(name, one, file) for one in error.errors()]) from None


def _problem(name: str, one: Mapping[str, Any], file: str) -> Problem:
    at = ".".join("from" if part == "since" else str(part)[:100] for part in (name, *one["loc"]))
    return Problem(at, str(one["msg"]), file=file)


@cache
def standard() -> Tables:
    """The tables that come with the library."""
    home = files("ropa.law")
    decisions = tomllib.loads((home / "adequacy.toml").read_text("utf-8"))
    papers = tomllib.loads((home / "clauses.toml").read_text("utf-8"))
    return Tables(
        _rows(Decision, decisions, "decision", "adequacy.toml"),
        _rows(Clauses, papers, "clauses", "clauses.toml"),
        papers["assessment"]["from"],
        _rows(Age, tomllib.loads((home / "ages.toml").read_text("utf-8")), "age", "ages.toml"),
        _rows(
            Threshold,
            tomllib.loads((home / "thresholds.toml").read_text("utf-8")),
            "threshold",
            "thresholds.toml",
        ),
    )

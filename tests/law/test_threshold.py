"""The threshold of Article 30(5): what holds on a day, with a row of one's own before ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ropa
from ropa.errors import FileNotUnderstood
from ropa.law import standard

OWN = """
[[threshold]]
provision = "30(5)"
persons = 1000
from = 2028-01-01
source = "an amendment that is made up"
checked_on = 2028-01-02
"""
REGISTER = ropa.Register(
    holder="bakery",
    parties=[
        {"key": "bakery", "name": "The Bakery", "note": "No record needed: fewer than 1,000 employees."}
    ],
)


def found(on: date, tables: ropa.Tables) -> list[str]:
    report = ropa.check(REGISTER, on=on, select=["exemption-threshold-not-in-force"], tables=tables)
    return [one.name for one in report.findings]


def test_there_is_none_before_the_regulation_applies() -> None:
    assert standard().threshold(date(2018, 5, 24)) is None
    row = standard().threshold(date(2018, 5, 25))
    assert row is not None
    assert (row.persons, row.provision) == (250, "30(5)")


def test_a_row_of_ones_own_counts_from_its_day_and_the_rule_follows(tmp_path: Path) -> None:
    own = tmp_path / "rows.toml"
    own.write_text(OWN)
    tables = standard().with_file(own)
    days = (date(2027, 12, 31), date(2028, 1, 1))
    assert [row.persons for day in days if (row := tables.threshold(day))] == [250, 1000]
    assert [len(found(day, tables)) for day in days] == [1, 0]
    assert len(found(days[1], standard())) == 1


@pytest.mark.parametrize("line", ["persons = 0", 'persons = "many"', "people = 250"])
def test_a_row_that_is_none_says_why(tmp_path: Path, line: str) -> None:
    own = tmp_path / "rows.toml"
    own.write_text(OWN.replace("persons = 1000", line))
    with pytest.raises(FileNotUnderstood, match="threshold"):
        standard().with_file(own)

"""The ages of Article 8: sourced row by row, by country and day, and a row of one's own goes before ours."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ropa.errors import FileNotUnderstood
from ropa.law import Age, age_of, standard
from ropa.law.age import HIGHEST, LOWEST

ON = date(2026, 11, 21)
ROWS = standard().ages
TERRITORIES = {"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}
OWN = """
[[age]]
country = "NO"
age = 15
from = 2027-01-01
source = "read by ourselves"
checked_on = 2027-01-02
"""


@pytest.mark.parametrize("row", ROWS, ids=repr)
def test_is_sourced(row: Age) -> None:
    """Source, regime and the day it was looked up; an age the Regulation leaves room for; memory is called that."""
    assert row.source
    assert row.regime == ("uk" if row.country == "GB" else "eu")
    assert date(2026, 9, 1) <= row.checked_on <= ON
    assert LOWEST <= row.age <= HIGHEST
    assert row.since is None or row.until is None or row.since <= row.until
    assert ("not verified" in (row.source + row.note).lower()) == (not row.verified)


def test_every_country() -> None:
    """Each member of the EEA now or before, and no territory."""
    assert {row.country for row in ROWS} == set(standard().eea.by_country) - TERRITORIES


def test_one_age_a_day() -> None:
    """The rows of a country do not overlap, and a day after one ends the next has begun."""
    for row in ROWS:
        for day in filter(None, (row.since, row.until, ON)):
            assert sum(one.applies(day) for one in ROWS if one.country == row.country) == 1
        if row.until:
            assert age_of(row.country, row.until + timedelta(days=1)) is not None


def test_days() -> None:
    """Denmark went from 13 to 15 with the year 2024; what is not listed has no age, not the general one."""
    found = [age_of("DK", day) for day in (date(2023, 12, 31), date(2024, 1, 1))]

    assert [one.age for one in found if one] == [13, 15]
    assert age_of("US", ON) is None
    assert age_of("RE", ON) is None


def test_a_row_of_ones_own(tmp_path: Path) -> None:
    """It needs no end in the row before it: the row that begins last is used, from its first day."""
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    own = standard().with_file(path)

    assert [
        one.age for one in (own.age_of("NO", date(2026, 12, 31)), own.age_of("NO", date(2027, 1, 1))) if one
    ] == [13, 15]
    assert len(own.ages) == len(ROWS) + 1
    assert [one.age for one in (age_of("NO", date(2027, 1, 1)),) if one] == [13]


def test_a_row_in_place_of_ours(tmp_path: Path) -> None:
    """One of the same country and first day takes its place."""
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace("from = 2027-01-01\n", ""), "utf-8")
    own = standard().with_file(path)

    assert len(own.ages) == len(ROWS)
    assert [one.verified for one in own.ages if one.country == "NO"] == [True]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN.replace("age = 15", "age = 12"), r"age\.0.*Article 8\(1\) leaves the ages 13 to 16"),
        (OWN.replace("age = 15\n", ""), r"age\.0\.age: this is not there; write age = …"),
        (OWN.replace("2027-01-01", "'soon'"), r"age\.0\.from"),
        (OWN.replace("country", "contry"), r"age\.0"),
        ("age = 3", "age"),
        ("[[ages]]\n", r"ages: there is no such table; did you mean \[\[age\]\]\?"),
    ],
)  # fmt: skip
def test_faults(tmp_path: Path, text: str, told: str) -> None:
    """Are told with the file and the row."""
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(FileNotUnderstood, match=told):
        standard().with_file(path)


def test_another_regime_has_its_own_bounds() -> None:
    """The bounds are those of the Regulation."""
    assert Age(country="GB", age=12, source="x", checked_on=ON, regime="uk").age == 12
    with pytest.raises(ValueError, match="13 to 16"):
        Age(country="NL", age=17, source="x", checked_on=ON)

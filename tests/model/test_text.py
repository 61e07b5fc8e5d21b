"""The small values: keys, days, flags, periods, countries, numbers of words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from ropa.errors import NotUnderstood
from ropa.model import (
    Activity,
    Agreement,
    Evidence,
    Flow,
    Party,
    Purpose,
    Register,
    Retention,
    SharedMeasure,
    Source,
)

DEEP: Any = 1
for _ in range(20):
    DEEP = [DEEP]


@pytest.mark.parametrize("key", ["a", "0", "a.b-c_d", "x" * 100])
def test_keys(key: str) -> None:
    """Lower-case letters, digits, dots, hyphens, underscores; a hundred at most."""
    assert key == Party(key=key).key


@pytest.mark.parametrize(
    "key", ["", "A", "-a", ".a", "a b", "é", "a\n", "x" * 101, "data-subjects", "automatic", 1]
)
def test_what_is_no_key(key: Any) -> None:
    """Also not the reserved words."""
    with pytest.raises(NotUnderstood):
        Party(key=key)


@pytest.mark.parametrize("part", [Party, Agreement, Source, SharedMeasure, Activity])
def test_entries_that_are_referred_to_must_have_a_key(part: type[Any]) -> None:
    """Whatever other fields they take from wider kinds."""
    with pytest.raises(NotUnderstood, match="key: this is missing"):
        part(**({"text": "x"} if part is SharedMeasure else {}))


@pytest.mark.parametrize("day", ["2024-02-29", date(2024, 2, 29)])
def test_days(day: Any) -> None:
    """Written, or Python's own."""
    assert date(2024, 2, 29) == Agreement(key="a", signed=day).signed


@pytest.mark.parametrize(
    "day",
    [
        "2023-02-29",
        "2024-2-1",
        "1/2/2024",
        "2024-01-01T00:00",
        "٢٠٢٤-٠١-٠١x",
        0,
        20240101,
        datetime(2024, 1, 1),
    ],
)
def test_what_is_no_day(day: Any) -> None:
    """No moment, no number, no day that never was."""
    with pytest.raises(NotUnderstood, match=r"year-month-day|no such day"):
        Agreement(key="a", signed=day)


@pytest.mark.parametrize(
    ("said", "meant"), [(True, True), ("true", True), ("Yes", True), ("no", False), (False, False)]
)
def test_flags(said: Any, meant: bool) -> None:
    """As Python or as words; not as numbers."""
    assert meant is Flow(possible=said).possible
    with pytest.raises(NotUnderstood, match="write true or false"):
        Flow(possible=1)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("P7Y", "P7Y"), ("7 jaar", "P7Y"), ("6 months", "P6M"), ("30 Tage", "P30D"), ("PT12H", "PT12H")],
)
def test_periods(said: str, meant: str) -> None:
    """ISO 8601, or a number and a unit in any of the languages; also where a criterion stands."""
    assert meant == Retention(period=said).period == Retention(criterion=said).period
    assert Retention(criterion=said).criterion is None


@pytest.mark.parametrize("said", ["P", "PT", "7", "seven years", "-P1Y", "P1.5Y", "1 fortnight"])
def test_what_is_no_period(said: str) -> None:
    """Words are a criterion, not a period."""
    assert said == Retention(criterion=said).criterion
    with pytest.raises(NotUnderstood, match="ISO 8601"):
        Retention(period=said)


def test_countries() -> None:
    """ISO 3166: GB and not UK; EU and EEA."""
    assert Flow(countries=["GB", "EU", "EEA"]).countries == ("GB", "EU", "EEA")
    for wrong in ("UK", "gb", "Belgium", ""):
        with pytest.raises(NotUnderstood, match="ISO 3166"):
            Flow(countries=wrong)


def test_one_value_stands_for_a_list_and_a_word_for_an_entry() -> None:
    """The short forms of the file are those of Python too."""
    assert Flow(recipient="a", role="processor") == Flow(recipient=["a"], role=("processor",))
    assert Purpose(text="x", legal_bases="contract") == Purpose(text="x", legal_bases=[{"basis": "contract"}])
    assert Evidence(at="L1") == Source(key="s", evidence="L1").evidence[0]


def test_texts_in_several_languages_do_not_change() -> None:
    """A register is a value down to its words."""
    name = Party(key="a", name={"nl": "naam", "fr": "nom"}).name

    assert isinstance(name, dict)
    with pytest.raises(TypeError):
        name["nl"] = "x"  # type: ignore[index]
    with pytest.raises(NotUnderstood, match="language"):
        Party(key="a", name={"Dutch": "naam"})


@pytest.mark.parametrize(
    "value", [float("inf"), float("nan"), "\ud800", {"\udc00": 1}, {"k" * 1001: 1}, DEEP]
)
def test_values_of_ones_own_can_be_written(value: Any) -> None:
    """What no file gives back is refused at once."""
    with pytest.raises(NotUnderstood, match="x-own"):
        Register(**{"x-own": value})

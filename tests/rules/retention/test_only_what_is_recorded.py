"""Limits on a condition, from no event on record, and until "the purpose" is met."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from tests.rules.asking import asked, places

from ropa.glossary import LANGUAGES


def told(name: str, *retention: Any) -> Any:
    return asked(
        name, activities=[{"key": "a", "personal_data": ["name", "log-data"], "retention": list(retention)}]
    )


class TestContradiction:
    """Two periods for the same data."""

    SIX: ClassVar = {"key": "six", "period": "P6Y"}
    TEN: ClassVar = {"key": "ten", "period": "P10Y"}

    def test_no_event(self) -> None:
        """It does not speak of an event that is not recorded."""
        (found,) = told("retentions-contradict", self.SIX, self.TEN)
        (from_one,) = told(
            "retentions-contradict", {**self.SIX, "starts": "payment"}, {**self.TEN, "starts": "payment"}
        )

        assert "event" not in found.message()
        assert "the same event" in from_one.message()
        assert all(found.message(language) != from_one.message(language) for language in LANGUAGES)

    @pytest.mark.parametrize(
        "words",
        [
            "up to six or ten years",
            "maximaal zes jaar",
            "jusqu'à dix ans",
            "bis zu sechs beziehungsweise zehn Jahre",
            "je nach Beleg",
        ],
    )
    def test_one_of_several(self, words: str) -> None:
        """The words say that it is the longest, or on what it depends."""
        assert told("retentions-contradict", self.SIX, {**self.TEN, "criterion": words}) == ()
        assert told("retentions-contradict", self.SIX, {**self.TEN, "criterion": "Ten years"}) != ()


class TestCondition:
    """A limit for all data, on a condition."""

    LIMIT: ClassVar = {"key": "logs", "period": "P7Y", "when": "audit logs of privileged actions"}

    def test_alone(self) -> None:
        """It is none for the rest: a person looks."""
        (found,) = told("data-without-retention", self.LIMIT)

        assert found.certainty.value == "likely"
        assert all("audit logs of privileged actions" in found.message(language) for language in LANGUAGES)

    def test_among_others(self) -> None:
        """Beside another one, that may be for the rest; for data that it names, it leaves the others out."""
        for other in ({"criterion": "Till closed", "when": "other logs"}, {"period": "P1Y"}):
            assert told("data-without-retention", self.LIMIT, {"key": "rest", **other}) == ()
        (found,) = told("data-without-retention", self.LIMIT, {"period": "P1Y", "covers": "name"})
        assert found.message().endswith("log data (Article 30(1)(f)).")


@pytest.mark.parametrize(
    "words",
    [
        "sobald der jeweilige Zweck erfüllt ist", "until the purpose is fulfilled", "jusqu'à la réalisation de la finalité",
        "zodra het doel bereikt is", "temporär", "Temporary", "temporaire", "tijdelijk",
    ],
)  # fmt: skip
def test_until_the_purpose(words: str) -> None:
    """No day can be put to it."""
    found = places("retention-vague", activities=[{"key": "a", "retention": words}])
    assert found == [("activities.a.retention.1", "warning")]


@pytest.mark.parametrize(
    "words",
    [
        "Until the purpose of the complaint is dealt with",
        "Temporary staff: until they leave",
        "Tijdelijk contract: tot het einde",
    ],
)
def test_more_than_the_purpose(words: str) -> None:
    """Words that name an event."""
    assert places("retention-vague", activities=[{"key": "a", "retention": words}]) == []

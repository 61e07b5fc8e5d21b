"""A holder that works for others: whom it names, and what it does for itself as well."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import asked, places

PARTIES = [{"key": "bakery", "name": "Bakery"}, {"key": "cafes", "named": False}, {"key": "cafe"}]
FOR_OTHERS = {"recipient": "bakery", "role": "processor", "processing": "savings-cards"}


def work(controllers: Any, **facts: Any) -> dict[str, Any]:
    return {"key": "theirs", "controllers": controllers, "flows": FOR_OTHERS, **facts}


class TestCustomerNotNamed:
    """Article 30(2)(a) asks for each controller."""

    def found(self, *activities: Any, parties: Any = PARTIES) -> list[tuple[str, str]]:
        return places("customer-not-named", parties=parties, activities=list(activities))

    def test_a_category(self) -> None:
        """Once, however much is done for it."""
        again = {**work("cafes"), "key": "again"}

        assert self.found(work("cafes"), again) == [("parties.cafes", "warning")]
        assert self.found(work(["cafe", "cafes"])) == [("parties.cafes", "warning")]

    def test_named(self) -> None:
        """By itself, or as a member of the category."""
        members = [PARTIES[0], {**PARTIES[1], "members": "cafe"}, PARTIES[2]]

        assert self.found(work("cafe")) == self.found(work("cafes"), parties=members) == []

    def test_no_processor(self) -> None:
        """A category that is controller of what the holder has no part in is no customer."""
        assert self.found({**work("cafes"), "flows": {"recipient": "cafe", "role": "processor"}}) == []


class TestSamePurposeInTwoRoles:
    """Article 4(7): who decides."""

    def found(self, own: str, theirs: Any, **facts: Any) -> list[tuple[str, str]]:
        mine = {"key": "mine", "purposes": own, **facts}
        return places(
            "same-purpose-in-two-roles",
            parties=PARTIES,
            activities=[mine, work("cafe", purposes=theirs)],
        )

    def test_the_same_words(self) -> None:
        """Whatever the case and the spaces, in one of the languages it is said in."""
        assert self.found("Saving points", "saving  Points") == [("activities.theirs", "warning")]
        assert self.found("Saving points", {"text": {"nl": "Punten sparen", "en": "Saving points"}}) != []

    def test_other_words(self) -> None:
        """Purposes of their own, or an end that has passed."""
        assert self.found("Saving points", "Paying wages") == []
        assert self.found("Saving points", {"text": "Saving points", "valid_until": "2020-01-01"}) == []
        assert self.found("Saving points", "Saving points", valid_until="2020-01-01") == []

    def test_words(self) -> None:
        """Both activities are named."""
        (one,) = asked(
            "same-purpose-in-two-roles",
            parties=PARTIES,
            activities=[{"key": "mine", "name": "Card", "purposes": "P"}, work("cafe", purposes="P")],
        )
        assert one.message() == (
            "Bakery pursues “P” on behalf of others here and as controller in “Card”; "
            "which of the two holds when is not recorded (Article 4(7))."
        )


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ([{"key": "s", "published": "2026-01-05"}], []),
        ([{"key": "s", "published": "2018-01-05", "changed": "2026-01-05"}], []),
        ([{"key": "s", "published": "2018-01-05"}, {"key": "t", "changed": "2026-01-05"}], []),
        ([{"key": "s", "published": "2024-01-05"}], [("", "note")]),
        ([{"key": "s", "published": "2027-01-05"}], [("", "note")]),
        ([{"key": "s", "published": "2026-01-05"}, {"key": "t"}], [("", "note")]),
    ],
)
def test_drawn_from_a_new_source(sources: Any, found: list[tuple[str, str]]) -> None:
    """Entries were looked at when their source was written; a source without a day says nothing."""
    sources = [{**one, "title": "Statement"} for one in sources]

    assert (
        places("entries-not-reviewed", date(2026, 11, 21), sources=sources, activities=[{"key": "a"}])
        == found
    )

"""Who got data until an earlier day: they are among those to whom data have been disclosed (Articles 15(1)(c), 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.errors import UnknownEntry
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.sharing import chain, holders

ON = date(2026, 6, 1)
KEPT = "Survey: Old received data until 2025-12-31; what it still holds of them is not recorded."


def survey(*flows: dict[str, Any], **activity: Any) -> Register:
    """A survey by an old vendor and by a new one."""
    old = {"recipient": "old", "role": "processor", "valid_until": "2025-12-31"}
    new = {"recipient": "new", "role": "processor", "valid_from": "2026-01-01"}
    work = {
        "key": "survey",
        "name": "Survey",
        "data_subjects": "tenants",
        "personal_data": ["email", "opinion"],
    }
    parties = [{"key": key, "name": key.title()} for key in ("home", "old", "new", "police")]
    return Register(
        holder="home", parties=parties, activities=[{**work, "flows": flows or (old, new), **activity}]
    )


def test_who_got_data_before_is_told_with_the_last_day() -> None:
    """In the list of holders and in the chain; whoever gets them still is not former."""
    for answer in (
        holders(survey(), "email", on=ON),
        chain(survey(), "survey", on=ON),
        chain(survey(), "home", on=ON),
    ):
        assert KEPT in answer.sentences("en")
        assert [("old", date(2025, 12, 31), False)] == [
            (one.party, one.until, one.possible) for one in answer.formerly
        ]
        assert answer.as_json()["formerly"][0]["until"] == "2025-12-31"
    assert not holders(survey(), "email", on=date(2025, 6, 1)).formerly
    assert not holders(survey(), "email", on=None).formerly


def test_only_of_the_data_that_are_asked_for() -> None:
    """By what the flow names."""
    flow = {"recipient": "old", "role": "processor", "valid_until": "2025-12-31", "personal_data": "email"}
    assert holders(survey(flow), "email", on=ON).formerly
    assert not holders(survey(flow), "opinion", on=ON).formerly


def test_an_activity_that_has_ended_is_known_all_the_same() -> None:
    """Its words can be asked for, and that nothing is recorded holds for the day alone."""
    held = survey({"recipient": "old", "role": "processor"}, valid_until="2025-12-31")
    assert ("For this day the register shows nobody who holds these data.", KEPT) == holders(
        held, "opinion", on=ON
    ).sentences("en")
    assert "for this day" in chain(held, "survey", on=ON).sentences("en")[0]
    with pytest.raises(UnknownEntry):
        holders(held, "shoes", on=ON)


def test_who_only_may_have_got_them_and_who_is_no_recipient() -> None:
    """An authority in an inquiry is none (Article 4(9))."""
    until = {"valid_until": "2025-12-31"}
    held = survey(
        {"recipient": "old", "possible": True, **until},
        {"recipient": "police", "role": "authority-inquiry", **until},
    )
    (one,) = holders(held, "email", on=ON).formerly
    assert (one.party, one.possible) == ("old", True)
    said = {holders(held, "email", on=ON).sentences(language)[1] for language in LANGUAGES}
    assert len(said) == len(LANGUAGES)
    assert any("may have received" in one for one in said)


def test_below_a_customer_only_what_was_its_own() -> None:
    """What went on for another customer is no part of its chain."""
    until = {"sender": "home", "role": "processor", "valid_until": "2025-12-31"}
    held = survey({"recipient": "old", "customers": ["new"], **until}, controllers=["new", "police"])
    assert chain(held, "home", on=ON, customer="new").formerly
    assert not chain(held, "home", on=ON, customer="police").formerly

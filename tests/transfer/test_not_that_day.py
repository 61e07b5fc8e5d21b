"""A ground that is recorded and not in force that day is told as that, with its day; and what may be no transfer at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import ropa
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.transfer import Standing, Verdict, judge, transfers

ON = date(2026, 6, 1)


def register(flow: dict[str, Any], *, paper: dict[str, Any] | None = None, listed: Any = ()) -> Register:
    clauses = {
        "key": "s",
        "kind": "standard-contractual-clauses",
        "between": ["shop", "host"],
        "decision": "2021/914",
    }
    return Register.of(
        {
            "holder": "shop",
            "parties": [{"key": "shop"}, {"key": "host", "name": "Host Inc", "certifications": listed}],
            "agreements": [{**clauses, "module": "2", "signed": "2024-01-01", **paper}] if paper else [],
            "activities": [{"key": "p", "flows": {"recipient": "host", "role": "processor", **flow}}],
        }
    )  # fmt: skip


def verdicts(held: Register) -> list[Verdict]:
    return [judge(held, one, on=ON) for one in transfers(held, on=ON)]


@pytest.mark.parametrize("grounds", [{}, {"grounds": "standard-contractual-clauses"}])
@pytest.mark.parametrize(
    ("days", "reason", "day"),
    [
        ({"ends": "2026-05-31"}, "paper-ended", "2026-05-31"),
        ({"valid_until": "2026-05-30", "ends": "2026-05-31"}, "paper-ended", "2026-05-30"),
        ({"signed": "2026-06-02"}, "paper-not-yet", "2026-06-02"),
    ],
)
def test_clauses(grounds: dict[str, str], days: dict[str, str], reason: str, day: str) -> None:
    """Stated on the flow or not: they fell, the day is told, and path, check and gaps say the same."""
    held = register({"countries": "US", **grounds}, paper=days)
    (found,) = verdicts(held)

    assert (found.standing, found.reason) == (Standing.FALLEN, reason)
    assert all(day in found.message(language) for language in LANGUAGES)
    told = {one.code: one.level.value for one in ropa.check(held, on=ON).findings}
    assert told["ROPA215"] == "error"
    assert "ROPA046" not in told
    assert ["first"] == [one.how for one in ropa.gaps(held, on=ON).gaps if "ground" in one.kind.value]


def test_the_last_and_the_first_day_count() -> None:
    """On these days the clauses are in force."""
    for days in ({"ends": "2026-06-01"}, {"signed": "2026-06-01"}):
        (found,) = verdicts(register({"countries": "US"}, paper=days))
        assert found.reason == "assessment-not-recorded"


def test_another_safeguard() -> None:
    """Binding rules that ended are no rules that are not recorded."""
    rules = {"kind": "binding-corporate-rules", "ends": "2026-05-31"}
    (found,) = verdicts(register({"countries": "US", "grounds": "binding-corporate-rules"}, paper=rules))

    assert (found.standing, found.reason) == (Standing.FALLEN, "paper-ended")


def test_a_listing_nobody_states() -> None:
    """A listing that ended is recorded: it is not told as missing."""
    held = register({"countries": "US"}, listed={"scheme": "eu-us-dpf", "valid_until": "2026-05-31"})
    (found,) = verdicts(held)

    assert (found.standing, found.reason) == (Standing.FALLEN, "listing-ended")
    assert {"ROPA204"} == {one.code for one in ropa.check(held, on=ON).findings} & {"ROPA204", "ROPA046"}
    assert ropa.impact(held, revoke="2023/1795", on=ON).transfers == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            {},
            [
                "United States: standard contractual clauses (s): ",
                "India: standard contractual clauses (s): ",
            ],
        ),
        ({"name": "Contract 7"}, ["United States: Contract 7: ", "India: Contract 7: "]),
    ],
)
def test_what_is_said_of_clauses_names_the_country(name: dict[str, str], expected: list[str]) -> None:
    """With two destinations one can tell which; an agreement without a name is called by its kind."""
    held = register({"countries": "US", "access_from": "IN"}, paper=name or {"covers": ["p"]})

    for found, begin in zip(verdicts(held), expected, strict=True):
        assert found.message("en").startswith(begin)
    told = [one.message("en") for one in ropa.check(held, on=ON).findings if one.code == "ROPA211"]
    assert [any(one.startswith(begin) for one in told) for begin in expected] == [True, True]


class TestPeople:
    """What people give themselves may be no transfer: always to be looked at, never certain."""

    def test_without_a_ground(self) -> None:
        """Check and gaps have words of their own."""
        held = register({"sender": "data-subjects", "countries": "IN"})
        (told,) = [one for one in ropa.check(held, on=ON).findings if one.code == "ROPA046"]

        assert told.level.value == "warning"
        assert all("05/2021" in told.message(language) for language in LANGUAGES)
        assert ["from-people"] == [
            one.how for one in ropa.gaps(held, on=ON).gaps if "ground" in one.kind.value
        ]

    def test_a_ground_that_fell(self) -> None:
        """It weighs no more than none at all; why the ground fell is still told, once."""
        held = register({"sender": "data-subjects", "countries": "US", "grounds": "privacy-shield"})
        (found,) = verdicts(held)

        assert (found.standing, found.reasons) == (Standing.DEPENDS, ("from-people", "ended"))
        assert [one.level.value for one in ropa.check(held, on=ON).findings if one.code == "ROPA201"] == [
            "warning"
        ]

    def test_a_decision_that_falls(self) -> None:
        """What is told of it says that a person has to look."""
        held = register({"sender": "data-subjects", "countries": "US"}, listed={"scheme": "eu-us-dpf"})
        (one,) = ropa.impact(held, revoke="2023/1795", on=ON).transfers

        assert one.after is not None
        assert one.after.reason == "from-people"

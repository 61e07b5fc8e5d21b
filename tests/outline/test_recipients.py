"""Who is counted as a recipient in brief: those whom the records of the same document name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.outline.test_closing import summed

import ropa
from ropa.glossary import LANGUAGES, phrase
from ropa.model import Register
from ropa.outline import report
from ropa.outline.cells import Cells
from ropa.outline.recipients import recipients

ON = date(2026, 11, 22)
BY_ROLE, NO_RECIPIENTS = "Recipients by role", "Not recipients in the sense of Article 4(9) and (10)"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/register.yaml"))


def register(*activities: dict[str, Any], holder: str | None = "us", **more: Any) -> Register:
    parties = [{"key": key} for key in ("us", "town", "police", "staff", "host", "cloud", "old", "client")]
    return Register.of({"holder": holder, "parties": parties, "activities": activities, **more})


def told(held: Register, label: str) -> str:
    return summed(report(held, language="en", on=ON), label)


def test_a_joint_controller_is_one_and_the_police_is_none() -> None:
    """As the record of the same document has it: under (d), and apart from it."""
    held = register(
        {
            "key": "a",
            "controllers": ["us", "town"],
            "joint": True,
            "flows": [
                {"sender": "us", "recipient": "town", "role": "joint-controller"},
                {"sender": "us", "recipient": "police", "role": "authority-inquiry"},
                {"sender": "us", "recipient": "staff", "role": "own-staff"},
            ],
        }
    )

    assert told(held, BY_ROLE) == "joint controller: 1"
    assert told(held, NO_RECIPIENTS) == "authority in a particular inquiry: 1; own staff: 1"


def test_only_who_is_no_recipient() -> None:
    """Then no recipient is recorded; and where everybody is one nothing is said of others."""
    held = register({"key": "a", "flows": [{"recipient": "police", "role": "authority-inquiry"}]})

    assert told(held, BY_ROLE) == "none is recorded"
    assert told(register({"key": "a", "flows": [{"recipient": "host"}]}), NO_RECIPIENTS) == ""


def test_to_whom_data_were_and_will_be_disclosed() -> None:
    """A record names them too: they count, and it is said how many are none of the day."""
    flows = [
        {"recipient": "host", "role": "processor"},
        {"recipient": "old", "role": "processor", "valid_until": "2025-12-31"},
    ]

    assert told(register({"key": "a", "flows": flows}), BY_ROLE) == (
        "processor: 2; of these, only before or after this day: 1"
    )


def test_what_another_controller_gives_is_not_the_holders() -> None:
    """Two that are each on their own: the holder's record has the recipients of the holder alone."""
    held = register(
        {
            "key": "a",
            "controllers": ["us", "town"],
            "joint": False,
            "personal_data": ["name", "salary"],
            "flows": [
                {"sender": "us", "recipient": "host", "role": "processor", "personal_data": "name"},
                {"sender": "town", "recipient": "cloud", "role": "controller", "personal_data": "salary"},
            ],
        }
    )
    (record,) = ropa.controller_records(held, "us", on=ON)
    named = {hop.recipient for entry in record.entries for hop in entry.recipients}
    found = recipients(Cells(held, "en"), ON)

    assert frozenset().union(*found.roles.values()) == named


def test_what_goes_back_says_no_role() -> None:
    """A joint controller that gets back what its processor did is not counted twice."""
    held = register(
        {
            "key": "a",
            "controllers": ["us", "town"],
            "joint": True,
            "flows": [
                {"sender": "us", "recipient": "town", "role": "joint-controller"},
                {"sender": "us", "recipient": "host", "role": "processor"},
                {"sender": "host", "recipient": "town"},
            ],
        }
    )

    assert told(held, BY_ROLE) == "joint controller: 1; processor: 1"


def test_a_vendor() -> None:
    """Behind a processor there is no record under (d): those to whom it passes data on count as such."""
    held = register(
        {
            "key": "a",
            "controllers": "client",
            "flows": [
                {"sender": "client", "recipient": "us", "role": "processor"},
                {"sender": "us", "recipient": "cloud", "role": "processor"},
                {"sender": "us", "recipient": "police", "role": "authority-inquiry"},
                {"sender": "us", "recipient": "client"},
            ],
        }
    )

    assert told(held, BY_ROLE) == "sub-processor: 1"
    assert told(held, NO_RECIPIENTS) == "authority in a particular inquiry: 1"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_as_the_records_have_it(path: Path) -> None:
    """Each recipient of the records of the holder, and nobody else where it is the controller of everything."""
    held = ropa.load(path)
    (record,) = ropa.controller_records(held, held.holder, on=ON)
    named = {hop.recipient for entry in record.entries for hop in entry.recipients}
    found = recipients(Cells(held, "en"), ON)
    everyone: frozenset[str] = frozenset().union(*found.roles.values())
    theirs = {one.activity.key for one in record.entries}
    beside = {hop.recipient for hop in held.flows(on=ON) if hop.activity not in theirs}

    assert named <= everyone <= named | beside


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language(language: str) -> None:
    """Under the same words as in the record itself."""
    held = register({"key": "a", "flows": [{"recipient": "police", "role": "authority-inquiry"}]})
    label = phrase("report.not-recipients", language)

    assert summed(report(held, language=language, on=ON), label).endswith(": 1")

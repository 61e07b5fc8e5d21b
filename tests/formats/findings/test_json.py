"""Findings as JSON: the shape that is promised."""

from __future__ import annotations

import json

from tests.formats.findings.conftest import LOUD, Makes

from ropa.formats.findings.json import write
from ropa.formats.findings.told import Unread

FINDING = {
    "code",
    "name",
    "of",
    "article",
    "duty",
    "certainty",
    "level",
    "where",
    "file",
    "line",
    "message",
    "remedy",
    "waived",
}


def test_one_and_several(checked: Makes, unread: Unread) -> None:
    """One answer by itself, several as a list; a register that cannot be read has its problems."""
    one = json.loads(write([checked()]))
    several = json.loads(write([checked(), unread]))

    assert set(one) == {"on", "register", "findings", "observations", "coverage"}
    assert several[0] == one
    assert set(several[1]) == {"register", "problems"}
    assert several[1]["problems"][0]["line"] == 2


def test_finding(checked: Makes) -> None:
    """Every key that is promised; waived ones with who answers for them, after the others."""
    found = json.loads(write([checked()]))["findings"]

    assert all(set(one) == FINDING for one in found)
    assert [one["waived"] for one in found[:-1]] == [None] * 5
    assert found[-1]["waived"] == {"reason": "Later, maybe", "by": "An", "until": "2027-01-01"}
    assert found[0]["message"] == f"Not recorded: {LOUD}."
    assert (found[1]["file"], found[1]["line"]) == ("my register.yaml", 8)


def test_known(checked: Makes) -> None:
    """Beside a baseline each finding says whether it is known; without one there is nothing to say."""
    assert [one["known"] for one in json.loads(write([checked(known=(1,))]))["findings"]] == [False, True] + [
        False
    ] * 4


def test_coverage_and_observations(checked: Makes) -> None:
    """Coverage has a row for each provision; observations stand apart."""
    told = json.loads(write([checked()]))

    assert told["coverage"][1] == {
        "article": "30(1)(b)", "given": 0, "partly": 0, "general": 0, "declared": 0, "unknown": 0, "blank": 3, "of": "purposes",
    }  # fmt: skip
    assert told["observations"] == [
        {"at": "activities.wages", "text": "Odd", "articles": ["5(1)"], "by": "An", "on": "2026-01-02"}
    ]


def test_is_inert(checked: Makes) -> None:
    """Nothing in it acts without being seen, and half a character is no stumbling block."""
    text = write([checked()])

    assert not set(text) & {"\x1b", "\u202e", "\x00"}
    text.encode("utf-8")

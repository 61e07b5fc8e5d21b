"""Which of several faults at a place: the word stands in the output as a waiver takes it."""

from __future__ import annotations

import json
from datetime import date

from ropa.formats.findings import json as as_json, markdown, sarif, text
from ropa.formats.findings.told import Checked
from ropa.model import Register
from ropa.rules import check, explain

ON = date(2026, 11, 21)
RULE = [explain("item-missing")]


def checked(**facts: object) -> Checked:
    """An activity with nothing but a key: several things are missing at one place."""
    register = Register(holder="us", parties=[{"key": "us"}], activities=[{"key": "wages"}], **facts)
    return Checked("r.yaml", register, check(register, on=ON, rules=RULE), "en")


def test_shown() -> None:
    """In text and Markdown behind the name, in JSON and SARIF under a key of its own."""
    one = checked()
    lines = [line.text for line in text.lines(one)]
    of = [found["of"] for found in json.loads(as_json.write([one]))["findings"]]
    results = json.loads(sarif.write([one]))["runs"][0]["results"]

    assert any(line.endswith("item-missing activities.wages (item-missing:retention)") for line in lines)
    assert "ROPA001 item-missing:retention |" in markdown.write([one])
    assert "retention" in of
    assert None not in of
    assert [result["properties"]["of"] for result in results] == of


def test_a_waiver_takes_it() -> None:
    """The word that is shown waives that fault and no other."""
    words = [one.word for one in checked().report.findings]
    waived = checked(waivers=[{"rule": "item-missing:retention", "reason": "Asked", "by": "An"}])

    assert "item-missing:retention" in words
    assert [one.finding.word for one in waived.report.waived] == ["item-missing:retention"]
    assert len(waived.report.findings) == len(words) - 1

"""Findings as SARIF 2.1.0: what its readers rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.formats.findings.conftest import Makes

from ropa.formats.findings.sarif import write
from ropa.formats.findings.told import Checked, Unread

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "properties": {"uri": {"type": "string", "pattern": r"^[!-~]+$"}},
                    "required": ["uri"],
                },
                "region": {"properties": {"startLine": {"type": "integer", "minimum": 1}}},
            },
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {"type": "array", "minItems": 1, "items": LOCATION},
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
        "suppressions": {
            "type": "array",
            "items": {"properties": {"kind": {"enum": ["inSource", "external"]}, "status": {"enum": ["accepted", "underReview", "rejected"]}}, "required": ["kind"]},
        },
    },
}  # fmt: skip
SHAPE = {
    "type": "object",
    "required": ["version", "runs", "$schema"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results", "invocations"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {"driver": {"required": ["name", "rules"]}},
                    },
                    "language": {"pattern": "^[a-zA-Z]{2}$"},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
"""The part of the schema of the standard that this writer uses; the whole of it is asked of `ropa` by hand."""


def run(*several: Checked | Unread) -> dict[str, Any]:
    told = json.loads(write(several))
    jsonschema.Draft202012Validator(SHAPE).validate(told)
    (one,) = told["runs"]
    assert isinstance(one, dict)
    return one


def test_results(checked: Makes) -> None:
    """One for each finding, with its level, its words, and the file and line as a reference."""
    results = run(checked())["results"]

    assert [one["level"] for one in results] == ["error", "error", "warning", "warning", "note", "note"]
    assert results[1]["message"]["text"] == "Not recorded: plain. Write it."
    place = results[1]["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20register.yaml"},
        "region": {"startLine": 8},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "activities.orders"}]
    assert len({one["partialFingerprints"]["ropa/v1"] for one in results}) == len(results)


def test_rules(checked: Makes) -> None:
    """Every rule that was asked, found or not, with help; a result points at its own."""
    one = run(checked())
    rules = one["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["HOUSE001", "HOUSE002", "HOUSE003", "HOUSE004"]
    assert all(rules[found["ruleIndex"]]["id"] == found["ruleId"] for found in one["results"])
    assert "Artikel 30 Absatz 1" in run(checked(language="de"))["tool"]["driver"]["rules"][0]["help"]["text"]
    assert rules[3]["properties"]["tags"] == ["article:32", "theme:garden", "profile:art30-strict"]


def test_waived_and_known(checked: Makes) -> None:
    """A waived finding is suppressed with its reason; beside a baseline each is new or unchanged."""
    results = run(checked(known=(0, 3)))["results"]

    assert [one["baselineState"] for one in results] == ["unchanged", "new", "new", "unchanged", "new", "new"]
    assert [("suppressions" in one) for one in results] == [False] * 5 + [True]
    assert results[5]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Later, maybe, An, 2027-01-01"}
    ]
    assert not any("baselineState" in one for one in run(checked())["results"])


def test_unread(checked: Makes, unread: Unread) -> None:
    """A register that cannot be read is a failure of the run, not a finding of nothing."""
    one = run(checked(), unread)

    assert one["invocations"][0]["executionSuccessful"] is False
    (told, *_) = one["invocations"][0]["toolExecutionNotifications"]
    assert told["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}
    assert run(checked())["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize("name", ["a b.yaml", "a%20b.yaml", "a#b?.yaml", "Zoë.yaml"])
def test_names_of_files(checked: Makes, name: str) -> None:
    """A name is a reference that leads back to the file, and nowhere else."""
    from urllib.parse import unquote

    uri = run(checked(name))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert unquote(uri) == name
    assert not set(uri) & set("#? ")


def test_a_whole_path(checked: Makes, tmp_path: Path) -> None:
    """A path from the root is a file: address."""
    uri = run(checked(str(tmp_path / "a.yaml")))["results"][0]["locations"][0]["physicalLocation"][
        "artifactLocation"
    ]["uri"]

    assert uri.startswith("file:///")


def test_the_same_twice(checked: Makes) -> None:
    """The same in gives the same out."""
    assert write([checked()]) == write([checked()])

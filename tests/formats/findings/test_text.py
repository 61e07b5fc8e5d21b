"""Findings for people: grouped by what they are about, in the order of the register."""

from __future__ import annotations

from tests.formats.findings.conftest import Makes

from ropa.formats.findings.text import lines


def test_groups(checked: Makes) -> None:
    """The register itself first, then each entry with its name and path; the loudest finding of an entry first."""
    heads = [
        (line.kind, line.text)
        for line in lines(checked())
        if line.kind in ("group", "error", "warning", "note")
    ]

    assert [text for kind, text in heads if kind == "group"] == [
        "The register",
        "Paying wages (activities.wages)",
        "activities.a.b",
        "Orders (activities.orders)",
    ]
    assert [kind for kind, _ in heads] == [
        "group",
        "warning",
        "group",
        "error",
        "warning",
        "group",
        "note",
        "group",
        "error",
    ]


def test_lines(checked: Makes) -> None:
    """File, line, level, code, name and path; then what is not recorded and what to do."""
    said = [line.text for line in lines(checked())]

    at = said.index("my register.yaml:8: error HOUSE001 -error activities.orders")
    assert said[at + 1 : at + 3] == ["    Not recorded: plain.", "    → Write it."]
    assert "my register.yaml:1: warning HOUSE002 -warning" in said


def test_aside(checked: Makes) -> None:
    """Waived and known findings and observations stand apart, and the counts are of the others."""
    said = [line.text for line in lines(checked(known=(0,)))]

    assert "waived: HOUSE003 activities.orders: Later, maybe, An, 2027-01-01" in said
    assert "known: HOUSE001 activities.wages" in said
    assert "Observation: activities.wages: Odd (5(1), An, 2026-01-02)" in said
    assert said[-1] == "errors: 1, warnings: 2, notes: 1"


def test_coverage(checked: Makes) -> None:
    """Each letter with what it asks for and how it is answered, in the reader's language."""
    said = [line.text for line in lines(checked(language="nl"))]

    assert "artikel 30, lid 1, onder b) · Doeleinden: niet vermeld bij 3" in said
    assert not any("30, lid 2" in line for line in said), "the holder is nobody's processor"

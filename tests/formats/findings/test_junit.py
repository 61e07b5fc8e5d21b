"""Findings as JUnit XML: a case for each rule."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.formats.findings.conftest import Makes

from ropa.formats.findings.junit import write
from ropa.formats.findings.told import Checked, Unread
from ropa.law import Level


def suite(one: Checked | Unread, level: Level = Level.ERROR) -> ElementTree.Element:
    (found,) = ElementTree.fromstring(write([one], [level]))
    return found


def test_a_case_for_each_rule(checked: Makes) -> None:
    """Also for those that found nothing; what is quieter than asked for stands beside."""
    found = suite(checked())

    assert [case.get("name") for case in found] == [
        "HOUSE001 -error",
        "HOUSE002 -warning",
        "HOUSE003 -note",
        "HOUSE004 -quiet",
    ]
    assert [[each.tag for each in case] for case in found] == [
        ["failure"],
        ["system-out"],
        ["system-out"],
        [],
    ]
    assert (found.get("tests"), found.get("failures"), found.get("skipped")) == ("4", "1", "0")
    assert "Not recorded: wages." in (found[1][0].text or "")


def test_levels(checked: Makes) -> None:
    """What fails is what the exit status says."""
    assert suite(checked(), Level.WARNING).get("failures") == "2"
    assert suite(checked(), Level.NOTE).get("failures") == "3"
    assert suite(checked(known=(0, 1))).get("failures") == "0"


def test_waived(checked: Makes) -> None:
    """A rule all of whose findings are waived is skipped."""
    one = checked(known=None)
    only = type(one)(one.name, one.register, type(one.report)(
        one.report.on, (), one.report.waived, (), (), rules=one.report.rules
    ), "en")  # fmt: skip
    found = suite(only)

    assert found.get("skipped") == "1"
    assert [each.tag for each in found[2]] == ["skipped", "system-out"]


def test_is_inert(checked: Makes) -> None:
    """What XML cannot hold is replaced; what it would obey is escaped."""
    text = write([checked("a<b>&.yaml")], [Level.ERROR])

    assert not set(text) & {"\x1b", "\x00", "\ud800", "\u202e"}
    failure = ElementTree.fromstring(text)[0][0][0].text or ""
    assert '<img src=x> [c](http://x.example) @d #1 `e` *f* ]]> "g" &' in failure


def test_unread(unread: Unread) -> None:
    """A register that cannot be read is an error."""
    found = suite(unread)

    assert found.get("errors") == "1"
    assert found[0][0].tag == "error"

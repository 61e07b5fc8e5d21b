"""What stands behind the records: how much is answered, what is open, sources, dated law, words, and limits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.outline.dump import dump
from tests.outline.test_findings import dump_of, sections, table

from ropa.glossary import LANGUAGES
from ropa.law import standard
from ropa.model import Register
from ropa.outline import Lines, Outline, report, workbook
from ropa.rules import check

ON = date(2026, 11, 22)
both = pytest.mark.parametrize("make", [report, workbook], ids=lambda make: make.__name__)


def register(*activities: dict[str, Any], **facts: Any) -> Register:
    parties = [{"key": "bakery"}, {"key": "host", "name": "Host Ltd"}]
    return Register.of({"holder": "bakery", "parties": parties, "activities": activities, **facts})


def summed(out: Outline, label: str) -> str:
    """What the summary says under a label."""
    (lines,) = (block for block in sections(out)["summary"].blocks if isinstance(block, Lines))
    return " ¶ ".join(str(cell.value) for line in lines.lines if line.label == label for cell in line.cells)


class TestCoverage:
    """The numbers are those of the check."""

    def test_in_numbers(self, bakery: Register) -> None:
        """One row for each provision that is asked; together the states are all that it is asked of."""
        checked = check(bakery, on=ON)
        found = table(sections(workbook(bakery, language="en", on=ON, checked=checked))["coverage"])
        numbers = [[cells[0].value for cells in row[2:-1]] for row in found.rows]

        assert len(numbers) == sum(1 for one in checked.coverage if one.asked)
        assert all(row[0] == sum(row[1:]) for row in numbers)

    def test_in_words(self, bakery: Register) -> None:
        """A table for each article, each provision in words."""
        found = sections(report(bakery, language="en", on=ON))

        assert {"coverage:30(1)", "coverage:13"} <= set(found)
        assert "Purposes | 6 | given in 6" in dump_of(found["coverage:30(1)"])


@both
class TestStillOpen:
    """What somebody is to find out."""

    def test_every_unknown_with_its_owner_and_day(self, make: Callable[..., Outline]) -> None:
        """At any depth; what is declared absent for good is no open question."""
        asked = {"unknown": "Ask the host", "owner": "Ann", "due": "2027-02-01"}
        told = register(
            {
                "key": "shop",
                "name": "Web shop",
                "absences": {"retention": asked, "transfers": "none"},
                "flows": [{"recipient": "host", "absences": {"countries": {"unknown": "Nobody knows"}}}],
            }
        )
        said = dump_of(sections(make(told, language="en", on=ON))["open"])

        assert said.count("\n- ") == 2
        assert "Ask the host | Ann | 2027-02-01" in said
        assert "Host Ltd" in said

    def test_no_section_where_nothing_is(self, make: Callable[..., Outline]) -> None:
        """Nothing open, nothing said."""
        assert "open" not in sections(make(register({"key": "a"}), language="en", on=ON))


@both
class TestAnnexes:
    """What everything rests on."""

    def test_dated_law(self, make: Callable[..., Outline]) -> None:
        """A decision that fell is shown with its last day, the source and when it was looked up."""
        flow = {"recipient": "host", "countries": "US", "grounds": "privacy-shield"}
        told = register({"key": "a", "flows": flow})
        row = standard().decision("2016/1250")
        said = dump_of(sections(make(told, language="en", on=ON))["law"])

        assert "2016/1250" in said
        assert f"{row.since} | {row.until}" in said
        assert f"{row.source} | {row.checked_on}" in said

    def test_no_law_where_nothing_leaves(self, make: Callable[..., Outline]) -> None:
        """Without transfers no decision matters."""
        assert "law" not in sections(make(register({"key": "a"}), language="en", on=ON))

    def test_evidence(self, make: Callable[..., Outline]) -> None:
        """How many of each kind a source states, and how many were read out of it."""
        told = register(
            {"key": "a", "evidence": "L1", "purposes": {"text": "Baking", "evidence": {"at": "L2", "reading": "inferred"}}},
            sources={"key": "s", "title": "A statement"},
        )  # fmt: skip
        said = dump_of(sections(make(told, language="en", on=ON))["evidence"])

        assert "Processing activities | 1 | 0" in said
        assert "Purposes of the processing | 0 | 1" in said

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_terms_and_limits(self, make: Callable[..., Outline], language: str) -> None:
        """Words are explained in the reader's language, and the document says what it cannot."""
        found = sections(make(register({"key": "a"}), language=language, on=ON))

        assert len(table(found["terms"]).rows) > 12
        assert len(found["cannot-say"].blocks) >= 3


class TestInBrief:
    """The summary counts what is in the register."""

    def test_the_bakery(self, bakery: Register) -> None:
        """Activities, people, roles, countries and findings, in numbers."""
        out = report(bakery, language="en", on=ON)

        assert summed(out, "Processing activities") == "as controller: 6"
        assert "processor: " in summed(out, "Recipients by role")
        assert summed(out, "Countries outside the EEA") == "India (appropriate safeguard recorded: 1)"
        assert summed(out, "Findings").startswith("errors: ")

    def test_special_data(self) -> None:
        """What a known kind of data is or reveals counts, in how many activities."""
        told = register(
            {"key": "a", "personal_data": ["health-data", "name"]},
            {"key": "b", "personal_data": "health-data"},
        )

        assert "(activities: 2)" in summed(
            report(told, language="en", on=ON), "Special categories, criminal data, national numbers"
        )

    def test_what_is_said_once_counts_once(self) -> None:
        """A flow that holds for several activities is one transfer."""
        told = register(
            {"key": "a"},
            {"key": "b"},
            general={"flows": {"recipient": "host", "countries": "US"}},
        )

        assert summed(report(told, language="en", on=ON), "Countries outside the EEA") == (
            "United States (no ground recorded: 1)"
        )

    def test_nothing(self) -> None:
        """An empty register says that nothing is recorded."""
        assert "none is recorded" in dump_of(sections(report(Register(), language="en", on=ON))["summary"])


class TestTheWorkbook:
    """Sheets of the workbook alone."""

    def test_measures_stand_by_what_they_serve(self) -> None:
        """By the points of Article 32(1); a shared measure in its own words, one whose point is not known last."""
        told = register(
            {"key": "a", "security": ["doors", "backup", "enc"]},
            measures={"key": "enc", "text": "Whole disks", "objective": ["a"]},
        )
        rows = table(sections(workbook(told, language="en", on=ON))["security"]).rows

        assert [row[2][0].value for row in rows][:2] == ["Whole disks", "backups"]
        assert rows[-1][0][0].muted

    def test_assessments(self) -> None:
        """A row for each activity that speaks of one, and of how many nothing is said."""
        told = register({"key": "a", "dpia": {"required": "no"}}, {"key": "b"})
        found = sections(workbook(told, language="en", on=ON))

        assert len(table(found["dpia"]).rows) == 1
        assert "(Article 35): 1" in dump_of(found["dpia"])
        assert "dpia" not in sections(workbook(register({"key": "b"}), language="en", on=ON))

    def test_the_cover(self) -> None:
        """How many entries each record has, in which language, and the digest if there is one."""
        told = register({"key": "a"})
        facts = {
            line.label: line.cells[0].value
            for line in workbook(told, language="nl", on=ON, digest="ab12").facts
        }

        assert facts["Register als verwerkingsverantwoordelijke"] == "1 vermelding"
        assert facts["Register als verwerker"] == "geen vermelding"
        assert facts["Kenmerk van de inhoud (SHA-256)"] == "ab12"
        assert facts["Taal van dit document"] == "Nederlands"
        assert "ab12" not in dump(workbook(told, language="nl", on=ON))


@pytest.mark.parametrize("make", [report, workbook], ids=lambda make: make.__name__)
def test_transfers_by_country(make: Callable[..., Outline]) -> None:
    """A row for each country, the weakest standing first."""
    flows = [
        {"key": "f", "recipient": "host", "countries": "US"},
        {"key": "g", "recipient": "host", "countries": ["JP", "US"], "grounds": "derogation-consent"},
    ]
    found = table(sections(make(register({"key": "a", "flows": flows}), language="en", on=ON))["by-country"])

    assert [row[0][0].value for row in found.rows] == ["United States", "Japan"]
    assert next(str(cell.value) for cell in found.rows[0][1]).startswith("no ground recorded: 1")

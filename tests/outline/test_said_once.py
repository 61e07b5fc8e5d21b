"""What is said in general is said once, and what is not known or not there is said as such."""

from __future__ import annotations

from typing import Any

import pytest
from tests.outline.dump import dump, texts
from tests.outline.test_outline import ON, both, register, said

from ropa.formats.excel.text import Names
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.outline import Lines, Outline, Table, report, workbook
from ropa.outline.page import Section
from ropa.rules import check

LONG = "A measure that is told in so many words that nobody would want to read it with every activity. " * 2
THREE = ({"key": "a"}, {"key": "b"}, {"key": "c"})


def section(out: Outline, key: str) -> Section:
    return next(one for _, one in out.walk() if one.key == key)


def table(out: Outline, key: str) -> list[dict[str, str]]:
    """The rows of the first table of a section by the labels of its columns."""
    found = next(block for block in section(out, key).blocks if isinstance(block, Table))
    heads = [column.label for column in found.columns]
    return [
        dict(zip(heads, (" ¶ ".join(str(cell.value) for cell in field) for field in row), strict=True))
        for row in found.rows
    ]


class TestInGeneral:
    """A statement for many activities."""

    def test_stands_once_in_the_workbook(self) -> None:
        """Its row has number and scope; the rows of the activities refer to it, letter by letter."""
        told = register(*THREE, general={"security": LONG, "commitments": "no-sale", "evidence": "L9"})
        out = workbook(told, language="en", on=ON)
        rows = table(out, "said-in-general")

        assert sum(LONG.strip() in row["What is stated"] for row in rows) == 1
        assert {(row["No."], row["Holds for"], row["Evidence"]) for row in rows} == {
            ("G1", "all activities of the holder", "L9")
        }
        for row in table(out, "sheet-controller"):
            assert row["Technical and organisational security measures"] == "see “Stated in general”, G1"
            assert row["Stated in general"] == "G1"

    def test_names_recipients_and_countries(self) -> None:
        """Who receives stands with the activity itself."""
        flows = [{"recipient": "host", "countries": "US"}, {"recipient": "bank", "when": LONG}]
        (row, *_) = table(
            workbook(register(*THREE, general={"flows": flows}), language="en", on=ON), "sheet-controller"
        )

        assert row["Categories of recipients"] == "host ¶ bank ¶ see “Stated in general”, G1"
        assert row["Transfers to third countries"] == "United States ¶ see “Stated in general”, G1"

    def test_stands_once_in_the_report(self) -> None:
        """What is brief is printed with every activity; what is long only once, under its number."""
        out = said(report, register(*THREE, general={"security": LONG, "retention": "P1Y"}))

        assert out.count(LONG.strip()) == 1
        assert out.count("1 year (stated in general)") == 3
        assert "### G1 — all activities of the holder" in out
        assert out.count("see “Stated in general”, G1 →general:bakery") == 3

    def test_what_reads_differently_stays_with_the_activity(self) -> None:
        """A processor that is a sub-processor in one activity only is not the same in general."""
        hosting = {"sender": "cafe", "recipient": "host", "role": "processor"}
        till = {"recipient": "cafe", "role": "processor"}
        told = register({"key": "a", "flows": till}, {"key": "b"}, general={"flows": hosting})
        rows = {
            row["Processing activity"]: row
            for row in table(workbook(told, language="en", on=ON), "sheet-controller")
        }

        assert (
            "host — sub-processor; through cafe (stated in general)" in rows["a"]["Categories of recipients"]
        )
        assert rows["b"]["Categories of recipients"] == "host — processor; through cafe (stated in general)"

    def test_is_named_precisely(self) -> None:
        """What covers the holder's own activities only is not said to cover those for others."""
        told = register(
            *THREE,
            {
                "key": "d",
                "controllers": "cafe",
                "flows": {"sender": "cafe", "recipient": "bakery", "role": "processor"},
            },
            general=[
                {"commitments": "no-sale"},
                {"activities": ["a", "b", "c", "d"], "commitments": "confidentiality"},
            ],
        )
        rows = table(workbook(told, language="en", on=ON), "said-in-general")

        assert [row["Holds for"] for row in rows] == [
            "all activities of which the holder is a controller",
            "all activities in the register",
        ]

    @both
    def test_says_where(self, make: Any) -> None:
        """Every statement in general is followed to its source, also one that stands within."""
        general = {
            "legal_bases": {"basis": "consent", "evidence": "L7"},
            "commitments": "no-sale",
            "evidence": "L9",
        }
        out = said(make, register(*THREE, general=general))

        assert "L7" in out
        assert "L9" in out


class TestFlows:
    """The table of flows."""

    def rows(self, flow: dict[str, Any], **facts: Any) -> list[dict[str, str]]:
        told = register({"key": "a", "personal_data": ["name", "salary"], "flows": flow}, **facts)
        return table(workbook(told, language="en", on=ON), "flows")

    @pytest.mark.parametrize(
        ("flow", "data"),
        [
            ({"personal_data": "name"}, "name"),
            ({}, "all data of the activity"),
            ({"absences": {"personal_data": {"unknown": "a part"}}}, "not yet known: a part"),
        ],
    )
    def test_say_which_data(self, flow: dict[str, Any], data: str) -> None:
        """Named, all of the activity, or not known."""
        (row,) = self.rows({"recipient": "host", **flow})

        assert row["Categories of personal data"] == data
        assert row["Categories of data subjects"] == "all data subjects of the activity (which is not stated)"

    def test_of_several_activities_stand_once_and_are_counted(self) -> None:
        """Three activities, one flow: the picture, the table and the transfers count what they say they count."""
        papers = [
            {"key": "paper", "kind": "processing-agreement", "between": ["bakery", "host"], "covers": ["a"]}
        ]
        told = register(*THREE, general={"flows": {"recipient": "host"}}, agreements=papers)
        out = report(told, language="en", on=ON)
        (row,) = table(out, "flows")
        words = "\n".join(texts(out))

        assert row["Processing activity"] == "all activities of the holder (stated in general)"
        assert row["Agreements"] == "processing agreement (paper) (a)"
        assert "Data flows of the day: 1;" in words
        assert "Counted once for every activity: 3." in words
        assert (
            "Data flows: 1. From a party to a recipient other than a controller of the activity: 1;" in words
        )
        assert "bakery included: 2; data flows: 1, each counted once" in words


class TestTransfers:
    """What is said of third countries."""

    def test_declared_absences_are_said(self) -> None:
        """That there are none is stated, and that a flow does not show it too."""
        told = register(
            *({**one, "absences": {"transfers": "none"}, "flows": {"recipient": "host"}} for one in THREE)
        )
        words = "\n".join(texts(report(told, language="en", on=ON)))

        assert "the register states: none. This holds for: all activities of the holder." in words
        assert "of these, without a stated country of processing: 3." in words
        assert "The register records no transfer to a third country." not in words


@both
class TestReadings:
    """What is not simply stated is marked wherever it is printed."""

    @pytest.mark.parametrize(
        "activity",
        [
            {"purposes": {"text": "x", "legal_bases": {"basis": "consent", "evidence": {"at": "L1", "reading": "inferred"}}}},
            {"purposes": {"text": "x", "legal_bases": "consent", "evidence": {"at": "L1", "for": "legal_bases", "reading": "inferred"}}},
            {"personal_data": {"kind": "name", "required": True, "evidence": {"at": "L1", "for": "required", "reading": "inferred"}}},
            {"description": "x", "evidence": {"at": "L1", "for": "description", "reading": "inferred"}},
            {"systems": ["s"], "evidence": {"at": "L1", "for": "systems", "reading": "inferred"}},
            {"flows": {"recipient": "host", "when": "x", "evidence": {"at": "L1", "for": "when", "reading": "inferred"}}},
        ],
    )  # fmt: skip
    def test_of_fields_and_of_what_stands_within(self, make: Any, activity: dict[str, Any]) -> None:
        """A legal basis within a purpose, one field of an item, a field of the activity itself."""
        out = said(make, register({"key": "a", **activity}, systems=[{"key": "s"}]))

        assert "[inferred]" in out
        assert "L1 (inferred)" in out

    def test_of_one_of_several_in_general(self, make: Any) -> None:
        """Also where one of these is meant."""
        bases = ["contract", {"basis": "consent", "evidence": {"at": "L1", "reading": "contradicted"}}]
        out = said(make, register({"key": "a"}, general={"legal_bases_any_of": bases}))

        assert "consent [Article 6(1)(a)] [contradicted]" in out


class TestWho:
    """Who keeps the record."""

    @both
    def test_the_officer_can_be_reached(self, make: Any) -> None:
        """The details that stand with the officer as a party stand in the head of the record too."""
        parties = [
            {"key": "bakery", "dpo": "officer"},
            {"key": "officer", "name": "An", "contact": {"email": "an@x.example"}},
        ]
        told = Register.of({"holder": "bakery", "parties": parties, "activities": [{"key": "a"}]})
        lines = [
            line for line in said(make, told).splitlines() if line.startswith("  Data protection officer")
        ]

        assert lines == [
            "  Data protection officer [Article 30(1)(a)]: An →parties ¶ E-mail address: an@x.example"
        ]

    def test_processor_rows(self) -> None:
        """What the processor may see stands in its row, equal measures are written once, the purpose is not shown."""
        flow = {
            "recipient": "host",
            "role": "processor",
            "processing": ["hosting", "backup"],
            "personal_data": "name",
        }
        activity = {
            "key": "a",
            "purposes": "Secret",
            "data_subjects": "employees",
            "personal_data": ["name", "salary"],
        }
        parties = [{"key": "bakery", "name": "Bakery"}, {"key": "host", "security": ["encryption", "backup"]}]
        told = Register.of(
            {"holder": "bakery", "parties": parties, "activities": [{**activity, "flows": flow}]}
        )
        out = report(told, language="en", on=ON, party="host")
        first, second = table(out, "processor:host")

        assert first["Categories of personal data"] == "name"
        assert first["Categories of data subjects"] == "employees"
        assert "Security measures" not in first | second
        below = section(out, "processor:host").blocks[-1]
        assert isinstance(below, Lines)
        assert [(line.label, [cell.value for cell in line.cells]) for line in below.lines] == [
            ("Security measures", ["encryption", "backups"])
        ]
        assert "Secret" not in dump(out)


def test_the_contact_point_stands_with_the_rights() -> None:
    """With its note, below the table of rights."""
    rights = {
        "exercise": {"right": "access"},
        "contact": "bakery",
        "complaint": "The authority",
        "note": "By post.",
    }
    out = said(report, register({"key": "a", "rights": rights}))

    assert "| Processing activity | Contact point | Complaint to | Note" in out
    assert "- a | bakery →parties | The authority | By post." in out


def test_what_is_true_of_all_is_said_once() -> None:
    """Seven examples are called so once."""
    items = [{"kind": kind, "example": True} for kind in ("name", "address", "salary")]
    out = said(report, register({"key": "a", "personal_data": items}))

    assert "name ¶ address ¶ salary ¶ each of the above: Named as an example" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_tabs_are_not_cut(bakery: Register, language: str) -> None:
    """Excel has 31 characters for the name of a sheet."""
    for one in workbook(bakery, language=language, on=ON).sections:
        name = one.short or one.title

        assert Names().take(name) == name


class TestMeasures:
    """Article 30(1)(g) asks for a description of the measures: those of the organisation itself belong to it."""

    def told(self, *measures: Any, own: Any = ()) -> Register:
        parties = [{"key": "bakery", "name": "Bakery", "security": list(measures)}, {"key": "host"}]
        activities = [{**one, "security": own} for one in THREE]
        return Register.of({"holder": "bakery", "parties": parties, "activities": activities})

    def answers(self, told: Register) -> list[str]:
        out = report(told, language="en", on=ON)
        label = "Technical and organisational security measures"
        return [
            " ¶ ".join(str(cell.value) for cell in line.cells)
            for _, section in out.walk()
            for block in section.blocks
            if isinstance(block, Lines)
            for line in block.lines
            if line.label == label
        ]

    def test_of_the_controller_stand_with_each_activity(self) -> None:
        """Few are told there; many once, at the beginning."""
        head, *few = self.answers(self.told("encryption"))
        assert head == "encryption"
        assert set(few) == {"encryption (of Bakery, in all its processing)"}

        _, *many = self.answers(self.told(LONG))
        assert set(many) == {"the measures of Bakery in all its processing: see the beginning of this record"}

    def test_said_by_the_activity_too_are_not_repeated(self) -> None:
        _, *found = self.answers(self.told("encryption", own="encryption"))

        assert set(found) == {"encryption"}

    def test_are_no_longer_missing(self) -> None:
        """Nor asked for, nor counted as not stated."""
        assert [
            one for one in check(self.told("encryption"), on=ON).findings if "30(1)(g)" in one.article
        ] == []
        assert [one for one in check(self.told(), on=ON).findings if "30(1)(g)" in one.article]


def test_a_general_entry_that_says_nothing_is_not_referred_to() -> None:
    """There would be no sheet for the reference to lead to."""
    told = {
        "holder": "a",
        "parties": [{"key": "a"}],
        "activities": [{"key": "x"}],
        "general": [{"key": "later"}],
    }
    made = workbook(Register.of(told), language="en", on=ON)
    sheets = {section.key for section in made.sections}
    tables = (block for section in made.sections for block in section.blocks if isinstance(block, Table))
    cells = (cell for table in tables for row in table.rows for cells in row for cell in cells)
    assert "said-in-general" not in sheets | {cell.target for cell in cells}

"""What a printed register says of a check: all of it, by level, waived and observed things apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.outline.dump import dump

from ropa.glossary import LANGUAGES
from ropa.law import Duty, Level
from ropa.model import Register
from ropa.outline import Outline, Section, Table, report, workbook
from ropa.outline.findings import SHOWN
from ropa.rules import CheckReport, check, rule
from ropa.rules.rule import Place

ON = date(2026, 11, 22)
both = pytest.mark.parametrize("make", [report, workbook], ids=lambda make: make.__name__)


def sections(out: Outline) -> dict[str, Section]:
    return {section.key: section for _, section in out.walk()}


def table(section: Section) -> Table:
    (found,) = (block for block in section.blocks if isinstance(block, Table))
    return found


def told(**facts: Any) -> Register:
    parties = [{"key": "bakery", "name": "Bakery"}, {"key": "host", "name": "Host Ltd"}]
    activities = [
        {"key": "shop", "name": "Web shop", "flows": {"recipient": "host", "role": "processor"}},
        {"key": "wages", "name": "Payroll"},
    ]
    return Register.of({"holder": "bakery", "parties": parties, "activities": activities, **facts})


class TestFindings:
    """Each finding once, the loudest first, with the way to what it is about."""

    def test_the_workbook_has_them_all(self, bakery: Register) -> None:
        """A row each, with level, code, message and remedy; errors before warnings before notes."""
        checked = check(bakery, on=ON)
        found = table(sections(workbook(bakery, language="nl", on=ON, checked=checked))["findings"])
        rows = [[str(cells[0].value) if cells else "" for cells in row] for row in found.rows]

        assert sorted(row[1] for row in rows) == sorted(one.code for one in checked.findings)
        assert {one.message("nl") for one in checked.findings if "activities." not in one.message("nl")} <= {
            row[6] for row in rows
        }
        assert [row[0] for row in rows] == sorted(
            (row[0] for row in rows), key=["fout", "waarschuwing", "opmerking"].index
        )

    def test_articles_are_in_their_order(self, bakery: Register) -> None:
        """Within a level, Article 6 comes before Article 30."""
        found = table(sections(workbook(bakery, language="en", on=ON))["findings"])
        cited: dict[str, list[int]] = {}
        for row in found.rows:
            article = str(row[3][0].value).removeprefix("Article ").partition("(")[0]
            if article.isdecimal():
                cited.setdefault(str(row[0][0].value), []).append(int(article))

        assert len({*cited["warning"], *cited["note"]}) > 4
        assert all(numbers == sorted(numbers) for numbers in cited.values())

    def test_each_leads_to_what_it_is_about(self) -> None:
        """In the workbook to the row of the activity, in the report to its section; the path reads as its name."""
        finding = "Payroll"
        for make, target in ((workbook, "@activity:wages"), (report, "controller:bakery:wages")):
            out = make(told(), language="en", on=ON)
            cells = [
                cell
                for key, section in sections(out).items()
                if key.startswith("findings")
                for block in section.blocks
                if isinstance(block, Table)
                for row in block.rows
                for held in row
                for cell in held
            ]

            assert {cell.target for cell in cells if cell.value == finding} == {target}
            assert not any("of activities.wages" in str(cell.value) for cell in cells)

    @both
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_is_given_is_told(self, make: Callable[..., Outline], language: str) -> None:
        """A check that is given is not made again."""
        nothing = CheckReport(ON, (), (), (), ())
        register = told()
        out = dump(make(register, language=language, on=ON, checked=nothing))
        anew = make(register, language=language, on=ON)

        assert "ROPA" not in out
        assert dump(anew) == dump(make(register, language=language, on=ON, checked=check(register, on=ON)))
        assert "ROPA001" in dump(anew)

    @both
    def test_they_can_be_left_out(self, make: Callable[..., Outline]) -> None:
        """Without findings nothing is said of what is missing, of what persons saw, or of how much is answered."""
        register = told(observations={"text": "Nobody remembers why"})
        without = sections(make(register, language="en", on=ON, findings=False))

        assert not {"findings", "waived", "observations", "coverage"} & set(without)
        assert {"findings", "observations", "coverage"} <= set(sections(make(register, language="en", on=ON)))

    @both
    def test_somebody_else_gets_none(self, make: Callable[..., Outline]) -> None:
        """Records of another party stand by themselves."""
        found = sections(make(told(), language="en", on=ON, party="host"))

        assert not {"findings", "coverage", "summary", "law"} & set(found)

    def test_of_very_many_the_first_are_read(self) -> None:
        """A report of a large register has the first of each rule and says how many more; the workbook has them all."""
        register = Register.of(
            {"holder": "a", "parties": [{"key": "a"}], "activities": [{"key": f"k{n}"} for n in range(200)]}
        )
        checked = check(register, on=ON)
        many = sum(one.code == "ROPA001" and one.level is Level.ERROR for one in checked.findings)
        out = dump(report(register, language="en", on=ON, checked=checked))

        assert many >= 200
        assert f"… and {many - SHOWN} more; all are in the workbook" in out
        assert f"There are {len(checked.findings)} findings" in out
        rows = table(sections(workbook(register, language="en", on=ON, checked=checked))["findings"]).rows
        assert len(rows) == len(checked.findings)

    @both
    def test_rules_of_ones_own(self, make: Callable[..., Outline]) -> None:
        """A rule the glossary does not know speaks for itself, under its own theme."""

        @rule("X001", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="house rules")
        def no_pets(register: Register, on: date) -> Any:
            """A pet is kept."""
            yield Place("activities.shop")

        register = told()
        out = dump(make(register, language="de", on=ON, checked=check(register, on=ON, rules=[no_pets])))

        assert "A pet is kept." in out
        assert make is report or "house rules" in out


class TestWhatIsApart:
    """What somebody answers for, and what a person saw."""

    @both
    def test_waived(self, make: Callable[..., Outline]) -> None:
        """With reason, who answers and until when; not among the findings, and not counted."""
        waiver = {
            "rule": "ROPA002",
            "reason": "The contract is being signed",
            "by": "Legal",
            "until": "2027-01-01",
        }
        register = told(waivers=waiver)
        checked = check(register, on=ON)
        found = sections(make(register, language="en", on=ON, checked=checked))
        (row,) = table(found["waived"]).rows

        assert [one.finding.code for one in checked.waived] == ["ROPA002"]
        assert [str(cell.value) for cells in row[-3:] for cell in cells] == [
            "The contract is being signed",
            "Legal",
            "2027-01-01",
        ]
        assert any("Host Ltd" in str(cell.value) for cells in row for cell in cells)
        others = [section for key, section in found.items() if key.startswith("findings")]
        assert not any("ROPA002" in dump_of(section) for section in others)

    @both
    def test_no_section_where_nothing_is_waived(self, make: Callable[..., Outline]) -> None:
        """An empty heading would say nothing."""
        assert not {"waived", "observations"} & set(sections(make(told(), language="en", on=ON)))

    @both
    def test_observations(self, make: Callable[..., Outline]) -> None:
        """They are called a person's, and say where by name."""
        register = told(observations={"at": "activities.wages", "text": "Paid in cash", "by": "Ann"})
        section = sections(make(register, language="en", on=ON))["observations"]

        assert "No rule found these" in dump_of(section)
        assert "Payroll" in dump_of(section)
        assert "Paid in cash" in dump_of(section)


def dump_of(section: Section) -> str:
    """A section by itself, as text."""
    empty = Outline("", "", "en", ON, (), "", (replace(section, sections=()),))
    return dump(empty)


def test_levels_have_their_own_sections() -> None:
    """In a report each level that has findings stands under its own heading."""
    register = told()
    levels = {one.level for one in check(register, on=ON).findings}
    found = sections(report(register, language="en", on=ON))

    assert {one for one in Level if f"findings:{one.value}" in found} == levels

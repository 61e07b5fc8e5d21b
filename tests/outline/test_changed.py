"""Changes since an earlier register, as a section and as a sheet."""

from __future__ import annotations

from datetime import date

import pytest
from tests.outline.dump import dump

from ropa.changes import Changes, diff
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.outline import Section, Table, report, workbook
from ropa.outline.changed import MANY, SHOWN

ON = date(2026, 11, 21)


def register(period: str, many: int = 2, **facts: object) -> Register:
    named = [
        {"key": f"a{number}", "name": f"Activity {number}", "retention": {"period": period}}
        for number in range(many)
    ]
    return Register.of({"holder": "shop", "parties": [{"key": "shop"}], "activities": named, **facts})


def section(changes: Changes, language: str = "en") -> Section:
    outline = report(changes.register, language=language, on=ON, findings=False, changes=changes)
    return next(one for one in outline.sections if one.key == "changes")


def test_by_weight_with_links() -> None:
    changes = diff(register("P7Y", version="1.3"), register("P10Y", version="1.4"), on=ON)
    said = dump(report(changes.register, language="en", on=ON, findings=False, changes=changes))

    assert "# Changes since the earlier register {changes}" in said
    assert "Compared with an earlier register (Version: 1.3)." in said
    assert "## To look at first {changes:1}" in said
    assert "Retention lengthened | Activity 1 →controller:shop:a1 | 7 years | 10 years" in said


def test_a_sheet_leads_to_rows_and_has_the_path() -> None:
    changes = diff(register("P7Y"), register("P10Y"), on=ON)
    said = dump(workbook(changes.register, language="en", on=ON, findings=False, changes=changes))

    assert (
        "- To look at first | Retention lengthened | Activity 1 →@activity:a1 | 7 years | 10 years |" in said
    )
    assert "activities.a1.retention.1" in said


def test_what_is_gone_leads_nowhere() -> None:
    """The path of an entry that went is one of the old register."""
    old, new = register("P7Y", 3), register("P7Y", 2)
    rows = [
        row
        for below in section(diff(old, new, on=ON)).sections
        for block in below.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]

    assert len(rows) == 1
    assert all(cell.target is None for cells in rows[0] for cell in cells)


def test_many_are_counted() -> None:
    """Of very many changes each kind has its number and its first few places; the sheet has all."""
    many = MANY + 1
    changes = diff(register("P7Y", many), register("P10Y", many), on=ON)
    told = section(changes)
    counted = next(block for block in told.blocks if isinstance(block, Table))
    (shown,) = (block for below in told.sections for block in below.blocks if isinstance(block, Table))
    sheet = workbook(changes.register, language="en", on=ON, findings=False, changes=changes)
    (whole,) = (
        block
        for one in sheet.sections
        if one.key == "changes"
        for block in one.blocks
        if isinstance(block, Table)
    )

    assert [row[-1][0].value for row in counted.rows] == [many]
    assert (len(shown.rows), len(whole.rows)) == (SHOWN, many)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_changed(language: str) -> None:
    told = section(diff(register("P7Y"), register("P7Y"), on=ON), language)

    assert len(told.blocks) == 2
    assert told.sections == ()


def test_not_in_the_records_of_somebody_else() -> None:
    """Who is given only its own records is not told what else became of the register."""
    parties = [{"key": "shop"}, {"key": "cafe"}]
    old, new = (
        Register.of(
            {
                "holder": "shop",
                "parties": parties,
                "activities": [{"key": "a", "controllers": "cafe", **more}],
            }
        )
        for more in ({}, {"purposes": "Selling"})
    )
    changes = diff(old, new, on=ON)
    for make in (report, workbook):
        keys = [one.key for one in make(new, language="en", on=ON, party="cafe", changes=changes).sections]
        assert "changes" not in keys

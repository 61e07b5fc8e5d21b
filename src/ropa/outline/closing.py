"""What stands behind the records: findings, how much is answered, what is open, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from datetime import date
from typing import TYPE_CHECKING

from ropa.model import Register
from ropa.outline.annexes import evidence_section, terms_section
from ropa.outline.another_day import another_day_section
from ropa.outline.answers import coverage_section, coverage_sheet
from ropa.outline.cells import Cells
from ropa.outline.changed import changes_section, changes_sheet
from ropa.outline.entries import SHARED, SOURCES, anchor, shared_sections
from ropa.outline.findings import Found, findings_section, findings_sheets, observed_section, waived_section
from ropa.outline.general import KEY as IN_GENERAL, numbered
from ropa.outline.law import law_section
from ropa.outline.page import Section, Table
from ropa.outline.pointing import At, Pointing
from ropa.outline.still_open import limits_section, open_section

if TYPE_CHECKING:
    from ropa.changes import Changes
    from ropa.rules import CheckReport

TOLD_IN = {field: key for _, field, key in (*SHARED, *SOURCES)} | {"parties": "parties"}
"""The sections that tell of a list of the register."""


def checked_on(words: Cells, on: date, checked: CheckReport | None, findings: bool) -> CheckReport | None:
    """The check a document tells of: the one that is given, else one of the day; None where it is to tell of none."""
    if not findings:
        return None
    if checked is None:
        from ropa.rules import check  # a document without findings does without all rules

        checked = check(words.register, on=on, tables=words.tables)
    return checked


def closing_sheets(
    words: Cells,
    on: date,
    before: Iterable[Section],
    checked: CheckReport | None,
    changes: Changes | None = None,
) -> Iterator[Section]:
    """The last sheets of a workbook. What leads to a place leads to its row."""
    pointing = _pointing(words, on, before, rows=True)
    if changes is not None:
        yield changes_sheet(words, changes, pointing)
    if checked:
        yield from findings_sheets(words, Found(words, checked, pointing))
        yield from observed_section(words, pointing)
        yield from coverage_sheet(words, checked.coverage)
    yield from another_day_section(words, pointing, on)
    yield from open_section(words, pointing)
    yield from shared_sections(words, of=SOURCES)
    yield from evidence_section(words)
    law = tuple(law_section(words, on))
    yield from law
    yield terms_section(words)
    yield limits_section(words, on, checked, law=bool(law))


def closing_sections(
    words: Cells,
    on: date,
    before: Iterable[Section],
    checked: CheckReport | None,
    most: int,
    changes: Changes | None = None,
) -> Iterator[Section]:
    """The last sections of a report, annexes at the end; tables have at most so many columns."""
    pointing = _pointing(words, on, before)
    if changes is not None:
        yield changes_section(words, changes, pointing)
    if checked:
        found = Found(words, checked, pointing)
        yield findings_section(words, found)
        if found.waived:
            yield waived_section(words, found)
        yield from observed_section(words, pointing, most)
        yield coverage_section(words, checked.coverage)
    yield from another_day_section(words, pointing, on)
    yield from open_section(words, pointing)
    yield from shared_sections(words, most, SOURCES)
    yield from evidence_section(words)
    law = tuple(law_section(words, on))
    yield from law
    yield terms_section(words)
    yield limits_section(words, on, checked, law=bool(law))


def _pointing(words: Cells, on: date, before: Iterable[Section], *, rows: bool = False) -> Pointing:
    numbers = {held.path: held.number for held in numbered(words, on)}
    walked = [inner for section in before for _, inner in section.walk()]
    known = {inner.key for inner in walked} | (set(_anchors(walked)) if rows else set())
    return Pointing(words, _leads(words.register, known, numbers), numbers)


def _anchors(sections: Iterable[Section]) -> Iterator[str]:
    """The rows that can be led to."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield from (cells[0].anchor for cells in row[: block.naming] if cells and cells[0].anchor)


def _leads(register: Register, known: Set[str], numbers: Mapping[str, str]) -> Callable[[At], str | None]:
    """Where a place of the register is told of: its row, or the section about it."""
    nouns = {"activities": "activity", "parties": "party", "agreements": "agreement", "systems": "system"}
    holder = register.holder

    def leads(at: At) -> str | None:
        name, end = at
        wanted = [anchor(nouns[name], end)] if name in nouns else []
        if name == "activities":
            wanted += [f"controller:{holder}:{end}", f"processor:{holder}:{end}"]
        elif name == "general":
            number = numbers.get(f"{name}.{end}", "")
            wanted += [f"general:{holder}:{number}", f"general:{holder}", IN_GENERAL]
        elif name in TOLD_IN:
            wanted.append(TOLD_IN[name])
        return next((one for one in wanted if one in known), None)

    return leads

"""What somebody has marked as not yet known: every field by what readers call it, in each language."""

from __future__ import annotations

from datetime import date

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.outline import workbook
from ropa.outline.page import Table

ABSENT = {"recipients": {"unknown": "to be asked"}, "transfers": {"unknown": "to be asked"}}
REGISTER = Register.of(
    {
        "holder": "bakery",
        "parties": [{"key": "bakery"}],
        "activities": [{"key": "orders", "absences": ABSENT}],
    }
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_is_called_by_its_key(language: str) -> None:
    made = workbook(REGISTER, language=language, on=date(2026, 11, 22))
    (open_,) = (section for section in made.sections if section.key == "open")
    (table,) = (block for block in open_.blocks if isinstance(block, Table))
    called = [row[1][0].value for row in table.rows]
    assert len(called) == len(ABSENT)
    assert not {*called} & {*ABSENT}

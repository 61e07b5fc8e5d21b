"""The sheet of measures by point of Article 32(1)."""

from __future__ import annotations

from datetime import date

from ropa.model import Register
from ropa.outline import workbook
from ropa.outline.page import Table


def test_those_of_the_holder_stand_beside_those_of_an_activity() -> None:
    """What protects everything the holder does is not left out because no activity repeats it."""
    register = Register.of(
        {
            "holder": "bakery",
            "parties": [{"key": "bakery", "name": "The Bakery", "security": "encryption-at-rest"}],
            "activities": [{"key": "orders", "name": "Orders", "security": "logging"}],
        }
    )
    made = workbook(register, language="en", on=date(2026, 11, 22))
    (sheet,) = (section for section in made.sections if section.key == "security")
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    assert [row[1][0].value for row in table.rows] == ["of The Bakery, in all its processing", "Orders"]

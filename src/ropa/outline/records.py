"""The records of a party on a day, drawn up once for all that is printed of them."""

from __future__ import annotations

from datetime import date

from ropa.outline.cells import Cells
from ropa.records import ControllerRecord, ProcessorRecord, controller_records, processor_records


def controlled(words: Cells, party: str | None, on: date) -> tuple[ControllerRecord, ...]:
    """The records of Article 30(1)."""
    register, tables = words.register, words.tables
    found: tuple[ControllerRecord, ...] = register.kept(
        ("ropa.outline", "controlled", party, on, tables),
        lambda: controller_records(register, party, on=on, tables=tables),
    )
    return found


def processed(words: Cells, party: str | None, on: date) -> tuple[ProcessorRecord, ...]:
    """The records of Article 30(2)."""
    register, tables = words.register, words.tables
    found: tuple[ProcessorRecord, ...] = register.kept(
        ("ropa.outline", "processed", party, on, tables),
        lambda: processor_records(register, party, on=on, tables=tables),
    )
    return found

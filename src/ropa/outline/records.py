"""The records of a party on a day, drawn up once for all that is printed of them."""

from __future__ import annotations

from datetime import date

from ropa.model import Register
from ropa.records import ControllerRecord, ProcessorRecord, controller_records, processor_records


def controlled(register: Register, party: str | None, on: date) -> tuple[ControllerRecord, ...]:
    """The records of Article 30(1)."""
    found: tuple[ControllerRecord, ...] = register.kept(
        ("ropa.outline", "controlled", party, on), lambda: controller_records(register, party, on=on)
    )
    return found


def processed(register: Register, party: str | None, on: date) -> tuple[ProcessorRecord, ...]:
    """The records of Article 30(2)."""
    found: tuple[ProcessorRecord, ...] = register.kept(
        ("ropa.outline", "processed", party, on), lambda: processor_records(register, party, on=on)
    )
    return found

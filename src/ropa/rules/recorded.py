"""The holder's own records of a day, drawn up once for all that ask for them."""

from __future__ import annotations

from datetime import date

from ropa.model import Register
from ropa.records import ControllerRecord, ProcessorRecord, controller_records, processor_records


def as_controller(register: Register, on: date) -> tuple[ControllerRecord, ...]:
    """The holder's record of Article 30(1); none where nobody holds the register."""
    holder = register.holder
    if holder is None:
        return ()
    found: tuple[ControllerRecord, ...] = register.kept(
        ("ropa.rules", "as-controller", on), lambda: controller_records(register, holder, on=on)
    )
    return found


def as_processor(register: Register, on: date) -> tuple[ProcessorRecord, ...]:
    """The holder's record of Article 30(2); none where nobody holds the register."""
    holder = register.holder
    if holder is None:
        return ()
    found: tuple[ProcessorRecord, ...] = register.kept(
        ("ropa.rules", "as-processor", on), lambda: processor_records(register, holder, on=on)
    )
    return found

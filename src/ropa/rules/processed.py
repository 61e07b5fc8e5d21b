"""How a row of the holder's record as processor answers what Article 30(2) asks."""

from __future__ import annotations

from dataclasses import dataclass

from ropa.model import Party, Register
from ropa.records import ProcessorRow
from ropa.rules.look import GIVEN, Ask, State, absent, identity, worst


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the holder's record as processor."""

    register: Register
    party: Party
    row: ProcessorRow


def _parties(one: Row) -> State:
    return worst((identity(one.party), identity(one.row.controller)))


def _category(one: Row) -> State:
    return GIVEN if one.row.category is not None else _of_flows(one, "processing")


def _abroad(one: Row) -> State:
    """Transfers of a row, as the record prints it: countries in the EEA are no answer that there are none elsewhere."""
    if one.row.transfers:
        return GIVEN
    return worst(absent(share.no_transfers) for share in one.row.shares)


def _measures(one: Row) -> State:
    return GIVEN if one.row.security else absent(one.party.absences.get("security"))


def _of_flows(one: Row, field: str) -> str:
    held = (getattr(one.register.entry(path), "absences", {}).get(field) for path in one.row.paths)
    return absent(next((absence for absence in held if absence), None))


OF_PROCESSOR: tuple[Ask[Row], ...] = (
    Ask("30(2)(a)", "parties", _parties),
    Ask("30(2)(b)", "processing", _category),
    Ask("30(2)(c)", "transfers", _abroad),
    Ask("30(2)(d)", "security", _measures),
)
"""What is asked of each row as processor."""

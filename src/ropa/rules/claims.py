"""What a register says of itself in remarks and reasons: where an exemption is claimed, it stands there."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.model import Entry, Register
from ropa.model.text import Text


def claims(register: Register) -> Iterator[tuple[str, Text]]:
    """The remarks, and the reasons why something does not apply, of the holder, the activities and what is general."""
    if register.holder:
        yield from _of(register.party(register.holder), f"parties.{register.holder}")
    for seen in register.seen():
        yield from _of(seen.activity, seen.path)
    found = {path: general for seen in register.seen() for path, general in seen.generals}
    for path, general in found.items():
        yield from _of(general, path)


def _of(one: Entry, path: str) -> Iterator[tuple[str, Text]]:
    if one.note is not None:
        yield path, one.note
    for absence in one.absences.values():
        if absence.not_applicable is not None:
            yield path, absence.not_applicable

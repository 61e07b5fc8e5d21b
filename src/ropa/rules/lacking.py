"""The gaps of the chains of a register, for the rules that tell them: worked out once for a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Tables, standard
from ropa.model import Register
from ropa.sharing import Gap, GapKind, gaps


def lacking(register: Register, on: date, kind: GapKind, tables: Tables | None = None) -> Iterator[Gap]:
    """The gaps of one kind on a day, in the order of the register."""
    rows = tables or standard()
    found: tuple[Gap, ...] = register.kept(
        ("ropa.rules", "gaps", on, rows.eea), lambda: gaps(register, on=on, tables=rows).gaps
    )
    return (one for one in found if one.kind is kind)

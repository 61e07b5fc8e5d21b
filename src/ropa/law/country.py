"""Countries, and which of them lie inside the European Economic Area on a given day."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

WHOLE_EEA = frozenset({"EU", "EEA"})
"""Words for a whole region that a register may use in place of a country."""


class Membership(NamedTuple):
    """One row of the dated table: a country is inside from `since` to `until` (both inclusive, None is open)."""

    since: date | None
    until: date | None
    source: str


@cache
def _codes() -> frozenset[str]:
    text = (files("ropa.law") / "countries.txt").read_text("ascii")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


COUNTRIES = _codes() | WHOLE_EEA
"""Every code a register may name: ISO 3166-1 alpha-2, `EU` and `EEA`."""


@cache
def memberships() -> dict[str, tuple[Membership, ...]]:
    """The dated table of EEA membership by country code, as the Regulation applies there.

    >>> memberships()["GB"][0].until
    datetime.date(2020, 12, 31)
    """
    table = tomllib.loads((files("ropa.law") / "eea.toml").read_text("utf-8"))
    rows: dict[str, tuple[Membership, ...]] = {}
    for row in table["membership"]:
        for code in row["countries"]:
            new = Membership(row.get("from"), row.get("until"), row["source"])
            rows[code] = (*rows.get(code, ()), new)
    return rows


def in_eea(code: str, on: date) -> bool:
    """Whether a country (or `EU`, `EEA`) counts as inside the EEA on a day.

    >>> in_eea("GB", date(2020, 12, 31)), in_eea("GB", date(2021, 1, 1)), in_eea("EEA", date(2021, 1, 1))
    (True, False, True)
    """
    if code in WHOLE_EEA:
        return True
    return any(
        (row.since is None or row.since <= on) and (row.until is None or on <= row.until)
        for row in memberships().get(code, ())
    )


def outside_eea(codes: Iterable[str], on: date) -> tuple[str, ...]:
    """Those of the codes that lie outside the EEA on a day, in the order given.

    >>> outside_eea(["NL", "US", "NO"], date(2024, 1, 1))
    ('US',)
    """
    return tuple(code for code in codes if not in_eea(code, on))

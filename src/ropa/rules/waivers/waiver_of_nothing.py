"""A waiver stands for a place where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.errors import UnknownEntry
from ropa.law import Duty
from ropa.model import Part, Register
from ropa.model.spec import specs
from ropa.model.spot import segments
from ropa.rules.rule import Place, rule


@rule("ROPA302", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="waivers", profile="accountability")
def waiver_of_nothing(register: Register, on: date) -> Iterator[Place]:
    """A waiver for a path at which nothing stands: it covers nothing.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: wages}]
    waivers: [{rule: item-missing, at: activities.wage, reason: The lawyers have it, by: An, until: 2027-01-31}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: wages}]
    waivers: [{rule: item-missing, at: activities.wages, reason: The lawyers have it, by: An, until: 2027-01-31}]
    ```
    """
    for end, one in zip(segments(register.waivers), register.waivers, strict=True):
        if one.at and one.holds(on) and not _stands(register, one.at):
            yield Place(f"waivers.{end}", {"rule": one.rule, "at": one.at})


def _stands(register: Register, path: str) -> bool:
    """Whether a path names an entry, or a field of one that has a value."""
    if _entry(register, path):
        return True
    around, _, field = path.rpartition(".")
    entry = _entry(register, around)
    spec = specs(type(entry)).get(field) if entry else None
    return bool(spec and getattr(entry, spec.name))


def _entry(register: Register, path: str) -> Part | None:
    try:
        return register.entry(path)
    except UnknownEntry:
        return None

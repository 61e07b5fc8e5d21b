"""The time limits of a register beside those of national law: which row is about which limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ropa.law import StatutoryTerm, Tables, terms_of
from ropa.model import Register, Retention
from ropa.model.text import Text
from ropa.rules.controlled import Controlled
from ropa.rules.stated import Stated, stated


@dataclass(frozen=True, slots=True)
class Beside:
    """A period of the register, and a row of national law about some of the data it is for."""

    stated: Stated
    row: StatutoryTerm
    kinds: tuple[Text, ...]
    """Those data; empty where the row is about all data of these people."""

    @property
    def limit(self) -> Retention:
        """The time limit itself."""
        said: Retention = self.stated.value
        return said

    @property
    def period(self) -> str:
        """Its period."""
        assert self.limit.period is not None
        return self.limit.period


def beside_law(register: Register, on: date, tables: Tables) -> tuple[Beside, ...]:
    """Every period of the register that a verified row of the law of the holder's country is about.

    None where the register does not say where the holder is established.
    """
    found: tuple[Beside, ...] = register.kept(
        ("ropa.rules", "beside-law", on, tables.retention),
        lambda: tuple(_beside(register, on, tables)),
    )
    return found


def _beside(register: Register, on: date, tables: Tables) -> Iterator[Beside]:
    holder = register.party(register.holder) if register.holder else None
    if holder is None or holder.country is None:
        return
    rows = terms_of(holder.country, on, holder.services, tables)
    for one in stated(register, on, "retention") if rows else ():
        if one.value.period is None or one.general:
            continue  # what is said in general fits no category in particular: only-in-general tells it
        for row in rows:
            kinds = _shared(one.activities[0], one.value, row, on)
            if kinds is not None:
                yield Beside(one, row, kinds)


def _shared(activity: Controlled, said: Retention, row: StatutoryTerm, on: date) -> tuple[Text, ...] | None:
    """The data that both the limit and the row are about; None where the row is about others."""
    if row.subjects and not (activity.kinds and set(map(str, activity.kinds)) <= set(row.subjects)):
        return None
    if not row.kinds:
        return ()
    covered = said.covers or tuple(item.kind for item in activity.seen.values("personal_data", on))
    return tuple(kind for kind in covered if kind in row.kinds) or None

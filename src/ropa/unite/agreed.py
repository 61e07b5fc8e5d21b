"""The agreements between a customer and its vendor, as each of the two records them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ropa.model import Agreement, Register
from ropa.model.part import Entry
from ropa.model.spec import Spec, specs
from ropa.unite.counterpart import Counterparts, meaning
from ropa.unite.mirrored import NAMESAKE, Difference
from ropa.unite.rewrite import is_text


def between(register: Register, parties: tuple[str, str], on: date) -> list[Agreement]:
    """The agreements of a register that are between two of its parties and hold on a day."""
    return [one for one in register.agreements if set(parties) <= set(one.between) and one.holds(on)]


def agreed(mine: list[Agreement], theirs: list[Agreement], who: Counterparts) -> Iterator[Difference]:
    """Agreements between the two, by kind: those that one side has, and what differs in those that both have."""
    left = list(theirs)
    for one in mine:
        alike = [other for other in left if _kind(other) == _kind(one)]
        other = next((same for same in alike if same.signed == one.signed), alike[0] if alike else None)
        if other is None:
            yield Difference(
                "agreement", customer=(one.key,), subject=_shown(one), paths=((f"agreements.{one.key}",), ())
            )
            continue
        left = [paper for paper in left if paper is not other]
        yield from _terms(one, other, who)
    for one in left:
        yield Difference(
            "agreement", vendor=(one.key,), subject=_shown(one), paths=((), (f"agreements.{one.key}",))
        )


def _kind(one: Agreement) -> object:
    return meaning("agreements", one.kind) if one.kind else None


def _shown(one: Agreement) -> str:
    return one.kind if isinstance(one.kind, str) else next(iter((one.kind or {}).values()), "")


def _terms(one: Agreement, other: Agreement, who: Counterparts) -> Iterator[Difference]:
    """What two records of one agreement say differently."""
    paths = ((f"agreements.{one.key}",), (f"agreements.{other.key}",))
    for name, spec in specs(Agreement).items():
        if not _is_term(spec):
            continue
        mine, theirs = _values(one, spec), _values(other, spec)
        told = (
            tuple(who.ours.get(key, who.namesakes.get(key, "")) for key in theirs) if spec.refers else theirs
        )
        for key, ours in zip(theirs, told, strict=True):
            if spec.refers and key not in who.ours and ours in mine:
                yield Difference(NAMESAKE + name, (ours,), (key,), subject=_shown(one), paths=paths)
        if set(mine) != set(told):
            here = tuple(value for value in mine if value not in told)
            there = tuple(value for value, ours in zip(theirs, told, strict=True) if ours not in mine)
            yield Difference(name, here, there, subject=_shown(one), paths=paths)


def _is_term(spec: Spec) -> bool:
    """Whether a field holds a term that two records of one agreement should agree on: no words, and nobody's own keys."""
    own = spec.name in Entry.model_fields or spec.mapping or spec.part is not None or is_text(spec)
    return not own and (spec.refers is None or (spec.refers.kind == "party" and not spec.refers.or_words))


def _values(one: Agreement, spec: Spec) -> tuple[Any, ...]:
    value = getattr(one, spec.name)
    return value if isinstance(value, tuple) else () if value is None else (value,)

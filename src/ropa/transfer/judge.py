"""Holds a transfer against the dated tables: whether the ground that the register states holds on that day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ropa.law import Ground, Tables, standard
from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.text import as_day
from ropa.transfer.adequacy import FOR_ADEQUACY, by_law, ended_listings, missing, stated
from ropa.transfer.case import Case
from ropa.transfer.departure import PAPER, Transfer, transfers
from ropa.transfer.paper import out_of_force
from ropa.transfer.safeguard import clauses, derogation, safeguard
from ropa.transfer.verdict import Standing, Verdict

NOTHING: frozenset[str] = frozenset()


class Judged(NamedTuple):
    """A transfer and all that was found of it."""

    transfer: Transfer
    verdict: Verdict
    """How it stands: by the strongest of its grounds."""
    fallen: tuple[Verdict, ...]
    """Every stated ground that does not hold that day, also where another one does.

    Where none is stated and none holds, what is recorded and not in force: a listing, clauses.
    """
    relies_on: tuple[str, ...]
    """The numbers of the decisions it rests on that day."""


def judge(
    register: Register,
    transfer: Transfer,
    *,
    on: date,
    revoked: frozenset[str] = NOTHING,
    tables: Tables | None = None,
) -> Verdict:
    """How a transfer stands on a day: by the strongest of its grounds (Articles 44 to 49).

    An adequacy decision reaches a country whether or not the register states it. `revoked` are numbers of decisions
    to be taken as struck down ("what if 2023/1795 falls"); `UnknownEntry` where there is no such decision.

    >>> from ropa.transfer import transfers
    >>> flow = {"recipient": "host", "role": "processor", "countries": "JP"}
    >>> parties = [{"key": "shop"}, {"key": "host"}]
    >>> register = Register(holder="shop", parties=parties, activities=[{"key": "orders", "flows": flow}])
    >>> (one,) = transfers(register, on=date(2026, 1, 1))
    >>> verdict = judge(register, one, on=date(2026, 1, 1))
    >>> verdict.standing.value, verdict.decision, verdict.reason
    ('adequate', '2019/419', 'covered-unstated')
    >>> judge(register, one, on=date(2026, 1, 1), revoked=frozenset({"2019/419"})).standing.value
    'missing'
    """
    one_register(register, tables)
    return _judged(_case(register, transfer, on, revoked, tables)).verdict


def unstated(
    register: Register, transfer: Transfer, *, on: date, tables: Tables | None = None
) -> Verdict | None:
    """How an adequacy decision stands that reaches a transfer although the register does not state it; None without one."""
    one_register(register, tables)
    return by_law(_case(register, transfer, on, NOTHING, tables))


def fallen(
    register: Register,
    transfer: Transfer,
    *,
    on: date,
    revoked: frozenset[str] = NOTHING,
    tables: Tables | None = None,
) -> tuple[Verdict, ...]:
    """Every stated ground of a transfer that does not hold that day, also where another one does."""
    return _judged(_case(register, transfer, on, revoked, tables)).fallen


def relies_on(
    register: Register, transfer: Transfer, *, on: date, tables: Tables | None = None
) -> tuple[str, ...]:
    """The numbers of the decisions a transfer rests on that day: adequacy, listings, clauses of its agreements."""
    return _judged(_case(register, transfer, on, NOTHING, tables)).relies_on


def judged(
    register: Register, *, on: date, revoked: frozenset[str] = NOTHING, tables: Tables | None = None
) -> tuple[Judged, ...]:
    """Every transfer of a day with its verdict, in the order of the register. Asked again, it is not judged again."""
    one_register(register, tables)
    rows = tables or standard()

    def all_of_them() -> tuple[Judged, ...]:
        return tuple(
            _judged(_case(register, one, on, revoked, rows))
            for one in transfers(register, on=on, tables=rows)
        )

    if revoked:
        return all_of_them()
    found: tuple[Judged, ...] = register.kept(("ropa.transfer", "judged", as_day(on), rows), all_of_them)
    return found


def _case(
    register: Register, transfer: Transfer, on: date, revoked: frozenset[str], tables: Tables | None
) -> Case:
    rows = tables or standard()
    numbers = frozenset(rows.number_of(number) for number in revoked) if revoked else NOTHING
    return Case(register, transfer, as_day(on), numbers, rows)


def _judged(case: Case) -> Judged:
    one = case.transfer
    if not one.has_ground:  # most of the transfers of a register that is being filled in
        lawful = by_law(case)
        if lawful:
            return Judged(one, lawful, (), _numbers([lawful]))
        gone = tuple(_not_that_day(case))
        return Judged(one, _perhaps(case, gone[0]) if gone else missing(case), gone, ())
    each = {ground: tuple(_of(case, ground)) for ground in dict.fromkeys((*one.grounds, *one.grounds_any_of))}
    found = [verdict for ground in one.grounds for verdict in each[ground]]
    if one.grounds_any_of:
        found.append(_any_of(case, each))
    lawful = by_law(case)
    if lawful:
        found.append(lawful)
    verdict = _perhaps(case, min(found, key=_standing))
    single = [verdict for verdicts in each.values() for verdict in verdicts]
    return Judged(
        one,
        verdict,
        tuple(verdict for verdict in single if verdict.standing is Standing.FALLEN),
        _numbers([*single, lawful] if lawful else single),
    )


def _not_that_day(case: Case) -> Iterator[Verdict]:
    """What would be a ground without being stated, and is not in force: a listing, clauses, binding rules."""
    yield from ended_listings(case)
    for ground in PAPER.values():
        yield from out_of_force(case, ground)


def _perhaps(case: Case, verdict: Verdict) -> Verdict:
    """A verdict on what may be no transfer at all: where no ground holds, that is looked at first."""
    if verdict.standing <= Standing.DEPENDS or not case.open_whether:
        return verdict
    return replace(verdict, standing=Standing.DEPENDS, reason=case.open_whether, also=verdict.reasons)


def _numbers(resting: list[Verdict]) -> tuple[str, ...]:
    """The decisions by which something holds, each once."""
    return tuple(dict.fromkeys([one.decision for one in resting if one.decision and _rests(one)]))


def _standing(verdict: Verdict) -> Standing:
    return verdict.standing


def _rests(verdict: Verdict) -> bool:
    return verdict.standing <= Standing.DEPENDS


def _of(case: Case, ground: Ground) -> Iterator[Verdict]:
    if ground in FOR_ADEQUACY:
        yield stated(case, ground)
    elif ground is Ground.STANDARD_CONTRACTUAL_CLAUSES:
        yield from clauses(case)
    elif ground.provision.startswith("49"):
        yield derogation(case, ground)
    else:
        yield from safeguard(case, ground)


def _any_of(case: Case, each: Mapping[Ground, tuple[Verdict, ...]]) -> Verdict:
    """One of several grounds, undecided: a person must say which, unless none of them holds."""
    best = {ground: min(each[ground], key=_standing) for ground in case.transfer.grounds_any_of}
    if len(best) == 1:
        return next(iter(best.values()))
    gone = tuple(ground for ground, one in best.items() if one.standing is Standing.FALLEN)
    if len(gone) == len(best):
        return case.verdict(Standing.FALLEN, "none-holds", grounds=gone)
    reasons = ("undecided", "some-fallen") if gone else ("undecided",)
    return case.verdict(Standing.DEPENDS, *reasons, grounds=tuple(best), gone=gone)

"""Holds a transfer against the dated tables: whether the ground that the register states holds on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Ground, Tables, standard
from ropa.model import Register
from ropa.model.text import as_day
from ropa.transfer.adequacy import FOR_ADEQUACY, by_law, missing, stated
from ropa.transfer.case import Case
from ropa.transfer.departure import Transfer
from ropa.transfer.safeguard import clauses, derogation, safeguard
from ropa.transfer.verdict import Standing, Verdict

NOTHING: frozenset[str] = frozenset()


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
    case = _case(register, transfer, on, revoked, tables)
    found = [one for ground in transfer.grounds for one in _of(case, ground)]
    if transfer.grounds_any_of:
        found.append(_any_of(case))
    lawful = by_law(case)
    if lawful:
        found.append(lawful)
    return min(found, key=lambda one: one.standing) if found else missing(case)


def fallen(
    register: Register,
    transfer: Transfer,
    *,
    on: date,
    revoked: frozenset[str] = NOTHING,
    tables: Tables | None = None,
) -> tuple[Verdict, ...]:
    """Every stated ground of a transfer that does not hold that day, also where another one does."""
    case = _case(register, transfer, on, revoked, tables)
    return tuple(one for one in _each(case) if one.standing is Standing.FALLEN)


def relies_on(
    register: Register, transfer: Transfer, *, on: date, tables: Tables | None = None
) -> tuple[str, ...]:
    """The numbers of the decisions a transfer rests on that day: adequacy, listings, clauses of its agreements."""
    case = _case(register, transfer, on, NOTHING, tables)
    lawful = by_law(case)
    found = (*_each(case), *((lawful,) if lawful else ()))
    resting = (one.decision for one in found if one.decision and one.standing <= Standing.DEPENDS)
    return tuple(dict.fromkeys(resting))


def _case(
    register: Register, transfer: Transfer, on: date, revoked: frozenset[str], tables: Tables | None
) -> Case:
    rows = tables or standard()
    numbers = frozenset(rows.number_of(number) for number in revoked) if revoked else NOTHING
    return Case(register, transfer, as_day(on), numbers, rows)


def _each(case: Case) -> Iterator[Verdict]:
    for ground in dict.fromkeys((*case.transfer.grounds, *case.transfer.grounds_any_of)):
        yield from _of(case, ground)


def _of(case: Case, ground: Ground) -> Iterator[Verdict]:
    if ground in FOR_ADEQUACY:
        yield stated(case, ground)
    elif ground is Ground.STANDARD_CONTRACTUAL_CLAUSES:
        yield from clauses(case)
    elif ground.provision.startswith("49"):
        yield derogation(case, ground)
    else:
        yield safeguard(case, ground)


def _any_of(case: Case) -> Verdict:
    """One of several grounds, undecided: a person must say which, unless none of them holds."""
    choices = case.transfer.grounds_any_of
    best = {ground: min(_of(case, ground), key=lambda one: one.standing) for ground in choices}
    if len(best) == 1:
        return best[choices[0]]
    gone = tuple(ground for ground, one in best.items() if one.standing is Standing.FALLEN)
    if len(gone) == len(best):
        return case.verdict(Standing.FALLEN, "none-holds", grounds=gone)
    reasons = ("undecided", "some-fallen") if gone else ("undecided",)
    return case.verdict(Standing.DEPENDS, *reasons, grounds=tuple(best), gone=gone)

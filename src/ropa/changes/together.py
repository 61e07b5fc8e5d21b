"""Changes that are one to an officer: a period in place of a criterion, a new party with its transfer, a new officer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ropa.changes.change import Change
from ropa.changes.engaged import ARRIVALS, DEPARTURES
from ropa.changes.kind import FIRST, ChangeKind as K


def together(changes: Iterable[Change], holder: str | None = None) -> Iterator[Change]:
    """The changes, with what is one event told once.

    That is a time limit told in another way; another data protection officer, whatever of it is another; and who comes
    or goes with the only transfer that comes or goes with it. Of the holder's own officer others have to be told
    (Article 37(7)): that is looked at first.
    """
    every = [
        replace(one, weight=FIRST) if one.kind is K.DPO_CHANGED and one.party == holder else one
        for one in _with_transfers(_officers([*changes]))
    ]
    periods = {one.where: one for one in every if _one_side(one, K.RETENTION_CHANGED, "period")}
    criteria = {one.where: one for one in every if _one_side(one, K.CRITERION_CHANGED, "criterion")}
    for one in every:
        period, criterion = periods.get(one.where), criteria.get(one.where)
        if period is None or criterion is None or (one is not period and one is not criterion):
            yield one
        elif one is period:
            yield _as_one(period, criterion)


def _officers(every: list[Change]) -> list[Change]:
    """Of the officer of one party, several fields as one change: the officer as a whole."""
    fields: dict[str, list[Change]] = {}
    for one in every:
        if one.kind is K.DPO_CHANGED and len(one.trail) > 1:
            fields.setdefault(one.trail[-1].where, []).append(one)
    several = {id(one): held for held in fields.values() if len(held) > 1 for one in held}
    return [
        _whole(one) if id(one) in several else one
        for one in every
        if id(one) not in several or several[id(one)][0] is one
    ]


def _whole(one: Change) -> Change:
    step = one.trail[-1]
    return replace(
        one,
        where=one.trail[-2].where,
        field=step.card.key,
        before=step.before,
        after=step.after,
        card=step.card,
        trail=one.trail[:-1],
        tells_field=False,
    )


def _with_transfers(every: list[Change]) -> Iterator[Change]:
    """Who comes or goes, with the transfer that it is."""
    taken: set[int] = set()
    found: dict[int, Change] = {}
    for kinds, moves in ((ARRIVALS, K.TRANSFER_ADDED), (DEPARTURES, K.TRANSFER_REMOVED)):
        transfers: dict[tuple[str, str], list[Change]] = {}
        for one in every:
            if one.kind is moves:
                transfers.setdefault((one.activity, one.party), []).append(one)
        for one in every:
            several = transfers.pop((one.activity, one.party), []) if one.kind in kinds else []
            if len(several) == 1:
                taken.add(id(several[0]))
                where = several[0].before if several[0].after is None else several[0].after
                found[id(one)] = replace(one, standing=several[0].standing, countries=where)
    return (found.get(id(one), one) for one in every if id(one) not in taken)


def _as_one(period: Change, criterion: Change) -> Change:
    now, then = (period, criterion) if period.after is not None else (criterion, period)
    return replace(period, before=then.before, after=now.after, tells_field=False)


def _one_side(one: Change, kind: K, field: str) -> bool:
    return one.kind is kind and one.field == field and (one.before is None) is not (one.after is None)

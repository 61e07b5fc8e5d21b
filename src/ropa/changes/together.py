"""Changes that are one to an officer: a period in place of a criterion, or the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ropa.changes.change import Change
from ropa.changes.kind import ChangeKind as K


def together(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, with a time limit that is now told in another way as one change."""
    every = list(changes)
    periods = {one.where: one for one in every if _one_side(one, K.RETENTION_CHANGED, "period")}
    criteria = {one.where: one for one in every if _one_side(one, K.CRITERION_CHANGED, "criterion")}
    for one in every:
        period, criterion = periods.get(one.where), criteria.get(one.where)
        if period is None or criterion is None or (one is not period and one is not criterion):
            yield one
        elif one is period:
            yield _as_one(period, criterion)


def _as_one(period: Change, criterion: Change) -> Change:
    now, then = (period, criterion) if period.after is not None else (criterion, period)
    return replace(period, before=then.before, after=now.after, tells_field=False)


def _one_side(one: Change, kind: K, field: str) -> bool:
    return one.kind is kind and one.field == field and (one.before is None) is not (one.after is None)

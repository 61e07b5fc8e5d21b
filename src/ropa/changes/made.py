"""A change made of a difference: what it is about, which party, which provision."""

from __future__ import annotations

from ropa.changes.change import Change
from ropa.changes.kind import ChangeKind as K
from ropa.changes.named import NAMED, named
from ropa.changes.walk import Difference
from ropa.model import Activity, Flow, Hop, Party
from ropa.transfer import Standing

OPEN_FIELD = frozenset({
    K.PERMISSION_CHANGED, K.SPECIAL_DATA_CHANGED, K.STATE_CHANGED, K.SHARED_DATA_CHANGED,
})  # fmt: skip
"""Kinds that several fields share: the field is told with them."""


def change(
    one: Difference,
    kind: K,
    *,
    standing: Standing | None = None,
    hop: Hop | None = None,
    party: str | None = None,
) -> Change:
    """The change that a difference is."""
    own = NAMED.get((one.card.owner, one.card.key)) if one.card else None
    around = one.trail[0].part if one.trail else one.after or one.before
    cards_around = (one.card, *(step.card for step in reversed(one.trail)))
    article = kind.article or next((of.article for of in cards_around if of and of.article), "")
    return Change(
        kind=kind,
        where=one.where,
        field=one.name,
        before=one.before,
        after=one.after,
        activity=around.key if isinstance(around, Activity) else "",
        party=party or _party(one),
        article=article,
        weight=kind.weight,
        standing=standing,
        tells_field=kind in OPEN_FIELD or (own is None and kind is named(one)),
        card=one.card,
        trail=one.trail,
        rank=one.rank,
        hop=hop,
    )


def _party(one: Difference) -> str:
    """The key of the party a difference is about: who receives the data, or the party it stands in."""
    for step in reversed(one.trail):
        if isinstance(step.part, Flow) and len(step.part.recipient) == 1:
            return step.part.recipient[0]
        if isinstance(step.part, Party):
            return step.part.key
    entry = one.before if one.after is None else one.after
    return entry.key if isinstance(entry, Party) else ""


def of_evidence(several: list[Difference]) -> Change:
    """What changed in where an entry of the register, and all that stands in it, is said: one change."""
    first = several[0]
    before, after = (
        tuple(each for one in several for each in (one.before if then else one.after) or ()) or None
        for then in (True, False)
    )
    top = first.trail[:1]
    told = Difference(top, first.card, first.name, before, after, top[0].where if top else "", first.rank)
    return change(told, K.EVIDENCE_CHANGED)

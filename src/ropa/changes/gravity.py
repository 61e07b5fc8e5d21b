"""How soon to look at a change: by why it is grave, several reasons before one, as an officer would put them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from operator import itemgetter

from ropa.changes.change import Change
from ropa.changes.content import content
from ropa.changes.engaged import Engaged
from ropa.changes.kind import FIRST, ChangeKind as K
from ropa.changes.reason import Reason
from ropa.law import Tables, outside_eea
from ropa.model import DeclaredTransfer, Flow, Hop, Item
from ropa.model.text import Text
from ropa.transfer import Standing

R = Reason
OF_KIND: Mapping[K, tuple[Reason, ...]] = {
    K.SPECIAL_DATA_ADDED: (R.SPECIAL_DATA,),
    K.SPECIAL_DATA_CHANGED: (R.SPECIAL_DATA,),
    K.SPECIAL_DATA_SHARED: (R.SPECIAL_DATA,),
    K.TRANSFER_ADDED: (R.THIRD_COUNTRY,),
    K.OUTSIDE_EEA: (R.THIRD_COUNTRY,),
    K.ACCESS_OUTSIDE_EEA: (R.THIRD_COUNTRY,),
    K.GROUND_WEAKENED: (R.GROUND,),
    K.SUB_PROCESSOR_ADDED: (R.SUB_PROCESSOR,),
    K.SUB_PROCESSOR_PLANNED: (R.SUB_PROCESSOR,),
    K.SUB_PROCESSOR_BEGUN: (R.SUB_PROCESSOR,),
    K.PROCESSOR_ADDED: (R.NEW_RECIPIENT,),
    K.PROCESSOR_PLANNED: (R.NEW_RECIPIENT,),
    K.PROCESSOR_BEGUN: (R.NEW_RECIPIENT,),
    K.RECIPIENT_ADDED: (R.NEW_RECIPIENT,),
    K.RECIPIENT_PLANNED: (R.NEW_RECIPIENT,),
    K.RECIPIENT_BEGUN: (R.NEW_RECIPIENT,),
    K.RETENTION_LENGTHENED: (R.RETENTION,),
    K.RETENTION_REMOVED: (R.RETENTION,),
    K.BASIS_CHANGED: (R.LEGAL_BASIS,),
    K.BASIS_REMOVED: (R.LEGAL_BASIS,),
    K.SPECIAL_GROUND_CHANGED: (R.SPECIAL_DATA, R.LEGAL_BASIS),
    K.SPECIAL_GROUND_REMOVED: (R.SPECIAL_DATA, R.LEGAL_BASIS),
}
"""What the name of a change says by itself."""
OF_FLOWS = frozenset(
    kind
    for kind, why in OF_KIND.items()
    if {*why} & {R.SUB_PROCESSOR, R.NEW_RECIPIENT, R.THIRD_COUNTRY, R.GROUND}
)
"""Kinds about a flow that is there now: what it carries, and where, makes them graver."""
WITHIN = frozenset({K.ACTIVITY_ADDED, K.ACTIVITY_BEGUN})
"""Kinds that bring in all that stands in an activity."""
OF_DATA = frozenset({K.SPECIAL_DATA_ADDED, K.SPECIAL_DATA_CHANGED})
"""Kinds about an item, which goes wherever the flows of its activity carry it."""
NO_GROUND = frozenset({Standing.FALLEN, Standing.MISSING})
"""How a transfer stands that has no ground that holds. Where a person must look, none is known to be lacking."""


Placed = tuple[int, int, list[int], tuple[int, int], int]
"""Where a change comes: its weight, how many reasons, which, where in the register, and with whom it is told."""


class Gravity:
    """What makes the changes between two registers grave."""

    def __init__(
        self, before: Engaged, after: Engaged, on: date | None, tables: Tables | None = None
    ) -> None:
        self._before, self._after, self._on, self._tables = before, after, on, tables

    def in_order(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """The changes with their reasons, what to look at first coming first.

        All that arrives with one party in one activity, or in an activity that is new, is one event: each change of it
        has the reasons of all.
        """
        found = [self._weighed(one) for one in changes]
        fresh = {one.activity for one in found if one.kind in WITHIN}
        events: dict[tuple[str, str], tuple[int, set[Reason]]] = {}
        for at, one in enumerate(found):
            if _arrives(one):
                events.setdefault(_event(one, fresh), (at, set()))[1].update(one.reasons)
        placed: list[tuple[Placed, Change]] = []
        for at, one in enumerate(found):
            first, why = events[_event(one, fresh)] if _arrives(one) else (at, {*one.reasons})
            which = [*map([*Reason].index, _sorted(why))]
            told = replace(one, reasons=_sorted(why)) if why else one
            placed.append(((one.weight, -len(why), which, one.rank, first), told))
        return tuple(told for _, told in sorted(placed, key=itemgetter(0)))

    def _weighed(self, one: Change) -> Change:
        why = {*OF_KIND.get(one.kind, ())}
        lost = one.kind is K.GROUND_REMOVED and not self._stays(one)
        if lost or one.standing in NO_GROUND:
            why.add(R.GROUND)
        data = self._after.carried(self._hops(one)) if lost else self._data(one)
        if data or lost or one.kind in OF_FLOWS | OF_DATA:
            why |= self._outside(self._hops(one))
        if data:
            why.add(R.SPECIAL_DATA)
        if not why:
            return one
        weight = FIRST if lost or R.SPECIAL_DATA in why else one.weight
        return replace(one, weight=weight, reasons=_sorted(why), sensitive=data)

    def _data(self, one: Change) -> tuple[Text, ...]:
        """The data of Articles 9 and 10 that a change brings somewhere."""
        if one.kind in OF_FLOWS or one.kind in WITHIN:
            return self._after.carried(self._hops(one))
        if one.kind in (K.FLOW_ADDED, K.SPECIAL_DATA_SHARED):
            return self._after.newly_carried(self._before, self._hops(one))
        return ()

    def _hops(self, one: Change) -> list[Hop]:
        """The flows a change is about, as they are now."""
        if one.kind in WITHIN:
            return self._after.within(one.activity)
        if one.kind in OF_DATA:
            return [
                hop
                for hop in self._after.within(one.activity)
                if _item(one) in map(content, hop.personal_data)
            ]
        flows = (step.after for step in reversed(one.trail) if isinstance(step.after, Flow))
        flow = one.hop.flow if one.hop else next(flows, None)
        return [hop for hop in self._after.of(flow) if one.party in ("", hop.recipient)] if flow else []

    def _outside(self, hops: Iterable[Hop]) -> set[Reason]:
        codes = [code for hop in hops for code in (*hop.countries, *hop.flow.access_from)]
        return {R.THIRD_COUNTRY} if self._on and outside_eea(codes, self._on, self._tables) else set()

    def _stays(self, one: Change) -> bool:
        """Whether what a ground was taken from is known to stay inside the EEA: then no ground is needed any more."""
        entry = one.trail[-1].after if one.trail else None
        if self._on is None or not isinstance(entry, (Flow, DeclaredTransfer)):
            return False
        reached = entry.access_from if isinstance(entry, Flow) else ()
        return bool(entry.countries) and not outside_eea((*entry.countries, *reached), self._on, self._tables)


def _item(one: Change) -> Hashable:
    """The kind of the item a change is about, in a form that can be compared."""
    item = one.after if isinstance(one.after, Item) else one.trail[-1].after if one.trail else None
    return content(item.kind) if isinstance(item, Item) else None


def _arrives(one: Change) -> bool:
    return one.kind in WITHIN or (bool(one.party) and (one.kind in OF_FLOWS or R.GROUND in one.reasons))


def _event(one: Change, fresh: Collection[str]) -> tuple[str, str]:
    return one.activity, "" if one.activity in fresh else one.party


def _sorted(why: Iterable[Reason]) -> tuple[Reason, ...]:
    held = {*why}
    return tuple(one for one in Reason if one in held)

"""What a difference is called more exactly, where a value or the day decides: longer, ended, outside the EEA."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ropa.changes.kind import ChangeKind as K
from ropa.changes.lasting import lasts
from ropa.changes.sensitive import is_sensitive
from ropa.changes.walk import Difference
from ropa.law import Tables, outside_eea
from ropa.model import Activity, Agreement, Entry

UNSURE = 0.03
"""Months are not all as long: a month and thirty days are neither longer nor shorter than each other."""

COMES_OUTSIDE = {
    K.COUNTRY_ADDED: K.OUTSIDE_EEA,
    K.COUNTRY_CHANGED: K.OUTSIDE_EEA,
    K.ACCESS_ADDED: K.ACCESS_OUTSIDE_EEA,
    K.ACCESS_CHANGED: K.ACCESS_OUTSIDE_EEA,
}
"""Countries that are worth a word of their own where they lie outside the EEA."""
SPECIAL = {
    K.DATA_ADDED: K.SPECIAL_DATA_ADDED,
    K.DATA_REMOVED: K.SPECIAL_DATA_REMOVED,
}
ENDED: Mapping[type[Entry], K] = {Activity: K.ACTIVITY_ENDED, Agreement: K.AGREEMENT_ENDED}


def refined(kind: K, one: Difference, on: date | None, tables: Tables | None = None) -> K:
    """The more exact name of a difference, or the one it has. Without a day nothing is called outside the EEA.

    `tables` are dated tables with rows of your own; the library's where none are given.
    """
    if kind in COMES_OUTSIDE:
        return COMES_OUTSIDE[kind] if on and outside_eea((one.after,), on, tables) else kind
    if kind in SPECIAL:
        return SPECIAL[kind] if is_sensitive(one.after or one.before) else kind
    if kind is K.ENTRY_RENAMED and len(one.trail) == 1 and isinstance(one.trail[0].part, Activity):
        return K.ACTIVITY_RENAMED
    if kind is K.RETENTION_CHANGED and one.card and one.card.period and one.before and one.after:
        return _longer(one.before, one.after)
    return _ended(one, on) or _begun(one, on) or kind


def _ended(one: Difference, on: date | None) -> K | None:
    """Whether this is why an activity or an agreement no longer holds on the day, or is said to have ended."""
    if len(one.trail) != 1 or one.card is None:
        return None
    before, after = one.trail[0].before, one.trail[0].after
    kind = next((called for held, called in ENDED.items() if isinstance(after, held)), None)
    if kind is None or not isinstance(before, Entry) or not isinstance(after, Entry):
        return None
    if one.card.key == "status":
        return kind if one.after == "ended" else None
    over = on is not None and before.holds(on) and not after.holds(on)
    return kind if over and one.card.key in ("ends", "valid_until") else None


def _begun(one: Difference, on: date | None) -> K | None:
    """Whether this is why an activity that was planned holds on the day."""
    if len(one.trail) != 1 or one.card is None:
        return None
    before, after = one.trail[0].before, one.trail[0].after
    if not isinstance(before, Activity) or not isinstance(after, Activity):
        return None
    if one.card.key == "status":
        said = one.before == "planned" and one.after == "active"
        return K.ACTIVITY_BEGUN if said and after.holds(on) else None
    planned = on is not None and before.valid_from is not None and before.valid_from > on
    return K.ACTIVITY_BEGUN if planned and after.holds(on) and one.card.key == "valid_from" else None


def _longer(before: str, after: str) -> K:
    """Whether a period became longer or shorter, where that is sure."""
    (then, exact), (now, also) = lasts(before), lasts(after)
    sure = 0 if exact == also else UNSURE * max(then, now)
    if abs(now - then) <= sure:
        return K.RETENTION_CHANGED
    return K.RETENTION_LENGTHENED if now > then else K.RETENTION_SHORTENED

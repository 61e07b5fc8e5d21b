"""What something that happens would touch: a breach, a party that goes or moves, a decision that falls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ropa.law import Tables
from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.sharing.impact.breach import breach_at
from ropa.sharing.impact.ground import revoked
from ropa.sharing.impact.move import moved
from ropa.sharing.impact.notification import Indicator, Notification
from ropa.sharing.impact.removal import removed
from ropa.sharing.impact.result import Changed, Impact
from ropa.sharing.impact.touched import Touched

__all__ = ["Changed", "Impact", "Indicator", "Notification", "Touched", "impact"]


@no_collecting()
def impact(
    register: Register,
    *,
    on: date,
    breach: str | None = None,
    remove: str | None = None,
    revoke: str | None = None,
    move: Mapping[str, str] | None = None,
    tables: Tables | None = None,
) -> Impact:
    """What one event would touch on a day; exactly one of the four is asked.

    `breach` is a party at which personal data are breached (Articles 33 and 34); `remove` a party that is no longer
    there; `revoke` the number of a decision taken as struck down (`2023/1795`); `move` a party and the country where
    it will process from now on. Parties go by key, register number or name. `tables` are dated tables with rows of your
    own; the library's where none are given. Raises `UnknownEntry` for a party or a decision there is not, `TypeError`
    unless one question is asked.
    """
    one_register(register, tables)
    asked = [one for one in (breach, remove, revoke, move) if one is not None]
    if len(asked) != 1:
        raise TypeError("ask one question: breach, remove, revoke or move")
    day = as_day(on)
    if breach is not None:
        return breach_at(register, breach, day)
    if remove is not None:
        return removed(register, remove, day, tables)
    if revoke is not None:
        return revoked(register, revoke, day, tables)
    return moved(register, move or {}, day, tables)

"""Who gets data on an inquiry as an authority: for law enforcement that may be under another law (Article 2(2)(d))."""

from __future__ import annotations

from collections.abc import Iterable

from ropa.law import Role
from ropa.sharing.impact.touched import Touched
from ropa.sharing.reach import Reach


def on_inquiry(reach: Reach, key: str, touched: Iterable[Touched]) -> tuple[str, ...]:
    """Those that assess a breach at a party and get data of the activity, or may, as an authority that inquires.

    Whether they process them for law enforcement no register of who sends them says.
    """
    asked = dict.fromkeys(
        (one.activity, who, one.member_of if one.member_of and who == key else who)
        for one in touched
        for who in one.customers
    )
    return tuple(dict.fromkeys(who for activity, who, named in asked if _inquires(reach, activity, named)))


def _inquires(reach: Reach, activity: str, party: str) -> bool:
    return any(Role.AUTHORITY_INQUIRY in way.hop.role for _, way in reach[activity].into.get(party, ()))

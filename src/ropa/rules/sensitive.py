"""Special data of an activity, and what its holder is: shared by the rules about Articles 9, 10 and 87."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.law import SpecialCategory
from ropa.model import Party, Register
from ropa.rules.controlled import At, Controlled, item_of
from ropa.rules.lexicon import lexicon

MEMBERS = ("members", "former-members", "prospective-members")
BODIES = {
    "union": SpecialCategory.TRADE_UNION_MEMBERSHIP,
    "party": SpecialCategory.POLITICAL_OPINIONS,
    "church": SpecialCategory.RELIGIOUS_OR_PHILOSOPHICAL_BELIEFS,
}
"""The aims of Article 9(2)(d), and what membership of such a body reveals."""


def special(one: Controlled, *, reveals: bool = True) -> list[At]:
    """The categories of data that are special, or (`reveals`) reveal what is."""
    fields = ("special", "reveals") if reveals else ("special",)
    return [at for at in one.items if any(item_of(at).says(field) for field in fields)]


def conditions(one: Controlled, *, stated: bool = True) -> Iterator[At]:
    """The conditions of Article 9(2) that are stated for an activity."""
    return (at for at in one.grounds(stated=stated) if at.value.ground.startswith("9(2)"))


def aim_of(register: Register) -> SpecialCategory | None:
    """What membership of the holder reveals, where it is a union, a political party or a church."""
    if not register.holder:
        return None
    found: SpecialCategory | None = register.kept(
        ("aim of the holder", register.holder), lambda: _aim(register.party(register.holder or ""))
    )
    return found


def is_non_profit(register: Register) -> bool:
    """Whether the register says that the holder is an association, a foundation or the like."""
    party = register.party(register.holder) if register.holder else None
    return party is not None and ("association" in party.services or _says(party, "non-profit"))


def _aim(party: Party) -> SpecialCategory | None:
    if "trade-union" in party.services:
        return SpecialCategory.TRADE_UNION_MEMBERSHIP
    return next((category for name, category in BODIES.items() if _says(party, name)), None)


def _says(party: Party, name: str) -> bool:
    words = lexicon("special", name)
    return any(words.finds(said) for said in (party.name, party.note, *party.services))

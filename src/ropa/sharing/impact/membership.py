"""A party that is one of several, and parties that stand for several: members of categories and of groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ropa.model import Register
from ropa.sharing.reach import Reach

_Index = Mapping[str, Iterable[str]]


def categories_of(register: Register, key: str) -> tuple[str, ...]:
    """The categories and groups that a party is one of, by whichever of the two says so."""
    return tuple(_looked_up(register)[0].get(key, ()))


def holding_members(register: Register, reach: Reach, key: str) -> tuple[str, ...]:
    """The members of a category or group that may hold something on the day, and not only as one of it."""
    members = _looked_up(register)[1].get(key, ())
    return tuple(one for one in members if _holds(register, reach, one, but=key))


def _holds(register: Register, reach: Reach, member: str, but: str) -> bool:
    names = (member, *(one for one in categories_of(register, member) if one != but))
    return any(
        reach[activity].possible.held(name) for name in names for activity in reach.by_party.get(name, ())
    )


def _looked_up(register: Register) -> tuple[_Index, _Index]:
    """What each party is one of, and the members of each, in the order of the register."""

    def every() -> tuple[_Index, _Index]:
        said = {(one, party.key) for party in register.parties for one in party.members}
        said |= {(party.key, party.group) for party in register.parties if party.group}
        place = {party.key: at for at, party in enumerate(register.parties)}
        categories: dict[str, list[str]] = {}
        members: dict[str, list[str]] = {}
        for member, category in sorted(said, key=lambda pair: (place[pair[0]], place[pair[1]])):
            if member != category:
                categories.setdefault(member, []).append(category)
                members.setdefault(category, []).append(member)
        return categories, members

    made: tuple[_Index, _Index] = register.kept(("ropa.sharing", "members"), every)
    return made

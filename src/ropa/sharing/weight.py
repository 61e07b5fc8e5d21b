"""How much rests on each party, country, group and kind of service, counted in activities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ropa.law import Role
from ropa.model import PEOPLE, Hop, Register
from ropa.model.text import Text
from ropa.sharing.apart import is_apart
from ropa.sharing.link import leaving
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import Trail

INQUIRY = (Role.AUTHORITY_INQUIRY,)


@dataclass(frozen=True, slots=True)
class Weight:
    """What rests on one party, country, group or kind of service."""

    key: Text
    activities: tuple[str, ...]
    """In which it holds data; of a country: in which data are there or can be reached from there."""
    share: float
    """Of all activities of the day, from 0 to 1."""
    as_processor: tuple[str, ...] = ()
    """Those that would lose a processor without it."""
    perhaps: tuple[str, ...] = ()
    """Those that data only may get to it in; of a country: in which they only may be there or be reached."""
    parties: tuple[str, ...] = ()
    """The parties counted together in a group or service."""
    reached_only: tuple[str, ...] = ()
    """Of a country: those in which data can only be reached from there."""


@dataclass(slots=True)
class Held:
    """In which activities each party holds data, of a controller those of others, and in which it is a processor."""

    activities: dict[str, dict[str, None]] = field(default_factory=dict)
    as_processor: dict[str, dict[str, None]] = field(default_factory=dict)
    surely: dict[str, set[str]] = field(default_factory=dict)
    """Those in which it holds something for certain."""
    apart: dict[str, None] = field(default_factory=dict)
    """Own staff and authorities in an inquiry."""

    def weight(self, key: Text, parties: Sequence[str], total: int, members: Sequence[str] = ()) -> Weight:
        """What rests on some parties counted as one."""
        where = dict.fromkeys(one for party in parties for one in self.activities[party])
        needed = dict.fromkeys(one for party in parties for one in self.as_processor.get(party, ()))
        sure = {one for party in parties for one in self.surely.get(party, ())}
        return Weight(
            key=key,
            activities=tuple(where),
            share=len(where) / total,
            as_processor=tuple(needed),
            perhaps=tuple(one for one in where if one not in sure),
            parties=tuple(members),
        )


def held(reach: Reach) -> Held:
    """What reaches each party. Own staff and authorities in an inquiry are apart (Article 4(9) and (10))."""
    found = Held()
    for activity in reach:
        spread = reach[activity]
        into: dict[str, list[Hop]] = {}
        for hop in spread.hops:
            into.setdefault(hop.recipient, []).append(hop)
        for party in spread.possible.parties():
            hops = into.get(party, [])
            if not _of_others(spread, spread.possible, party):
                continue
            if all(is_apart(hop) for hop in hops):
                found.apart.update({party: None} if hops else {})
                continue
            if _of_others(spread, spread.certain, party):
                found.surely.setdefault(party, set()).add(activity)
            found.activities.setdefault(party, {})[activity] = None
            if any(hop.is_processor for hop in hops):
                found.as_processor.setdefault(party, {})[activity] = None
    return found


def _of_others(spread: Spread, trail: Trail, party: str) -> bool:
    """Whether a party has something by a trail, a controller something that is not its own."""
    if party not in spread.matter.among:
        return bool(trail.of(party))
    own = spread.matter.tag(party)
    return any(tag != own for _, tag in trail.of(party))


def by_party(found: Held, total: int) -> tuple[Weight, ...]:
    """What rests on each party, most first."""
    return _heaviest(found.weight(party, (party,), total) for party in found.activities)


def together(found: Held, total: int, kinds: Callable[[str], Iterable[Text]]) -> tuple[Weight, ...]:
    """What rests on parties of a kind counted as one, most first; `kinds` says of which kinds a party is."""
    members: dict[Text, list[str]] = {}
    for party in found.activities:
        for kind in kinds(party):
            members.setdefault(kind, []).append(party)
    return _heaviest(found.weight(kind, parties, total, parties) for kind, parties in members.items())


def groups(register: Register) -> Mapping[str, str]:
    """The uppermost group of every party that is in one; the uppermost counts as a part of itself."""
    above = {one.key: one.group for one in register.parties if one.group and one.group != one.key}
    found: dict[str, str] = {}
    for party in above:
        seen = {party}
        top = above[party]
        while top in above and top not in seen:
            seen.add(top)
            top = above[top]
        found[party] = top
    return {**found, **{top: top for top in found.values() if top not in found}}


def by_country(reach: Reach, total: int) -> tuple[Weight, ...]:
    """What is in each country or can be reached from there: by flows, storage and systems, most first."""
    there: dict[str, dict[str, None]] = {}
    reached: dict[str, dict[str, None]] = {}
    surely: dict[str, set[str]] = {}
    for activity in reach:
        for countries, access_from, sure in _places(reach, activity):
            for code in countries:
                there.setdefault(code, {})[activity] = None
            for code in access_from:
                reached.setdefault(code, {})[activity] = None
            for code in (*countries, *access_from) if sure else ():
                surely.setdefault(code, set()).add(activity)
    return _heaviest(
        _country(code, there.get(code, {}), reached.get(code, {}), surely.get(code, set()), total)
        for code in dict.fromkeys((*there, *reached))
    )


def _country(
    code: str, there: dict[str, None], reached: dict[str, None], surely: set[str], total: int
) -> Weight:
    only = tuple(key for key in reached if key not in there)
    where = (*there, *only)
    perhaps = tuple(key for key in where if key not in surely)
    return Weight(code, where, len(where) / total, perhaps=perhaps, reached_only=only)


def _places(reach: Reach, activity: str) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    """Where data are, from where they can be reached, and whether they get there for certain."""
    spread = reach[activity]
    for way in spread.ways:
        flow = way.hop.flow
        # what an authority in an inquiry has, it has for itself: nothing of the register rests on where that is
        if (flow.countries or flow.access_from) and flow.role != INQUIRY and spread.carried(way):
            yield flow.countries, flow.access_from, _is_sure(spread, way)
    seen = reach.seen.get(activity)
    if seen is None:
        return
    systems = dict.fromkeys(said.value for said in seen.said("systems", reach.on))
    for said in seen.said("storage", reach.on):
        systems.update(dict.fromkeys(said.value.systems))
        yield said.value.countries, said.value.access_from, True
    for key in systems:
        system = reach.register.named("system", key)
        yield system.countries, system.access_from, True  # type: ignore[attr-defined]  # a key of a system names a system


def _is_sure(spread: Spread, way: Way) -> bool:
    """Whether a flow happens, and its sender holds something for certain that it takes along."""
    if way.possible or way.hop.sender == PEOPLE or spread.certain is spread.possible:
        return not way.possible
    return any(spread.arrives(way, tag) for tag, _ in leaving(spread, spread.certain, way))


def place_open(reach: Reach) -> tuple[str, ...]:
    """The activities with a flow to somebody else of which the register does not say where the data are."""
    return tuple(
        activity
        for activity in reach
        if any(not hop.countries and not hop.source and not is_apart(hop) for hop in reach.hops[activity])
    )


def _heaviest(weights: Iterable[Weight]) -> tuple[Weight, ...]:
    """Most activities first, then most in which it is a processor; equals in the order of the register."""
    return tuple(sorted(weights, key=lambda one: (-len(one.activities), -len(one.as_processor))))

"""How much rests on each party, country, group and kind of service, counted in activities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ropa.model import Hop, Register
from ropa.model.text import Text
from ropa.sharing.holders import NO_RECIPIENTS
from ropa.sharing.reach import Reach


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
    """Those that data only may get to it in."""
    parties: tuple[str, ...] = ()
    """The parties counted together in a group or service."""
    reached_only: tuple[str, ...] = ()
    """Of a country: those in which data can only be reached from there."""


@dataclass(slots=True)
class Held:
    """In which activities each party but the controllers holds data, and in which it is a processor."""

    activities: dict[str, dict[str, None]] = field(default_factory=dict)
    as_processor: dict[str, dict[str, None]] = field(default_factory=dict)
    surely: dict[str, set[str]] = field(default_factory=dict)
    """Those in which it holds something for certain."""

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
        controllers = set(spread.matter.controllers)
        for party in spread.possible.parties():
            hops = into.get(party, [])
            if party in controllers or all(_is_apart(hop) for hop in hops):
                continue
            if spread.certain.of(party):
                found.surely.setdefault(party, set()).add(activity)
            found.activities.setdefault(party, {})[activity] = None
            if any(hop.is_processor for hop in hops):
                found.as_processor.setdefault(party, {})[activity] = None
    return found


def _is_apart(hop: Hop) -> bool:
    return bool(hop.role) and set(hop.role) <= NO_RECIPIENTS


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
    for activity in reach:
        for countries, access_from in _places(reach, activity):
            for code in countries:
                there.setdefault(code, {})[activity] = None
            for code in access_from:
                reached.setdefault(code, {})[activity] = None
    return _heaviest(_country(code, there, reached, total) for code in dict.fromkeys((*there, *reached)))


def _country(
    code: str, there: Mapping[str, dict[str, None]], reached: Mapping[str, dict[str, None]], total: int
) -> Weight:
    only = tuple(key for key in reached.get(code, ()) if key not in there.get(code, ()))
    where = (*there.get(code, ()), *only)
    return Weight(code, where, len(where) / total, reached_only=only)


def _places(reach: Reach, activity: str) -> Iterator[tuple[Iterable[str], Iterable[str]]]:
    yield from ((hop.countries, hop.flow.access_from) for hop in reach.hops[activity])
    seen = reach.seen.get(activity)
    if seen is None:
        return
    systems = dict.fromkeys(said.value for said in seen.said("systems", reach.on))
    for said in seen.said("storage", reach.on):
        systems.update(dict.fromkeys(said.value.systems))
        yield said.value.countries, said.value.access_from
    for key in systems:
        system = reach.register.named("system", key)
        yield system.countries, system.access_from  # type: ignore[attr-defined]  # a key of a system names a system


def place_open(reach: Reach) -> tuple[str, ...]:
    """The activities with a flow to somebody else of which the register does not say where the data are."""
    return tuple(
        activity
        for activity in reach
        if any(not hop.countries and not hop.source and not _is_apart(hop) for hop in reach.hops[activity])
    )


def _heaviest(weights: Iterable[Weight]) -> tuple[Weight, ...]:
    """Most activities first, then most in which it is a processor; equals in the order of the register."""
    return tuple(sorted(weights, key=lambda one: (-len(one.activities), -len(one.as_processor))))

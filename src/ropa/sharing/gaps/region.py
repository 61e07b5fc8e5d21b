"""Regions that an agreement promises and a flow leaves: Article 28(3)(a), the instructions of the controller."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ropa.law import WHOLE_EEA, Tables, in_eea
from ropa.model import PEOPLE, Hop
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import At, Trail

NOT_IN_THE_UNION = frozenset({"IS", "LI", "NO", "EEA"})
"""Inside the European Economic Area and outside the Union."""

Regions = tuple[str, ...]


@dataclass(slots=True)
class Promised:
    """What was received under promises of the same regions: where it is followed from, and under which agreements."""

    starts: dict[At, int] = field(default_factory=dict)
    agreements: dict[At, dict[str, None]] = field(default_factory=dict)
    above: dict[At, dict[At, None]] = field(default_factory=dict)
    """Who sent it there, and may have it under a promise of its own."""
    by_party: dict[str, dict[At, None]] = field(default_factory=dict)

    def add(self, at: At, mask: int, keys: Iterable[str], sender: At | None) -> None:
        """What arrives under agreements."""
        self.starts[at] = self.starts.get(at, 0) | mask
        self.agreements.setdefault(at, {}).update(dict.fromkeys(keys))
        self.by_party.setdefault(at[0], {})[at] = None
        if sender:
            self.above.setdefault(at, {})[sender] = None

    def began(self, party: str, tag: str) -> Iterable[At]:
        """Where a promise was made to that party, for that controller, or for whom that one is a part of."""
        return ((party, tag),) if (party, tag) in self.agreements else self.by_party.get(party, ())


def outside_region(look: Look) -> Iterator[Gap]:
    """Every flow under an agreement that leaves its regions, and every later one with data received under it."""
    if not any(paper.regions for paper in look.register.agreements):
        return
    places = Places(look.on, look.tables)
    for activity in look.reach:
        under = [(hop, _promises(look, hop)) for hop in look.reach.hops[activity]]
        for hop, promises in under:
            for regions, keys in promises.items():
                for key in keys:
                    yield from _left(places, hop, regions, (key,))
        promised = {id(hop): promises for hop, promises in under if promises}
        if promised:
            yield from _further(places, look.reach[activity], promised)


def _promises(look: Look, hop: Hop) -> Mapping[Regions, list[str]]:
    """The regions promised by the agreements that a flow goes under, each with the agreements."""
    keys: Iterable[str] = hop.agreements
    if hop.sender == PEOPLE and hop.is_processor:
        keys = (key for made in look.reach.engaged(hop.activity).made_by(hop) for key in made.agreements)
    found: dict[Regions, list[str]] = {}
    for key in dict.fromkeys(keys):
        regions = look.register.agreement(key).regions
        if regions:
            found.setdefault(regions, []).append(key)
    return found


def _further(
    places: Places, spread: Spread, under: Mapping[int, Mapping[Regions, list[str]]]
) -> Iterator[Gap]:
    """Each region is followed once, however many agreements promise it, and only if some flow is outside it."""
    down = [way for way in spread.ways if way.hop.sender != PEOPLE and not way.own]
    for regions in dict.fromkeys(one for promises in under.values() for one in promises):
        leaving = [way for way in down if places.outside(way.hop, regions)]
        if not leaving:
            continue
        one = Promised()
        for way in spread.ways:
            keys = under.get(id(way.hop), {}).get(regions)
            for at, mask, sender in _arriving(spread, way) if keys else ():
                one.add(at, mask, keys or (), sender)
        climb = Climb(spread, Trail(one.starts, down, spread.arrives), one, leaving)
        for way in leaving:
            broken = climb.broken(way)
            yield from _left(places, way.hop, regions, broken) if broken else ()


def _arriving(spread: Spread, way: Way) -> Iterator[tuple[At, int, At | None]]:
    """What comes where by a flow, and from where."""
    if way.own:
        return
    if way.hop.sender == PEOPLE:
        yield from ((at, way.tokens, None) for tag in spread.matter.tags for at in spread.arrives(way, tag))
        return
    trail = spread.possible
    for held in trail.before(way):
        mask = trail.at[held] & way.tokens
        yield from ((at, mask, held) for at in spread.arrives(way, held[1]) if mask)


class Climb:
    """Under which agreements the data of flows were received; the way up from where such a flow begins is gone once."""

    def __init__(self, spread: Spread, trail: Trail, promised: Promised, leaving: Iterable[Way]) -> None:
        self._trail = trail
        self._promised = promised
        self._begins = {
            id(way): [at for at in trail.before(way) if spread.arrives(way, at[1])] for way in leaving
        }
        self._known: dict[tuple[At, int], dict[str, None]] = {}

    def broken(self, way: Way) -> tuple[str, ...]:
        """The agreements under which the data of a flow were received: by the shortest way, and from there on up."""
        waiting = deque(self._begins[id(way)])
        seen = set(waiting)
        asked = waiting[0] if len(waiting) == 1 else None
        found: dict[str, None] = {}
        while waiting:
            if len(waiting) == 1 and (waiting[0], way.tokens) in self._known:
                found.update(self._known[waiting[0], way.tokens])  # whatever else is met from there was met
                break
            for above in self._step(waiting.popleft(), way.tokens, found):
                if above not in seen:
                    seen.add(above)
                    waiting.append(above)
        if asked is not None:
            self._known[asked, way.tokens] = found
        return tuple(found)

    def _step(self, at: At, tokens: int, found: dict[str, None]) -> Iterator[At]:
        """The agreements by which it came there, and who had it before under a promise of its own."""
        mask = self._trail.at.get(at, 0) & tokens
        if mask:
            path = self._trail.path(at, mask)
            for start in self._promised.began(path[0].sender if path else at[0], at[1]):
                found.update(self._promised.agreements[start])
                yield from self._promised.above.get(start, ())


class Places:
    """Where flows are on a day, held against regions; the same question is answered once."""

    def __init__(self, on: date, tables: Tables | None = None) -> None:
        self.on = on
        self.tables = tables
        self._known: dict[tuple[Regions, str], bool] = {}

    def outside(self, hop: Hop, regions: Regions) -> tuple[str, ...]:
        """The places of a flow that are not within the regions."""
        places = dict.fromkeys((*hop.countries, *hop.flow.access_from))
        return tuple(code for code in places if not self._is_within(code, regions))

    def _is_within(self, code: str, regions: Regions) -> bool:
        key = (regions, code)
        if key not in self._known:
            self._known[key] = is_within(code, regions, self.on, self.tables)
        return self._known[key]


def _left(places: Places, hop: Hop, regions: Regions, keys: Sequence[str]) -> Iterator[Gap]:
    """Where a flow is outside the regions: surely, or because only a wider region is recorded."""
    outside = places.outside(hop, regions)
    if not outside:
        return
    for how, codes in (
        ("outside", tuple(code for code in outside if code not in WHOLE_EEA)),
        ("wider", tuple(code for code in outside if code in WHOLE_EEA)),
    ):
        if codes:
            yield Gap(
                kind=GapKind.OUTSIDE_REGION,
                how=how,
                at=(hop.path,),
                article="28(3)(a)",
                activities=named(hop.activity),
                sender=hop.sender,
                recipient=hop.recipient,
                agreements=tuple(keys),
                regions=regions,
                countries=codes,
                possible=hop.flow.possible is True,
            )


def is_within(code: str, regions: Iterable[str], on: date, tables: Tables | None = None) -> bool:
    """Whether a country, `EU` or `EEA` lies in one of several regions on a day.

    >>> is_within("NO", ["EEA"], date(2026, 1, 1)), is_within("NO", ["EU"], date(2026, 1, 1))
    (True, False)
    """
    wanted = set(regions)
    return (
        code in wanted
        or ("EEA" in wanted and in_eea(code, on, tables))
        or ("EU" in wanted and in_eea(code, on, tables) and code not in NOT_IN_THE_UNION)
    )

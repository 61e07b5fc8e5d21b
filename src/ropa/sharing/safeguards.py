"""What protects data on the way from one party to another: every hop with its ground, and the weakest of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.law import Tables
from ropa.model import PEOPLE, Hop, Register
from ropa.model.asked import one_register
from ropa.model.dump import plain
from ropa.model.text import Text, as_day
from ropa.sharing.answer import Answer, parties_of
from ropa.sharing.journey import Steps, paths, steps_of
from ropa.sharing.leg import Leg
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying
from ropa.sharing.spread import Spread, union
from ropa.sharing.standing import as_it_stands, path_for
from ropa.sharing.tokens import Token
from ropa.sharing.trail import At, Trail, by_recipient
from ropa.sharing.walk import before


@dataclass(frozen=True, slots=True)
class Route:
    """How some data of one activity get from one party to another: all of them by the same flows."""

    activity: str
    tokens: tuple[Token, ...]
    legs: tuple[Leg, ...]
    """The fewest hops, in their order."""
    besides: tuple[Leg, ...]
    """The hops of every other way by which some of them get there too."""
    possible: bool
    """Whether every way has a hop that only may happen."""

    @property
    def weakest(self) -> Leg:
        """The weakest hop of all ways: the data are protected no better than there."""
        return max((*self.legs, *self.besides), key=lambda leg: leg.strength)


@dataclass(frozen=True)
class PathSafeguards(Answer):
    """The routes from one party to another, by activity."""

    sender: str
    recipient: str
    routes: tuple[Route, ...]

    @property
    def weakest(self) -> Leg | None:
        """The weakest hop of all routes; None where no data get there."""
        legs = [route.weakest for route in self.routes]
        return max(legs, key=lambda leg: leg.strength) if legs else None

    def _say(self, words: Saying) -> Iterator[str]:
        ends = {"sender": words.party(self.sender), "recipient": words.party(self.recipient)}
        if not self.routes:
            yield words.sentence("no-path", **ends)
        for route in self.routes:
            yield words.sentence(
                "route",
                data=words.data(route.tokens),
                path=words.path(parties_of(leg.hop for leg in route.legs)),
                activity=words.activity(route.activity),
            )
            for key, legs in (("leg.hop", route.legs), ("leg.besides", route.besides)):
                for leg in legs:
                    yield words.tell(
                        key, hop=_named(words, leg.hop), facts=words.recipient(leg.hop), why=leg.why(words)
                    )
            weakest = route.weakest
            key = "weakest" if weakest.strength else "all-inside"
            yield words.tell(key, hop=_named(words, weakest.hop), why=weakest.why(words))

    def _plain(self) -> dict[str, Any]:
        return {
            "question": {"path": [self.sender, self.recipient]},
            "routes": [self._route(one) for one in self.routes],
        }

    def _route(self, route: Route) -> dict[str, Any]:
        return {
            "activity": route.activity,
            "personal_data": [plain(one) for one in dict.fromkeys(item for item, _ in route.tokens) if one],
            "people": [plain(one) for one in dict.fromkeys(who for _, who in route.tokens) if one],
            "path": list(parties_of(leg.hop for leg in route.legs)),
            "legs": [_leg(one) for one in route.legs],
            "besides": [_leg(one) for one in route.besides],
            "weakest": _leg(route.weakest),
            "possible": route.possible,
        }


def _named(words: Saying, hop: Hop) -> str:
    return words.path((hop.sender, hop.recipient))


def _leg(leg: Leg) -> dict[str, Any]:
    return {
        "sender": leg.hop.sender,
        "recipient": leg.hop.recipient,
        "flow": leg.hop.path,
        "countries": list(leg.hop.countries),
        "access_from": list(leg.hop.flow.access_from),
        "strength": leg.strength.name.lower().replace("_", "-"),
        "transfers": [
            {
                "country": one.country,
                "reached": one.reached,
                "standing": verdict.standing.value,
                "ground": verdict.ground.value if verdict.ground else "",
                "decision": verdict.decision,
                "reason": verdict.reason,
            }
            for one, verdict in leg.judged
        ],
    }


def path_safeguards(
    register: Register, sender: str, recipient: str, *, on: date, tables: Tables | None = None
) -> PathSafeguards:
    """How data get from one party to another on a day, and what protects them on every hop (Chapter V).

    For each activity the shortest way, hop by hop, and the hops of every other way: a path is as strong as its
    weakest hop. `tables` are dated tables with rows of your own; the library's where none are given. Raises
    `UnknownEntry` for a party that is not in the register.
    """
    one_register(register, tables)
    on = as_day(on)
    for key in (sender, recipient):
        register.party(key)
    reach = Reach.of(register, on)
    both = set(reach.by_party.get(recipient, ()))

    def leg(hop: Hop, tokens: Sequence[Token]) -> Leg:
        return Leg.of(register, hop, on, tables, _whose(tokens))

    routes = [
        route
        for activity in reach.by_party.get(sender, ())
        if activity in both
        for route in _route(reach[activity], sender, recipient, leg)
    ]
    return PathSafeguards(register, on, sender, recipient, tuple(routes))


def _whose(tokens: Sequence[Token]) -> tuple[Text, ...] | None:
    """The people these data are about; None where that is not said of all of them: then all the flow names count."""
    people = tuple(dict.fromkeys(who for _, who in tokens if who is not None))
    return people if all(who is not None for _, who in tokens) else None


def _route(
    spread: Spread, sender: str, recipient: str, leg: Callable[[Hop, Sequence[Token]], Leg]
) -> Iterator[Route]:
    if sender == recipient:
        return
    between = [way for way in spread.ways if _leads_on(way.hop, sender, recipient)]
    here = {at: spread.possible.at[at] for at in spread.possible.of(sender)}
    into = by_recipient(between)
    trail = Trail(here, between, spread.arrives)
    sure = Trail(here, (way for way in between if not way.possible), spread.arrives)
    together: dict[tuple[bool, Steps, Steps], tuple[tuple[Hop, ...], dict[At, int]]] = {}
    for at in trail.of(recipient):
        surely = sure.at.get(at, 0)
        for is_open, by, part in ((False, sure, surely), (True, trail, trail.at[at] & ~surely)):
            for path, mask in paths(by, at, part):
                below = [hop for hop in path_for(path, at[1], spread.matter) if hop.sub_processor]
                together.setdefault((is_open, steps_of(path), steps_of(below)), (path, {}))[1][at] = mask
    for (is_open, *_), (path, there) in sorted(together.items(), key=lambda one: (one[0][0], len(one[1][0]))):
        others = {id(way.hop) for way in before(spread, there, trail, among=into)}
        others -= {id(hop) for hop in path}
        others -= {id(way.hop) for way in between if _turns_back(way.hop, path)}
        mask = union(there.values())
        tokens = spread.tokens(mask)
        yield Route(
            activity=spread.matter.activity,
            tokens=tokens,
            legs=tuple(leg(hop, tokens) for hop in path_for(path, next(iter(there))[1], spread.matter)),
            besides=tuple(
                leg(
                    as_it_stands(way.hop, {tag for _, tag in there}, spread.matter),
                    spread.tokens(spread.carried(way, trail) & mask),
                )
                for way in spread.ways
                if id(way.hop) in others
            ),
            possible=is_open,
        )


def _turns_back(hop: Hop, path: tuple[Hop, ...]) -> bool:
    """Whether a flow takes data from one party on a way to an earlier one: whoever goes on from there has them already."""
    place = {one.recipient: number for number, one in enumerate(path, 1)} | {path[0].sender: 0}
    return hop.sender in place and place.get(hop.recipient, len(path) + 1) <= place[hop.sender]


def _leads_on(hop: Hop, sender: str, recipient: str) -> bool:
    """Whether a flow can be on the way: whatever comes back to the beginning, or goes on from the end, is not."""
    return hop.sender not in (PEOPLE, recipient) and hop.recipient != sender

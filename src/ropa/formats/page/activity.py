"""What an activity is about as numbers, and its flows as ways that a script can follow as typed reach does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ropa.model import PEOPLE
from ropa.sharing.link import leaving
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way, union
from ropa.sharing.tokens import Matter


class Numbers(dict[Any, int]):
    """Numbers things in the order in which they are first asked for."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = len(self)
        return self[thing]


def set_of(mask: int) -> str:
    """A set of tokens as text: numbers of any size, which JSON alone does not carry safely.

    >>> set_of(0b1011)
    'b'
    """
    return f"{mask:x}"


def activity_of(reach: Reach, key: str, parties: Numbers, data: Numbers, people: Numbers) -> dict[str, Any]:
    """One activity: its tokens, for whom it is, and who may hold what on whose behalf: party, controller, tokens."""
    spread = reach[key]
    matter = spread.matter
    return {
        "key": key,
        "tokens": [
            [-1 if item is None else data[item], -1 if person is None else people[person]]
            for item, person in matter.tokens
        ],
        "tags": [parties[tag] for tag in matter.tags],
        "held": [
            [parties[party], parties[tag], set_of(mask)] for (party, tag), mask in spread.possible.at.items()
        ],
    }


def way_of(spread: Spread, way: Way, activity: int, parties: Numbers) -> dict[str, Any]:
    """A flow as data of one activity meet it; what goes without saying is left out."""
    made: dict[str, Any] = {"in": activity, "takes": set_of(way.tokens)}
    carries = spread.carried(way)
    if carries != way.tokens:
        made["carries"] = set_of(carries)
    made |= surely(carries, _sure(spread, way))
    if spread.matter.says_data and not way.hop.personal_data:
        made["unsaid"] = True
    if way.own:
        made["own"] = parties[way.own]
    if way.customers:
        made["only"] = [
            [parties[tag], *(parties[one] for one in onward)]
            for tag, onward in _narrowed(spread, way).items()
        ]
    return made


def surely(carries: int, sure: int) -> dict[str, str]:
    """What of some data is there for certain: said where it is not all of them."""
    return {"surely": set_of(sure & carries)} if carries & ~sure else {}


def _sure(spread: Spread, way: Way) -> int:
    """What the sender of a flow holds for certain; whether the flow itself happens is told by its row."""
    if way.hop.sender == PEOPLE or spread.certain is spread.possible:
        return spread.everything
    return union(mask for tag, mask in leaving(spread, spread.certain, way) if spread.arrives(way, tag))


def begun(spread: Spread, controller: str) -> int:
    """What begins with a controller for certain where people give it without a flow that says how."""
    people = {person for _, person in spread.matter.tokens if person is not None}
    groups = {person: spread.begins(controller, person) for person in people}
    return union(
        bit
        for (item, person), bit in spread.bits.items()
        if person is not None and (data := groups[person]) is not None and (item is None or item in data)
    )


def _narrowed(spread: Spread, way: Way) -> Mapping[str, tuple[str, ...]]:
    """For each controller that something may be held for: for whom it goes on, where a flow is for some customers."""
    every = tags_of(spread.matter, (one.customers for one in spread.ways))
    found = {tag: spread.matter.narrowed(way.customers, tag) for tag in every}
    return {tag: onward for tag, onward in found.items() if onward}


def tags_of(matter: Matter, customers: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Every controller that data of an activity may be held for, known customers of a category included."""
    named = (one for several in customers for one in several)
    return tuple(dict.fromkeys((*matter.tags, *named, *(matter.tag(one) for one in named))))

"""What the edges of the sharing graph carry: of what a flow names, what its sender may hold and the flow takes along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from typing import NamedTuple

from ropa.model import PEOPLE, Register
from ropa.model.text import Text
from ropa.sharing.edge import Row, Words
from ropa.sharing.further_up import spot
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way


class Load(NamedTuple):
    """What one flow carries, in plain form."""

    data: Row
    people: Row
    given: Mapping[Text | None, Row] | None = None
    """Where people themselves give the data: which are whose. None: it is not said whose."""


def loads(register: Register, on: date | None) -> tuple[Load, ...]:
    """What each of `register.flows(on=on)` carries, in that order; the same ones again while the register lives.

    It is what the closure of each activity says. A flow that names nothing of what its activity is about on the day
    cannot be followed: it stands as it is stated.
    """

    def every() -> tuple[Load, ...]:
        reach, words = Reach.of(register, on), Words()
        found = {(key, spot(way.hop)): load for key in reach for way, load in _of(reach[key], words)}
        return tuple([found[hop.activity, spot(hop)] for hop in register.flows(on=on)])

    made: tuple[Load, ...] = register.kept(("ropa.sharing", "loads", on), every)
    return made


def _of(spread: Spread, words: Words) -> Iterator[tuple[Way, Load]]:
    made: dict[tuple[object, ...], Load] = {}
    for way in spread.ways:
        hop, mask = way.hop, spread.carried(way)
        alike = hop.personal_data, hop.data_subjects, mask, hop.sender == PEOPLE
        if alike not in made:
            made[alike] = _load(spread, way, mask, words)
        yield way, made[alike]


def _load(spread: Spread, way: Way, mask: int, words: Words) -> Load:
    hop, tokens = way.hop, spread.tokens(mask)
    if not way.tokens:
        return Load(words[hop.personal_data], words[hop.data_subjects])
    whose: dict[Text | None, set[Text | None]] = {}
    for item, person in tokens:
        whose.setdefault(person, set()).add(item)
    data = words[_kept(hop.personal_data, {item for item, _ in tokens})]
    people = words[_kept(hop.data_subjects, whose.keys())]
    if hop.sender != PEOPLE:
        return Load(data, people)
    given = {person: words[_kept(hop.personal_data, held)] for person, held in whose.items()}
    return Load(data, people, given)


def _kept(named: tuple[Text, ...], held: Set[Text | None]) -> tuple[Text, ...]:
    return tuple([one for one in named if one in held])

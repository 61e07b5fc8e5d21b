"""Who may hold some kind of data, or the data of some group of people: Articles 15(1)(c), 17(2) and 19."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.glossary import phrase
from ropa.law import Role
from ropa.model import PEOPLE, Hop, Register
from ropa.model.asked import one_register
from ropa.model.dump import plain
from ropa.model.pause import no_collecting
from ropa.model.text import Text, as_day
from ropa.sharing.answer import Answer, parties_of
from ropa.sharing.journey import Journey, Journeys
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying
from ropa.sharing.spread import Spread
from ropa.sharing.standing import is_disclosed
from ropa.sharing.tokens import Token
from ropa.sharing.unsaid import Unsaid, open_about, tell_open, tell_unsaid, unsaid
from ropa.sharing.word import asked_for


@dataclass(frozen=True, slots=True)
class Holding:
    """One party that may hold data in one activity, and by which flows they came."""

    activity: str
    party: str
    tokens: tuple[Token, ...]
    """Which data, each with whose."""
    customers: tuple[str, ...]
    """On behalf of which controllers."""
    path: tuple[Hop, ...]
    """The fewest flows by which some of them came; none where they begin with this party. `ways` has those of each."""
    possible: bool
    """Whether every path to it has a flow that only may happen, or of which it is not said what it carries."""
    controls: bool
    """Whether it is a controller of the activity."""
    controllers: frozenset[str] = frozenset()
    """All controllers of the activity."""
    ways: tuple[Journey, ...] = ()
    """All of it by how it came: which data, for which controllers, by which flows."""
    besides: tuple[Journey, ...] = ()
    """Other flows by which some of it comes too, and which say something else: another role, other countries. Each alone."""

    @property
    def hop(self) -> Hop | None:
        """The flow by which they came in; None where they begin here."""
        return self.path[-1] if self.path else None

    @property
    def is_recipient(self) -> bool:
        """Whether data were disclosed to it: whoever is told of an erasure or rectification (Articles 17(2), 19).

        A controller is a recipient of what it holds for another, and of what another gives it.
        """
        return any(is_disclosed(hop) for way in (*self.ways, *self.besides) for hop in way.by)


@dataclass(frozen=True)
class Holders(Answer):
    """Who may hold some kind of data, or the data of some people, by activity and in the order in which data get there."""

    word: Text
    holdings: tuple[Holding, ...]
    unsaid: tuple[Unsaid, ...] = ()
    """Of the activities with these data: those without recorded recipients, or of which not all are known."""
    data_open: tuple[str, ...] = ()
    """Activities that do not say which data they are about: these may be among them."""
    people_open: tuple[str, ...] = ()
    """The same where people are asked for: activities that do not say whose data they are about."""

    @property
    def recipients(self) -> tuple[Holding, ...]:
        """Those to whom data were disclosed: to be named under Article 15(1)(c), to be told under 17(2) and 19."""
        return tuple(one for one in self.holdings if one.is_recipient)

    def _say(self, words: Saying) -> Iterator[str]:
        if not self.holdings:
            yield words.sentence("held-by-nobody")
        for one in self.holdings:
            said = [
                *(_told(words, one, way) for way in one.ways),
                *(_also(words, one, way) for way in one.besides),
            ]
            yield from dict.fromkeys(said)  # parallel flows may read alike
        yield from tell_unsaid(words, self.unsaid)
        yield from tell_open(words, {"data-open": self.data_open, "people-open": self.people_open})

    def _plain(self) -> dict[str, Any]:
        return {
            "question": {"holders": plain(self.word)},
            "holders": [_plain(one) for one in self.holdings],
            "recipients_not_stated": [one.as_json() for one in self.unsaid],
            "data_not_stated": [*self.data_open],
            "people_not_stated": [*self.people_open],
        }


def _told(words: Saying, one: Holding, way: Journey) -> str:
    """That a party may hold some data, by the way they came."""
    data, name = words.data(way.tokens), words.activity(one.activity)
    collects = not way.path and any(hop.sender == PEOPLE for hop in way.by)
    facts = [*dict.fromkeys(words.recipient(hop) for hop in way.by)]
    if not (way.path or collects):
        facts.append(
            words.term("roles", Role.CONTROLLER) if one.controls and not way.by else words.tell("begins-here")
        )
    if way.possible and not any(hop.flow.possible for hop in way.by):
        said = way.path or collects
        facts.append(words.phrase("possible") if said else words.tell("may-hold"))
    if _of_some(one, way):
        facts.append(phrase("chain.for", words.language, parties=words.parties(way.customers)))
    path = words.path(way.parties or ((PEOPLE, one.party) if collects else (one.party,)))
    return words.sentence(
        "held", data=data, path=path, facts=words.phrase("comma").join(facts), activity=name
    )


def _also(words: Saying, one: Holding, way: Journey) -> str:
    """That some of it comes by another flow too."""
    (hop,) = way.by
    facts = [words.recipient(hop)]
    if way.possible and not hop.flow.possible:
        facts.append(words.phrase("possible"))
    if way.customers != one.customers:
        facts.append(phrase("chain.for", words.language, parties=words.parties(way.customers)))
    return words.sentence(
        "held-also",
        data=words.data(way.tokens),
        path=words.path(way.parties),
        facts=words.phrase("comma").join(facts),
        activity=words.activity(one.activity),
    )


def _of_some(one: Holding, way: Journey) -> bool:
    """Whether it is to be told for whom: for some controllers only, and the path begins with another than these."""
    first = way.path[0].sender if way.path else one.party
    ends = {first, one.party}
    some = len(way.customers) < len(one.controllers) and ends.isdisjoint(way.customers)
    return some and first in one.controllers


def _way(one: Holding, way: Journey) -> dict[str, Any]:
    return {
        **_data(way.tokens),
        "customers": list(way.customers),
        "path": list(way.parties) or [one.party],
        "flows": [step.path for step in way.path],
        "possible": way.possible,
        **_standing(way),
    }


def _standing(way: Journey) -> dict[str, Any]:
    """What the party is to these data, and where: nothing of it where they are its own."""
    return {
        "role": [*dict.fromkeys(role.value for hop in way.by for role in hop.role)],
        "sub_processor": any(hop.sub_processor for hop in way.by),
        "countries": [*dict.fromkeys(code for hop in way.by for code in hop.countries)],
        "access_from": [*dict.fromkeys(code for hop in way.by for code in hop.flow.access_from)],
    }


def _data(tokens: Iterable[Token]) -> dict[str, Any]:
    held = tuple(tokens)
    return {
        "personal_data": [plain(item) for item in dict.fromkeys(item for item, _ in held) if item],
        "people": [plain(person) for person in dict.fromkeys(person for _, person in held) if person],
    }


def _plain(one: Holding) -> dict[str, Any]:
    first = one.ways[0]
    standing = _standing(first)
    if one.controls and not first.by:
        standing["role"] = [Role.CONTROLLER.value]
    return {
        "activity": one.activity,
        "party": one.party,
        **_data(one.tokens),
        "customers": list(one.customers),
        "path": list(parties_of(one.path)) or [one.party],
        "flows": [step.path for step in one.path],
        **standing,
        "possible": one.possible,
        "recipient": one.is_recipient,
        "ways": [_way(one, way) for way in one.ways],
        "besides": [_way(one, way) for way in one.besides],
    }


@no_collecting()
def holders(register: Register, word: str, *, on: date | None) -> Holders:
    """Who may hold a kind of data, or data of a group of people, on a day (None: whenever).

    `word` is a known term, its label in any language, or the register's own words. Raises `UnknownEntry` with the
    nearest word where it is no known term, and no activity of that day has it.
    """
    one_register(register)
    reach = Reach.of(register, None if on is None else as_day(on))
    found, people = asked_for(reach, word)
    holdings: list[Holding] = []
    where = dict.fromkeys((*reach.by_data.get(found or "", ()), *reach.by_people.get(people or "", ())))
    for activity in (key for key in reach if key in where):
        spread = reach[activity]
        asked = spread.asked(data=[found]) if found is not None else 0
        if people is not None:
            asked |= spread.asked(people=[people])
        holdings += held_in(spread, asked)
    return Holders(
        register,
        on,
        found if found is not None else people or word,
        tuple(holdings),
        unsaid(reach, (key for key in reach if key in where)),
        data_open=() if found is None else open_about(reach, "personal_data"),
        people_open=() if people is None else open_about(reach, "data_subjects"),
    )


def held_in(spread: Spread, asked: int, only: str | None = None) -> Iterator[Holding]:
    """Who may hold these tokens of one activity, in the order in which they get there; or whether one party may."""
    found = Journeys(spread)
    for party in spread.possible.parties() if only is None else (only,):
        any_way = spread.possible.held(party) & asked
        if not any_way:
            continue
        ways, others = found.to(party, any_way)
        yield Holding(
            activity=spread.matter.activity,
            party=party,
            tokens=spread.tokens(any_way),
            customers=tuple(dict.fromkeys(whose for way in ways for whose in way.customers)),
            path=ways[0].path,
            possible=ways[0].possible,
            controls=party in spread.matter.among,
            controllers=spread.matter.among,
            ways=ways,
            besides=others,
        )

"""Who may hold some kind of data, or the data of some group of people: Articles 15(1)(c), 17(2) and 19."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.model import Hop, Register
from ropa.model.asked import one_register
from ropa.model.dump import plain
from ropa.model.pause import no_collecting
from ropa.model.text import Text, as_day
from ropa.sharing.answer import Answer
from ropa.sharing.formerly import Ended, Former, formerly, tell_former
from ropa.sharing.holding import Holding, plain_holding, tell_holding
from ropa.sharing.journey import Journeys
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying
from ropa.sharing.spread import Spread
from ropa.sharing.unsaid import Unsaid, open_about, tell_open, tell_unsaid, unsaid
from ropa.sharing.word import asked_for


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
    formerly: tuple[Former, ...] = ()
    """Those who got such data until an earlier day, by what has ended since: what they kept of them is not recorded."""

    @property
    def recipients(self) -> tuple[Holding, ...]:
        """Those to whom data were disclosed: to be named under Article 15(1)(c), to be told under 17(2) and 19."""
        return tuple(one for one in self.holdings if one.is_recipient)

    def _say(self, words: Saying) -> Iterator[str]:
        if not self.holdings:
            yield words.sentence("held-by-nobody-now" if self.formerly else "held-by-nobody")
        for one in self.holdings:
            yield from tell_holding(words, one)
        yield from tell_former(words, self.formerly)
        yield from tell_unsaid(words, self.unsaid)
        yield from tell_open(words, {"data-open": self.data_open, "people-open": self.people_open})

    def _plain(self) -> dict[str, Any]:
        return {
            "question": {"holders": plain(self.word)},
            "holders": [plain_holding(one) for one in self.holdings],
            "formerly": [one.as_json() for one in self.formerly],
            "recipients_not_stated": [one.as_json() for one in self.unsaid],
            "data_not_stated": [*self.data_open],
            "people_not_stated": [*self.people_open],
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
        formerly=formerly(
            (one for one in Ended.of(register).all if _is_about(one[0], found, people)),
            reach.on,
            {(one.activity, one.party) for one in holdings},
        ),
    )


def _is_about(hop: Hop, data: Text | None, people: Text | None) -> bool:
    """Whether a flow names what is asked about."""
    named = data is not None and data in hop.personal_data
    return named or (people is not None and people in hop.data_subjects)


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

"""Who got data until an earlier day and gets none now: data that have been disclosed are disclosed (Article 15(1)(c))."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.model import PEOPLE, Hop, Register
from ropa.sharing.saying import Saying
from ropa.sharing.standing import is_disclosed


@dataclass(frozen=True, slots=True)
class Former:
    """A party to which data of an activity went until a day, as far as what was said of them: what it kept is not."""

    activity: str
    party: str
    until: date
    possible: bool = False
    """Whether each of the flows only may have happened."""

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "activity": self.activity,
            "party": self.party,
            "until": self.until.isoformat(),
            "possible": self.possible,
        }


def formerly(
    register: Register, on: date | None, wanted: Callable[[Hop], bool], now: Collection[tuple[str, str]]
) -> tuple[Former, ...]:
    """Those that some flows led to until a day before this one, and that are not among those of `now`.

    `now` has an activity and a party each. A flow counts for what it names: whether its sender ever had all of it
    is not asked of other days. Without a day nobody is former.
    """
    last: dict[tuple[str, str], date] = {}
    surely: set[tuple[str, str]] = set()
    for hop, day in _ended(register) if on is not None else ():
        there = hop.activity, hop.recipient
        if on is not None and day < on and there not in now and is_disclosed(hop) and wanted(hop):
            last[there] = max(day, last.get(there, day))
            if not hop.flow.possible:
                surely.add(there)
    return tuple(Former(*there, day, there not in surely) for there, day in last.items())


def tell_former(words: Saying, every: Collection[Former]) -> Iterator[str]:
    """A sentence for each, with what is not known of it."""
    for one in every:
        yield words.sentence(
            "formerly-possible" if one.possible else "impact.other-days-past",
            party=words.party(one.party),
            activity=words.activity(one.activity),
            day=one.until.isoformat(),
        )


def _ended(register: Register) -> tuple[tuple[Hop, date], ...]:
    """The flows to others of which it is said until when they hold, with that day."""

    def every() -> tuple[tuple[Hop, date], ...]:
        held = ((hop, hop.last_day) for hop in register.flows() if hop.recipient != PEOPLE)
        return tuple((hop, day) for hop, day in held if day is not None and not hop.source)

    made: tuple[tuple[Hop, date], ...] = register.kept(("ropa.sharing", "ended"), every)
    return made

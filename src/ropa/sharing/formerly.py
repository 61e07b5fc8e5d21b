"""Who got data until an earlier day and gets none now: data that have been disclosed are disclosed (Article 15(1)(c))."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.model import Hop, Register
from ropa.sharing.saying import Saying
from ropa.sharing.standing import is_disclosed

Over = tuple[Hop, date]
"""A flow with its last day."""


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


def formerly(ended: Iterable[Over], on: date | None, now: Collection[tuple[str, str]]) -> tuple[Former, ...]:
    """Those that some flows led to until a day before this one, and that are not among those of `now`.

    `now` has an activity and a party each. A flow counts for what it names: whether its sender ever had all of it
    is not asked of other days. Without a day nobody is former.
    """
    if on is None:
        return ()
    last: dict[tuple[str, str], date] = {}
    surely: set[tuple[str, str]] = set()
    for hop, day in ended:
        there = hop.activity, hop.recipient
        if day < on and there not in now:
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


class Ended:
    """The flows that disclose something and of which it is said until when they hold, looked up by where they are."""

    def __init__(self, register: Register) -> None:
        self.all: list[Over] = []
        self.by_activity: dict[str, list[Over]] = {}
        self.by_sender: dict[str, list[Over]] = {}
        for hop in register.flows():
            day = hop.last_day
            if day is not None and not hop.source and is_disclosed(hop):
                self.all.append((hop, day))
                self.by_activity.setdefault(hop.activity, []).append((hop, day))
                self.by_sender.setdefault(hop.sender, []).append((hop, day))

    @classmethod
    def of(cls, register: Register) -> Ended:
        """Those of a register; the same ones again while it lives."""
        found: Ended = register.kept(("ropa.sharing", "ended"), lambda: cls(register))
        return found

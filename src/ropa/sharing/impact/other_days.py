"""When else a party gets data of an activity: before the day that is asked about, or after it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ropa.model import Hop, Register
from ropa.sharing.saying import Saying


@dataclass(frozen=True, slots=True)
class OtherDays:
    """An activity whose data a party got until a day, or gets from a day on; one of the two is None."""

    activity: str
    until: date | None = None
    since: date | None = None

    def sentence(self, words: Saying, party: str) -> str:
        """What it got until when, of which nothing says what became of it; or from when on it gets something."""
        kind, day = ("past", self.until) if self.until else ("planned", self.since)
        return words.sentence(
            f"impact.other-days-{kind}",
            party=words.party(party),
            activity=words.activity(self.activity),
            day=day.isoformat() if day else "",
        )


def other_days(register: Register, party: str, on: date, now: Collection[str]) -> Iterator[OtherDays]:
    """The activities beside those of the day in which something went to a party until the day, or will."""
    past: dict[str, date] = {}
    planned: dict[str, date] = {}
    for hop in _into(register).get(party, ()):
        if hop.activity in now:
            continue
        since, until = hop.first_day, hop.last_day
        if until and until < on:
            past[hop.activity] = max(until, past.get(hop.activity, until))
        elif since and since > on:
            planned[hop.activity] = min(since, planned.get(hop.activity, since))
    yield from (OtherDays(activity, until=day) for activity, day in past.items())
    yield from (OtherDays(activity, since=day) for activity, day in planned.items())


def _into(register: Register) -> Mapping[str, Sequence[Hop]]:
    """The flows that come to each party, whenever."""

    def every() -> dict[str, list[Hop]]:
        found: dict[str, list[Hop]] = {}
        for hop in register.flows():
            found.setdefault(hop.recipient, []).append(hop)
        return found

    made: Mapping[str, Sequence[Hop]] = register.kept(("ropa.sharing", "into"), every)
    return made

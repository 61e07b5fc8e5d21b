"""Whether a register says who receives the data of an activity: nobody, not yet known, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ropa.model import Absence, Seen
from ropa.model.dump import plain
from ropa.sharing.apart import is_apart
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying

OPEN, ELSEWHEN, UNKNOWN = "not-recorded", "other-days", "unknown"
SHOWN = 12
"""How many activities are named in one line; of more it says how many."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """An activity without recorded recipients, or of which not all are known, and what the register says of that."""

    activity: str
    state: str
    """`not-recorded`, `other-days` (only then is there a recipient), or as an absence: `none`, `not-applicable`, `unknown`."""
    absence: Absence | None = field(default=None, repr=False)

    def as_json(self) -> dict[str, Any]:
        """The same as plain data, with who finds out by when."""
        said = self.absence
        told = {"why": said.unknown or said.not_applicable, "owner": said.owner} if said else {}
        due = {"due": said.due.isoformat()} if said and said.due else {}
        told = {key: plain(value) for key, value in told.items() if value}
        return {"activity": self.activity, "state": self.state, **told, **due}


def unsaid(reach: Reach, activities: Iterable[str]) -> tuple[Unsaid, ...]:
    """Those of some activities of which no recipient is recorded, or not all are known (Articles 15(1)(c), 30(1)(d))."""
    return tuple(_of(reach, activities))


def _of(reach: Reach, activities: Iterable[str]) -> Iterator[Unsaid]:
    for key in activities:
        seen = reach.seen.get(key)
        if seen is None:
            continue
        absence = seen.absence("recipients")
        received = _is_received(reach, key)
        if absence and (absence.state == UNKNOWN or not received):
            yield Unsaid(key, absence.state, absence)
        elif not received:
            # What has ended or is planned is recorded all the same.
            ever = _is_received(Reach.of(reach.register, None), key)
            yield Unsaid(key, ELSEWHEN if ever else OPEN)


def _is_received(reach: Reach, activity: str) -> bool:
    """Whether data are disclosed to somebody: by what comes from a source or goes back to who engages they are not."""
    controllers = reach.matter_controllers(activity)
    return any(
        not (hop.returned or is_apart(hop) or (hop.source and hop.sender not in controllers))
        for hop in reach.hops[activity]
    )


def open_about(reach: Reach, name: str) -> tuple[str, ...]:
    """The activities that say nothing in a field, nor that there is none of it; what is asked for may be in them."""
    return tuple(
        key for key, seen in reach.seen.items() if not seen.values(name, reach.on) and _is_open(seen, name)
    )


def tell_open(words: Saying, every: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """One line for all activities that leave the same open."""
    for key, activities in every.items():
        if activities:
            yield words.tell(key, activities=_named(words, activities))


def _is_open(seen: Seen, name: str) -> bool:
    absence = seen.absence(name)
    return absence is None or absence.state == UNKNOWN


def tell_unsaid(words: Saying, every: Iterable[Unsaid]) -> Iterator[str]:
    """A line for all that say nothing, one for each that is to be found out, and one for all that say nobody."""
    held: dict[str, list[Unsaid]] = {}
    for one in every:
        held.setdefault("none" if one.state == "not-applicable" else one.state, []).append(one)
    for state in (OPEN, ELSEWHEN, UNKNOWN, "none"):
        if state == UNKNOWN:
            yield from (_unknown(words, one) for one in held.get(state, ()))
        elif state in held:
            said = _named(words, [one.activity for one in held[state]])
            yield words.tell(f"recipients.{state}", activities=said)


def _unknown(words: Saying, one: Unsaid) -> str:
    told = words.tell("recipients.unknown", activity=words.activity(one.activity))
    if one.absence is None:
        return told
    if why := words.text(one.absence.unknown):
        told += f" ({why})"
    owner, due = words.text(one.absence.owner), one.absence.due
    if not (owner or due):
        return told
    kind = "-".join(name for name, is_so in (("owner", owner), ("due", due)) if is_so)
    return told + words.tell(f"recipients.{kind}", owner=owner, due=due.isoformat() if due else "")


def _named(words: Saying, activities: Sequence[str]) -> str:
    """Activities by name; of many the first, and how many more there are."""
    said = [words.activity(one) for one in activities]
    if len(said) <= SHOWN:
        return words.row(said)
    more = words.tell("and-more", number=len(said) - SHOWN)
    return words.phrase("comma").join(said[:SHOWN]) + more

"""What one register says of the work a processor does for a customer, activity by activity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ropa.law import Ground, Role
from ropa.model import Hop, Register
from ropa.model.text import Text
from ropa.records.behalf import Held, by_activity
from ropa.transfer import transfers_of
from ropa.unite.counterpart import meaning


@dataclass(frozen=True, slots=True)
class Engagement:
    """What goes from a customer to a vendor in one activity, and on from there, as one register has it."""

    register: Register
    on: date | None
    """The day; None: whenever."""
    activity: str
    name: Text | None
    hops: tuple[Hop, ...]
    """The flows to the vendor."""
    onward: tuple[Hop, ...]
    """The flows by which other processors get the data from the vendor, at any depth."""
    controllers: tuple[str, ...] = ()
    """The controllers of the activity, by the keys they have in that register."""

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the vendor is there; none where it is not stated."""
        said = (role for hop in self.hops for role in hop.role or ((Role.CONTROLLER,) if hop.source else ()))
        return tuple(dict.fromkeys(said))

    @property
    def is_processing(self) -> bool:
        """Whether the vendor is a processor there, or may be."""
        return any(
            not (hop.role or hop.source or hop.returned) or Role.PROCESSOR in hop.role for hop in self.hops
        )

    @property
    def is_back(self) -> bool:
        """Whether all of it only goes back to the vendor from somebody who works for it."""
        return all(hop.returned or hop.back for hop in self.hops)

    def words(self, field: str) -> tuple[Text, ...]:
        """What the flows to the vendor carry, or where it is kept: every value of such a field once."""
        own = (getattr(hop if hasattr(hop, field) else hop.flow, field) for hop in self.hops)
        return tuple(dict.fromkeys(word for words in own for word in words))

    @property
    def grounds(self) -> dict[str, tuple[Ground, ...]]:
        """The third countries that the data get to with the vendor or behind it, each with its grounds; of a day only."""
        found: dict[str, dict[Ground, None]] = {}
        if self.on is None:
            return {}
        for hop in (*self.hops, *self.onward):
            for one in transfers_of(self.register, hop, on=self.on):
                held = found.setdefault(one.country, {})
                held.update(dict.fromkeys((*one.grounds, *one.grounds_any_of)))
        return {country: tuple(grounds) for country, grounds in found.items()}


def engagements(register: Register, customer: str, vendor: str, on: date) -> tuple[Engagement, ...]:
    """What a register says of a vendor's work for a customer on a day; flows of different roles apart."""
    return engaged(register, by_activity(register, register.flows(on=on), on), customer, vendor, on)


def engaged(
    register: Register, every: Mapping[str, list[Held]], customer: str, vendor: str, on: date | None
) -> tuple[Engagement, ...]:
    """The same in some activities only, where their flows are at hand."""
    found: list[Engagement] = []
    for key, held in every.items():
        activity = register.activity(key) if key else None
        mine = [one for one in held if _concerns(register, one, customer, vendor)]
        together = [
            [one for one in mine if _processes(one[0])],
            [one for one in mine if not _processes(one[0])],
        ]
        for some in filter(None, together):
            hops = tuple(hop for hop, _ in some)
            whose = register.controllers_of(activity) if activity else ()
            onward = _onward(held, vendor, lambda one: _for(register, one[1], customer))
            name = activity.name if activity else None
            found.append(Engagement(register, on, key, name, hops, tuple(onward), whose))
    return tuple(found)


def _processes(hop: Hop) -> bool:
    return hop.role == (Role.PROCESSOR,)


def _concerns(register: Register, held: Held, customer: str, vendor: str) -> bool:
    hop, controllers = held
    return hop.recipient == vendor and (hop.sender == customer or _for(register, controllers, customer))


def _for(register: Register, controllers: Iterable[str], customer: str) -> bool:
    """Whether a customer is one of these controllers, or listed in a category of them."""
    return any(key == customer or customer in register.party(key).members for key in controllers)


def _onward(held: Sequence[Held], vendor: str, concerns: Callable[[Held], bool]) -> Iterator[Hop]:
    """Follows the data from the vendor from processor to processor; each flow once, whatever the circles."""
    sent: dict[str, list[Hop]] = {}
    for one in held:
        if one[0].is_processor and one[0].recipient != vendor and concerns(one):
            sent.setdefault(one[0].sender, []).append(one[0])
    seen, todo = {vendor}, [vendor]
    while todo:
        for hop in sent.get(todo.pop(0), ()):
            yield hop
            if hop.recipient not in seen:
                seen.add(hop.recipient)
                todo.append(hop.recipient)


COMPARED = (
    ("personal_data", "personal-data", 2),
    ("processing", "processing", 2),
    ("data_subjects", "data-subjects", 1),
)
"""By what the activities of two registers are recognised, from which vocabulary, and how much it weighs."""


def likeness(one: Engagement, other: Engagement) -> float:
    """How much two engagements say the same of data, people and processing; 0 where nothing but people agrees."""
    found, telling = 0.0, _same_name(one, other)
    for field, vocabulary, weight in COMPARED:
        mine, theirs = (
            set().union(*(meaning(vocabulary, word) for word in side.words(field))) for side in (one, other)
        )
        if mine & theirs:
            found += weight * len(mine & theirs) / len(mine | theirs)
            telling = telling or field != "data_subjects"
    return found + _same_name(one, other) if telling else 0.0


def _same_name(one: Engagement, other: Engagement) -> bool:
    names = [meaning("personal-data", side.name) if side.name else frozenset() for side in (one, other)]
    return bool(names[0] & names[1])


Pair = tuple[tuple[Engagement, ...], Engagement]
"""Engagements of the customer, and the one of the vendor that is their counterpart."""


def paired(
    mine: Sequence[Engagement], theirs: Sequence[Engagement]
) -> tuple[list[Pair], list[Engagement], list[Engagement]]:
    """Which engagements of both are one, and those of either that the other does not have.

    Each of the customer's goes with the vendor's it is most like; one of the vendor's can be the counterpart of
    several. Where a vendor's says neither data nor processing, or each has only one, that is enough.
    """
    found: dict[int, list[Engagement]] = {}
    left = []
    for one in mine:
        home = _nearest(one, theirs)
        if home is None and len(mine) == 1 and len(theirs) == 1:
            home = 0
        if home is None:
            left.append(one)
        else:
            found.setdefault(home, []).append(one)
    pairs: list[Pair] = [(tuple(found[at]), one) for at, one in enumerate(theirs) if at in found]
    return pairs, left, [one for at, one in enumerate(theirs) if at not in found]


def _nearest(one: Engagement, among: Sequence[Engagement]) -> int | None:
    scores = [(likeness(one, other), one.roles == other.roles) for other in among]  # alike, then as the same
    best = max(scores, default=(0.0, False))
    if best[0]:
        return scores.index(best)
    vague = [
        at
        for at, other in enumerate(among)
        if not other.words("personal_data") and not other.words("processing")
    ]
    return vague[0] if len(vague) == 1 else None

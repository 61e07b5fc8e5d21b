"""What of a register concerns one customer: its activities, the flows on its behalf, the papers between those parties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ropa.audience.carried import Carried, Together
from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.law import Role
from ropa.model import PEOPLE, Agreement, Hop, Register
from ropa.model.asked import one_register
from ropa.model.text import Text
from ropa.records.behalf import by_activity


@dataclass(frozen=True, slots=True)
class Mine:
    """What one customer may see. Flows are told by what they are, not by what they say."""

    activities: Mapping[str, tuple[str, ...]]
    """Its activities, each with the controllers that are named there: itself, and those it is joint with."""
    recipients: Mapping[tuple[str, int], frozenset[str]]
    """Who receives for it, by activity and flow."""
    carried: Mapping[str, Carried]
    """What its flows carry of the data and people of each activity, and what only flows on behalf of others do."""
    elsewhere: frozenset[Text]
    """The data of activities that are not its own and not in those that are."""
    parties: frozenset[str]
    """Itself, the holder, and who sends or receives for it."""
    hidden: frozenset[str]
    """Every other customer, unless it stands in this one's own chain."""
    agreements: frozenset[str]

    def together(self, activities: Iterable[str]) -> Together:
        """What is carried in these activities."""
        return Together(tuple(self.carried[key] for key in activities))

    def receives(self, activities: Iterable[str], flow: object) -> frozenset[str]:
        """Who receives for it by a flow said of these activities."""
        held = (self.recipients.get((key, id(flow))) for key in activities)
        return frozenset().union(*(one for one in held if one))


def customers(register: Register) -> tuple[str, ...]:
    """Everybody on whose behalf something is processed, members of a category included, in the order of the register."""
    one_register(register)
    found = dict.fromkeys(key for one in register.activities for key in register.controllers_of(one))
    found.update(dict.fromkeys(key for hop in register.flows() for key in hop.flow.customers))
    for key in tuple(found):
        found.update(dict.fromkeys(_members(register, key)))
    return tuple(found)


def served_by_name(register: Register) -> tuple[str, ...]:
    """The customers of the holder that are named: on whose behalf it is a processor, whenever, in the order of the register.

    A record of processing on behalf of others names them (Article 30(2)(a)), and so does a copy that is published.
    """
    one_register(register)
    found = {
        key
        for hop in register.flows(party=register.holder, role=Role.PROCESSOR)
        if hop.is_processor and hop.recipient == register.holder
        for key in (*hop.controllers, *hop.flow.customers)
    }
    found.update([one for key in tuple(found) for one in _members(register, key)])
    return tuple(
        one.key
        for one in register.parties
        if one.key in found and one.named is not False and one.key != register.holder
    )


def mine(register: Register, customer: str) -> Mine:
    """What concerns a customer, whenever. `UnknownEntry` where the register says of nobody by that key that it is one."""
    every = customers(register)
    if customer not in every:
        register.party(customer)  # a key that is nobody's says so by itself
        hint = nearest(customer, every)
        raise UnknownEntry(
            f"nothing is recorded on behalf of {customer!r}" + (f"; did you mean {hint!r}?" if hint else "")
        )
    selves = {customer, *(one for one in every if customer in _members(register, one))}
    activities = dict(_activities(register, selves))
    whose = by_activity(register, (hop for hop in register.flows() if hop.activity in activities), None)
    held: dict[str, list[Hop]] = {key: [] for key in activities}
    rest: dict[str, list[Hop]] = {key: [] for key in activities}
    for key, hops in whose.items():
        for hop, controllers in hops:
            (held if {*activities[key]} & {*controllers} else rest)[key].append(hop)
    recipients: dict[tuple[str, int], set[str]] = {}
    for key, mine_ in held.items():
        for hop in mine_:
            recipients.setdefault((key, id(hop.flow)), set()).add(hop.recipient)
    chain = {hop.recipient for hops in held.values() for hop in hops}
    # who only sends is another customer's business, not this one's, if it is a customer
    chain |= {hop.sender for hops in held.values() for hop in hops} - {*every, PEOPLE}
    named = {key for controllers in activities.values() for key in controllers}
    near = selves | chain | named | ({register.holder} if register.holder else set())
    hidden = frozenset(every) - near
    near |= {key for paper in register.agreements if selves & {*paper.between} for key in paper.between}
    near -= hidden
    theirs = _papers(rest) - _papers(held)  # under which only data of others go
    return Mine(
        activities,
        {key: frozenset(one) for key, one in recipients.items()},
        {
            key: Carried.of(register, key, {*selves, *activities[key]}, held[key], rest[key])
            for key in activities
        },
        _elsewhere(register, activities),
        frozenset(near),
        hidden,
        frozenset(
            one.key
            for one in register.agreements
            if _concerns(one, near, activities) and (selves & {*one.between} or one.key not in theirs)
        ),
    )


def _members(register: Register, key: str) -> tuple[str, ...]:
    party = register.party(key)
    return party.members if party.named is False else ()


def _activities(register: Register, selves: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    asked = {hop.activity for hop in register.flows() if selves & {*hop.flow.customers}}
    for one in register.activities:
        controllers = register.controllers_of(one)
        own = tuple(key for key in controllers if key in selves)
        if own or one.key in asked:
            together = register.are_joint(one) and own
            yield (
                one.key,
                controllers if together else own or tuple(sorted(selves & _asking(register, one.key))),
            )


def _asking(register: Register, activity: str) -> set[str]:
    return {key for hop in register.flows(activity=activity) for key in hop.flow.customers}


def _elsewhere(register: Register, activities: Collection[str]) -> frozenset[Text]:
    found: tuple[set[Text], set[Text]] = (set(), set())
    for one in register.seen():
        found[one.activity.key in activities].update(item.kind for item in one.values("personal_data"))
    return frozenset(found[False] - found[True])


def _papers(hops: Mapping[str, list[Hop]]) -> set[str]:
    return {key for several in hops.values() for hop in several for key in hop.agreements}


def _concerns(paper: Agreement, near: set[str], activities: Mapping[str, object]) -> bool:
    """Whether a paper is between parties of this customer's own chain, for something of it."""
    ends = near | {PEOPLE}
    covered = not paper.covers or any(key in activities for key in paper.covers)
    return covered and len(ends & {*paper.between}) > 1

"""Typed reach: data travel only where each flow of the activity carries them, for the same controller, on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from ropa.model import PEOPLE, Hop, Register
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread

ON = date(2026, 11, 21)
PARTIES = ("a", "b", "c", "d", "e", "f")
ITEMS = ("name", "email", "salary")
GROUPS = ("employees", "customers")


def some(values: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=len(values))


@st.composite
def flow(draw: Any, number: int, items: list[str], groups: list[str]) -> dict[str, Any]:
    """A flow of random ends that names some of the activity's data, people, customers and days."""
    made: dict[str, Any] = {"key": f"f{number}", "recipient": draw(st.sampled_from(PARTIES))}
    sender = draw(st.sampled_from((*PARTIES, PEOPLE, None)))
    if sender:
        made["sender"] = sender
    if items and draw(st.booleans()):
        made["personal_data"] = draw(some(tuple(items)))
    elif draw(st.integers(0, 9)) == 0:
        made["absences"] = {"personal_data": {"unknown": "not said"}}
    if groups and draw(st.booleans()):
        made["data_subjects"] = draw(some(tuple(groups)))
    if draw(st.integers(0, 3)) == 0:
        made["customers"] = draw(some(("a", "b", "f")))
    if draw(st.integers(0, 2)) == 0:
        made["role"] = draw(st.sampled_from(("processor", "processor", "controller")))
    if draw(st.integers(0, 3)) == 0:
        made["possible"] = True
    if draw(st.integers(0, 4)) == 0:
        made["valid_until"] = draw(st.sampled_from(("2026-11-20", "2026-11-21")))
    return made


@st.composite
def registers(draw: Any) -> Register:
    """One activity with up to three controllers and nine flows: cycles, diamonds, parallel flows, dead ends."""
    items, groups = draw(some(ITEMS)), draw(some(GROUPS))
    kinds: list[Any] = [
        {"kind": one, "subjects": groups[:1]} if groups and draw(st.integers(0, 3)) == 0 else one
        for one in items
    ]
    activity = {
        "key": "work",
        "controllers": draw(st.sampled_from((["a"], ["a", "b"], ["a", "b", "c"]))),
        "joint": draw(st.booleans()),
        "personal_data": kinds,
        "data_subjects": groups,
        "flows": [draw(flow(number, items, groups)) for number in range(draw(st.integers(0, 9)))],
    }
    parties = [{"key": key} for key in PARTIES]
    if draw(st.booleans()):
        parties[0] = {"key": "a", "named": False, "members": ["f"]}
    return Register.of({"holder": "a", "parties": parties, "activities": [activity]})


Fact = tuple[str, Any, Any, str]
"""A party may hold a kind of data of a group of people on behalf of a controller."""


class Defined:
    """The definition, word for word and slowly: facts are added until none is new."""

    def __init__(self, register: Register, certain: bool) -> None:
        activity = register.activity("work")
        every = register.flows(on=ON)
        self.controllers = register.controllers_of(activity)
        self.joint = register.are_joint(activity, on=ON)
        self.members = {
            one: register.party(one).members for one in self.controllers if register.party(one).members
        }
        groups = [one.kind for one in activity.data_subjects] or [None]
        self.pairs = {
            (item.kind, who) for item in activity.personal_data for who in item.subjects or groups
        } or {(None, who) for who in groups}
        engaging = [one for one in activity.flows if one.role == ("processor",) and one.holds(ON)]
        self.engaged = {(one.sender, to) for one in engaging for to in one.recipient if one.sender}
        self.processors = {to for one in engaging for to in one.recipient}
        self.says_data = bool(activity.personal_data)
        fed = self.fed(every)
        self.beginners = {hop.sender for hop in every if hop.sender != PEOPLE} - fed
        self.beginners = {one for one in self.beginners if self.leads_back(one, every)}
        self.every, self.certain = every, certain
        self.hops = [hop for hop in every if not (certain and self.is_open(hop))]
        self.facts = self.closure(set(self.starts()))
        results = set(self.results())
        if not certain:  # what somebody surely made, it may have made
            results |= Defined(register, certain=True).made
        self.made = results
        self.facts = self.closure({*self.starts(), *results})

    def is_open(self, hop: Hop) -> bool:
        return hop.flow.possible is True or (self.says_data and not hop.personal_data)

    def fed(self, hops: tuple[Hop, ...]) -> set[str]:
        """Whoever a flow leads to, from a controller or from people."""
        found = {*self.controllers, *(hop.recipient for hop in hops if hop.sender == PEOPLE)}
        while more := {hop.recipient for hop in hops if hop.sender in found} - found:
            found |= more
        return found

    def leads_back(self, party: str, hops: tuple[Hop, ...]) -> bool:
        """Whether everybody that leads to a party is led to by it."""
        before, after = {party}, {party}
        while (
            more := {hop.sender for hop in hops if hop.recipient in before and hop.sender != PEOPLE} - before
        ):
            before |= more
        while more := {hop.recipient for hop in hops if hop.sender in after} - after:
            after |= more
        return before <= after

    def tag(self, controller: str) -> str:
        return self.controllers[0] if self.joint and controller in self.controllers else controller

    def carries(self, hop: Hop, item: Any, who: Any) -> bool:
        return (not hop.personal_data or item in hop.personal_data) and (
            not hop.data_subjects or who in hop.data_subjects
        )

    def behalf(self, hop: Hop, tag: str) -> Iterator[str]:
        """For whom data of one controller are once they went by a flow."""
        named, customers = [tag], hop.flow.customers or self.taken_back_to(hop)
        if customers:
            named = [self.tag(one) for one in customers if self.stands_for(one, tag)]
        for one in named:
            yield self.tag(hop.recipient) if self.becomes_its_own(hop) else one

    def becomes_its_own(self, hop: Hop) -> bool:
        """A controller has as its own what it gets, unless it gets it as a processor, or gets back what it had done as one."""
        if hop.recipient not in self.controllers or hop.flow.role == ("processor",):
            return False
        back = not hop.flow.role and (hop.recipient, hop.sender) in self.engaged
        return not (back and hop.recipient in self.processors)

    def taken_back_to(self, hop: Hop) -> tuple[str, ...]:
        """The controller that gets back by a flow what its processor did for it: nothing of anybody else's."""
        engaged = not hop.flow.role and (hop.recipient, hop.sender) in self.engaged
        return (hop.recipient,) if engaged and self.becomes_its_own(hop) else ()

    def stands_for(self, customer: str, tag: str) -> bool:
        if self.tag(customer) == tag:
            return True
        if customer in self.controllers:
            return False
        listed = [one for one, held in self.members.items() if customer in held]
        return tag in listed if listed else tag in {self.tag(one) for one in self.controllers}

    def begins(self, controller: str, item: Any, who: Any) -> bool:
        """Whether it begins with some data: for certain only as far as its flows leave it open."""
        if not self.certain or len(self.controllers) < 2:
            return True
        if controller in self.given():
            return False
        told = self.told()
        tells_itself = self.joint or controller in {one for one, _, _ in told}
        if tells_itself and any((item, who) == (what, whose) for _, what, whose in told):
            return False
        own = [hop for hop in self.every if hop.sender == controller]
        if self.joint or not own or not all(hop.flow.personal_data or hop.flow.data_subjects for hop in own):
            return True
        return any(self.carries(hop, item, who) for hop in own)

    def given(self) -> set[str]:
        """The controllers that get their data from others of them, and from none whom they lead to alone."""
        sure = [hop for hop in self.every if not self.is_open(hop) and hop.recipient in self.controllers]
        own = [hop for hop in sure if self.becomes_its_own(hop) and not self.taken_back_to(hop)]
        told = {one for one, _, _ in self.told()}
        between = {(hop.sender, hop.recipient) for hop in own if hop.sender in self.controllers}
        between = {(one, to) for one, to in between if one != to}
        first = {one for one in self.controllers if one not in {to for _, to in between}}
        known = self.led_to(first, between)
        first |= told - known
        return self.led_to(first, between) - first

    def led_to(self, starts: set[str], steps: set[tuple[str, str]]) -> set[str]:
        found = set(starts)
        while more := {to for one, to in steps if one in found} - found:
            found |= more
        return found

    def told(self) -> set[tuple[str, Any, Any]]:
        """What people surely give which controller."""
        return {
            (hop.recipient, item, who)
            for hop in self.every
            if hop.sender == PEOPLE and hop.recipient in self.controllers and not self.is_open(hop)
            for item, who in self.pairs
            if self.carries(hop, item, who)
        }

    def goes_back_up(self, hop: Hop) -> bool:
        """Whether it goes back to who engages its sender, and stays whose it is."""
        back = not hop.flow.role and (hop.recipient, hop.sender) in self.engaged
        return back and not self.becomes_its_own(hop)

    def results(self) -> Iterator[Fact]:
        """What a party sends a controller by name, or back up, and has from nobody, nor from those it engages."""
        for hop in self.hops:
            named = hop.flow.personal_data or hop.flow.data_subjects
            if hop.sender == PEOPLE or not named:
                continue
            if self.becomes_its_own(hop) or self.goes_back_up(hop):
                for item, who in self.pairs:
                    if self.carries(hop, item, who):
                        for tag in self.made_for(hop):
                            if not (self.has(hop, item, who, tag) or self.brought(hop, item, who, tag)):
                                yield hop.sender, item, who, tag

    def made_for(self, hop: Hop) -> set[str]:
        """A controller makes what it makes for itself, unless it does so for who engaged it."""
        if self.taken_back_to(hop):
            return {self.tag(hop.recipient)}
        if self.becomes_its_own(hop):
            return {self.tag(hop.sender if hop.sender in self.controllers else hop.recipient)}
        every = {self.tag(one) for one in (*self.controllers, *hop.flow.customers)}
        held = {tag for party, _, _, tag in self.facts if party == hop.sender}
        return {one for one in held if any(self.behalf(hop, one))} or {
            one for one in every if any(self.behalf(hop, one))
        }

    def has(self, hop: Hop, item: Any, who: Any, tag: str) -> bool:
        """What a processor has of another than whom it sends it back to does not count."""
        only = {tag} if self.taken_back_to(hop) else None
        return any(
            (one, what, whose) == (hop.sender, item, who) and (only is None or to in only)
            for one, what, whose, to in self.facts
        )

    def brought(self, hop: Hop, item: Any, who: Any, tag: str) -> bool:
        return any(
            one.recipient == hop.sender
            and self.goes_back_up(one)
            and (one.flow.personal_data or one.flow.data_subjects)
            and self.carries(one, item, who)
            and any(self.behalf(one, tag))
            for one in self.hops
        )

    def starts(self) -> Iterator[Fact]:
        tags = [self.tag(one) for one in self.controllers]
        for item, who in self.pairs:
            yield from (
                (one, item, who, self.tag(one)) for one in self.controllers if self.begins(one, item, who)
            )
            for hop in self.hops:
                if self.carries(hop, item, who) and hop.sender == PEOPLE:
                    yield from (
                        (hop.recipient, item, who, to) for tag in tags for to in self.behalf(hop, tag)
                    )
                elif self.carries(hop, item, who) and hop.sender in self.beginners:
                    named = [self.tag(one) for one in hop.flow.customers]
                    yield from ((hop.sender, item, who, tag) for tag in named or tags)

    def closure(self, found: set[Fact]) -> set[Fact]:
        found = set(found)
        while True:
            more = {
                (hop.recipient, item, who, to)
                for party, item, who, tag in found
                for hop in self.hops
                if hop.sender == party and self.carries(hop, item, who)
                for to in self.behalf(hop, tag)
            }
            if more <= found:
                return found
            found |= more


def facts(spread: Spread, certain: bool) -> set[Fact]:
    trail = spread.certain if certain else spread.possible
    return {
        (party, item, who, tag)
        for (party, tag), mask in trail.at.items()
        for item, who in spread.tokens(mask)
    }


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_reach_is_what_it_is_defined_to_be(register: Register) -> None:
    """Held against the definition: cycles, diamonds, parallel flows, customers, joint controllers, days."""
    spread = Reach.of(register, ON)["work"]
    for certain in (False, True):
        assert facts(spread, certain) == Defined(register, certain).facts
    assert facts(spread, True) <= facts(spread, False)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_every_path_carries_what_it_is_shown_for(register: Register) -> None:
    """Each flow of a path starts where the one before ended and names the token; it begins where data begin."""
    spread = Reach.of(register, ON)["work"]
    trail = spread.possible
    for at, mask in trail.at.items():
        for (item, who), bit in spread.bits.items():
            if not mask & bit:
                continue
            path = trail.path(at, bit)
            assert not path or path[-1].recipient == at[0]
            assert all(one.recipient == other.sender for one, other in pairwise(path))
            assert all(item in hop.personal_data for hop in path if hop.personal_data)
            assert all(who in hop.data_subjects for hop in path if hop.data_subjects)
            assert len(path) < len(PARTIES) * 3


def chain(**flow: Any) -> Register:
    """a → b → c → d, where a flow of choice says more."""
    flows = [{"recipient": "b", "key": "ab"}, {"sender": "b", "recipient": "c", "key": "bc"}]
    flows.append({"sender": "c", "recipient": "d", "key": "cd"})
    for one in flows:
        one.update(flow.get(str(one["key"]), {}))
    activity = {"key": "work", "personal_data": list(ITEMS), "data_subjects": list(GROUPS), "flows": flows}
    return Register.of(
        {"holder": "a", "parties": [{"key": key} for key in PARTIES], "activities": [activity]}
    )


def holding(register: Register, party: str) -> set[tuple[Any, Any]]:
    spread = Reach.of(register, ON)["work"]
    return {(item, who) for one, item, who, _ in facts(spread, False) if one == party}


class TestByHand:
    """What the definition means, in single cases."""

    def test_a_flow_narrows_what_goes_on(self) -> None:
        """What the first flow does not carry does not arrive later, whatever later flows would take."""
        made = chain(ab={"personal_data": ["name", "email"]}, bc={"personal_data": ["email", "salary"]})
        assert {item for item, _ in holding(made, "d")} == {"email"}

    def test_people_are_narrowed_too(self) -> None:
        made = chain(bc={"data_subjects": ["customers"]})
        assert {who for _, who in holding(made, "d")} == {"customers"}

    def test_a_controller_makes_its_results_for_itself(self) -> None:
        """What it sends another by name and has from nobody for certain: certain, and so possible too."""
        flows = [
            {"recipient": "a", "personal_data": ["name"]},
            {"sender": "a", "recipient": "b", "personal_data": ["name", "email"]},
            {"sender": "c", "recipient": "a", "possible": True, "personal_data": ["email"]},
        ]
        for controllers, whose in ((["c", "a", "b"], "a"), (["b"], "b")):
            activity = {"key": "work", "personal_data": ["name", "email"], "flows": flows}
            parties = [{"key": key} for key in PARTIES]
            made = Register.of(
                {"holder": "b", "parties": parties, "activities": [activity | {"controllers": controllers}]}
            )
            spread = Reach.of(made, ON)["work"]
            assert ("a", "email", None, whose) in facts(spread, True)
            assert facts(spread, True) <= facts(spread, False)

    def test_a_flow_that_ended_carries_nothing_on(self) -> None:
        """On that day; what its recipient sends then comes from nowhere that is said, and is shown all the same."""
        made = chain(ab={"valid_until": "2026-11-20"})
        spread = Reach.of(made, ON)["work"]
        assert spread.begun == ("b",)
        assert holding(made, "d")

    def test_the_same_party_in_another_activity_gets_nothing(self) -> None:
        register = chain()
        other = {"key": "other", "personal_data": "health-data", "flows": [{"recipient": "b"}]}
        register = register.put(type(register.activities[0])(**other))
        assert {item for item, _ in holding(register, "c")} == set(ITEMS)

    def test_the_reach_of_a_day_is_worked_out_once(self) -> None:
        register = chain()
        assert Reach.of(register, ON) is Reach.of(register, ON)
        assert Reach.of(register, ON) is not Reach.of(register, None)

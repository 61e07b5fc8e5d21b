"""In which order a register lists its flows says nothing: every answer is the same, in another order."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
from tests.sharing.test_reach import ON, PARTIES, registers

from ropa.model import Register
from ropa.sharing import chain, concentration, holders, impact, path_safeguards


def reordered(register: Register, order: list[int]) -> Register:
    activity = register.activity("work")
    flows = [activity.flows[number] for number in order]
    return register.put(activity.model_copy(update={"flows": tuple(flows)}))


@st.composite
def pairs(draw: Any) -> tuple[Register, Register]:
    """A register, and the same with its flows in another order."""
    made = draw(registers())
    order = draw(st.permutations(range(len(made.activity("work").flows))))
    return made, reordered(made, order)


def held(register: Register) -> set[Any]:
    """Who holds which token for whom, and whether that is sure."""
    words = dict.fromkeys(
        [item.kind for item in register.activity("work").personal_data]
        + [one.kind for one in register.activity("work").data_subjects]
    )
    return {
        (one.party, token, whose, way.possible, one.is_recipient)
        for word in words
        for one in holders(register, str(word), on=ON).holdings
        for way in one.ways
        for token in way.tokens
        for whose in way.customers
    }


def linked(register: Register) -> set[Any]:
    found = chain(register, "work", on=ON)
    links = {
        (one.hop.flow.key, one.rank, one.possible, one.circle, frozenset(one.tokens)) for one in found.links
    }
    return {
        *links,
        *(frozenset(one.parties) for one in found.cycles),
        *((one.party,) for one in found.diamonds),
    }


def routed(register: Register) -> set[Any]:
    return {
        (sender, recipient, token, route.possible)
        for sender in PARTIES
        for recipient in PARTIES
        for route in path_safeguards(register, sender, recipient, on=ON).routes
        for token in route.tokens
    }


def told(register: Register) -> set[Any]:
    found = [(party, impact(register, on=ON, breach=party)) for party in PARTIES]
    who = {
        (party, one.who, one.whom, one.article, one.possible) for party, all_ in found for one in all_.notify
    }
    what = {
        (party, token, one.possible, whose, frozenset(one.open_roles))
        for party, all_ in found
        for one in all_.activities
        for token in one.tokens
        for whose in one.customers
    }
    return who | what


def rested(register: Register) -> set[Any]:
    found = concentration(register, on=ON)
    return {(one.key, one.as_processor, one.perhaps) for one in found.parties}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_the_order_of_flows_says_nothing(both: tuple[Register, Register]) -> None:
    for asked in (held, linked, routed, told, rested):
        assert asked(both[0]) == asked(both[1])

"""Large registers and hard shapes: every question answers, nothing recurses, and the work grows no faster than they do.

Nothing is timed. What is counted is how often Python calls a function: twice the register may take about twice as many.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from ropa.model import Register
from ropa.sharing import (
    around,
    chain,
    concentration,
    gaps,
    holders,
    impact,
    path_safeguards,
    sharing_graph,
)

ON = date(2026, 11, 22)
DATA = ["name", "bank-account", "salary", "email"]
Flow = dict[str, Any]
LISTED = {"grounds": "dpf-listed"}
"""A ground that falls with its decision."""


def register(parties: Iterable[str], flows: list[Flow], controllers: list[str], **more: Any) -> Register:
    """One activity with these flows, everybody in the Netherlands."""
    keys = [*parties]
    activity = {
        "key": "a",
        "controllers": controllers,
        "data_subjects": ["employees", "customers"],
        "personal_data": DATA,
        "flows": [{"key": f"f{number}", **flow} for number, flow in enumerate(flows)],
    }
    listed = [{"key": key, "name": key.upper(), "country": "NL"} for key in keys]
    return Register.of({"holder": keys[0], "parties": listed, "activities": [activity], **more})


def to(sender: str, recipient: str, **more: Any) -> Flow:
    """A flow to a processor in the United States."""
    return {
        "sender": sender,
        "recipient": recipient,
        "role": "processor",
        "countries": "US",
        **LISTED,
        **more,
    }


def many_controllers(size: int) -> Register:
    """So many controllers send to one processor, and that to another."""
    own = [f"p{number}" for number in range(size)]
    flows = [to(one, "middle", personal_data=["name"]) for one in own]
    return register([*own, "middle", "end"], [*flows, to("middle", "end")], own)


def said_once(size: int) -> Register:
    """The same, and the register says it in one flow for all."""
    own = [f"p{number}" for number in range(size)]
    flows = [{"recipient": "middle", "role": "processor", "countries": "US", **LISTED}, to("middle", "end")]
    return register([*own, "middle", "end"], flows, own)


def long_chain(size: int) -> Register:
    """Each engages the next one."""
    keys = [f"p{number}" for number in range(size)]
    keys[size // 2], keys[-1] = "middle", "end"
    return register(keys, [to(one, other) for one, other in pairwise(keys)], ["p0"])


def all_in_one(size: int) -> Register:
    """Three flows for every party, in circles and diamonds, in a single activity."""
    keys = [f"p{number}" for number in range(size)]
    keys[size // 2], keys[-1] = "middle", "end"
    steps = ((number, (number * factor + 1) % size) for number in range(size) for factor in (1, 3, 7))
    return register(keys, [to(keys[one], keys[other]) for one, other in steps if one != other], ["p0"])


def customers_everywhere(size: int) -> Register:
    """A processor keeps apart what it does for each customer, with a processor of its own for each."""
    own = [f"p{number}" for number in range(size)]
    below = [*(f"s{number}" for number in range(size - 1)), "end"]
    flows = [to(one, "middle", customers=[one]) for one in own]
    flows += [to("middle", other, customers=[one]) for one, other in zip(own, below, strict=True)]
    papers = [
        {
            "key": f"g{number}",
            "kind": "processing-agreement",
            "between": [one, "middle"],
            "sub_processors": "general-authorisation",
            "regions": "EEA",
        }
        for number, one in enumerate(own)
    ]
    return register([*own, "middle", *below], flows, own, agreements=papers)


SHAPES: dict[str, Callable[[int], Register]] = {
    one.__name__: one for one in (many_controllers, said_once, long_chain, all_in_one, customers_everywhere)
}
QUESTIONS: dict[str, Callable[[Register], Any]] = {
    "graph": lambda held: sharing_graph(held, ON).number_of_edges(),
    "part": lambda held: around(held, on=ON, party="middle").number_of_edges(),
    "holders": lambda held: holders(held, "name", on=ON).holdings,
    "breach": lambda held: impact(held, breach="middle", on=ON).activities,
    "remove": lambda held: impact(held, remove="middle", on=ON).activities,
    "move": lambda held: impact(held, move={"middle": "IN"}, on=ON).activities,
    "revoke": lambda held: impact(held, revoke="2023/1795", on=ON).transfers,
    "gaps": lambda held: gaps(held, on=ON).gaps,
    "chain": lambda held: chain(held, "activities.a", on=ON).links,
    "below": lambda held: chain(held, "middle", on=ON).links,
    "path": lambda held: path_safeguards(held, "p0", "end", on=ON),
    "concentration": lambda held: concentration(held, on=ON).parties,
}


def calls(question: Callable[[Register], Any], held: Register) -> int:
    """How many functions are called to answer a question about a register nothing was asked of before."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        question(held)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_register_is_twice_the_work(shape: str, question: str) -> None:
    """A hundred flows more cost what the hundred before them did."""
    QUESTIONS[question](SHAPES[shape](20))  # what is read from tables is read once
    small, large = (calls(QUESTIONS[question], SHAPES[shape](size)) for size in (150, 300))
    assert large < 2.6 * small


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_everything_is_answered(shape: str, question: str) -> None:
    """A thousand parties in one activity: there is something to every answer."""
    assert QUESTIONS[question](SHAPES[shape](1_000))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_chain_deeper_than_python_recurses(question: str) -> None:
    """Five thousand steps, five times what Python lets a function call itself."""
    held = long_chain(5_000)
    assert sys.getrecursionlimit() < 5_000
    assert QUESTIONS[question](held)


def test_the_end_of_a_long_chain_is_reached_by_all_of_it() -> None:
    """The last party holds what the first one had, by every step between them."""
    held = long_chain(5_000)
    (last,) = (one for one in holders(held, "name", on=ON).holdings if one.party == "end")
    assert len(last.path) == 4_999
    assert last.path[0].sender == "p0"
    (touched,) = impact(held, breach="end", on=ON).activities
    assert len(touched.path) == 5_000
    assert chain(held, "activities.a", on=ON).links[-1].rank == 4_999


def test_each_customer_has_its_own_chain() -> None:
    """A breach below one customer's processor touches that customer and no other, of a thousand."""
    held = customers_everywhere(1_000)
    (touched,) = impact(held, breach="s7", on=ON).activities
    assert touched.customers == ("p7",)
    assert {one.customers for one in chain(held, "s7", on=ON).links} <= {("p7",)}
    below = chain(held, "middle", on=ON, customer="p7").links
    assert [one.recipient for one in below] == ["s7"]


def test_a_thousand_controllers_are_all_told() -> None:
    """Their processor tells each of them, and the processor below it tells the first (Article 33(2))."""
    notified = impact(many_controllers(1_000), breach="end", on=ON).notify
    told = [(one.who, one.whom) for one in notified if one.article == "33(2)"]
    assert told[0] == ("end", "middle")
    assert {whom for who, whom in told if who == "middle"} == {f"p{number}" for number in range(1_000)}

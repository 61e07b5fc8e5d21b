"""Registers of a processor in which the data differ by customer, told in every way a register has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

import ropa

DATA = {"alfa": "quartzite", "beta": "feldspar", "gamma": "malachite", "dorpje": "obsidian"}
"""What only one customer has; no word of it is a customer's name."""
PEOPLE = {"alfa": "zebrafish", "beta": "pangolins", "gamma": "albatross", "dorpje": "wolverine"}
"""Whose data they are."""
WAYS = ("people", "data", "both")
"""How the flow of each customer says which data are its: whose, which, or both."""


def words_of(others: Sequence[str]) -> set[str]:
    """What may be read in no copy but that of these customers."""
    return {word[key] for key in others for word in (DATA, PEOPLE)}


@st.composite
def differing(draw: st.DrawFn) -> ropa.Register:
    """Customers who share activities, each with data of its own; what the host passes on says it, or does not."""
    activities = [_activity(draw, number) for number in range(draw(st.integers(1, 2)))]
    covers = [DATA[key] for key in DATA if any(key in one["controllers"] for one in activities)]
    parties = [
        {"key": "host", "name": "Host", "security": [{"text": "locks", "covers": covers}]},
        *({"key": key, "name": key.title()} for key in ("cloud", "desk", *DATA)),
    ]
    papers = [
        {"key": f"paper-{at}", "kind": "processing-agreement", "between": ["host", key]}
        for at, key in enumerate(DATA)
    ]
    return ropa.Register(holder="host", parties=parties, agreements=papers, activities=activities)


def _activity(draw: st.DrawFn, number: int) -> dict[str, Any]:
    way = draw(st.sampled_from(WAYS))
    mine = draw(st.lists(st.sampled_from(sorted(DATA)), min_size=2, max_size=3, unique=True))
    parted = way == "people" or (way == "both" and draw(st.booleans()))
    items = [{"kind": DATA[key]} | ({"subjects": PEOPLE[key]} if parted else {}) for key in mine]
    return {
        "key": f"work-{number}",
        "controllers": mine,
        "data_subjects": ["somebody"] if way == "data" else [PEOPLE[key] for key in mine],
        "personal_data": ["name", *items],
        "flows": [*(_given(draw, key, way) for key in mine), *_passed_on(draw, mine)],
        "retention": [{"period": "P1Y", "covers": [DATA[key] for key in mine]}, *(
            {"period": "P2Y", "covers": DATA[key], "starts": "end-of-contract"} for key in mine[:1]
        )],
        "security": [{"text": f"guards {at}", "covers": [DATA[key]]} for at, key in enumerate(mine)],
    }  # fmt: skip


def _given(draw: st.DrawFn, key: str, way: str) -> dict[str, Any]:
    """What a customer gives to the host."""
    flow: dict[str, Any] = {"sender": key, "recipient": "host", "role": "processor", "processing": "hosting"}
    if way in ("people", "both"):
        flow["data_subjects"] = [PEOPLE[key]]
    if way in ("data", "both"):
        flow["personal_data"] = [DATA[key], *(["name"] if draw(st.booleans()) else [])]
    return flow


def _passed_on(draw: st.DrawFn, mine: Sequence[str]) -> list[dict[str, Any]]:
    """What the host passes on, and who has it from there: for some customers, of some data, or without a word."""
    flows: list[dict[str, Any]] = []
    for sender, recipient in (("host", "cloud"), ("host", "desk"), ("cloud", "desk")):
        some = draw(st.lists(st.sampled_from(mine), unique=True))
        named = [DATA[key] for key in (some or mine)]
        flow = {
            "sender": sender,
            "recipient": recipient,
            "role": draw(st.sampled_from(["processor", "controller"])),
        }
        flow |= {"countries": draw(st.sampled_from(["NL", "US"]))}
        begun = sender == "host" or any(one["recipient"] == sender for one in flows)
        if begun and draw(st.booleans()):  # of who sends what nobody gave it nothing is known
            flows.append(
                flow
                | ({"customers": some} if some else {})
                | (
                    {"personal_data": draw(st.sampled_from([named, named[:1]]))}
                    if draw(st.booleans())
                    else {}
                )
            )
    return flows

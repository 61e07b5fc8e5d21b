"""What is judged once for flows that are alike is what each of them is judged to be."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from ropa.model import Register
from ropa.sharing import sharing_graph
from ropa.transfer import PRIVACY_FRAMEWORK, Standing, transfers, unstated

ON = date(2026, 6, 1)
CODES = ("JP", "CA", "US", "GB", "BR")
LISTINGS: tuple[list[dict[str, str]], ...] = (
    [],
    [{"scheme": PRIVACY_FRAMEWORK, "valid_from": "2024-01-01"}],
    [{"scheme": PRIVACY_FRAMEWORK, "valid_until": "2025-01-01"}],
)
SENDERS = {"us": "NL", "norwegian": "NO", "american": "US"}
WHAT_IT_TURNS_ON = [*product(CODES, (None, True, False), LISTINGS, SENDERS, ("customers", "employees"))]
"""Each country with each thing a verdict can turn on."""


def register(chosen: list[tuple[Any, ...]]) -> Register:
    """A flow for each of them, in that order."""
    parties: list[dict[str, Any]] = [{"key": key, "country": country} for key, country in SENDERS.items()]
    flows = []
    for number, (code, public, listings, sender, people) in enumerate(chosen):
        said = {} if public is None else {"public_body": public}
        parties.append({"key": f"p{number}", "certifications": listings, **said})
        flows.append(
            {"sender": sender, "recipient": f"p{number}", "countries": code, "data_subjects": people}
        )
    work = {
        "key": "work",
        "data_subjects": ["customers", "employees"],
        "personal_data": "name",
        "flows": [{"recipient": sender} for sender in SENDERS if sender != "us"] + flows,
    }
    return Register.of({"holder": "us", "parties": parties, "activities": [work]})


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations(WHAT_IT_TURNS_ON))
def test_each_flow_as_if_it_were_alone(chosen: list[tuple[Any, ...]]) -> None:
    """All that a verdict can turn on, in any order: the first of those that are alike is what counts."""
    held_against_each(register(chosen[:60]))


def test_all_of_them_at_once() -> None:
    """In the order in which they are listed, and the other way round."""
    for chosen in (WHAT_IT_TURNS_ON, WHAT_IT_TURNS_ON[::-1]):
        held_against_each(register(chosen))


def held_against_each(register: Register) -> None:
    """What the graph says beside what each flow is judged to be by itself."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for one in transfers(register, on=ON):
        verdict = None if one.has_ground else unstated(register, one, on=ON)
        if verdict is not None:
            held = found.setdefault(one.path, (set(), set()))
            held[verdict.standing is not Standing.ADEQUATE].add(one.country)
    for _, _, facts in sharing_graph(register, ON).edges(data=True):
        if not facts["path"].endswith("work"):
            told = set(facts["adequate"]), set(facts["adequate_if"])
            assert told == found.get(facts["path"], (set(), set()))

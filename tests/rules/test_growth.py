"""No rule looks through the register again for each of its entries: ten times the register takes ten times the steps."""

from __future__ import annotations

import cProfile
from datetime import date
from typing import Any

import pytest

from ropa.model import Register
from ropa.rules import RULES, Rule, check

ON = date(2026, 11, 21)
FEW, MANY = 6, 60
MOST = 1.25
"""How much more than its share a rule may take: what is looked up once may be looked up a little oftener."""


def shop(number: int) -> dict[str, Any]:
    """What one shop of the chain does, jointly with its owner, with everything a rule may look at."""
    owner, host, desk = (f"{what}-{number}" for what in ("owner", "host", "desk"))
    return {
        "parties": [
            {
                "key": owner,
                "name": f"Owner {number}",
                "country": "BE",
                "contact": {"email": f"a{number}@b.be"},
            },
            {"key": host, "name": f"Host {number}", "country": "NL", "services": "hosting-provider"},
            {"key": desk, "name": f"Desk {number}", "country": "IN"},
        ],
        "agreements": [
            {"key": f"both-{number}", "kind": "joint-controller-arrangement", "between": ["chain", owner]},
            {
                "key": f"dpa-{number}",
                "kind": "processing-agreement",
                "between": ["chain", host],
                "regions": "EEA",
            },
            {"key": f"scc-{number}", "kind": "standard-contractual-clauses", "between": [host, desk]},
        ],
        "systems": [{"key": f"till-{number}", "name": f"Till {number}", "operated_by": host}],
        "measures": [{"key": f"lock-{number}", "text": f"A lock on door {number}"}],
        "interests": [{"key": f"theft-{number}", "text": f"No theft in shop {number}"}],
        "general": [
            {"key": f"said-{number}", "activities": [f"sales-{number}"], "rights": {"complaint": "GBA"}}
        ],
        "notices": [{"key": f"notice-{number}", "web": f"https://shop-{number}.be"}],
        "waivers": [{"rule": "role-open", "at": f"activities.sales-{number}", "reason": "It is known"}],
        "activities": [
            {
                "key": f"sales-{number}",
                "name": f"Sales of shop {number}",
                "controllers": ["chain", owner],
                "purposes": [{"text": f"Selling bread in shop {number}", "legal_bases": "contract"}],
                "data_subjects": ["customers", "employees"],
                "personal_data": ["name", "bank-account", {"kind": "health", "special": "health"}],
                "flows": [
                    {"recipient": host, "role": "processor", "countries": "NL"},
                    {"sender": host, "recipient": desk, "role": "processor", "countries": "IN"},
                    {"sender": owner, "recipient": "chain", "role": "joint-controller"},
                ],
                "systems": [f"till-{number}"],
                "retention": [{"period": "P7Y", "starts": "end-of-contract", "covers": "name"}],
                "security": [f"lock-{number}", "encryption"],
            }
        ],
    }


def chain(shops: int) -> Register:
    """The register of a chain of so many shops."""
    told: dict[str, Any] = {
        "holder": "chain",
        "parties": [{"key": "chain", "name": "Chain", "country": "BE"}],
    }
    for number in range(shops):
        for name, entries in shop(number).items():
            told.setdefault(name, []).extend(entries)
    return Register.of(told)


def steps(rule: Rule, register: Register) -> int:
    """How many calls a rule makes."""
    profile = cProfile.Profile()
    profile.enable()
    for _ in rule(register, ON):
        pass
    profile.disable()
    return sum(one.callcount for one in profile.getstats())


@pytest.fixture(scope="module")
def counted() -> dict[str, tuple[int, int]]:
    """The steps of every rule, in the smaller register and in the larger one."""
    check(chain(1), on=ON)  # what is read from tables is read once
    registers = chain(FEW), chain(MANY)
    return {rule.name: (steps(rule, registers[0]), steps(rule, registers[1])) for rule in RULES}


def test_steps_grow_with_the_register(counted: dict[str, tuple[int, int]]) -> None:
    """And not with its square; a few steps are taken whatever the size."""
    over = {name: both for name, both in counted.items() if both[1] > MOST * MANY / FEW * both[0] + 200}
    assert over == {}

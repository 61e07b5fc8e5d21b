"""A question is asked of one register: several of them, or a path, are told so in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import ropa

ON = date(2026, 6, 1)
QUESTIONS: dict[str, Callable[[Any], object]] = {
    "chain": lambda given: ropa.chain(given, "us", on=ON),
    "check": lambda given: ropa.check(given, on=ON),
    "concentration": lambda given: ropa.concentration(given, on=ON),
    "gaps": lambda given: ropa.gaps(given, on=ON),
    "holders": lambda given: ropa.holders(given, "name", on=ON),
    "impact": lambda given: ropa.impact(given, breach="us", on=ON),
    "path_safeguards": lambda given: ropa.path_safeguards(given, "us", "host", on=ON),
    "sharing_graph": lambda given: ropa.sharing_graph(given, ON),
    "transfers": lambda given: ropa.transfers(given, on=ON),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_several_registers(name: str) -> None:
    """What to do with them is told as well."""
    held = ropa.Register(holder="us", parties=[{"key": "us"}])
    with pytest.raises(ropa.NotUnderstood, match="one register is wanted here; ask each of them by itself"):
        QUESTIONS[name]([held, held])


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_path(name: str) -> None:
    """Has to be loaded first."""
    with pytest.raises(ropa.NotUnderstood, match=r"one register is wanted here; load it with ropa\.load"):
        QUESTIONS[name]("register.yaml")

"""A fault of several agreements, told once: where it is one, at that one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa.model import Register
from ropa.rules.naming import Fact, named
from ropa.rules.rule import Place
from ropa.rules.told import agreement


def of_agreements(register: Register, keys: Sequence[str]) -> Iterator[Place]:
    """The place of a fault of these agreements; the register itself where there are several."""
    if keys:
        at = f"agreements.{keys[0]}" if len(keys) == 1 else ""
        yield Place(at, {"agreements": _names(register, keys)})


def _names(register: Register, keys: Sequence[str]) -> Fact:
    return lambda language: named(register, [agreement(register, key)(language) for key in keys])(language)

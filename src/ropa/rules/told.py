"""Several entries of a register in one breath, for the message of a finding."""

from __future__ import annotations

from collections.abc import Iterable

from ropa.glossary import phrase
from ropa.model import Register
from ropa.rules.naming import Fact, named
from ropa.wording import Wording


def parties(register: Register, keys: Iterable[str], *, every: bool = False) -> Fact:
    """Names of parties, the first few of them or each of them."""
    return named(register, [register.party(key).name or key for key in keys], every=every)


def activities(register: Register, keys: Iterable[str]) -> Fact:
    """Names of activities, the first few of them; said in general where there is none."""
    names = [register.activity(key).name or key for key in keys]
    return named(register, names) if names else lambda language: phrase("sharing.in-general", language)


def countries(register: Register, codes: Iterable[str]) -> Fact:
    """Names of countries, the first few of them."""
    return named(register, tuple(codes), "countries")


def agreement(register: Register, key: str) -> Fact:
    """What an agreement is called; what it is and its key where it has no name."""
    return lambda language: Wording(register, language).refer("agreement", key)


def agreements(register: Register, keys: Iterable[str]) -> Fact:
    """What several agreements are called, the first few of them."""
    called = [agreement(register, key) for key in keys]
    return lambda language: named(register, [one(language) for one in called])(language)


def sign(key: str) -> Fact:
    """What points to something, in words of the library's own."""
    return lambda language: phrase(f"signs.{key}", language)


def system(register: Register, key: str) -> Fact:
    """What a system is called."""
    return lambda language: Wording(register, language).refer("system", key)

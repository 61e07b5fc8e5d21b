"""Cookies and the like: which of them wait for consent, and whether it is on record that it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ropa.model import Cookie, Register
from ropa.rules.controlled import Controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import Fact, named
from ropa.rules.stated import stated

ASKED_FOR = frozenset({"advertising", "affiliate", "tracking", "social-media", "embedded-content", "third-party",
                       "pixel", "device-fingerprinting", "app-sdk", "personalisation"})  # fmt: skip
"""Kinds for which consent is asked everywhere."""
OFTEN_ASKED_FOR = frozenset({"analytical", "statistics", "ab-testing"})
"""Kinds for which some national laws make an exception."""
EXEMPT = frozenset({"functional", "strictly-necessary", "session", "login", "security", "load-balancing",
                    "shopping-cart", "consent", "language"})  # fmt: skip
"""Kinds that are needed for what the visitor asks for."""
NOT_GIVEN = frozenset({"none", "not-asked"})
"""Words for consent that nobody is asked."""
ASSUMED = frozenset({"given-by-use", "given-by-settings"})
"""Words for consent that nobody gives."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cookie on record: where it stands, and the activity it is placed in."""

    cookie: Cookie
    path: str
    activities: tuple[Controlled, ...]
    own: frozenset[str | None]
    """The holder, and whoever is a processor somewhere in the register."""


def placed(register: Register, on: date) -> Iterator[Placed]:
    """Every cookie of what the holder controls, once."""
    found = stated(register, on, "cookies")
    if found:
        own = frozenset(
            {register.holder, *(hop.recipient for hop in register.flows(on=on) if hop.is_processor)}
        )
        yield from (Placed(one.value, one.path, one.activities, own) for one in found)


def waits_for_consent(one: Placed) -> bool:
    """Whether a cookie is of a kind for which consent is asked: by its kind, its purpose, or others who read it."""
    kind = one.cookie.kind
    if isinstance(kind, str) and kind in EXEMPT:
        return False
    if isinstance(kind, str) and kind in ASKED_FOR | OFTEN_ASKED_FOR:
        return True
    return lexicon("cookies", "needs-consent").finds(one.cookie.purpose) or _is_of_others(one)


def _is_of_others(one: Placed) -> bool:
    """Whether others than the holder and its processors set or read it."""
    return any(party not in one.own for party in (*one.cookie.set_by, *one.cookie.read_by))


def called(register: Register, one: Cookie) -> Fact:
    """What a cookie is called: by its name, its kind or its purpose."""
    if one.name is not None:
        return named(register, [one.name])
    if one.kind is not None:
        return named(register, [one.kind], "cookies")
    return named(register, [one.purpose or "cookies"])

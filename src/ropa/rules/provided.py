"""Which rights the register provides for, where, and which ones its activities call for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.law import Basis
from ropa.model import Exercise, Register, Rights
from ropa.model.spot import segments
from ropa.rules.allocated import with_nothing_stated
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.stated import Stated, stated


@dataclass(frozen=True, slots=True)
class Way:
    """How a right is exercised, and where that is said."""

    exercise: Exercise
    path: str


def ways(register: Register, on: date) -> tuple[Way, ...]:
    """Every exercise of a right on record for what the holder controls, once."""
    found: tuple[Way, ...] = register.kept(
        ("ropa.rules", "ways", on),
        lambda: tuple(way for one in stated(register, on, "rights") for way in _ways(one, on)),
    )
    return found


def _ways(one: Stated, on: date) -> Iterator[Way]:
    rights: Rights = one.value
    for end, exercise in zip(segments(rights.exercise), rights.exercise, strict=True):
        if exercise.holds(on):
            yield Way(exercise, f"{one.path}.exercise.{end}")


def says_rights(register: Register, on: date) -> bool:
    """Whether a right is on record at all, how it is exercised or where to complain: contact details alone are none."""
    return bool(ways(register, on)) or any(
        one.value.complaint is not None for one in stated(register, on, "rights")
    )


STANDS_FOR = {
    "copy": ("access",),
    "human-intervention": ("automated-decisions",),
    "objection": ("objection-to-direct-marketing",),
}
"""Rights that are provided for with another one."""


def provided(activity: Controlled, on: date) -> frozenset[str]:
    """The rights an activity provides for, by its own words and by what is said in general."""
    found: set[str] = set()
    for rights in activity.seen.values("rights", on):
        if rights.complaint is not None:
            found.add("complaint")
        for exercise in rights.exercise:
            if exercise.holds(on):
                found.update(_rights_of(exercise))
    if any(one.kind == "unsubscribe-any-time" for one in activity.seen.values("commitments", on)):
        found.update(LEAVING)
    return frozenset(found)


LEAVING = ("objection-to-direct-marketing", "withdraw-consent")
"""What somebody does who unsubscribes."""


def _rights_of(exercise: Exercise) -> Iterator[str]:
    for right in exercise.right:
        if isinstance(right, str):
            yield right
            yield from STANDS_FOR.get(right, ())
        if lexicon("rights", "unsubscribing").finds(right):
            yield from LEAVING
    if "unsubscribe-link" in exercise.channels:
        yield from LEAVING


Asks = Callable[[Controlled, date], bool]


def _always(_: Controlled, __: date) -> bool:
    return True


def _rests_on(*bases: Basis) -> Asks:
    return lambda one, _: any(at.value.basis in bases for at in one.bases())


def _may_rest_on(*bases: Basis) -> Asks:
    """Where one of these is stated, or none is for some purpose: the right may go with the basis that is not recorded."""
    return lambda one, on: _rests_on(*bases)(one, on) or bool(with_nothing_stated(one))


def _may_be_erased(one: Controlled, _: date) -> bool:
    bases = [at.value.basis for at in one.bases()]
    return not bases or any(basis not in (Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK) for basis in bases)


def _has_consent(one: Controlled, on: date) -> bool:
    return _rests_on(Basis.CONSENT)(one, on) or any(at.value.ground == "9(2)(a)" for at in one.grounds())


def _is_marketing(one: Controlled, on: date) -> bool:
    words: list[Any] = [purpose.text for purpose in one.seen.activity.purposes if purpose.holds(on)]
    return any(lexicon("principles", "marketing").finds(text) for text in words)


def _decides(one: Controlled, _: date) -> bool:
    decisions = one.seen.activity.automated_decisions
    return decisions is not None and decisions.exists is True


CALLED_FOR: dict[str, Asks] = {
    "access": _always,
    "rectification": _always,
    "erasure": _may_be_erased,
    "restriction": _always,
    "portability": _may_rest_on(Basis.CONSENT, Basis.CONTRACT),
    "objection": _may_rest_on(Basis.LEGITIMATE_INTERESTS, Basis.PUBLIC_TASK),
    "objection-to-direct-marketing": _is_marketing,
    "withdraw-consent": _has_consent,
    "automated-decisions": _decides,
    "complaint": _always,
}
"""The rights, and which activities call for each."""


def not_provided(register: Register, on: date) -> dict[str, list[Controlled]]:
    """The rights that activities call for and do not provide for, each with these activities."""
    found: dict[str, list[Controlled]] = {}
    every = controlled(register, on).activities
    sometimes = not any(map(_says_consent, every))
    for one in every:
        held = provided(one, on)
        for right, asks in CALLED_FOR.items():
            if right not in held and asks(one, on) and (sometimes or right != CONSENT or _says_consent(one)):
                found.setdefault(right, []).append(one)
    return found


CONSENT = "withdraw-consent"


def _says_consent(one: Controlled) -> bool:
    """Whether consent is stated for this very activity, and not only as a basis that there sometimes is."""
    around = [at for said in one.said if said.general.activities for at in (*said.bases, *said.any_of)]
    own = [at for aim in one.aims for at in (*aim.bases, *aim.any_of)]
    return any(at.value.basis == Basis.CONSENT for at in (*own, *around)) or any(
        at.value.ground == "9(2)(a)" for aim in one.aims for at in aim.grounds
    )

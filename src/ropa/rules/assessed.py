"""Impact assessments: what the register says of each activity, and which criteria of WP248 its facts point to."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from enum import StrEnum

from ropa.model import Dpia, Item, Register, Subjects
from ropa.model.text import Text
from ropa.rules.controlled import Controlled
from ropa.rules.lexicon import lexicon


class State(StrEnum):
    """How far an assessment is."""

    DONE = "done"
    DECIDED_NOT = "decided-not"
    OPEN = "open"
    """Asked for or undecided, and not made."""
    SILENT = "silent"
    """Nothing is said."""


def state(one: Controlled, on: date) -> State:
    """How far the assessment of an activity is on a day; a reference is as good as a day."""
    said = one.seen.activity.dpia
    absence = one.seen.activity.absences.get("dpia")
    if said is None:
        return (
            State.SILENT
            if absence is None
            else State.OPEN
            if absence.state == "unknown"
            else State.DECIDED_NOT
        )
    if (said.done is not None and said.done <= on) or (said.done is None and said.reference is not None):
        return State.DONE
    return State.DECIDED_NOT if said.required == "no" else State.OPEN


def criteria(one: Controlled) -> tuple[Text, ...]:
    """The criteria the register states for an activity."""
    said: Dpia | None = one.seen.activity.dpia
    return tuple(dict.fromkeys(said.criteria)) if said else ()


CASES = (
    ("35(3)(a)", ("evaluation-or-scoring", "automated-decision")),
    ("35(3)(b)", ("sensitive-data", "large-scale")),
    ("35(3)(c)", ("systematic-monitoring", "large-scale")),
)
"""The cases of Article 35(3), in the criteria of the guidelines."""

ENOUGH = 2
"""Criteria of the guidelines that make a high risk likely."""


def case(one: Controlled) -> tuple[str, tuple[str, ...]]:
    """The case of Article 35(3) that the stated criteria make, with these; empty where they make none."""
    stated = criteria(one)
    return next((found for found in CASES if all(need in stated for need in found[1])), ("", ()))


def has_special(one: Controlled) -> bool:
    """Whether data of Article 9 or 10 are on record for it."""
    return any(_is_special(at.value) for at in one.items)


def _is_special(item: Item) -> bool:
    return bool(item.says("special") or item.says("reveals") or item.says("criminal"))


MONITORING = frozenset({"camera-images", "location", "browsing-behaviour", "call-recording"})
SCORING = frozenset(
    {"credit-score", "creditworthiness", "marketing-profile", "assessment-results", "performance"}
)
PROFILES = frozenset({"credit-score", "creditworthiness", "marketing-profile"})
MATCHING = frozenset({"data-management-platform", "data-broker"})
"""Services that combine what several sources know of a person."""
VULNERABLE = frozenset({
    "employees", "temporary-workers", "interns", "apprentices", "patients", "care-recipients",
    "elderly-persons", "asylum-seekers", "benefit-recipients",
})  # fmt: skip
LARGE = 10_000
"""People from which on a number is called large here; the law gives none."""
_NUMBER = re.compile(r"(\d{1,3}(?:[ .,']\d{3})+|\d+)")


def _has_kind(kinds: frozenset[str]) -> Callable[[Controlled], bool]:
    return lambda one: any(at.value.kind in kinds for at in one.items if isinstance(at.value.kind, str))


def profiles(one: Controlled) -> bool:
    """Whether its purposes or its data point to profiling."""
    return _has_kind(PROFILES)(one) or _aims_at(one, "profiling")


def _evaluates(one: Controlled) -> bool:
    return profiles(one) or _has_kind(SCORING)(one) or _aims_at(one, "evaluation")


def _aims_at(one: Controlled, words: str) -> bool:
    return any(lexicon("assessments", words).finds(aim.words) for aim in one.aims)


def _is_vulnerable(people: Subjects) -> bool:
    return bool(people.says("children") or people.says("vulnerable")) or people.kind in VULNERABLE


def _is_large(people: Subjects) -> bool:
    found = _NUMBER.search((people.number or "")[:100])
    return found is not None and int(re.sub(r"\D", "", found[0])) >= LARGE


def _decides(one: Controlled) -> bool:
    said = one.seen.activity.automated_decisions
    return said is not None and said.exists is True


SIGNS: dict[str, Callable[[Controlled], bool]] = {
    "evaluation-or-scoring": _evaluates,
    "automated-decision": _decides,
    "systematic-monitoring": _has_kind(MONITORING),
    "sensitive-data": has_special,
    "large-scale": lambda one: any(_is_large(people) for people in one.people),
    "vulnerable-data-subjects": lambda one: any(_is_vulnerable(people) for people in one.people),
}
"""Criteria that the facts of an activity can point to."""


def signs(one: Controlled, matched: Collection[str] = ()) -> tuple[str, ...]:
    """The criteria that the facts of an activity point to, whether or not it states them.

    `matched`: the activities whose data are combined with others.
    """
    found = [name for name, points in SIGNS.items() if points(one)]
    return (*found, "matching-datasets") if one.key in matched else tuple(found)


def matched(register: Register, on: date) -> frozenset[str]:
    """The activities whose data go to somebody whose service is to combine data, or to a system in which they are combined."""
    combining = {
        one.key
        for one in register.systems
        if any(lexicon("assessments", "combining").finds(said) for said in (one.name, one.note))
    }
    sent = {
        hop.activity
        for hop in register.flows(on=on)
        if any(word in MATCHING for word in register.party(hop.recipient).services)
    }
    kept = {one.activity.key for one in register.seen() if combining.intersection(one.values("systems", on))}
    return frozenset(sent | kept)


def holder_country(register: Register) -> str | None:
    """Where the holder is established, as far as the register says."""
    return register.party(register.holder).country if register.holder else None

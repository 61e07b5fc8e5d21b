"""A right is limited in a way that the law does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import known, phrase
from ropa.law import Certainty, Duty
from ropa.model import Exercise, Register
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import Fact, named
from ropa.rules.provided import Way, ways
from ropa.rules.rule import Place, rule

IN_GENERAL = ("once", "form-first")
"""Limits that no right has."""
OF_A_RIGHT = {"withdraw-consent": "another-interest", "erasure": "another-purpose"}
"""Limits that a certain right does not have."""


@rule(
    "ROPA264",
    article="12(2)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="rights",
    profile="accountability",
)
def right_limited(register: Register, on: date) -> Iterator[Place]:
    """A right is given once only, or after a form; consent lives on as another ground; erasure is for wrong data only.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        rights:
          exercise:
            - {right: access, limits: Once a year}
            - {right: erasure, when: The data are incorrect}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        rights:
          exercise:
            - {right: erasure, when: The data are incorrect}
            - {right: erasure, when: You take back your consent}
    ```
    """
    every = ways(register, on)
    free = any("erasure" in way.exercise.right and not _only_if_wrong(way.exercise) for way in every)
    for way in every:
        for right, limit in _limits(way.exercise, free):
            facts = {"right": _named(register, way, right), "limit": _words(limit)}
            yield Place(way.path, facts, article=_article(right))


def _limits(exercise: Exercise, erasure_is_free: bool) -> Iterator[tuple[str, str]]:
    """By what it is limited, and which right; empty where it is all that it names."""
    for limit in IN_GENERAL:
        if lexicon("rights", limit).finds(exercise.limits):
            yield "", limit
    for right, limit in OF_A_RIGHT.items():
        if right in exercise.right and lexicon("rights", limit).finds(exercise.limits):
            yield right, limit
    if "erasure" in exercise.right and not erasure_is_free and _only_if_wrong(exercise):
        yield "erasure", "if-wrong"


def _only_if_wrong(exercise: Exercise) -> bool:
    return lexicon("rights", "if-wrong").finds(exercise.when)


def _named(register: Register, way: Way, right: str) -> Fact:
    return named(register, (right,) if right else way.exercise.right, "rights")


def _words(limit: str) -> Fact:
    return lambda language: phrase(f"limits.{limit}", language)


def _article(right: str) -> str:
    return str(known("rights")[right]["article"]) if right else ""

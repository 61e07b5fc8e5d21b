"""Children consent, and nothing is recorded about their parents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import phrase, term
from ropa.law import Basis, Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.controlled import Aim, At, Controlled, controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.minors import minors
from ropa.rules.naming import Fact, named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA142",
    article="8(1)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def children_consent_without_parents(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Consent is the basis for data of children, and authorisation by who holds parental responsibility is not recorded.

    Article 8 is about online services offered to a child; the age differs from country to country. Where a verified row of
    the tables has the one of the holder's country, the message says it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: baking-club, data_subjects: children, purposes: {text: Sending recipes, legal_bases: consent}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: baking-club
        data_subjects: children
        purposes: {text: Sending recipes, legal_bases: {basis: consent, when: A parent has agreed}}
    ```
    """
    age = _age(register, on, tables)
    for one in controlled(register, on).activities:
        children = minors(one)
        if not children:
            continue
        for aim in one.aims:
            for basis in aim.rests_on(Basis.CONSENT):
                if not _parents_agree(one, aim, basis):
                    facts = {
                        "purpose": named(register, [aim.words]),
                        "people": named(register, children, "data-subjects"),
                        "age": age,
                    }
                    yield Place(basis.path, facts)


def _age(register: Register, on: date, tables: Tables) -> Fact:
    """The age in the holder's country, as far as the tables are sure of it."""
    country = register.party(register.holder).country if register.holder else None
    row = tables.age_of(country, on) if country else None

    def said(language: str) -> str:
        if row is None or not row.verified:
            return ""
        return phrase(
            "rules.words.age", language, country=term("countries", row.country, language), age=row.age
        )

    return said


def _parents_agree(one: Controlled, aim: Aim, basis: At) -> bool:
    parents, said = lexicon("special", "parents"), basis.value
    activity = one.seen.activity
    texts = (
        said.when,
        said.record,
        said.note,
        aim.purpose.when,
        aim.purpose.note,
        activity.note,
        activity.description,
    )
    return any(parents.finds(text) for text in texts)

"""Children consent, and nothing is recorded about their parents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Aim, At, Controlled, controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.minors import minors
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA142",
    article="8(1)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def children_consent_without_parents(register: Register, on: date) -> Iterator[Place]:
    """Consent is the basis for data of children, and authorisation by who holds parental responsibility is not recorded.

    Article 8 is about online services offered to a child; the age differs from country to country.

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
                    }
                    yield Place(basis.path, facts)


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

"""An employer rests on the consent of its employees or applicants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Aim, At, controlled
from ropa.rules.employment import applying, employed
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA106",
    article="7(4)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def consent_in_employment(register: Register, on: date) -> Iterator[Place]:
    """Consent is the basis where the data subjects are employees or applicants of the controller, who are seldom free to refuse.

    An applicant who agrees to be kept in mind for later is another matter: that is not flagged.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: wages, data_subjects: employees, purposes: {text: Paying wages, legal_bases: consent}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: wages, data_subjects: employees, purposes: {text: Paying wages, legal_bases: contract}}
      - {key: applications, data_subjects: applicants, purposes: {text: Asking again later, legal_bases: consent}}
    ```
    """
    for one in controlled(register, on).activities:
        for aim in one.aims:
            for basis in aim.rests_on(Basis.CONSENT):
                people = [*employed(one), *([] if _is_kept_in_mind(aim, basis) else applying(one))]
                if people:
                    facts = {
                        "purpose": named(register, [aim.words]),
                        "people": named(register, people, "data-subjects"),
                    }
                    yield Place(basis.path, facts)


def _is_kept_in_mind(aim: Aim, basis: At) -> bool:
    later = lexicon("principles", "kept-in-mind")
    return any(later.finds(said) for said in (aim.words, aim.purpose.when, basis.value.when))

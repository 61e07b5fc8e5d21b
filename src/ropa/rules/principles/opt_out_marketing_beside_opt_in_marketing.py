"""Marketing is sent on consent in one place and until somebody objects in another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Aim, controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA118",
    article="21(2)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def opt_out_marketing_beside_opt_in_marketing(register: Register, on: date) -> Iterator[Place]:
    """The register states consent for some marketing, and for other marketing no consent but a way out or another basis.

    One finding for the register, at the first purpose without consent. Electronic messages are also a matter of Article 13
    of Directive 2002/58/EC.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: newsletter, purposes: {text: Sending the newsletter, legal_bases: consent}}
      - {key: offers, purposes: {text: Sending special offers by e-mail, when: Until you unsubscribe}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: newsletter, purposes: {text: Sending the newsletter, legal_bases: consent}}
      - {key: offers, purposes: {text: Sending special offers by e-mail, legal_bases: consent}}
    ```
    """
    marketing = lexicon("principles", "marketing")
    aims = [aim for _, aim in controlled(register, on).aims() if marketing.finds(aim.words)]
    asked = [aim for aim in aims if aim.rests_on(Basis.CONSENT)]
    out = [aim for aim in aims if _goes_on_until_refused(aim)]
    if asked and out:
        facts = {
            "out": named(register, [aim.words for aim in out]),
            "asked": named(register, [aim.words for aim in asked]),
        }
        yield Place(out[0].path, facts)


def _goes_on_until_refused(aim: Aim) -> bool:
    if aim.rests_on(Basis.CONSENT):
        return False  # on both at once: another rule tells
    if aim.rests_on(Basis.LEGITIMATE_INTERESTS, Basis.CONTRACT):
        return True
    return not aim.bases and lexicon("principles", "opting-out").finds(aim.purpose.when)

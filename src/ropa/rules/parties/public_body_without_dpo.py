"""A public body has no data protection officer on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Absence, Register
from ropa.rules.answering import answering
from ropa.rules.awaited import said as awaited, variant
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule

COURT = "court"
"""The service of a court."""


@rule("ROPA155", article="37(1)(a)", duty=Duty.SHALL, theme="parties", profile="accountability")
def public_body_without_dpo(register: Register, on: date) -> Iterator[Place]:
    """A public authority or body has no data protection officer on record; only courts as such are excepted.

    That there is none, or that it does not apply for another reason, is no exception.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Town Bakery, public_body: true}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Town Bakery, public_body: true, dpo: {email: officer@bakery.example}}]
    ```
    """
    for one in answering(register, on):
        absence = one.absences.get("dpo")
        if not one.public_body or one.dpo is not None or COURT in one.services or _is_court(absence):
            continue
        facts = {"party": party(register, one.key), "absence": awaited(register, absence), "key": "dpo"}
        sure = absence is None or absence.state == "none"
        certainty = Certainty.RECORDED if sure else Certainty.LIKELY
        yield Place(f"parties.{one.key}", facts, certainty=certainty, variant=variant(absence))


def _is_court(absence: Absence | None) -> bool:
    """Whether the reason for having no officer is that it is a court: the one exception there is."""
    return absence is not None and lexicon("parties", "court").finds(absence.not_applicable)

"""Who writes to the data protection officer writes to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.answering import contact_of
from ropa.rules.lexicon import words
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA238",
    article="38(5)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="accountability",
)
def dpo_behind_a_shared_mailbox(register: Register, on: date) -> Iterator[Place]:
    """The e-mail address of the data protection officer looks like a general one: others may read what people write in confidence.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, dpo: {name: Ann Warden, email: info@bakery.example}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, dpo: {name: Ann Warden, email: dpo@bakery.example}}]
    ```
    """
    holder = register.party(register.holder) if register.holder else None
    contact = contact_of(register, holder.dpo) if holder else None
    if holder and contact and contact.email and _is_of_all(contact.email):
        at = holder.dpo if isinstance(holder.dpo, str) else holder.key
        yield Place(f"parties.{at}", {"email": named(register, [contact.email])})


def _is_of_all(email: str) -> bool:
    return email.partition("@")[0].strip().casefold() in words("parties", "mailbox-of-all")

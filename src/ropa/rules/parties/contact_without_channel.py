"""Somebody is named who is to be contacted, and no way to do so is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Contact, Party, Register
from ropa.rules.answering import answering, channels, contact_of
from ropa.rules.naming import Fact, named, party
from ropa.rules.rule import Place, rule


@rule("ROPA150", article="30(1)(a)", duty=Duty.SHALL, theme="parties", profile="art30-strict")
def contact_without_channel(register: Register, on: date) -> Iterator[Place]:
    """Whom to ask is recorded, but not by which way: no address, e-mail, telephone or website.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, dpo: officer}, {key: officer, name: Ann Baker}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, dpo: officer}, {key: officer, contact: {email: officer@bakery.example}}]
    ```
    """
    for one in answering(register, on):
        for field in ("contact", "representative", "dpo"):
            said = getattr(one, field)
            if said is not None and not channels(contact_of(register, said)):
                key = said if isinstance(said, str) else ""
                at = f"parties.{key}" if key else f"parties.{one.key}.{field}"
                whose = party(register, key) if key else _who(register, one, said)
                yield Place(at, {"whose": whose}, duty=None if field == "contact" else Duty.WHERE_APPLICABLE)


def _who(register: Register, one: Party, said: Contact) -> Fact:
    return named(register, [said.name]) if said.name else party(register, one.key)

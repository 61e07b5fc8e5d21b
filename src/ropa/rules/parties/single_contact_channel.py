"""There is one way only to reach the holder of the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.answering import channels, contact_of
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule


@rule("ROPA151", article="30(1)(a)", duty=Duty.GOOD_PRACTICE, theme="parties", profile="art30-strict")
def single_contact_channel(register: Register, on: date) -> Iterator[Place]:
    """The holder of the register can be reached by one way only, as far as it is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, contact: {email: info@bakery.example}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, contact: {email: info@bakery.example, phone: 012 345 67 89}}]
    ```
    """
    if register.holder is None:
        return
    one = register.party(register.holder)
    ways = channels(contact_of(register, one.contact))
    if len(ways) == 1:
        yield Place(f"parties.{one.key}", {"party": party(register, one.key)})

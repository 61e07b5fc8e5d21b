"""A source of data is named, and no flow from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import PEOPLE, Register
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties


@rule("ROPA187", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="recipients", profile="accountability")
def source_without_flow(register: Register, on: date) -> Iterator[Place]:
    """Data come from a party, and no flow from it is recorded.

    The source itself is recorded, as Article 14(2)(f) asks; a category of parties is as much as there is to say of it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: agency, name: The Agency}]
    activities: [{key: hiring, name: Hiring, personal_data: {kind: cv, source: agency}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: agency, name: The Agency}]
    activities:
      - {key: hiring, name: Hiring, personal_data: {kind: cv, source: agency}, flows: {sender: agency, recipient: bakery}}
    ```
    """
    senders: dict[str, set[str]] = {}
    for hop in register.flows(on=on):
        held = senders.setdefault(hop.activity, set())
        held.update((hop.sender, *(register.party(hop.sender).members if hop.sender != PEOPLE else ())))
    for seen in register.seen():
        key = seen.activity.key
        known = senders.get(key, set()) | set(register.controllers_of(seen.activity))
        open_ = {
            source: None
            for item in (seen.values("personal_data", on) if seen.activity.holds(on) else ())
            for source in item.source
            if source in register.party_keys
            and source not in known
            and register.party(source).named is not False
        }
        if open_:
            yield Place(seen.path, {"sources": parties(register, open_), "activity": activity(register, key)})

"""Suspicions of offences are dealt with, and no data on offences are recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import PEOPLE, Register
from ropa.model.text import Text
from ropa.rules.controlled import Controlled, controlled, item_of
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA233",
    article="10",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def suspicion_of_offences_not_marked(register: Register, on: date) -> Iterator[Place]:
    """A purpose or a disclosure is about a suspicion of fraud or another offence, and no data are recorded as such data.

    One finding for each activity or general entry. Whether Article 10 is touched is for a person to see.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: Following up a suspicion of fraud, personal_data: name}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: Keeping fraud out, personal_data: name}]
    ```
    """
    ledger = controlled(register, on)
    marked = {one.path for one in ledger.activities if _is_marked(one)}
    found: dict[str, dict[str, Text]] = {}
    for one, aim in ledger.aims():
        if one.path not in marked and any(map(_suspects, (aim.words, aim.purpose.when))):
            found.setdefault(one.path, {})[aim.path] = aim.words
    asked = {one.key for one in ledger.activities if one.path not in marked}
    for hop in register.flows(on=on):
        if hop.activity in asked and hop.sender != PEOPLE and hop.flow.when and _suspects(hop.flow.when):
            found.setdefault(hop.path.rpartition(".flows.")[0], {})[hop.path] = hop.flow.when
    for around, places in found.items():
        at = next(iter(places)) if len(places) == 1 else around
        yield Place(at, {"about": named(register, list(places.values()))})


def _suspects(words: Text | None) -> bool:
    return lexicon("special", "suspicion").finds(words)


def _is_marked(one: Controlled) -> bool:
    """Whether its data say that they are on offences, or what allows them is stated."""
    return any(item_of(at).says("criminal") for at in one.items) or any(
        at.value.ground == "10" for at in one.grounds()
    )

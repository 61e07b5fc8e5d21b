"""A threshold is relied on that was only proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.model.text import Text, sayings
from ropa.rules.claims import claims
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule("ROPA163", article="30(5)", duty=Duty.GOOD_PRACTICE, theme="parties", profile="art30-strict")
def exemption_threshold_not_in_force(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """The register relies on a threshold for the exemption that was proposed and, as far as is known here, is not in force.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, note: "No record needed: fewer than 750 employees."}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, note: "We have fewer than 250 employees."}]
    ```
    """
    row = tables.threshold(on)
    for at, text in claims(register):
        if lexicon("parties", "proposed-threshold").finds(text) and not (row and _names(text, row.persons)):
            yield Place(at, {"said": named(register, [text])})


def _names(text: Text, persons: int) -> bool:
    """Whether the number that holds that day is the one that is named, however its thousands are parted."""
    return any(str(persons) in "".join(one for one in said if one.isdigit()) for said in sayings(text))

"""A transfer is stated without the country it goes to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Ground, Tables
from ropa.model import Hop, Register
from ropa.rules.rule import Place, rule
from ropa.transfer import transfers


@rule("ROPA200", article="30(1)(e)", duty=Duty.WHERE_APPLICABLE, theme="transfers", profile="art30-strict")
def destination_not_identified(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer is stated, or a ground for one, and not to which country.

    Where a flow and a general statement of the same activity say the same, the statement is told once.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities: [{key: shop, transfers: {grounds: standard-contractual-clauses}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities: [{key: shop, transfers: {countries: IN, grounds: standard-contractual-clauses}}]
    ```
    """
    declared: set[tuple[str, frozenset[Ground]]] = set()
    for one in transfers(register, on=on, tables=tables):
        if not (one.country or one.recipient):
            declared.add((one.activity, frozenset((*one.grounds, *one.grounds_any_of))))
            likely = Certainty.LIKELY if one.possible else None
            yield Place(one.path, certainty=likely)
    for hop in register.flows(on=on):
        stated = frozenset((*hop.flow.grounds, *hop.flow.grounds_any_of))
        silent = stated and not (hop.flow.countries or hop.flow.access_from)
        if silent and (hop.activity, stated) not in declared and _is_country(register, hop):
            yield Place(hop.path, certainty=Certainty.LIKELY)


def _is_country(register: Register, hop: Hop) -> bool:
    """Whether a country is what is missing: an international organisation is a destination itself."""
    return hop.recipient not in register.international_organisations

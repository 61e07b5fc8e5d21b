"""A transfer is recorded where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables, in_eea, outside_eea
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.told import countries


@rule("ROPA220", article="44", duty=Duty.GOOD_PRACTICE, theme="transfers", profile="art30-strict")
def transfer_within_eea(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A country inside the EEA is recorded as the destination of a transfer, or a ground where none is asked for.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities: [{key: shop, transfers: {countries: ["NO", IN]}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities: [{key: shop, transfers: {countries: IN}}]
    ```
    """
    told: set[str] = set()
    for seen in register.seen():
        for said in seen.said("transfers", on) if seen.activity.holds(on) else ():
            inside = [code for code in said.value.countries if in_eea(code, on, tables)]
            if inside and said.path not in told:
                told.add(said.path)
                yield Place(said.path, {"countries": countries(register, inside)})
    for hop in register.flows(on=on):
        named_there = (*hop.flow.countries, *hop.flow.access_from)
        stated = hop.flow.grounds or hop.flow.grounds_any_of
        if stated and named_there and not outside_eea(named_there, on, tables) and hop.path not in told:
            told.add(hop.path)
            yield Place(hop.path, {"countries": countries(register, named_there)})

"""A cookie is set or read from a third country, and no transfer shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Scope, Tables, adequate, in_eea
from ropa.model import Register
from ropa.rules.placed import Placed, called, placed
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties


@rule(
    "ROPA282",
    article="44",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def cookie_of_third_country_without_flow(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A party established in a third country sets or reads a cookie, and the activity has no flow to it to look at.

    A country that a decision covers as a whole is no fault. Flows there are judged by the rules of transfers.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: counter, country: IN}]
    activities: [{key: site, cookies: {kind: analytical, consent: required, set_by: counter}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: counter, country: IN}]
    activities:
      - key: site
        cookies: {kind: analytical, consent: required, set_by: counter}
        flows: {recipient: counter, role: controller, countries: IN, grounds: standard-contractual-clauses}
    ```
    """
    flows = {(hop.activity, hop.recipient) for hop in register.flows(on=on)}
    for one in placed(register, on):
        left = [key for key in _abroad(register, one, on, tables) if not _is_shown(one, key, flows)]
        if left:
            facts = {
                "cookie": called(register, one.cookie),
                "parties": parties(register, left),
            }
            yield Place(one.path, facts)


def _abroad(register: Register, one: Placed, on: date, tables: Tables) -> Iterator[str]:
    for key in dict.fromkeys((*one.cookie.set_by, *one.cookie.read_by)):
        country = register.party(key).country
        if country and not in_eea(country, on, tables) and not _is_adequate(country, on, tables):
            yield key


def _is_adequate(country: str, on: date, tables: Tables) -> bool:
    return any(row.scope is Scope.WHOLE for row in adequate(country, on, tables))


def _is_shown(one: Placed, key: str, flows: set[tuple[str, str]]) -> bool:
    return all((activity.key, key) in flows for activity in one.activities)

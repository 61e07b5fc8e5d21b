"""Where data go on to from outside the EEA is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables, outside_eea
from ropa.model import Register
from ropa.rules.naming import activity, party
from ropa.rules.rule import Place, rule
from ropa.sharing.reach import Reach


@rule(
    "ROPA222",
    article="44",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def onward_transfer_open(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Data that are outside the EEA go on from there, and where to is not recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}, {key: helpdesk, name: The Helpdesk}]
    activities:
      - key: shop
        name: Shop
        flows:
          - {recipient: host, role: processor, countries: JP}
          - {sender: host, recipient: helpdesk, role: processor}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}, {key: helpdesk, name: The Helpdesk}]
    activities:
      - key: shop
        name: Shop
        flows:
          - {recipient: host, role: processor, countries: JP}
          - {sender: host, recipient: helpdesk, role: processor, countries: JP}
    ```
    """
    reach = Reach.of(register, on)
    for key, hops in reach.hops.items():
        abroad = {hop.recipient for hop in hops if outside_eea(hop.flow.countries, on, tables)}
        told: set[str] = set()
        for hop in hops:
            silent = not (hop.flow.countries or hop.flow.access_from)
            back = hop.source or hop.recipient in hop.controllers or hop.sender in hop.controllers
            if hop.sender in abroad and silent and not back and key and hop.path not in told:
                told.add(hop.path)
                facts = {
                    "sender": party(register, hop.sender),
                    "recipient": party(register, hop.recipient),
                    "activity": activity(register, key),
                }
                yield Place(hop.path, facts)

"""A later step of data outside the EEA is weaker than the first promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Hop, Register
from ropa.rules.naming import activity, party
from ropa.rules.rule import Place, rule
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
from ropa.transfer import Standing, judged

Step = tuple[str, str, str, str]
"""A flow by what tells it from others: its activity, its path and its two ends."""


@rule(
    "ROPA225",
    article="44",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def weaker_further_on(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Data leave the EEA on a ground that holds, and a later flow of the same data has none.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}, {key: helpdesk, name: The Helpdesk}]
    activities:
      - key: shop
        name: Shop
        personal_data: name
        flows:
          - {recipient: host, role: processor, countries: JP}
          - {sender: host, recipient: helpdesk, role: processor, countries: IN}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}, {key: helpdesk, name: The Helpdesk}]
    activities:
      - key: shop
        name: Shop
        personal_data: name
        flows:
          - {recipient: host, role: processor, countries: JP}
          - {sender: host, recipient: helpdesk, role: processor, countries: JP}
    ```
    """
    stood: dict[Step, Standing] = {}
    for one in judged(register, on=on, tables=tables):
        if one.transfer.hop is not None:
            step = _step(one.transfer.hop)
            stood[step] = max(stood.get(step, Standing.ADEQUATE), one.verdict.standing)
    weak = {step for step, standing in stood.items() if standing in (Standing.FALLEN, Standing.MISSING)}
    if len(weak) == len(stood):
        return
    reach = Reach.of(register, on)
    for key in dict.fromkeys(step[0] for step in stood if step in weak):
        for way in reach[key].ways:
            first = _promised(reach[key], way, stood) if _step(way.hop) in weak else None
            if first is not None:
                facts = {
                    "first": party(register, first.recipient),
                    "sender": party(register, way.hop.sender),
                    "recipient": party(register, way.hop.recipient),
                    "activity": activity(register, key) if key else party(register, first.sender),
                }
                yield Place(way.hop.path, facts)


def _step(hop: Hop) -> Step:
    return hop.activity, hop.path, hop.sender, hop.recipient


def _promised(spread: Spread, way: Way, stood: Mapping[Step, Standing]) -> Hop | None:
    """The transfer by which the sender of a flow has its data, where that one rests on something."""
    trail = spread.possible
    for at in trail.of(way.hop.sender):
        for before in trail.path(at, trail.at[at] & way.tokens):
            if stood.get(_step(before), Standing.MISSING) <= Standing.DEROGATION:
                return before
    return None

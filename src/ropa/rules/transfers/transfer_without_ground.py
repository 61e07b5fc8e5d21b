"""Data leave the EEA, and no ground is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.destination import destination
from ropa.rules.rule import Place, rule
from ropa.transfer import judged

LOOK = ("no-ground-unless-listed", "no-ground-no-country", "from-people", "own-staff")
"""Where a person has to look: a listing may be there, people may send themselves, colleagues may be no other party."""
REASONS = ("no-ground", "no-ground-ended", "no-ground-revoked", "no-ground-out-of-scope", *LOOK)


@rule(
    "ROPA046",
    article="44",
    duty=Duty.SHALL,
    theme="transfers",
    profile="accountability",
)
def transfer_without_ground(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A flow to a third country, or reachable from one, for which the register records no ground.

    An adequacy decision that reaches it is a ground whether or not the register states it. A person has to look where
    the transfer only may happen, or where a listing of the recipient would be enough. A ground that is recorded and not
    in force is another fault.

    Data that people give to a recipient by themselves are no transfer, as no controller or processor sends them; but what
    a third party gets by cookies of a website counts as sent by that website (EDPB Guidelines 05/2021, 14 February 2023).
    A flow from the data subjects may be either. So it is told, in its own words, and never as certain.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: shop-host}]
    activities:
      - {key: orders, flows: [{recipient: shop-host, role: processor, countries: NL, access_from: IN}]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: shop-host}]
    activities:
      - key: orders
        flows:
          - {recipient: shop-host, role: processor, countries: NL, access_from: IN, grounds: standard-contractual-clauses}
    ```
    """
    for one in judged(register, on=on, tables=tables):
        transfer, reason = one.transfer, one.verdict.reason
        if reason in REASONS:
            likely = transfer.possible or reason in LOOK
            yield Place(
                transfer.path,
                {"destination": destination(register, transfer)},
                certainty=Certainty.LIKELY if likely else None,
                variant=reason,
            )

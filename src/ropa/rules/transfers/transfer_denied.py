"""The register says that nothing leaves the EEA, and shows a flow that does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register, Seen
from ropa.rules.destination import destination
from ropa.rules.rule import Place, rule
from ropa.transfer import transfers


@rule("ROPA005", article="30(1)(e)", duty=Duty.WHERE_APPLICABLE, theme="transfers")
def transfer_denied(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """An activity declares that there are no transfers, or that they do not apply, and one of its flows makes one.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helpdesk}]
    activities:
      - key: orders
        flows: {recipient: helpdesk, role: processor, countries: NL, access_from: IN}
        absences: {transfers: none}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helpdesk}]
    activities:
      - key: orders
        flows: {recipient: helpdesk, role: processor, countries: NL}
        absences: {transfers: none}
    ```
    """
    denied = {seen.activity.key for seen in register.seen() if _denies(seen)}
    for one in transfers(register, on=on, tables=tables) if denied else ():
        if one.activity in denied:
            name = register.activity(one.activity).name or one.activity
            yield Place(
                one.path,
                {"activity": name, "destination": destination(register, one)},
                certainty=Certainty.LIKELY if one.possible else None,
            )


def _denies(seen: Seen) -> bool:
    said = [seen.activity.absences, *(general.absences for _, general in seen.generals)]
    return any(held["transfers"].state != "unknown" for held in said if "transfers" in held)

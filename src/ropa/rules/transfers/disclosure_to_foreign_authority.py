"""An authority of a third country receives data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role, Tables
from ropa.model import Register
from ropa.rules.destination import destination
from ropa.rules.rule import Place, rule
from ropa.transfer import transfers

AUTHORITIES = {
    "authority",
    "supervisory-authority",
    "court",
    "police",
    "tax-authority",
    "social-security",
    "labour-inspectorate",
}


@rule(
    "ROPA226",
    article="48",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def disclosure_to_foreign_authority(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Data go to an authority or court of a third country.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: tax, name: The Tax Office, services: tax-authority}]
    activities: [{key: sales, flows: {recipient: tax, role: controller, countries: US}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: tax, name: The Tax Office, services: tax-authority}]
    activities: [{key: sales, flows: {recipient: tax, role: controller, countries: NL}}]
    ```
    """
    told: set[str] = set()
    for one in transfers(register, on=on, tables=tables):
        hop = one.hop
        recipient = register.party(one.recipient) if one.recipient else None
        if hop is None or recipient is None or one.path in told:
            continue
        services = {word for word in recipient.services if isinstance(word, str)}
        if Role.AUTHORITY_INQUIRY in hop.role or services & AUTHORITIES:
            told.add(one.path)
            yield Place(one.path, {"destination": destination(register, one)})

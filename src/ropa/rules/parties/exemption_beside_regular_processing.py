"""The exemption of Article 30(5) is relied on where it does not reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register, Seen
from ropa.rules.claims import claims
from ropa.rules.lexicon import lexicon
from ropa.rules.rule import Place, rule
from ropa.rules.told import activities

REGULAR = {
    "employees",
    "former-employees",
    "applicants",
    "temporary-workers",
    "customers",
    "members",
    "patients",
    "pupils",
    "students",
    "users",
    "subscribers",
    "newsletter-subscribers",
    "tenants",
    "donors",
}
"""People whose data are not processed occasionally (our reading)."""


@rule(
    "ROPA162",
    article="30(5)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="art30-strict",
)
def exemption_beside_regular_processing(register: Register, on: date) -> Iterator[Place]:
    """The register relies on the exemption for small organisations, and shows processing that it does not reach.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, note: "Fewer than 250 employees: Article 30(5) applies."}]
    activities: [{key: wages, name: Wages, data_subjects: employees}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, note: "Fewer than 250 employees: Article 30(5) applies."}]
    activities: [{key: raffle, name: Raffle, data_subjects: contest-participants}]
    ```
    """
    regular = [one for one in register.seen() if one.activity.holds(on) and _is_regular(one, on)]
    for at, text in claims(register) if regular else ():
        if lexicon("parties", "exemption").finds(text):
            yield Place(at, {"activities": activities(register, [one.activity.key for one in regular])})


def _is_regular(seen: Seen, on: date) -> bool:
    kinds = {one.kind for one in seen.values("data_subjects", on) if isinstance(one.kind, str)}
    return bool(kinds & REGULAR) or any(
        item.says("special") or item.says("criminal") for item in seen.values("personal_data", on)
    )

"""An employer cites the condition for care and occupational medicine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Controlled
from ropa.rules.employment import employed
from ropa.rules.grounds import own_grounds
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule

CARE = {"occupational-health", "healthcare-provider", "laboratory"}


@rule(
    "ROPA135",
    article="9(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def care_ground_of_an_employer(register: Register, on: date) -> Iterator[Place]:
    """Article 9(2)(h) is cited for employees, and nobody under professional secrecy is recorded as processing the data.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: staff, data_subjects: employees, personal_data: sick-leave,
         purposes: {text: Guiding the sick, special_grounds: 9(2)(h)}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: doctor, services: occupational-health}]
    activities:
      - key: staff
        data_subjects: employees
        personal_data: sick-leave
        purposes: {text: Guiding the sick, special_grounds: 9(2)(h)}
        flows: {recipient: doctor, role: controller}
    ```
    """
    asked = [
        (one, at) for one, at in own_grounds(register, on) if at.value.ground == "9(2)(h)" and employed(one)
    ]
    if not asked or _cares(register, register.holder):
        return
    cared = {hop.activity for hop in register.flows(on=on) if _cares(register, hop.recipient)}
    for one, at in asked:
        if one.key not in cared and not _says_so(one, at.value.when, at.value.law, at.value.note):
            yield Place(at.path, {"activity": activity(register, one.key)})


def _cares(register: Register, key: str | None) -> bool:
    party = register.party(key) if key and key in register.party_keys else None
    return party is not None and (
        any(one in CARE for one in party.services) or lexicon("special", "secrecy").finds(party.name)
    )


def _says_so(one: Controlled, *texts: object) -> bool:
    secrecy = lexicon("special", "secrecy")
    described = (one.seen.activity.owner, one.seen.activity.description, one.seen.activity.note)
    return any(secrecy.finds(text) for text in (*texts, *described))  # type: ignore[arg-type]

"""Data on convictions and offences are processed, and no law is cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Controlled, controlled, item_of
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule("ROPA139", article="10", duty=Duty.SHALL, theme="special", profile="accountability")
def criminal_data_without_law(register: Register, on: date) -> Iterator[Place]:
    """An activity has data on convictions or offences, and no law that authorises it is cited.

    Where the controller is a public body, official authority may allow it: a person must look.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: staff, purposes: Screening, personal_data: [name, criminal-convictions]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: staff
        purposes: {text: Screening, special_grounds: {ground: "10", law: Screening Act}}
        personal_data: [name, criminal-convictions]
    ```
    """
    public = bool(register.holder and register.party(register.holder).public_body)
    for one in controlled(register, on).activities:
        found = [item_of(at).kind for at in one.items if item_of(at).says("criminal")]
        if found and not _is_allowed(one):
            facts = {
                "items": named(register, found, "personal-data"),
                "activity": activity(register, one.key),
            }
            yield Place(one.path, facts, certainty=Certainty.LIKELY if public else None)


def _is_allowed(one: Controlled) -> bool:
    """Whether Article 10 is cited with a law, or else a law that obliges: which of the two it is, is not for a rule."""
    cited = any(at.value.ground == "10" and at.value.law for at in one.grounds())
    return cited or any(at.value.law for at in one.bases())

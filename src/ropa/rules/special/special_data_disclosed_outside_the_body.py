"""What reveals membership goes outside the body, and no consent is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty, Role
from ropa.model import PEOPLE, Hop, Register
from ropa.rules.controlled import Controlled, controlled, item_of
from ropa.rules.naming import activity, named, party
from ropa.rules.rule import Place, rule
from ropa.rules.sensitive import aim_of, conditions, special

INSIDE = {Role.PROCESSOR, Role.OWN_STAFF}


@rule(
    "ROPA133",
    article="9(2)(d)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def special_data_disclosed_outside_the_body(register: Register, on: date) -> Iterator[Place]:
    """Special data held by a union, party or church, or under Article 9(2)(d), go to somebody else without recorded consent.

    One finding for each recipient of an activity.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakers-union
    parties: [{key: bakers-union, services: trade-union}, {key: shop}]
    activities:
      - key: members
        purposes: {text: Serving members, special_grounds: 9(2)(d)}
        personal_data: [name, {kind: member-number, reveals: trade-union-membership}]
        flows: {recipient: shop, role: controller}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakers-union
    parties: [{key: bakers-union, services: trade-union}, {key: shop}]
    activities:
      - key: members
        purposes: {text: Serving members, special_grounds: 9(2)(d)}
        personal_data: [name, {kind: member-number, reveals: trade-union-membership}]
        flows: {recipient: shop, role: controller, legal_bases: consent}
    ```
    """
    held = {one.key: _kinds(one) for one in controlled(register, on).activities if _is_bound(register, one)}
    told = set()
    for hop in register.flows(on=on):
        carried = [kind for kind in hop.personal_data if kind in held.get(hop.activity, ())]
        if carried and _goes_out(hop) and (hop.activity, hop.recipient) not in told:
            told.add((hop.activity, hop.recipient))
            yield Place(
                hop.path,
                {
                    "recipient": party(register, hop.recipient),
                    "items": named(register, carried, "personal-data"),
                    "activity": activity(register, hop.activity),
                },
            )


def _is_bound(register: Register, one: Controlled) -> bool:
    cited = {at.value.ground for at in conditions(one)}
    return "9(2)(d)" in cited or (aim_of(register) is not None and not cited)


def _kinds(one: Controlled) -> set[object]:
    return {item_of(at).kind for at in special(one)}


def _goes_out(hop: Hop) -> bool:
    inside = bool(hop.role) and INSIDE.issuperset(hop.role)
    agreed = any(one.basis == Basis.CONSENT for one in hop.flow.legal_bases)
    obliged = any(one.basis == Basis.LEGAL_OBLIGATION for one in hop.flow.legal_bases)
    back = hop.source or hop.returned
    return not (hop.sender == PEOPLE or back or hop.general or inside or agreed or obliged)

"""An officer is probably needed, and the register does not say that this was looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Activity, Item, Party, Register, Seen
from ropa.model.text import Text
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import sign

WATCHES = {
    "call-tracking",
    "analytics",
    "data-management-platform",
    "data-broker",
    "credit-agency",
    "social-network",
    "search-engine",
    "telecom-provider",
}
"""Services that consist of following what people do (our reading of Article 37(1)(b))."""
CARES = {"healthcare-provider", "laboratory", "occupational-health", "insurer"}
REVEALED = {"trade-union-membership", "political-opinions", "religious-or-philosophical-beliefs"}
MANY = 5_000
"""So many people are counted as a large scale here: the Regulation gives no number."""


@rule(
    "ROPA156",
    article="37(1)",
    duty=Duty.WHERE_APPLICABLE,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="accountability",
)
def dpo_not_considered(register: Register, on: date) -> Iterator[Place]:
    """Something points to a data protection officer being needed; neither one nor why none is needed is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakers' Union}]
    activities:
      - key: members
        data_subjects: members
        personal_data: {kind: member-number, reveals: trade-union-membership}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties:
      - key: bakery
        name: The Bakers' Union
        absences: {dpo: {not_applicable: "Assessed on 1 May: forty members in one town"}}
    activities:
      - key: members
        data_subjects: members
        personal_data: {kind: member-number, reveals: trade-union-membership}
    ```
    """
    holder = register.party(register.holder) if register.holder else None
    if holder is None or holder.dpo is not None or holder.absences.get("dpo") or holder.public_body:
        return
    found = _sign(register, holder, on)
    if found:
        key, article = found
        yield Place(
            f"parties.{holder.key}",
            {"party": party(register, holder.key), "sign": sign(key)},
            article=article,
        )


def _sign(register: Register, holder: Party, on: date) -> tuple[str, str] | None:
    """What points to an officer being needed, and by which provision."""
    own = [seen for seen in register.seen() if seen.activity.holds(on)]
    if any(_of_members(seen, on) for seen in own):
        return "members", "37(1)(c)"
    if any(
        _is_special(item) for seen in own if _is_large(seen, on) for item in seen.values("personal_data", on)
    ):
        return "special-large", "37(1)(c)"
    services = set(holder.services) if all(isinstance(one, str) for one in holder.services) else set()
    if services & CARES and any(
        _is_special(item) for seen in own for item in seen.values("personal_data", on)
    ):
        return "special-core", "37(1)(c)"
    if any({"systematic-monitoring", "large-scale"} <= _criteria(seen.activity) for seen in own):
        return "monitoring-large", "37(1)(b)"
    return ("monitoring-core", "37(1)(b)") if services & WATCHES else None


def _of_members(seen: Seen, on: date) -> bool:
    """Whether the mere list of its members shows what somebody believes or belongs to."""
    return any(one.kind == "members" for one in seen.values("data_subjects", on)) and any(
        str(item.says(field)) in REVEALED
        for item in seen.values("personal_data", on)
        for field in ("special", "reveals")
    )


def _is_special(item: Item) -> bool:
    return bool(item.says("special") or item.says("reveals") or item.says("criminal"))


def _criteria(one: Activity) -> set[Text]:
    return set(one.dpia.criteria) if one.dpia else set()


def _is_large(seen: Seen, on: date) -> bool:
    counted = (
        re.sub(r"(?<=\d)[ .,](?=\d{3})", "", one.number or "") for one in seen.values("data_subjects", on)
    )
    numbers = [int(digits) for said in counted for digits in re.findall(r"\d{1,12}", said)]
    return "large-scale" in _criteria(seen.activity) or max(numbers, default=0) >= MANY

"""An agreement has ended and nothing took its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Agreement, Hop, Register
from ropa.rules.ended import ended
from ropa.rules.rule import Place, rule
from ropa.rules.told import activities, agreement
from ropa.sharing.engagement import is_contract


@rule(
    "ROPA176",
    article="28(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="accountability",
)
def agreement_ended(register: Register, on: date) -> Iterator[Place]:
    """An agreement has ended, no other of its kind is in force, and what it was made for goes on.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], ends: 2025-12-31}
    activities: [{key: wages, name: Wages, flows: {recipient: office, role: processor}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], ends: 2025-12-31}
      - {key: next, kind: processing-agreement, between: [bakery, office], signed: 2026-01-01}
    activities: [{key: wages, name: Wages, flows: {recipient: office, role: processor}}]
    ```
    """
    found: dict[str, dict[str, None]] = {}
    bare: set[str] = set()
    for hop in register.flows():
        if not hop.holds(on) or not hop.activity:
            continue
        papers = [register.agreement(key) for key in hop.agreements]
        for one in ended(hop, papers, on):
            found.setdefault(one.key, {})[hop.activity] = None
            if _leaves_bare(hop, one, papers, on):
                bare.add(one.key)
    for key, going in found.items():
        one = register.agreement(key)
        yield Place(
            f"agreements.{key}",
            {
                "agreement": agreement(register, key),
                "activities": activities(register, going),
                "day": min(day for day in (one.ends, one.valid_until) if day).isoformat(),
            },
            article="" if is_contract(one) else "5(2)",
            certainty=Certainty.RECORDED if key in bare else None,
        )


def _leaves_bare(hop: Hop, one: Agreement, papers: list[Agreement], on: date) -> bool:
    """Whether a processor is left with no paper at all: that stands in the register, and nobody needs to look."""
    return hop.is_processor and is_contract(one) and not any(paper.holds(on) for paper in papers)

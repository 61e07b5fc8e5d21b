"""A processor receives data, and no contract with it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.engaged import Engaged, engaged
from ropa.rules.rule import Place, rule
from ropa.sharing.engagement import asks_for_contract


@rule("ROPA002", article="28(3)", duty=Duty.SHALL, theme="records", profile="accountability")
def processor_without_agreement(register: Register, on: date) -> Iterator[Place]:
    """A flow to a processor that no processing agreement covers on the day.

    Where the contract between the two has ended, or names the processor on a condition only, or where other papers of the two
    are there, that is another fault.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: payroll-office}]
    activities:
      - {key: wages, flows: [{recipient: payroll-office, role: processor, processing: payroll}]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: payroll-office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, payroll-office], signed: 2024-03-01}
    activities:
      - {key: wages, flows: [{recipient: payroll-office, role: processor, processing: payroll}]}
    ```
    """
    for one in engaged(register, on):
        if not one.is_bound:
            yield Place(
                one.hop.path,
                {"recipient": _name(register, one.hop.recipient), "sender": _name(register, one.sender)},
                article=asks_for_contract(one.hop),
                certainty=Certainty.LIKELY
                if one.held
                else None,  # another paper between them may say it: look
                unless=_otherwise(one),
            )


def _otherwise(one: Engaged) -> str:
    """The rule that tells the same fault of a paper there is, there was, or may be."""
    if one.on_condition:
        return "ROPA178"
    if one.ended:
        return "ROPA176"
    return "ROPA239" if one.by_other_papers else ""


def _name(register: Register, key: str) -> object:
    return register.party(key).name or key

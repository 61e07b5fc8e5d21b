"""A processor receives data, and no contract with it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import PEOPLE, Hop, Register
from ropa.model.hop import between
from ropa.rules.rule import Place, rule

CONTRACTS = ("processing-agreement", "sub-processing-agreement", "other-legal-act")
CLAUSES = ("2021/914", "2021/915")
"""Commission decisions whose clauses also satisfy Article 28(3): 2021/915, and modules 2 and 3 of 2021/914."""


@rule("ROPA002", article="28(3)", duty=Duty.SHALL, theme="records", profile="accountability")
def processor_without_agreement(register: Register, on: date) -> Iterator[Place]:
    """A flow to a processor that no processing agreement covers on the day.

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
    for hop, sender, papers in _engaged(register, on):
        if not any(_binds(register, key, on) for key in papers):
            other = any(register.agreement(key).holds(on) for key in papers)
            yield Place(
                hop.path,
                {"recipient": _name(register, hop.recipient), "sender": _name(register, sender)},
                certainty=Certainty.LIKELY if other else None,  # another paper between them may say it: look
            )


def _engaged(register: Register, on: date) -> Iterator[tuple[Hop, str, tuple[str, ...]]]:
    """Every flow to a processor: who engaged it, and the agreements between the two."""
    hops = [hop for hop in register.flows(on=on) if hop.is_processor]
    told = {(hop.activity, hop.recipient) for hop in hops if hop.sender != PEOPLE}
    for hop in hops:
        if hop.sender != PEOPLE:
            yield hop, hop.sender, hop.agreements
        elif (hop.activity, hop.recipient) not in told:
            # people engage nobody: a processor that collects from them does so for the controllers
            for controller in hop.controllers:
                yield (
                    hop,
                    controller,
                    hop.flow.agreements or between(register, controller, hop.recipient, hop.activity),
                )


def _name(register: Register, key: str) -> object:
    return register.party(key).name or key


def _binds(register: Register, key: str, on: date) -> bool:
    paper = register.agreement(key)
    if not paper.holds(on) or paper.when is not None:  # "where needed" leaves open whether it is there
        return False
    return paper.kind in CONTRACTS or (
        paper.kind == "standard-contractual-clauses"
        and any(number in (paper.decision or "") for number in CLAUSES)
        and (paper.module or "2") in ("2", "3")
    )

"""A processor receives data, and no contract with it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import PEOPLE, Agreement, Hop, Register
from ropa.model.hop import between
from ropa.rules.ended import ended
from ropa.rules.rule import Place, rule
from ropa.sharing.engagement import Papers, binds, is_contract


@rule("ROPA002", article="28(3)", duty=Duty.SHALL, theme="records", profile="accountability")
def processor_without_agreement(register: Register, on: date) -> Iterator[Place]:
    """A flow to a processor that no processing agreement covers on the day.

    Where the contract between the two has ended, or names the processor on a condition only, that is another fault.

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
    ever = Papers(register, None)
    for hop, sender, papers in _engaged(register, on):
        held = [register.agreement(key) for key in papers if register.agreement(key).holds(on)]
        if not any(binds(paper) for paper in held):
            yield Place(
                hop.path,
                {"recipient": _name(register, hop.recipient), "sender": _name(register, sender)},
                certainty=Certainty.LIKELY if held else None,  # another paper between them may say it: look
                unless=_otherwise(ever, hop, held, on),
            )


def _otherwise(ever: Papers, hop: Hop, held: list[Agreement], on: date) -> str:
    """The rule that tells the same fault of a paper there was, or may be."""
    if any(is_contract(paper) and hop.recipient in paper.between for paper in held):
        return "ROPA178"  # it binds on a condition
    keys = hop.flow.agreements or ever.between(hop.sender, hop.recipient, hop.activity)
    papers = [ever.register.agreement(key) for key in keys]
    past = hop.activity and any(is_contract(paper) for paper in ended(hop, papers, on))
    return "ROPA176" if past else ""


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

"""Who engages a processor by which papers, and what these are: Article 28(3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ropa.model import PEOPLE, Agreement, Hop, Register
from ropa.model.hop import between
from ropa.rules.ended import ended
from ropa.sharing.engagement import Papers, binds, is_contract


@dataclass(frozen=True, slots=True)
class Engaged:
    """A flow to a processor, who engaged it, and the papers of the two."""

    hop: Hop
    sender: str
    held: tuple[Agreement, ...]
    """In force on the day."""
    ended: bool
    """Whether a contract of the two has ended, and none binds the processor now."""

    @property
    def is_bound(self) -> bool:
        """Whether a contract with a processor is among the papers in force."""
        return any(binds(paper) for paper in self.held)

    @property
    def on_condition(self) -> bool:
        """Whether there is such a contract for this processor on a condition only."""
        return any(is_contract(paper) and self.hop.recipient in paper.between for paper in self.held)

    @property
    def by_other_papers(self) -> bool:
        """Whether papers are in force, and each is of another kind."""
        return bool(self.held) and not (self.ended or any(is_contract(paper) for paper in self.held))


def engaged(register: Register, on: date) -> tuple[Engaged, ...]:
    """Every flow to a processor on a day."""
    found: tuple[Engaged, ...] = register.kept(
        ("ropa.rules", "engaged", on), lambda: tuple(_engaged(register, on))
    )
    return found


def _engaged(register: Register, on: date) -> Iterator[Engaged]:
    ever = Papers(register, None)
    for hop, sender, papers in _hops(register, on):
        held = tuple(register.agreement(key) for key in papers if register.agreement(key).holds(on))
        bound = any(binds(paper) for paper in held)
        yield Engaged(hop, sender, held, not bound and _has_ended(ever, hop, on))


def _has_ended(ever: Papers, hop: Hop, on: date) -> bool:
    keys = hop.flow.agreements or ever.between(hop.sender, hop.recipient, hop.activity)
    papers = [ever.register.agreement(key) for key in keys]
    return bool(hop.activity) and any(is_contract(paper) for paper in ended(hop, papers, on))


def _hops(register: Register, on: date) -> Iterator[tuple[Hop, str, tuple[str, ...]]]:
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

"""Processors with whom no contract is recorded that is in force: Article 28(3) and (4)."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.model import Register
from ropa.sharing.engagement import asks_for_contract, binds, is_contract
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def without_contract(look: Look) -> Iterator[Gap]:
    """Every engagement of a processor for which no processing agreement in force covers the two and the activity."""
    binding = frozenset(paper.key for paper in look.register.agreements if binds(paper))
    for activity in look.reach:
        activities = named(activity)
        for one in look.reach.engaged(activity):
            if not binding.isdisjoint(one.agreements):
                continue  # asked first: in most registers nearly every engagement has its contract
            yield Gap(
                kind=GapKind.NO_CONTRACT,
                how=_instead(look.register, one.agreements),
                at=(one.hop.path,),
                article=asks_for_contract(one.hop),
                activities=activities,
                sender=one.engager,
                recipient=one.processor,
                agreements=one.agreements,
                possible=one.hop.flow.possible is True,
            )


def _instead(register: Register, keys: tuple[str, ...]) -> str:
    """What there is instead of a contract: one on a condition, other papers, or nothing."""
    if not keys:
        return "none"
    papers = map(register.agreement, keys)
    return "conditional" if any(is_contract(paper) for paper in papers) else "other-paper"

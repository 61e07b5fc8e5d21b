"""Processors with whom no contract is recorded that is in force: Article 28(3) and (4)."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.model import Agreement
from ropa.sharing.engagement import binds, is_contract
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def without_contract(look: Look) -> Iterator[Gap]:
    """Every engagement of a processor for which no processing agreement in force covers the two and the activity."""
    for activity in look.reach:
        activities = named(activity)
        for one in look.reach.engaged(activity):
            papers = [look.register.agreement(key) for key in one.agreements]
            if papers and any(binds(paper) for paper in papers):
                continue
            yield Gap(
                kind=GapKind.NO_CONTRACT,
                how=_instead(papers) if papers else "none",
                at=(one.hop.path,),
                article="28(4)" if one.hop.sub_processor else "28(3)",
                activities=activities,
                sender=one.engager,
                recipient=one.processor,
                agreements=tuple(paper.key for paper in papers),
                possible=one.hop.flow.possible is True,
            )


def _instead(papers: list[Agreement]) -> str:
    """What papers there are instead of a contract: one on a condition, or others."""
    return "conditional" if any(is_contract(paper) for paper in papers) else "other-paper"

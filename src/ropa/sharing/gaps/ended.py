"""Flows that name an agreement which is not in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import known
from ropa.model import Agreement
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named

ACCOUNTABILITY = "5(2)"
"""By which to look at a paper that no provision asks for."""


def not_in_force(look: Look) -> Iterator[Gap]:
    """Every flow that relies by name on an agreement that has ended, or has not begun."""
    out = {paper.key: paper for paper in look.register.agreements if not paper.holds(look.on)}
    for hop in look.hops() if out else ():
        for key in hop.flow.agreements:
            paper = out.get(key)
            if paper:
                yield Gap(
                    kind=GapKind.ENDED_AGREEMENT,
                    how="ended" if _has_ended(paper, look.on) else "not-begun",
                    at=(hop.path,),
                    article=_article(paper),
                    activities=named(hop.activity),
                    sender=hop.sender,
                    recipient=hop.recipient,
                    agreements=(key,),
                    possible=hop.flow.possible is True,
                )


def _has_ended(paper: Agreement, on: date) -> bool:
    return any(day is not None and day < on for day in (paper.ends, paper.valid_until))


def _article(paper: Agreement) -> str:
    """The provision that asks for such a paper."""
    block = known("agreements").get(paper.kind) if isinstance(paper.kind, str) else None
    return str(block.get("article", ACCOUNTABILITY)) if block else ACCOUNTABILITY

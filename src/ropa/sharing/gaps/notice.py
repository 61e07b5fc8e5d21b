"""Notice of new sub-processors that comes later than it has to be passed on: Article 28(2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ropa.model import Agreement, Hop
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def short_notice(look: Look) -> Iterator[Gap]:
    """Every agreement that promises a customer more days than the processor gets from a processor of its own.

    Where two parties have several agreements the longest notice counts; one that states no days says nothing.
    """
    stated = {paper.key: paper for paper in look.register.agreements if paper.notice_days is not None}
    for hop in look.hops() if stated else ():
        given = _longest(stated, hop.agreements) if hop.onward else None
        if given is None or given.notice_days is None:
            continue
        for above in look.reach.engaged(hop.activity).above(hop):
            promised = _longest(stated, above.agreements)
            if promised and promised.key != given.key and (promised.notice_days or 0) > given.notice_days:
                yield _gap(hop, above.engager, promised, given)


def _longest(stated: Mapping[str, Agreement], keys: tuple[str, ...]) -> Agreement | None:
    if len(keys) < 2:
        return stated.get(keys[0]) if keys else None
    papers = [stated[key] for key in keys if key in stated]
    return max(papers, key=lambda paper: paper.notice_days or 0, default=None)


def _gap(hop: Hop, customer: str, promised: Agreement, given: Agreement) -> Gap:
    return Gap(
        kind=GapKind.SHORT_NOTICE,
        at=(f"agreements.{given.key}",),
        article="28(2)",
        activities=named(hop.activity),
        sender=hop.sender,
        recipient=hop.recipient,
        customers=(customer,),
        agreements=(promised.key, given.key),
        possible=hop.flow.possible is True,
        promised=promised.notice_days,
        given=given.notice_days,
    )

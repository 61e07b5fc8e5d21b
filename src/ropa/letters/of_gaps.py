"""Questions that follow from a gap in a chain: leave that one customer did not give, a region that one agreement names.

A finding about a flow may be about one of several senders, and about some customers only. The gap says which: nobody is
asked about a sub-processor that is not engaged for it, and none is told who else is a customer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ropa.letters.dealings import Dealings
from ropa.letters.point import Point
from ropa.model import Hop
from ropa.rules import Finding
from ropa.sharing import Gap, GapKind
from ropa.sharing.engagement import Permission
from ropa.sharing.further_up import spot

OF_GAPS = {
    "sub-processor-not-authorised": GapKind.NO_AUTHORISATION,
    "outside-promised-region": GapKind.OUTSIDE_REGION,
}
"""Rules that tell a gap, and which."""


def of_gap(dealings: Dealings, finding: Finding) -> Iterator[Point]:
    """What the gaps behind a finding make us ask, and whom."""
    above = finding.word.endswith(":above")
    for gap in dealings.gaps_at(OF_GAPS[finding.name], finding.where):
        if gap.kind is GapKind.OUTSIDE_REGION:
            yield from _region(dealings, gap, finding)
        elif gap.at[0] != finding.where or bool(gap.processor) is not above:
            continue
        elif gap.processor:
            yield from _leave_below(dealings, gap)
        elif gap.sender == dealings.register.holder:
            yield from _leave(dealings, gap)
        else:
            for hop in _hops(dealings, gap):
                yield from dealings.point(hop, "authorisation", gap.article)


def _hops(dealings: Dealings, gap: Gap) -> Iterator[Hop]:
    """The flows that show a gap: one entry may be several flows."""
    for path in gap.at:
        for hop in dealings.by_path.get(path, ()):
            if (hop.sender, hop.recipient) == (gap.sender, gap.recipient):
                yield hop


def _leave(dealings: Dealings, gap: Gap) -> Iterator[Point]:
    """Where we are the processor that engages another: those whose leave is missing are asked for it."""
    limited = gap.how in (Permission.NOT_LISTED, Permission.REFUSED)
    for hop in _hops(dealings, gap):
        for customer in gap.customers:
            if _is_for(dealings, hop, customer):
                yield Point(
                    to=customer,
                    topic="permission-limited" if limited else "permission",
                    article=gap.article,
                    about=hop.recipient,
                    activities=(hop.activity,),
                    paths=(hop.path,),
                )


def _leave_below(dealings: Dealings, gap: Gap) -> Iterator[Point]:
    """Where one that we engage, or that is engaged further down, engages another that our customer does not allow.

    Who is engaged there cannot answer; and where it is open that data of the customer get that far nobody is asked.
    """
    if gap.processor != dealings.register.holder or gap.possible:
        return
    for hop in _hops(dealings, gap):
        for customer in gap.customers:
            if _is_for(dealings, hop, customer):
                yield Point(
                    to=customer,
                    topic="permission-below",
                    article=gap.article,
                    about=hop.recipient,
                    activities=(hop.activity,),
                    paths=(hop.path,),
                    engager=hop.sender,
                )


def _is_for(dealings: Dealings, hop: Hop, customer: str) -> bool:
    """Whether a flow is on behalf of a customer that can be asked; whoever stands between may always be told."""
    whose = dealings.on_behalf_of.get(spot(hop), frozenset())
    return dealings.can_be_asked(customer) and (customer in whose or customer not in dealings.controllers)


def _region(dealings: Dealings, gap: Gap, finding: Finding) -> Iterator[Point]:
    """Countries that do not fit a region: that of an agreement with the one who is asked, or of one it never saw."""
    register = dealings.register
    bound = {key for paper in gap.agreements for key in register.agreement(paper).between}
    for hop in _hops(dealings, gap):
        if hop.path != finding.where:
            continue
        for one in dealings.point(hop, "region", gap.article):
            if one.to in bound:
                yield one
            elif register.holder in bound and dealings.customers & bound:
                yield replace(one, topic="region-promised")
            else:
                yield replace(one, topic="region-above")

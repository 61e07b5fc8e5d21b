"""Processors that data leave the EEA to, or are reached from, without a recorded ground: Article 44."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named
from ropa.transfer import transfers_of


def without_ground(look: Look) -> Iterator[Gap]:
    """Every flow to a processor or sub-processor outside the EEA for which the register records no ground."""
    for hop in look.hops():
        if not hop.is_processor:
            continue
        open_ = [one for one in transfers_of(look.register, hop, on=look.on) if not one.has_ground]
        if open_:
            yield Gap(
                kind=GapKind.NO_GROUND,
                how="onward" if hop.sub_processor else "first",
                at=(hop.path,),
                article="44",
                activities=named(hop.activity),
                sender=hop.sender,
                recipient=hop.recipient,
                countries=tuple(dict.fromkeys(one.country for one in open_ if one.country)),
                possible=hop.flow.possible is True,
            )

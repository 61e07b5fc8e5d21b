"""Sub-processors that nobody above is recorded to have authorised: Article 28(2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa.model import Hop
from ropa.sharing.engagement import Authorisation, Permission
from ropa.sharing.further_up import Withheld, spot
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def without_authorisation(look: Look) -> Iterator[Gap]:
    """Every sub-processor without general authorisation, and without specific authorisation that lists it.

    Who engages the processor above is asked, each by itself: one customer may have given leave and another not. Those
    further up are told of where their paper allows only others, or nobody.
    """
    for activity in look.reach:
        engaged, further_up = look.reach.engaged(activity), look.reach.withheld(activity)
        for hop in look.reach.hops[activity]:
            if hop.onward:
                yield from _of_who_engages(hop, engaged.lacking(hop))
                if further_up:
                    yield from _of_those_above(hop, further_up.get(spot(hop), ()))


def _of_who_engages(hop: Hop, lacking: Iterable[Authorisation]) -> Iterator[Gap]:
    missing: dict[Permission, list[Authorisation]] = {}
    for one in lacking:
        missing.setdefault(one.permission, []).append(one)
    for permission, alike in missing.items():
        yield _gap(hop, alike, permission.value)


def _of_those_above(hop: Hop, further_up: Iterable[Withheld]) -> Iterator[Gap]:
    alike: dict[tuple[str, Permission, bool], list[Withheld]] = {}
    for one in further_up:
        alike.setdefault((one.processor, one.permission, one.possible), []).append(one)
    for (processor, permission, possible), several in alike.items():
        yield _gap(hop, several, f"{permission.value}-above", processor, possible=possible)


def _gap(
    hop: Hop,
    alike: list[Authorisation] | list[Withheld],
    how: str,
    processor: str = "",
    possible: bool = False,
) -> Gap:
    return Gap(
        kind=GapKind.NO_AUTHORISATION,
        how=how,
        at=(hop.path,),
        article="28(2)",
        activities=named(hop.activity),
        sender=hop.sender,
        recipient=hop.recipient,
        customers=tuple([one.by for one in alike]),
        processor=processor,
        agreements=tuple(dict.fromkeys([key for one in alike for key in one.agreements])),
        possible=possible or hop.flow.possible is True,
    )

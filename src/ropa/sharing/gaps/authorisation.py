"""Sub-processors that nobody above is recorded to have authorised: Article 28(2)."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.sharing.engagement import GIVEN, Authorisation, Permission
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def without_authorisation(look: Look) -> Iterator[Gap]:
    """Every sub-processor without general authorisation, and without specific authorisation that lists it.

    Who engages the processor above is asked, each by itself: one customer may have given leave and another not.
    """
    for activity in look.reach:
        engaged, activities = look.reach.engaged(activity), named(activity)
        for hop in look.reach.hops[activity]:
            if not hop.sub_processor:
                continue
            missing: dict[Permission, list[Authorisation]] = {}
            for one in engaged.authorisations(hop):
                if one.permission not in GIVEN:
                    missing.setdefault(one.permission, []).append(one)
            for permission, alike in missing.items():
                yield Gap(
                    kind=GapKind.NO_AUTHORISATION,
                    how=permission.value,
                    at=(hop.path,),
                    article="28(2)",
                    activities=activities,
                    sender=hop.sender,
                    recipient=hop.recipient,
                    customers=tuple([one.by for one in alike]),
                    agreements=tuple(dict.fromkeys([key for one in alike for key in one.agreements])),
                    possible=hop.flow.possible is True,
                )

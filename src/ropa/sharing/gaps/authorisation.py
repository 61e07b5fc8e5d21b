"""Sub-processors that nobody above is recorded to have authorised: Article 28(2)."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def without_authorisation(look: Look) -> Iterator[Gap]:
    """Every sub-processor without general authorisation, and without specific authorisation that lists it.

    Who engages the processor above is asked, each by itself: one customer may have given leave and another not.
    """
    for activity in look.reach:
        engaged, activities = look.engaged(activity), named(activity)
        for hop in look.reach.hops[activity]:
            if not hop.sub_processor:
                continue
            missing = [one for one in engaged.authorisations(hop) if not one.permission.is_given]
            for permission in dict.fromkeys([one.permission for one in missing]):
                alike = [one for one in missing if one.permission is permission]
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

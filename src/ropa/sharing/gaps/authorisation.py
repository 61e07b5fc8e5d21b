"""Sub-processors that nobody above is recorded to have authorised: Article 28(2)."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.sharing.engagement import Permission
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named


def without_authorisation(look: Look) -> Iterator[Gap]:
    """Every sub-processor without general authorisation, and without specific authorisation that lists it.

    Who engages the processor above is asked, each by itself: one customer may have given leave and another not.
    """
    for activity in look.reach:
        engaged = look.engaged(activity)
        for hop in look.reach.hops[activity]:
            missing: dict[Permission, dict[str, tuple[str, ...]]] = {}
            for one in engaged.authorisations(hop):
                if not one.permission.is_given:
                    missing.setdefault(one.permission, {})[one.by] = one.agreements
            for permission, by in missing.items():
                yield Gap(
                    kind=GapKind.NO_AUTHORISATION,
                    how=permission.value,
                    at=(hop.path,),
                    article="28(2)",
                    activities=named(activity),
                    sender=hop.sender,
                    recipient=hop.recipient,
                    customers=tuple(by),
                    agreements=tuple(dict.fromkeys(key for keys in by.values() for key in keys)),
                    possible=hop.flow.possible is True,
                )

"""What a gap is: something a chain needs and the register does not record, or records otherwise than promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from ropa.sharing.tokens import Token


class GapKind(StrEnum):
    """The kinds of gaps, in the order in which they are reported."""

    NO_CONTRACT = "processor-without-contract"
    NO_AUTHORISATION = "sub-processor-without-authorisation"
    OUTSIDE_REGION = "outside-promised-region"
    SHORT_NOTICE = "notice-shorter-below"
    NO_GROUND = "onward-transfer-without-ground"
    ENDED_AGREEMENT = "relies-on-agreement-not-in-force"
    NEVER_RECEIVED = "sender-never-receives"
    SYSTEM_WITHOUT_FLOW = "system-without-flow"
    UNUSED_PARTY = "unused-party"


class Gap(NamedTuple):
    """One gap: its kind and variant, whom it is about, by which provision to look at it, and where it stands.

    What a kind has nothing to say about stays empty. A large register has tens of thousands of these.
    """

    kind: GapKind
    article: str
    how: str = ""
    """The variant: what exactly is missing. Each reads differently."""
    sender: str = ""
    """Who sends the data, or engages the processor."""
    recipient: str = ""
    """Who receives them, or is engaged; the party itself where it is about one."""
    customers: tuple[str, ...] = ()
    """Who engages the sender, where its leave or its notice is at stake."""
    processor: str = ""
    """Whom these engage instead, where they stand further up the chain."""
    agreements: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    """Where an agreement says that data stay."""
    countries: tuple[str, ...] = ()
    """Where they are, or from where they can be reached; empty for an international organisation."""
    decisions: tuple[str, ...] = ()
    """Adequacy decisions that reach some of these countries on the day, though the register does not state them."""
    promised: int | None = None
    """Days of notice promised to a customer."""
    given: int | None = None
    """Days of notice received from below."""
    tokens: tuple[Token, ...] = ()
    """Which data of whom."""
    system: str = ""
    at: tuple[str, ...] = ()
    """The paths of the entries that show it."""
    activities: tuple[str, ...] = ()
    possible: bool = False
    """Whether every flow that shows it only may happen."""


_WHERE = Gap._fields.index("at")
"""From here on stands what may differ between gaps that are told as one."""


def united(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """The same gap in several places and activities as one, by kind and then in the order of the register."""
    first: dict[Any, Gap] = {}
    others: dict[Any, list[Gap]] = {}
    for one in found:
        what = one[:_WHERE]
        if first.setdefault(what, one) is not one:
            others.setdefault(what, []).append(one)
    for what, several in others.items():
        first[what] = _as_one((first[what], *several))
    by_kind: dict[GapKind, list[Gap]] = {kind: [] for kind in GapKind}
    for one in first.values():
        by_kind[one.kind].append(one)
    return tuple(chain.from_iterable(by_kind.values()))


def _as_one(several: Sequence[Gap]) -> Gap:
    return several[0]._replace(
        at=tuple(dict.fromkeys(chain.from_iterable([one.at for one in several]))),
        activities=tuple(dict.fromkeys(chain.from_iterable([one.activities for one in several]))),
        possible=all(one.possible for one in several),
    )

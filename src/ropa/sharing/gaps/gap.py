"""What a gap is: something a chain needs and the register does not record, or records otherwise than promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from operator import attrgetter
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One gap: its kind and variant, where it stands, whom it is about, and by which provision to look at it.

    What a kind has nothing to say about stays empty.
    """

    kind: GapKind
    how: str = ""
    """The variant: what exactly is missing. Each reads differently."""
    at: tuple[str, ...]
    """The paths of the entries that show it."""
    article: str
    activities: tuple[str, ...] = ()
    sender: str = ""
    """Who sends the data, or engages the processor."""
    recipient: str = ""
    """Who receives them, or is engaged; the party itself where it is about one."""
    customers: tuple[str, ...] = ()
    """Who engages the sender, where its leave or its notice is at stake."""
    agreements: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    """Where an agreement says that data stay."""
    countries: tuple[str, ...] = ()
    """Where they are, or from where they can be reached; empty for an international organisation."""
    promised: int | None = None
    """Days of notice promised to a customer."""
    given: int | None = None
    """Days of notice received from below."""
    tokens: tuple[Token, ...] = ()
    """Which data of whom."""
    system: str = ""
    possible: bool = False
    """Whether every flow that shows it only may happen."""


WHERE = ("at", "activities", "possible")
"""What may differ between gaps that are told as one."""
_what = attrgetter(*(one.name for one in fields(Gap) if one.name not in WHERE))


def united(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """The same gap in several places and activities as one, by kind and then in the order of the register."""
    same: dict[Any, list[Gap]] = {}
    for one in found:
        same.setdefault(_what(one), []).append(one)
    order = {kind: place for place, kind in enumerate(GapKind)}
    return tuple(_as_one(several) for several in sorted(same.values(), key=lambda held: order[held[0].kind]))


def _as_one(several: Sequence[Gap]) -> Gap:
    if len(several) == 1:
        return several[0]
    return replace(
        several[0],
        at=tuple(dict.fromkeys(path for one in several for path in one.at)),
        activities=tuple(dict.fromkeys(key for one in several for key in one.activities)),
        possible=all(one.possible for one in several),
    )

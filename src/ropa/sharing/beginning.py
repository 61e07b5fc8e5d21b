"""With which data the controllers of an activity begin for certain, and what others make themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ropa.model import PEOPLE
from ropa.sharing.origins import reached
from ropa.sharing.tokens import Matter

if TYPE_CHECKING:
    from ropa.sharing.spread import Way
    from ropa.sharing.trail import At, Trail


def surely(matter: Matter, ways: Sequence[Way], everything: int) -> Mapping[str, int]:
    """The tokens each controller begins with for certain: all of the activity, unless its flows say less.

    One that gets data from another controller begins with what arrives. Several that are not joint have each its own
    people: one whose flows all name what they carry begins with that.
    """
    if len(matter.controllers) < 2:
        return dict.fromkeys(matter.controllers, everything)
    fed = _fed(matter, [way for way in ways if not way.possible])
    return {
        one: 0 if one in fed else everything if matter.joint else _sent(one, ways, everything)
        for one in matter.controllers
    }


def _fed(matter: Matter, ways: Sequence[Way]) -> set[str]:
    """The controllers that get their data from another one of them; of those that only feed each other none."""
    onward: dict[str, list[str]] = {}
    for way in ways:
        ends = way.hop.sender, way.hop.recipient
        if way.own and not way.back and ends[0] in matter.among and ends[0] != ends[1]:
            onward.setdefault(ends[0], []).append(ends[1])
    told = {way.hop.recipient for way in ways if way.hop.sender == PEOPLE}
    into = {to for recipients in onward.values() for to in recipients} - told
    first = [one for one in matter.controllers if one not in into]
    return reached(first, onward) - set(first)


def _sent(controller: str, ways: Sequence[Way], everything: int) -> int:
    own = [way for way in ways if way.hop.sender == controller]
    if not own or not all(names(way) for way in own):
        return everything
    sent = 0
    for way in own:
        sent |= way.tokens
    return sent


def names(way: Way) -> bool:
    """Whether a flow says of its own accord which data it carries, or whose."""
    return bool(way.hop.flow.personal_data or way.hop.flow.data_subjects)


class Made(NamedTuple):
    """What parties made themselves, by who made it and for whom."""

    perhaps: Mapping[At, int]
    certain: Mapping[At, int]


def made(matter: Matter, ways: Sequence[Way], trail: Trail) -> Mapping[At, int]:
    """What a party sends a controller that names it and that nobody is said to have given it: results it made itself.

    What a processor has of somebody else, or of its own, it did not make for whom it sends it back to. What one
    controller has for another without doing anything for it is its own.
    """
    found: dict[At, int] = {}
    for way in ways:
        if not way.own or way.hop.sender == PEOPLE or not names(way):
            continue
        sender = way.hop.sender
        itself = sender in matter.among and not way.back
        at = (sender, matter.tag(sender) if itself else way.own)
        held = trail.at.get(at, 0) if way.back else trail.held(sender)
        if missing := way.tokens & ~held:
            found[at] = found.get(at, 0) | missing
    return found

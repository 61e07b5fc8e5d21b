"""With which data the controllers of an activity begin for certain, and what others make themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ropa.model import PEOPLE
from ropa.sharing.origins import reached
from ropa.sharing.tokens import Matter

if TYPE_CHECKING:
    from ropa.sharing.spread import Way
    from ropa.sharing.trail import At, Trail


def surely(matter: Matter, ways: Sequence[Way], everything: int) -> Mapping[str, int]:
    """The tokens each controller begins with for certain, beside those that people are said to give it.

    All of the activity, unless its flows say less. One that gets data from another controller begins with what
    arrives; where people give something to one of joint controllers the others do not begin with it; one of several
    that are not joint has its own people: if these are said to give it some data it does not begin with what they
    give to others, and if all its flows name what they carry it begins with that.
    """
    if len(matter.controllers) < 2:
        return dict.fromkeys(matter.controllers, everything)
    sure = [way for way in ways if not way.possible]
    fed, told = _fed(matter, sure), _told(matter, sure)
    sent = {} if matter.joint else _sent(matter, ways, everything)
    given = 0
    for mask in told.values():
        given |= mask
    found = {}
    for one in matter.controllers:
        begins = sent.get(one, everything)
        found[one] = 0 if one in fed else begins & ~given if matter.joint or one in told else begins
    return found


def _told(matter: Matter, ways: Sequence[Way]) -> Mapping[str, int]:
    """What people give each controller."""
    found: dict[str, int] = {}
    for way in ways:
        if way.hop.sender == PEOPLE and way.hop.recipient in matter.among:
            found[way.hop.recipient] = found.get(way.hop.recipient, 0) | way.tokens
    return found


def _fed(matter: Matter, ways: Sequence[Way]) -> set[str]:
    """The controllers that get their data from another one of them.

    Of those that only feed each other it is those that one leads to whom people tell something; else none.
    """
    onward: dict[str, list[str]] = {}
    for way in ways:
        ends = way.hop.sender, way.hop.recipient
        if way.own and not way.back and ends[0] in matter.among and ends[0] != ends[1]:
            onward.setdefault(ends[0], []).append(ends[1])
    into = {to for recipients in onward.values() for to in recipients}
    first = [one for one in matter.controllers if one not in into]
    known = reached(first, onward)
    told = [one for one in _told(matter, ways) if one not in known]
    return (known | reached(told, onward)) - {*first, *told}


def _sent(matter: Matter, ways: Sequence[Way], everything: int) -> Mapping[str, int]:
    """What each controller sends by name; everything where one of its flows names nothing."""
    found: dict[str, int] = {}
    for way in ways:
        if way.hop.sender in matter.among:
            tokens = way.tokens if names(way) else everything
            found[way.hop.sender] = found.get(way.hop.sender, 0) | tokens
    return found


def names(way: Way) -> bool:
    """Whether a flow says of its own accord which data it carries, or whose."""
    return bool(way.hop.flow.personal_data or way.hop.flow.data_subjects)


class Made(NamedTuple):
    """What parties made themselves, by who made it and for whom."""

    perhaps: Mapping[At, int]
    certain: Mapping[At, int]


def made(matter: Matter, ways: Sequence[Way], trail: Trail) -> Mapping[At, int]:
    """What a party sends by name to a controller, or back to who engages it, and nobody is said to have given it.

    These are results it made itself. What a processor has of somebody else, or of its own, it did not make for whom
    it sends it back to; nor what one that it engages sends it. What one controller has for another without doing
    anything for it is its own.
    """
    brought = _brought(ways)
    found: dict[At, int] = {}
    for way in ways:
        if way.hop.sender != PEOPLE and (way.own or way.hop.returned) and names(way):
            for at, held in _makers(matter, way, trail):
                held |= brought.get(at, 0) | brought.get((at[0], ""), 0)
                if missing := way.tokens & ~held:
                    found[at] = found.get(at, 0) | missing
    return found


def _makers(matter: Matter, way: Way, trail: Trail) -> Iterator[tuple[At, int]]:
    """For whom the sender of a flow would have made what it sends, and what it has of it already."""
    sender = way.hop.sender
    if way.back:
        yield (sender, way.own), trail.at.get((sender, way.own), 0)
    elif way.own:
        yield (sender, matter.tag(sender) if sender in matter.among else way.own), trail.held(sender)
    else:
        tags = [tag for _, tag in trail.of(sender) if not way.among or tag in way.among]
        for tag in tags or way.among or matter.tags:
            yield (sender, tag), trail.held(sender)


def _brought(ways: Sequence[Way]) -> Mapping[At, int]:
    """What each party gets back from those it engages, by whom it is for; under no name what is for everybody."""
    found: dict[At, int] = {}
    for way in ways:
        if way.hop.returned and names(way):
            for tag in way.among or ("",):
                at = (way.hop.recipient, tag)
                found[at] = found.get(at, 0) | way.tokens
    return found

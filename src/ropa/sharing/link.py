"""The links of a chain: what one flow passes on, on whose behalf, and how far from the controller it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from ropa.law import Role
from ropa.model import PEOPLE, Agreement, Hop, Party
from ropa.sharing.engagement import Authorisation
from ropa.sharing.further_up import Withheld
from ropa.sharing.spread import Spread, Way, union
from ropa.sharing.tokens import Token
from ropa.sharing.trail import At, Trail


@dataclass(frozen=True, slots=True)
class Link:
    """One flow of a chain with all that is asked of it: who, where, on which paper, with whose leave."""

    hop: Hop
    rank: int | None
    """1 for a processor of a controller, 2 for a processor of that one, and so on; None for who is no processor."""
    party: Party = field(repr=False)
    """The recipient, with its name, registration and country of establishment."""
    tokens: tuple[Token, ...]
    """Which data of whom it carries."""
    customers: tuple[str, ...]
    """On behalf of which controllers."""
    agreements: tuple[Agreement, ...] = field(repr=False)
    """The agreements in force between sender and recipient; none where none is recorded."""
    authorisations: tuple[Authorisation, ...]
    """For a sub-processor: what each party that engages the sender allows."""
    possible: bool
    """Whether it is open that it happens, or that the data get that far."""
    withheld: tuple[Withheld, ...] = ()
    """Those further up whose paper allows only other sub-processors than this one, or none."""
    circle: bool = False
    """Whether the recipient stands higher in the chain: by this flow data get back to it, round a circle."""

    @property
    def activity(self) -> str:
        """The key of the activity; empty for what is only said in general."""
        return self.hop.activity

    @property
    def sender(self) -> str:
        """The key of the sender; `data-subjects` where people themselves give the data."""
        return self.hop.sender

    @property
    def recipient(self) -> str:
        """The key of the recipient."""
        return self.hop.recipient

    @property
    def role(self) -> tuple[Role, ...]:
        """What the recipient is here: one, several (undecided) or none (not stated)."""
        return self.hop.role

    @property
    def countries(self) -> tuple[str, ...]:
        """Where the data are; none where that is not stated."""
        return self.hop.countries

    @property
    def access_from(self) -> tuple[str, ...]:
        """From where they can be reached, beyond that."""
        return self.hop.flow.access_from


@dataclass(slots=True)
class Passing:
    """What passes by one flow: tokens, and for which controllers."""

    way: Way
    tags: dict[str, int] = field(default_factory=dict)
    """For which controllers, and which tokens for each."""
    certain: bool = False

    @property
    def tokens(self) -> int:
        """All that passes, for whomever."""
        return union(self.tags.values())

    @property
    def hop(self) -> Hop:
        """The flow."""
        return self.way.hop

    @property
    def from_people(self) -> bool:
        """Whether people themselves give the data."""
        return self.way.hop.sender == PEOPLE


def passings(spread: Spread, trail: Trail, tags: Set[str]) -> Iterator[Passing]:
    """The flows by which something of a trail goes on for some controllers, in the order of the register.

    What comes back to a controller or to who engages its sender, or comes from a source, is above the chain and no
    link of it.
    """
    controllers = frozenset(spread.matter.controllers)
    for way in spread.ways:
        hop = way.hop
        upward = hop.source and hop.sender not in controllers
        if upward or hop.returned or hop.back:
            continue
        found = Passing(way)
        for tag, mask in leaving(spread, trail, way):
            for one in spread.matter.narrowed(way.customers, tag) if way.customers else (tag,):
                if one in tags:
                    found.tags[one] = found.tags.get(one, 0) | mask
        if found.tokens:
            found.certain = not way.possible and _is_certain(spread, way, found.tags)
            yield found


def leaving(spread: Spread, trail: Trail, way: Way) -> Iterator[tuple[str, int]]:
    """For whom the sender has something that the flow takes along, and what."""
    if way.hop.sender == PEOPLE:
        yield from ((tag, way.tokens) for tag in spread.matter.tags if way.tokens)
        return
    for at in trail.before(way):
        if trail.at[at] & way.tokens:
            yield at[1], trail.at[at] & way.tokens


def _is_certain(spread: Spread, way: Way, tags: Collection[str]) -> bool:
    if way.hop.sender == PEOPLE or spread.certain is spread.possible:
        return True
    matter = spread.matter
    return any(
        set(matter.narrowed(way.customers, tag) if way.customers else (tag,)) & set(tags)
        for tag, _ in leaving(spread, spread.certain, way)
    )


def below(spread: Spread, party: str, tags: Set[str]) -> Trail:
    """Where what a party holds for some controllers gets from there. What goes back to a controller is its own again,
    and what goes back to who engages a processor is above it."""
    starts: dict[At, int] = {at: spread.possible.at[at] for at in spread.possible.of(party) if at[1] in tags}
    down = (way for way in spread.ways if way.hop.sender != PEOPLE and not (way.own or way.hop.returned))
    return Trail(starts, down, spread.arrives)


def ranks(hops: Sequence[Hop], controllers: Iterable[str], begun: Iterable[str]) -> Mapping[str, int]:
    """How many processors lie between each sender and whoever decides: 0 for controllers and who is no processor.

    The shortest way from a controller of the activity counts; only who is not reached from one is counted from a
    party that decides for itself, or of which nobody says how it got the data (`begun`). People engage nobody who
    is engaged by somebody else. A circle of processors that nothing but a flow of another kind leads to begins with
    whoever that flow comes to.
    """
    engaged: dict[str, list[str]] = {}
    told = {hop.recipient for hop in hops if hop.is_processor and hop.sender != PEOPLE}
    for hop in hops:
        if hop.is_processor and not (hop.sender == PEOPLE and hop.recipient in told):
            engaged.setdefault(hop.sender, []).append(hop.recipient)
    processors = {to for recipients in engaged.values() for to in recipients}
    ends = dict.fromkeys(end for hop in hops for end in (hop.sender, hop.recipient))
    far: dict[str, int] = {}
    _spread_out({*controllers, PEOPLE}, engaged, far)
    _spread_out({*begun} | (ends.keys() - processors), engaged, far)
    _spread_out({hop.recipient for hop in hops if not hop.is_processor}, engaged, far)
    _spread_out(ends, engaged, far)
    return far


def _spread_out(starts: Iterable[str], engaged: Mapping[str, Sequence[str]], far: dict[str, int]) -> None:
    waiting = deque(one for one in starts if one not in far)
    far.update(dict.fromkeys(waiting, 0))
    while waiting:
        party = waiting.popleft()
        for to in engaged.get(party, ()):
            if to not in far:
                far[to] = far[party] + 1
                waiting.append(to)

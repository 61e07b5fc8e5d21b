"""Who answers for data along the ways by which they came: the last that got them for itself (Article 4(7) and (8))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ropa.law import Role
from ropa.model import PEOPLE, Hop
from ropa.sharing.journey import Came
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import At, Placed, Trail

ON_ITS_OWN = {Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.AUTHORITY_INQUIRY}
"""Recipients that answer for what they hold themselves."""
ON_BEHALF = {Role.PROCESSOR, Role.OWN_STAFF}


class Whose(NamedTuple):
    """Whose the same data are once they came, by whichever ways."""

    own: tuple[str, ...] = ()
    """The last party on a way that got them for itself, of each way that has one."""
    controllers: bool = False
    """Whether by some way they still are those of the controllers of the activity."""
    undecided: tuple[str, ...] = ()
    """Those after that of whom it is open what they are: each may have them for itself."""


class Ways:
    """Goes back along all ways by which parties got data of one activity: for what it surely has, those that are sure."""

    def __init__(self, spread: Spread) -> None:
        self._back = {
            True: _Back(spread, spread.possible, spread.into),
            False: _Back(spread, spread.certain, spread.surely_into),
        }
        self._known: dict[tuple[At, bool], tuple[tuple[Whose, int], ...]] = {}

    def parts(self, one: Came) -> Iterator[tuple[Whose, Came]]:
        """Data that came alike, parted by who answers for them."""
        asked = one.at, one.possible
        if asked not in self._known:
            self._known[asked] = tuple(self._back[one.possible].behind(one.at))
        for who, mask in self._known[asked]:
            if part := one.tokens & mask:
                yield who, one._replace(tokens=part)


class _Back:
    """One trail, gone back from where data are to whoever got them for itself."""

    def __init__(self, spread: Spread, trail: Trail, into: Mapping[str, Sequence[Placed]]) -> None:
        self._spread, self._trail, self._into = spread, trail, into
        self._from: dict[str, dict[At, list[tuple[Way, At | None]]]] = {}

    def behind(self, here: At) -> Iterator[tuple[Whose, int]]:
        """Who answers for what is held here, and for which tokens each; every token comes once."""
        mask = self._trail.at.get(here, 0)
        own: dict[str, int] = {}
        undecided: dict[str, int] = {}
        seen = {here: mask}
        waiting = [(here, mask)]
        for at, fresh in waiting:
            left = fresh
            for way, sender in self._entering(at):
                passing = fresh & way.tokens & (self._trail.at[sender] if sender else fresh)
                left &= ~passing
                takes = passing and self._takes(way.hop)
                if takes:
                    if at != here:  # what the party itself is to them is asked elsewhere
                        own[at[0]] = own.get(at[0], 0) | passing
                elif passing:
                    if takes is None and at != here:
                        undecided[at[0]] = undecided.get(at[0], 0) | passing
                    if sender is None or self._decides(sender):
                        own[""] = own.get("", 0) | passing
                    elif new := passing & ~seen.get(sender, 0):
                        seen[sender] = seen.get(sender, 0) | new
                        waiting.append((sender, new))
            if left:
                own[""] = own.get("", 0) | left  # they begin here
        return _alike(own, undecided, mask)

    def _takes(self, hop: Hop) -> bool | None:
        """Whether the recipient of a flow gets data for itself; None where it is open what it is."""
        if hop.returned or (hop.role and ON_BEHALF.issuperset(hop.role)):
            return False
        return True if hop.role and ON_ITS_OWN.issuperset(hop.role) else None

    def _decides(self, at: At) -> bool:
        matter = self._spread.matter
        return at[0] in matter.among and at[1] == matter.tag(at[0])

    def _entering(self, at: At) -> list[tuple[Way, At | None]]:
        """The flows that bring something to a place, each with where its sender had it; None where people gave it."""
        party = at[0]
        if party not in self._from:
            found = self._from[party] = {}
            for _, way in self._into.get(party, ()):
                if way.hop.sender == PEOPLE:
                    for to in {
                        to: None for tag in self._spread.matter.tags for to in self._spread.arrives(way, tag)
                    }:
                        found.setdefault(to, []).append((way, None))
                else:
                    for sender in self._trail.before(way):
                        for to in self._spread.arrives(way, sender[1]):
                            found.setdefault(to, []).append((way, sender))
        return self._from[party].get(at, [])


def _alike(own: Mapping[str, int], undecided: Mapping[str, int], mask: int) -> Iterator[tuple[Whose, int]]:
    """The tokens that the same answer for, together."""
    kinds = [mask]
    for part in (*own.values(), *undecided.values()):
        kinds = [one for kind in kinds for one in (kind & part, kind & ~part) if one]
    for kind in sorted(kinds, key=lambda one: one & -one):
        yield (
            Whose(
                tuple(sorted(one for one, held in own.items() if one and held & kind)),
                bool(own.get("", 0) & kind),
                tuple(sorted(one for one, held in undecided.items() if held & kind)),
            ),
            kind,
        )

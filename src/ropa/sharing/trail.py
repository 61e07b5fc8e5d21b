"""Follows data from party to party until nothing new arrives anywhere, and remembers by which flow each first came."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from ropa.model import Hop

if TYPE_CHECKING:
    from ropa.sharing.spread import Way

At = tuple[str, str]
"""Who holds something, and on behalf of which controller."""
Paths = dict[tuple[At, int], tuple[Hop, ...]]
"""Paths by where they end and with which token."""
Placed = tuple[int, "Way"]
"""A flow with its place in the order of the register."""


def by_recipient(ways: Iterable[Way]) -> Mapping[str, Sequence[Placed]]:
    """Flows by whom they come to."""
    found: dict[str, list[Placed]] = {}
    for place, way in enumerate(ways):
        found.setdefault(way.hop.recipient, []).append((place, way))
    return found


class Leaving:
    """The flows that leave each party, looked up by whom the data are for: a sender may serve thousands."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._open: dict[str, list[Placed]] = {}
        self._for: dict[At, list[Placed]] = {}
        for place in enumerate(ways):
            way = place[1]
            sender = way.hop.sender
            if not way.among:
                self._open.setdefault(sender, []).append(place)
            for tag in way.among:
                self._for.setdefault((sender, tag), []).append(place)

    def at(self, at: At) -> Iterable[Way]:
        """The flows that may take along what a party holds for a controller, in the order of the register."""
        for_all, for_it = self._open.get(at[0], ()), self._for.get(at, ())
        both = sorted((*for_all, *for_it), key=_place) if for_all and for_it else for_all or for_it
        return (way for _, way in both)


_place = itemgetter(0)


class Trail:
    """The closure of one activity: what each party holds for each controller, as sets of tokens.

    First in, first out, so every token comes to everybody by a path of the fewest flows; of those the first in the
    order of the register. Each token arrives once at each place: cycles end by themselves.
    """

    def __init__(
        self,
        starts: Mapping[At, int],
        ways: Iterable[Way] | Leaving,
        arrives: Callable[[Way, str], tuple[At, ...]],
    ) -> None:
        self.at: dict[At, int] = {}
        self._came: dict[At, list[tuple[int, Hop, At]]] = {}
        self._of: dict[str, list[At]] = {}
        self._all: dict[str, int] = {}
        self._place: dict[At, int] = {}
        onward = ways if isinstance(ways, Leaving) else Leaving(ways)
        waiting: deque[tuple[At, int]] = deque()
        for at, mask in starts.items():
            if mask:
                self._add(at, mask)
                waiting.append((at, mask))
        while waiting:
            at, fresh = waiting.popleft()
            for way in onward.at(at):
                passing = fresh & way.tokens
                for there in arrives(way, at[1]) if passing else ():
                    new = passing & ~self.at.get(there, 0)
                    if new:
                        self._add(there, new)
                        self._came.setdefault(there, []).append((new, way.hop, at))
                        waiting.append((there, new))

    def _add(self, at: At, mask: int) -> None:
        if at not in self.at:
            self._place[at] = len(self._place)
            self._of.setdefault(at[0], []).append(at)
        self.at[at] = self.at.get(at, 0) | mask
        self._all[at[0]] = self._all.get(at[0], 0) | mask

    def parties(self) -> Iterable[str]:
        """Whoever may hold something, in the order in which it reaches them."""
        return self._of.keys()

    def of(self, party: str) -> Sequence[At]:
        """For which controllers a party may hold something."""
        return self._of.get(party, ())

    def held(self, party: str) -> int:
        """All that a party may hold, for whomever."""
        return self._all.get(party, 0)

    def before(self, way: Way) -> Sequence[At]:
        """What the sender of a flow may hold that it can take along: for which controllers."""
        if not way.among:
            return self.of(way.hop.sender)
        found = [at for at in ((way.hop.sender, tag) for tag in way.among) if at in self._place]
        return sorted(found, key=self._place.__getitem__) if len(found) > 1 else found

    def path(self, at: At, mask: int, known: Paths | None = None) -> tuple[Hop, ...]:
        """The flows by which the first of these tokens came; none where it begins here, or is not here.

        Who asks this trail for many gives the same `known` again: most paths are another one and a step.
        """
        bit = self.at.get(at, 0) & mask
        bit &= -bit
        known = {} if known is None else known
        asked, beyond = (at, bit), []
        while bit and (at, bit) not in known:
            step = next((one for one in self._came.get(at, ()) if one[0] & bit), None)
            if step is None:
                break
            beyond.append(step[1])
            at = step[2]
        found = (*known.get((at, bit), ()), *reversed(beyond))
        known[asked] = found
        return found

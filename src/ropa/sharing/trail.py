"""Follows data from party to party until nothing new arrives anywhere, and remembers by which flow each first came."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ropa.model import Hop

if TYPE_CHECKING:
    from ropa.sharing.spread import Way

At = tuple[str, str]
"""Who holds something, and on behalf of which controller."""


class Trail:
    """The closure of one activity: what each party holds for each controller, as sets of tokens.

    First in, first out, so every token comes to everybody by a path of the fewest flows; of those the first in the
    order of the register. Each token arrives once at each place: cycles end by themselves.
    """

    def __init__(
        self,
        starts: Mapping[At, int],
        ways: Iterable[Way],
        arrives: Callable[[Way, str], tuple[At, ...]],
    ) -> None:
        self.at: dict[At, int] = {}
        self._came: dict[At, list[tuple[int, Hop, At]]] = {}
        self._of: dict[str, list[At]] = {}
        onward: dict[str, list[Way]] = {}
        for way in ways:
            onward.setdefault(way.hop.sender, []).append(way)
        waiting: deque[tuple[At, int]] = deque()
        for at, mask in starts.items():
            self._add(at, mask)
            waiting.append((at, mask))
        while waiting:
            at, fresh = waiting.popleft()
            for way in onward.get(at[0], ()):
                passing = fresh & way.tokens
                for there in arrives(way, at[1]) if passing else ():
                    new = passing & ~self.at.get(there, 0)
                    if new:
                        self._add(there, new)
                        self._came.setdefault(there, []).append((new, way.hop, at))
                        waiting.append((there, new))

    def _add(self, at: At, mask: int) -> None:
        if at not in self.at:
            self._of.setdefault(at[0], []).append(at)
        self.at[at] = self.at.get(at, 0) | mask

    def parties(self) -> Iterable[str]:
        """Whoever may hold something, in the order in which it reaches them."""
        return self._of.keys()

    def of(self, party: str) -> tuple[At, ...]:
        """For which controllers a party may hold something."""
        return tuple(self._of.get(party, ()))

    def path(self, at: At, mask: int) -> tuple[Hop, ...]:
        """The flows by which the first of these tokens came; none where it begins here, or is not here."""
        bit = self.at.get(at, 0) & mask
        bit &= -bit
        found: list[Hop] = []
        while bit:
            step = next((one for one in self._came.get(at, ()) if one[0] & bit), None)
            if step is None:
                break
            found.append(step[1])
            at = step[2]
        return tuple(reversed(found))

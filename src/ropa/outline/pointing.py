"""What a reader calls a place in the register, where it stands in it, and the section that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ropa.fields import called, card
from ropa.model import Activity, Flow, General, Part, Register
from ropa.model.spec import specs
from ropa.model.spot import segments
from ropa.outline.cells import Cells
from ropa.outline.page import Cell

BETWEEN = " — "
ITSELF = ("", "")

At = tuple[str, str]
"""A list of the register and the key, or number, of an entry in it; both empty for the register itself."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: how far down the register, what it is called, and what leads there."""

    rank: int
    name: str
    target: str | None = None

    @property
    def cell(self) -> Cell:
        """The place as it is printed."""
        return Cell(self.name, target=self.target)


class Pointing:
    """The places of a register by their paths. `leads` gives the section about an entry, if there is one."""

    def __init__(self, words: Cells, leads: Callable[[At], str | None], numbers: Mapping[str, str]) -> None:
        self._words = words
        self._leads = leads
        self._numbers = numbers
        """What is said in general, by its path."""
        self._entries: dict[At, tuple[int, Any]] = {ITSELF: (0, words.register)}
        for name in type(words.register).model_fields:
            held = getattr(words.register, name)
            self._entries[name, ""] = (len(self._entries), held)
            if isinstance(held, tuple):
                for one, end in zip(held, segments(held), strict=True):
                    self._entries[name, end] = (len(self._entries), one)
        self._spots: dict[str, Spot] = {}
        self._lists: dict[int, dict[str, Any]] = {}
        """The entries of inner lists by their last step; the register keeps the lists."""

    def at(self, path: str) -> Spot:
        """The place a path names."""
        found = self._spots.get(path)
        if found is None:
            found = self._spots[path] = self._spot(path)
        return found

    def _spot(self, path: str) -> Spot:
        at, rest = self._entry(path)
        rank, entry = self._entries[at]
        named = [self._called(at, entry), *self._within(entry, rest)]
        return Spot(rank, BETWEEN.join(named), self._leads(at))

    def _entry(self, path: str) -> tuple[At, list[str]]:
        """The entry a path begins with, and what is left: a key may have dots in it, the longest that fits is meant."""
        name, *rest = path.split(".")
        for many in range(len(rest), -1, -1):
            at = (name, ".".join(rest[:many]))
            if at in self._entries:
                return at, rest[many:]
        return ITSELF, [one for one in (name, *rest) if one]

    def _called(self, at: At, entry: Any) -> str:
        words, (name, end) = self._words, at
        if at == ITSELF:
            return words.check("register")
        if not end:
            return card(Register, _key(Register, name)).label(words.language)
        if isinstance(entry, General):
            number = self._numbers.get(".".join(at), end)
            return f"{words.phrase('said-in-general')} {number}"
        own = words.text(getattr(entry, "name", None) or getattr(entry, "title", None)) or end
        if isinstance(entry, Activity) or not isinstance(entry, Part):
            return own
        return f"{called(type(entry), words.language)}{words.colon}{own}"

    def _within(self, entry: Any, rest: list[str]) -> Iterator[str]:
        """The fields on the way further down, each by its label, with the name or number of what is meant in it."""
        while rest:
            name, *rest = rest
            spec = specs(type(entry)).get(name) if isinstance(entry, Part) else None
            if spec is None:
                yield ".".join((name, *rest))
                return
            label = card(type(entry), name).label(self._words.language)
            entry = getattr(entry, spec.name)
            if isinstance(entry, tuple) and rest:
                entry, end, rest = self._item(entry, rest)
                label += self._own(entry, end)
            yield label

    def _item(self, held: tuple[Any, ...], rest: list[str]) -> tuple[Any, str, list[str]]:
        """The entry of a list a path goes on with, its own name, and what is left."""
        own = self._lists.get(id(held))
        if own is None:  # a list of thousands is not gone through for each of its entries
            own = self._lists[id(held)] = dict(zip(segments(held), held, strict=True))
        for many in range(len(rest), 0, -1):
            name = ".".join(rest[:many])
            if name in own:
                return own[name], name, rest[many:]
        place = int(rest[0]) if rest[0].isdecimal() and len(rest[0]) < 9 else 0
        return (held[place - 1] if 0 < place <= len(held) else None), rest[0], rest[1:]

    def _own(self, entry: Any, end: str) -> str:
        """What tells an entry from its neighbours: who receives, its name, or its number."""
        words = self._words
        if isinstance(entry, Flow) and entry.recipient:
            return f"{words.colon}{words.phrase('comma').join(map(words.party, entry.recipient))}"
        return f" {end}" if end.isdecimal() else f"{words.colon}{end}"


def _key(part: type[Part], attribute: str) -> str:
    """The key in the file of a field by its name in Python."""
    return next((key for key, spec in specs(part).items() if spec.name == attribute), attribute)

"""What a register looks up again and again, gathered once and only when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from ropa.errors import UnknownEntry
from ropa.law import COUNTRIES, Role
from ropa.model.agreement import Agreement
from ropa.model.country_called import perhaps_called
from ropa.model.hop import Hop, hops
from ropa.model.hop_day import in_force
from ropa.model.marks import PEOPLE
from ropa.model.part import Entry, Keyed, Part
from ropa.model.seen import Seen, seen
from ropa.model.spec import specs
from ropa.model.wanted import a_key, key_called, one_of

if TYPE_CHECKING:
    from ropa.model.register import Register

ARRANGEMENT = "joint-controller-arrangement"
ROLES = frozenset(role.value for role in Role)
MOST_KEPT = 64
"""How many things worked out elsewhere an index keeps."""


@cache
def collections(register: type[Part]) -> Mapping[str, type[Part]]:
    """The lists of a register by name, each with the kind of entry it holds."""
    return {name: spec.part for name, spec in specs(register).items() if spec.many and spec.part}


class Index:
    """Look-ups over one register. A register never changes, so neither does what is gathered here."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._kept: dict[Hashable, Any] = {}

    @cached_property
    def by_noun(self) -> Mapping[str, Mapping[str, Any]]:
        """The keyed entries of each kind by their key."""
        return {
            part.noun: {one.key: one for one in getattr(self._register, name)}
            for name, part in collections(type(self._register)).items()
            if issubclass(part, Keyed)
        }

    @cached_property
    def party_keys(self) -> frozenset[str]:
        """The keys of all parties, and the holder's."""
        holder = self._register.holder
        return frozenset(self.by_noun["party"]) | ({holder} if holder else set())

    @cached_property
    def international_organisations(self) -> frozenset[str]:
        """The keys of the parties that are international organisations."""
        return frozenset(
            one.key for one in self._register.parties if one.kind == "international-organisation"
        )

    @cached_property
    def _arrangements(self) -> Mapping[str, tuple[Agreement, ...]]:
        found: dict[str, dict[str, Agreement]] = {}
        for paper in self._register.agreements:
            if paper.kind == ARRANGEMENT:
                for key in paper.between:
                    found.setdefault(key, {})[paper.key] = paper
        return {key: tuple(papers.values()) for key, papers in found.items()}

    def arrangements_with(self, parties: Collection[str]) -> Iterator[Agreement]:
        """The arrangements under Article 26 in which two of these may be together, whenever they are in force.

        Whoever is in most of them, as the holder is, is left out: another one is in all that matter.
        """
        held = sorted((self._arrangements.get(key, ()) for key in parties), key=len)
        return chain.from_iterable(held[:-1])

    @cached_property
    def seen(self) -> tuple[Seen, ...]:
        """Every activity with what is said in general."""
        return seen(self._register)

    @cached_property
    def hops(self) -> tuple[Hop, ...]:
        """Every flow with its defaults filled in."""
        return hops(self._register)

    def hops_on(self, on: date | None) -> tuple[Hop, ...]:
        """Every flow as it is on a day (None: whenever)."""
        if on is None:
            return self.hops
        held = (hop for hop in self.hops if hop.holds(on))
        there: tuple[Hop, ...] = self.kept(("flows", on), lambda: tuple(in_force(self._register, held, on)))
        return there

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What was made under that key, or is made now; the oldest of more than a few goes."""
        if key not in self._kept:
            made = make()
            while len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)), None)
            self._kept[key] = made
        return self._kept[key]

    def look_up(self, noun: str, key: str) -> Any:
        """The entry of a kind and key; `UnknownEntry` with the nearest key where there is none."""
        held = self.by_noun.get(noun, {})
        if key.__class__ is str and key in held:
            return held[key]
        return held[one_of(key, held, noun, lambda word: key_called(word, held.values()))]

    def ask(self, *, activity: str | None, party: str | None, country: str | None, role: str | None) -> None:
        """Whether flows can be asked for by these; `UnknownEntry` with the nearest where they can't."""
        if activity:  # empty: what is said in general and covers none
            self.look_up("activity", activity)
        if party not in (None, PEOPLE, self._register.holder):
            self.look_up("party", a_key(party))
        if country is not None:
            one_of(country, COUNTRIES, "country", perhaps_called)
        if role is not None:
            one_of(role, ROLES, "role")

    def list_of(self, key: str, kind: str | None) -> str:
        """The name of the list that holds the entry of that key; `kind` where several do."""
        named = collections(type(self._register))
        found = [
            name
            for name, part in named.items()
            if issubclass(part, Entry)
            and kind in (None, getattr(part, "noun", name), name)
            and any(one.key == key for one in getattr(self._register, name))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownEntry(f"several entries have the key {key!r}: say which kind ({', '.join(found)})")
        raise UnknownEntry(f"no entry has the key {key!r}")

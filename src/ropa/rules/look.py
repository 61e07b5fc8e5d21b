"""One activity of a record as somebody looks at it who asks what it answers, and the words for how it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from ropa.law import Basis
from ropa.model import Absence, Item, Party, Seen
from ropa.model.marks import PEOPLE
from ropa.records import ControllerEntry

STATES = ("given", "partly", "general", "declared", "unknown", "blank")
"""In which ways an entry answers a provision, in the order in which readers are told."""
GIVEN, PARTLY, GENERAL, DECLARED, UNKNOWN, BLANK = STATES
WORST = (BLANK, UNKNOWN, PARTLY, DECLARED, GENERAL, GIVEN)
State = str | None
"""One of the six; None where the provision is not asked."""

AUTOMATIC = ("data-subject", "automatic")
"""Sources of data that are no party."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """A provision, what it asks for, and how an entry answers it."""

    article: str
    of: str
    state: Callable[[T], State]


def worst(states: Iterable[State]) -> State:
    """The least of several answers; None where nothing is asked."""
    held = set(states)
    return next((one for one in WORST if one in held), None)


def absent(absence: Absence | None) -> str:
    """What an absence says."""
    if absence is None:
        return BLANK
    return UNKNOWN if absence.state == "unknown" else DECLARED


@dataclass(frozen=True)
class Look:
    """One activity in the holder's record as controller, with what several provisions ask of it."""

    party: Party
    entry: ControllerEntry
    on: date

    @cached_property
    def own(self) -> Seen:
        """The activity without what is said in general."""
        return Seen(self.entry.activity, (), self.entry.seen.measures)

    @cached_property
    def _values(self) -> dict[str, tuple[Any, ...]]:
        return {}

    def values(self, field: str) -> tuple[Any, ...]:
        """Every value of a field on the day, those said in general too."""
        found = self._values.get(field)
        if found is None:
            found = self._values[field] = self.entry.seen.values(field, self.on)
        return found

    def field(self, field: str, *, each: bool = False) -> str:
        """How a field is answered; `each`: what is said in general is told apart."""
        if not self.values(field):
            return absent(self.entry.absence(field))
        return GENERAL if each and not self.own.values(field, self.on) else GIVEN

    @cached_property
    def bases(self) -> tuple[Any, ...]:
        """Every legal basis stated, of purposes and in general, stated plainly or as one of several."""
        found = [*self.values("legal_bases"), *self.values("legal_bases_any_of")]
        for purpose in self.values("purposes"):
            found += (*purpose.legal_bases, *purpose.legal_bases_any_of)
        return tuple(one for one in found if one.holds(self.on))

    def rests_on(self, *bases: Basis) -> bool:
        """Whether one of these is among the legal bases stated."""
        return any(one.basis in bases for one in self.bases)

    @cached_property
    def rights(self) -> frozenset[str]:
        """The rights that are provided for, as machine words."""
        return frozenset(
            word
            for rights in self.values("rights")
            for one in rights.exercise
            for word in one.right
            if isinstance(word, str)
        )

    @cached_property
    def from_elsewhere(self) -> bool:
        """Whether data come from somebody else than the people themselves."""
        return any(hop.sender != PEOPLE for hop in self.entry.sources) or any(
            key not in AUTOMATIC for item in self.values("personal_data") for key in item.source
        )

    @cached_property
    def from_people(self) -> bool:
        """Whether data come, or may come, from the people themselves: all but what is said to come from elsewhere."""
        return not self.values("personal_data") or bool(self.asked)

    @cached_property
    def asked(self) -> tuple[Item, ...]:
        """The data that come, or may come, from the people themselves."""
        items = self.values("personal_data")
        return tuple(one for one in items if not one.source or "data-subject" in one.source)


def identity(party: Party) -> State:
    """Name and contact details of a party."""
    return worst(
        GIVEN if value else absent(party.absences.get(field))
        for field, value in (("name", party.name), ("contact", party.contact))
    )

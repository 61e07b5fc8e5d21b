"""What the holder answers for as a controller on a day, gathered once for all rules that ask about purposes and data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.model import Entry, General, Item, LegalBasis, Purpose, Register, Seen
from ropa.model.spot import segments


@dataclass(frozen=True, slots=True)
class At:
    """A value and the path where it stands."""

    value: Any
    path: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A purpose with the legal bases and special grounds that hold on the day."""

    purpose: Purpose
    path: str
    bases: tuple[At, ...]
    any_of: tuple[At, ...]
    grounds: tuple[At, ...]
    grounds_any_of: tuple[At, ...]

    @property
    def words(self) -> Any:
        """The purpose, in words."""
        return self.purpose.text

    def rests_on(self, *names: str) -> tuple[At, ...]:
        """Its legal bases that are one of these."""
        return tuple(one for one in self.bases if one.value.basis in names)


@dataclass(frozen=True, slots=True)
class Controlled:
    """An activity of the holder as controller, with its own purposes; `said` are the general entries that cover it."""

    seen: Seen
    aims: tuple[Aim, ...]
    said: tuple[Said, ...]
    people: tuple[Any, ...]
    """The categories of data subjects, those said in general too."""
    items: tuple[At, ...]
    """The categories of personal data, those said in general too."""

    @property
    def key(self) -> str:
        """The key of the activity."""
        return self.seen.activity.key

    @property
    def path(self) -> str:
        """The path of the activity."""
        return self.seen.path

    @property
    def kinds(self) -> tuple[Any, ...]:
        """Whose data, as words."""
        return tuple(one.kind for one in self.people)

    def grounds(self, *, stated: bool = True) -> tuple[At, ...]:
        """What lifts a prohibition here: of its purposes and of what covers it.

        `stated`: only what is said without a choice and without a condition on all of it.
        """
        found = [one for aim in (*self.aims, *self._general_aims()) for one in aim.grounds]
        found += [one for said in self.said for one in said.grounds if not (stated and one.value.when)]
        if not stated:
            found += [one for aim in (*self.aims, *self._general_aims()) for one in aim.grounds_any_of]
            found += [one for said in self.said for one in said.grounds_any_of]
        return tuple(found)

    def bases(self) -> tuple[At, ...]:
        """Every legal basis stated for it, whatever for."""
        own = [one for aim in (*self.aims, *self._general_aims()) for one in (*aim.bases, *aim.any_of)]
        return (*own, *(one for said in self.said for one in (*said.bases, *said.any_of)))

    def _general_aims(self) -> Iterator[Aim]:
        return (aim for said in self.said for aim in said.aims)


@dataclass(frozen=True, slots=True)
class Said:
    """A general entry that covers activities of the holder."""

    general: General
    path: str
    aims: tuple[Aim, ...]
    bases: tuple[At, ...]
    any_of: tuple[At, ...]
    grounds: tuple[At, ...]
    grounds_any_of: tuple[At, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All of it: the activities, and each general entry once."""

    activities: tuple[Controlled, ...]
    said: tuple[Said, ...]

    def holders(self) -> tuple[Controlled | Said, ...]:
        """Whatever gives purposes: the activities, then what is said in general."""
        return (*self.activities, *self.said)

    def aims(self) -> Iterator[tuple[Controlled | Said, Aim]]:
        """Every purpose once, with the activity or the general entry that gives it."""
        for one in self.holders():
            for aim in one.aims:
                yield one, aim

    def bases(self) -> Iterator[At]:
        """Every legal basis once, stated or one of several."""
        for _, aim in self.aims():
            yield from (*aim.bases, *aim.any_of)
        for one in self.said:
            yield from (*one.bases, *one.any_of)


def controlled(register: Register, on: date) -> Ledger:
    """The activities that hold on the day and of which the holder is a controller; all where no holder is named."""
    found: Ledger = register.kept(("controlled", on), lambda: _ledger(register, on))
    return found


def _ledger(register: Register, on: date) -> Ledger:
    generals: dict[str, Said] = {}
    activities = []
    for seen in register.seen():
        controllers = register.controllers_of(seen.activity)
        if not seen.activity.holds(on) or (register.holder and register.holder not in controllers):
            continue
        seen = seen.at(on)
        for path, general in seen.generals:
            if path not in generals:
                generals[path] = _said(general, path, on)
        activities.append(
            Controlled(
                seen,
                _aims(seen.activity.purposes, f"{seen.path}.purposes", on),
                tuple(generals[path] for path, _ in seen.generals),
                seen.values("data_subjects", on),
                tuple(At(one.value, one.path) for one in seen.said("personal_data", on)),
            )
        )
    return Ledger(tuple(activities), tuple(generals.values()))


def _said(general: General, path: str, on: date) -> Said:
    return Said(
        general,
        path,
        _aims(general.purposes, f"{path}.purposes", on),
        *(_held(getattr(general, name), f"{path}.{name}", on) for name in _FIELDS),
    )


_FIELDS = ("legal_bases", "legal_bases_any_of", "special_grounds", "special_grounds_any_of")


def _aims(purposes: tuple[Purpose, ...], path: str, on: date) -> tuple[Aim, ...]:
    return tuple(
        Aim(
            one.value,
            one.path,
            *(_held(getattr(one.value, name), f"{one.path}.{name}", on) for name in _FIELDS),
        )
        for one in _held(purposes, path, on)
    )


def _held(entries: tuple[Entry, ...], path: str, on: date) -> tuple[At, ...]:
    if not entries:
        return ()
    return tuple(
        At(one, f"{path}.{end}") for end, one in zip(segments(entries), entries, strict=True) if one.holds(on)
    )


def bases_of_flow(flow: Entry, path: str, on: date) -> tuple[At, ...]:
    """The legal bases of a disclosure that hold on the day."""
    bases: tuple[LegalBasis, ...] = getattr(flow, "legal_bases", ())
    return _held(bases, f"{path}.legal_bases", on)


def item_of(one: At) -> Item:
    """The category of data at a place."""
    item: Item = one.value
    return item

"""Who answers for a record, and how they can be reached: the holder, and who is a controller together with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from ropa.model import Activity, Agreement, Contact, Party, Register
from ropa.model.party import Person

ARRANGEMENT = "joint-controller-arrangement"
CHANNELS = ("address", "email", "phone", "web")


def answering(register: Register, on: date) -> tuple[Party, ...]:
    """The holder and its joint controllers on a day."""
    if register.holder is None:
        return ()
    found: tuple[Party, ...] = register.kept(
        ("ropa.rules", "answering", on), lambda: tuple(_answering(register, register.holder or "", on))
    )
    return found


def _answering(register: Register, holder: str, on: date) -> Iterator[Party]:
    keys = dict.fromkeys((holder,))
    for activity in register.activities:
        controllers = register.controllers_of(activity)
        if holder in controllers and activity.holds(on) and together(register, activity, on):
            keys.update(dict.fromkeys(controllers))
    return (register.party(key) for key in keys)


def together(register: Register, activity: Activity, on: date) -> bool:
    """Whether the controllers of an activity are joint on a day: it says so, or an arrangement covers them."""
    controllers = register.controllers_of(activity)
    return len(controllers) > 1 and (
        activity.joint is True or are_arranged(register, controllers, activity.key, on)
    )


def are_arranged(register: Register, parties: Collection[str], activity: str, on: date) -> bool:
    """Whether an arrangement in force is between two of them, by themselves or as members of a category."""
    held = _arrangements(register, on)
    # whoever is in most of them, as the holder is, may be left out: another one is in all that matter
    few = sorted((held.get(key, ()) for key in set(parties)), key=len)[:-1]
    return any(
        len(bound.intersection(parties)) > 1
        for several in few
        for covers, bound in several
        if not covers or activity in covers
    )


Arranged = tuple[Collection[str], frozenset[str]]
"""The activities of an arrangement, and whom it binds."""


def _arrangements(register: Register, on: date) -> Mapping[str, Sequence[Arranged]]:
    """The arrangements between joint controllers that are in force, by party."""
    found: Mapping[str, Sequence[Arranged]] = register.kept(
        ("ropa.rules", "arrangements", on), lambda: _by_party(register, on)
    )
    return found


def _by_party(register: Register, on: date) -> Mapping[str, Sequence[Arranged]]:
    found: dict[str, list[Arranged]] = {}
    for one in register.agreements:
        if one.kind == ARRANGEMENT and one.holds(on):
            bound = _bound(register, one)
            for key in bound:
                found.setdefault(key, []).append((one.covers, bound))
    return found


def _bound(register: Register, one: Agreement) -> frozenset[str]:
    named = {key for key in one.between if key in register.party_keys}
    members = (register.party(key).members for key in named if register.party(key).named is False)
    return frozenset(named.union(*members))


def contact_of(register: Register, person: Person | None) -> Contact | None:
    """The contact details of a party by its key, or those written out."""
    seen: set[str] = set()
    while isinstance(person, str) and person not in seen:  # one may refer to another, and in a circle
        seen.add(person)
        person = register.party(person).contact
    return person if isinstance(person, Contact) else None


def channels(contact: Contact | None) -> tuple[str, ...]:
    """By which ways somebody can be reached."""
    return tuple(one for one in CHANNELS if contact is not None and getattr(contact, one) is not None)

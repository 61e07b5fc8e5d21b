"""A veil over whoever is not shown: other customers, and who else has a contract."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ropa.audience.called import is_ordinary, words_of
from ropa.audience.veil import Veil
from ropa.model import Contact, Party, Register
from ropa.model.part import Entry, Part
from ropa.model.spec import specs
from ropa.model.text import Translations, sayings


def over_others(
    register: Register, shown: Collection[str], hidden: Collection[str], *, printed: bool = False
) -> Veil:
    """A veil over who is `hidden` or has a contract, and is not `shown`: names, keys, numbers, persons, addresses.

    A category of parties is hidden by its name as it stands, for it says what any of its members may be. In what is
    `printed` the library's own words stand too: there categories and keys that are ordinary words are left alone.
    """
    seen = [one for one in register.parties if one.key in shown]
    kept = {said for one in seen for said in (*_told_of(one), *sayings(one.name))}
    bound = {*hidden, *(key for paper in register.agreements for key in paper.between)}
    others = [
        one
        for one in register.parties
        if one.key in bound and one.key not in shown and (not printed or one.named is not False)
    ]
    names = [said for one in others for said in _told_of(one)]
    of_many = [said for one in others if one.named is False for said in sayings(one.name)]
    whole = [said for one in others if one.named is not False for said in sayings(one.name)]
    return Veil.over(
        (
            one
            for one in (*names, *of_many)
            if one not in kept and not (printed and is_ordinary(words_of(one)))
        ),
        _keys(register),
        parties=(one for one in whole if one not in kept),
        beside=(said for one in seen for said in sayings(one.name)),
    )


def _told_of(party: Party) -> Iterator[str]:
    """What else than its name tells of a party."""
    yield party.key
    yield from (one.number for one in party.registration)
    for spec in specs(Party).values():
        person = getattr(party, spec.name)
        if isinstance(person, Contact):
            yield from _texts(person)


def _texts(contact: Contact) -> Iterator[str]:
    """What is said of a person; a contact that is called by its post (legal, support) is nobody's."""
    for spec in specs(type(contact)).values():
        value = getattr(contact, spec.name)
        if isinstance(value, (str, Translations)):
            yield from (said for said in sayings(value) if not is_ordinary(words_of(said)))


def _keys(part: Part) -> Iterator[str]:
    if isinstance(part, Entry) and part.key:
        yield part.key
    for spec in specs(type(part)).values():
        value = getattr(part, spec.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _keys(one)

"""Who in one register is who in another, and which words of both mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ropa.errors import NotUnderstood, Problem, UnknownEntry
from ropa.glossary import LANGUAGES, known, text
from ropa.model import Party, Register
from ropa.model.text import Text, sayings
from ropa.unite.group import Group, alike, by_names, groups_of

Meaning = frozenset[str]
"""What a word can be recognised by: the known term, or its own wordings."""


@cache
def _labels(vocabulary: str) -> Mapping[str, str]:
    """The known term of each label in any language."""
    return {
        str(block[language]).casefold(): word
        for word, block in known(vocabulary).items()
        for language in LANGUAGES
    }


def meaning(vocabulary: str, word: Text) -> Meaning:
    """What a word is recognised by: a label means its term in whatever language.

    >>> meaning("personal-data", "Loon") == meaning("personal-data", "salary")
    True
    """
    if isinstance(word, str) and word in known(vocabulary):
        return frozenset({word})
    folded = (" ".join(one.casefold().split()) for one in sayings(word))
    return frozenset(_labels(vocabulary).get(one, one) for one in folded)


def only(vocabulary: str, mine: Iterable[Text], theirs: Iterable[Text]) -> tuple[Text, ...]:
    """The words of one side that mean nothing the other side says."""
    said = set().union(*(meaning(vocabulary, one) for one in theirs))
    return tuple(one for one in dict.fromkeys(mine) if not meaning(vocabulary, one) & said)


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The parties of a customer's and a vendor's register that are one, by the key each has there."""

    customer: Register
    vendor: Register
    theirs: Mapping[str, str]
    """The customer's key of a party → the vendor's."""
    namesakes: Mapping[str, str]
    """The vendor's key → the customer's key of a party of the same name of which no number tells that it is the same."""

    @property
    def ours(self) -> Mapping[str, str]:
        """The vendor's key of a party → the customer's."""
        return {theirs: ours for ours, theirs in self.theirs.items()}


def counterparts(
    customer: Register, vendor: Register, *, by_name: bool, given: Mapping[str, str]
) -> Counterparts:
    """Finds who is who by registration number, and by name where that is asked; `given` is known beforehand."""
    groups = groups_of((customer, vendor), "parties")
    if by_name:
        groups = by_names(groups)
    theirs = {group.members[0][1].key: group.members[1][1].key for group in groups if len(group.members) > 1}
    theirs = {ours: one for ours, one in theirs.items() if ours not in given and one not in given.values()}
    near: dict[str, str] = {}
    for one in alike(groups):
        if one.why in ("no-number", "not-comparable"):
            near |= _pairs(one.groups)
    return Counterparts(customer, vendor, {**theirs, **given}, near)


def _pairs(groups: Iterable[Group]) -> dict[str, str]:
    mine: dict[int, list[Party]] = {0: [], 1: []}
    for group in groups:
        for number, party in group.members:
            mine[number].append(party)
    return {party.key: mine[0][0].key for party in mine[1] if mine[0]}


def holder_of(register: Register) -> Party:
    """The party whose register it is; `NotUnderstood` where it names none: nothing could be held against another's."""
    if register.holder is None:
        raise NotUnderstood([Problem("holder", "this register does not say whose it is", "name its holder")])
    return register.party(register.holder)


def party_of(register: Register, key: str) -> Party:
    """A party of one of the two registers, by its key; `UnknownEntry` says in whose register there is none."""
    try:
        return register.party(key)
    except UnknownEntry as error:
        holder = register.holder and register.party(register.holder).name
        whose = text(holder or register.holder or "", register.language) or "the other"
        raise UnknownEntry(f"the register of {whose}: {error}") from None

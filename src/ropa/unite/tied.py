"""How sure it is that parties which one word finds in several registers are one: by a number, a name, or a key alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ropa.glossary import text
from ropa.model import Party, Register, Registration
from ropa.model.number import Number, bare, contradict, number_of, numbers_of, numbers_written
from ropa.model.text import Text, sayings


def written(party: Party) -> dict[Number, Registration]:
    """The numbers of a party that can be compared, each as it is written there."""
    return {number: one for one in party.registration if (number := number_of(one)) is not None}


def followed(
    registers: Sequence[Register], start: Mapping[Number, Registration]
) -> dict[Number, Registration]:
    """These numbers and those of whoever has one of them in any register, as far as that leads."""
    known = dict(start)
    parties = [party for register in registers for party in register.parties if party.registration]
    before = -1
    while before != len(known):
        before = len(known)
        for party in parties:
            found = written(party)
            if not known.keys().isdisjoint(found) and not contradict((known, found)):
                known = {**found, **known}
    return known


@dataclass(frozen=True, slots=True)
class Tied:
    """The party that a word means most surely: the one whose number most registers have, else the first called so."""

    at: int | None = None
    """The number of its register, from zero; None where nobody is called so."""
    name: str = ""
    numbers: Mapping[Number, Registration] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    """What it is called in any register, folded."""

    def only(self, at: int, party: Party, word: str) -> str:
        """By what alone another register's party is found, `name` or `key`; nothing where a number tells, or it is this one."""
        if self.at in (None, at) or not numbers_of(party).isdisjoint(self.numbers) or _numbered(party, word):
            return ""
        return "key" if party.key == word and self.names.isdisjoint(_names(party)) else "name"

    def alike(self, register: Register, keys: Iterable[str]) -> tuple[str, ...]:
        """Other parties of a register that bear one of its names, where no number says that they are others."""
        return tuple(
            party.key
            for party in register.parties
            if party.key not in keys
            and party.named is not False
            and not self.names.isdisjoint(_names(party))
            and not contradict((self.numbers, numbers_of(party)), name_only=True)
        )


def tied(registers: Sequence[Register], called: Sequence[Sequence[str]]) -> Tied:
    """The party meant most surely, of those that are called so: one in each register at most."""
    found = [(at, registers[at].party(keys[0])) for at, keys in enumerate(called) if len(keys) == 1]
    best, most = Tied(), 0
    seen: set[Number] = set()
    for at, party in found:
        if seen.isdisjoint(own := written(party)) and own:
            known = followed(registers, own)
            seen |= known.keys()
            having = [*_having(registers, known)]
            many = len({number for number, _ in having})
            if many > most:
                best, most = _of(at, party, registers[at], known, (one for _, one in having)), many
    if best.at is None and found:
        at, party = found[0]
        return _of(at, party, registers[at], {}, (party,))
    return best


def _of(
    at: int, party: Party, register: Register, known: Mapping[Number, Registration], having: Iterable[Party]
) -> Tied:
    said: Text = party.name or party.key
    names = frozenset(name for one in having for name in _names(one))
    return Tied(at, text(said, register.language), known, names)


def _having(
    registers: Sequence[Register], known: Mapping[Number, Registration]
) -> Iterator[tuple[int, Party]]:
    for number, register in enumerate(registers):
        for party in register.parties:
            if party.registration and not known.keys().isdisjoint(numbers_of(party)):
                yield number, party


def _names(party: Party) -> Iterator[str]:
    """The names of a party, without what capitals and spaces differ."""
    yield from (" ".join(name.casefold().split()) for name in sayings(party.name))


def _numbered(party: Party, word: str) -> bool:
    """Whether the word is a number of the party."""
    asked = numbers_written(word)
    return not asked.isdisjoint(numbers_of(party)) or bare(word) in (
        bare(one.number) for one in party.registration
    )

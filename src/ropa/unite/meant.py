"""Who a word means in each of several registers: once one of them tells the party's numbers, it is looked for by those.

A key is everybody's own and a name is written in many ways. A number of a public register is the same in every file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ropa.glossary import phrase
from ropa.glossary.quoting import quoted
from ropa.model import Party, Register, Registration
from ropa.model.number import Number, contradict, number_of, numbers_of
from ropa.sharing.impact.whom import parties_called
from ropa.sharing.saying import Saying


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a word means in one register, and how that is known."""

    word: str
    keys: tuple[str, ...]
    """The key of the party; several where that is open, none where it is nowhere found."""
    called: bool = False
    """Whether a party goes by the word itself: by its key, its name or its number."""
    numbers: tuple[Registration, ...] = ()
    """The numbers by which it was found or, where it was not, was looked for."""
    others: tuple[str, ...] = ()
    """Of a party that is called so: others that have the number which a party called so has in another register."""
    contradicts: bool = False
    """Whether parties that are called so in several registers have different numbers."""

    @property
    def key(self) -> str | None:
        """The key of the one party meant; None where there is none, or that is open."""
        return self.keys[0] if len(self.keys) == 1 else None

    def sentences(self, words: Saying) -> Iterator[str]:
        """How the party was found, or that it was not; nothing where a party is simply called so."""
        said = {
            "word": quoted(self.word[:60], words.language),
            "who": words.row(f"{words.party(key)} ({key})" for key in (*self.keys, *self.others)),
            "numbers": words.row(words.part(one, leave=frozenset({"note"})) for one in self.numbers),
        }
        for how in self._how():
            yield phrase(f"unite.meant.{how}", words.language, **said)

    def _how(self) -> Iterator[str]:
        if len(self.keys) > 1:
            yield "several"
        elif not self.keys:
            yield "nobody" if self.numbers else "nobody-so-called"
        elif not self.called:
            yield "same-number"
        if self.others:
            yield "others"
        if self.contradicts:
            yield "contradicts"

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "asked": self.word,
            "keys": [*self.keys],
            "called": self.called,
            "numbers": [{"scheme": one.scheme, "number": one.number} for one in self.numbers],
            "others": [*self.others],
            "contradicts": self.contradicts,
        }


def meant_in(registers: Sequence[Register], word: str) -> tuple[Meant, ...]:
    """Who a word means in each register: whoever is called so there, else whoever has its number elsewhere.

    Numbers are followed from register to register: of a party that is found by its LEI the KBO number counts as well.

    >>> lei = {"scheme": "lei", "number": "5493001KJTIIGC8Y1R12"}
    >>> one = Register.of({"parties": [{"key": "chartly", "registration": lei}]})
    >>> other = Register.of({"parties": [{"key": "chart", "registration": lei}]})
    >>> [found.key for found in meant_in([one, other], "chartly")]
    ['chartly', 'chart']
    """
    called = [parties_called(register, word) for register in registers]
    known = _known(registers, called)
    alone = [numbers_of(registers[at].party(keys[0])) for at, keys in enumerate(called) if len(keys) == 1]
    differ = contradict(one for one in alone if one)
    return tuple(
        _meant(register, word, keys, known, differ=differ)
        for register, keys in zip(registers, called, strict=True)
    )


def _known(registers: Sequence[Register], called: Sequence[Sequence[str]]) -> dict[Number, Registration]:
    """The numbers of whoever is called so, and those of whoever has one of them, as far as that leads."""
    known: dict[Number, Registration] = {}
    for register, keys in zip(registers, called, strict=True):
        if len(keys) == 1:
            known |= _written(register.party(keys[0]))
    parties = [party for register in registers for party in register.parties if party.registration]
    before = -1
    while before != len(known):
        before = len(known)
        for party in parties:
            written = _written(party)
            if not known.keys().isdisjoint(written) and not contradict((known, written)):
                known = {**written, **known}
    return known


def _written(party: Party) -> dict[Number, Registration]:
    return {number: one for one in party.registration if (number := number_of(one)) is not None}


def _meant(
    register: Register, word: str, keys: tuple[str, ...], known: dict[Number, Registration], *, differ: bool
) -> Meant:
    having = {
        party.key: shared
        for party in register.parties
        if party.registration
        and (shared := tuple(one for number, one in _written(party).items() if number in known))
    }
    if len(keys) == 1:
        others = tuple(one for one in having if one not in keys)
        differs = differ and bool(numbers_of(register.party(keys[0])))
        return Meant(word, keys, called=True, others=others, contradicts=differs)
    if keys:  # of several that are called so, the one whose number is known is meant
        having = {key: having[key] for key in keys if key in having}
        return Meant(word, tuple(having) if len(having) == 1 else keys, called=len(having) != 1,
                     numbers=next(iter(having.values())) if len(having) == 1 else ())  # fmt: skip
    if having:
        return Meant(word, tuple(having), numbers=next(iter(having.values())))
    return Meant(word, (), numbers=tuple(known.values()))

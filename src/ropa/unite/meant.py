"""Who a word means in each of several registers: once one of them tells the party's numbers, it is looked for by those.

A key is everybody's own and a name is written in many ways. A number of a public register is the same in every file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ropa.glossary import phrase
from ropa.glossary.quoting import quoted
from ropa.model import Register, Registration
from ropa.model.number import Number, contradict, numbers_of
from ropa.sharing.impact.whom import parties_called
from ropa.sharing.saying import Saying
from ropa.unite.tied import Tied, followed, tied, written


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
    only: str = ""
    """By what alone it is found, `name` or `key`, where no number says that it is the party of another register."""
    other: str = ""
    """The name of that party there, where `only` says something."""
    alike: tuple[str, ...] = ()
    """Parties that bear a name which the one meant has in another register, without a number that tells."""

    @property
    def key(self) -> str | None:
        """The key of the one party meant; None where there is none, or that is open."""
        return self.keys[0] if len(self.keys) == 1 else None

    def sentences(self, words: Saying) -> Iterator[str]:
        """How the party was found, or that it was not; nothing where a party is simply called so."""
        said: dict[str, str] = {
            "word": quoted(self.word[:60], words.language),
            "who": words.row(_keyed(key, words) for key in (*self.keys, *self.others)),
            "alike": words.row(_keyed(key, words) for key in self.alike),
            "numbers": (numbers := words.row(_told(one, words) for one in self.numbers)),
            "other": f"{self.other} ({numbers})" if numbers else self.other,
        }
        if self.only:
            said["who"] = self._with_numbers(words)
        for how in self._how():
            yield phrase(f"unite.meant.{how}", words.language, **said)

    def _how(self) -> Iterator[str]:
        if len(self.keys) > 1:
            yield "several"
        elif not self.keys:
            yield "nobody" if self.numbers else "nobody-so-called"
        elif not self.called:
            yield "same-number"
        if self.only:
            yield f"only-{self.only}"
        if self.alike:
            yield "alike"
        if self.others:
            yield "others"
        if self.contradicts:
            yield "contradicts"

    def _with_numbers(self, words: Saying) -> str:
        """Who is found, with the numbers it has there: they are not those of the other."""
        key = self.keys[0]
        own = [_told(one, words) for one in words.register.party(key).registration]
        return (
            f"{_keyed(key, words).removesuffix(')')}{''.join(words.tell('semicolon') + one for one in own)})"
        )

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "asked": self.word,
            "keys": [*self.keys],
            "called": self.called,
            "numbers": [{"scheme": one.scheme, "number": one.number} for one in self.numbers],
            "others": [*self.others],
            "contradicts": self.contradicts,
            "only": self.only,
            "alike": [*self.alike],
        }


def _keyed(key: str, words: Saying) -> str:
    """A party by its name and its key: the answer is to be asked for by that."""
    name, end = words.party(key), f" ({key})"
    return name if name.endswith(end) else name + end


def _told(one: Registration, words: Saying) -> str:
    return words.part(one, leave=frozenset({"note"}))


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
    surest = tied(registers, called)
    return tuple(
        _tied(at, register, _meant(register, word, keys, known, differ=differ), surest)
        for at, (register, keys) in enumerate(zip(registers, called, strict=True))
    )


def _tied(at: int, register: Register, found: Meant, surest: Tied) -> Meant:
    """How sure it is that the party found is the one meant, and who else may be that one."""
    if len(found.keys) > 1 or surest.at is None:
        return found
    if found.key is None:
        return replace(found, alike=surest.alike(register, ()))
    only = "" if not found.called else surest.only(at, register.party(found.key), found.word)
    if not only:
        return found
    alike = tuple(key for key in surest.alike(register, found.keys) if key not in found.others)
    if found.contradicts:
        return replace(found, alike=alike)
    return replace(found, only=only, other=surest.name, numbers=tuple(surest.numbers.values()), alike=alike)


def _known(registers: Sequence[Register], called: Sequence[Sequence[str]]) -> dict[Number, Registration]:
    """The numbers of whoever is called so, and those of whoever has one of them, as far as that leads."""
    known: dict[Number, Registration] = {}
    for register, keys in zip(registers, called, strict=True):
        if len(keys) == 1:
            known |= written(register.party(keys[0]))
    return followed(registers, known)


def _meant(
    register: Register, word: str, keys: tuple[str, ...], known: dict[Number, Registration], *, differ: bool
) -> Meant:
    having = {
        party.key: shared
        for party in register.parties
        if party.registration
        and (shared := tuple(one for number, one in written(party).items() if number in known))
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

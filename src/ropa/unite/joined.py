"""What came of joining registers: the register, what was united, what was not, and what had to be changed for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ropa.fields import called, card
from ropa.glossary import phrase
from ropa.glossary.quoting import quoted
from ropa.model import Part, Register
from ropa.model.dump import plain
from ropa.model.index import collections
from ropa.model.spec import specs
from ropa.sharing.answer import Answer
from ropa.sharing.saying import Saying
from ropa.unite.merge import Conflict
from ropa.unite.name import Renamed, keyed
from ropa.unite.same_work import SameWork


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of one of the registers that were joined."""

    register: int
    """Which register, counted from one."""
    key: str
    """Its key there."""


@dataclass(frozen=True, slots=True)
class United:
    """Entries of several registers that became one."""

    kind: str
    """`party` or `source`."""
    key: str
    """Its key in the joined register."""
    places: tuple[Place, ...]
    numbers: tuple[tuple[str, str], ...]
    """What tells that they are one: numbers of public registers, or the SHA-256 of a source."""
    by_name: bool
    """Whether only their name unites some of them."""


@dataclass(frozen=True, slots=True)
class NotUnited:
    """Parties of one name or number that did not become one."""

    name: str
    keys: tuple[str, ...]
    """Their keys in the joined register."""
    places: tuple[Place, ...]
    why: str
    """`no-number`, `not-comparable` (numbers of different registers), `other-numbers`, `same-register`, `category`."""


@dataclass(frozen=True, slots=True)
class Made:
    """An entry that had to be made: for what a register says of no activity, or for a source it does not name."""

    kind: str
    key: str
    register: int


@dataclass(frozen=True)
class Joined(Answer):
    """Several registers as one. `register` is the register; `left` tells what was not united."""

    united: tuple[United, ...]
    left: tuple[NotUnited, ...]
    conflicts: tuple[Conflict, ...]
    renamed: tuple[Renamed, ...]
    made: tuple[Made, ...]
    holders: tuple[str | None, ...]
    """The holder of each register that was joined, by its key in the joined one."""
    wider: tuple[Made, ...] = ()
    """Agreements that hold for activities of other registers too: they name none, and their register has none to name."""
    same: tuple[tuple[int, int], ...] = ()
    """Registers that say exactly what an earlier one says, each with that one; counted from one."""
    same_work: tuple[SameWork, ...] = ()
    """Activities of two registers that may be the same work: a customer's and its processor's. They stay several."""

    def _say(self, words: Saying) -> Iterator[str]:
        for first, second in self.same:
            both = {"first": self._register(words, first), "second": self._register(words, second)}
            yield phrase("unite.same", words.language, **both)
        yield from (self._united(words, united) for united in self.united)
        for apart in self.left:
            places = words.row(self._place(words, place) for place in apart.places)
            why = phrase(f"unite.why.{apart.why}", words.language)
            yield phrase("unite.left", words.language, name=apart.name, places=places, why=why)
        yield from (self._conflict(words, conflict) for conflict in self.conflicts)
        for moved in self.renamed:
            kind, register = _kind(moved.kind, words), self._register(words, moved.register)
            yield phrase(
                "unite.renamed", words.language, kind=kind, register=register, was=moved.was, now=moved.now
            )
        for how, those in (("made", self.made), ("wider", self.wider)):
            for one in those:
                kind, register = _kind(one.kind, words), self._register(words, one.register)
                yield phrase(f"unite.{how}", words.language, kind=kind, key=one.key, register=register)

        yield from (self._same_work(words, one) for one in self.same_work)

    def _same_work(self, words: Saying, one: SameWork) -> str:
        activities = words.row(
            f"{quoted(words.activity(key), words.language)} ({key}, {self._register(words, number)})"
            for keys, number in zip(one.activities, one.registers, strict=True)
            for key in keys
        )
        who = {"customer": words.party(one.customer), "vendor": words.party(one.vendor)}
        return phrase("unite.same-work", words.language, activities=activities, **who)

    def _united(self, words: Saying, one: United) -> str:
        by = [f"{words.term('schemes', _scheme(scheme))} {number}" for scheme, number in one.numbers]
        if one.by_name:
            by.append(phrase("unite.name", words.language))
        name = words.refer(one.kind, one.key)
        places = words.row(self._place(words, place) for place in one.places)
        return phrase("unite.united", words.language, name=name, places=places, by=words.row(by))

    def _conflict(self, words: Saying, one: Conflict) -> str:
        owner = {part.noun: part for part in keyed().values()}.get(one.kind, Register)
        label = _label(owner, one.field, words.language)
        name = words.refer(one.kind, one.key) if one.key else phrase("unite.itself", words.language)
        kept, left = (self._register(words, number) for number in one.registers)
        return phrase(
            "unite.conflict", words.language, name=name, field=label,
            kept=_short(one.kept), left=_short(one.left), first=kept, second=left,
        )  # fmt: skip

    def _place(self, words: Saying, place: Place) -> str:
        return f"{place.key} ({self._register(words, place.register)})"

    def _register(self, words: Saying, number: int) -> str:
        holder = self.holders[number - 1]
        if holder is None:
            return phrase("unite.register", words.language, number=number)
        return phrase("unite.register-of", words.language, number=number, holder=words.party(holder))

    def _plain(self) -> dict[str, Any]:
        return {
            "holder": self.register.holder or "",
            "united": [
                {
                    "kind": one.kind,
                    "key": one.key,
                    "places": _places(one.places),
                    "numbers": [list(number) for number in one.numbers],
                    "by_name": one.by_name,
                }
                for one in self.united
            ],
            "left": [
                {"name": one.name, "keys": list(one.keys), "places": _places(one.places), "why": one.why}
                for one in self.left
            ],
            "conflicts": [_conflict(one) for one in self.conflicts],
            "renamed": [
                {"kind": one.kind, "register": one.register, "was": one.was, "now": one.now}
                for one in self.renamed
            ],
            **{
                name: [{"kind": one.kind, "key": one.key, "register": one.register} for one in those]
                for name, those in (("made", self.made), ("wider", self.wider))
            },
            "same": [list(pair) for pair in self.same],
            "same_work": [_same_work(one) for one in self.same_work],
        }


def _same_work(one: SameWork) -> dict[str, Any]:
    sides = zip(
        ("customer", "vendor"), (one.customer, one.vendor), one.activities, one.registers, strict=True
    )
    return {
        side: {"key": key, "activities": list(activities), "register": number}
        for side, key, activities, number in sides
    }


def _places(places: tuple[Place, ...]) -> list[dict[str, Any]]:
    return [{"register": one.register, "key": one.key} for one in places]


def _conflict(one: Conflict) -> dict[str, Any]:
    kept, left = (
        {"register": number, "value": _json(value)}
        for number, value in zip(one.registers, (one.kept, one.left), strict=True)
    )
    return {
        "kind": one.kind,
        "key": one.key,
        "field": one.field,
        "kept": kept,
        "left": left,
        "evidence": [_json(found) for found in one.evidence],
    }


def _json(value: Any) -> Any:
    """A value as JSON can hold it."""
    found = plain(value)
    if isinstance(found, dict):
        return {key: _json(one) for key, one in found.items()}
    if isinstance(found, list):
        return [_json(one) for one in found]
    return found.isoformat() if hasattr(found, "isoformat") else found


def _short(value: Any) -> str:
    found = _json(value)
    if isinstance(found, dict):
        return "; ".join(f"{key}: {_short(one)}" for key, one in found.items())
    return str(found)


def _scheme(scheme: str) -> str:
    """The register of a number, without the country of a VAT number."""
    return "vat" if scheme.startswith("vat-") else scheme


def _kind(noun: str, words: Saying) -> str:
    lists: dict[str, type[Part]] = {**collections(Register), **{one.noun: one for one in keyed().values()}}
    return called(lists[noun], words.language)


def _label(owner: type[Part], field: str, language: str) -> str:
    """The label of a field, or of one within it."""
    found = []
    for name in field.split("."):
        spec = specs(owner).get(name)
        if spec is None:
            return field  # a key of the holder's own
        found.append(card(owner, name).label(language))
        owner = spec.part or owner
    return ": ".join(found)

"""Checks what types cannot: references, keys used twice, entries alike, values beside absences.

Works on the plain data of a file and on models alike, so that a file and a script are told the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from ropa.errors import SHOWN, Problem
from ropa.glossary.book import nearest
from ropa.model.activity import Facts
from ropa.model.marks import Refers
from ropa.model.named import NAME_FOR_KEY, called, keys_by_name
from ropa.model.part import Entry, Keyed, Part
from ropa.model.spec import Spec, specs
from ropa.model.text import KEY_SHAPE, Translations, sayings

Loc = tuple[str | int, ...]
Plain = Mapping[str, Any]
SAME_KEY = "the same key as"
"""How the sentence begins that tells of a key used twice."""
SAYS_THE_SAME = "says the same as"
FEW = 500
"""Known words up to which each is compared with a mistyped one; of more only those that begin like it."""
MOST_COMPARED = 50_000
"""Comparisons with mistyped words in one register."""
NAMED = ("personal_data", "data_subjects")
"""The lists of an activity whose items are named elsewhere in it."""


def fields_of(value: object) -> Plain:
    """The fields of a mapping or of a model; nothing where it is neither."""
    if type(value) is dict:  # asked first because it is what a file gives: Mapping is slow to ask for
        return value
    if isinstance(value, Part):
        return value.__dict__
    return value if isinstance(value, Mapping) else {}


def items_of(value: object) -> Sequence[Any]:
    """What stands in a field that takes a list."""
    if isinstance(value, (list, tuple)):
        return value
    return () if value is None else (value,)


@cache
def _looked_at(owner: type[Part]) -> Mapping[str, Spec]:
    """The fields worth looking at: those that refer to something, or hold parts that do."""
    return {
        key: spec
        for key, spec in specs(owner).items()
        if spec.refers or spec.among or (spec.part and key != "absences" and (_deep(spec.part)))
    }


@cache
def _may_be_absent(owner: type[Part]) -> frozenset[str]:
    known = specs(owner)
    derived = {"recipients", "transfers"} if "flows" in known else set()
    return frozenset(known) - {"absences", "evidence", "key", "note"} | derived


@cache
def _is(part: type[Part], kind: type[Part]) -> bool:
    """What `issubclass` says, which is slow to say it of models."""
    return issubclass(part, kind)


@cache
def _deep(part: type[Part]) -> bool:
    return issubclass(part, Entry) or any(spec.refers or spec.part for spec in specs(part).values())


def _wordings(value: object) -> tuple[str, ...]:
    return sayings(value) if isinstance(value, (str, Mapping)) else ()


def _names(data: Plain, field: str) -> set[str]:
    """What may be named of a list of items: their keys and every wording of what they say."""
    found: set[str] = set()
    for item in items_of(data.get(field)):
        inner = fields_of(item)
        found.update(_wordings(inner.get("kind") if inner else item))
        found.update(_wordings(inner.get("key")) if inner else ())
    return found


class _Shape:
    """One walk over one register; what is wrong collects in `problems`."""

    def __init__(self, register: object, owner: type[Part]) -> None:
        self.problems: list[Problem] = []
        self.compared = 0
        self.data = fields_of(register)
        self.owner = owner
        self.collections = {
            spec.part.noun: key
            for key, spec in specs(owner).items()
            if spec.part and issubclass(spec.part, Keyed)
        }
        self.keys = {noun: self._keys(noun, key) for noun, key in self.collections.items()}
        self.called: dict[str, dict[str, str]] = {}
        self.names: dict[str, set[str]] = {}
        self.listed: dict[str, dict[str, set[str]]] = {}

    def _hint(self, word: str, known: Collection[str], *more: str) -> str | None:
        """The nearest known word; no more of them than are shown, nor than can be found in a moment."""
        if len(self.problems) >= SHOWN:
            return None
        near = [one for one in known if len(known) <= FEW or one[:2] == word[:2]] + [*more]
        self.compared += len(near)
        return nearest(word, near) if self.compared <= MOST_COMPARED else None

    def wrong(self, loc: Loc, wrong: str, instead: str = "") -> None:
        self.problems.append(Problem("", wrong, instead, loc=loc))

    def _keys(self, noun: str, collection: str) -> set[str]:
        seen: dict[str, int] = {}
        for index, entry in enumerate(items_of(self.data.get(collection))):
            key = fields_of(entry).get("key")
            if not isinstance(key, str):
                continue
            if key in seen:
                first = seen[key] + 1
                self.wrong((collection, index, "key"), f"{SAME_KEY} {noun} {first}", "give each its own key")
            seen.setdefault(key, index)
        return set(seen)

    def walk(self) -> None:
        self._part(self.data, self.owner, ())

    def _part(self, data: Plain, owner: type[Part], loc: Loc) -> None:
        looked_at = _looked_at(owner)
        for key, value in data.items():
            spec = looked_at.get(key)
            if spec is None or value is None:
                continue
            if spec.part:
                self._inner(value, spec, (*loc, key))
            if spec.refers:
                self._references(value, spec, (*loc, key))
            elif spec.among:
                self._amongst(value, spec.among.field, (*loc, key))
        if data.get("absences"):
            self._absences(data, owner, loc)
        if _is(owner, Entry) and data.get("evidence"):
            self._evidence(data, owner, loc)

    def _inner(self, value: object, spec: Spec, loc: Loc) -> None:
        assert spec.part is not None
        if not spec.many:
            if fields_of(value):
                self._enter(value, spec.part, loc)
            return
        single = not isinstance(value, (list, tuple))
        entries = items_of(value)
        if len(entries) > 1 and _is(spec.part, Entry) and not _is(spec.part, Keyed):
            self._alike(entries, spec.part, loc)  # type: ignore[arg-type]  # just asked, from memory
        for index, entry in enumerate(entries):
            if not isinstance(entry, str):
                self._enter(entry, spec.part, loc if single else (*loc, index))

    def _enter(self, value: object, part: type[Part], loc: Loc) -> None:
        data = fields_of(value)
        if _is(part, Facts):  # an activity may name what is said in general, and the other way round
            others = self._listed_in("general" if _is(part, Keyed) else "activities")
            self.names = {field: _names(data, field) | others[field] for field in NAMED}
        self._part(data, part, loc)

    def _references(self, value: object, spec: Spec, loc: Loc) -> None:
        assert spec.refers is not None
        kind = spec.refers.kind
        if not spec.refers.or_text:
            known = self.keys[kind]
            single = not isinstance(value, (list, tuple))
            named = value.values() if spec.mapping and isinstance(value, Mapping) else items_of(value)
            for index, key in enumerate(named):
                if not isinstance(key, str) or key in known or key in spec.refers.or_words:
                    continue
                if kind == "party" and not known and key == self.data.get("holder"):
                    continue  # a register with no parties at all: the holder stands for itself
                self._dangling(key, spec.refers, loc if single else (*loc, index))

    def _dangling(self, key: str, refers: Refers, loc: Loc) -> None:
        kind, or_words = refers.kind, refers.or_words
        known = self.keys[kind]
        if kind not in self.called:
            entries = items_of(self.data.get(self.collections[kind]))
            self.called[kind] = keys_by_name(map(fields_of, entries))
        if meant := self.called[kind].get(called(key)):
            self.wrong(loc, NAME_FOR_KEY, f"did you mean {meant!r}?")
            return
        hint = self._hint(key, known, *or_words)
        shown = f" {key!r}" if _is_key(key) else ""
        add = f"add it to {self.collections[kind]}"
        self.wrong(
            loc, f"there is no {kind}{shown}", f"did you mean {hint!r}? Otherwise {add}" if hint else add
        )

    def _amongst(self, value: object, field: str, loc: Loc) -> None:
        known = self.names.get(field)
        if known is None:
            return
        single = not isinstance(value, (list, tuple))
        for index, word in enumerate(items_of(value)):
            said = _wordings(word)
            if said and not any(one in known for one in said):
                hint = self._hint(said[0], known)
                self.wrong(
                    loc if single else (*loc, index),
                    f"the activity does not list this under {field}",
                    f"did you mean {hint!r}? Otherwise list it there" if hint else "list it there",
                )

    def _listed_in(self, collection: str) -> dict[str, set[str]]:
        """What all entries of a collection list: gathered once, however many entries ask."""
        if collection not in self.listed:
            entries = [fields_of(one) for one in items_of(self.data.get(collection))]
            self.listed[collection] = {
                field: set().union(*(_names(one, field) for one in entries)) for field in NAMED
            }
        return self.listed[collection]

    def _alike(self, entries: Sequence[Any], part: type[Entry], loc: Loc) -> None:
        seen: dict[object, int] = {}
        for index, entry in enumerate(entries):
            if (identity := identity_of(entry, part)) is None:
                continue
            first = seen.setdefault(identity, index)
            if first != index and not (_contradicted(entry) or _contradicted(entries[first])):
                told = " and ".join(part.identity) if _still(entry) != _still(entries[first]) else ""
                said = (
                    SAME_KEY if identity[0] == "key" else f"has the same {told} as" if told else SAYS_THE_SAME
                )
                self.wrong(
                    (*loc, index),
                    f"{said} entry {first + 1} of this list",
                    "give one of them a key of its own",
                )

    def _absences(self, data: Plain, owner: type[Part], loc: Loc) -> None:
        absences = data["absences"]
        allowed = _may_be_absent(owner)
        for field in absences if isinstance(absences, Mapping) else ():
            here = (*loc, "absences", field)
            if field not in allowed:
                hint = self._hint(field, allowed)
                self.wrong(here, "not a field of this entry", f"did you mean {hint!r}?" if hint else "")
            elif data.get(field) not in (None, (), [], {}, ""):
                self.wrong(here, f"{field} has a value and an absence", "keep one of the two")

    def _evidence(self, data: Plain, owner: type[Part], loc: Loc) -> None:
        known = specs(owner)
        for one in items_of(data["evidence"]):
            for field in items_of(fields_of(one).get("for", fields_of(one).get("for_"))):
                if isinstance(field, str) and field not in known:
                    hint = self._hint(field, known)
                    self.wrong(
                        (*loc, "evidence"),
                        "for names no field of this entry",
                        f"did you mean {hint!r}?" if hint else "",
                    )


def _is_key(word: str) -> bool:
    return re.match(KEY_SHAPE, word) is not None


def _still(value: object) -> object:
    """A value that can be compared and hashed, whatever short form it was written in."""
    if value is None or isinstance(value, (str, Translations)):
        return value
    if isinstance(value, Mapping):
        return tuple(sorted((str(key), _still(one)) for key, one in value.items()))
    if isinstance(value, (list, tuple)):
        return tuple(_still(one) for one in value)
    return value


def identity_of(entry: object, part: type[Entry]) -> tuple[object, ...] | None:
    """What tells an entry of a list from its neighbours; None where nothing has to."""
    if isinstance(entry, str):
        bare = getattr(part, "bare", None)
        if part.identity == (bare,):
            return "said", entry
        entry = {bare: entry}
    data = fields_of(entry)
    if isinstance(data.get("key"), str):
        return None if _is(part, Keyed) else ("key", data["key"])
    if not part.identity:
        return None
    known = specs(part)
    values: list[object] = []
    for name in part.identity:
        value = data.get(name)
        values.append(_still(items_of(value) if known[name].many else value))
    return ("said", *values)


def _contradicted(entry: object) -> bool:
    return any(
        fields_of(one).get("reading") == "contradicted" for one in items_of(fields_of(entry).get("evidence"))
    )


def shape_problems(register: object, owner: type[Part]) -> list[Problem]:
    """Everything wrong with a register that types cannot tell, in the order it is met. Never raises."""
    shape = _Shape(register, owner)
    shape.walk()
    return shape.problems

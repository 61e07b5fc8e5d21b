"""Which entry is meant where its name stands in the place of its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ropa.errors import Problem
from ropa.model.text import sayings

NOT_A_KEY = "this is not a key"
NAME_FOR_KEY = "a key is wanted here, not a name"


def keys_by_name(entries: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The keys of entries by their names, in any language; of a name that several have, none."""
    found: dict[str, set[str]] = {}
    for one in entries:
        key, name = one.get("key"), one.get("name")
        if isinstance(key, str) and isinstance(name, (str, Mapping)):
            for said in sayings(name):
                found.setdefault(called(said), set()).add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def called(name: str) -> str:
    """A name as it is compared: blanks and capitals do not count.

    >>> called(" X  BV") == called("x bv")
    True
    """
    return " ".join(name.split()).casefold()


def told_once(of_types: Iterable[Problem], of_references: Iterable[Problem]) -> list[Problem]:
    """What types and references complain of; a word that is no key is told of once, by whoever knows what was meant."""
    references = [*of_references]
    meant = {one.loc for one in references if one.wrong == NAME_FOR_KEY}
    types = [one for one in of_types if not (one.loc in meant and one.wrong == NOT_A_KEY)]
    no_keys = {one.loc for one in types if one.wrong == NOT_A_KEY}
    return [*types, *(one for one in references if one.loc not in no_keys)]

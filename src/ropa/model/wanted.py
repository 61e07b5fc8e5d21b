"""What a question is asked by: a key or another word. Anything else is told so, and what stands in it is not shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ropa.errors import NotUnderstood, Problem, UnknownEntry
from ropa.glossary.book import nearest
from ropa.model.text import sayings

SHOWN = 100
"""So much of a word stands in a message."""


def a_key(given: object) -> str:
    """The key of an entry; `NotUnderstood` for the entry itself, or anything else that is no text.

    >>> a_key(["bakery"])
    Traceback (most recent call last):
        ...
    ropa.errors.NotUnderstood: a key is wanted here, a text
    """
    if isinstance(given, str):
        return given
    instead = "give its .key" if hasattr(given, "key") else ""
    raise NotUnderstood([Problem("", "a key is wanted here, a text", instead)])


def a_word(given: object) -> str:
    """A word that something is asked for by; `NotUnderstood` for anything else."""
    if isinstance(given, str):
        return given
    raise NotUnderstood([Problem("", "a word is wanted here, a text", "")])


def one_of(given: object, known: Iterable[str], noun: str, meant: Callable[[str], str] = str) -> str:
    """The key itself where it is known; else `UnknownEntry` with the one that may be `meant`, or the nearest."""
    key = a_key(given)
    every = known if isinstance(known, (set, frozenset, dict)) else [*known]
    if key in every:
        return key
    near = said if (said := meant(key)) in every else nearest(key, every)
    hint = f"; did you mean {near!r}?" if near else ""
    raise UnknownEntry(f"there is no {noun} {key[:SHOWN]!r}{hint}")


def key_called(word: str, entries: Iterable[Any]) -> str:
    """The key of the entry that has this name, or nearly this one; empty where none has."""
    names: dict[str, str] = {
        name.strip().casefold(): one.key for one in entries for name in sayings(getattr(one, "name", None))
    }
    asked = word[:SHOWN].strip().casefold()
    return names.get(asked) or names.get(nearest(asked, names) or "", "")

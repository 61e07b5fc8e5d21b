"""Paths: how findings, waivers and evidence point at an entry, and what a path points at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from ropa.errors import UnknownEntry
from ropa.model.flow import Flow
from ropa.model.part import Entry, Part
from ropa.model.spec import specs


def _own(entry: Any) -> str | None:
    """What an entry is called among its neighbours: its key; a flow also by its one recipient."""
    if isinstance(entry, str):
        return entry
    is_entry, is_flow = _kinds(type(entry))  # type: ignore[arg-type]  # every type can be hashed
    if is_entry and entry.key:
        return str(entry.key)
    return entry.recipient[0] if is_flow and len(entry.recipient) == 1 else None


@cache
def _kinds(kind: type) -> tuple[bool, bool]:
    """Asked once for each kind: what pydantic makes of `isinstance` takes longer than all the rest."""
    return issubclass(kind, Entry), issubclass(kind, Flow)


def segments(entries: Sequence[Any]) -> tuple[str, ...]:
    """The last step of the path of each entry in a list: its name where that is its own, else its number from one.

    >>> segments((Flow(recipient="loonwijzer"), Flow(recipient="fiscus"), Flow(recipient="fiscus")))
    ('loonwijzer', '2', '3')
    """
    names = [_own(entry) for entry in entries]
    if not any(names):
        return _numbers(len(names))
    counts: dict[str | None, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    own = [name if name and counts[name] == 1 else None for name in names]
    if None in own:  # a key that is a number would be taken for a place
        own = [None if name and name.isdecimal() else name for name in own]
    return tuple(name or str(number) for number, name in enumerate(own, start=1))


@lru_cache(maxsize=256)
def _numbers(many: int) -> tuple[str, ...]:
    """Most lists are short, and none of their entries has a name."""
    return tuple([str(number) for number in range(1, many + 1)])


def entry_at(root: Part, path: str) -> Part:
    """What a path points at; `UnknownEntry` where it is nothing."""
    *_, (value, rest) = ((root, path), *_walk(root, path))
    if rest:
        raise UnknownEntry(
            f"nothing in the register stands at {path!r} (it ends before {rest.split('.')[0]!r})"
        )
    if not isinstance(value, Part):
        raise UnknownEntry(f"{path!r} points at a value, not at an entry")
    return value


def loc_of(root: Part, path: str) -> tuple[str | int, ...]:
    """The same path by the keys of the file and by numbers from zero, as far as it can be followed.

    >>> loc_of(Flow(evidence=["L1", {"at": "L2", "for": "when"}]), "evidence.2.for.when.more")
    ('evidence', 1, 'for', 0)
    """
    loc: list[str | int] = []
    value: Any = root
    left = path
    for found, rest in _walk(root, path):
        if isinstance(value, tuple):
            loc.append(next(index for index, one in enumerate(value) if one is found))
        elif left:
            loc.append(left.split(".")[0])
        value, left = found, rest
    return tuple(loc)


def _walk(root: Part, path: str) -> Iterator[tuple[Any, str]]:
    """Each value on the way with what is left of the path, as far as it goes."""
    value: Any = root
    rest = path
    while rest:
        found = _step(root, value, path[: len(path) - len(rest)], rest)
        if found is None:
            return
        value, rest = found
        yield value, rest


def _step(root: Part, value: Any, done: str, rest: str) -> tuple[Any, str] | None:
    if isinstance(value, tuple):
        return _item(_steps(root, value, done), value, rest)
    name, _, after = rest.partition(".")
    if isinstance(value, Part):
        spec = specs(type(value)).get(name)
        found = getattr(value, spec.name) if spec else None
    else:
        found = value.get(name) if isinstance(value, Mapping) else None
    return None if found is None else (found, after)


def _item(steps: Mapping[str, Any], value: tuple[Any, ...], rest: str) -> tuple[Any, str] | None:
    """The entry of a list that a path names. Keys may have dots in them: the longest that fits is meant."""
    words = rest.split(".")
    for many in range(len(words), 0, -1):
        name = ".".join(words[:many])
        if name in steps:
            return steps[name], ".".join(words[many:])
    number = words[0]
    if number.isdecimal() and len(number) < 9 and 0 < int(number) <= len(value):
        return value[int(number) - 1], ".".join(words[1:])
    return None


def _steps(root: Part, value: tuple[Any, ...], done: str) -> Mapping[str, Any]:
    """The entries of a list by the last step of their path: kept with the register, which does not change."""
    kept: dict[str, Mapping[str, Any]] = root.__dict__.setdefault("_steps", {})
    if done not in kept:
        kept[done] = dict(zip(segments(value), value, strict=True))
    return kept[done]

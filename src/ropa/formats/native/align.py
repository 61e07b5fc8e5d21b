"""Which entry of a changed list is which of the old one: by key, by being equal, by what identifies it, by place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from ropa.model.dump import plain
from ropa.model.part import Entry


def aligned(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new entry the number of the old one that it is, or None where it was added.

    >>> aligned(("a", "b", "c"), ("c", "a", "changed", "new"))
    [2, 0, 1, None]
    """
    found: list[int | None] = [None] * len(new)
    free = dict.fromkeys(range(len(old)))
    for name in (_by_key, _by_value, _by_identity):
        _match(old, new, found, free, name)
    _match_in_place(old, new, found, free)
    return found


def _match(
    old: Sequence[Any],
    new: Sequence[Any],
    found: list[int | None],
    free: dict[int, None],
    name: Callable[[Any], Hashable | None],
) -> None:
    if not free or None not in found:
        return
    places: dict[Hashable, list[int]] = {}
    for index in reversed(free):
        if (said := name(old[index])) is not None:
            places.setdefault(said, []).append(index)
    for index, entry in enumerate(new):
        if found[index] is None and (said := name(entry)) is not None and places.get(said):
            found[index] = places[said].pop()
            del free[found[index]]  # type: ignore[arg-type]


def _match_in_place(
    old: Sequence[Any], new: Sequence[Any], found: list[int | None], free: dict[int, None]
) -> None:
    """An entry that is like no other, where one is gone: between the same neighbours it is taken for a change."""
    for index in range(len(new)):
        if found[index] is not None:
            continue
        before = found[index - 1] if index else -1
        if before is None or before + 1 not in free or type(old[before + 1]) is not type(new[index]):
            continue
        if isinstance(new[index], Entry) and new[index].key != old[before + 1].key:
            continue
        found[index] = before + 1
        del free[before + 1]


def _by_key(entry: Any) -> Hashable | None:
    return entry.key if isinstance(entry, Entry) else None


def _by_value(entry: Any) -> Hashable | None:
    return repr(entry)


def _by_identity(entry: Any) -> Hashable | None:
    if not isinstance(entry, Entry) or not entry.identity:
        return None
    return repr([plain(getattr(entry, name)) for name in entry.identity])

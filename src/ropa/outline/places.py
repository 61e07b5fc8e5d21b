"""Where the sources say it: the evidence of an entry and of what stands in it, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ropa.fields import cards
from ropa.model import Evidence, Part
from ropa.outline.cells import Cells
from ropa.outline.page import Cell


def places(words: Cells, entry: Part) -> tuple[Cell, ...]:
    """The places that an entry as a whole rests on, then those of single fields under their labels."""
    found = _by_field(words, entry)
    whole = _together(words, found.pop("", {}))
    labels = {one.key: one.label(words.language) for one in cards(type(entry))}
    return (
        *whole,
        *(
            Cell(f"{labels.get(key, key)}{words.colon}{words.phrase('comma').join(held)}")
            for key, held in found.items()
        ),
    )


def places_of(words: Cells, entry: Part, key: str) -> tuple[Cell, ...]:
    """The places that one field of an entry rests on; those of the whole entry where it has none of its own."""
    found = _by_field(words, entry)
    return _together(words, found.get(key) or found.get("") or {})


def _together(words: Cells, held: Iterable[str]) -> tuple[Cell, ...]:
    said = words.phrase("comma").join(held)
    return (Cell(said),) if said else ()


def _by_field(words: Cells, entry: Part) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for one in getattr(entry, "evidence", ()):
        for key in one.for_ or ("",):
            found.setdefault(key, {})[words.evidence(one)] = None
    for one in cards(type(entry)):
        if one.part and one.key != "evidence":
            for evidence in _within(getattr(entry, one.attribute)):
                found.setdefault(one.key, {})[words.evidence(evidence)] = None
    return found


def _within(value: Any) -> Iterator[Evidence]:
    """The evidence of a part and of all parts in it."""
    if isinstance(value, (tuple, list)):
        for one in value:
            yield from _within(one)
    elif isinstance(value, Part):
        yield from getattr(value, "evidence", ())
        for one in cards(type(value)):
            if one.part and one.key != "evidence":
                yield from _within(getattr(value, one.attribute))

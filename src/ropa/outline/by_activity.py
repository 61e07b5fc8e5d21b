"""What several activities say in one cell: what all of them say first, then what each says beside it, under its name."""

from __future__ import annotations

from collections.abc import Mapping

from ropa.outline.cells import Cells
from ropa.outline.page import Cell


def by_activity(words: Cells, said: Mapping[str, tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """The cells of several activities by their keys, in one field: nobody takes what one says for what all say."""
    if len(said) < 2:
        return next(iter(said.values()), ())
    first, *others = said.values()
    shared = {cell for cell in first if all(cell in held for held in others)}
    apart: dict[tuple[Cell, ...], list[str]] = {}
    for key, held in said.items():
        own = tuple(cell for cell in held if cell not in shared)
        if own:
            apart.setdefault(own, []).append(activity_name(words, key))
    return (
        *(cell for cell in first if cell in shared),
        *(_told(words, own, names) for own, names in apart.items()),
    )


def _told(words: Cells, own: tuple[Cell, ...], names: list[str]) -> Cell:
    whose = words.phrase("comma").join(names)
    said = words.semicolon.join(str(cell.value) for cell in own)
    return Cell(f"{whose}{words.colon}{said}", all(cell.muted for cell in own))


def activity_name(words: Cells, key: str) -> str:
    """An activity by its name, else by its key."""
    return words.text(words.register.activity(key).name) or key if key else ""

"""Which fields of a part hold other parts: the way down a register, whatever is looked for in it."""

from __future__ import annotations

from functools import cache

from ropa.model import Part
from ropa.model.spec import specs


@cache
def inside(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a part in which other parts stand: their keys and attributes."""
    return tuple(
        (key, spec.name)
        for key, spec in specs(part).items()
        if spec.part and key not in ("evidence", "absences")
    )

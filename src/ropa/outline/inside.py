"""Which fields of a part hold other parts: the way down a register, whatever is looked for in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ropa.model import Part
from ropa.model.spec import specs
from ropa.model.spot import segments


@cache
def inside(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a part in which other parts stand: their keys and attributes."""
    return tuple(
        (key, spec.name)
        for key, spec in specs(part).items()
        if spec.part and key not in ("evidence", "absences")
    )


def standing_in(part: Part, path: str, tells: Callable[[object], bool]) -> Iterator[tuple[str, object]]:
    """What stands right in a part, with its path, in its order; of lists only the entries that tell something."""
    for key, attribute in inside(type(part)):
        held = getattr(part, attribute)
        if not held:
            continue
        here = f"{path}.{key}" if path else key
        if not isinstance(held, tuple):
            yield here, held
            continue
        telling = [(place, one) for place, one in enumerate(held) if tells(one)]
        ends = segments(held) if telling else ()
        yield from ((f"{here}.{ends[place]}", one) for place, one in telling)

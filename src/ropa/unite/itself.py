"""What registers say of themselves beside their entries, and what had to be made for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa.model import Register
from ropa.model.spec import specs
from ropa.unite.joined import Made
from ropa.unite.merge import Conflict
from ropa.unite.side import Side

OF_ITS_OWN = frozenset({"ropa", "language", "holder"})
"""Fields of a register that the joined one settles for itself."""


def of_registers(registers: Sequence[Register]) -> Iterator[Conflict]:
    """What the later registers say of themselves, and the joined one does not."""
    first = registers[0]
    for name, spec in specs(Register).items():
        if name in OF_ITS_OWN or spec.many:
            continue
        for number, other in enumerate(registers[1:], start=2):
            kept, left = getattr(first, spec.name), getattr(other, spec.name)
            if left is not None and left != kept:
                yield Conflict("register", "", name, kept, left, (1, number))
    for number, other in enumerate(registers[1:], start=2):
        for name, left in (other.__pydantic_extra__ or {}).items():
            kept = next(held for one in registers if name in (held := one.__pydantic_extra__ or {}))[name]
            if left != kept:
                yield Conflict("register", "", name, kept, left, (1, number))


def sources_made(registers: Sequence[Register], sides: Sequence[Side]) -> Iterator[Made]:
    """The sources that were made for registers whose evidence names none."""
    for number, (was, side) in enumerate(zip(registers, sides, strict=True), start=1):
        if len(side.register.sources) > len(was.sources):
            yield Made("source", side.rewriter.keys["source"][side.register.sources[-1].key], number)


def twice(registers: Sequence[Register]) -> Iterator[tuple[int, int]]:
    """Which registers say exactly what an earlier one says, each with that one; counted from one."""
    for at, one in enumerate(registers):
        first = next(number for number, other in enumerate(registers[: at + 1]) if other == one)
        if first != at:
            yield first + 1, at + 1

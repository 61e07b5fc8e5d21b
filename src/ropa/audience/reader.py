"""Who a copy of a register is for, and what such a copy leaves out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.model import Part, Register
from ropa.model.spec import Spec, parts


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of reader. `internal` sees everything; every other copy leaves something out."""

    name: str
    leaves_out: frozenset[str]
    """Kinds of entry (`Measure`) and single fields (`Entry.note`)."""
    findings: bool
    """Whether what a check finds is shown."""
    one_customer: bool = False
    """Whether the copy shows one customer's records only."""
    only_named: bool = False
    """Whether parties and shared entries that nothing else names are left out."""

    def leaves(self, kind: type[Part]) -> bool:
        """Whether entries of a kind are left out."""
        return any(one.__name__ in self.leaves_out for one in kind.__mro__)

    def leaves_field(self, spec: Spec) -> bool:
        """Whether a field is left out: by name, or because only what is left out can stand in it."""
        named = any(f"{one.__name__}.{spec.name}" in self.leaves_out for one in spec.owner.__mro__)
        return named or (spec.part is not None and self.leaves(spec.part))

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.leaves_out and not self.one_customer


@cache
def readers() -> Mapping[str, Reader]:
    """Every kind of reader by name.

    >>> sorted(readers())
    ['authority', 'customer', 'internal', 'public']
    """
    rows = tomllib.loads(files("ropa.audience").joinpath("readers.toml").read_text("utf-8"))
    known = _known()
    for name, row in rows.items():
        strange = set(row["leaves_out"]) - known
        if strange:
            raise LookupError(f"readers.toml, {name}: the model has no {', '.join(sorted(strange))}")
    return MappingProxyType(
        {
            name: Reader(name, **{**row, "leaves_out": frozenset(row["leaves_out"])})
            for name, row in rows.items()
        }
    )


def reader(name: str) -> Reader:
    """The reader of that name; `UnknownEntry` with what there is."""
    if name in readers():
        return readers()[name]
    hint = nearest(name, readers())
    also = f"did you mean {hint!r}?" if hint else f"there are {', '.join(readers())}"
    raise UnknownEntry(f"a copy can't be made for {name[:40]!r}; {also}")


def _known() -> frozenset[str]:
    """Every kind of entry of the model, and every field by the kind that has it, wider kinds included."""
    kinds = {one for part in parts(Register) for one in part.__mro__ if issubclass(one, Part)}
    return frozenset(
        {one.__name__ for one in kinds}
        | {f"{one.__name__}.{field}" for one in kinds for field in one.model_fields}
    )

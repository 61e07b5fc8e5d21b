"""A register in which every field that takes words has words of its own, so that one can see where each comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from ropa.model import Evidence, Keyed, Part, Register
from ropa.model.activity import Facts
from ropa.model.part import Absence
from ropa.model.spec import Spec, specs

CLOSED = {"scheme": "kvk", "basis": "legal-obligation", "ground": "10", "rule": "ROPA001"}
"""A value for fields that must be there and take no words."""

WITHOUT = {"Waiver.rule", "Evidence.at"}
ORDER = ("parties", "agreements", "systems", "measures", "interests", "sources", "general", "activities")


class Everything:
    """Writes the register; `marks` says which field each text stands for."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}
        self.here: dict[str, str] = {}

    def mark(self, spec: Spec) -> str:
        text = f"({len(self.marks) + 1}) {spec.owner.__name__}.{spec.key}"
        self.marks[text] = f"{spec.owner.__name__}.{spec.key}"
        return text

    def register(self) -> dict[str, Any]:
        lists = {key: spec for key, spec in specs(Register).items() if spec.part}
        keys = (*(key for key in ORDER if key in lists), *(key for key in lists if key not in ORDER))
        data = {"ropa": 1, "holder": "party-1"}
        data |= {
            key: value for key, value in self.fields(Register) if key not in ("ropa", "holder", "language")
        }
        return data | {key: [self.part(lists[key].part)] for key in keys}  # type: ignore[arg-type]

    def fields(self, owner: type[Part]) -> Iterator[tuple[str, Any]]:
        for key, spec in specs(owner).items():
            if owner is Register and spec.part:
                continue
            value = self.value(spec, get_type_hints(spec.owner, include_extras=True)[spec.name])
            if value is not None:
                yield key, value

    def part(self, owner: type[Part]) -> dict[str, Any]:
        if issubclass(owner, Facts):
            self.here = {}
        found = dict(self.fields(owner))
        found.pop("key", None)
        if issubclass(owner, Keyed):
            found["key"] = f"{owner.noun}-1"
        return found

    def value(self, spec: Spec, annotation: Any) -> Any:
        if spec.part in (Evidence, Absence):
            return None
        if spec.mapping:
            return {self.mark(spec): "party-1"}
        if spec.refers and not spec.refers.or_text:
            return None if spec.key in ("related", "supersedes", "group") else f"{spec.refers.kind}-1"
        if spec.part:
            return self.part(spec.part)
        if spec.among:
            return self.here.get(spec.among.field)
        try:
            TypeAdapter(annotation).validate_python("A text")
        except ValidationError:
            return CLOSED.get(spec.key) if spec.required else None
        said = self.mark(spec)
        if spec.key == "kind":
            self.here[{"Subjects": "data_subjects", "Item": "personal_data"}.get(spec.owner.__name__, "")] = (
                said
            )
        return said

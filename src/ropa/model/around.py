"""What the flows of an activity are filled in from: its data, its people, and whose each kind of data is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ropa.model.flow import Flow
from ropa.model.seen import Seen
from ropa.model.text import Text


@dataclass(frozen=True, slots=True)
class Around:
    """The personal data and the data subjects of an activity."""

    data: tuple[Text, ...] = ()
    people: tuple[Text, ...] = ()
    whose: Mapping[Text, frozenset[Text]] = field(default_factory=lambda: MappingProxyType({}))
    """Whose a kind of data is, where all that is said of it names them."""

    @classmethod
    def of(cls, seen: Seen, on: date | None) -> Around:
        """What an activity says of both on a day (None: whenever)."""
        items = seen.values("personal_data", on)
        people = tuple([held.kind for held in seen.values("data_subjects", on)])
        whose: dict[Text, frozenset[Text]] = {}
        if any([item.subjects for item in items]):
            for item in items:
                whose[item.kind] = whose.get(item.kind, frozenset()).union(item.subjects)
            for item in items:
                if not item.subjects:
                    whose.pop(item.kind, None)  # once of everybody is of everybody
        return cls(tuple([item.kind for item in items]), people, whose)

    def carried(self, flow: Flow) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
        """Which data of whom a flow carries: what it names, else all of the activity, else nothing where that is not known.

        One that names only whose data it carries has none that are others', and the other way round.
        """
        data = flow.personal_data or (() if "personal_data" in flow.absences else self.data)
        people = flow.data_subjects or (() if "data_subjects" in flow.absences else self.people)
        if self.whose and not (flow.personal_data and flow.data_subjects):
            if flow.data_subjects:
                data = tuple([one for one in data if self._is_of(one, flow.data_subjects)]) or data
            elif flow.personal_data:
                people = tuple([one for one in people if self._have(one, flow.personal_data)]) or people
        return data, people

    def _is_of(self, kind: Text, people: tuple[Text, ...]) -> bool:
        return kind not in self.whose or not self.whose[kind].isdisjoint(people)

    def _have(self, person: Text, data: tuple[Text, ...]) -> bool:
        return any(kind not in self.whose or person in self.whose[kind] for kind in data)

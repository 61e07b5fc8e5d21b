"""What findings say, as data of the page: each once, and by the party and the flow that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ropa.model import Hop

if TYPE_CHECKING:
    from ropa.rules.finding import Finding


class Found:
    """Findings by number, and where each points: at a party, at a flow, at the flows that rest on an agreement."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._all = tuple(findings)
        self._under: dict[str, list[int]] = {}
        for number, one in enumerate(self._all):
            path = one.where
            while path:
                self._under.setdefault(path, []).append(number)
                path = path.rpartition(".")[0]

    def told(self, language: str) -> list[dict[str, Any]]:
        """Each in words, in the order of the report."""
        return [
            {
                "level": one.level.value,
                "code": one.code,
                "says": one.message(language),
                "remedy": one.remedy(language),
            }
            for one in self._all
        ]

    def of_party(self, key: str) -> dict[str, list[int]]:
        """The numbers of those about a party; nothing where there are none."""
        return self._at([f"parties.{key}"])

    def of_flow(self, hop: Hop) -> dict[str, list[int]]:
        """The numbers of those about a flow and about the agreements it rests on."""
        return self._at([hop.path, *(f"agreements.{key}" for key in hop.agreements)])

    def _at(self, paths: Iterable[str]) -> dict[str, list[int]]:
        found = sorted({number for path in paths for number in self._under.get(path, ())})
        return {"found": found} if found else {}

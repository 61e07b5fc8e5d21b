"""Grounds that are words, and clauses whose source tells how old they are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import places

CLAUSES = "standard-contractual-clauses"
OLD = {"key": "old", "published": "2018-09-13"}


@pytest.mark.parametrize(
    "words",
    [
        "Or on similar rules",
        "Of via vergelijkbare regels",
        "Ou des garanties comparables",
        "Oder ähnliche Regelungen",
    ],
)
def test_other_words(words: str) -> None:
    """In four languages, beside whatever ground is named."""
    activity = {"key": "a", "transfers": {"grounds": CLAUSES, "when": words}}

    assert places("ground-in-other-words", activities=[activity]) == [("activities.a.transfers.1", "warning")]


class TestOlderSource:
    """The last day of the old clauses is 27 December 2022."""

    def found(self, *sources: Any, on: date = date(2026, 11, 21), **transfer: Any) -> list[str]:
        stated = {"countries": "IN", "grounds": CLAUSES, "evidence": "L1", **transfer}
        found = places(
            "clauses-of-an-older-source",
            on,
            sources=[{"title": "Statement", **one} for one in sources],
            activities=[{"key": "a", "transfers": stated}],
        )
        return [where for where, _ in found]

    def test_days(self) -> None:
        """Until that day the old clauses could be meant, and hold."""
        assert self.found(OLD, on=date(2022, 12, 27)) == []
        assert self.found(OLD, on=date(2022, 12, 28)) == ["activities.a.transfers.1"]

    def test_among_several(self) -> None:
        """Also where they are one of a list."""
        assert self.found(OLD, grounds=(), grounds_any_of=["binding-corporate-rules", CLAUSES]) != []
        assert self.found(OLD, grounds="adequacy") == []

    def test_sources(self) -> None:
        """The latest day behind the entry counts; without a day nothing follows."""
        new = {"key": "new", "published": "2021-06-04"}

        assert self.found({**OLD, "changed": "2021-06-04"}) == self.found({"key": "old"}) == []
        assert self.found(OLD, new, evidence=["L1", {"at": "L2", "source": "new"}]) == []
        assert self.found(OLD, new) != []
        assert self.found(OLD, evidence=()) == self.found() == []

    def test_an_agreement_tells_which(self) -> None:
        """Clauses on paper are looked at by other rules."""
        papers = [{"key": "scc", "kind": CLAUSES, "between": ["bakery", "host"]}]
        flow = {
            "recipient": "host",
            "role": "processor",
            "countries": "IN",
            "grounds": CLAUSES,
            "evidence": "L1",
        }
        facts: dict[str, Any] = {
            "parties": [{"key": "bakery"}, {"key": "host"}],
            "sources": [{"title": "Statement", **OLD}],
            "activities": [{"key": "a", "flows": flow}],
        }

        assert places("clauses-of-an-older-source", **facts) == [("activities.a.flows.host", "warning")]
        assert places("clauses-of-an-older-source", agreements=papers, **facts) == []

"""What a document says of itself: a reading of a text only where all of it rests on that text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES, phrase
from ropa.model import Register
from ropa.outline import Outline, report, workbook
from ropa.outline.contracts import processing_annex
from ropa.outline.notice import FEW
from ropa.outline.read_from import read_from

ON = date(2026, 11, 22)
POLICY = {"key": "policy", "title": "Policy", "published": "2024-05-01"}
CONTRACT = {"key": "contract", "title": "Old contract"}
READING = "This document is a reading of a text"
OWN = "This document shows the register of bakery"
both = pytest.mark.parametrize("make", [report, workbook], ids=lambda make: make.__name__)


def register(*activities: dict[str, Any], sources: Any = (POLICY, CONTRACT), **more: Any) -> Register:
    parties = [{"key": "bakery"}, {"key": "host"}, {"key": "town"}]
    told = {"holder": "bakery", "parties": parties, "sources": sources, "activities": activities}
    return Register.of({**told, **more})


def held(out: Outline, label: str) -> list[str]:
    return [str(cell.value) for line in out.facts if line.label == label for cell in line.cells]


@both
class TestAReading:
    """All that is said of activities, and in general, rests on a source."""

    def test_names_the_sources_it_rests_on(self, make: Any) -> None:
        """And no other that is listed: the front tells that nothing rests on that one."""
        told = register({"key": "a", "name": "Baking", "evidence": "L1", "data_subjects": "customers"})
        out = make(told, language="en", on=ON)

        assert out.notice.startswith(f"{READING} (Policy (2024-05-01)), made up")
        assert held(out, "Sources") == ["Policy (2024-05-01)", "Old contract: no entry rests on it"]

    def test_is_none_where_nothing_rests_on_a_source(self, make: Any) -> None:
        """However many are listed."""
        out = make(register({"key": "a", "name": "Baking"}, sources=CONTRACT), language="en", on=ON)

        assert out.notice == phrase("report.notice-own", "en", holder="bakery", on=ON.isoformat())
        assert held(out, "Sources") == ["Old contract: no entry rests on it"]

    @pytest.mark.parametrize(
        "other",
        [
            {"activities": [{"key": "a", "evidence": "L1"}, {"key": "b", "name": "Own"}]},
            {"activities": [{"key": "a", "evidence": "L1"}, {"key": "b"}]},
            {"activities": [{"key": "a", "evidence": {"at": "L1", "for": "name"}, "name": "A", "data_subjects": "staff"}]},
            {"activities": [{"key": "a", "name": "A", "flows": {"recipient": "host", "evidence": "L1"}}]},
            {"activities": [{"key": "a", "evidence": "L1"}], "general": {"data_subjects": "staff"}},
        ],
    )  # fmt: skip
    def test_is_none_where_a_part_does_not(self, make: Any, other: dict[str, Any]) -> None:
        """An activity, a value, or what is said in general."""
        assert make(register(**other), language="en", on=ON).notice.startswith(OWN)


@both
class TestAPart:
    """A register of the holder's own in which something was read from a text."""

    def test_is_named(self, make: Any) -> None:
        """By activity, and by kind of entry; and from what."""
        told = register(
            {"key": "a", "name": "Baking", "flows": {"recipient": "host", "evidence": "L12"}},
            {"key": "b", "name": "Wages"},
            general={"evidence": {"at": "L3", "source": "contract"}, "data_subjects": "staff"},
        )
        said = make(told, language="en", on=ON).notice

        assert said.startswith(OWN)
        assert (
            "Entries under “Baking”, “General statements” rest on a text (Policy (2024-05-01), Old contract)"
            in said
        )
        assert "Wages" not in said

    def test_is_counted_where_it_is_large(self, make: Any) -> None:
        """No list of names that fills the page."""
        told = register({"key": "own"}, *({"key": f"a{one}", "evidence": "L1"} for one in range(FEW + 1)))
        told = told.put(told.activity("own").model_copy(update={"name": "Own"}))

        assert "under “Processing activities” (9) rest" in make(told, language="en", on=ON).notice

    def test_a_reader_of_somebody_elses_record_hears_nothing_of_others(self, make: Any) -> None:
        """The records of another party are told of alone."""
        told = register(
            {"key": "a", "name": "Secret", "evidence": "L1"},
            {"key": "b", "name": "Town's", "controllers": "town", "flows": {"sender": "town", "recipient": "bakery"}},
        )  # fmt: skip
        out = make(told, language="en", on=ON, party="town")

        assert "Secret" not in out.notice
        assert "rest on a text" not in out.notice
        assert "“Secret”" in make(told, language="en", on=ON).notice

    def test_what_a_processor_does_for_others_counts(self, make: Any) -> None:
        """The record of a processor is drawn from activities of its customers."""
        flows = {"sender": "town", "recipient": "host", "role": "processor"}
        told = register(
            {"key": "a", "name": "Town's", "controllers": "town", "evidence": "L1", "flows": flows}
        )

        assert make(told, language="en", on=ON, party="host").notice.startswith(READING)


def test_an_annex() -> None:
    """It goes to the other side of a contract: it says that all is a reading, or nothing of where the rest is from."""
    paper = {"key": "dpa", "kind": "processing-agreement", "between": ["bakery", "host"]}
    flows = {"recipient": "host", "role": "processor"}
    read = {"key": "a", "name": "Secret", "evidence": "L1"}
    ours = {"key": "b", "name": "Support", "flows": flows}

    def said(*activities: dict[str, Any]) -> str:
        told = register(*activities, agreements=paper)
        return processing_annex(told, language="en", on=ON, agreement="dpa").notice

    assert "Secret" not in said(read, ours)
    assert phrase("annexes.not-stated-means", "en") in said(read, ours)
    assert f"{READING} (Policy (2024-05-01))" in said(read, {**ours, "evidence": "L2"})


def test_what_a_person_observed_is_no_reading() -> None:
    """A remark on a source does not make the register rest on it."""
    told = register({"key": "a", "name": "Own"}, observations={"text": "Odd", "evidence": "L1"})

    assert not read_from(told).sources


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language(language: str) -> None:
    """The part is told after whose register it is."""
    told = register({"key": "a", "name": "Baking", "evidence": "L1"}, {"key": "b", "name": "Wages"})
    said = report(told, language=language, on=ON).notice

    assert said.startswith(phrase("report.notice-own", language, holder="bakery", on=ON.isoformat()))
    assert "Baking" in said
    assert "Policy (2024-05-01)" in said

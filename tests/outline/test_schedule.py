"""The retention schedule: lengths in their order, and bars that say the same as the table."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from tests.outline.dump import dump

from ropa.drawing.shape import Box, Words
from ropa.formats.timeline import picture
from ropa.model import Register
from ropa.outline import Section, Table, Timeline, report
from ropa.outline.schedule import BARS, CRITERIA, days

ON = date(2026, 11, 21)


def told(*retention: Any, language: str = "en") -> Section | None:
    activities = [{"key": f"a{at}", "retention": one} for at, one in enumerate(retention)]
    register = Register.of({"holder": "shop", "parties": [{"key": "shop"}], "activities": activities})
    outline = report(register, language=language, on=ON, findings=False)
    return next((one for one in outline.sections if one.key == "retention"), None)


def parts(section: Section | None) -> tuple[Table, Timeline | None]:
    assert section is not None
    (table,) = (one for one in section.blocks if isinstance(one, Table))
    return table, next((one for one in section.blocks if isinstance(one, Timeline)), None)


def test_the_shortest_first() -> None:
    """Years and months by their length, then criteria, then silence."""
    table, line = parts(
        told({"period": "P2Y"}, {"period": "P18M"}, {"period": "P30D"}, "As long as needed", [])
    )

    assert [row[0][0].value for row in table.rows] == [
        "30 days",
        "18 months",
        "2 years",
        "As long as needed",
        "not stated",
    ]
    assert table.rows[-1][0][0].muted
    assert line is not None
    assert [bar.label for bar in line.bars] == [
        "30 days",
        "18 months",
        "2 years",
        "by a criterion",
        "no length given",
    ]
    assert [bar.open for bar in line.bars] == [False, False, False, True, False]


def test_alike_stands_once() -> None:
    alike = {"period": "P7Y", "starts": "end-of-contract"}
    table, line = parts(told(alike, alike, {"period": "P7Y"}))

    assert sorted(row[-2][0].value for row in table.rows) == [1, 2]  # type: ignore[type-var]
    assert line is not None
    assert [bar.said for bar in line.bars] == ["activities: 3"]
    assert line.bars[0].said in line.alt


def test_no_lengths_no_bars() -> None:
    """Criteria alone are told in a table; nothing at all is told nowhere."""
    assert parts(told("As long as needed"))[1] is None
    assert told([], []) is None


def test_very_many() -> None:
    """More lengths than a page shows have no picture; more criteria are counted, none is dropped in silence."""
    assert parts(told(*({"period": f"P{at}D"} for at in range(1, BARS + 2))))[1] is None
    table, _ = parts(told(*(f"Criterion {at}" for at in range(CRITERIA + 3))))
    assert len(table.rows) == CRITERIA + 1
    assert table.rows[-1][0][0].value == "other criteria: 3, each with its activity"


@pytest.mark.parametrize(("period", "long"), [("P1Y", 365.25), ("P1M", 30.4375), ("P1W", 7), ("PT24H", 1)])
def test_days(period: str, long: float) -> None:
    assert days(period) == long


def test_the_picture_is_to_scale() -> None:
    """A longer time is a longer bar, nothing leaves the picture, and no two ticks are written over each other."""
    _, line = parts(told(*({"period": one} for one in ("P1D", "P6M", "P7Y", "P120Y")), "Until asked"))
    assert line is not None
    drawn = picture(line)
    bars = [one for group in drawn.groups[1:5] for one in group.shapes if isinstance(one, Box) and one.stroke]
    ticks = [one for one in drawn.groups[0].shapes if isinstance(one, Words)]

    assert [one.width for one in bars] == sorted(one.width for one in bars)
    assert len(bars) == 4
    for group in drawn.groups:
        for shape in group.shapes:
            if isinstance(shape, Box):
                assert 0 <= shape.x <= shape.x + shape.width <= drawn.width
    assert all(after.x - before.x > 20 for before, after in pairwise(ticks))


def test_said_in_general() -> None:
    """What is said once for several activities counts for each."""
    register = Register.of(
        {
            "holder": "shop",
            "parties": [{"key": "shop"}],
            "general": [{"retention": {"period": "P1Y"}}],
            "activities": [{"key": "a"}, {"key": "b"}],
        }
    )
    said = dump(report(register, language="en", on=ON, findings=False))

    assert "- 1 year | 2 |" in said

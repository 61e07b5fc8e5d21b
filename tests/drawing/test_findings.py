"""Badges: what was found stands at its party or flow, is told by shape and word, and overlaps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from tests.drawing.graphs import bakery, graph

from ropa.drawing import Box, Group, Picture, Polygon, Words, picture
from ropa.drawing.findings import pointed
from ropa.drawing.flows import flows
from ropa.law import Level
from ropa.typeface import width

ON = date(2026, 1, 1)


@dataclass(frozen=True)
class Told:
    where: str
    level: Level = Level.ERROR


def shop() -> Any:
    """Two flows in which the path of the register is part of the key."""
    made = graph(
        ("party:a", "party:b", {"agreements": ["paper"]}), ("party:b", "party:c", {"role": ["controller"]})
    )
    made.remove_edges_from(list(made.edges(keys=True)))
    made.add_edge(
        "party:a",
        "party:b",
        key="pay:activities.pay.flows.b",
        **{"role": ["processor"], "agreements": ["paper"]},
    )
    made.add_edge("party:b", "party:c", key="pay:activities.pay.flows.c", **{"role": ["controller"]})
    return made


def drawn(*told: Told, language: str = "nl") -> Picture:
    return picture(shop(), language=language, on=ON, findings=told)


def group(made: Picture, key: str) -> Group:
    return next(one for one in made.groups if one.key == key)


AB, BC = "flow:party:a>party:b#processor", "flow:party:b>party:c#controller"


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ("activities.pay.flows.b", AB),
        ("activities.pay.flows.c.legal_bases.1", BC),
        ("agreements.paper", AB),
        ("agreements.paper.signed", AB),
        ("parties.b", "party:b"),
        ("parties.b.contact", "party:b"),
        ("activities.pay", None),
        ("parties.nobody", None),
        ("", None),
    ],
)
def test_points_at(where: str, key: str | None) -> None:
    """The longest known path decides; what nothing in the picture is about is counted, not drawn."""
    made = shop()
    found = pointed([Told(where)], made, flows(made, ON))

    assert list(found.at) == ([key] if key else [])
    assert (found.shown, found.all) == (int(key is not None), 1)


def test_without_findings_nothing_changes() -> None:
    """No badge, no word, no legend of them."""
    assert picture(bakery(), language="nl", on=ON) == picture(bakery(), language="nl", on=ON, findings=[])
    assert "bevinding" not in picture(bakery(), language="nl", on=ON).description


@pytest.mark.parametrize(
    ("level", "word"), [("error", "2 Fehler"), ("warning", "2 Warnungen"), ("note", "2 Hinweise")]
)
def test_level_in_words_and_shape(level: str, word: str) -> None:
    """The description names level and number; the legend explains the shape that is used, and no other."""
    one = Told("parties.b", Level(level))
    made = drawn(one, one, language="de")
    box, key = group(made, "party:b"), group(made, "legend")

    assert word in box.description
    assert "2" in [shape.text for shape in box.shapes if isinstance(shape, Words)]
    assert key.description.count("Feststellungen") == 1


def test_levels_differ_in_shape() -> None:
    """Without colour one still sees which level it is."""
    shapes = {
        tuple(type(one) for one in group(drawn(Told("parties.b", level)), "party:b").shapes)
        + tuple(
            len(one.points)
            for one in group(drawn(Told("parties.b", level)), "party:b").shapes
            if isinstance(one, Polygon)
        )
        for level in Level
    }

    assert len(shapes) == len(Level)


def test_badges_overlap_nothing() -> None:
    """Neither text nor another badge stands in the room of a badge; a badge of a party is inside its box."""
    places = ("parties.a", "parties.b", "activities.pay.flows.b", "activities.pay.flows.c")
    made = drawn(*(Told(where, level) for where in places for level in Level))
    badges = [
        shape for one in made.groups for shape in one.shapes if isinstance(shape, Box) and shape.radius == 5.5
    ]
    texts = [
        shape
        for one in made.groups
        for shape in one.shapes
        if isinstance(shape, Words) and shape.text not in "!i3"
    ]

    assert len(badges) == 4
    assert not any(overlap(rect(one), rect(other)) for one, other in combinations(badges, 2))
    assert not any(overlap(rect(badge), letters(words)) for badge in badges for words in texts)
    frame = next(shape for shape in group(made, "party:b").shapes if isinstance(shape, Box))
    assert any(inside(rect(badge), rect(frame)) for badge in badges)


Rect = tuple[float, float, float, float]


def rect(box: Box) -> Rect:
    return box.x, box.y, box.x + box.width, box.y + box.height


def letters(words: Words) -> Rect:
    wide = width(words.text, words.size, words.bold)
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return left, words.y - words.size * 0.72, left + wide, words.y


def overlap(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def inside(one: Rect, other: Rect) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]

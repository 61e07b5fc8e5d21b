"""A small picture for each activity that passes data on: drawn once, left out where it shows nothing or too much."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.model import Register
from ropa.outline import Figure, Lines, Outline, Paragraph, report
from ropa.outline.activity_picture import MOST
from ropa.outline.page import Block

ON = date(2026, 1, 15)
PAYROLL = {"recipient": "payroll", "role": "processor"}


def made(*activities: dict[str, Any]) -> Outline:
    parties = [{"key": "bakery", "name": "Bakery"}, {"key": "payroll", "name": "Payroll"}]
    told = {"holder": "bakery", "parties": parties, "activities": list(activities)}
    return report(Register.of(told), language="en", on=ON)


def activity(key: str, *flows: dict[str, Any]) -> dict[str, Any]:
    return {
        "key": key,
        "name": key,
        "data_subjects": "employees",
        "personal_data": "name",
        "flows": list(flows),
    }


def picture(out: Outline, key: str) -> Block | None:
    (found,) = [one for _, one in out.walk() if one.key == f"controller:bakery:{key}"]
    return found.blocks[1] if len(found.blocks) > 1 else None


def test_only_what_passes_data_on_has_a_picture() -> None:
    out = made(activity("pay", PAYROLL), activity("keep"))

    figure = picture(out, "pay")
    assert isinstance(figure, Figure)
    assert figure.within
    assert set(figure.graph) == {"people:employees", "party:bakery", "party:payroll"}
    assert picture(out, "keep") is None


def test_what_a_picture_shows_already_is_not_drawn_again() -> None:
    out = made(activity("pay", PAYROLL), activity("bonus", PAYROLL))

    found = picture(out, "bonus")
    assert isinstance(found, Lines)
    assert found.lines[0].cells[0].target == "controller:bakery:pay"


def test_that_there_are_none_of_many_is_said_once() -> None:
    out = made(*(activity(f"a{at}", PAYROLL) for at in range(MOST + 1)))

    assert picture(out, "a0") is None
    said = [
        block.text
        for _, one in out.walk()
        for block in one.blocks
        if isinstance(block, Paragraph) and "too many for a picture of each" in block.text
    ]
    assert len(said) == 1

"""A small picture for each activity that passes data on: drawn once, left out where it shows nothing or too much."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.model import Register
from ropa.outline import Figure, Lines, Outline, Paragraph, activity_picture, report
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
    """The last line of the section leads to where it stands."""
    out = made(activity("pay", PAYROLL), activity("bonus", PAYROLL))

    (found,) = [one for _, one in out.walk() if one.key == "controller:bakery:bonus"]
    (lines,) = found.blocks
    assert isinstance(lines, Lines)
    assert lines.lines[-1].cells[0].target == "controller:bakery:pay"


def test_that_there_are_none_of_many_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity_picture, "MOST", 20)
    out = made(*(activity(f"a{at}", PAYROLL) for at in range(21)))

    assert picture(out, "a0") is None
    said = [
        block.text
        for _, one in out.walk()
        for block in one.blocks
        if isinstance(block, Paragraph) and "too many for a picture of each" in block.text
    ]
    assert len(said) == 1


def test_a_register_of_hundreds_has_a_picture_of_each() -> None:
    """Where each shows something of its own."""
    flows = [{**PAYROLL, "processing": f"work {at}"} for at in range(300)]
    out = made(*(activity(f"a{at}", flow) for at, flow in enumerate(flows)))

    assert all(isinstance(picture(out, f"a{at}"), Figure) for at in range(300))


def test_more_lines_than_can_be_read_are_not_drawn() -> None:
    """It is said where to find them."""
    parties = [f"p{at}" for at in range(8)]
    flows = [
        {"sender": one, "recipient": other, "role": "processor"}
        for one in ("bakery", *parties)
        for other in parties
        if one != other
    ]
    told = {
        "holder": "bakery",
        "parties": [{"key": key} for key in ("bakery", *parties)],
        "activities": [activity("pay", *flows)],
    }
    out = report(Register.of(told), language="en", on=ON)

    (found,) = [one for _, one in out.walk() if one.key == "controller:bakery:pay"]
    assert [block for block in found.blocks if isinstance(block, Figure)] == []
    assert isinstance(found.blocks[0], Lines)
    assert found.blocks[0].lines[-1].label == "Picture"


def test_counts_flows_as_the_register_states_them() -> None:
    """One flow for two groups of people, and for two activities, is one: in words as in the pictures."""
    to_us = {"sender": "data-subjects", "recipient": "bakery", "data_subjects": ["employees", "applicants"]}
    told = {
        "holder": "bakery",
        "parties": [{"key": "bakery"}, {"key": "payroll"}],
        "general": [{"flows": [to_us, PAYROLL]}],
        "activities": [
            {**activity(key), "flows": [], "data_subjects": ["employees", "applicants"]}
            for key in ("pay", "bonus")
        ],
    }
    out = report(Register.of(told), language="en", on=ON)

    summary = out.sections[0]
    figures = [block for block in summary.blocks if isinstance(block, Figure)]
    assert isinstance(summary.blocks[0], Lines)
    said = [str(cell.value) for line in summary.blocks[0].lines for cell in line.cells]
    assert "data flows of the day: 2; parties in them, bakery included: 2" in said
    assert "Parties shown, bakery included: 2; data flows: 2," in figures[0].alt


class TestOnBehalf:
    """What the holder does for others only has a part of its own in its record as a processor."""

    def made(self, **about: Any) -> Outline:
        flows = [
            {"sender": "shop", "recipient": "host", "role": "processor", "processing": "hosting"},
            {"sender": "host", "recipient": "rack", "role": "processor", "countries": "DE"},
            {"sender": "rack", "recipient": "desk", "role": "processor", "countries": "US"},
        ]
        parties = [{"key": key, "name": key.title()} for key in ("host", "shop", "rack", "desk")]
        done = {**activity("sites", *flows), "controllers": ["shop"], "purposes": "Secret", **about}
        return report(
            Register.of({"holder": "host", "parties": parties, "activities": [done]}), language="en", on=ON
        )

    def test_names_for_whom_the_chain_and_the_picture(self) -> None:
        """An auditor reaches both from the record, also where the activity says nothing else."""
        (found,) = [one for _, one in self.made().walk() if one.key == "processor:host:sites"]
        told, figure, *beyond = found.blocks

        assert isinstance(told, Lines)
        assert isinstance(figure, Figure)
        said = {line.label: [str(cell.value) for cell in line.cells] for line in told.lines}
        assert said["On behalf of"] == ["Shop"]
        assert [one.split(" — ")[0] for one in said["Chains"]] == ["Rack", "Desk"]
        assert {cell.target for line in told.lines if line.label == "Chains" for cell in line.cells} == {
            "chains"
        }
        assert set(figure.graph) >= {"party:shop", "party:host", "party:rack", "party:desk"}
        assert "Secret" not in str((told, figure))
        assert "Secret" in str(beyond), "the holder sees what it recorded, apart from what Article 30(2) asks"

    def test_not_where_it_decides_itself(self) -> None:
        """What the holder decides on stands in its record as a controller, once."""
        keys = [one.key for _, one in self.made(controllers=["host", "shop"]).walk()]

        assert "controller:host:sites" in keys
        assert "processor:host:sites" not in keys

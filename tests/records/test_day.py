"""The records of a day say of the flows of that day what the chain says; and they are made without starting over."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.sharing.test_large import calls

from ropa.model import Register
from ropa.records import controller_records, processor_records
from ropa.sharing import chain

ON = date(2026, 6, 1)
OVER = {"valid_until": "2021-12-31"}
ENDED = {"key": "ja", "kind": "joint-controller-arrangement", "between": ["a", "b"], **OVER}


def to(sender: str, recipient: str, **more: Any) -> dict[str, Any]:
    return {"sender": sender, "recipient": recipient, "role": "processor", **more}


def register(*flows: dict[str, Any], controllers: tuple[str, ...] = ("a", "b"), **more: Any) -> Register:
    keys = dict.fromkeys((*controllers, *(end for one in flows for end in (one["sender"], one["recipient"]))))
    activity = {
        "key": "x",
        "controllers": controllers,
        "data_subjects": ["customers"],
        "personal_data": ["name", "email"],
        "flows": list(flows),
    }
    parties = [{"key": key} for key in keys]
    return Register.of({"holder": controllers[0], "parties": parties, "activities": [activity], **more})


def behalf(held: Register, processor: str) -> list[str]:
    (record,) = processor_records(held, processor, on=ON)
    return [row.controller.key for row in record.rows]


def told(held: Register, controller: str) -> list[str]:
    (record,) = controller_records(held, controller, on=ON)
    return [hop.recipient for entry in record.entries for hop in entry.recipients]


def links(held: Register, processor: str) -> set[str]:
    found = chain(held, "activities.x", on=ON).links
    return {key for link in found if link.recipient == processor for key in link.customers}


def test_a_flow_that_is_over_brings_nothing_further_down_today() -> None:
    """Who no longer engages the processor has no part in whom that engages; the old flow itself stays on record."""
    held = register(to("a", "p"), to("b", "p", **OVER), to("p", "q"))

    assert ["a"] == behalf(held, "q") == [*links(held, "q")]
    assert (["p", "q"], ["p"]) == (told(held, "a"), told(held, "b"))


def test_what_is_over_further_down_is_told_of_who_was_there() -> None:
    """A flow of the past is followed from flows of the past."""
    held = register(to("a", "p"), to("b", "p", **OVER), to("p", "q", **OVER))

    assert ["p", "q"] == told(held, "b")


def test_an_arrangement_that_ended_makes_nobody_a_customer() -> None:
    """Since then each controller answers for its own flows."""
    held = register(to("a", "p"), to("b", "s"), agreements=[ENDED])

    assert (["a"], ["b"]) == (behalf(held, "p"), behalf(held, "s"))
    assert (["p"], ["s"]) == (told(held, "a"), told(held, "b"))


def test_controllers_in_the_same_flows_have_rows_of_their_own() -> None:
    """What is worked out once for several stands under each of them, in the order in which they come."""
    flows = [{"recipient": "p", "role": "processor", "processing": "hosting"}, to("p", "q", countries="US")]
    own = ("c", "b", "a")
    held = Register.of(
        {
            "holder": "p",
            "parties": [{"key": key} for key in (*own, "p", "q")],
            "activities": [{"key": "x", "controllers": own, "joint": True, "flows": flows}],
        }
    )
    (record,) = processor_records(held, "p", on=ON)

    assert [("c", "hosting"), ("b", "hosting"), ("a", "hosting")] == [
        (row.controller.key, row.category) for row in record.rows
    ]
    assert [["q"]] * 3 == [[one.recipient for one in row.transfers] for row in record.rows]


def test_many_controllers_cost_what_they_say() -> None:
    """Joint controllers have the same rows, and customers with sub-processors of their own are not asked of all."""

    def joint(size: int) -> Register:
        own = tuple(f"c{number}" for number in range(size))
        paper = {"key": "ja", "kind": ENDED["kind"], "between": own}
        return register(*(to(one, "h") for one in own), to("h", "q"), controllers=own, agreements=[paper])

    def apart(size: int) -> Register:
        own = tuple(f"c{number}" for number in range(size))
        below = (to("h", f"s{number}", customers=[one]) for number, one in enumerate(own))
        return register(*(to(one, "h") for one in own), *below, controllers=own)

    for shape in (joint, apart):
        processor_records(shape(10), on=ON)  # what is read from tables is read once
        small, large = (calls(lambda held: processor_records(held, on=ON), shape(size)) for size in (60, 120))
        assert large < 2.6 * small, shape.__name__

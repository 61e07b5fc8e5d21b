"""What a label says of a transfer is what `path` says of it: one verdict, one home."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ropa import Register, Standing, judge, sharing_graph
from ropa.drawing import picture
from ropa.law import standard
from ropa.model import PEOPLE
from ropa.sharing import fold
from ropa.sharing.saying import saying
from ropa.transfer import PRIVACY_FRAMEWORK, transfers

ON = date(2026, 6, 1)
STATED = "adequacy decision, not stated"
OPEN = "no ground stated; whether an adequacy decision applies is open"


def register(*flows: dict[str, Any], people: str = "customers", **party: Any) -> Register:
    """A controller and those it sends to."""
    parties: list[dict[str, Any]] = [{"key": "shop", "country": "NL"}]
    parties += [{"key": flow["recipient"], **party} for flow in flows if flow["recipient"] != "shop"]
    orders = {
        "key": "orders",
        "data_subjects": people,
        "flows": [{"role": "processor", **one} for one in flows],
    }
    return Register(holder="shop", parties=parties, activities=[orders])


def told(register: Register, on: date | None = ON) -> str:
    """All that the picture says of flows."""
    made = picture(sharing_graph(register, on), language="en", on=on)
    return "\n".join(f"{one.description}\n" for one in made.groups if one.key.startswith("flow:"))


@pytest.mark.parametrize(
    ("country", "party", "people", "said", "standing"),
    [
        ("GB", {}, "customers", f"GB: {STATED}", Standing.ADEQUATE),
        ("JP", {}, "customers", f"JP: {STATED}", Standing.ADEQUATE),
        ("JP", {"public_body": True}, "customers", "JP: no ground stated", Standing.MISSING),
        ("CA", {}, "customers", f"CA: {OPEN}", Standing.DEPENDS),
        ("CA", {"public_body": False}, "customers", f"CA: {STATED}", Standing.ADEQUATE),
        ("CA", {"public_body": False}, "employees", f"CA: {OPEN}", Standing.DEPENDS),
        ("US", {}, "customers", "US: no ground stated", Standing.MISSING),
        ("IN", {}, "customers", "IN: no ground stated", Standing.MISSING),
    ],
)
def test_a_label_says_what_the_verdict_is(
    country: str, party: dict[str, Any], people: str, said: str, standing: Standing
) -> None:
    """A decision that reaches the flow is told though it is not stated; one that may, as open; another as none."""
    held = register({"recipient": "host", "countries": country}, people=people, **party)
    (one,) = transfers(held, on=ON)

    assert judge(held, one, on=ON).standing is standing
    assert f"{said}\n" in told(held)
    assert (standing is Standing.MISSING) == (STATED not in told(held) and OPEN not in told(held))


def test_each_country_is_told_by_itself() -> None:
    """A decision on one country says nothing of the other; a listing in the United States neither."""
    both = {"recipient": "host", "countries": ["US", "JP"]}
    listing = {"scheme": PRIVACY_FRAMEWORK}

    assert f"US: no ground stated, JP: {STATED}" in told(register(both))
    assert f"JP: {STATED}" in told(register(both, certifications=[listing]))
    assert "US, JP" not in told(register(both, certifications=[listing]))
    assert "IN: no ground stated" in told(
        register({"recipient": "host", "countries": ["US", "IN"]}, certifications=[listing])
    )


def test_a_ground_that_is_stated_is_what_is_said() -> None:
    """Then the decision is not told besides."""
    held = register({"recipient": "host", "countries": "JP", "grounds": "standard-contractual-clauses"})

    assert "JP: standard contractual clauses" in told(held)
    assert "adequacy" not in told(held)


def test_without_a_day_no_decision_is_said_to_hold() -> None:
    """Decisions are dated."""
    assert "JP: no ground stated" in told(register({"recipient": "host", "countries": "JP"}), on=None)


def test_rows_of_ones_own_count() -> None:
    """With dated tables of one's own the verdict is theirs."""
    held = register({"recipient": "host", "countries": "IN"})
    japan = standard().of_country("JP")[-1]
    rows = standard().with_rows([replace(japan, number="2026/1", countries=("IN",))])
    ((_, _, facts),) = [one for one in sharing_graph(held, ON, rows).edges(data=True) if not one[2]["begins"]]

    assert ["IN"] == facts["adequate"] + facts["adequate_if"]


def test_verdicts_stay_apart_when_parties_are_one_box() -> None:
    """What reaches one recipient of a country need not reach the other."""
    graph = sharing_graph(
        register(*({"recipient": key, "countries": "JP"} for key in ("office", "host"))), ON
    )
    for _, end, facts in graph.edges(data=True):
        if end == "party:office":
            facts["adequate"] = []

    assert 3 == fold(graph, most=1).number_of_edges()


def test_an_open_role_is_seen_where_people_themselves_give_the_data() -> None:
    """What a party is to whom people give data directly may be as open as anywhere; a controller of the work is one."""
    given = [{"sender": PEOPLE, "recipient": key, "role": None} for key in ("shop", "host")]
    made = picture(sharing_graph(register(*given), ON), language="en", on=ON)
    said = {one.key: one.description for one in made.groups if one.key.startswith("flow:")}

    assert [] == [key for key in said if "party:shop" in key and "unstated/begins/source" not in key]
    assert ["role not stated" in one for key, one in said.items() if "party:host" in key] == [True]


def test_parties_of_one_name_are_told_apart() -> None:
    """By their keys, in the picture and in answers."""
    held = register(*({"recipient": key, "countries": "NL"} for key in ("north", "south")), name="Plania BV")
    made = picture(sharing_graph(held, ON), language="en", on=ON)
    boxes = {one.key: one.description for one in made.groups if one.key.startswith("party:")}

    assert "Plania BV (north)" in boxes["party:north"]
    assert "Plania BV (south)" in boxes["party:south"]
    assert "Plania BV (north) and Plania BV (south)" in saying(held, "en").parties(["north", "south"])

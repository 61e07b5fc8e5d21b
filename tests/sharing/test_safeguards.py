"""Every hop of a path with its ground, and the weakest of them."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.sharing.shop import ON, SHOP, shop

from ropa.errors import UnknownEntry
from ropa.model import Register
from ropa.sharing import Strength, path_safeguards


def test_hop_by_hop() -> None:
    """The shortest way in order, then the hops of the other ways; wages go another way and are no part of it."""
    (route, wages) = path_safeguards(shop(), "shop", "mail", on=ON).routes
    assert [(leg.hop.recipient, leg.strength) for leg in route.legs] == [
        ("host", Strength.INSIDE),
        ("mail", Strength.ADEQUATE),
    ]
    assert [(leg.hop.sender, leg.hop.recipient) for leg in route.besides] == [
        ("host", "desk"),
        ("desk", "mail"),
    ]
    assert route.weakest.hop.recipient == "desk"
    assert [leg.strength for leg in wages.legs] == [Strength.INSIDE]


def test_the_weakest_of_all_names_why() -> None:
    """Clauses without an assessment: a person must look, and the sentence says at what."""
    found = path_safeguards(shop(), "shop", "mail", on=ON)
    weakest = found.weakest
    assert weakest is not None
    assert weakest.strength is Strength.DEPENDS
    assert any("HelpDesk" in line and "Zwakste schakel" in line for line in found.sentences("nl"))


def test_what_is_not_stated_is_weaker_than_what_is_safeguarded() -> None:
    """A flow without a country rules nothing out: it is never shown as inside."""
    flow = {"recipient": "host", "role": "processor"}
    register = shop().put(type(shop().activities[0])(**{**SHOP["activities"][1], "flows": flow}))
    (_, wages) = path_safeguards(register, "shop", "host", on=ON).routes
    assert [leg.strength for leg in wages.legs] == [Strength.NOT_STATED]


@pytest.mark.parametrize(
    ("on", "strength"),
    [(date(2023, 7, 9), Strength.MISSING), (date(2024, 1, 1), Strength.ADEQUATE)],
)
def test_the_day_decides(on: date, strength: Strength) -> None:
    """Before the Data Privacy Framework applied there was nothing for that hop to rest on."""
    legs = path_safeguards(shop(), "host", "mail", on=on).routes[0].legs
    assert legs[-1].strength is strength


def test_no_way_back() -> None:
    """Flows run one way; a party that is not there is an error that names it."""
    found = path_safeguards(shop(), "mail", "shop", on=ON)
    assert found.weakest is None
    assert found.sentences("en") == (
        "The register shows no way by which data get from Mailer Inc to Winkel BV.",
    )
    with pytest.raises(UnknownEntry):
        path_safeguards(shop(), "shop", "mial", on=ON)


def test_leaves_as_json() -> None:
    """Each leg with its strength, and each transfer with its verdict."""
    made = json.loads(json.dumps(path_safeguards(shop(), "shop", "mail", on=ON).as_json()))
    leg = made["routes"][0]["legs"][1]
    assert (leg["strength"], leg["transfers"][0]["decision"]) == ("adequate", "2023/1795")
    assert made["routes"][0]["weakest"]["recipient"] == "desk"


def platform(*flows: dict[str, object]) -> Register:
    """A platform for a shop with customers and an employer with staff; its support is listed, not for staff."""
    listed = {"scheme": "eu-us-dpf", "valid_from": "2024-01-01"}
    return Register.of(
        {
            "holder": "v",
            "parties": [
                {"key": "v"},
                {"key": "shop"},
                {"key": "boss"},
                {"key": "w"},
                {"key": "us", "certifications": listed},
            ],
            "activities": {
                "key": "p",
                "controllers": ["shop", "boss"],
                "data_subjects": ["customers", "employees"],
                "personal_data": ["name", "salary"],
                "flows": [
                    {"sender": "shop", "recipient": "v", "role": "processor", "personal_data": "name",
                     "data_subjects": "customers", "countries": "NL"},
                    {"sender": "boss", "recipient": "v", "role": "processor", "data_subjects": "employees", "countries": "NL"},
                    {"sender": "v", "recipient": "us", "role": "processor", "countries": "US"},
                    *flows,
                ],
            },
        }
    )  # fmt: skip


def test_a_route_is_judged_for_the_data_that_go_by_it() -> None:
    """Data of customers need no listing for staff; those of staff on the same flow do."""
    for sender, strength in (
        ("shop", Strength.ADEQUATE),
        ("boss", Strength.DEPENDS),
        ("v", Strength.DEPENDS),
    ):
        weakest = path_safeguards(platform(), sender, "us", on=ON).weakest
        assert weakest is not None
        assert (sender, weakest.strength) == (sender, strength)


def test_so_is_every_other_way() -> None:
    """A second way that carries the customers only is judged for them."""
    onward = {"sender": "v", "recipient": "w", "role": "processor", "countries": "NL"}
    register = platform(onward, {**onward, "sender": "w", "recipient": "us", "countries": "US"})
    (route,) = path_safeguards(register, "shop", "us", on=ON).routes

    assert [(leg.hop.sender, leg.strength) for leg in route.besides] == [
        ("v", Strength.INSIDE),
        ("w", Strength.ADEQUATE),
    ]

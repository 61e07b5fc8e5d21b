"""Which data a flow carries for whom."""

from __future__ import annotations

from typing import Any

from ropa.model import Register
from ropa.sharing.borne import Borne


def register(*onward: dict[str, Any], **more: Any) -> Register:
    """A host of a clinic and a shop, who each give it data of their own."""
    items = ["name", {"kind": "health-data", "subjects": "patients"}]
    given = [
        {"sender": "clinic", "recipient": "host", "role": "processor", "data_subjects": "patients"},
        {"sender": "shop", "recipient": "host", "role": "processor", "data_subjects": "customers"},
    ]
    of = {
        "key": "sites",
        "controllers": ["clinic", "shop"],
        "data_subjects": ["patients", "customers"],
        "personal_data": items,
        "flows": [
            *given,
            *({"sender": "host", "recipient": "desk", "role": "processor"} | one for one in onward),
        ],
    }
    parties = [{"key": key} for key in ("host", "clinic", "shop", "desk")]
    return Register.of({"holder": "host", "parties": parties, "activities": [of | more]})


def carried(told: Register, *whose: str) -> list[tuple[object, object]]:
    """What the last flow carries for some controllers."""
    return [*Borne.of(told, "sites", None).tokens(told.flows()[-1], whose)]


class TestBorne:
    """Each customer's own."""

    def test_what_the_sender_has_of_each(self) -> None:
        """The onward flow names nothing: for each it carries what came from it."""
        told = register({})

        assert carried(told, "shop") == [("name", "customers")]
        assert carried(told, "clinic") == [("name", "patients"), ("health-data", "patients")]
        assert len(carried(told, "shop", "clinic")) == 3

    def test_only_for_the_customers_of_a_flow(self) -> None:
        """What it has for others is not in it."""
        told = register({"customers": "shop"})
        borne, hop = Borne.of(told, "sites", None), told.flows()[-1]

        assert [*borne.whose(hop)] == ["shop"]
        assert borne.beside(hop, {"shop"}) == ()

    def test_words_of_a_flow_are_narrowed(self) -> None:
        """It names both kinds of data: of the shop it has only names."""
        told = register({"personal_data": ["name", "health-data"]})
        named = Borne.of(told, "sites", None).named(told.flows()[-1], "personal_data", ["shop"])

        assert named == ("name",)

    def test_unknown_is_not_none(self) -> None:
        """Of whom its sender is not known to have anything, it may carry all that it names."""
        told = register({"personal_data": "health-data", "customers": "shop"})

        assert [*Borne.of(told, "sites", None).whose(told.flows()[-1])] == []
        assert carried(told, "shop") == [("health-data", "patients")]

    def test_what_comes_back_is_ones_own(self) -> None:
        """The host reports to the shop: not what it has of the clinic."""
        told = register({"recipient": "shop", "role": "controller"})

        assert carried(told, "shop") == [("name", "customers")]

    def test_joint_controllers_have_the_same(self) -> None:
        """Both answer for all of it."""
        told = register({}, joint=True)

        assert carried(told, "shop") == carried(told, "clinic")
        assert len(carried(told, "shop")) == 3

"""What a second pair of eyes found in answers about sharing: each is a register that was once answered wrongly."""

from __future__ import annotations

from typing import Any

import pytest
from tests.sharing.shop import ON, shop

from ropa.errors import NotUnderstood
from ropa.law import Role
from ropa.model import Register
from ropa.sharing import Impact, holders, impact, path_safeguards


def register(flows: list[dict[str, Any]], **more: Any) -> Register:
    """One activity with names, and these flows between parties of one letter."""
    said: dict[str, Any] = {
        "holder": "a",
        "parties": [{"key": key} for key in "abcd"],
        "activities": [{"key": "x", "name": "Werk", "personal_data": "name", "flows": flows}],
    }
    said["activities"][0] |= more.pop("activity", {})
    return Register.of(said | more)


def told(found: Impact, article: str) -> list[tuple[str, str]]:
    return [(one.who, one.whom) for one in found.notify if one.article == article]


def assessing(found: Impact) -> list[str]:
    return [who for who, _ in told(found, "33(1)")]


TO_B = {"recipient": "b", "role": "processor", "countries": "NL"}


class TestWhoAssesses:
    """Articles 33(1) and 34 speak to the controller; a register may leave open who that is."""

    def test_every_joint_controller(self) -> None:
        """A breach at one of two joint controllers concerns both: their arrangement says who does what (Article 26)."""
        held = register([], activity={"controllers": ["a", "b"], "joint": True})
        found = impact(held, breach="a", on=ON)
        assert assessing(found) == ["a", "b"]
        assert found.activities[0].parties == ("b",)
        assert assessing(impact(held, breach="b", on=ON)) == ["a", "b"]

    @pytest.mark.parametrize("role", [["processor", "controller"], []])
    def test_both_where_the_role_is_open(self, role: list[str]) -> None:
        """Either of the two may be the one that answers for it."""
        found = impact(register([{"recipient": "b", "role": role}]), breach="b", on=ON)
        assert assessing(found) == ["b", "a"]
        assert told(found, "33(2)") == [("b", "a")]
        conditions = {(one.who, one.article): one.if_role for one in found.notify}
        assert conditions["b", "33(2)"] is Role.PROCESSOR
        assert conditions["b", "33(1)"] is conditions["b", "34"] is Role.CONTROLLER
        assert conditions["a", "33(1)"] is None
        assert found.activities[0].open_roles

    def test_who_stands_above_an_open_role(self) -> None:
        """A processor tells upward of a breach below it if the party there is a processor of its own."""
        flows = [{"recipient": "b", "role": "processor"}, {"sender": "b", "recipient": "c"}]
        found = impact(register(flows), breach="c", on=ON)
        assert {(one.who, one.whom, one.if_who) for one in found.notify if one.article == "33(2)"} == {
            ("c", "b", "c"),
            ("b", "a", "c"),
        }

    def test_both_kinds_of_controller_are_not_open(self) -> None:
        """Whichever of the two it is, it answers for itself."""
        found = impact(
            register([{"recipient": "b", "role": ["controller", "joint-controller"]}]), breach="b", on=ON
        )
        assert not found.activities[0].open_roles
        assert {one.if_role for one in found.notify} == {None}

    def test_what_is_sure_elsewhere_has_no_condition(self) -> None:
        """The same party is a processor in one flow and something open in another."""
        flows = [{"recipient": "b", "role": "processor"}, {"recipient": "b", "personal_data": "name"}]
        found = impact(register(flows), breach="b", on=ON)
        assert {one.if_role for one in found.notify if one.article == "33(2)"} == {None}

    def test_an_authority_answers_for_itself(self) -> None:
        found = impact(register([{"recipient": "b", "role": "authority-inquiry"}]), breach="b", on=ON)
        assert assessing(found) == ["b"]

    def test_by_every_flow_that_leads_there(self) -> None:
        """Processor by one flow and controller by another: both the customer and the party itself."""
        flows = [TO_B, {"recipient": "b", "role": "controller", "processing": "billing"}]
        assert assessing(impact(register(flows), breach="b", on=ON)) == ["b", "a"]

    def test_not_on_behalf_of_another(self) -> None:
        """A controller holds for itself; the sentence names nobody else."""
        held = register([{"recipient": "b", "role": "controller"}])
        (touched,) = impact(held, breach="b", on=ON).activities
        assert touched.customers == ("b",)
        assert not any("on behalf of" in line for line in impact(held, breach="b", on=ON).sentences("en"))


class TestWhoTells:
    """Article 33(2)."""

    def test_nobody_tells_itself(self) -> None:
        """A flow from a party to itself is legal input and no notification."""
        held = register(
            [TO_B, {"sender": "b", "recipient": "b", "role": "processor", "processing": "backup"}]
        )
        assert told(impact(held, breach="b", on=ON), "33(2)") == [("b", "a")]

    def test_the_customer_and_not_its_category(self) -> None:
        """What a category of controllers sends is told to the member on whose behalf it is held."""
        parties = [{"key": "a", "named": False, "members": ["k"]}, *({"key": key} for key in "bcdk")]
        onward = {"sender": "b", "recipient": "c", "role": "processor", "customers": "k"}
        found = impact(register([TO_B, onward], parties=parties), breach="c", on=ON)
        assert told(found, "33(2)") == [("c", "b"), ("b", "k")]
        assert assessing(found) == ["k"]


class TestMove:
    """A party that processes somewhere else."""

    PAPERS = (
        {"key": "up", "kind": "processing-agreement", "between": ["a", "b"], "regions": "EU"},
        {"key": "down", "kind": "processing-agreement", "between": ["b", "c"], "regions": ["EU", "NO"]},
    )
    FLOWS = (TO_B, {"sender": "b", "recipient": "c", "role": "processor", "countries": "NL"})

    def moved(self, party: str, country: str) -> tuple[str, ...]:
        held = register([*self.FLOWS], agreements=[*self.PAPERS])
        return impact(held, move={party: country}, on=ON).agreements

    def test_breaks_what_was_promised_above(self) -> None:
        """The customer was promised a region for its data, wherever in the chain they are (Article 28(3)(a))."""
        assert self.moved("c", "US") == ("down", "up")
        assert self.moved("c", "DE") == ()

    def test_norway_is_not_in_the_union(self) -> None:
        """It is inside the EEA; a promise of the EU does not reach it."""
        assert self.moved("c", "NO") == ("up",)

    def test_a_flow_that_carries_nothing_touches_nothing(self) -> None:
        """A sender that never gets the data: the transfer is recorded, no activity is touched."""
        flows = [
            {**TO_B, "customers": "c"},
            {"sender": "b", "recipient": "d", "role": "processor", "customers": "a", "countries": "NL"},
        ]
        found = impact(register(flows), move={"d": "US"}, on=ON)
        assert len(found.transfers) == 1
        assert found.activities == ()

    def test_wrong_arguments(self) -> None:
        """One clear error of our own kind."""
        with pytest.raises(NotUnderstood):
            impact(shop(), move={"host": None}, on=ON)  # type: ignore[dict-item]
        for wrong in (None, 5):
            with pytest.raises(NotUnderstood, match="a key is wanted here"):
                impact(shop(), move={wrong: "US"}, on=ON)  # type: ignore[dict-item]
            with pytest.raises(NotUnderstood, match="is wanted here"):
                holders(shop(), wrong, on=ON)  # type: ignore[arg-type]


class TestPath:
    """What lies between two parties, and nothing else."""

    def test_what_goes_on_from_the_end_is_not_on_the_way(self) -> None:
        """From b the data go to the United States and come back: no hop of the way from a to b."""
        flows = [
            TO_B,
            {"sender": "b", "recipient": "d", "role": "processor", "countries": "US"},
            {"sender": "d", "recipient": "b", "role": "processor", "countries": "NL"},
        ]
        (route,) = path_safeguards(register(flows), "a", "b", on=ON).routes
        assert route.besides == ()
        assert route.weakest.strength.name == "INSIDE"

    def test_no_path_through_two_activities(self) -> None:
        """a sends to b in one activity, b to c in another: nothing gets from a to c."""
        activities = [
            {"key": "x", "personal_data": "name", "flows": TO_B},
            {
                "key": "y",
                "controllers": "b",
                "personal_data": "name",
                "flows": {"sender": "b", "recipient": "c"},
            },
        ]
        assert path_safeguards(register([], activities=activities), "a", "c", on=ON).routes == ()


def test_names_keep_their_first_letter() -> None:
    """A sentence that begins with a name does not write it otherwise."""
    parties = [{"key": "a", "name": "iShop"}, {"key": "b", "name": "eBay"}]
    for line in impact(register([TO_B], parties=parties), breach="b", on=ON).sentences("nl"):
        assert "EBay" not in line
        assert "IShop" not in line


def test_french_keeps_a_space_before_its_semicolons() -> None:
    people = ["employees", "applicants"]
    items = [{"kind": "name", "subjects": people}, {"kind": "salary", "subjects": "employees"}]
    held = register([TO_B], activity={"personal_data": items, "data_subjects": people})
    said = impact(held, breach="b", on=ON).sentences("fr")[1]
    assert "candidats à l’embauche\u00a0; salaire" in said


def test_nobody_holds_it_is_said() -> None:
    """An activity of which nobody is the controller and nothing flows: no line at all could pass for a failure."""
    found = holders(Register.of({"activities": [{"key": "x", "personal_data": "name"}]}), "name", on=ON)
    assert found.holdings == ()
    assert found.sentences("nl") == (
        "Het register toont niemand die deze gegevens heeft.",
        "Wie gegevens ontvangt, is niet vastgelegd: x",
    )

"""What a party is depends on whose data it holds; and where data begin, on who is said to give or make them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.errors import UnknownEntry
from ropa.model import PEOPLE, Register
from ropa.sharing import chain, gaps, holders, impact

ON = date(2026, 6, 1)


def register(
    *flows: dict[str, Any], data: tuple[str, ...], controllers: tuple[str, ...], **facts: Any
) -> Register:
    ends = {
        end: None for one in flows for end in (one.get("sender"), one["recipient"]) if end and end != PEOPLE
    }
    activity = {
        "key": "work",
        "name": "Work",
        "controllers": list(controllers),
        "data_subjects": "customers",
        "personal_data": list(data),
        "flows": [{"key": f"f{number}", **one} for number, one in enumerate(flows)],
        **facts,
    }
    parties = [{"key": key, "name": key.title()} for key in {**dict.fromkeys(controllers), **ends}]
    return Register.of({"holder": controllers[0], "parties": parties, "activities": [activity]})


def told(made: Register, word: str) -> list[str]:
    return [one.removesuffix(" — Work") for one in holders(made, word, on=ON).sentences("en")]


def recipients(made: Register, word: str) -> list[str]:
    return [one.party for one in holders(made, word, on=ON).recipients]


PAYER = (
    {"sender": PEOPLE, "recipient": "shop", "personal_data": ["email", "orders"]},
    {"sender": PEOPLE, "recipient": "payer", "personal_data": "card", "countries": "US"},
    {
        "sender": "shop",
        "recipient": "payer",
        "role": "controller",
        "personal_data": "email",
        "countries": "US",
    },
)


class TestTold:
    """Controllers that people give something themselves."""

    @pytest.mark.parametrize("joint", [False, True])
    def test_it_begins_with_that_alone(self, joint: bool) -> None:
        """What another controller sends it, it has from there, and is a recipient of."""
        made = register(*PAYER, data=("email", "card", "orders"), controllers=("shop", "payer"), joint=joint)

        assert told(made, "email") == [
            "Email address of customers: Shop (controller)",
            "Email address of customers: Shop → Payer (controller, United States)",
        ]
        assert recipients(made, "email") == ["payer"]
        assert "Card of customers: Shop (controller, may hold them: no flow says so)" in told(made, "card")
        assert "Order details of customers: Payer (controller, may hold them: no flow says so)" in told(
            made, "orders"
        )

    def test_what_it_loses_with_who_sends_it(self) -> None:
        made = register(*PAYER, data=("email", "card", "orders"), controllers=("shop", "payer"))
        (lost,) = (
            one for one in impact(made, remove="shop", on=ON).activities if "email" in one.personal_data
        )

        assert lost.parties == ("payer",)

    def test_who_collects_is_what_its_flow_says(self) -> None:
        """A party that is no controller of the activity, and gets something from people: its role and country."""
        made = register(PAYER[1], data=("email", "card"), controllers=("shop",))

        assert told(made, "card")[1] == (
            "Card of customers: the data subjects → Payer (role not stated, United States)"
        )
        assert recipients(made, "card") == ["payer"]


LABORATORY = (
    {"recipient": "lab", "role": "processor", "personal_data": "name", "countries": "NL"},
    {"sender": "lab", "recipient": "gen", "role": "processor", "personal_data": "name", "countries": "US"},
    {"sender": "gen", "recipient": "host", "role": "processor", "countries": "IN"},
    {"sender": "gen", "recipient": "lab", "personal_data": "result"},
    {"sender": "lab", "recipient": "clinic", "personal_data": "result"},
)


class TestResults:
    """What a party made begins with it, and goes up the chain."""

    def test_of_a_sub_processor(self) -> None:
        """It made them; the one between brought them up, and its own processor has them too."""
        made = register(*LABORATORY, data=("name", "result"), controllers=("clinic",))

        assert told(made, "result") == [
            "Result of customers: Clinic (controller)",
            "Result of customers: Gen (sub-processor, United States, source of the data)",
            "Result of customers: Gen → Lab (back to the engaging party, country not stated)",
            "Result of customers: Gen → Host (sub-processor, India)",
        ]
        assert recipients(made, "result") == ["gen", "lab", "host"]
        assert {"name", "result"} == {
            item for one in impact(made, breach="gen", on=ON).activities for item in one.personal_data
        }
        assert not [one for one in gaps(made, on=ON).gaps if one.kind == "sender-never-receives"]

    def test_who_brings_them_did_not_make_them(self) -> None:
        """Without the one below it would be the maker."""
        made = register(LABORATORY[0], LABORATORY[4], data=("name", "result"), controllers=("clinic",))

        assert (
            told(made, "result")[1] == "Result of customers: Lab (processor, Netherlands, source of the data)"
        )


BOTH = (
    {
        "sender": "south",
        "recipient": "north",
        "role": "processor",
        "personal_data": "name",
        "countries": "NL",
    },
    {"sender": "north", "recipient": "south", "personal_data": "result", "customers": "south"},
    {"sender": "north", "recipient": "cloud", "role": "processor", "countries": "NL"},
    {
        "sender": "north",
        "recipient": "gen",
        "role": "processor",
        "customers": "south",
        "personal_data": "name",
    },
)


class TestBothHats:
    """A controller that is a processor of another one in the same activity."""

    made = register(*BOTH, data=("name", "result"), controllers=("north", "south"))

    def test_what_it_is_for_each(self) -> None:
        said = told(self.made, "result")

        assert said[:2] == [
            "Result of customers: North (controller)",
            "Result of customers: North (processor, Netherlands, source of the data, for South)",
        ]
        assert "Result of customers: North → Cloud (processor, Netherlands)" in said
        assert "Result of customers: North → Cloud (sub-processor, Netherlands, for South)" in said

    def test_whom_it_engages_is_a_sub_processor_of_the_other(self) -> None:
        assert "Name of customers: South → North → Cloud (sub-processor, Netherlands)" in told(
            self.made, "name"
        )

    def test_recipients(self) -> None:
        """It is one of what it does for the other; who gets its own back is none."""
        assert recipients(self.made, "result") == ["north", "cloud"]

    @pytest.mark.parametrize("asked", ["work", "north", "south"])
    def test_rank(self, asked: str) -> None:
        """Who works for the other alone stands below the processor, whoever asks."""
        ranks = {
            (one.recipient, one.hop.sub_processor): one.rank for one in chain(self.made, asked, on=ON).links
        }

        assert ranks["gen", True] == 2
        assert ranks["cloud", asked == "south"] == (2 if asked == "south" else 1)


class TestNowhere:
    """Data that are asked for and stand nowhere in the register."""

    def test_a_known_term(self) -> None:
        """Nobody is said to have them, and who does not say what it has may."""
        made = register({"recipient": "host", "role": "processor"}, data=(), controllers=("shop",))

        assert holders(made, "email", on=ON).sentences("en") == (
            "The register shows nobody who holds these data.",
            "Not stated which data, so that these may be among them: Work",
        )

    def test_a_word_that_is_none(self) -> None:
        with pytest.raises(UnknownEntry, match="did you mean"):
            holders(
                register({"recipient": "host"}, data=("cardnumber",), controllers=("shop",)),
                "cardnumbr",
                on=ON,
            )

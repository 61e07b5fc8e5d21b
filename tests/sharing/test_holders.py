"""Who may hold what, and by which path."""

from __future__ import annotations

import json

import pytest
from tests.sharing.shop import ON, shop

from ropa.errors import UnknownEntry
from ropa.model import Register
from ropa.sharing import chain, holders


class TestHolders:
    """One kind of data, or one group of people."""

    def test_by_data(self) -> None:
        """Only those that a path of flows brings it to: the help desk gets names and no bank accounts."""
        found = holders(shop(), "bank-account", on=ON)
        assert {one.party: [hop.recipient for hop in one.path] for one in found.holdings} == {
            "shop": [],
            "host": ["host"],
            "mail": ["host", "mail"],
        }

    def test_by_people(self) -> None:
        """All their data, in every activity they occur in."""
        found = holders(shop(), "employees", on=ON)
        assert [(one.activity, one.party) for one in found.holdings] == [("wages", "shop"), ("wages", "mail")]

    def test_recipients_are_those_to_be_told(self) -> None:
        """Neither the controller, nor a source, nor an authority in an inquiry (Article 4(9))."""
        found = holders(shop(), "name", on=ON)
        assert {one.party for one in found.recipients} == {"host", "desk", "mail"}
        assert {one.party for one in found.holdings} - {"host", "desk", "mail"} == {
            "shop",
            "police",
            "seller",
        }

    def test_possible_is_said(self) -> None:
        """What only may happen is marked, in the value and in the sentence."""
        found = {one.party: one for one in holders(shop(), "name", on=ON).holdings}
        assert found["police"].possible
        assert not found["mail"].possible

    def test_a_label_and_its_language(self) -> None:
        """A label in any language finds the term; a wrong word gets the nearest."""
        assert (
            holders(shop(), "Kontonummer", on=ON).word
            == "bank-account"
            == holders(shop(), "BANKREKENINGNUMMER", on=ON).word
        )
        with pytest.raises(UnknownEntry, match="did you mean 'bank-account'"):
            holders(shop(), "bank-acount", on=ON)

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            (
                "nl",
                "Bankrekeningnummer van klanten: Winkel BV → Wolkenrek BV (verwerker, Nederland) — Bestellingen",
            ),
            (
                "en",
                "Bank account number of customers: Winkel BV → Wolkenrek BV (processor, Netherlands) — Bestellingen",
            ),
        ],
    )
    def test_sentences(self, language: str, said: str) -> None:
        """Data, whose, the path, and in brackets what the last one is and where."""
        assert holders(shop(), "bank-account", on=ON).sentences(language)[1] == said

    def test_leaves_as_json(self) -> None:
        """Plain data with the day, the question, and the role, place and path of each holder."""
        made = json.loads(json.dumps(holders(shop(), "bank-account", on=ON).as_json()))
        assert (made["on"], made["question"]) == ("2026-11-21", {"holders": "bank-account"})
        assert made["holders"][2] == {
            "activity": "orders",
            "party": "mail",
            "personal_data": ["bank-account"],
            "people": ["customers"],
            "customers": ["shop"],
            "path": ["shop", "host", "mail"],
            "flows": ["activities.orders.flows.host", "activities.orders.flows.3"],
            "role": ["processor"],
            "sub_processor": True,
            "countries": ["US"],
            "access_from": [],
            "possible": False,
            "recipient": True,
            "besides": [],
            "ways": [
                {
                    "personal_data": ["bank-account"],
                    "people": ["customers"],
                    "customers": ["shop"],
                    "path": ["shop", "host", "mail"],
                    "flows": ["activities.orders.flows.host", "activities.orders.flows.3"],
                    "possible": False,
                    "role": ["processor"],
                    "sub_processor": True,
                    "countries": ["US"],
                    "access_from": [],
                }
            ],
        }


def test_the_members_of_a_category_are_named() -> None:
    """Whoever asks who received the data wants to know who that is, where it is recorded (Article 15(1)(c))."""
    members = [f"m{at}" for at in range(6)]
    parties = [{"key": "shop"}, {"key": "hosts", "named": False, "members": members}]
    work = {"key": "work", "personal_data": "name", "flows": {"recipient": "hosts", "role": "processor"}}
    held = Register(holder="shop", parties=[*parties, *({"key": key} for key in members)], activities=[work])
    for answer in (holders(held, "name", on=ON), chain(held, "work", on=ON)):
        assert "Members: m0, m1, m2 and 3 more" in "\n".join(answer.sentences("en"))


def test_who_may_be_staff_or_a_processor_is_a_recipient() -> None:
    """Only where nothing else is open it is none (Article 4(9) and (10))."""
    parties = [{"key": "shop"}, {"key": "agents", "named": False}]
    for role, told in ((["own-staff", "processor"], True), (["own-staff"], False)):
        work = {"key": "work", "personal_data": "name", "flows": {"recipient": "agents", "role": role}}
        held = Register(holder="shop", parties=parties, activities=[work])
        assert ["agents"] * told == [one.party for one in holders(held, "name", on=ON).recipients]


def test_parties_of_one_name_are_told_apart() -> None:
    """By their keys; another party goes by its name."""
    parties = [{"key": "shop", "name": "Shop"}, {"key": "a", "name": "Host"}, {"key": "b", "name": "Host"}]
    work = {
        "key": "work",
        "personal_data": "name",
        "flows": [{"recipient": "a"}, {"sender": "a", "recipient": "b"}],
    }
    held = Register(holder="shop", parties=parties, activities=[work])
    assert "Shop → Host (a) → Host (b)" in holders(held, "name", on=ON).sentences("en")[-1]

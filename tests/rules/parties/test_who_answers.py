"""Rules about the holder and who answers with it: where they hold their tongue, and on which day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import asked, places

CAFE = {"key": "cafe", "name": "The Café"}


def holder(**facts: Any) -> dict[str, Any]:
    return {"parties": [{"key": "bakery", "name": "The Bakery", **facts}, CAFE]}


class TestContacts:
    """Contact details: there, enough, and usable as they are printed."""

    def test_website_is_a_way(self) -> None:
        """A form on a site is a way to reach somebody; a name alone is none."""
        assert places("contact-without-channel", **holder(contact={"web": "The form"})) == []
        assert places("contact-without-channel", **holder(contact={"name": "Ann"})) == [
            ("parties.bakery.contact", "error")
        ]

    def test_none_at_all_is_another_rule(self) -> None:
        """That contact details are missing is what Article 30 asks for by itself: `item-missing` says so."""
        assert (
            places("contact-without-channel", **holder())
            == places("single-contact-channel", **holder())
            == []
        )

    def test_in_a_circle(self) -> None:
        """Who refers to another who refers back has no contact details."""
        parties = [{"key": "bakery", "contact": "cafe"}, {"key": "cafe", "contact": "bakery"}]

        assert places("contact-without-channel", parties=parties) == [("parties.cafe", "error")]

    def test_of_a_recipient_nobody_asks(self) -> None:
        """Article 30 asks how to reach the holder and its joint controllers, not each recipient."""
        facts = {"parties": [{"key": "bakery"}, {**CAFE, "contact": {"name": "Bo"}}]}

        assert places("contact-without-channel", **facts) == []
        joint = [{"key": "card", "controllers": ["bakery", "cafe"], "joint": True}]
        assert places("contact-without-channel", **facts, activities=joint) == [
            ("parties.cafe.contact", "error")
        ]

    @pytest.mark.parametrize(
        "email",
        [
            "info@bakery.example",
            "a@b.example, c@d.example",
            "Ann <ann@bakery.example>",
            "info (at) bakery.example",
        ],
    )
    def test_addresses_that_can_be_used(self, email: str) -> None:
        """One, several, with a name, or written out against robots."""
        assert places("malformed-contact", **holder(contact={"email": email})) == []

    @pytest.mark.parametrize(
        "email", ["info@bakery", "dpo@bakery nv / sa.be", "info.bakery.example", "@bakery.example"]
    )
    def test_addresses_that_cannot(self, email: str) -> None:
        """No domain, a space in the middle, no sign at all."""
        assert places("malformed-contact", **holder(contact={"email": email})) == [
            ("parties.bakery.contact", "warning")
        ]

    @pytest.mark.parametrize(
        "phone", ["112", "0800-BREAD-1 2", "+32 (0)2 274 48 00", "070 386 90 46 or 070 386 90 47"]
    )
    def test_numbers(self, phone: str) -> None:
        """Short, with letters, with a nought in brackets, two of them."""
        assert places("malformed-contact", **holder(contact={"phone": phone})) == []

    @pytest.mark.parametrize(
        "web", ["www.bakery.example", "The form on our site", "https://a.example/x?y=1", "qlinx.nl"]
    )
    def test_sites(self, web: str) -> None:
        """What does not look like an address is a description and is left alone."""
        assert places("malformed-contact", **holder(contact={"web": web})) == []

    @pytest.mark.parametrize("web", ["http//bakery.example", "www,bakery.example", "https://bakery"])
    def test_broken_sites(self, web: str) -> None:
        """A slip of the pen in what is plainly meant as an address."""
        assert len(places("malformed-contact", **holder(contact={"web": web}))) == 1

    def test_of_others_a_note(self) -> None:
        """A slip in the address of a recipient is worth a note, under another provision."""
        facts = {"parties": [{"key": "bakery"}, {**CAFE, "contact": {"email": "info@"}}]}
        (found,) = asked("malformed-contact", **facts)

        assert (found.level.value, found.article) == ("note", "5(1)(d)")


class TestRepresentativeAndOfficer:
    """Articles 27 and 37."""

    @pytest.mark.parametrize(("on", "number"), [(date(2020, 12, 31), 0), (date(2021, 1, 1), 1)])
    def test_the_united_kingdom(self, on: date, number: int) -> None:
        """Inside until the last day of 2020."""
        name = "controller-outside-eea-without-representative"
        assert len(places(name, on, **holder(country="GB"))) == number

    def test_says_why_there_is_none(self) -> None:
        """Who looked at it and says why is not told again; nor a public body (27(2)(b)); nor one whose country is unknown."""
        name = "controller-outside-eea-without-representative"
        for facts in (
            {"country": "US", "absences": {"representative": {"not_applicable": "Only occasional"}}},
            {"country": "US", "public_body": True},
            {},
        ):
            assert places(name, **holder(**facts)) == []

    def test_representative_written_out(self) -> None:
        """Where a representative is established is known of a party only."""
        assert places("representative-outside-eea", **holder(representative={"name": "Ann"})) == []

    def test_court(self) -> None:
        """A court acting as such needs no officer."""
        assert places("public-body-without-dpo", **holder(public_body=True, services="court")) == []

    @pytest.mark.parametrize(
        ("absence", "level"),
        [
            ("none", "error"),
            ({"not_applicable": "We are a small town"}, "warning"),
            ({"not_applicable": "We are not a court"}, "warning"),
            ({"unknown": "Nobody knows", "owner": "Max", "due": "2026-01-31"}, "warning"),
            ({"not_applicable": "Gerecht bij de uitoefening van zijn rechterlijke taken"}, ""),
            ({"not_applicable": {"de": "Gericht, justizielle Tätigkeit"}}, ""),
        ],
    )
    def test_no_officer_of_a_public_body(self, absence: Any, level: str) -> None:
        """That there is none is no reason; only a court as such is excepted."""
        found = asked("public-body-without-dpo", **holder(public_body=True, absences={"dpo": absence}))

        assert [one.level.value for one in found] == ([level] if level else [])
        assert ["Max" in one.remedy() for one in found] == (["unknown" in absence] if level else [])

    def test_special_data_alone(self) -> None:
        """Special data on no stated scale do not point to an officer."""
        seen = [
            {
                "key": "ill",
                "personal_data": "health-data",
                "data_subjects": {"kind": "employees", "number": "12"},
            }
        ]

        assert places("dpo-not-considered", **holder(), activities=seen) == []

    @pytest.mark.parametrize(
        ("number", "told"), [("4,999", 0), ("5.000", 1), ("about 20 000 patients", 1), ("many", 0)]
    )
    def test_scale(self, number: str, told: int) -> None:
        """A number counts however its thousands are parted; words alone do not."""
        seen = [
            {
                "key": "ill",
                "personal_data": "health-data",
                "data_subjects": {"kind": "patients", "number": number},
            }
        ]

        assert len(places("dpo-not-considered", **holder(), activities=seen)) == told

    def test_with_officer(self) -> None:
        """Who has one is not asked."""
        facts = holder(services="call-tracking", dpo={"email": "o@bakery.example"})

        assert places("dpo-not-considered", **facts) == []
        assert len(places("dpo-not-considered", **holder(services="call-tracking"))) == 1

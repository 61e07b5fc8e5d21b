"""Rules about recipients: vague names, doubtful roles, places, sources."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.asking import asked, places


def sent(recipient: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A register whose one activity sends data to one party."""
    one = {"key": "shop", "flows": {"recipient": recipient["key"], **facts}}
    return {"parties": [{"key": "bakery"}, recipient], "activities": [one]}


def category(name: str, **facts: Any) -> dict[str, Any]:
    return {"key": "them", "name": name, "named": False, **facts}


class TestVague:
    """Third parties, and who they are."""

    @pytest.mark.parametrize(
        "name",
        ["Third parties", "Derden", "Onze partners", "Prestataires de services", "Externe Dienstleister"],
    )
    def test_says_nothing(self, name: str) -> None:
        """In any of the four languages."""
        assert places("recipient-too-vague", **sent(category(name))) == [("parties.them", "warning")]

    @pytest.mark.parametrize(
        "name",
        ["Payment partners", "Betaalpartners", "Fietskoeriers", "Prestataires de paie", "Partner Bank"],
    )
    def test_says_something(self, name: str) -> None:
        """One word that tells is enough."""
        assert places("recipient-too-vague", **sent(category(name))) == []

    def test_one_organisation(self) -> None:
        """A company may be called Partners."""
        assert places("recipient-too-vague", **sent({"key": "them", "name": "Partners"})) == []

    def test_not_a_recipient(self) -> None:
        """Staff are none; nor who sends; nor who is in no flow."""
        assert places("recipient-too-vague", **sent(category("Others"), role="own-staff")) == []
        assert places("recipient-too-vague", parties=[{"key": "bakery"}, category("Others")]) == []


class TestRoles:
    """Who decides for itself."""

    def test_undecided_is_another_rule(self) -> None:
        """Where the role is open, `role-open` says so."""
        bank = {"key": "bank", "services": "bank"}

        assert places("processor-role-doubtful", **sent(bank, role=["processor", "controller"])) == []

    def test_own_purposes_that_may_be(self) -> None:
        """What only may happen is for a person to look at."""
        purposes = [{"text": "Improving", "possible": True}]
        found = places(
            "processor-with-own-purposes", **sent({"key": "host"}, role="processor", purposes=purposes)
        )

        assert found == [("activities.shop.flows.host", "warning")]


class TestPlace:
    """Where the data are."""

    def test_nobody_asks(self) -> None:
        """Of categories of other controllers, of staff, of authorities, where it is declared that there are none."""
        for facts in (
            sent(category("Couriers"), role="controller"),
            sent({"key": "staff"}, role="own-staff"),
            sent({"key": "tax", "services": "tax-authority"}, role="controller"),
            sent({"key": "host"}, role="processor", access_from="NL"),
            {**sent({"key": "host"}), "general": [{"commitments": "no-transfer-outside-eea"}]},
            {**sent({"key": "host"}), "systems": [{"key": "s", "operated_by": "host", "countries": "NL"}]},
        ):
            assert places("place-not-recorded", **facts) == []

    def test_open_roles_and_not_a_word(self) -> None:
        """Categories in an open role, where the register says nothing of places: one finding for all of them."""
        facts = sent(category("Couriers"))
        answered = {**facts, "general": [{"absences": {"transfers": "none"}}]}

        assert places("place-not-recorded", **facts) == [("activities.shop", "warning")]
        assert places("place-not-recorded", **answered) == []

    def test_international_organisation(self) -> None:
        """It is a destination itself, and named."""
        facts = sent({"key": "epo", "kind": "international-organisation"}, role="controller")

        assert places("place-not-recorded", **facts) == []

    def test_each_recipient_once(self) -> None:
        """In two activities: one finding at the party. In one activity: one for all of them there."""
        flows = [{"recipient": "host"}, {"recipient": "mail"}]
        parties = [{"key": "bakery"}, {"key": "host"}, {"key": "mail"}]
        twice = [{"key": "a", "flows": flows}, {"key": "b", "flows": {"recipient": "host"}}]

        assert places("place-not-recorded", parties=parties, activities=[{"key": "a", "flows": flows}]) == [
            ("activities.a", "warning")
        ]
        assert [where for where, _ in places("place-not-recorded", parties=parties, activities=twice)] == [
            "parties.host",
            "activities.a",
        ]

    def test_outside_is_another_rule(self) -> None:
        """Established outside the EEA: `transfer-not-excluded` says so, and this one is silent."""
        facts = sent({"key": "host", "country": "US"}, role="processor")

        assert places("place-not-recorded", **facts) == []
        assert places("transfer-not-excluded", **facts) == [("parties.host", "warning")]


class TestAuthorities:
    """Article 4(9)."""

    @pytest.mark.parametrize("when", [None, "Every year"])
    def test_as_a_rule(self, when: str | None) -> None:
        """A yearly return to the tax office is no inquiry."""
        facts = sent({"key": "tax", "services": "tax-authority"}, role="controller", when=when)

        assert places("inquiry-listed-as-recipient", **facts) == []


class TestSources:
    """Where data come from."""

    def test_known_sources(self) -> None:
        """From the people, by itself, or from a member of a category that sends."""
        parties = [
            {"key": "bakery"},
            {"key": "agency"},
            {"key": "agencies", "named": False, "members": "agency"},
        ]
        data = [
            {"kind": "cv", "source": ["data-subject", "agency"]},
            {"kind": "cookies", "source": "automatic"},
        ]
        flow = {"sender": "agencies", "recipient": "bakery"}
        activities = [{"key": "hiring", "personal_data": data, "flows": flow}]

        assert places("source-without-flow", parties=parties, activities=activities) == []

    def test_category_as_a_source(self) -> None:
        """Of a category there is no more to say; of a named party it is not the source that is not recorded."""
        activities = [{"key": "hiring", "personal_data": {"kind": "cv", "source": "agency"}}]
        for named, number in ((False, 0), (True, 1)):
            parties = [{"key": "bakery"}, {"key": "agency", "named": named}]
            found = asked("source-without-flow", parties=parties, activities=activities)
            assert [one.article for one in found] == ["5(2)"] * number

    def test_one_for_an_activity(self) -> None:
        """Forty items from one source are one missing flow."""
        data = [{"kind": f"item {number}", "source": "agency"} for number in range(40)]
        facts = {
            "parties": [{"key": "bakery"}, {"key": "agency"}],
            "activities": [{"key": "a", "personal_data": data}],
        }

        assert len(asked("source-without-flow", **facts)) == 1


def test_a_chain_without_activities() -> None:
    """What is said in general where there is no activity still makes a whole sentence."""
    flows = [{"sender": "office", "recipient": "host", "personal_data": "salary"}]
    parties = [{"key": "bakery"}, {"key": "office"}, {"key": "host"}]
    (found,) = asked(
        "sender-never-receives", parties=parties, general=[{"personal_data": "salary", "flows": flows}]
    )

    assert found.message() == (
        "office sends data to host; how they came to it is not recorded: stated in general (Article 30(1)(d))."
    )


def test_an_authority_that_inquires() -> None:
    """Whether it is a recipient is asked by one rule, and its role by none."""
    flow = {"recipient": "court", "when": "By order of the court"}
    facts = {
        "parties": [{"key": "bakery"}, {"key": "court", "services": "court"}],
        "activities": [{"key": "a", "flows": flow}],
    }
    usual = {**facts, "activities": [{"key": "a", "flows": {**flow, "when": "Every year"}}]}

    assert places("inquiry-listed-as-recipient", **facts) == [("activities.a.flows.court", "note")]
    assert places("role-open", **facts) == []
    assert places("role-open", **usual) == [("activities.a.flows.court", "warning")]

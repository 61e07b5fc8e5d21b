"""Rules about transfers: destinations, safeguards, derogations, what happens further on, and where they are silent."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.asking import asked, places

HOST = [{"key": "bakery"}, {"key": "host"}, {"key": "desk"}]


def going(*flows: dict[str, Any], **facts: Any) -> dict[str, Any]:
    whole = [{"recipient": "host", "role": "processor", **flow} for flow in flows]
    return {
        "parties": HOST,
        "activities": [{"key": "shop", "personal_data": "name", "flows": whole}],
        **facts,
    }


class TestDestination:
    """Article 30(1)(e): the third country is to be identified."""

    def test_a_ground_without_a_country(self) -> None:
        """Clauses are named and no country: there is a transfer to somewhere."""
        assert places("destination-not-identified", **going({"grounds": "standard-contractual-clauses"})) == [
            ("activities.shop.flows.host", "warning")
        ]

    def test_said_once(self) -> None:
        """What a flow and a general statement of the activity both say is one statement."""
        stated = [
            {"transfers": {"possible": True, "grounds_any_of": ["privacy-shield", "binding-corporate-rules"]}}
        ]
        flow = {"grounds_any_of": ["binding-corporate-rules", "privacy-shield"]}

        assert places("destination-not-identified", **going(flow, general=stated)) == [
            ("general.1.transfers.1", "warning")
        ]

    def test_organisation(self) -> None:
        """An international organisation is a destination itself."""
        parties = [{"key": "bakery"}, {"key": "host", "kind": "international-organisation"}]

        assert (
            places(
                "destination-not-identified", **{**going({"grounds": "ad-hoc-clauses"}), "parties": parties}
            )
            == []
        )

    def test_inside(self) -> None:
        """A transfer to India is not one within the EEA; a flow within it without a ground claims nothing."""
        assert (
            places("transfer-within-eea", **going({"countries": ["NL", "IN"], "grounds": "adequacy"})) == []
        )
        assert places("transfer-within-eea", **going({"countries": "NL"})) == []


class TestSafeguards:
    """One finding for an agreement, in however many flows it is used."""

    def test_told_at_the_agreement(self) -> None:
        """Two activities, one paper without an assessment."""
        paper = {"key": "scc", "kind": "standard-contractual-clauses", "between": ["bakery", "host"],
                 "decision": "2021/914", "module": "2", "signed": "2024-01-01"}  # fmt: skip
        flow = {"recipient": "host", "role": "processor", "countries": "IN"}
        activities = [{"key": "a", "flows": flow}, {"key": "b", "flows": flow}]

        assert places("transfer-not-assessed", parties=HOST, agreements=[paper], activities=activities) == [
            ("agreements.scc", "warning")
        ]

    @pytest.mark.parametrize(
        "name", ["transfer-not-assessed", "safeguard-without-document", "binding-rules-beyond-group",
                 "public-instrument-between-others", "authorisation-not-recorded", "clauses-not-identified"]
    )  # fmt: skip
    def test_nothing_to_ask(self, name: str) -> None:
        """A transfer without any ground is for one rule, not for all of them."""
        assert places(name, **going({"countries": "IN"})) == []


class TestDerogations:
    """Article 49."""

    def test_for_life_and_limb(self) -> None:
        """Vital interests are no routine by their nature; a possible transfer is none either."""
        assert (
            places(
                "derogation-as-routine", **going({"countries": "IN", "grounds": "derogation-vital-interests"})
            )
            == []
        )
        possible = {"countries": "IN", "grounds": "derogation-contract", "possible": True}
        assert places("derogation-as-routine", **going(possible)) == []

    def test_beside_a_safeguard(self) -> None:
        """Where clauses carry the transfer the derogation is not what it rests on."""
        paper = {"key": "scc", "kind": "standard-contractual-clauses", "between": ["bakery", "host"], "signed": "2024-01-01",
                 "decision": "2021/914", "module": "2", "transfer_impact_assessment": {"date": "2024-01-01"}}  # fmt: skip
        facts = going({"countries": "IN", "grounds": "derogation-contract"}, agreements=[paper])

        assert places("derogation-as-routine", **facts) == []

    def test_consent_on_the_flow(self) -> None:
        """Consent that is recorded for the disclosure supports it."""
        flow = {"countries": "IN", "grounds": "derogation-consent", "legal_bases": "consent"}

        assert places("consent-to-transfer-unsupported", **going(flow)) == []


class TestLevels:
    """What is certain, and what a person has to look at."""

    @pytest.mark.parametrize(
        ("flow", "level"),
        [
            ({"countries": "IN"}, "error"),
            ({"countries": "IN", "possible": True}, "warning"),
            ({"countries": "US"}, "warning"),
            ({"countries": "IN", "role": "own-staff"}, "warning"),
            ({"countries": "IN", "sender": "data-subjects"}, "warning"),
        ],
    )
    def test_without_ground(self, flow: dict[str, Any], level: str) -> None:
        """People who send themselves and colleagues abroad may be no transfer; a listing may be there."""
        assert [found for _, found in places("transfer-without-ground", **going(flow))] == [level]

    def test_denied(self) -> None:
        """A flow that only may happen does not flatly contradict a declaration."""
        facts = going({"countries": "IN", "possible": True})
        facts["activities"][0]["absences"] = {"transfers": "none"}

        assert places("transfer-denied", **facts) == [("activities.shop.flows.host", "warning")]


class TestFurtherOn:
    """What happens after the first step."""

    def test_names_the_steps(self) -> None:
        """To Japan by decision, from there to India on nothing."""
        facts = going({"countries": "JP"}, {"sender": "host", "recipient": "desk", "countries": "IN"})
        (found,) = asked("weaker-further-on", **facts)

        assert (found.where, found.level.value) == ("activities.shop.flows.desk", "warning")
        assert found.message() == (
            "Data of “shop” go to host on a ground that holds; for the step from host to desk none that holds is recorded "
            "(Article 44)."
        )

    def test_first_step_is_weak_itself(self) -> None:
        """Where nothing was promised nothing is weaker: `transfer-without-ground` tells both."""
        facts = going({"countries": "IN"}, {"sender": "host", "recipient": "desk", "countries": "IN"})

        assert places("weaker-further-on", **facts) == []
        assert len(places("transfer-without-ground", **facts)) == 2

    def test_other_data(self) -> None:
        """What goes on is something else than what was sent first."""
        facts = going(
            {"key": "first", "countries": "JP", "personal_data": "name"},
            {"key": "second", "countries": "NL", "personal_data": "email"},
            {"sender": "host", "recipient": "desk", "countries": "IN", "personal_data": "email"},
        )
        facts["activities"][0]["personal_data"] = ["name", "email"]

        assert places("weaker-further-on", **facts) == []

    def test_back_to_the_controller(self) -> None:
        """What comes home is no onward transfer."""
        facts = going({"countries": "JP"}, {"sender": "host", "recipient": "bakery", "role": "controller"})

        assert places("onward-transfer-open", **facts) == []

    def test_declared_none_and_may_happen(self) -> None:
        """A statement that there are none stands beside a flow that shows one."""
        facts = going({"countries": "IN"})
        facts["activities"][0]["absences"] = {"transfers": {"unknown": "Being asked"}}

        assert places("transfer-denied", **facts) == []

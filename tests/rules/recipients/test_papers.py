"""Rules about agreements: in force, dated, with what they promise, all the way down the chain."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import asked, places

from ropa import Register, check, explain
from ropa.glossary import LANGUAGES

CHAIN: dict[str, Any] = {
    "parties": [{"key": "bakery"}, {"key": "office"}, {"key": "host"}],
    "activities": [
        {
            "key": "wages",
            "personal_data": "salary",
            "flows": [
                {"recipient": "office", "role": "processor", "countries": "NL"},
                {"sender": "office", "recipient": "host", "role": "processor", "countries": "NL"},
            ],
        }
    ],
}


def dpa(**facts: Any) -> dict[str, Any]:
    return {"key": "dpa", "kind": "processing-agreement", "between": ["bakery", "office"], **facts}


def at(name: str, *agreements: dict[str, Any], on: date = date(2026, 11, 21)) -> list[tuple[str, str]]:
    return places(name, on, **CHAIN, agreements=list(agreements))


def told(register: Register, *codes: str) -> list[str]:
    """Which of these rules speak of the office."""
    found = check(register, on=date(2026, 11, 21)).findings
    return [one.code for one in found if one.code in codes and not one.where.endswith("flows.host")]


class TestSubProcessors:
    """Article 28(2)."""

    @pytest.mark.parametrize(
        ("facts", "level"),
        [
            ({"sub_processors": "none"}, "error"),
            ({"sub_processors": "specific-authorisation"}, "error"),
            ({}, "warning"),
        ],
    )
    def test_levels(self, facts: dict[str, Any], level: str) -> None:
        """Refused or not listed is recorded; where nothing is said a person looks."""
        assert at("sub-processor-not-authorised", dpa(**facts)) == [("activities.wages.flows.host", level)]

    @pytest.mark.parametrize(
        ("facts", "said", "not_said"),
        [
            ({"sub_processors": "none"}, "authorises no other processor", "is recorded"),
            ({"sub_processors": "specific-authorisation"}, "only the processors it lists", "is recorded"),
            ({}, "no authorisation by bakery is recorded", "the agreement with"),
        ],
    )
    def test_what_the_agreement_says(self, facts: dict[str, Any], said: str, not_said: str) -> None:
        """One that refuses, or lists others, is recorded: the message does not say that nothing is."""
        (found,) = asked("sub-processor-not-authorised", **{**CHAIN, "agreements": [dpa(**facts)]})

        assert said in found.message()
        assert not_said not in found.message()
        assert all("wages" in found.message(language) for language in LANGUAGES)

    def test_authorised(self) -> None:
        """In general, or by name."""
        for facts in ({"sub_processors": "general-authorisation"}, {"authorised": "host"}):
            assert at("sub-processor-not-authorised", dpa(**facts)) == []

    def test_enough_notice(self) -> None:
        """As many days, more days, or none stated: nothing falls short."""
        for days in (30, 60, None):
            sub = {
                "key": "sub",
                "kind": "sub-processing-agreement",
                "between": ["office", "host"],
                "notice_days": days,
            }
            assert at("notice-shorter-below", dpa(notice_days=30), sub) == []

    def test_no_general_authorisation_no_notice(self) -> None:
        """A period is asked where changes can be made without asking."""
        assert at("authorisation-without-notice", dpa(sub_processors="specific-authorisation")) == []
        assert at("sub-processing-not-regulated", dpa(authorised="host")) == []


class TestOnceForAll:
    """Faults of many agreements that have one remedy."""

    @pytest.mark.parametrize("name", ["agreement-undated", "sub-processing-not-regulated"])
    def test_several(self, name: str) -> None:
        """One finding that names them; of one, at that one."""
        bare = {"kind": "processing-agreement", "between": ["bakery", "office"]}
        both = [{"key": "one", **bare}, {"key": "two", **bare}]

        assert at(name, both[0]) == [("agreements.one", "note")]
        (found,) = asked(name, **{**CHAIN, "agreements": both})
        assert found.where == ""
        assert "(one); processing agreement (two)" in found.message()


class TestDays:
    """Whether a paper is in force on the day."""

    @pytest.mark.parametrize(("on", "number"), [(date(2025, 12, 31), 0), (date(2026, 1, 1), 1)])
    def test_last_day(self, on: date, number: int) -> None:
        """It holds on its last day."""
        found = at("agreement-ended", dpa(ends="2025-12-31"), on=on)

        assert found == [("agreements.dpa", "error")] * number

    def test_told_once(self) -> None:
        """That no contract covers the flow is the same fault; without the rule of papers that ended it is told."""
        register = Register(**{"holder": "bakery", **CHAIN, "agreements": [dpa(ends="2025-12-31")]})
        codes = told(register, "ROPA002", "ROPA176")
        alone = check(register, on=date(2026, 11, 21), rules=[explain("ROPA002")]).findings

        assert codes == ["ROPA176"]
        assert [one.level.value for one in alone] == ["error", "error"]

    def test_another_paper(self) -> None:
        """Where another paper is in force between the two, somebody has to look whether it will do."""
        terms = {"key": "terms", "kind": "service-agreement", "between": ["bakery", "office"]}

        assert at("agreement-ended", dpa(ends="2025-12-31"), terms) == [("agreements.dpa", "warning")]

    def test_on_condition(self) -> None:
        """A contract that names the processor on a condition is told where it stands, not at the flow too."""
        register = Register(**{"holder": "bakery", **CHAIN, "agreements": [dpa(when="Where needed")]})
        codes = told(register, "ROPA002", "ROPA178")

        assert codes == ["ROPA178"]

    def test_nothing_goes_on(self) -> None:
        """An agreement that ended with what it covered is history."""
        other = dpa(ends="2025-12-31", covers="wages")
        ended = [{**CHAIN["activities"][0], "valid_until": "2025-12-31"}]

        assert places("agreement-ended", **{**CHAIN, "activities": ended}, agreements=[other]) == []

    def test_ended_is_not_undated(self) -> None:
        """What no longer holds is not asked for its date, nor for its rules."""
        over = dpa(ends="2025-12-31", when="Where needed")
        for name in ("agreement-undated", "contract-on-condition", "sub-processing-not-regulated"):
            assert at(name, over) == []

    def test_papers_without_data(self) -> None:
        """A lease of the till needs no date, and no condition of it matters here."""
        lease = {"key": "till", "kind": "purchase", "between": ["bakery", "office"], "when": "Once paid"}
        for name in ("agreement-undated", "contract-on-condition"):
            assert at(name, lease) == []


class TestRegions:
    """Where an agreement says that data stay."""

    @pytest.mark.parametrize(("on", "number"), [(date(2020, 12, 31), 0), (date(2021, 1, 1), 2)])
    def test_the_united_kingdom_leaves(self, on: date, number: int) -> None:
        """Inside the EEA until the last day of 2020; a later flow of the same data breaks it too."""
        flows = [{**flow, "countries": "GB"} for flow in CHAIN["activities"][0]["flows"]]
        moved = {**CHAIN, "activities": [{**CHAIN["activities"][0], "flows": flows}]}

        assert len(places("outside-promised-region", on, **moved, agreements=[dpa(regions="EEA")])) == number

    def test_region_in_every_activity(self) -> None:
        """The same flow in two activities: told at each, so that a waiver of one leaves the other."""
        flows = [{"recipient": "office", "role": "processor", "countries": "US"}]
        both = [{"key": key, "personal_data": "salary", "flows": flows} for key in ("wages", "leave")]
        facts = {**CHAIN, "activities": both, "agreements": [dpa(regions="EEA")]}

        assert [at for at, _ in places("outside-promised-region", date(2026, 11, 21), **facts)] == [
            "activities.wages.flows.office",
            "activities.leave.flows.office",
        ]


class TestJoint:
    """Article 26."""

    def test_not_joint(self) -> None:
        """Two controllers side by side need no arrangement: only who is joint does."""
        card = {"key": "card", "controllers": ["bakery", "office"]}

        assert places("joint-controllers-without-arrangement", **{**CHAIN, "activities": [card]}) == []
        assert places("joint-controller-not-named", **{**CHAIN, "activities": [card]}) == []

    def test_arrangement_for_something_else(self) -> None:
        """One that covers another activity is not about this one."""
        card = {"key": "card", "controllers": ["bakery", "office"], "joint": True}
        deal = dpa(kind="joint-controller-arrangement", covers="other")
        facts = {**CHAIN, "activities": [card, {"key": "other"}], "agreements": [deal]}

        assert places("joint-controllers-without-arrangement", **facts) == [("activities.card", "error")]

    def test_essence(self) -> None:
        """Not said: a person looks. Said that it is not: recorded."""
        deal = dpa(kind="joint-controller-arrangement")

        assert at("essence-not-available", deal) == [("agreements.dpa", "warning")]
        assert at("essence-not-available", {**deal, "essence_published": False}) == [
            ("agreements.dpa", "error")
        ]

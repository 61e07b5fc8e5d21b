"""How a breach is told: how the flows on the way are stated, what another law may say, each thing once and in order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.sharing import Impact, impact

ON = date(2026, 6, 1)
KEYS = ("home", "firms", "host", "police")
PAY = {"key": "pay", "name": "Pay", "data_subjects": "employees", "personal_data": ["name", "salary"]}


def register(*flows: dict[str, Any], **more: Any) -> Register:
    parties = [{"key": key, "name": key.title()} for key in KEYS]
    return Register.of(
        {"holder": "home", "parties": parties, "activities": [{**PAY, "flows": list(flows)}], **more}
    )


def breach(register: Register, party: str) -> Impact:
    return impact(register, breach=party, on=ON)


IN_GENERAL = {"general": [{"key": "it", "flows": {"recipient": "firms", "role": "processor"}}]}
ASKS = {"recipient": "police", "role": "authority-inquiry", "personal_data": "name"}
READ = {"recipient": "firms", "role": "processor", "evidence": {"at": "L1", "reading": "inferred"}}


class TestHowItIsStated:
    """As `holders` and `chain` do."""

    def test_in_general(self) -> None:
        found = breach(register(**IN_GENERAL), "firms")

        assert found.sentences("en")[1].endswith("; on behalf of Home (stated in general)")
        assert found.as_json()["activities"][0]["not_simply_stated"] == [
            {"sender": "home", "recipient": "firms", "general": True, "reading": "", "when": ""}
        ]
        for language in LANGUAGES:
            assert found.sentences(language)[1].endswith(")")

    @pytest.mark.parametrize("reading", ["inferred", "contradicted"])
    def test_how_it_was_read(self, reading: str) -> None:
        found = breach(register({**READ, "evidence": {"at": "L1", "reading": reading}}), "firms")

        assert found.sentences("en")[1].endswith(f" ([{reading}])")
        assert found.as_json()["activities"][0]["not_simply_stated"][0]["reading"] == reading

    def test_simply(self) -> None:
        found = breach(register({"recipient": "firms", "role": "processor"}), "firms")

        assert found.activities[0].not_simply == ()
        assert found.sentences("en")[1].endswith("; on behalf of Home")

    def test_on_a_condition(self) -> None:
        found = breach(register({"recipient": "firms", "role": "processor", "when": "On order"}), "firms")

        assert found.sentences("en")[1].endswith(" (condition: On order)")

    def test_which_flow_of_several(self) -> None:
        """And with the data of every question that goes along paths."""
        onward = {"sender": "firms", "recipient": "host", "role": "processor", "countries": "NL"}
        of_two = register(READ, onward)

        for question in ({"breach": "host"}, {"remove": "host"}, {"move": {"host": "US"}}):
            said = impact(of_two, on=ON, **question).sentences("en")
            assert said[1].endswith(" (Home → Firms: [inferred])")

    def test_apart_from_what_is_simply_stated(self) -> None:
        """The register says of the name that it goes there; of the rest one sentence in general does."""
        simply = {"recipient": "firms", "role": "processor", "personal_data": "name", "countries": "NL"}

        for question in ({"breach": "firms"}, {"remove": "firms"}):
            found = impact(register(simply, **IN_GENERAL), on=ON, **question)
            assert [(one.personal_data, bool(one.not_simply)) for one in found.activities] == [
                (("name",), False),
                (("salary",), True),
            ]

    def test_a_flow_that_moves_is_told_with_each_way_to_it(self) -> None:
        """Two flows lead to the one that moves: what came by the one is inferred, what came by the other is not."""
        named = [
            {"key": "a", **READ, "personal_data": "name"},
            {"key": "b", "recipient": "firms", "role": "processor", "personal_data": "salary"},
            {"sender": "firms", "recipient": "host", "role": "processor", "countries": "NL"},
        ]
        found = impact(register(*named), on=ON, move={"host": "US"})

        assert [(one.personal_data, bool(one.not_simply)) for one in found.activities] == [
            (("name",), True),
            (("salary",), False),
        ]

    def test_where_no_activity_is_covered(self) -> None:
        """There it is in place of the activity already."""
        alone = Register.of({"holder": "home", "parties": [{"key": key} for key in KEYS], **IN_GENERAL})

        assert breach(alone, "firms").sentences("en")[1].lower().count("stated in general") == 1


class TestLawEnforcement:
    """Article 2(2)(d): under which law a police force comes, the register of who tells it something can't say."""

    def test_an_authority_that_inquires(self) -> None:
        found = breach(register(ASKS), "police")

        assert (found.law_enforcement, found.as_json()["law_enforcement"]) == (("police",), ["police"])
        assert found.sentences("en")[-1] == (
            "Where Police processes these data for law enforcement as a competent authority, "
            "Directive (EU) 2016/680 applies instead of the GDPR (Article 2(2)(d))."
        )
        for language in LANGUAGES:
            assert "2016/680" in found.sentences(language)[-1]
        assert {one.article for one in found.notify} == {"33(1)", "34"}

    def test_behind_it(self) -> None:
        """Its processor tells it; what it then assesses is under the same law."""
        behind = {"sender": "police", "recipient": "host", "role": "processor"}

        assert breach(register(ASKS, behind), "host").law_enforcement == ("police",)

    def test_nobody_else(self) -> None:
        others = [{"recipient": "firms", "role": "controller"}, {"recipient": "host", "role": "processor"}]
        found = register(ASKS, *others)

        assert [breach(found, key).law_enforcement for key in ("home", "firms", "host")] == [()] * 3

    def test_a_member_of_a_category(self) -> None:
        """Of the forces together is said that they inquire."""
        forces = register({**ASKS, "recipient": "firms"}).replace("firms", named=False, members=["police"])

        assert breach(forces, "police").law_enforcement == ("police",)


def test_what_reads_alike_is_weighed_once() -> None:
    """Two registers that were joined may write the same item differently."""
    flow = {"recipient": "host", "role": "processor"}
    items: list[Any] = ["BSN", {"en": "BSN"}]
    activities = [
        {
            **PAY,
            "key": f"pay-{at}",
            "personal_data": [{"kind": item, "national_id": True}],
            "flows": [flow],
        }
        for at, item in enumerate(items)
    ]
    found = breach(register(activities=activities), "host")

    assert [len(one.indicators) for one in found.notify if one.article == "34"] == [2]
    assert [one.count("BSN") for one in found.sentences("en") if "To be weighed" in one] == [1, 1]


def test_what_is_possible_beside_what_is_sure_is_weighed_once() -> None:
    """What some data surely say need not be told of others that may be there."""
    sure = {
        **PAY,
        "personal_data": [{"kind": "BSN", "national_id": True}],
        "flows": [{"recipient": "host", "role": "processor"}],
    }
    perhaps = {
        **PAY,
        "key": "more",
        "personal_data": [{"kind": {"en": "BSN"}, "national_id": True}],
        "flows": [{"recipient": "host", "role": "processor", "possible": True}],
    }
    said = breach(register(activities=[perhaps, sure]), "host").sentences("en")

    assert not any("Only possible" in one for one in said)


def test_what_is_there_comes_before_what_was() -> None:
    """An activity of other days is told after those of the day."""
    flow = {"recipient": "host", "role": "processor"}
    past = {**PAY, "key": "old", "name": "Old", "valid_until": "2025-12-31", "flows": [flow]}
    said = breach(register(activities=[past, {**PAY, "flows": [flow]}]), "host").sentences("en")

    assert [one.split(":")[0] for one in said[1:3]] == ["Pay", "Old"]


def test_in_french_the_end_of_a_transfer_is_no_further_one() -> None:
    """« Plus de transfert » is read as both."""
    there = {"recipient": "host", "role": "processor", "countries": "IN"}
    said = impact(register(there), remove="host", on=ON).sentences("fr")

    assert any(one.startswith("Fin du transfert") and "Home → Host (Pay)" in one for one in said)

"""What a statement leaves open: roles, papers, occasions, suspicions, banks, mailboxes and what others tell."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.asking import asked, places

from ropa.glossary import LANGUAGES

HELPER = {"parties": [{"key": "bakery"}, {"key": "helper"}, {"key": "other"}]}

HERE: Any = [("activities.a.flows.helper", "warning")]
UNKNOWN: Any = {"absences": {"personal_data": {"unknown": "Part of them"}}}
DISPUTE: Any = {"when": "Bij een geschil"}
NOTICE: Any = {"title": "Cookieverklaring"}


def flow(name: str, **facts: Any) -> list[tuple[str, str]]:
    """What a rule says of one flow to a helper."""
    more = {key: facts.pop(key) for key in ("agreements", "purposes") if key in facts}
    activity = {"key": "a", "flows": [{"recipient": "helper", **facts}], "purposes": more.pop("purposes", ())}
    return places(name, **HELPER, activities=[activity], **more)


class TestContracts:
    """Article 28(3) where a role or a paper is open."""

    NAME = "open-role-without-contract"

    def test_who_may_be_a_processor(self) -> None:
        """Who does something in an open role, or is a processor or something else."""
        assert flow(self.NAME, processing="delivery") == HERE
        assert flow(self.NAME, role=["processor", "controller"]) == HERE
        for facts in (
            {},
            {"role": ["controller", "joint-controller"]},
            {"role": "processor", "processing": "delivery"},
        ):
            assert flow(self.NAME, **facts) == []

    def test_any_paper_may_be_the_contract(self) -> None:
        """Whatever it is called, somebody has to read it; one that has ended is no paper."""
        paper = {"key": "p", "between": ["bakery", "helper"]}
        assert flow(self.NAME, processing="delivery", agreements=[paper]) == []
        assert flow(self.NAME, processing="delivery", agreements=[{**paper, "ends": "2020-01-01"}]) == HERE

    def test_told_once_for_a_flow(self) -> None:
        """Two recipients of one flow are one finding, that names both; so is their open role."""
        activity = {"key": "a", "flows": [{"recipient": ["helper", "other"], "processing": "delivery"}]}
        for name in (self.NAME, "role-open"):
            (one,) = asked(name, **HELPER, activities=[activity])
            assert "helper; other" in one.message("en")

    @pytest.mark.parametrize(
        ("paper", "silent"),
        [
            ({"kind": "service-agreement"}, True),
            ({"kind": "terms-and-conditions"}, True),
            ({"kind": "processing-agreement"}, False),
            ({"kind": "processing-agreement", "when": "If need be"}, False),
            ({"kind": "service-agreement", "ends": "2020-01-01"}, False),
        ],
    )
    def test_other_papers(self, paper: dict[str, Any], silent: bool) -> None:
        """Terms with a processor are asked about by name; without any paper another rule speaks."""
        agreement = {"key": "p", "between": ["bakery", "helper"], **paper}
        found = flow("agreement-silent-on-processing", role="processor", agreements=[agreement])
        assert found == (HERE if silent else [])


class TestDataOfFlows:
    """A flow that says itself that nobody knows what it carries."""

    def test_to_a_recipient(self) -> None:
        """A note at the flow; what goes to an inquiring authority is apart."""
        assert flow("data-of-flow-not-recorded", **UNKNOWN) == [("activities.a.flows.helper", "note")]
        assert flow("data-of-flow-not-recorded", role="authority-inquiry", **UNKNOWN) == []

    def test_from_sources(self) -> None:
        """What people are told by Article 14, once for all the sources of an activity; people know what they give."""
        flows = [
            {"sender": one, "recipient": "bakery", **UNKNOWN} for one in ("helper", "other", "data-subjects")
        ]
        (one,) = asked("data-of-flow-not-recorded", **HELPER, activities=[{"key": "a", "flows": flows}])

        assert (one.where, one.article, one.level.value) == ("activities.a", "14(1)(d)", "warning")
        assert "helper; other" in one.message("en")


class TestOccasions:
    """Disclosures that no purpose carries, and suspicions."""

    def test_without_any_basis(self) -> None:
        """One of the flow answers, one of a purpose too."""
        name, here = "disclosure-without-legal-basis", [("activities.a.flows.helper", "warning")]
        assert flow(name, **DISPUTE) == here
        assert flow(name, **DISPUTE, legal_bases="legal-obligation") == []
        assert flow(name, **DISPUTE, purposes={"text": "Baking", "legal_bases": "contract"}) == []
        assert flow(name, **DISPUTE, role="processor") == []
        assert flow(name, when="Nodig om te leveren") == []

    def test_told_once(self) -> None:
        """Several of one activity are one finding at the activity."""
        flows = [{"recipient": "helper", **DISPUTE}, {"recipient": "other", "when": "By a court order"}]
        found = places("disclosure-without-legal-basis", **HELPER, activities=[{"key": "a", "flows": flows}])
        assert found == [("activities.a", "warning")]

    @pytest.mark.parametrize(
        "words",
        [
            "Following up a suspicion of theft",
            "Vermoeden van fraude",
            "En cas de soupçon de fraude",
            "Bei Verdacht auf Betrug",
        ],
    )
    def test_suspicion(self, words: str) -> None:
        """In a purpose or in the condition of a flow; not where data are marked, nor where fraud is only kept out."""
        name = "suspicion-of-offences-not-marked"
        marked = {"kind": "Reports of theft", "criminal": True}
        assert places(name, activities=[{"key": "a", "purposes": words}]) == [
            ("activities.a.purposes.1", "warning")
        ]
        assert flow(name, when=words) == [("activities.a.flows.helper", "warning")]
        assert places(name, activities=[{"key": "a", "purposes": words, "personal_data": marked}]) == []
        assert places(name, activities=[{"key": "a", "purposes": "Keeping fraud out"}]) == []


class TestPurposes:
    """What a purpose brings with it."""

    @pytest.mark.parametrize(
        "words",
        ["Payment by direct debit", "Automatisch incasseren", "Prélèvement SEPA", "Einzug per Lastschrift"],
    )
    def test_direct_debit(self, words: str) -> None:
        """Somebody collects the money; not asked where it is declared that nobody receives data."""
        name, here = "direct-debit-without-bank", [("activities.a.purposes.1", "warning")]
        bank = [{"key": "bakery"}, {"key": "helper", "services": "bank"}]
        activity = {"key": "a", "purposes": words}
        paid = {**activity, "flows": {"recipient": "helper", "role": "controller"}}
        assert places(name, activities=[activity]) == here
        assert places(name, parties=bank, activities=[paid]) == []
        assert places(name, activities=[{**activity, "absences": {"flows": "none"}}]) == []

    def test_several_bases(self) -> None:
        """An interest beside a contract or a law, unless each says when; a contract beside a law is common."""
        name = "several-bases-for-one-purpose"

        def found(*bases: dict[str, Any]) -> list[tuple[str, str]]:
            return places(
                name, activities=[{"key": "a", "purposes": {"text": "Baking", "legal_bases": list(bases)}}]
            )

        interest, contract = {"basis": "legitimate-interests", "interest": "Bread"}, {"basis": "contract"}
        assert found(contract, interest) == [("activities.a.purposes.1", "warning")]
        assert found({**contract, "when": "For orders"}, {**interest, "when": "For complaints"}) == []
        assert found(contract, {"basis": "legal-obligation", "law": "Bread Act"}) == []
        assert found(interest, {"basis": "consent"}) == []

    @pytest.mark.parametrize(
        "words",
        [
            "Targeted advertising",
            "Gerichte advertenties laten zien",
            "Publicité ciblée",
            "Zielgerichtete Werbung",
        ],
    )
    def test_profiling(self, words: str) -> None:
        """Whether decisions follow is answered with yes, no, or not known."""
        name = "profiling-not-described"
        activity = {"key": "a", "purposes": words}
        assert places(name, activities=[activity]) == [("activities.a", "note")]
        for answer in (
            {"automated_decisions": {"exists": False}},
            {"absences": {"automated_decisions": "none"}},
        ):
            assert places(name, activities=[{**activity, **answer}]) == []


class TestParties:
    """Who the holder is, and who reads its post."""

    @pytest.mark.parametrize(
        ("email", "number"),
        [("info@b.example", 1), ("Contact@b.example", 1), ("dpo@b.example", 0), ("an@b.example", 0)],
    )
    def test_mailbox(self, email: str, number: int) -> None:
        """An address of everybody is a note at the officer."""
        parties = [{"key": "bakery", "dpo": "an"}, {"key": "an", "contact": {"email": email}}]
        assert places("dpo-behind-a-shared-mailbox", parties=parties) == [("parties.an", "note")] * number

    def test_service_on_behalf(self) -> None:
        """Hosting is done for customers; a bakery that is nobody's processor offers bread."""
        name, activities = "service-without-processor-record", [{"key": "a"}]
        host = [{"key": "bakery", "services": ["reseller", "hosting-provider"]}]
        assert places(name, parties=host, activities=activities) == [("parties.bakery", "warning")]
        assert places(name, parties=[{"key": "bakery", "services": "reseller"}], activities=activities) == []
        assert places(name, parties=host) == []


class TestCookies:
    """A statement about cookies that the register does not hold."""

    NAME = "cookies-in-another-document"

    def test_nothing_here(self) -> None:
        """Silence beside such a statement; where there are none, or it is the source, nothing is lacking."""
        site = {"key": "a"}
        source = {"key": "s", "title": "Cookieverklaring"}
        assert places(self.NAME, notices=[NOTICE], activities=[site]) == [("notices.1", "note")]
        assert places(self.NAME, notices=[{"title": "Privacy"}], activities=[site]) == []
        assert places(self.NAME, notices=[NOTICE], sources=[source], activities=[site]) == []
        assert (
            places(self.NAME, notices=[NOTICE], activities=[{**site, "absences": {"cookies": "none"}}]) == []
        )

    def test_more_elsewhere(self) -> None:
        """A cookie on record that points to it leaves something there."""
        for refuse, number in (("Meer in de cookieverklaring", 1), ("Met een knop", 0)):
            site = {"key": "a", "cookies": {"kind": "session", "refuse": refuse}}
            assert len(places(self.NAME, notices=[NOTICE], activities=[site])) == number


def test_the_directive_is_cited_in_every_language() -> None:
    """Its name is translated too."""
    (one,) = asked("cookies-in-another-document", notices=[NOTICE], activities=[{"key": "a"}])
    assert (
        len({one.message(language).rpartition("(5")[2] or one.message(language) for language in LANGUAGES})
        == 4
    )
    assert "e-privacyrichtlijn" in one.message("nl")

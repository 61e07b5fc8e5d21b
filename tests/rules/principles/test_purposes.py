"""Rules about purposes, data and promises: what they find beside their own examples, and what they leave alone."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.found import found, places


class TestVague:
    """Purposes that say too little."""

    @pytest.mark.parametrize(
        "words",
        ["Administratie", "Andere rechtmatige doeleinden", "Amélioration de nos services", "Verbesserung unserer Dienste",
         "Business purposes", "Gestion", "Sonstiges", "Bedrijfsvoering", "Social media", "Support", "Internal support"],
    )  # fmt: skip
    def test_vague(self, words: str) -> None:
        """In four languages."""
        assert places("purpose-vague", f"activities: [{{key: a, purposes: {words}}}]") == [
            "activities.a.purposes.1"
        ]

    @pytest.mark.parametrize(
        "words",
        ["Loonadministratie", "Gestion du personnel", "Kundenbeschwerden bearbeiten", "Klachten afhandelen",
         "Improving the crust of our bread", "Nieuwsbrief", "Inloggen op de website", "De dienst leveren", "…", "Baking",
         "Support des utilisateurs", "User support", "Ondersteuning van gebruikers"],
    )  # fmt: skip
    def test_precise(self, words: str) -> None:
        """One word that tells something is enough."""
        assert places("purpose-vague", f"activities: [{{key: a, purposes: {words}}}]") == []

    def test_several_are_one_finding(self) -> None:
        """An activity is read as a whole."""
        assert places("purpose-vague", "activities: [{key: a, purposes: [Marketing, Other]}]") == [
            "activities.a"
        ]

    def test_very_long(self) -> None:
        """Forty thousand letters are looked at in passing, and shown in part."""
        words = "administration " * 4000
        text = f"activities: [{{key: a, purposes: '{words}'}}]"

        assert places("purpose-vague", text) == []
        (one,) = found("legal-basis-not-recorded", text)
        assert len(one.message()) < 400

    def test_data(self) -> None:
        """Customer data are vague, data on something are not."""
        text = "activities: [{key: a, personal_data: [Klantgegevens, Gegevens over de bestelde taart, Données fiscales]}]"

        assert places("data-category-vague", text) == ["activities.a.personal_data.1"]


class TestDepartments:
    """Purposes that are a department."""

    def test_the_owner(self) -> None:
        """A purpose that repeats the owner tells who, not what for."""
        text = "activities: [{key: a, owner: De oven, purposes: De oven}]"

        assert places("purpose-names-a-department", text) == ["activities.a.purposes.1"]

    def test_a_department_in_a_sentence(self) -> None:
        """Within a purpose its name does no harm."""
        text = "activities: [{key: a, purposes: Boekhouding volgens de wet voeren}]"

        assert places("purpose-names-a-department", text) == []


class TestTied:
    """Purposes said once for everything."""

    def test_one_activity(self) -> None:
        """With one activity there is nothing to tie."""
        assert (
            places("purposes-tied-to-no-activity", "general: [{purposes: Baking}]\nactivities: [{key: a}]")
            == []
        )


class TestMarketing:
    """Opt-in beside opt-out."""

    def test_all_of_one_kind(self) -> None:
        """Only one way is no finding, nor is marketing of which nothing is said."""
        text = """
activities:
  - {key: a, purposes: {text: Nieuwsbrief sturen, when: Tot men zich afmeldt}}
  - {key: b, purposes: Reclame maken}
"""
        assert places("opt-out-marketing-beside-opt-in-marketing", text) == []

    def test_on_another_basis(self) -> None:
        """Legitimate interests beside consent."""
        text = """
activities:
  - {key: a, purposes: {text: Publicité par e-mail, legal_bases: {basis: legitimate-interests, interest: Sales}}}
  - {key: b, purposes: {text: Newsletter, legal_bases: consent}}
"""
        assert places("opt-out-marketing-beside-opt-in-marketing", text) == ["activities.a.purposes.1"]


class TestRecipients:
    """Recipients with purposes of their own."""

    def test_processors_and_sources(self) -> None:
        """A processor with own purposes is another fault; who brings data in discloses nothing for the holder."""
        text = """
activities:
  - key: a
    flows:
      - {recipient: printer, role: processor, purposes: Its own}
      - {sender: cafe, recipient: bakery, purposes: Baking}
      - {sender: data-subjects, recipient: cafe, purposes: Its own}
"""
        assert places("own-purposes-of-a-recipient", text) == []


class TestCandidates:
    """Data of applicants."""

    def test_whose_data(self) -> None:
        """Beside employees, only data said to be of applicants count."""
        text = """
activities:
  - key: a
    data_subjects: [employees, applicants]
    personal_data: [bank-account, {kind: household, subjects: applicants}, {kind: photo, subjects: employees}]
"""
        (one,) = found("more-than-a-candidate-needs", text)
        assert one.message().count(";") == 0
        assert "household" in one.message()


class TestPromises:
    """Commitments and what goes against them."""

    def places(self, commitments: str, activity: str, on: date = date(2026, 1, 1)) -> list[str]:
        text = f"activities: [{{key: a, commitments: {commitments}, {activity}}}]"
        parties = "parties: [{key: bakery}, {key: shop, services: advertising}, {key: state, public_body: true}, {key: p}]\n"
        return places("promise-contradicted", text, on=on, parties=parties)

    @pytest.mark.parametrize(
        ("promise", "against"),
        [
            ("no-transfer-outside-eu", "flows: {recipient: p, role: processor, countries: US}"),
            ("no-disclosure", "flows: {recipient: p, role: controller}"),
            ("no-other-purpose", "flows: {recipient: p, purposes: Its own}"),
            ("disclosure-only-with-consent", "flows: {recipient: shop}"),
            ("no-metadata", "personal_data: log-data"),
            ("no-location-data", "personal_data: location"),
            ("no-special-categories", "personal_data: allergies"),
            ("no-children", "data_subjects: pupils"),
            ("no-automated-decisions", "automated_decisions: {exists: true}"),
            ("no-direct-marketing", "purposes: Sending the newsletter"),
            ("marketing-only-with-consent", "purposes: {text: Reclame, legal_bases: contract}"),
        ],
    )
    def test_against(self, promise: str, against: str) -> None:
        """Each kind has something that goes against it, and something that does not."""
        assert self.places(promise, against) == ["activities.a.commitments.1"]
        assert self.places(promise, "personal_data: name") == []

    @pytest.mark.parametrize(
        ("promise", "activity"),
        [
            ("no-disclosure", "flows: {recipient: p, role: processor}"),
            ("no-disclosure", "flows: {recipient: state, role: controller}"),
            ("no-disclosure", "flows: {recipient: p, role: controller, when: The law asks for it}"),
            ("{kind: no-disclosure, text: Except for delivery}", "flows: {recipient: p, role: controller}"),
            ("no-transfer-outside-eu", "flows: {recipient: p, countries: NL}"),
            ("no-automated-decisions", "automated_decisions: {exists: false}"),
            ("marketing-only-with-consent", "purposes: {text: Reclame, legal_bases: consent}"),
            ("Only the best flour", "flows: {recipient: shop}"),
        ],
    )
    def test_in_keeping(self, promise: str, activity: str) -> None:
        """Processors, the state, stated exceptions and promises in words of one's own are left alone."""
        assert self.places(promise, activity) == []

    def test_days(self) -> None:
        """A transfer that has ended breaks no promise."""
        activity = "flows: {recipient: p, countries: US, valid_until: 2025-01-01}"

        assert self.places("no-transfer-outside-eea", activity, on=date(2024, 1, 1)) == [
            "activities.a.commitments.1"
        ]
        assert self.places("no-transfer-outside-eea", activity) == []

    def test_on_the_day_the_country_left(self) -> None:
        """The United Kingdom counted as within until the end of 2020."""
        activity = "flows: {recipient: p, countries: GB}"

        assert self.places("no-transfer-outside-eu", activity, on=date(2020, 12, 31)) == []
        assert len(self.places("no-transfer-outside-eu", activity, on=date(2021, 1, 1))) == 1


def test_contradictions_need_a_source() -> None:
    """Without sources there is nothing that could contradict itself."""
    text = "activities: [{key: a, evidence: {at: L1, reading: contradicted}}]"

    assert places("source-contradicts-itself", text) == []
    assert places("source-contradicts-itself", f"sources: [{{key: s}}]\n{text}") == ["activities.a"]

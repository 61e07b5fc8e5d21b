"""Rules about legal bases: what they find beside their own examples, and what they leave alone."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.found import found, places

BEFORE, AFTER = date(2024, 1, 1), date(2026, 1, 1)


class TestNotRecorded:
    """A purpose without a legal basis."""

    def test_one_finding_for_an_activity(self) -> None:
        """Several purposes of one activity are one finding, which names them."""
        (one,) = found("legal-basis-not-recorded", "activities: [{key: a, purposes: [Baking, Selling]}]")

        assert one.where == "activities.a"
        assert "“Baking; Selling”" in one.message()

    def test_a_condition_on_everything_covers_nothing(self) -> None:
        """What is said once for everything, and only in some cases, is no basis of any purpose."""
        general = "general: [{legal_bases: {basis: consent, when: In some cases}}]\n"
        activities = "activities: [{key: a, purposes: Baking}]"

        assert places("legal-basis-not-recorded", general + activities) == ["activities.a.purposes.1"]

    def test_a_basis_for_named_activities_covers_them(self) -> None:
        """Stated in general for an activity by name, it is allocated."""
        general = "general: [{activities: a, legal_bases: {basis: contract, when: For orders}}]\n"

        assert places("legal-basis-not-recorded", general + "activities: [{key: a, purposes: Baking}]") == []

    def test_declared_not_applicable(self) -> None:
        """Who says that it does not apply has answered."""
        purpose = "{text: Baking, absences: {legal_bases: {not_applicable: No personal data}}}"

        assert places("legal-basis-not-recorded", f"activities: [{{key: a, purposes: {purpose}}}]") == []

    def test_days(self) -> None:
        """A basis that has ended is none; an activity that has ended is not asked."""
        basis = "{basis: contract, valid_until: 2025-01-01}"
        text = f"activities: [{{key: a, purposes: {{text: Baking, legal_bases: {basis}}}}}]"
        ended = "activities: [{key: a, purposes: Baking, valid_until: 2025-01-01}]"

        assert places("legal-basis-not-recorded", text, on=BEFORE) == []
        assert places("legal-basis-not-recorded", text, on=AFTER) == ["activities.a.purposes.1"]
        assert places("legal-basis-not-recorded", ended, on=AFTER) == []


class TestNotAllocated:
    """Legal bases stated at once."""

    def test_one_stated_for_named_activities_is_allocated(self) -> None:
        """One basis leaves nothing open."""
        text = "general: [{activities: a, legal_bases: contract}]\nactivities: [{key: a, purposes: Baking}]"

        assert places("legal-bases-not-allocated", text) == []

    def test_at_a_purpose(self) -> None:
        """A choice at one purpose is open there."""
        text = "activities: [{key: a, purposes: {text: Baking, legal_bases_any_of: [consent, contract]}}]"

        assert places("legal-bases-not-allocated", text) == ["activities.a.purposes.1"]

    def test_the_two_do_not_say_the_same_twice(self) -> None:
        """What is left open among several is not also without any."""
        text = (
            "general: [{legal_bases_any_of: [consent, contract]}]\nactivities: [{key: a, purposes: Baking}]"
        )

        assert places("legal-bases-not-allocated", text) == ["general.1"]
        assert places("legal-basis-not-recorded", text) == []


class TestWithoutLaw:
    """A law that is not named."""

    @pytest.mark.parametrize("law", ["a legal obligation", "Verplichting van de Belastingdienst", "la loi"])
    def test_words_that_name_no_law(self, law: str) -> None:
        """To say that there is a law is not to name it."""
        basis = f"{{basis: legal-obligation, law: {law}}}"
        text = f"activities: [{{key: a, purposes: {{text: Invoices, legal_bases: {basis}}}}}]"

        assert places("legal-basis-without-law", text) == ["activities.a.purposes.1.legal_bases.1"]

    @pytest.mark.parametrize(
        "law", ["AWR art. 52", "Wet op het accountantsberoep", "Code de commerce L123-22"]
    )
    def test_a_law(self, law: str) -> None:
        """A name will do."""
        basis = f"{{basis: legal-obligation, law: {law}}}"
        text = f"activities: [{{key: a, purposes: {{text: Invoices, legal_bases: {basis}}}}}]"

        assert places("legal-basis-without-law", text) == []

    def test_of_a_third_country(self) -> None:
        """The law of a Member State with a foreign sound is left alone."""
        basis = "{basis: legal-obligation, law: Data Protection Act 2018}"
        text = f"activities: [{{key: a, purposes: {{text: Requests, legal_bases: {basis}}}}}]"

        assert places("law-of-a-third-country", text) == []


class TestInterests:
    """Legitimate interests."""

    def test_words_that_tell_none(self) -> None:
        """An interest of the holder, by its own name, is no interest told; it is one finding where it is shared."""
        text = """
interests: [{key: ours, text: An interest of The Bakery or a third party}]
activities:
  - {key: a, purposes: {text: Baking, legal_bases: {basis: legitimate-interests, interest: ours}}}
  - {key: b, purposes: {text: Selling, legal_bases: {basis: legitimate-interests, interest: ours}}}
"""
        assert places("legitimate-interest-not-stated", text) == ["interests.ours"]

    def test_balanced_once(self) -> None:
        """A balance made for an interest in one place holds for it in every place."""
        text = """
activities:
  - {key: a, purposes: {text: Baking, legal_bases: {basis: legitimate-interests, interest: Safety, assessment: LIA 1}}}
  - {key: b, purposes: {text: Selling, legal_bases: {basis: legitimate-interests, interest: Safety}}}
"""
        assert places("legitimate-interest-not-balanced", text) == []

    def test_children_weighed(self) -> None:
        """With a balancing on record there is nothing to flag."""
        basis = "{basis: legitimate-interests, interest: Safety, assessment: LIA 1}"
        text = f"activities: [{{key: a, data_subjects: pupils, purposes: {{text: Baking, legal_bases: {basis}}}}}]"

        assert places("legitimate-interest-in-children", text) == []

    def test_other_than_public_bodies(self) -> None:
        """A company may rest on them."""
        basis = "{basis: legitimate-interests, interest: Safety}"
        text = f"activities: [{{key: a, purposes: {{text: Baking, legal_bases: {basis}}}}}]"

        assert places("public-body-on-legitimate-interests", text) == []


class TestConsent:
    """Consent."""

    def test_applicants(self) -> None:
        """To be chosen on consent is flagged; to be kept in mind is not."""
        text = """
activities:
  - key: a
    data_subjects: applicants
    purposes: [{text: Kandidaten kiezen, legal_bases: consent}, {text: In de wervingsreserve opnemen, legal_bases: consent}]
"""
        assert places("consent-in-employment", text) == ["activities.a.purposes.1.legal_bases.1"]

    def test_in_words_of_ones_own(self) -> None:
        """Staff by another word is staff; the staff of a customer is not."""
        line = "{{key: a, data_subjects: {}, purposes: {{text: Photos, legal_bases: consent}}}}"

        assert len(places("consent-in-employment", f"activities: [{line.format('Eigen personeel')}]")) == 1
        assert places("consent-in-employment", f"activities: [{line.format('Personeel van klanten')}]") == []

    def test_employer_by_the_people_it_concerns(self) -> None:
        """Who collects consent of a customer's employees is their employer, whatever the register calls it."""
        flow = "{sender: cafe, recipient: bakery, legal_bases: {basis: consent, obtained_by: cafe}}"
        text = f"activities: [{{key: a, data_subjects: employees-of-customers, flows: {flow}}}]"

        assert places("consent-collected-by-employer", text) == ["activities.a.flows.bakery.legal_bases.1"]

    def test_collected_by_oneself(self) -> None:
        """The holder's own collection is no finding."""
        purpose = "{text: News, legal_bases: {basis: consent, obtained_by: bakery}}"
        text = f"activities: [{{key: a, data_subjects: employees-of-customers, purposes: {purpose}}}]"

        assert places("consent-collected-by-employer", text) == []

    def test_a_register_of_consent_answers(self) -> None:
        """Whoever keeps the consent given as data of its own can show it."""
        text = """
activities:
  - {key: a, purposes: {text: News, legal_bases: consent}}
  - {key: b, personal_data: consent-record}
"""
        assert places("consent-without-record", text) == []

    @pytest.mark.parametrize(
        "words", ["Door gebruik te maken van de site", "En utilisant le site", "Durch die Nutzung", "Implied"]
    )
    def test_by_use(self, words: str) -> None:
        """In four languages."""
        text = f"activities: [{{key: a, purposes: {{text: News, legal_bases: {{basis: consent, when: {words}}}}}}}]"

        assert places("consent-by-use", text) == ["activities.a.purposes.1.legal_bases.1"]

    def test_use_of_something_else(self) -> None:
        """Other bases may well follow from use."""
        text = "activities: [{key: a, purposes: {text: News, legal_bases: {basis: contract, when: By using the shop}}}]"

        assert places("consent-by-use", text) == []


class TestContract:
    """Contracts."""

    @pytest.mark.parametrize(
        "words", ["De nieuwsbrief sturen", "Prévention de la fraude", "Werbung", "Analysing behaviour"]
    )
    def test_what_it_does_not_need(self, words: str) -> None:
        """In four languages."""
        text = f"activities: [{{key: a, purposes: {{text: {words}, legal_bases: contract}}}}]"

        assert places("contract-for-other-ends", text) == ["activities.a.purposes.1.legal_bases.1"]

    @pytest.mark.parametrize(
        "words", ["Offertes voorbereiden", "Factureren en betalingen innen", "Livrer le pain"]
    )
    def test_what_it_needs(self, words: str) -> None:
        """Offers, invoices and deliveries are what contracts are for."""
        text = f"activities: [{{key: a, purposes: {{text: {words}, legal_bases: contract}}}}]"

        assert places("contract-for-other-ends", text) == []

    def test_people_not_stated(self) -> None:
        """Where nobody is named, nobody is no party."""
        text = "activities: [{key: a, purposes: {text: Baking, legal_bases: contract}}]"

        assert places("contract-with-others", text) == []

    def test_beside_consent(self) -> None:
        """Two purposes may rest on one each; vital interests go with consent."""
        text = """
activities:
  - {key: a, purposes: [{text: Baking, legal_bases: contract}, {text: News, legal_bases: consent}]}
  - {key: b, purposes: {text: First aid, legal_bases: [consent, vital-interests]}}
"""
        assert places("bases-that-exclude-each-other", text) == []


NOWHERE = {
    "legal-basis-not-recorded": ("Baking {}", "{{text: Selling, legal_bases: vital-interests}}"),
    "legal-basis-without-law": (
        "{{text: Baking {}, legal_bases: legal-obligation}}",
        "{{text: Selling, legal_bases: {{basis: legal-obligation, law: VAT Code art. 60}}}}",
    ),
    "consent-without-record": (
        "{{text: Baking {}, legal_bases: consent}}",
        "{{text: Selling, legal_bases: {{basis: consent, record: List}}}}",
    ),
    "legitimate-interest-not-stated": (
        "{{text: Baking {}, legal_bases: legitimate-interests}}",
        "{{text: Selling, legal_bases: {{basis: legitimate-interests, interest: Safety}}}}",
    ),
    "legitimate-interest-not-balanced": (
        "{{text: Baking, legal_bases: {{basis: legitimate-interests, interest: Safety {}}}}}",
        "{{text: Selling, legal_bases: {{basis: legitimate-interests, interest: Joy, assessment: LIA 1}}}}",
    ),
}


@pytest.mark.parametrize("name", NOWHERE)
def test_what_is_recorded_nowhere_is_told_once(name: str) -> None:
    """Five times the same and nowhere otherwise is one finding of the register; with one exception it is five."""
    lacking, recorded = NOWHERE[name]
    many = "activities:\n" + "".join(
        f"  - {{key: a{number}, purposes: {lacking.format(number)}}}\n" for number in range(5)
    )
    but_one = f"{many}  - {{key: b, purposes: {recorded.format()}}}\n"

    assert places(name, many) == [""]
    assert len(places(name, but_one)) == 5

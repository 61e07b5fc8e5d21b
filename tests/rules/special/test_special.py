"""Rules about special data and their like: what they find beside their own examples, and what they leave alone."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.found import found, places

from ropa.law import Level

UNION = "parties: [{key: bakery, name: Vakbond De Oven}, {key: cafe}, {key: printer}]\n"


class TestCondition:
    """The condition of Article 9(2)."""

    def test_levels(self) -> None:
        """Special data without anything are an error; what only reveals, or a condition with an "if", needs a look."""
        plain = "activities: [{key: a, personal_data: allergies}]"
        reveals = "activities: [{key: a, personal_data: maternity-leave}]"
        general = "general: [{special_grounds: {ground: 9(2)(a), when: If need be}}]\n"

        assert [one.level for one in found("special-ground-not-recorded", plain)] == [Level.ERROR]
        assert [one.level for one in found("special-ground-not-recorded", reveals)] == [Level.WARNING]
        assert [one.level for one in found("special-ground-not-recorded", general + plain)] == [Level.WARNING]

    def test_stated_for_all(self) -> None:
        """A general condition without an "if" covers the activity."""
        general = "general: [{special_grounds: {ground: 9(2)(f)}}]\n"

        text = general + "activities: [{key: a, personal_data: allergies}]"
        assert places("special-ground-not-recorded", text) == []

    def test_another_article_is_no_condition(self) -> None:
        """Article 87 lifts no prohibition of Article 9."""
        purpose = '{text: Baking, special_grounds: {ground: "87", law: Some Act}}'
        text = f"activities: [{{key: a, purposes: {purpose}, personal_data: allergies}}]"

        assert places("special-ground-not-recorded", text) == ["activities.a"]

    def test_days(self) -> None:
        """A condition that has ended is none."""
        ground = "{ground: 9(2)(f), valid_until: 2025-01-01}"
        text = f"activities: [{{key: a, purposes: {{text: B, special_grounds: {ground}}}, personal_data: allergies}}]"

        assert places("special-ground-not-recorded", text, on=date(2025, 1, 1)) == []
        assert places("special-ground-not-recorded", text, on=date(2025, 1, 2)) == ["activities.a"]

    def test_processors_are_not_asked(self) -> None:
        """Another controller's condition is not the holder's to record."""
        text = "activities: [{key: a, controllers: cafe, personal_data: allergies}]"

        assert places("special-ground-not-recorded", text) == []

    def test_law(self) -> None:
        """Explicit consent rests on no law; a contract with a professional stands for one."""
        text = """
activities:
  - {key: a, purposes: {text: A, special_grounds: 9(2)(a)}}
  - {key: b, purposes: {text: B, special_grounds: {ground: 9(2)(h), reference: Contract with the doctor}}}
"""
        assert places("special-ground-without-law", text) == []

    def test_stated_for_one_purpose(self) -> None:
        """A condition at its purpose is allocated."""
        text = (
            "activities: [{key: a, purposes: {text: A, special_grounds: {ground: 9(2)(a), when: For cakes}}}]"
        )

        assert places("special-grounds-not-allocated", text) == []


class TestMembership:
    """Bodies whose members tell something by being one."""

    def test_by_name(self) -> None:
        """A union by its name is a union."""
        text = "activities: [{key: a, data_subjects: members, personal_data: name}]"

        (one,) = found("membership-reveals-special-data", text, parties=UNION)
        assert "trade union membership" in one.message()

    def test_recognised(self) -> None:
        """Where the data are marked, or a condition is recorded, it has been seen; customers reveal nothing."""
        text = """
activities:
  - {key: a, data_subjects: members, personal_data: trade-union-membership}
  - {key: b, data_subjects: members, purposes: {text: B, special_grounds: 9(2)(d)}}
  - {key: c, data_subjects: customers}
"""
        assert places("membership-reveals-special-data", text, parties=UNION) == []

    def test_condition_of_a_union(self) -> None:
        """The union may cite 9(2)(d), and so may an association."""
        text = "activities: [{key: a, purposes: {text: A, special_grounds: 9(2)(d)}}]"
        club = "parties: [{key: bakery, name: Vereniging van bakkers}, {key: cafe}]\n"

        assert places("special-ground-of-another-body", text, parties=UNION) == []
        assert places("special-ground-of-another-body", text, parties=club) == []
        assert places("special-ground-of-another-body", text) == ["activities.a.purposes.1.special_grounds.1"]

    @pytest.mark.parametrize(
        "flow",
        [
            "{recipient: printer, role: processor}",
            "{recipient: cafe, role: own-staff}",
            "{recipient: cafe, personal_data: name}",
            "{recipient: cafe, legal_bases: {basis: legal-obligation, law: Some Act}}",
            "{sender: data-subjects, recipient: cafe}",
        ],
    )
    def test_inside(self, flow: str) -> None:
        """Processors, staff, other data, a legal duty, and what people give themselves."""
        items = "[name, {kind: member-number, reveals: trade-union-membership}]"
        text = f"activities: [{{key: a, data_subjects: members, personal_data: {items}, flows: {flow}}}]"

        assert places("special-data-disclosed-outside-the-body", text, parties=UNION) == []


class TestEmployer:
    """Special data of employees."""

    def test_customers(self) -> None:
        """Explicit consent of customers is no finding."""
        text = (
            "activities: [{key: a, data_subjects: customers, purposes: {text: A, special_grounds: 9(2)(a)}}]"
        )

        assert places("explicit-consent-in-employment", text) == []

    def test_of_patients(self) -> None:
        """Care of patients is what 9(2)(h) is for; so is an employer's doctor by another name."""
        text = """
activities:
  - {key: a, data_subjects: patients, purposes: {text: A, special_grounds: 9(2)(h)}}
  - {key: b, data_subjects: employees, owner: Bedrijfsarts, purposes: {text: B, special_grounds: 9(2)(h)}}
"""
        assert places("care-ground-of-an-employer", text) == []


class TestMarks:
    """What is special and does not say so."""

    @pytest.mark.parametrize(
        ("kind", "category"),
        [
            ("Ziekmeldingen", "health"),
            ("Empreintes digitales", "biometric"),
            ("Gewerkschaftsbeitrag", "trade union"),
            ("Dietary wishes", "health"),
            ("Geloofsovertuiging", "religious"),
        ],
    )
    def test_looks_like(self, kind: str, category: str) -> None:
        """In four languages."""
        (one,) = found("special-data-not-marked", f"activities: [{{key: a, personal_data: {kind}}}]")

        assert category in one.message()

    @pytest.mark.parametrize(
        "kind",
        [
            "Thuisadres",
            "Krankenkasse",
            "photo",
            "Trace of a parcel",
            "Syndicus van het gebouw",
            "Kerstpakket",
        ],
    )
    def test_does_not(self, kind: str) -> None:
        """Words that only sound alike."""
        assert places("special-data-not-marked", f"activities: [{{key: a, personal_data: {kind}}}]") == []

    def test_other_marks(self) -> None:
        """A photograph marked as health data is no finding of the rule about biometrics."""
        text = "activities: [{key: a, personal_data: {kind: photo, special: health}}]"

        assert places("image-marked-as-biometric", text) == []


class TestCriminalAndNumbers:
    """Articles 10 and 87."""

    def test_a_law_that_obliges(self) -> None:
        """Where a law is cited, whether it covers the data is for a person."""
        basis = "{basis: legal-obligation, law: Wages Act}"
        items = "[criminal-convictions, national-id]"
        text = (
            f"activities: [{{key: a, purposes: {{text: A, legal_bases: {basis}}}, personal_data: {items}}}]"
        )

        assert places("criminal-data-without-law", text) == []
        assert places("national-number-without-law", text) == []

    def test_levels_by_country(self) -> None:
        """Where the national law was read it is an error; elsewhere a person must look."""
        text = "activities: [{key: a, personal_data: national-id}]"

        for country, level in (("BE", Level.ERROR), ("NL", Level.ERROR), ("FR", Level.WARNING)):
            parties = f"parties: [{{key: bakery, country: {country}}}]\n"
            assert [one.level for one in found("national-number-without-law", text, parties=parties)] == [
                level
            ]

    def test_official_authority(self) -> None:
        """A public body may have official authority: a warning."""
        parties = "parties: [{key: bakery, public_body: true}]\n"
        text = "activities: [{key: a, personal_data: criminal-data}]"

        assert [one.level for one in found("criminal-data-without-law", text, parties=parties)] == [
            Level.WARNING
        ]

    @pytest.mark.parametrize(
        "recipient", ["{key: cafe, public_body: true}", "{key: cafe, services: tax-authority}"]
    )
    def test_the_state(self, recipient: str) -> None:
        """The tax authority knows the number."""
        text = (
            "activities: [{key: a, personal_data: national-id, flows: {recipient: cafe, role: controller}}]"
        )

        assert (
            places("national-number-given-on", text, parties=f"parties: [{{key: bakery}}, {recipient}]\n")
            == []
        )


class TestChildrenAndMachines:
    """Articles 8 and 22."""

    def test_adults(self) -> None:
        """Nobody is a child who is not said to be."""
        text = "activities: [{key: a, data_subjects: users, purposes: {text: A, legal_bases: consent}}]"

        assert places("children-consent-without-parents", text) == []

    @pytest.mark.parametrize(
        "name",
        [
            "automated-decision-without-ground",
            "automated-decision-without-review",
            "automated-decision-without-logic",
        ],
    )
    def test_none(self, name: str) -> None:
        """Where there are none, and where it is not said whether there are."""
        assert places(name, "activities: [{key: a, automated_decisions: {exists: false}}, {key: b}]") == []
        assert places(name, "activities: [{key: a, automated_decisions: {logic: Points}}]") == []

    def test_a_law_provides_for_review(self) -> None:
        """Article 22(3) asks it of contracts and consent."""
        text = "activities: [{key: a, automated_decisions: {exists: true, ground: Wet op de bakkers}}]"

        assert places("automated-decision-without-review", text) == []

    def test_ordinary_data(self) -> None:
        """Decisions on ordinary data are not those of Article 22(4)."""
        text = "activities: [{key: a, personal_data: name, automated_decisions: {exists: true}}]"

        assert places("automated-decision-on-special-data", text) == []

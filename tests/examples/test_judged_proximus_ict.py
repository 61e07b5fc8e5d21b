"""Proximus ICT held against what an inspector who read its policy would write today.

The key was made from the text alone. What a reader sees and no rule can stands in the register as observations.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import everything

from ropa.rules import RULES

NOW = date(2026, 11, 22)

EXPECTED = {
    # Whom to ask.
    "no-address-of-its-own": ("ROPA001", "parties.proximus-ict"),
    "address-with-spaces": ("ROPA152", "parties.dpo.contact"),
    # Legal bases.
    "one-of-the-following": ("ROPA101", "general.1"),
    "use-is-consent": ("ROPA109", "general.1.legal_bases.1"),
    "obligation-without-law": ("ROPA102", "general.1"),
    "answers-to-the-authority-by-which-law": (
        "ROPA102",
        "activities.privacyverzoeken.purposes.3.legal_bases.1",
    ),
    "newsletter-by-contract": ("ROPA110", "activities.nieuwsbrief.purposes.1.legal_bases.1"),
    "brochure-by-contract": ("ROPA110", "activities.direct-marketing.purposes.5.legal_bases.1"),
    "behaviour-by-contract": ("ROPA110", "activities.website.purposes.2.legal_bases.1"),
    "personal-services-by-contract": ("ROPA110", "activities.zakelijke-relaties.purposes.4.legal_bases.1"),
    "consent-not-shown": ("ROPA108", "activities.direct-marketing.purposes.6.legal_bases.1"),
    "consent-or-contract": ("ROPA123", "activities.direct-marketing"),
    "letter-without-consent": ("ROPA118", "activities.nieuwsbrief.purposes.1"),
    "promise-of-consent": ("ROPA121", "activities.direct-marketing.commitments.1"),
    # Purposes and data.
    "other-lawful-purposes": ("ROPA115", "general.1"),
    "a-better-experience": ("ROPA115", "activities.website.purposes.4"),
    "purposes-of-everything": ("ROPA117", "general.1"),
    "employees-without-data": ("ROPA001", "activities.evaluatie"),
    "wages-of-candidates": ("ROPA120", "activities.aanwerving"),
    "such-as": ("ROPA124", "activities.aanwerving"),
    "national-register-number": ("ROPA140", "activities.aanwerving"),
    "evaluated-without-screening": ("ROPA292", "activities.evaluatie"),
    "followed-without-screening": ("ROPA292", "activities.website"),
    "profiled-and-decided": ("ROPA237", "activities.website"),
    "what-others-give": ("ROPA231", "general.1"),
    # Who else.
    "third-parties": ("ROPA170", "parties.derden"),
    "role-of-those-instructed": ("ROPA003", "general.1.flows.op-instructie"),
    "role-of-the-partner": ("ROPA003", "activities.website.flows.communicatiepartner"),
    "contract-with-the-partner": ("ROPA230", "activities.website.flows.communicatiepartner"),
    # How long.
    "as-long-as-needed": ("ROPA240", "general.1.retention.1"),
    "by-another-policy": ("ROPA242", "general.1.retention.1"),
    "longer-by-which-law": ("ROPA241", "general.1.retention.1"),
    "candidates-how-long": ("ROPA004", "activities.aanwerving"),
    "customers-how-long": ("ROPA004", "activities.zakelijke-relaties"),
    # Security, rights, cookies, and the policy itself.
    "not-sealed-not-restored": ("ROPA255", ""),
    "not-tested": ("ROPA257", ""),
    "portability": ("ROPA261", ""),
    "after-a-form": ("ROPA264", "general.1.rights.exercise.11"),
    "consent-lives-on": ("ROPA264", "general.1.rights.exercise.12"),
    "set-your-browser": ("ROPA281", "activities.website.cookies.1"),
    "works-less-well": ("ROPA286", "activities.website.cookies.1"),
    "more-about-cookies-elsewhere": ("ROPA232", "notices.2"),
    "no-last-change": ("ROPA271", "notices.1"),
    "look-for-yourself": ("ROPA273", "notices.1"),
    "never-reviewed": ("ROPA157", ""),
}
PROVIDED = [
    "dpo-not-considered", "dpo-behind-a-shared-mailbox", "rights-not-recorded", "rights-without-contact", "right-at-a-cost",
    "reply-later-than-a-month", "complaint-without-authority", "complaint-only-afterwards", "authority-of-another-country",
    "transfer-without-ground", "destination-not-identified", "transfer-not-excluded", "place-not-recorded",
    "transfer-denied", "processor-without-agreement", "agreement-silent-on-processing", "legitimate-interest-not-stated",
    "legitimate-interest-not-balanced", "measures-vague", "data-without-retention", "obligation-to-give-data-not-recorded",
    "origin-of-data-not-recorded", "inquiry-listed-as-recipient", "notice-not-recorded", "cookie-without-purpose",
    "legal-basis-not-recorded",
]  # fmt: skip
"""What the policy gives: an officer, rights free and within a month, the authority, contracts, no data outside the Union."""
NOT_STATED = [
    "special-data-not-marked", "special-ground-not-recorded", "image-marked-as-biometric", "criminal-data-without-law",
    "suspicion-of-offences-not-marked", "children-consent-without-parents", "joint-controllers-without-arrangement",
    "privacy-shield-after-its-end", "clauses-out-of-use", "retention-below-statutory-minimum", "retention-above-maximum",
    "consent-in-employment", "automated-decision-without-ground", "assessment-mandatory", "public-body-without-dpo",
    "controller-outside-eea-without-representative", "sub-processor-not-authorised", "customer-not-named",
    "service-without-processor-record", "regulation-not-yet-applicable",
]  # fmt: skip
"""Faults of facts the policy does not speak of: photographs and marital status are no special data."""


@pytest.mark.parametrize("name", EXPECTED)
def test_expected(name: str) -> None:
    """Each line of the key has its finding."""
    assert EXPECTED[name] in {(one.code, one.where) for one in everything("proximus-ict", NOW)}


def test_nothing_that_the_policy_provides() -> None:
    """A rule does not fire on what is there, nor on what the text is silent about."""
    known = {one.name for one in RULES}
    never = [*PROVIDED, *NOT_STATED]

    assert known.issuperset(never)
    assert {one.name for one in everything("proximus-ict", NOW)}.isdisjoint(never)


def test_portability_is_the_one_right_that_is_not_given() -> None:
    """All the others are, the withdrawal of consent and the complaint too."""
    found = [one.article for one in everything("proximus-ict", NOW) if one.name == "right-not-provided"]

    assert found == ["20"]


def test_its_own_staff_is_no_recipient() -> None:
    """Employees have access on instructions: neither their role nor a contract with them is asked for."""
    assert not any(one.where.endswith("flows.eigen-werknemers") for one in everything("proximus-ict", NOW))


def test_nothing_is_missing_but_contact_and_employees() -> None:
    """Purposes, people, data, recipients, transfers, time limits and measures of all the others are there."""
    missing = {one.where for one in everything("proximus-ict", NOW) if one.name == "item-missing"}

    assert missing == {"parties.proximus-ict", "activities.evaluatie"}

"""Wolq held against what an inspector who read its text would write today.

The key was made from the text alone. What a reader sees and no rule can stands in the register as observations.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import everything

from ropa.rules import RULES

NOW = date(2026, 11, 22)

EXPECTED = {
    # Legal bases.
    "service-desk-on-two-bases": ("ROPA235", "activities.klantenservice.purposes.1"),
    "newsletter-on-two-bases": ("ROPA112", "activities.nieuwsbrief-en-e-mail.purposes.1"),
    "interest-not-balanced": ("ROPA104", "interests.persoonlijke-service"),
    "advertising-without-basis": ("ROPA100", "activities.gerichte-advertenties.purposes.1"),
    "reports-without-basis": ("ROPA100", "activities.interne-rapportages"),
    "fraud-by-which-law": ("ROPA102", "activities.fraude"),
    "invoices-by-which-law": ("ROPA102", "activities.administratie.purposes.1.legal_bases.1"),
    "contracts-by-which-law": ("ROPA102", "activities.abonnementen.purposes.2.legal_bases.1"),
    "suspected-of-fraud": ("ROPA233", "activities.fraude"),
    # Purposes that are occasions.
    "promotions": ("ROPA115", "activities.acties.purposes.1"),
    "social-media": ("ROPA115", "activities.sociale-media.purposes.1"),
    "visiting-the-site": ("ROPA115", "activities.websitebezoek.purposes.1"),
    "visiting-the-portals": ("ROPA115", "activities.portals.purposes.1"),
    "calls-for-what": ("ROPA001", "activities.telefoongesprekken"),
    # Data that nobody names.
    "orders-data": ("ROPA001", "activities.bestellingen"),
    "hosting-data": ("ROPA001", "activities.verhuur-en-hosting"),
    "service-desk-data": ("ROPA001", "activities.klantenservice"),
    "reviews-data": ("ROPA001", "activities.beoordelingen"),
    "portals-data": ("ROPA001", "activities.portals"),
    "promotions-data": ("ROPA001", "activities.acties"),
    "social-media-data": ("ROPA001", "activities.sociale-media"),
    "enrolment-data": ("ROPA001", "activities.inschrijvingen"),
    "customer-data": ("ROPA122", "activities.fraude.personal_data.1"),
    "where-interests-come-from": ("ROPA275", ""),
    # Who else.
    "suppliers": ("ROPA170", "parties.leveranciers"),
    "hired-helpers": ("ROPA170", "parties.dienstverleners"),
    "on-behalf-or-not": ("ROPA003", "general.2.flows.1"),
    "advertisers-on-behalf-or-not": ("ROPA003", "general.5.flows.1"),
    "cookie-makers": ("ROPA003", "activities.websitebezoek.flows.cookie-ontwikkelaars"),
    "contract-with-suppliers": ("ROPA230", "general.2.flows.1"),
    "contract-with-advertisers": ("ROPA230", "general.5.flows.1"),
    "only-if-needed": ("ROPA121", "general.1.commitments.1"),
    "hosting-for-customers": ("ROPA236", "parties.wolq"),
    # Out of the Union, now and then.
    "to-where": ("ROPA200", "general.1.transfers.1"),
    "which-ground": ("ROPA046", "general.1.transfers.1"),
    # How long.
    "no-longer-than-needed": ("ROPA240", "general.1.retention.1"),
    "invoices-which-law": ("ROPA241", "activities.administratie.retention.1"),
    "invoices-from-when": ("ROPA243", "activities.administratie.retention.1"),
    "contracts-from-when": ("ROPA243", "activities.abonnementen.retention.1"),
    "consents-from-when": ("ROPA243", "activities.toestemmingen.retention.1"),
    "calls-longer-by-which-law": ("ROPA241", "activities.telefoongesprekken.retention.1"),
    "contracts-which-duty": ("ROPA241", "activities.abonnementen.retention.1"),
    "reviews-how-long": ("ROPA004", "activities.beoordelingen"),
    "visits-how-long": ("ROPA004", "activities.websitebezoek"),
    # Profiling, security, rights, cookies, and the text itself.
    "profiled-and-decided": ("ROPA237", "activities.gerichte-advertenties"),
    "combined-without-screening": ("ROPA292", "activities.gerichte-advertenties"),
    "hard-measures": ("ROPA253", "general.1.security.1"),
    "no-point-of-article-32": ("ROPA255", ""),
    "not-tested": ("ROPA257", ""),
    "the-privacy-authority": ("ROPA266", "general.1.rights"),
    "officer-at-info": ("ROPA238", "parties.functionaris"),
    "cookies-without-asking": ("ROPA280", "activities.websitebezoek.cookies.1"),
    "cookies-what-for": ("ROPA284", "activities.websitebezoek.cookies.1"),
    "cookies-how-long": ("ROPA283", "activities.websitebezoek"),
    "undated": ("ROPA271", "notices.1"),
    "never-reviewed": ("ROPA157", ""),
}
PROVIDED = [
    "dpo-not-considered", "contact-without-channel", "single-contact-channel", "malformed-contact", "rights-not-recorded",
    "rights-without-contact", "right-at-a-cost", "right-limited", "consent-without-record", "consent-by-use",
    "legitimate-interest-not-stated", "period-without-ending", "data-without-retention", "inquiry-listed-as-recipient",
    "place-not-recorded", "retention-below-statutory-minimum", "retention-above-cited-minimum", "retention-unlimited",
    "opt-out-marketing-beside-opt-in-marketing", "notice-not-recorded", "source-contradicts-itself",
]  # fmt: skip
"""What the text gives: an officer, six rights free of charge, proof of consent, seven years that are long enough here."""
NOT_STATED = [
    "special-data-not-marked", "special-ground-not-recorded", "national-number-without-law", "criminal-data-without-law",
    "children-consent-without-parents", "joint-controllers-without-arrangement", "privacy-shield-after-its-end",
    "clauses-out-of-use", "consent-in-employment", "automated-decision-without-ground", "assessment-mandatory",
    "public-body-without-dpo", "controller-outside-eea-without-representative", "sub-processor-not-authorised",
    "processor-without-agreement", "regulation-not-yet-applicable", "system-without-flow",
]  # fmt: skip
"""Faults of facts the text does not speak of: what stands below it about Zoho is no part of it."""


@pytest.mark.parametrize("name", EXPECTED)
def test_expected(name: str) -> None:
    """Each line of the key has its finding."""
    assert EXPECTED[name] in {(one.code, one.where) for one in everything("wolq", NOW)}


def test_nothing_that_the_text_provides() -> None:
    """A rule does not fire on what is there, nor on what the text is silent about."""
    known = {one.name for one in RULES}
    never = [*PROVIDED, *NOT_STATED]

    assert known.issuperset(never)
    assert {one.name for one in everything("wolq", NOW)}.isdisjoint(never)


def test_rights_that_are_not_given() -> None:
    """Portability, and the withdrawal of a consent that is no newsletter's; all others are."""
    found = {
        one.article: one.message("nl") for one in everything("wolq", NOW) if one.name == "right-not-provided"
    }

    assert sorted(found) == ["20", "7(3)"]
    assert not {"Bestellen", "Nieuwsbrief"} & set(found["7(3)"].replace(";", " ").split())


def test_what_has_a_time_limit_of_its_own() -> None:
    """Calls, accounts, invoices, contracts and consents: nothing there is told to be said in general only."""
    only = {one.where.removeprefix("activities.") for one in everything("wolq", NOW) if one.code == "ROPA004"}

    assert only.isdisjoint(
        {"telefoongesprekken", "klantaccounts", "administratie", "abonnementen", "toestemmingen"}
    )


def test_calls_and_accounts_begin_somewhere() -> None:
    """Thirty days after the call, seven years without activity: both say from when."""
    begins = {one.where.split(".")[1] for one in everything("wolq", NOW) if one.code == "ROPA243"}

    assert begins == {"administratie", "abonnementen", "toestemmingen"}


def test_that_consent_was_given_needs_no_other_basis() -> None:
    """Keeping proof of consent is what Article 7(1) asks for."""
    assert not any(
        one.where.startswith("activities.toestemmingen.purposes") for one in everything("wolq", NOW)
    )

"""Qlinx held against what an inspector who read its statement would write, on the day the Regulation applied and today.

The key was made from the text alone. What a reader sees and no rule can stands in the register as observations.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import everything

from ropa.rules import RULES

THEN, NOW = date(2018, 5, 25), date(2026, 11, 22)

EXPECTED = {
    # For itself and on behalf of employers.
    "one-end-two-roles": ("ROPA167", "activities.in-opdracht"),
    "employers-not-named": ("ROPA166", "parties.opdrachtgevers"),
    "assignment-only": ("ROPA239", "activities.in-opdracht.flows.uitnodigingen"),
    "host-not-allowed": ("ROPA175", "activities.in-opdracht.flows.spango"),
    # Legal bases: hardly any.
    "service-without-basis": ("ROPA100", "activities.dienst"),
    "questions-without-basis": ("ROPA100", "activities.contact"),
    "customers-without-basis": ("ROPA100", "activities.relaties.purposes.1"),
    "marketing-without-basis": ("ROPA100", "activities.werving"),
    "security-without-basis": ("ROPA100", "activities.beveiliging.purposes.1"),
    "cookies-without-basis": ("ROPA100", "activities.cookies"),
    "own-rights-without-basis": ("ROPA100", "general.2"),
    "which-law": ("ROPA102", "general.2.purposes.2.legal_bases.1"),
    "which-interests": ("ROPA103", "interests.belangen"),
    "employer-asked": ("ROPA107", "activities.dienst.flows.media-ip.legal_bases.1"),
    "newsletter-consent-not-shown": ("ROPA108", "activities.nieuwsbrieven"),
    # What it says twice.
    "three-fields-or-four": ("ROPA123", "activities.dienst"),
    "no-metadata": ("ROPA121", "activities.dienst.commitments.1"),
    "anonymous-statistics": ("ROPA121", "activities.cookies.commitments.1"),
    "not-given-to-others": ("ROPA121", "general.2.commitments.1"),
    "nobody-but-the-host": ("ROPA123", "general.3"),
    # Who else gets data.
    "google-role": ("ROPA003", "activities.cookies.flows.google"),
    "google-where": ("ROPA173", "activities.cookies"),
    "google-tells-it": ("ROPA276", "activities.cookies.flows.google"),
    "host-without-contract": ("ROPA002", "general.3.flows.spango"),
    "host-where": ("ROPA173", "parties.spango"),
    "vague-third-parties": ("ROPA170", "parties.derden"),
    "business-handed-over": ("ROPA125", "general.2.flows.overdracht"),
    "acquirer-role": ("ROPA003", "general.2.flows.overdracht"),
    "linkedin": ("ROPA186", "systems.linkedin"),
    # Purposes, data, time limits.
    "contact-purpose": ("ROPA115", "activities.werving.purposes.3"),
    "legal-and-other-purposes": ("ROPA115", "general.2"),
    "and-so-on": ("ROPA124", "activities.relaties"),
    "such-as": ("ROPA124", "activities.contact"),
    "where-from": ("ROPA275", "activities.werving"),
    "no-longer-than-necessary": ("ROPA240", "general.1.retention.1"),
    "no-term-for-prospects": ("ROPA004", "activities.werving"),
    "no-term-for-newsletters": ("ROPA004", "activities.nieuwsbrieven"),
    "no-term-for-questions": ("ROPA004", "activities.contact"),
    "no-term-for-addresses": ("ROPA004", "activities.beveiliging"),
    # Security, rights, cookies.
    "not-encrypted-not-restored": ("ROPA255", ""),
    "not-tested": ("ROPA257", ""),
    "erasure-unless": ("ROPA264", "general.1.rights.exercise.3"),
    "counted-without-asking": ("ROPA280", "activities.cookies.cookies.2"),
    "lifetimes": ("ROPA283", "activities.cookies"),
    "refuse-in-the-browser": ("ROPA296", "activities.cookies"),
}
SINCE = {"statement-of-2018": ("ROPA272", "notices.1"), "never-reviewed": ("ROPA157", "")}
PROVIDED = [
    "item-missing", "contact-without-channel", "single-contact-channel", "malformed-contact", "notice-undated",
    "changes-told-by-publication-only", "rights-not-recorded", "right-not-provided", "rights-without-contact",
    "right-at-a-cost", "reply-later-than-a-month", "complaint-without-authority", "complaint-only-afterwards",
    "authority-of-another-country", "obligation-to-give-data-not-recorded", "special-data-weakly-protected",
    "measures-vague", "erasure-only-on-request", "retention-unlimited", "retention-in-another-document",
    "cookie-wall", "cookie-without-purpose", "opt-out-marketing-beside-opt-in-marketing", "source-without-flow",
    "refusing-cookie-breaks-service",
]  # fmt: skip
"""What the statement gives, or gives no occasion for."""
NOT_STATED = [
    "regulation-not-yet-applicable", "destination-not-identified", "transfer-without-ground",
    "privacy-shield-after-its-end", "adequacy-not-in-force", "grounds-undecided", "clauses-not-identified",
    "clauses-of-an-older-source", "image-marked-as-biometric", "special-data-not-marked",
    "criminal-data-without-law", "national-number-without-law", "children-consent-without-parents",
    "automated-decision-without-ground", "assessment-mandatory", "public-body-without-dpo",
    "controller-outside-eea-without-representative", "joint-controllers-without-arrangement", "contract-with-others",
]  # fmt: skip
"""Faults of facts the statement does not speak of."""


@pytest.mark.parametrize("on", [THEN, NOW])
@pytest.mark.parametrize("name", EXPECTED)
def test_expected(name: str, on: date) -> None:
    """Each line of the key has its finding on both days."""
    assert EXPECTED[name] in {(one.code, one.where) for one in everything("qlinx", on)}


@pytest.mark.parametrize("name", SINCE)
def test_expected_since(name: str) -> None:
    """What was in order in 2018, and is no longer."""
    then, now = ({(one.code, one.where) for one in everything("qlinx", on)} for on in (THEN, NOW))

    assert SINCE[name] in now - then


@pytest.mark.parametrize("on", [THEN, NOW])
def test_nothing_that_the_statement_provides(on: date) -> None:
    """A rule does not fire on what is there, nor on what the text is silent about."""
    assert {one.name for one in RULES}.issuperset([*PROVIDED, *NOT_STATED])
    assert {one.name for one in everything("qlinx", on)}.isdisjoint([*PROVIDED, *NOT_STATED])


def test_what_is_kept_of_the_account() -> None:
    """It goes with the contract of the employer: the service has a time limit of its own."""
    assert ("only-in-general", "activities.dienst") not in {
        (one.name, one.where) for one in everything("qlinx", NOW)
    }


def test_who_orders_is_no_recipient() -> None:
    """A court or authority may order disclosure; that it receives anything is not said, and so not asked about."""
    assert "inquiry-listed-as-recipient" not in {one.name for one in everything("qlinx", NOW)}

"""Qlix held against what an inspector who read its statement would write, on a day of its month and today.

The key was made from the text alone. What a reader sees and no rule can stands in the register as observations.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import everything

from ropa.rules import RULES

THEN, NOW = date(2018, 9, 30), date(2026, 11, 22)

EXPECTED = {
    # Legal bases: a menu of four, a law and an interest without a name.
    "bases-not-allocated": ("ROPA101", "general.rechtsgronden"),
    "obligation-without-law": ("ROPA102", "general.rechtsgronden.legal_bases_any_of.3"),
    "interest-not-said": ("ROPA103", "general.rechtsgronden.legal_bases_any_of.4"),
    "interest-not-balanced": ("ROPA104", "general.rechtsgronden.legal_bases_any_of.4"),
    "app-consent-not-shown": ("ROPA108", "activities.app.purposes.1.legal_bases.1"),
    "contest-consent-not-shown": ("ROPA108", "activities.evenementen.purposes.4.legal_bases.1"),
    "site-without-basis": ("ROPA100", "activities.website"),
    # Membership of a union.
    "members-without-ground": ("ROPA130", "activities.leden"),
    "list-reveals": ("ROPA131", "activities.leden"),
    "explicit-consent-for-what": ("ROPA147", "general.rechtsgronden.special_grounds_any_of.1"),
    "members-told-to-payers": ("ROPA133", "activities.leden.flows.op-verzoek"),
    "weakly-protected": ("ROPA256", "activities.leden"),
    "no-officer": ("ROPA156", "parties.qlix"),
    "no-screening": ("ROPA292", "activities.leden"),
    # Who else gets data.
    "payers-own-ends": ("ROPA119", "activities.leden.flows.betaling"),
    "payers-role": ("ROPA003", "activities.leden.flows.betaling"),
    "not-given-to-others": ("ROPA121", "general.alles.commitments.2"),
    "used-for-nothing-else": ("ROPA121", "activities.leden.commitments.1"),
    "two-stories": ("ROPA123", "general.alles"),
    "vague-third-parties": ("ROPA170", "parties.betrokken-derden"),
    "vague-hired-parties": ("ROPA170", "parties.ingehuurde-derden"),
    "partners-role": ("ROPA003", "general.alles.flows.partners"),
    "contracts-if-needed": ("ROPA178", "agreements.bewerkersovereenkomsten"),
    "embedded-role": ("ROPA003", "activities.website.flows.externe-bronnen"),
    "no-bank": ("ROPA234", "activities.leden.purposes.4"),
    # Out of the Union.
    "where-is-genkgo": ("ROPA173", "parties.genkgo"),
    "where-are-the-embedded": ("ROPA173", "activities.website"),
    "to-where": ("ROPA200", "general.alles.transfers.1"),
    "which-ground": ("ROPA223", "general.alles.transfers.1"),
    "similar-rules": ("ROPA198", "general.alles.transfers.1"),
    # What is kept, of whom, how long.
    "advice-data": ("ROPA001", "activities.advies"),
    "offers-data": ("ROPA001", "activities.aanbiedingen"),
    "contest-data": ("ROPA001", "activities.evenementen"),
    "such-as": ("ROPA124", "activities.leden"),
    "certain-data": ("ROPA122", "activities.app"),
    "user-information": ("ROPA122", "activities.leden.personal_data.9"),
    "as-long-as-needed": ("ROPA240", "general.alles.retention.1"),
    "copies-some-time": ("ROPA240", "general.alles.retention.back-ups"),
    "erased-if-asked": ("ROPA252", "general.alles.retention.2"),
    "one-term-for-members": ("ROPA004", "activities.leden"),
    "no-term-for-subscribers": ("ROPA004", "activities.aanvragen"),
    "no-term-for-contests": ("ROPA004", "activities.evenementen"),
    # Security in two words.
    "measures-vague": ("ROPA253", "general.alles.security.1"),
    "not-tested": ("ROPA257", ""),
    # Rights, marketing, cookies.
    "restriction-and-objection": ("ROPA261", ""),
    "authority-misnamed": ("ROPA266", "general.alles.rights"),
    "complaint-afterwards": ("ROPA269", "general.alles.rights"),
    "until-one-signs-off": ("ROPA118", "activities.aanbiedingen.purposes.1"),
    "counted-without-asking": ("ROPA280", "activities.website.cookies.3"),
    "others-without-asking": ("ROPA280", "activities.website.cookies.4"),
    "ask-those-others": ("ROPA276", "activities.website.cookies.4"),
    "lifetimes": ("ROPA283", "activities.website"),
    "refuse-in-the-browser": ("ROPA296", "activities.website"),
}
SINCE = {
    "shield-fallen": ("ROPA201", "general.alles.transfers.1"),
    "clauses-of-before": ("ROPA199", "general.alles.transfers.1"),
    "statement-of-2018": ("ROPA272", "notices.1"),
    "never-reviewed": ("ROPA157", ""),
}
PROVIDED = [
    "contact-without-channel", "single-contact-channel", "notice-undated", "changes-told-by-publication-only",
    "rights-not-recorded", "rights-without-contact", "right-at-a-cost", "reply-later-than-a-month", "right-limited",
    "copy-of-identity-document-asked", "authority-of-another-country", "obligation-to-give-data-not-recorded",
    "origin-of-data-not-recorded", "special-data-not-marked", "special-ground-of-another-body", "cookie-wall",
    "cookie-without-purpose", "embedded-content-without-consent", "retention-in-another-document",
    "measures-in-another-document", "retention-unlimited", "law-of-a-third-country", "point-of-article-32-not-covered",
]  # fmt: skip
"""What the statement gives, or gives no occasion for."""
NOT_STATED = [
    "transfer-without-ground", "adequacy-not-in-force", "safe-harbour-after-its-end", "listing-not-recorded",
    "clauses-out-of-use", "sub-processor-not-authorised", "assessment-mandatory", "automated-decision-without-ground",
    "criminal-data-without-law", "national-number-without-law", "children-consent-without-parents",
    "controller-outside-eea-without-representative", "public-body-without-dpo", "consent-in-employment",
    "joint-controllers-without-arrangement", "regulation-not-yet-applicable", "disclosure-without-legal-basis",
]  # fmt: skip
"""Faults of facts the statement does not speak of."""


@pytest.mark.parametrize("on", [THEN, NOW])
@pytest.mark.parametrize("name", EXPECTED)
def test_expected(name: str, on: date) -> None:
    """Each line of the key has its finding on both days."""
    assert EXPECTED[name] in {(one.code, one.where) for one in everything("qlix", on)}


@pytest.mark.parametrize("name", SINCE)
def test_expected_since(name: str) -> None:
    """What was in order in 2018, and is no longer."""
    then, now = ({(one.code, one.where) for one in everything("qlix", on)} for on in (THEN, NOW))

    assert SINCE[name] in now - then


@pytest.mark.parametrize("on", [THEN, NOW])
def test_nothing_that_the_statement_provides(on: date) -> None:
    """A rule does not fire on what is there, nor on what the text is silent about."""
    assert {one.name for one in RULES}.issuperset([*PROVIDED, *NOT_STATED])
    assert {one.name for one in everything("qlix", on)}.isdisjoint([*PROVIDED, *NOT_STATED])


def test_what_is_given_of_the_rights() -> None:
    """Access, rectification, erasure, portability, withdrawal and complaint are given: restriction and objection are not."""
    found = [one.article for one in everything("qlix", NOW) if one.name == "right-not-provided"]

    assert sorted(found) == ["18", "21"]


def test_what_is_given_of_the_members() -> None:
    """Purposes, people, data, recipients and a time limit of some kind: nothing of Article 30(1) is missing there."""
    missing = {one.where for one in everything("qlix", NOW) if one.name == "item-missing"}

    assert missing == {"activities.advies", "activities.aanbiedingen", "activities.evenementen"}

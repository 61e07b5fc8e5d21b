"""Qooqie held against what an inspector who read its statement would write today.

The key was made from the text alone. What a reader sees and no rule can stands in the register as observations.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import everything

from ropa.rules import RULES

NOW = date(2026, 11, 22)

EXPECTED = {
    # Purposes without a basis, a list that is open, and words that say little.
    "eight-purposes-no-basis": ("ROPA100", "activities.klantgegevens"),
    "administrative-duties": ("ROPA115", "activities.klantgegevens.purposes.7"),
    "such-as": ("ROPA124", "activities.klantgegevens"),
    "consent-to-newsletters-not-shown": ("ROPA108", "activities.nieuwsbrieven.purposes.1.legal_bases.1"),
    "collects-without-a-bank": ("ROPA234", "activities.klantgegevens.purposes.4"),
    # How long: not a word, but for the mailing list.
    "no-time-limit": ("ROPA001", "activities.klantgegevens"),
    # Others who get data.
    "third-parties": ("ROPA170", "parties.derden"),
    "role-of-the-engaged": ("ROPA003", "activities.klantgegevens.flows.uitbesteed"),
    "role-of-third-parties": ("ROPA003", "general.1.flows.nodig-voor-de-dienst"),
    "contract-with-the-engaged": ("ROPA230", "activities.klantgegevens.flows.uitbesteed"),
    "certain-data-for-them": ("ROPA231", "activities.klantgegevens.flows.uitbesteed"),
    "where-they-are": ("ROPA173", ""),
    "exceptions-without-basis": ("ROPA229", "general.1"),
    "suspected-of-fraud": ("ROPA233", "general.1.flows.verdenking"),
    # What it does for its customers.
    "general-terms-for-a-contract": ("ROPA239", "activities.calltracking.flows.qooqie"),
    "customers-by-category": ("ROPA166", "parties.klanten"),
    "follows-calls-no-officer": ("ROPA156", "parties.qooqie"),
    # Security in general words.
    "measures-vague": ("ROPA253", "general.2.security.1"),
    "not-sealed-not-restored": ("ROPA255", ""),
    "not-tested": ("ROPA257", ""),
    "who-runs-the-safe-place": ("ROPA295", ""),
    # Rights, and what people are told.
    "erased-if-wrong": ("ROPA264", "general.1.rights.exercise.3"),
    "objection": ("ROPA261", "activities.klantgegevens"),
    "which-data-are-needed": ("ROPA274", ""),
    "undated": ("ROPA271", "notices.1"),
    "changes-on-the-site": ("ROPA273", "notices.1"),
    "cookies-elsewhere": ("ROPA232", "notices.2"),
    "never-reviewed": ("ROPA157", ""),
}
RIGHTS = ["18", "20", "21", "77"]
"""Restriction, portability, objection and the complaint are nowhere; access, rectification and erasure are given."""
PROVIDED = [
    "processor-without-agreement", "joint-controllers-without-arrangement", "retention-vague",
    "contact-without-channel", "single-contact-channel", "malformed-contact", "rights-not-recorded",
    "rights-without-contact", "consent-by-use", "consent-in-employment", "measures-in-another-document",
    "retention-in-another-document", "promise-contradicted", "opt-out-marketing-beside-opt-in-marketing",
    "bases-that-exclude-each-other", "source-contradicts-itself", "notice-not-recorded", "processor-with-own-purposes",
    "origin-of-data-not-recorded", "inquiry-listed-as-recipient",
]  # fmt: skip
"""What the statement gives: terms for work on behalf of customers, who are the controllers; two ways to unsubscribe."""
NOT_STATED = [
    "transfer-without-ground", "destination-not-identified", "transfer-not-excluded", "privacy-shield-after-its-end",
    "clauses-out-of-use", "special-data-not-marked", "special-ground-not-recorded", "national-number-without-law",
    "criminal-data-without-law", "children-consent-without-parents", "sub-processor-not-authorised",
    "assessment-mandatory", "automated-decision-without-ground", "public-body-without-dpo", "regulation-not-yet-applicable",
    "controller-outside-eea-without-representative", "retention-below-statutory-minimum", "cookie-without-consent",
    "contract-for-other-ends", "contract-with-others", "legal-basis-without-law",
]  # fmt: skip
"""Faults of facts the statement does not speak of."""


@pytest.mark.parametrize("name", EXPECTED)
def test_expected(name: str) -> None:
    """Each line of the key has its finding."""
    assert EXPECTED[name] in {(one.code, one.where) for one in everything("qooqie", NOW)}


def test_rights_that_are_not_given() -> None:
    """And no other right is said to be missing."""
    found = [one.article for one in everything("qooqie", NOW) if one.name == "right-not-provided"]

    assert sorted(found) == RIGHTS


def test_nothing_that_the_statement_provides() -> None:
    """A rule does not fire on what is there, nor on what the text is silent about."""
    known = {one.name for one in RULES}
    never = [*PROVIDED, *NOT_STATED]

    assert known.issuperset(never)
    assert {one.name for one in everything("qooqie", NOW)}.isdisjoint(never)


def test_the_work_for_customers_is_asked_nothing_else() -> None:
    """A processor is not asked for purposes, bases or time limits: its contract and its customers are all."""
    found = {one.name for one in everything("qooqie", NOW) if one.where.startswith("activities.calltracking")}

    assert found == {"agreement-silent-on-processing"}


def test_nothing_is_missing_but_the_time_limit() -> None:
    """Purposes, people, data, recipients and measures are there; the newsletter has its limit too."""
    missing = {(one.where, one.article) for one in everything("qooqie", NOW) if one.name == "item-missing"}

    assert missing == {("activities.klantgegevens", "30(1)(f)")}

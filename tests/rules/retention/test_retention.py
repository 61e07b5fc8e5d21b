"""Rules about how long data are kept: where they hold their tongue, by which words, and on which day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import asked, places

from ropa.rules import RULES
from ropa.rules.span import days, shorter

HERE = "activities.a.retention.1"
WARNING = [(HERE, "warning")]


def kept(name: str, retention: Any, on: date = date(2026, 11, 21), country: str = "", **facts: Any) -> Any:
    bakery = {"key": "bakery", **({"country": country} if country else {})}
    activity = {"key": "a", "retention": retention, **facts}
    return places(name, on, parties=[bakery], activities=[activity])


@pytest.mark.parametrize(
    "words",
    [
        "We keep them as long as is necessary",
        "ZOLANG ALS NODIG",
        "Zolang dit noodzakelijk is voor het doel",
        "Aussi longtemps que nécessaire",
        "Solange erforderlich",
        {"criterion": {"nl": "Tot het brood op is", "en": "No longer than necessary"}},
    ],
)
def test_vague(words: Any) -> None:
    """In four languages, whatever the case."""
    assert kept("retention-vague", words) == WARNING


@pytest.mark.parametrize(
    "retention",
    [
        "Until the customer closes the account",
        "Zolang het lidmaatschap duurt",
        {"period": "P2Y", "criterion": "No longer than necessary"},
        {"criterion": "As long as necessary", "valid_until": "2026-11-20"},
        {"criterion": "Zo spoedig mogelijk", "starts": "unsubscribe"},
    ],
)
def test_not_vague(retention: Any) -> None:
    """A criterion that can be applied, a period, what no longer holds."""
    assert kept("retention-vague", retention) == []


def test_vague_in_general() -> None:
    """One finding for all that it covers; none where each of them has a period besides."""
    facts = {"general": [{"retention": "As long as necessary"}]}
    without = [{"key": "a"}, {"key": "b", "retention": "P1Y"}]

    assert places("retention-vague", activities=without, **facts) == [("general.1.retention.1", "warning")]
    assert places("retention-vague", activities=without[1:], **facts) == []


@pytest.mark.parametrize(
    ("retention", "flagged"),
    [
        ("De wettelijke bewaartermijn", True),
        ({"period": "P1M", "unless": "A legal obligation asks for longer"}, True),
        ({"period": "P7Y", "law": "De wet"}, True),
        ({"period": "P7Y", "law": "Een plicht, niet nader genoemd"}, True),
        ({"criterion": "De wettelijke bewaartermijn", "law": "AWR art. 52"}, False),
        ({"period": "P1M", "law": "Wet van 21 maart 2007", "unless": "Een wettelijke plicht"}, False),
        ({"period": "P7Y", "law": {"nl": "Wet van 12 april 1965", "fr": "Loi du 12 avril 1965"}}, False),
    ],
)
def test_law(retention: Any, flagged: bool) -> None:
    """A law by its name is one; "the law" is none."""
    assert kept("statutory-period-without-law", retention) == (WARNING if flagged else [])


def test_document_that_the_register_holds() -> None:
    """A document among the sources or the notices was read; a schedule named in passing was not."""
    activity = {"key": "a", "retention": {"criterion": "By kind", "reference": "The Retention Policy, § 3"}}
    held = [{"key": "policy", "title": "Retention policy"}]

    assert places("retention-in-another-document", activities=[activity]) == WARNING
    assert places("retention-in-another-document", activities=[activity], sources=held) == []
    assert places("retention-in-another-document", activities=[activity], notices=held) == []
    assert kept("retention-in-another-document", "Volgens het bewaarbeleid") == WARNING


def test_start_and_ending() -> None:
    """Asked of periods only, and not where it is said why there is none."""
    unknown = {"starts": {"unknown": "Asked the baker"}, "then": {"unknown": "Asked the baker"}}
    for name in ("period-without-start", "period-without-ending"):
        assert kept(name, "Until the cake is eaten") == []
        assert kept(name, {"period": "P1Y", "absences": unknown}) == []
        assert len(kept(name, "P1Y")) == 1


def test_left_out() -> None:
    """A limit for all the data leaves none out; where there is no limit at all, that is another finding."""
    limit = {"period": "P7Y", "covers": "brood"}
    data = ["brood", "name"]

    assert kept("data-without-retention", limit, personal_data=data) == [("activities.a", "warning")]
    assert kept("data-without-retention", limit, personal_data=["brood"]) == []
    assert kept("data-without-retention", [limit, "P1Y"], personal_data=data) == []
    assert kept("data-without-retention", (), personal_data=data) == []


def test_unlimited() -> None:
    """Not where it is denied, where a law asks for it, or where it is an archive."""
    for words in ("Permanent", "Voor onbepaalde tijd", "Durée illimitée", "Unbefristet"):
        assert kept("retention-unlimited", words) == WARNING
    for fine in (
        "Niet onbeperkt",
        {"criterion": "Forever", "law": "Archives Act s. 1"},
        {"criterion": "Forever", "then": "public-archive"},
    ):
        assert kept("retention-unlimited", fine) == []


class TestNationalLaw:
    """By the law of the country the holder is established in, on the day."""

    MINIMUM = "retention-below-statutory-minimum"
    MAXIMUM = "retention-above-maximum"

    def test_country(self) -> None:
        """Seven years do in the Netherlands, not in Belgium; where no country is on record nothing is said."""
        for country, expected in (("BE", WARNING), ("FR", WARNING), ("NL", []), ("IE", []), ("", [])):
            assert kept(self.MINIMUM, "P7Y", country=country, personal_data="invoices") == expected

    def test_day(self) -> None:
        """Belgium asks for ten years from 2023 on, and asked for seven the day before."""
        for on, expected in ((date(2022, 12, 31), []), (date(2023, 1, 1), WARNING)):
            assert kept(self.MINIMUM, "P7Y", on, "BE", personal_data="invoices") == expected

    def test_kept_longer_elsewhere(self) -> None:
        """A copy that goes earlier is no fault."""
        activities = [
            {"key": "shop", "personal_data": "invoices", "retention": "P1Y"},
            {"key": "books", "personal_data": "invoices", "retention": "P10Y"},
        ]
        assert places(self.MINIMUM, parties=[{"key": "bakery", "country": "BE"}], activities=activities) == []

    def test_banks(self) -> None:
        """German banks and insurers keep ten years, others eight."""
        for services, expected in ((["bank"], WARNING), ([], [])):
            party = {"key": "bakery", "country": "DE", "services": services}
            activity = {"key": "a", "personal_data": "invoices", "retention": "P8Y"}
            assert places(self.MINIMUM, parties=[party], activities=[activity]) == expected

    def test_guideline(self) -> None:
        """What a supervisor recommends is a note; with consent it is a year; four weeks and a month are alike."""
        dutch = {"country": "NL", "data_subjects": "applicants", "personal_data": "cv"}

        assert kept(self.MAXIMUM, {"period": "P3M", "starts": "rejection"}, **dutch) == [(HERE, "note")]
        assert kept(self.MAXIMUM, {"period": "P1Y", "starts": "consent-given"}, **dutch) == []
        assert kept(self.MAXIMUM, {"period": "P3M", "when": "The applicant agrees"}, **dutch) == []
        assert kept(self.MAXIMUM, "P1M", **dutch) == []
        assert kept(self.MAXIMUM, "P3M", **{**dutch, "data_subjects": ["applicants", "customers"]}) == []

    def test_memory_is_off(self) -> None:
        """What was not read in a source makes no finding: German applicants, Dutch cameras."""
        assert kept(self.MAXIMUM, "P5Y", country="DE", data_subjects="applicants", personal_data="cv") == []
        assert kept(self.MAXIMUM, "P5Y", country="NL", personal_data="camera-images") == []

    def test_longer_than_cited(self) -> None:
        """Only where that law is cited, and no further reason is given."""
        name, data = "retention-above-cited-minimum", {"country": "NL", "personal_data": "invoices"}

        assert kept(name, {"period": "P12Y", "law": "Artikel 52 AWR"}, **data) == [(HERE, "note")]
        assert kept(name, {"period": "P12Y", "law": "Artikel 3 Broodwet"}, **data) == []
        assert (
            kept(name, {"period": "P12Y", "law": "Artikel 52 AWR", "note": "Immovable property"}, **data)
            == []
        )


def test_spans() -> None:
    """A month has 28 to 31 days, and what may be equal is not shorter."""
    assert days("P1M") == (28, 31)
    assert days("P2M") == (58, 62)
    assert shorter("P1M", "P32D")
    assert not shorter("P1M", "P31D")
    assert not shorter("P12M", "P1Y")


def test_contradiction() -> None:
    """Other data, another start, condition or place, or a contradiction that the register marks: none of it is one."""

    def found(**other: Any) -> Any:
        one = {"key": "one", "period": "P2Y", "starts": "delivery"}
        return kept(
            "retentions-contradict",
            [one, {**one, "period": "P5Y", **other, "key": "two"}],
            personal_data="name",
        )

    assert found() == [("activities.a.retention.two", "warning")]
    assert found(period="24 months") == found(starts="payment") == found(when="In a dispute") == []
    assert found(where="Back-ups") == found(covers="name") == found(then="erase") == []
    assert found(evidence={"at": "L1", "reading": "contradicted"}) == []


def test_other_controllers_and_days() -> None:
    """What another answers for, and an activity that has ended, are not looked at by any of them."""
    theme = [one.name for one in RULES if one.theme == "retention"]
    theirs = {
        "key": "theirs",
        "controllers": "cafe",
        "retention": "As long as necessary",
        "personal_data": "name",
    }
    ended = {"key": "ended", "valid_until": "2026-11-20", "retention": "Forever, by the statutory period"}
    parties = [{"key": "bakery"}, {"key": "cafe"}]

    assert len(theme) == 13
    assert all(asked(name, parties=parties, activities=[theirs, ended]) == () for name in theme)

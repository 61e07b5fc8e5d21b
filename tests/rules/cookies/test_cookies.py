"""Rules about cookies: which wait for consent, what counts as consent, and who else reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import places

HERE = "activities.a.cookies.1"
PARTIES = [{"key": "bakery"}, {"key": "host"}, {"key": "other"}]


def cookie(name: str, on: date = date(2026, 11, 21), **facts: Any) -> Any:
    activity = {"key": "a", "cookies": facts, "flows": {"recipient": "host", "role": "processor"}}
    return places(name, on, parties=PARTIES, activities=[activity])


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"kind": "advertising", "consent": "not-asked"}, "error"),
        ({"kind": "advertising", "consent": "not-asked", "possible": True}, "warning"),
        ({"kind": "advertising"}, "warning"),
        ({"kind": "analytical", "consent": "none"}, "warning"),
        ({"kind": "analytical", "consent": "given-by-choice"}, ""),
        ({"kind": "functional", "consent": "not-asked"}, ""),
        ({"kind": "functional", "set_by": "other"}, ""),
        ({"purpose": "Bezoekersstatistieken bijhouden"}, "warning"),
        ({"purpose": "Remembers the cart"}, ""),
        ({"purpose": "Remembers the cart", "read_by": "other"}, "warning"),
        ({"purpose": "Remembers the cart", "set_by": "host"}, ""),
        ({"purpose": "Remembers the cart", "set_by": "bakery"}, ""),
        ({"kind": "advertising", "valid_until": "2026-11-20"}, ""),
    ],
)
def test_consent(facts: dict[str, Any], level: str) -> None:
    """Certain only where it stands there; statistics may be excepted; the holder's own processor is no other."""
    assert cookie("cookie-without-consent", **facts) == ([(HERE, level)] if level else [])


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"kind": "advertising", "consent": "given-by-settings"}, "error"),
        ({"kind": "advertising", "consent": "By continuing to use the site you agree"}, "warning"),
        ({"kind": "functional", "consent": "given-by-use"}, ""),
        ({"kind": "advertising", "consent": "A button"}, ""),
        ({"kind": "advertising"}, ""),
    ],
)
def test_assumed(facts: dict[str, Any], level: str) -> None:
    """Silence is no consent, and where none is needed it does no harm."""
    assert cookie("consent-by-continued-use", **facts) == ([(HERE, level)] if level else [])


def test_refusing() -> None:
    """To be kept out is one thing, to miss a function another; cookies that are needed may be missed."""
    wall, less = "cookie-wall", "refusing-cookie-breaks-service"

    assert cookie(wall, kind="advertising", refuse="Dan is er geen toegang") == [(HERE, "warning")]
    assert cookie(wall, kind="advertising", refuse="Bepaalde functies werken niet") == []
    assert cookie(less, kind="advertising", refuse="Bepaalde functies werken niet") == [(HERE, "note")]
    assert cookie(less, kind="login", refuse="Bepaalde functies werken niet") == []
    assert cookie(less, kind="advertising", refuse="In de instellingen") == []


def test_lifetime_and_purpose() -> None:
    """One note for the activity; words are a lifetime too; a kind tells what a cookie is for."""
    several = [{"kind": "analytical", "name": str(number)} for number in range(30)]

    assert places("cookie-lifetime-not-recorded", activities=[{"key": "a", "cookies": several}]) == [
        ("activities.a", "note")
    ]
    assert cookie("cookie-lifetime-not-recorded", kind="language", lifetime="Until the browser closes") == []
    assert cookie("cookie-without-purpose", kind="language") == []
    assert cookie("cookie-without-purpose", kind="third-party") == [(HERE, "warning")]


@pytest.mark.parametrize(
    ("country", "on", "flagged"),
    [
        ("IN", date(2026, 11, 21), True),
        ("NL", date(2026, 11, 21), False),
        ("CH", date(2026, 11, 21), False),
        ("US", date(2026, 11, 21), True),
        ("GB", date(2020, 12, 31), False),
        (None, date(2026, 11, 21), False),
    ],
)
def test_third_country(country: str | None, on: date, flagged: bool) -> None:
    """By the country on record and on the day: a decision for a whole country is enough, one for a list is not."""
    parties = [{"key": "bakery"}, {"key": "other", "country": country}]
    activity = {"key": "a", "cookies": {"kind": "analytical", "set_by": "other"}}
    found = places("cookie-of-third-country-without-flow", on, parties=parties, activities=[activity])
    assert found == ([(HERE, "warning")] if flagged else [])


def test_embedded() -> None:
    """From visitors of a site, to a platform that is no processor, without a cookie of it or consent."""
    parties = [{"key": "bakery"}, {"key": "films", "services": "video-platform"}]

    def found(flow: dict[str, Any], **facts: Any) -> Any:
        sent = {"sender": "data-subjects", "recipient": "films", **flow}
        activity = {"key": "a", "data_subjects": "website-visitors", "flows": sent, **facts}
        return places("embedded-content-without-consent", parties=parties, activities=[activity])

    assert found({}) == [("activities.a.flows.films", "warning")]
    assert found({"role": "processor"}) == found({"sender": "bakery"}) == []
    assert found({}, data_subjects="customers") == []
    assert found({}, purposes={"text": "Films", "legal_bases": "consent"}) == []
    assert found({}, cookies={"kind": "third-party", "set_by": "films"}) == []

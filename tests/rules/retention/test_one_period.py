"""One period for all data: only where the law of the holder's country sets one for some of them, of these people."""

from __future__ import annotations

from typing import Any

from tests.rules.asking import asked

NAME = "one-period-for-different-data"


def told(country: str, retention: Any, *data: str, **facts: Any) -> list[str]:
    parties = [{"key": "bakery", **({"country": country} if country else {})}]
    activity = {"key": "a", "retention": retention, "personal_data": list(data), **facts}
    return [one.message() for one in asked(NAME, parties=parties, activities=[activity])]


def test_some_of_the_data() -> None:
    """Not where all of them have a period in law, none of them has, or a limit says for which it is."""
    assert told("NL", "P7Y", "name", "email") == []
    assert told("NL", "P7Y", "invoices", "transactions") == []
    assert told("NL", ["P7Y", {"criterion": "Later", "covers": "name"}], "invoices", "name") == []

    (said,) = told("NL", "P7Y", "invoices", "name")
    assert "(AWR, artikel 52) has its own for: invoice details" in said


def test_country() -> None:
    """The law of another country says nothing, nor does that of a country that is not recorded."""
    for country in ("IE", "FR", ""):
        assert told(country, "P10D", "identity-document", "name", data_subjects="employees") == []
    assert told("IE", "P7Y", "invoices", "name") == []


def test_whose_data() -> None:
    """A law about employees is none about voters."""
    assert told("NL", "P5Y", "identity-document", "name", data_subjects="voters") == []
    assert len(told("NL", "P5Y", "identity-document", "name", data_subjects=["voters", "employees"])) == 1


def test_recommendations_are_no_law() -> None:
    """What a supervisor recommends for camera images in the Netherlands is no period of the law."""
    assert told("NL", "P4W", "camera-images", "name") == []


def test_a_law_of_its_own() -> None:
    """A period that names the law it follows is left alone; one that names none is not."""
    assert told("NL", {"period": "P10D", "law": "Kieswet, artikel D 2"}, "invoices", "name") == []
    assert len(told("NL", {"period": "P7Y", "law": "wettelijke verplichting"}, "invoices", "name")) == 1

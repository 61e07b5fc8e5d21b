"""Rules about security: what is a description and what is not, whose measures count, and on which day."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.asking import asked, places


def secured(name: str, *security: Any, **facts: Any) -> Any:
    return places(name, activities=[{"key": "a", "security": list(security), **facts}])


@pytest.mark.parametrize(
    "words",
    [
        "Passende technische en organisatorische maatregelen",
        "Appropriate measures",
        "ISO",
        "Mesures techniques et organisationnelles appropriées",
        "Geeignete technische und organisatorische Maßnahmen",
        "Altijd harde beveiligingsmaatregelen",
    ],
)
def test_vague(words: str) -> None:
    """In four languages, at the first of them."""
    assert secured("measures-vague", words) == [("activities.a.security.1", "warning")]


@pytest.mark.parametrize(
    "security",
    [
        ["Appropriate measures such as encrypted disks"],
        ["Passende maatregelen", "Wachtwoorden worden elk jaar vervangen"],
        [{"text": "Passende maatregelen", "conforms_to": "NEN 7510"}],
        ["backup"],
        ["Only the owner has access"],
        [],
    ],
)
def test_not_vague(security: list[Any]) -> None:
    """One measure that says something is enough; where there is none, that is another finding."""
    assert secured("measures-vague", *security) == []


def test_vague_once() -> None:
    """Said in general it is one fault, however many activities it covers; what a shared measure says counts."""
    two: dict[str, Any] = {"activities": [{"key": "a"}, {"key": "b"}]}
    shared = {"measures": [{"key": "locks", "text": "locked-storage"}]}

    assert places("measures-vague", general=[{"security": "Good security"}], **two) == [
        ("general.1.security.1", "warning")
    ]
    assert places("measures-vague", general=[{"security": "locks"}], **two, **shared) == []


def test_as_processor() -> None:
    """What the holder does for others is asked for by Article 30(2)(d)."""
    flow = {"recipient": "bakery", "role": "processor", "processing": "baking"}
    activity = {
        "key": "a",
        "controllers": "cafe",
        "flows": flow,
        "security": {"text": "Good security", "by": "bakery"},
    }
    found = asked("measures-vague", parties=[{"key": "bakery"}, {"key": "cafe"}], activities=[activity])

    assert [one.article for one in found] == ["30(2)(d)"]


def test_measures_elsewhere() -> None:
    """Another measure beside the pointer is a description."""
    assert len(secured("measures-in-another-document", "Zie het beveiligingsbeleid")) == 1
    assert secured("measures-in-another-document", "Zie het beveiligingsbeleid", "backup") == []


def test_points_of_article_32() -> None:
    """Told once; by stated objectives, known terms or words; nothing where nothing is on record at all."""
    name = "point-of-article-32-not-covered"
    (found,) = asked(
        name, activities=[{"key": "a", "security": "backup"}, {"key": "b", "security": "firewall"}]
    )

    assert found.where == ""
    assert "pseudonymisation and encryption" in found.message()
    assert "availability and access" not in found.message()
    assert secured(name, "Versleutelde schijven", "firewall", {"text": "Hm", "objective": "c"}) == []
    assert secured(name) == []


def test_tested() -> None:
    """A test in words, or a certificate of the holder that holds on the day."""
    certified = {"key": "bakery", "certifications": {"scheme": "iso-27001", "valid_until": "2026-11-20"}}
    activity = {"key": "a", "security": "backup"}

    assert secured("measures-not-tested", "backup") == [("", "note")]
    assert secured("measures-not-tested", "backup", "De back-up wordt elke maand getest") == []
    assert len(places("measures-not-tested", parties=[certified], activities=[activity])) == 1
    certified["certifications"] = {"scheme": "iso-27001"}
    assert places("measures-not-tested", parties=[certified], activities=[activity]) == []
    certified["certifications"] = {"scheme": "eu-us-dpf"}
    assert len(places("measures-not-tested", parties=[certified], activities=[activity])) == 1


def test_special_data() -> None:
    """A measure for other data does not protect them; ordinary data ask for none; a lock is one."""
    name, data = "special-data-weakly-protected", {"personal_data": ["allergies", "name"]}

    assert secured(name, {"text": "encryption", "covers": "name"}, **data) == [("activities.a", "warning")]
    assert secured(name, {"text": "encryption", "covers": "allergies"}, **data) == []
    assert secured(name, "staff-training", "Alleen toegang voor de bakker", **data) == []
    assert secured(name, "staff-training", personal_data="name") == []
    assert secured(name, **data) == []
    party = {"key": "bakery", "security": "access-control"}
    assert places(name, parties=[party], activities=[{"key": "a", **data, "security": "backup"}]) == []


def test_processors() -> None:
    """All in one note; not of sub-processors, other recipients, or one whose measure is on record."""
    parties = [{"key": key} for key in ("bakery", "host", "post", "cellar", "bank")]
    flows = [
        {"recipient": "host", "role": "processor"},
        {"recipient": "post", "role": "processor"},
        {"sender": "host", "recipient": "cellar", "role": "processor"},
        {"recipient": "bank", "role": "controller"},
    ]
    activity = {"key": "a", "flows": flows, "security": {"text": "encryption", "by": "post"}}
    (found,) = asked("measures-of-processors-not-recorded", parties=parties, activities=[activity])

    assert (found.where, found.message().split("for ")[1]) == ("", "host (Article 28(1)).")


@pytest.mark.parametrize(
    ("scheme", "shows"),
    [("iso-27001", True), ({"en": "Our own seal"}, True), ("eu-us-dpf", False), ("swiss-us-dpf", False)],
)
def test_a_listing_for_transfers_is_no_certificate_of_security(scheme: Any, shows: bool) -> None:
    """It is a ground for a transfer (Article 45), and says nothing of Article 28(1)."""
    parties = [{"key": "bakery"}, {"key": "host", "certifications": {"scheme": scheme}}]
    activity = {"key": "a", "flows": {"recipient": "host", "role": "processor"}}

    found = asked("measures-of-processors-not-recorded", parties=parties, activities=[activity])
    assert (not found) is shows


def test_each_processor_is_named() -> None:
    """The place is the whole register, so the sentence has to name them all, however many."""
    keys = [f"host-{number}" for number in range(9)]
    activity = {"key": "a", "flows": {"recipient": keys, "role": "processor"}}
    (found,) = asked(
        "measures-of-processors-not-recorded",
        parties=[{"key": "bakery"}, *({"key": key} for key in keys)],
        activities=[activity],
    )

    assert found.message("en") == (
        f"No security measure or certificate is recorded for {'; '.join(keys)} (Article 28(1))."
    )


def test_secrecy_describes_no_measure() -> None:
    """Beside words that fit any measure it changes nothing; by itself it is a measure like others."""

    def found(*measures: str) -> list[tuple[str, str]]:
        return places("measures-vague", activities=[{"key": "a", "security": list(measures)}])

    vague = "Appropriate technical and organisational measures"

    assert found(vague, "confidentiality-obligation") == [("activities.a.security.1", "warning")]
    assert found("confidentiality-obligation", vague) == [("activities.a.security.2", "warning")]
    assert found("confidentiality-obligation") == found(vague, "confidentiality-obligation", "backup") == []


def test_what_is_inferred_describes_nothing() -> None:
    """A back-up that a source mentions elsewhere is there, and nobody has described it."""
    sources = [{"key": "s", "title": "Statement"}]
    backup = {"text": "backup", "evidence": {"at": "L1", "reading": "inferred"}}

    def found(*measures: object) -> list[tuple[str, str]]:
        return places(
            "measures-vague", sources=sources, activities=[{"key": "a", "security": list(measures)}]
        )

    assert found("Appropriate measures", backup) == [("activities.a.security.1", "warning")]
    assert found("Appropriate measures", {**backup, "evidence": "L1"}) == []


def test_vague_in_general() -> None:
    """Said once for all activities: one finding."""
    general = [{"key": "all", "security": "Appropriate measures"}]

    assert places("measures-vague", general=general, activities=[{"key": "a"}, {"key": "b"}]) == [
        ("general.all.security.1", "warning")
    ]

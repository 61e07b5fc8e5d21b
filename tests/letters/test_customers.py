"""Letters of a processor: whom it asks for leave, and what one customer never reads of another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis.strategies import DrawFn, booleans, composite, lists, none, sampled_from
from tests.strategies import thorough

from ropa.audience.customer import customers, mine
from ropa.formats.native import loads
from ropa.glossary import LANGUAGES
from ropa.letters import Letter, ask
from ropa.model import Register

ON = date(2026, 11, 22)
CUSTOMERS = ("acme", "beta", "city")
BELOW = ("cloud", "lab", "print")
NAMES = {"acme": "Acmefoods", "beta": "Betaclinics", "city": "Cityhall", "host": "Hosthouse"} | {
    "cloud": "Cloudkeeper", "lab": "Labtesters", "print": "Printworks", "deep": "Deepvault",
}  # fmt: skip
SHOPS = """
ropa: 1
language: en
holder: host
parties:
  - {key: host, name: Hosthouse}
  - {key: cloud, name: Cloudkeeper}
  - {key: lab, name: Labtesters}
  - {key: deep, name: Deepvault}
  - {key: acme, name: Acmefoods}
  - {key: beta, name: Betaclinics}
agreements:
  - {key: dpa-acme, kind: processing-agreement, between: [acme, host], signed: 2025-01-01, sub_processors: general-authorisation, notice_days: 30}
  - {key: dpa-beta, kind: processing-agreement, between: [beta, host], signed: 2025-01-01, sub_processors: none}
  - {key: sub-cloud, kind: sub-processing-agreement, between: [host, cloud], signed: 2025-01-01, sub_processors: general-authorisation, notice_days: 30}
  - {key: sub-lab, kind: sub-processing-agreement, between: [host, lab], signed: 2025-01-01}
  - {key: sub-deep, kind: sub-processing-agreement, between: [cloud, deep], signed: 2025-01-01}
activities:
  - key: shop
    name: Running shops
    controllers: [acme, beta]
    data_subjects: customers
    personal_data: name
    flows:
      - {sender: acme, recipient: host, role: processor, processing: hosting, countries: NL}
      - {sender: beta, recipient: host, role: processor, processing: hosting, countries: NL}
      - {sender: host, recipient: cloud, role: processor, processing: backup, countries: NL}
      - {sender: cloud, recipient: deep, role: processor, processing: backup, countries: NL}
      - {sender: host, recipient: lab, role: processor, processing: analytics, countries: NL, customers: beta}
"""


@pytest.fixture
def shops() -> Register:
    """A host for two: one authorised whoever it engages, the other nobody."""
    return loads(SHOPS)


def asked(letters: tuple[Letter, ...], to: str) -> list[tuple[str, str]]:
    """What one of them is asked leave for, and whether further down the chain."""
    (letter,) = (one for one in letters if one.to == to)
    return [
        (one.topic, next(key for key in reversed(NAMES) if NAMES[key] in one.text))
        for one in letter.questions
        if one.topic.startswith("permission")
    ]


def test_leave_is_asked_of_whoever_did_not_give_it(shops: Register) -> None:
    """Not of the one who authorised everybody; and of whom the other one's own data do not reach, nothing."""
    letters = ask(shops, on=ON)

    assert "acme" not in [one.to for one in letters]
    assert [
        ("permission-limited", "cloud"),
        ("permission-limited", "lab"),
        ("permission-below", "deep"),
    ] == asked(letters, "beta")


def test_where_nothing_is_recorded_it_says_so(shops: Register) -> None:
    """An agreement that is silent is another case than one that refuses."""
    silent = shops.replace("dpa-beta", sub_processors=None)

    assert [("permission", "cloud"), ("permission", "lab")] == asked(ask(silent, on=ON), "beta")


def test_whose_data_do_not_get_there_is_not_asked(shops: Register) -> None:
    """A flow that names no customers, and carries what only one of them has."""
    host = {"recipient": "host", "role": "processor", "countries": "NL"}
    flows = [
        {"sender": "acme", **host, "personal_data": "name"},
        {"sender": "beta", **host, "personal_data": "salary"},
        {
            "sender": "host",
            "recipient": "lab",
            "role": "processor",
            "countries": "NL",
            "personal_data": "salary",
        },
    ]
    refused = shops.replace("dpa-acme", sub_processors="none").replace(
        "shop", flows=flows, personal_data=["name", "salary"]
    )
    letters = ask(refused, on=ON)

    assert [("permission-limited", "lab")] == asked(letters, "beta")
    assert not [one for one in letters if one.to == "acme" and "Labtesters" in one.text()]


def test_a_public_body_is_a_customer_like_another(shops: Register) -> None:
    """What makes an authority is what it does, not that it is a public body; one that only receives is asked nothing."""
    town = shops.replace("beta", public_body=True).replace("acme", services=("tax-authority",))
    receiving = Register(
        holder="us",
        parties=[{"key": "us"}, {"key": "tax", "public_body": True}],
        activities=[{"key": "a", "flows": {"recipient": "tax", "role": "controller"}}],
    )

    assert 3 == len(asked(ask(town, on=ON), "beta"))
    assert () == ask(receiving, on=ON)


def test_one_entry_for_several_senders(shops: Register) -> None:
    """A region that one of them agreed is no question to the other."""
    together = shops.replace(
        "shop", flows=[{"recipient": "host", "role": "processor", "countries": "US"}]
    ).replace("dpa-beta", regions="EEA")  # fmt: skip
    found = {one.to: [it.topic for it in one.questions] for one in ask(together, on=ON)}

    assert "region" in found["beta"]
    assert not [topic for topic in found.get("acme", ()) if topic.startswith("region")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_region_that_was_promised_to_a_customer(shops: Register, language: str) -> None:
    """Who never saw the agreement hears that there is one, not whose; of each activity that it is about."""
    flows = [*shops.activity("shop").flows[:2], {"sender": "host", "recipient": "lab", "role": "processor", "countries": "IN"}]  # fmt: skip
    second = {
        "key": "sport",
        "name": "Sport",
        "controllers": ["beta"],
        "personal_data": "name",
        "flows": flows[1:],
    }
    abroad = shops.replace("shop", flows=flows).replace("dpa-beta", regions="EEA").put(
        *Register(parties=shops.parties, activities=[second]).activities
    )  # fmt: skip
    (letter,) = ask(abroad, on=ON, to="lab", language=language)
    (question,) = (one for one in letter.questions if one.topic.startswith("region"))

    assert "region-promised" == question.topic
    assert ("shop", "sport") == question.activities
    assert not [key for key in CUSTOMERS if NAMES[key] in letter.text()]


def test_a_region_of_ones_own_agreement_is_still_ours(shops: Register) -> None:
    """The vendor that agreed it is asked about its own paper."""
    abroad = shops.replace("sub-lab", regions="US")
    (letter,) = ask(abroad, on=ON, to="lab")

    assert "region" in [one.topic for one in letter.questions]
    assert "our agreement" in letter.text()


def test_notes_and_names_tell_nothing_of_others(shops: Register) -> None:
    """Somebody wrote another customer into an activity's name and into why something is not known."""
    why = {"name": {"unknown": "As for Betaclinics"}}
    written = shops.replace("shop", name="Shops of Acmefoods and Betaclinics").replace(
        "dpa-acme", absences=why
    )
    (letter,) = ask(written, on=ON, to="acme")

    assert "“As for […]”" in letter.text()
    assert "“Shops of Acmefoods and […]”" in letter.text()


@composite
def hosts(draw: DrawFn) -> Register:
    """A host of three customers, with what each authorises and for whom each sub-processor is engaged."""
    leave = ("general-authorisation", "specific-authorisation", "none", None)
    papers: list[dict[str, Any]] = [
        {
            "key": f"dpa-{one}", "kind": "processing-agreement", "between": [one, "host"], "signed": "2025-01-01",
            "sub_processors": draw(sampled_from(leave)), "authorised": draw(lists(sampled_from(BELOW), unique=True)),
            "regions": draw(sampled_from(("EEA", ()))),
        }
        for one in CUSTOMERS
    ]  # fmt: skip
    senders = draw(lists(sampled_from(CUSTOMERS), min_size=1, unique=True))
    flows: list[dict[str, Any]] = [
        {"sender": one, "recipient": "host", "role": "processor", "countries": "NL"} for one in senders
    ]
    for sub in draw(lists(sampled_from(BELOW), min_size=1, unique=True)):
        for_whom = draw(lists(sampled_from(senders), unique=True))
        country = draw(sampled_from(("NL", "US", ())))
        flows.append(
            {
                "sender": "host",
                "recipient": sub,
                "role": "processor",
                "countries": country,
                "customers": for_whom,
            }
        )
        if draw(booleans()):
            flows.append({"sender": sub, "recipient": "deep", "role": "processor", "customers": for_whom})
    note = draw(none() | sampled_from(senders))
    return Register(
        language="en",
        holder="host",
        parties=[{"key": key, "name": name, "public_body": key == "city"} for key, name in NAMES.items()],
        agreements=[one for one in papers if draw(booleans())],
        activities=[{
            "key": "a", "name": f"Shop {NAMES[note]}" if note else "Shop", "controllers": senders,
            "personal_data": "name", "flows": flows,
        }],
    )  # fmt: skip


@thorough
@given(hosts())
def test_no_letter_tells_a_customer_of_another(register: Register) -> None:
    """Nor of a sub-processor that is not engaged for it, at any depth."""
    for letter in ask(register, on=ON):
        if letter.to not in CUSTOMERS:
            continue
        engaged = mine(register, letter.to).recipients.values() if letter.to in customers(register) else ()
        known = {letter.to, "host"}.union(*engaged)
        said = {key for key, name in NAMES.items() if name in letter.text()}

        assert said <= known

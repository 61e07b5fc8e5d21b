"""Qooqie: controller of its customers' details, processor of the calls they have tracked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load
from ropa.model import PEOPLE, Contact, Register
from ropa.records import controller_records, processor_records
from ropa.rules import check
from ropa.transfer import transfers

ON = date(2026, 1, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    return load(Path(__file__).parents[2] / "examples" / "qooqie" / "register.yaml")


def test_as_controller(register: Register) -> None:
    """Two activities: eight purposes without a legal basis, and newsletters that rest on prior, explicit consent."""
    (record,) = controller_records(register, "qooqie", on=ON)
    purposes = {one.activity.key: one.activity.purposes for one in record.entries}
    bases = [
        (key, basis.basis) for key, held in purposes.items() for one in held for basis in one.legal_bases
    ]

    assert {key: len(held) for key, held in purposes.items()} == {"klantgegevens": 8, "nieuwsbrieven": 1}
    assert bases == [("nieuwsbrieven", "consent")]
    assert not any(general.legal_bases or general.legal_bases_any_of for general in register.general)


def test_as_processor(register: Register) -> None:
    """One row, on behalf of the customers, under the agreement and the general terms; nothing of their purposes."""
    (record,) = processor_records(register, "qooqie", on=ON)
    (hop,) = register.flows(role="processor")

    assert [(row.controller.key, row.category) for row in record.rows] == [("klanten", "call-tracking")]
    assert (hop.sender, hop.recipient, hop.sub_processor) == ("klanten", "qooqie", False)
    assert hop.agreements == ("overeenkomst", "algemene-voorwaarden")
    tracked = register.activity("calltracking")
    assert (tracked.controllers, tracked.purposes, tracked.data_subjects) == (("klanten",), (), ())
    assert [one.kind for one in tracked.personal_data] == [
        "Alle data die voor de dienst en in opdracht worden verwerkt"
    ]


def test_customers_details_are_examples(register: Register) -> None:
    """Seven kinds of data are named, each as an example of more; the name is that of a contact person."""
    items = register.activity("klantgegevens").personal_data

    assert {one.kind for one in items if one.example} == {
        "company-name", "address", "email", "chamber-of-commerce-number", "name", "bank-account", "phone-number",
    }  # fmt: skip
    assert all(one.example for one in items)
    assert [one.subjects for one in items if one.kind == "name"] == [("contact-persons",)]
    assert not any(one.required is not None for one in items)


def test_disclosure_only_in_six_cases(register: Register) -> None:
    """Each case has its condition, none a role, and consent is the basis of the first alone."""
    for activity in ("klantgegevens", "nieuwsbrieven"):
        cases = [hop.flow for hop in register.flows(activity=activity) if hop.recipient == "derden"]

        assert len(cases) == len({one.when for one in cases}) == 6
        assert all(one.possible and one.when and not one.role for one in cases)
        assert [[basis.basis for basis in one.legal_bases] for one in cases] == [["consent"], *[[]] * 5]


def test_others_may_carry_out_part_of_the_agreement(register: Register) -> None:
    """A reseller or the like: customers' details only, which is not said, nor the role; held to confidentiality."""
    (hop,) = register.flows(party="ingeschakelde-bedrijven")
    (reseller,) = register.flows(party="resellers")
    assert (reseller.sender, reseller.flow) == ("qooqie", hop.flow)
    party = register.party("ingeschakelde-bedrijven")

    assert (hop.activity, hop.sender, hop.flow.possible, hop.flow.role) == (
        "klantgegevens",
        "qooqie",
        True,
        (),
    )
    assert hop.flow.processing == ("Delen van de overeenkomst uitvoeren",)
    assert hop.flow.absences["personal_data"].state == "unknown"
    assert (party.named, party.members) == (False, ("resellers",))
    assert register.party("resellers").services == ("reseller",)
    assert register.party("resellers").named is False
    assert [one.kind for one in register.activity("klantgegevens").commitments] == [
        "confidentiality-of-third-parties"
    ]


def test_people_give_data(register: Register) -> None:
    """Their details, some of them through the website (which, is not said), and an address for the newsletters."""
    given = [hop for hop in register.flows() if hop.sender == PEOPLE]

    assert {(hop.flow.key, hop.activity, hop.recipient, hop.flow.channels) for hop in given} == {
        ("verzameling", "klantgegevens", "qooqie", ()),
        ("via-de-website", "klantgegevens", "qooqie", ("Website",)),
        ("opgave", "nieuwsbrieven", "qooqie", ()),
    }
    assert [hop.flow.key for hop in given if "personal_data" in hop.flow.absences] == ["via-de-website"]


def test_rights(register: Register) -> None:
    """Access on request, correction and erasure of what is wrong; unsubscribing in two ways, and no other right."""
    in_general = [one for general in register.general if general.rights for one in general.rights.exercise]
    newsletters = register.activity("nieuwsbrieven").rights
    assert newsletters
    (unsubscribe,) = newsletters.exercise

    assert [one.right for one in in_general] == [("access",), ("rectification",), ("erasure",)]
    assert all(one.when for one in in_general)
    assert unsubscribe.right == ("withdraw-consent",)
    assert unsubscribe.channels == ("email", "unsubscribe-link")
    assert not any(one.reply_within or one.free is not None for one in (*in_general, unsubscribe))


def test_one_time_limit(register: Register) -> None:
    """Who unsubscribes is taken off the mailing list as soon as possible; no period is given for anything."""
    held = {
        one.key: [(limit.starts, limit.covers, limit.then, limit.period) for limit in one.retention]
        for one in register.activities
        if one.retention
    }

    assert held == {"nieuwsbrieven": [("unsubscribe", ("email",), ("erase",), None)]}
    assert not any(general.retention for general in register.general)


def test_measures_and_whom_they_are_for(register: Register) -> None:
    """Four against what may go wrong, for everything; a secure website for what comes in by it, not for the calls."""
    measures = {
        general.activities: [(one.text, one.by) for one in general.security] for general in register.general
    }

    assert {len(activities): len(held) for activities, held in measures.items()} == {2: 1, 3: 4}
    assert measures["klantgegevens", "nieuwsbrieven"] == [("secure-website", None)]
    assert {by for _, by in measures["klantgegevens", "nieuwsbrieven", "calltracking"]} == {"qooqie"}


def test_says_no_more_than_its_source(register: Register) -> None:
    """No country, transfer, cookie, officer, authority, e-mail address or day stands in the register."""
    holder = register.party("qooqie")

    assert isinstance(holder.contact, Contact)
    assert (holder.contact.email, holder.contact.phone, holder.dpo, holder.supervisory_authority) == (
        None,
    ) * 4
    assert [one.number for one in holder.registration] == ["24431378"]
    assert transfers(register, on=ON) == ()
    held = (*register.activities, *register.general)
    assert not any(one.cookies or one.transfers for one in held)
    assert [(kept.systems, kept.countries) for one in held for kept in one.storage] == [
        (("webomgeving",), ())
    ]
    assert not any(one.published or one.changed or one.version for one in register.notices)
    assert not any(one.published or one.changed or one.version for one in register.sources)
    assert [one.title for one in register.notices] == ["AVG Privacy Beleid", "Cookie declaration"]


def test_check_points_at_what_the_source_leaves_open(register: Register) -> None:
    """Of the records themselves: a missing time limit, and roles. For work on behalf of others there are general terms."""
    report = check(register, on=ON, select=["theme:records", "article:28"])
    found = {(one.name, one.where) for one in report.findings if one.name != "role-open"}

    assert found == {
        ("item-missing", "activities.klantgegevens"),
        ("open-role-without-contract", "activities.klantgegevens.flows.uitbesteed"),
        ("agreement-silent-on-processing", "activities.calltracking.flows.qooqie"),
    }


def test_purposes_one_by_one(register: Register) -> None:
    """The eight purposes in the order of the text, then what the newsletters are for."""
    said = [one.text for activity in register.activities for one in activity.purposes]

    assert said == [
        "Vragen en opmerkingen behandelen",
        "Een overeenkomst tot stand brengen",
        "De dienst leveren",
        "De vergoeding automatisch incasseren",
        "De klantrelatie onderhouden",
        "Contact over de uitvoering van de overeenkomst",
        "Aan administratieve plichten voldoen",
        "Nieuws over Qooqie en de dienst melden",
        "Klanten informeren over de diensten van Qooqie",
    ]


def test_whose_register_it_is(register: Register) -> None:
    """Its address as printed, its site, and a statement whose changes are published there."""
    contact = register.party("qooqie").contact

    assert isinstance(contact, Contact)
    assert (contact.address, contact.web) == (
        "Nijverheidstraat 40 te Capelle aan den IJssel",
        "www.qooqie.com",
    )
    assert [one.operated_by for one in register.systems if one.key == "website"] == ["qooqie"]
    assert register.notices[0].announced_by == ("Publicatie op de website",)


def test_promises(register: Register) -> None:
    """What is promised about customers' details, about all data, and about the newsletters."""
    kinds = {one.kind for general in register.general for one in general.commitments}
    letters = register.activity("nieuwsbrieven").commitments

    assert kinds == {"no-disclosure", None}
    assert [one.kind or one.text for one in letters] == [
        "unsubscribe-any-time",
        "Elke nieuwsbrief wijst op de mogelijkheid om af te melden",
    ]

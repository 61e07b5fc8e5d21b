"""Wolq: a statement that hangs its activities on legal grounds and gives five periods."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load
from ropa.model import Activity, Contact, Register
from ropa.records import controller_records, processor_records

REGISTER = Path(__file__).parents[2] / "examples" / "wolq" / "register.yaml"
ON = date(2026, 1, 1)
SERVICE = {"leveranciers", "betaalpartners", "dienstverleners"}
ADVICE = {"data-management-platforms", "mediabureaus", "advertentiebureaus", "onderzoeksbureaus"}


@pytest.fixture(scope="module")
def register() -> Register:
    return load(REGISTER)


def bases(activity: Activity) -> set[str]:
    return {str(basis.basis) for purpose in activity.purposes for basis in purpose.legal_bases}


def with_basis(register: Register, basis: str) -> set[str]:
    return {one.key for one in register.activities if basis in bases(one)}


def test_as_controller(register: Register) -> None:
    """One record, twenty activities, twenty-eight purposes; two activities without a purpose, since none is stated."""
    (record,) = controller_records(register, "wolq", on=ON)
    own = {one.activity.key: one.activity.purposes for one in record.entries}

    assert len(own) == 20
    assert sum(map(len, own.values())) == 28
    assert {key for key, purposes in own.items() if not purposes} == {"telefoongesprekken", "klantaccounts"}


def test_is_nobodys_processor(register: Register) -> None:
    """Hosting is offered, but the source does not say on whose behalf: there is no record under 30(2)."""
    assert [row for record in processor_records(register, "wolq", on=ON) for row in record.rows] == []


def test_each_ground_has_the_activities_the_source_lists_under_it(register: Register) -> None:
    """Customer service stands under contract and interest, the newsletter under interest and consent."""
    assert with_basis(register, "contract") == {
        "bestellingen", "verhuur-en-hosting", "abonnementen", "klantenservice",
    }  # fmt: skip
    assert with_basis(register, "legitimate-interests") == {
        "beoordelingen", "klantenservice", "websitebezoek", "portals", "nieuwsbrief-en-e-mail",
        "persoonlijk-advies", "acties", "sociale-media",
    }  # fmt: skip
    assert with_basis(register, "legal-obligation") == {"fraude", "administratie", "abonnementen"}
    assert with_basis(register, "consent") == {
        "nieuwsbrief-en-e-mail", "inschrijvingen", "gepersonaliseerde-berichten", "portals",
    }  # fmt: skip
    assert bases(register.activity("gerichte-advertenties")) == set()


def test_periods(register: Register) -> None:
    """Thirty days, three times seven years, five years: each with its data, and what happens then."""
    said = [
        (activity.key, one.period, one.starts, one.covers, one.then)
        for activity in register.activities
        for one in activity.retention
    ]

    assert sorted(said) == [
        ("abonnementen", "P7Y", None, ("contract",), ("anonymise",)),
        ("administratie", "P7Y", None, ("invoices", "payment-data", "orders"), ("anonymise",)),
        ("klantaccounts", "P7Y", "last-activity", ("Klantaccount",), ("erase",)),
        ("klantaccounts", "P7Y", "last-activity", ("Klantgegevens",), ("anonymise",)),
        ("telefoongesprekken", "P30D", "recording", ("call-recording",), ("erase",)),
        ("toestemmingen", "P5Y", None, ("consent-record",), ("erase",)),
    ]


def test_what_sets_a_period_off_bounds_it_and_may_prolong_it(register: Register) -> None:
    """What the source says besides: a law twice, a condition three times, an exception once; no beginning invented."""
    call, consent, papers, contract = (
        register.activity(key).retention[0]
        for key in ("telefoongesprekken", "toestemmingen", "administratie", "abonnementen")
    )

    assert (call.when, call.unless) == (
        "Als een gesprek is opgenomen",
        "Een wettelijke verplichting vraagt een langere bewaring",
    )
    assert [one.for_ for one in call.evidence if one.reading == "inferred"] == [("starts",)]
    assert all(
        word in str(consent.when) for word in ("nieuwsbrief", "webinar", "demonstratie", "portal", "beurs")
    )
    assert "gepersonaliseerde berichten" in str(consent.when)
    assert "infosessie" not in str(consent.when)
    assert (papers.law, papers.then_for) == ("Verplichting van de Belastingdienst", "Interne rapportages")
    assert contract.when == "Het abonnement is via Wolq aangeschaft"
    assert contract.law
    assert [one.unless for one in (consent, papers, contract)] == [None] * 3


def test_recipients(register: Register) -> None:
    """Three categories where there is a service; four more for advice and advertisements; two more once; within Wolq none."""
    found = {
        activity.key: {hop.recipient for hop in register.flows(activity=activity.key)}
        for activity in register.activities
    }
    more = {
        "persoonlijk-advies": ADVICE,
        "gerichte-advertenties": ADVICE,
        "fraude": {"overheidsinstanties"},
        "websitebezoek": {"cookie-ontwikkelaars"},
    }

    within = {"interne-rapportages", "toestemmingen"}

    assert found == {key: set() if key in within else SERVICE | more.get(key, set()) for key in found}


def test_roles_stay_open(register: Register) -> None:
    """On behalf of Wolq unless responsible themselves: undecided; authorities ask; of cookie developers nothing."""
    roles = {hop.recipient: tuple(map(str, hop.flow.role)) for hop in register.flows()}

    assert roles == {
        **dict.fromkeys(SERVICE | ADVICE, ("processor", "controller")),
        "overheidsinstanties": ("authority-inquiry",),
        "cookie-ontwikkelaars": (),
    }
    (asked,) = register.activity("fraude").flows
    assert [one.for_ for one in asked.evidence if one.reading == "inferred"] == [("role",), ("legal_bases",)]


def test_an_undecided_role_makes_nobody_a_processor(register: Register) -> None:
    """No party has a record under 30(2): the source does not say which of them act on behalf of Wolq."""
    held = {
        party.key: [row for record in processor_records(register, party.key, on=ON) for row in record.rows]
        for party in register.parties
    }

    assert not any(held.values())


def test_what_is_an_example_is_told_as_one(register: Register) -> None:
    """Sign-ups as examples of consent, fraud as an example of a legal obligation."""
    said = {purpose.text for one in register.activities for purpose in one.purposes if purpose.example}

    assert said == {
        "Inschrijving voor een webinar",
        "Inschrijving voor een demonstratie",
        "Inschrijving voor een beurs",
        "Inschrijving voor een infosessie",
        "Gegevens gebruiken bij een vermoeden van fraude",
    }


def test_consent_is_recorded(register: Register) -> None:
    """The source says that it keeps account of consent: the basis says so, and an activity does it."""
    (consent,) = (one for one in register.general[0].legal_bases if one.basis == "consent")

    assert consent.record == "Wolq houdt bij wie toestemming gaf"
    assert [one.kind for one in register.activity("toestemmingen").personal_data] == ["consent-record"]


def test_promises(register: Register) -> None:
    """Never sold, shared only where needed and for Wolq alone, protected abroad too, not kept too long."""
    said = {one.kind for one in register.general[0].commitments}

    assert said >= {
        "no-sale",
        "disclosure-only-if-needed",
        "no-other-purpose",
        "adequate-protection-on-transfer",
        "no-longer-than-necessary",
    }


def test_teasers_of_other_articles_say_nothing(register: Register) -> None:
    """Zoho is named only in links to other pages: it is no party, no recipient and no system here."""
    names = [str(one.name) for one in register.parties] + [str(one.name) for one in register.systems]

    assert not any("zoho" in name.casefold() for name in names)
    assert {f"L{line}" for line in range(36, 47)} <= {at for one in register.left_out for at in one.at}


def test_rights(register: Register) -> None:
    """Four rights and the wishes for e-mail free of charge, two objections, the officer, a complaint; unsubscribing."""
    rights = register.general[0].rights
    assert rights is not None
    free = [right for one in rights.exercise if one.free for right in one.right]
    others = [right for one in rights.exercise if not one.free for right in one.right]

    assert free == ["access", "rectification", "erasure", "restriction", "E-mailwensen aanpassen"]
    assert all(one.channels[1:] == ("post", "email") for one in rights.exercise[:7])
    assert [one.right for one in rights.exercise if one.then] == [("objection",)]
    assert others == ["objection-to-direct-marketing", "objection", "contact-dpo", "complaint"]
    assert (rights.contact, rights.complaint) == ("functionaris", "De privacy-autoriteit")

    letters = register.activity("nieuwsbrief-en-e-mail").rights
    assert letters is not None
    assert [one.channels for one in letters.exercise] == [("account", "unsubscribe-link")]


def test_what_is_kept_anonymously_and_what_for(register: Register) -> None:
    """After each seven years, and where erasing may be anonymising, for internal reports; a call or a consent not."""
    said = {
        (activity.key, one.covers)
        for activity in register.activities
        for one in activity.retention
        if one.then_for
    }

    assert said == {
        ("abonnementen", ("contract",)),
        ("administratie", ("invoices", "payment-data", "orders")),
        ("klantaccounts", ("Klantgegevens",)),
    }
    assert register.general[0].retention[0].then_for


def test_reports_are_of_anonymous_data(register: Register) -> None:
    """None of the data that have a time limit are listed: what is kept of them is anonymous. What else is used is not said."""
    (data,) = register.activity("interne-rapportages").personal_data

    assert data.kind == "Bepaalde data"
    assert {one.reading for one in data.evidence} == {"inferred"}


def test_cookies_are_read_by_some_who_make_them(register: Register) -> None:
    """Who sets them, what kind they are, how long they stay and whether consent is asked is not stated."""
    (cookie,) = register.activity("websitebezoek").cookies

    assert cookie.read_by == ("cookie-ontwikkelaars",)
    assert (cookie.set_by, cookie.kind, cookie.lifetime, cookie.consent) == ((), None, None, None)


def test_what_is_only_said_conditionally(register: Register) -> None:
    """Interests are an example; a service is rendered on behalf of Wolq; authorities ask in suspicious situations."""
    (example,) = (item for general in register.general for item in general.personal_data)
    on_behalf = {hop.recipient for hop in register.flows() if hop.flow.processing}
    (asked,) = register.activity("fraude").flows

    assert (example.kind, example.example) == ("interests", True)
    assert on_behalf == SERVICE | ADVICE
    assert asked.when
    assert asked.recipient == ("overheidsinstanties",)
    assert [one.between for one in register.agreements] == [("wolq", "data-subjects")]


def test_contact_as_printed(register: Register) -> None:
    """The officer is reached at the address of Wolq, in the source's own notation."""
    officer = register.party("functionaris").contact
    assert isinstance(officer, Contact)

    assert register.party("wolq").dpo == "functionaris"
    assert (officer.email, officer.address) == ("info@wolq.nl", "Broederwal 25 - 5708 ZT - Helmond")


def test_nothing_is_invented(register: Register) -> None:
    """No country but the Union that is preferred, no ground for the exceptional transfers, no date, no absence."""
    everywhere = register.general[0]

    assert not any(party.country for party in register.parties)
    assert not any(hop.countries for hop in register.flows())
    assert [(one.countries, one.preferred) for one in everywhere.storage] == [(("EU",), True)]
    assert [(one.countries, one.grounds, one.possible) for one in everywhere.transfers] == [((), (), True)]
    assert not any(paper.signed or paper.ends for paper in register.agreements)
    assert not any(one.absences for one in (*register.activities, *register.general, *register.parties))
    assert not any(one.automated_decisions for one in register.activities)

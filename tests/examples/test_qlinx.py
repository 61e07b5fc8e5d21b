"""The register drawn from the statement of Qlinx: a controller that is also its clients' processor."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load
from ropa.model import Register
from ropa.records import controller_records, processor_records

ON = date(2026, 1, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    return load(Path(__file__).parents[2] / "examples" / "qlinx" / "register.yaml")


def test_as_controller(register: Register) -> None:
    """Media IP has seven activities; mailings alone have a legal basis: stated, and for the newsletter inferred."""
    (record,) = controller_records(register, "media-ip", on=ON)
    purposes = {one.activity.key: len(one.activity.purposes) for one in record.entries}
    bases = {
        (one.activity.key, basis.basis.value, basis.evidence[0].reading)
        for one in record.entries
        for purpose in one.activity.purposes
        for basis in purpose.legal_bases
    }

    assert purposes == {
        "dienst": 2,
        "contact": 3,
        "relaties": 1,
        "nieuwsbrieven": 2,
        "werving": 3,
        "beveiliging": 1,
        "cookies": 3,
    }
    assert {len(one.said("purposes")) - purposes[one.activity.key] for one in record.entries} == {3}
    assert bases == {("nieuwsbrieven", "consent", "inferred"), ("nieuwsbrieven", "consent", None)}


def test_as_processor_of_its_clients(register: Register) -> None:
    """Two rows on behalf of the clients, each with the nine measures of Media IP and none of the host."""
    (record,) = processor_records(register, "media-ip", on=ON)

    assert {row.controller.key for row in record.rows} == {"opdrachtgevers"}
    assert [row.category for row in record.rows] == [
        "Online uitnodigingssysteem",
        "Communicatie met gebruikers, onder meer via App en e-mail",
    ]
    assert {len(row.security) for row in record.rows} == {9}
    assert {said.value.by for row in record.rows for said in row.security} == {"media-ip"}
    assert not any(row.transfers for row in record.rows)


def test_work_for_clients_is_a_possibility(register: Register) -> None:
    """The text speaks of the case that data are processed for others: what is done then, and by the host too, may happen."""
    activity = register.activity("in-opdracht")

    assert [one.possible for one in activity.purposes] == [True]
    assert [flow.possible for flow in activity.flows] == [True, True, True]


def test_host_wears_both_hats(register: Register) -> None:
    """Spango is processor of Media IP and sub-processor of its clients; secrecy is its measure in both."""
    (record,) = processor_records(register, "spango", on=ON)
    hops = register.flows(party="spango")

    assert {row.controller.key for row in record.rows} == {"media-ip", "opdrachtgevers"}
    assert {row.category for row in record.rows} == {"hosting"}
    assert all(
        said.value.text == "confidentiality-obligation" for row in record.rows for said in row.security
    )
    assert {hop.activity for hop in hops if hop.sub_processor} == {"in-opdracht"}
    assert {hop.activity for hop in hops if not hop.sub_processor} == {"dienst", "contact"}


def test_recipients(register: Register) -> None:
    """Two recipients are named; third parties and an acquirer may receive data, each on a condition."""
    (record,) = controller_records(register, "media-ip", on=ON)
    hops = [hop for one in record.entries for hop in one.recipients]

    assert {hop.recipient for hop in hops} == {"spango", "google", "derden", "overnemer"}
    assert {hop.recipient for hop in hops if hop.flow.possible} == {"derden", "overnemer"}
    assert all(hop.flow.when for hop in hops if hop.flow.possible)
    assert len({hop.path for hop in hops if hop.recipient == "derden"}) == 3


def test_only_certain_people_see_the_data(register: Register) -> None:
    """People with the authority and the training see them; that they are staff is inferred."""
    flows = {hop.path: hop.flow for hop in register.flows(party="bevoegden")}.values()

    assert {flow.role[0].value for flow in flows} == {"own-staff"}
    assert {one.reading for flow in flows for one in flow.evidence if "role" in one.for_} == {"inferred"}


def test_ways_in(register: Register) -> None:
    """At registration, by four channels, in a complaint, by signing up for the newsletter; from contact persons somehow."""
    ways = {
        (hop.activity, *hop.flow.channels) for hop in register.flows() if hop.flow.sender == "data-subjects"
    }

    assert ways == {
        ("dienst", "Registratie"),
        ("contact", "phone", "post", "email", "LinkedIn"),
        ("contact", "Helpdesk", "web-form", "email"),
        ("nieuwsbrieven", "Aanmelding"),
        ("relaties",),
    }


def test_examples_are_no_complete_lists(register: Register) -> None:
    """What the source names with "such as" or "etc." is marked as an example, and nothing else is."""
    marked = {one.key for one in register.activities for item in one.personal_data if item.example}

    assert marked == {"contact", "relaties", "werving"}
    assert all(item.example for key in marked for item in register.activity(key).personal_data)


def test_day_of_the_last_change(register: Register) -> None:
    """The text says when it was last changed, and not when it was published."""
    assert (register.sources[0].changed, register.sources[0].published) == (date(2018, 5, 22), None)
    assert [one.changed for one in register.notices] == [date(2018, 5, 22)]


def test_details_may_come_from_the_employer(register: Register) -> None:
    """The client hands over details of users who consented towards the client."""
    (source,) = [hop for hop in register.flows(activity="dienst") if hop.sender == "opdrachtgevers"]

    assert source.recipient == "media-ip"
    assert source.flow.when == "De wet laat het toe en de opdrachtgever heeft toestemming van de gebruiker"
    assert [(basis.basis, basis.obtained_by) for basis in source.flow.legal_bases] == [
        ("consent", "opdrachtgevers")
    ]
    assert not {"ip-address", "login-data"} & set(source.flow.personal_data)
    assert len(source.flow.personal_data) == 7


def test_what_must_be_given(register: Register) -> None:
    """Three fields are required, three are not; of the mobile number the source says both."""
    said: dict[str, set[bool | None]] = {}
    for item in register.activity("dienst").personal_data:
        said.setdefault(str(item.kind), set()).add(item.required)

    assert {kind for kind, both in said.items() if both == {True}} == {"first-name", "last-name", "email"}
    assert {kind for kind, both in said.items() if both == {False}} == {"postal-code", "city", "photo"}
    assert said["mobile-number"] == {True, False}


def test_retention(register: Register) -> None:
    """No period anywhere: an account ends with the work or with the client's contract, the rest when not needed."""
    everything = [one for facts in (*register.general, *register.activities) for one in facts.retention]

    assert len(everything) == 3
    assert [one.possible for one in register.activity("dienst").retention] == [True, None]
    assert not any(one.period for one in everything)
    assert [one.starts for one in register.activity("dienst").retention] == [
        "Einde van de werkrelatie",
        "end-of-contract",
    ]


def test_rights_and_cookies(register: Register) -> None:
    """Rights are exercised by contacting Media IP, some also in the account; both kinds of cookies are set without asking."""
    rights = register.general[0].rights
    assert rights is not None
    kinds = {right for one in rights.exercise for right in one.right}

    assert kinds >= {
        "access",
        "rectification",
        "erasure",
        "restriction",
        "objection",
        "portability",
        "complaint",
    }
    own = register.activity("dienst").rights
    assert own is not None
    assert {right for one in own.exercise if "account" in one.channels for right in one.right} == {
        "access",
        "rectification",
        "erasure",
    }
    assert len(rights.exercise) == 12
    assert {one.then for one in rights.exercise if "objection-to-direct-marketing" in one.right} == {
        "Media IP beëindigt de verwerking zo snel mogelijk"
    }
    assert rights.contact == "media-ip"
    assert rights.complaint == "AP, na 25 mei 2018; tot dan alleen een tip, via https://bit.ly/2ehjL64"
    assert [(one.kind, one.consent) for one in register.activity("cookies").cookies] == [
        ("functional", "not-asked"),
        ("analytical", "not-asked"),
    ]


def test_cookies(register: Register) -> None:
    """Media IP sets both kinds, without a lifetime; Google Analytics counts, in a role that is not stated."""
    cookies = register.activity("cookies")
    (google,) = register.flows(party="google")

    assert {(one.set_by, one.lifetime) for one in cookies.cookies} == {(("media-ip",), None)}
    assert [("Google Analytics" in str(one.purpose)) for one in cookies.cookies] == [False, True]
    assert all("browserinstellingen" in str(one.refuse) for one in cookies.cookies)
    assert [item.kind for item in cookies.personal_data] == [
        "cookies",
        "Informatie over het bezoek",
        "visitor-statistics",
    ]
    assert (google.activity, google.sender, google.flow.role) == ("cookies", "media-ip", ())
    assert ("sender",) in [one.for_ for one in google.flow.evidence if one.reading == "inferred"]


def test_promises_of_the_service(register: Register) -> None:
    """No metadata of accounts are kept; who left may register again, which is a promise and no right of the GDPR."""
    assert [(one.kind, one.text) for one in register.activity("dienst").commitments] == [
        ("no-metadata", "Van wie een account heeft, kan het niet: bijvoorbeeld gebruik en locaties"),
        (None, "Altijd opnieuw registreren als gebruiker kan"),
    ]


def test_disclosure_by_law(register: Register) -> None:
    """The law is the basis, which is inferred; a court or authority orders it, and is not said to receive anything."""
    lawful = [
        flow for flow in register.general[1].flows if flow.legal_bases and flow.key != "met-toestemming"
    ]

    assert [(flow.key, flow.recipient) for flow in lawful] == [("wet-of-rechter", ("derden",))]
    assert {basis.basis for flow in lawful for basis in flow.legal_bases} == {"legal-obligation"}


def test_contact_is_as_printed(register: Register) -> None:
    """Address, telephone and e-mail stand as in the source."""
    party = register.party("media-ip")
    assert party.contact is not None

    assert (party.contact.phone, party.contact.email) == ("088-1302000", "info@qlinx.nl")
    assert party.contact.address == "Zuider Emmakade 51, 2012 KN Haarlem"
    assert [(one.scheme, one.number) for one in party.registration] == [("kvk", "55996029")]


def test_nothing_is_invented(register: Register) -> None:
    """The source names no country, no transfer, no data protection officer, no processing agreement, no absence."""
    assert not any(party.country or party.dpo for party in register.parties)
    assert not any(hop.countries or hop.flow.grounds for hop in register.flows())
    assert {paper.kind for paper in register.agreements} == {"service-agreement"}
    assert register.activity("in-opdracht").personal_data == ()
    assert not any(one.absences for one in (*register.activities, *register.general, *register.parties))

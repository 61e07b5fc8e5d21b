"""The register drawn from the statement of Proximus ICT says what the statement says of each activity."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load
from ropa.model import Activity, Contact, Register
from ropa.records import controller_records, processor_records
from ropa.tracing import trace

FOLDER = Path(__file__).parents[2] / "examples" / "proximus-ict"
ON = date(2026, 1, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    return load(FOLDER / "register.yaml")


def bases(activity: Activity) -> list[list[str]]:
    return [[one.basis.value for one in purpose.legal_bases] for purpose in activity.purposes]


def test_is_controller_of_everything_and_processor_of_nothing(register: Register) -> None:
    """Seven activities in the record of Article 30(1); none on behalf of somebody else."""
    (record,) = controller_records(register, "proximus-ict", on=ON)

    assert [one.activity.key for one in record.entries] == [
        "website",
        "nieuwsbrief",
        "direct-marketing",
        "aanwerving",
        "evaluatie",
        "zakelijke-relaties",
        "privacyverzoeken",
    ]
    assert not any(one.rows for one in processor_records(register, "proximus-ict", on=ON))


def test_bases_stand_where_the_text_allocates_them(register: Register) -> None:
    """The contract for five things done for customers, nothing for the relation itself; one of three for the rest."""
    assert [[], *[["contract"]] * 5, ["legitimate-interests"]] == bases(
        register.activity("zakelijke-relaties")
    )
    assert bases(register.activity("aanwerving")) == [[], ["legitimate-interests"]]
    assert bases(register.activity("website")) == [[], ["contract"], [], []]
    assert bases(register.activity("privacyverzoeken")) == [[], ["legal-obligation"], ["legal-obligation"]]
    assert [one.basis for one in register.general[0].legal_bases_any_of] == [
        "legal-obligation",
        "contract",
        "legitimate-interests",
    ]


def test_number_of_purposes(register: Register) -> None:
    """Seventeen purposes are stated for everything, twenty-four for an activity."""
    assert len(register.general[0].purposes) == 17
    assert [len(one.purposes) for one in register.activities] == [4, 1, 6, 2, 1, 7, 3]


def test_contradictions_stand_on_both_sides(register: Register) -> None:
    """Consent by use against a list without consent; the contract against consent for marketing."""
    found = {
        (resting.path, passage.line)
        for passage in trace(register, "line\n" * 194).passages
        for resting in passage.entries
        if resting.evidence.reading == "contradicted"
    }

    assert {
        ("general.1.legal_bases.1", 32),
        ("general.1.legal_bases_any_of.1", 100),
        ("general.1.legal_bases_any_of.2", 100),
        ("general.1.legal_bases_any_of.3", 100),
        ("activities.nieuwsbrief.purposes.1", 105),
        ("activities.direct-marketing.purposes.5", 105),
        ("activities.direct-marketing.purposes.6", 185),
        ("activities.direct-marketing.commitments.1", 185),
    } == found


def test_one_time_limit_in_words(register: Register) -> None:
    """As long as the purpose asks, with an exception; no period anywhere, but a document that has them."""
    (limit,) = register.general[0].retention

    assert "Policy inzake bewaring" in str(limit.reference)

    assert limit.period is None
    assert limit.criterion
    assert limit.unless
    assert not any(one.retention for one in register.activities)


def test_nobody_is_named_but_the_authority(register: Register) -> None:
    """Eight unnamed parties; no country, no agreement with a date; a kind only for the partnership."""
    assert {"proximus-ict", "dpo", "gegevensbeschermingsautoriteit"} == {
        one.key for one in register.parties if one.named is not False
    }
    assert len(register.parties) == 11
    assert not any(one.country for one in register.parties)
    assert not any(one.signed for one in register.agreements)
    assert {"partnerschap": "partnership"} == {one.key: one.kind for one in register.agreements if one.kind}
    assert not any(hop.countries for hop in register.flows())


def test_contact_stays_as_printed(register: Register) -> None:
    """An address with spaces in it is kept; the company itself gives none."""
    officer = register.party("dpo").contact

    assert isinstance(officer, Contact)
    assert officer.email == "dpo@proximus-ICT nv / sa.be"
    assert register.party("proximus-ict").dpo == "dpo"
    assert register.party("proximus-ict").contact is None


def test_authority_has_its_address(register: Register) -> None:
    """Name and street as they stand, the name spelled in two ways."""
    authority = register.party("gegevensbeschermingsautoriteit")

    assert authority.name == "Gegevensbeschermingsautoriteit"
    assert isinstance(authority.contact, Contact)
    assert (
        authority.contact.name,
        authority.contact.address,
    ) == ("Gegevensbeschermingautoriteit", "Drukpersstraat 35, 1000 Brussel")


def test_rights_have_their_conditions(register: Register) -> None:
    """Eight rights are free and answered within a month by a form; withdrawal goes to the officer or account manager."""
    rights = register.general[0].rights
    assert rights is not None
    (form,) = [one for one in rights.exercise if one.free]
    (withdrawal,) = [one for one in rights.exercise if one.right == ("withdraw-consent",)]

    assert len(form.right) == 8
    assert form.reply_within
    assert form.limits
    assert "maand" in str(form.reply_within)
    assert "Twee maanden" in str(form.extension)
    assert withdrawal.channels == ("email", "data-protection-officer", "Account Manager")
    assert withdrawal.limits
    assert withdrawal.then
    assert sum(one.right == ("objection",) for one in rights.exercise) == 2


def test_nothing_leaves_the_union(register: Register) -> None:
    """The statement denies it once for all data, so no transfers is said in general and counts everywhere."""
    (record,) = controller_records(register, "proximus-ict", on=ON)

    assert register.general[0].absences["transfers"].state == "none"
    assert not any(one.transfers for one in record.entries)
    assert {"none"} == {getattr(one.absence("transfers"), "state", None) for one in record.entries}
    assert {"no-sale", "no-rental", "no-transfer-outside-eu"} <= {
        one.kind for one in register.general[0].commitments
    }


def test_candidates_and_their_data(register: Register) -> None:
    """Twenty categories, the national register number among them; results of tests only where there are any."""
    items = {one.kind: one for one in register.activity("aanwerving").personal_data}

    assert len(items) == 20
    assert "national-register-number" in items
    assert [kind for kind, one in items.items() if one.possible] == ["assessment-results"]
    assert {kind for kind, one in items.items() if one.example} == {
        "national-register-number",
        "seniority",
        "marital-status",
        "bank-account",
        "household",
        "birth-date",
    }


def test_where_data_come_from(register: Register) -> None:
    """The people themselves, and third parties of which two kinds are examples."""
    into = [hop for hop in register.flows(activity="website") if hop.recipient == "proximus-ict"]
    everywhere = {hop.sender for hop in into}

    assert everywhere == {"data-subjects", "bronnen", "socialemediasites", "zakelijke-partners"}
    assert register.party("bronnen").members == ("socialemediasites", "zakelijke-partners")
    (by_cookie,) = [hop.flow for hop in into if hop.flow.channels == ("Cookies",)]
    assert by_cookie.possible
    assert by_cookie.personal_data == ("cookies",)


def test_who_has_access_and_on_what_paper(register: Register) -> None:
    """Staff as such; agents and contractors undecided, other third parties open; bound by the contract with third parties."""
    hops = [one for one in register.flows(activity="aanwerving") if one.sender == "proximus-ict"]
    known, shared = [one for one in hops if not one.role]

    assert ["werknemers"] == [one.recipient for one in hops if one.role == ("own-staff",)]
    assert ["agenten", "contractanten"] == [
        one.recipient for one in hops if one.role == ("processor", "own-staff")
    ]
    assert [known.recipient, shared.recipient] == ["derden", "derden"]
    assert [known.flow.possible, shared.flow.possible] == [None, True]
    assert {("met-werknemers",), ("met-derden",)} == {one.agreements for one in hops}


def test_who_gives_no_data_may_get_no_service(register: Register) -> None:
    """Giving data is a choice with a possible consequence; the contract is with the people themselves."""
    assert "misschien" in str(register.general[0].if_refused)
    assert register.agreement("met-betrokkene").between == ("proximus-ict", "data-subjects")


def test_cookies_are_read_by_their_setter_alone(register: Register) -> None:
    """Set and read by the company; readable during the visit, and no period for how long they stay."""
    (cookie,) = register.activity("website").cookies

    assert cookie.set_by == cookie.read_by == ("proximus-ict",)
    assert "bezoek" in str(cookie.lifetime)
    assert cookie.refuse
    assert cookie.consent


def test_what_is_named_as_an_example_of_more(register: Register) -> None:
    """Marketing, the uses of the contract and the legitimate interests are lists of examples; the rest is not."""
    assert [sum(bool(one.example) for one in activity.purposes) for activity in register.activities] == [
        1,
        1,
        4,
        1,
        1,
        6,
        0,
    ]
    assert [str(one.text) for one in register.general[0].purposes if one.example] == [
        str(one.text)
        for one in register.general[0].purposes
        if any(basis.basis == "legitimate-interests" for basis in one.legal_bases)
    ]


def test_which_data_are_said_to_move_and_which_are_not(register: Register) -> None:
    """Nobody says what social media sites supply, or the authority asks: nothing is not all data of the activity."""
    hops = register.flows()
    silent = {
        (hop.sender, hop.recipient)
        for hop in hops
        if hop.flow.absences.get("personal_data") and not hop.personal_data
    }

    assert silent == {
        ("data-subjects", "proximus-ict"),
        ("bronnen", "proximus-ict"),
        ("socialemediasites", "proximus-ict"),
        ("zakelijke-partners", "proximus-ict"),
        ("proximus-ict", "gegevensbeschermingsautoriteit"),
    }
    assert {"interview-notes"} <= {
        one for hop in hops if hop.activity == "aanwerving" for one in hop.personal_data
    }
    assert not any("interview-notes" in hop.personal_data for hop in hops if hop.recipient == "proximus-ict")
    (analysis,) = [hop for hop in hops if hop.recipient == "communicatiepartner"]
    assert analysis.personal_data == ("browsing-behaviour",)
    assert analysis.role == ()
    assert analysis.flow.processing == ("analytics",)
    assert [one.for_ for one in analysis.flow.evidence if one.reading == "inferred"] == [("sender",)]


def test_the_authority_asks_and_is_answered(register: Register) -> None:
    """In an inquiry, for instance after complaints or audits, because the law obliges."""
    (answer,) = [hop for hop in register.flows() if hop.recipient == "gegevensbeschermingsautoriteit"]

    assert answer.role == ("authority-inquiry",)
    assert answer.flow.possible
    assert [one.basis for one in answer.flow.legal_bases] == ["legal-obligation"]
    assert answer.activity == "privacyverzoeken"


def test_requests_and_choices_reach_the_company(register: Register) -> None:
    """A request through the officer; a choice about marketing by e-mail."""
    by_key = {hop.flow.key: hop for hop in register.flows() if hop.sender == "data-subjects"}

    assert by_key["verzoek"].flow.channels == ("data-protection-officer",)
    assert by_key["verzoek"].activity == "privacyverzoeken"
    assert by_key["afmelding"].flow.channels == ("email",)
    assert by_key["account"].personal_data == ("login-data",)
    assert by_key["account"].data_subjects == ("account-holders",)


def test_measures_have_an_owner_each(register: Register) -> None:
    """Two are the third parties' own; the rest the company's, the contract with its staff among them."""
    measures = register.general[0].security

    assert len(measures) == 9
    assert [one.by for one in measures].count("derden") == 2
    assert {one.by for one in measures} == {"derden", "proximus-ict"}
    assert "Contractuele plichten voor werknemers met toegang" in {str(one.text) for one in measures}
    assert not any(one.objective for one in measures)


def test_what_the_text_never_says(register: Register) -> None:
    """No portability, no automated decision, no registration, no special data, no period for a cookie."""
    rights = [
        one
        for place in (*register.general, *register.activities)
        if place.rights
        for way in place.rights.exercise
        for one in way.right
    ]

    assert "portability" not in rights
    assert not any(one.automated_decisions for one in register.activities)
    assert not any(one.registration for one in register.parties)
    assert not any(
        item.says("special") or item.says("reveals")
        for one in register.activities
        for item in one.personal_data
    )
    assert register.notices[0].published is None
    assert register.notices[0].version is None
    assert not any(hop.is_processor for hop in register.flows())

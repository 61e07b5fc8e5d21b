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

    assert officer is not None
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
    """Staff as such; agents, contractors and others in an open role, bound by the contract with third parties."""
    hops = [one for one in register.flows(activity="aanwerving") if one.sender == "proximus-ict"]
    (shared,) = [one for one in hops if not one.role]

    assert ["werknemers"] == [one.recipient for one in hops if one.role == ("own-staff",)]
    assert ["agenten", "contractanten", "derden"] == [
        one.recipient for one in hops if one.role == ("processor", "own-staff")
    ]
    assert shared.recipient == "derden"
    assert shared.flow.possible
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

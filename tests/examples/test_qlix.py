"""Qlix: a trade union whose data a platform keeps, with a menu of grounds and a text that contradicts itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load
from ropa.model import Contact, Register
from ropa.records import controller_records, processor_records
from ropa.rules import check
from ropa.transfer import transfers

ON = date(2018, 9, 13)


@pytest.fixture(scope="module")
def register() -> Register:
    return load(Path(__file__).parents[2] / "examples" / "qlix" / "register.yaml")


def test_as_controller(register: Register) -> None:
    """Seven activities with nineteen purposes of their own; consent is stated for two of them and for nothing else."""
    (record,) = controller_records(register, on=ON)
    purposes = [purpose for one in record.entries for purpose in one.activity.purposes]

    assert [one.activity.key for one in record.entries] == [
        "leden", "app", "advies", "aanbiedingen", "aanvragen", "evenementen", "website",
    ]  # fmt: skip
    assert len(purposes) == 19
    assert [[basis.basis for basis in one.legal_bases] for one in purposes if one.legal_bases] == [
        ["consent"]
    ] * 2


def test_four_legal_bases_are_not_allocated(register: Register) -> None:
    """One of four holds for what stands above them in the text; the website comes after."""
    general = next(one for one in register.general if one.legal_bases_any_of)

    assert [one.basis for one in general.legal_bases_any_of] == [
        "consent", "contract", "legal-obligation", "legitimate-interests",
    ]  # fmt: skip
    assert "website" not in general.activities
    assert not any(one.legal_bases for one in register.general)


def test_genkgo_as_processor(register: Register) -> None:
    """Genkgo keeps the data and delivers the website for Qlix: no measure, country or sub-processor is stated."""
    (record,) = processor_records(register, "genkgo", on=ON)

    assert [(row.controller.key, row.category) for row in record.rows] == [
        ("qlix", "storage"),
        ("qlix", "Beheer van gegevens"),
        ("qlix", "Levering van de website"),
        ("qlix", "statistics"),
    ]
    assert not any(row.security or row.transfers for row in record.rows)
    assert not any(hop.sub_processor or hop.countries or hop.flow.grounds for hop in register.flows())


def test_nobody_else_is_a_processor(register: Register) -> None:
    """Of those who pay, of third parties and of embedded content no role is stated."""
    assert {hop.recipient for hop in register.flows(role="processor")} == {"genkgo"}
    assert {hop.recipient for hop in register.flows(activity="leden") if not hop.role} == {
        "qlix", "partners", "betrokken-derden", "ingehuurde-derden", "betalende-partijen",
    }  # fmt: skip


def test_who_keeps_data_confidential_can_reach_them(register: Register) -> None:
    """Employees are own staff; of the hired and of other partners the text gives no role. All three are inferred."""
    found = {hop.recipient: hop for hop in register.flows(activity="leden") if hop.general}

    assert found["werknemers"].role == ("own-staff",)
    for key in ("werknemers", "ingehuurde-derden"):
        assert [one.reading for one in found[key].flow.evidence] == ["inferred"]
    assert [(one.for_, one.reading) for one in found["partners"].flow.evidence] == [
        ((), "inferred"),
        (("grounds_any_of",), None),
    ]


def test_how_data_come_in(register: Register) -> None:
    """Four ways are stated for all of it; the app's device sends by itself; who reacts to an event is asked."""
    found = {hop.path: hop.flow for hop in register.flows() if hop.source}

    assert found["general.alles.flows.verzameling"].channels == (
        "Website", "Aanmeldformulieren", "Evenementen", "Andere diensten",
    )  # fmt: skip
    assert found["activities.app.flows.apparaat"].channels == ("Genkgo App",)
    assert "Automatisch" in str(found["activities.app.flows.apparaat"].when)
    assert found["activities.evenementen.flows.reactie"].data_subjects == (
        "Wie op een evenement reageert", "contest-participants",
    )  # fmt: skip


def test_who_pays_has_purposes_of_its_own(register: Register) -> None:
    """Payment, evaluation and management; upon request it is only possible; and the text denies it elsewhere."""
    needed, asked = (hop for hop in register.flows() if hop.recipient == "betalende-partijen")

    assert [len(hop.flow.purposes) for hop in (needed, asked)] == [3, 3]
    assert (needed.flow.possible, asked.flow.possible) == (None, True)
    assert needed.personal_data == ("Gebruikersinformatie over de diensten",)
    assert "Bij de registratie als lid verstrekte gegevens" in asked.personal_data
    for hop in (needed, asked):
        assert hop.data_subjects == ("members",)
        assert [str(one.text) for one in hop.flow.purposes] == [
            "De facturen betalen",
            "Eigen diensten evalueren met analyses",
            "Beheer dat gevolgen kan hebben voor het lid",
        ]
        assert [one.possible for one in hop.flow.purposes] == [None, True, True]
        assert hop.agreements == ("betaalovereenkomst",)
        assert [(one.at, one.reading) for one in hop.flow.evidence] == [
            ("L29", None),
            ("L51", "contradicted"),
        ]


def test_the_safeguards_are_a_menu(register: Register) -> None:
    """One of three for whichever partner, without country, for every activity alike; Genkgo has none of its own."""
    found = transfers(register, on=ON)
    asked = {hop.recipient: hop.flow.grounds_any_of for hop in register.flows() if hop.flow.grounds_any_of}

    assert asked == {"partners": found[0].grounds_any_of}

    assert {one.grounds_any_of for one in found} == {
        ("privacy-shield", "binding-corporate-rules", "standard-contractual-clauses")
    }
    assert {(one.recipient, one.country, one.grounds, one.possible) for one in found} == {("", "", (), True)}
    assert len(found) == len(register.activities)


def test_a_member_number_reveals_membership_of_a_union(register: Register) -> None:
    """Inferred, and of nothing else: the text names no special data."""
    revealing = [
        item for one in register.activities for item in one.personal_data if item.reveals or item.special
    ]

    assert [(item.kind, item.reveals) for item in revealing] == [("member-number", "trade-union-membership")]
    assert revealing[0].evidence[1].reading == "inferred"


def test_what_is_required(register: Register) -> None:
    """Only what bears an asterisk; the text does not say which data do."""
    members = register.activity("leden").personal_data

    assert [one.required for one in members if one.required is not None] == [True, False]
    assert register.activity("leden").if_refused


def test_what_is_only_an_example(register: Register) -> None:
    """The data of a registration are named as examples of more."""
    examples = [one.kind for one in register.activity("leden").personal_data if one.example]

    assert examples == ["name", "email", "member-number", "Thuisadres", "payment-data", "bank-account"]


def test_what_is_only_possible(register: Register) -> None:
    """Both kinds of advice, a call after a request, and pieces of others on the website may happen."""
    found = [one.key for one in register.activities for purpose in one.purposes if purpose.possible]

    assert found == ["advies", "advies", "aanvragen", "website"]


def test_explicit_consent_where_needed(register: Register) -> None:
    """The text names it among the bases and allocates it to nothing."""
    (ground,) = (ground for one in register.general for ground in one.special_grounds_any_of)

    assert (ground.ground, ground.when) == ("9(2)(a)", "Indien nodig")
    assert [one.reading for one in ground.evidence] == ["inferred"]


def test_retention(register: Register) -> None:
    """As long as the subscription or the service; erasure upon request after it; backups for some time."""
    (general,) = (one for one in register.general if one.retention)

    assert [(one.starts, one.then, one.where) for one in general.retention] == [
        (None, (), None),
        ("Besluit om met de diensten te stoppen", ("erase",), None),
        ("Verwijdering op verzoek", (), "Back-ups"),
    ]
    assert [one.possible for one in general.retention] == [None, None, True]
    assert not any(one.period for one in general.retention)
    assert not any(one.retention for one in register.activities)


def test_rights_and_contact(register: Register) -> None:
    """What can be exercised, and names and numbers as they are printed."""
    rights = next(one.rights for one in register.general if one.rights)
    contact = register.party("qlix").contact

    assert {right for one in rights.exercise for right in one.right} >= {
        "withdraw-consent", "access", "rectification", "erasure", "portability",
    }  # fmt: skip
    assert not {"objection", "objection-to-direct-marketing", "restriction"} & {
        right for one in rights.exercise for right in one.right
    }
    assert all(len(one.right) == 1 for one in rights.exercise)
    assert [one.channels for one in rights.exercise if one.right == ("erasure",)] == [
        ("Ledenwebsite",), (), ("Contact opnemen met Qlix",),
    ]  # fmt: skip
    assert str(rights.complaint).startswith("Autoriteit Bescherming Persoonsgegevens")
    assert isinstance(contact, Contact)
    assert (contact.phone, contact.email) == ("070 386 90 46", None)


def test_cookies_of_others(register: Register) -> None:
    """Genkgo sets three kinds; five named parties may set others, and not only they."""
    cookies = register.activity("website").cookies

    assert [one.set_by for one in cookies[:3]] == [("genkgo",)] * 3
    assert cookies[3].set_by == ("google", "youtube", "vimeo", "twitter", "facebook", "externe-bronnen")
    assert [one.possible for one in cookies] == [None, None, None, True]
    assert not any(one.consent or one.lifetime for one in cookies)


def test_version_and_days(register: Register) -> None:
    """The top of the page gives a day; the last line a version and, for the last change, only a month."""
    (notice,) = register.notices

    assert (notice.version, notice.published, notice.changed) == ("v1.0", ON, ON)
    assert [(one.at, one.reading) for one in notice.evidence if "changed" in one.for_] == [
        ("L92", None), ("L5", "inferred"),
    ]  # fmt: skip


def test_what_it_leaves_open_is_found(register: Register) -> None:
    """A check points at the data of three activities and at the contract with Genkgo."""
    found = {(one.rule.name, one.where) for one in check(register, on=ON).findings}

    assert {where for name, where in found if name == "item-missing"} == {
        "activities.advies", "activities.aanbiedingen", "activities.evenementen",
    }  # fmt: skip
    assert ("processor-without-agreement", "general.alles.flows.genkgo") in found


def test_who_qlix_is(register: Register) -> None:
    """A union that stands up for people in telecoms, on its own."""
    assert register.party("qlix").services == (
        "trade-union", "Belangen van telecomwerknemers onafhankelijk behartigen",
    )  # fmt: skip


def test_who_shares_with_whom(register: Register) -> None:
    """Each sharing of the text, once: with those who help, those who pay, and, from visitors, those who embed."""
    embedded = {"google", "youtube", "vimeo", "twitter", "facebook", "externe-bronnen"}
    found = {(hop.sender, hop.recipient) for hop in register.flows() if hop.recipient != "qlix"}

    assert found == {
        *(
            ("qlix", one)
            for one in (
                "genkgo", "partners", "betrokken-derden", "werknemers", "ingehuurde-derden", "betalende-partijen",
                "wie-de-winnaars-verneemt",
            )
        ),
        *(("data-subjects", one) for one in ("genkgo", *embedded)),
    }  # fmt: skip
    assert {hop.flow.possible for hop in register.flows() if hop.recipient in embedded} == {True}


def test_to_whom_winners_are_announced_is_left_open(register: Register) -> None:
    """An announcement has an audience: who it is, and in what role, the text does not say; that there is one is inferred."""
    (told,) = [hop for hop in register.flows() if hop.recipient == "wie-de-winnaars-verneemt"]

    assert (told.activity, told.role, told.data_subjects) == ("evenementen", (), ("Prijswinnaars",))
    assert told.flow.possible
    assert {one.reading for one in told.flow.evidence} == {"inferred"}


def test_one_kind_of_advice_hangs_on_a_choice(register: Register) -> None:
    """Advice about work is for who chose it; advice about a subscription is for anybody: the group said in general."""
    (record,) = controller_records(register, "qlix", on=ON)
    (advice,) = [one for one in record.entries if one.activity.key == "advies"]

    assert [bool(one.when) for one in advice.activity.purposes] == [True, False]
    assert [str(one.value.kind) for one in advice.said("data_subjects")] == [
        "Wie voor advies over de werksituatie heeft gekozen",
        "Wie van de diensten gebruikmaakt of dat van plan is",
    ]


def test_nothing_is_invented(register: Register) -> None:
    """No country, no officer, no day on paper, no declared absence."""
    assert not any(one.country or one.dpo or one.representative for one in register.parties)
    assert not any(one.signed or one.ends for one in register.agreements)
    assert not any(one.absences for one in (*register.activities, *register.general, *register.parties))

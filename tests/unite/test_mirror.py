"""A customer's record held against its processor's: what each says and the other does not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from ropa.errors import NotUnderstood, UnknownEntry
from ropa.fields import card
from ropa.glossary import LANGUAGES, phrase, term
from ropa.model import Agreement, Party, Register
from ropa.unite import Difference, Mirror, mirror

ON = date(2026, 6, 1)
BAKERY_NUMBER = {"scheme": "kbo", "number": "0123.456.749"}
PAYROLL_NUMBER = {"scheme": "kbo", "number": "0987.654.394"}
CLOUD_NUMBER = {"scheme": "kvk", "number": "12345678"}
PAPER = {"kind": "processing-agreement", "signed": "2024-03-01", "notice_days": 30, "regions": "EEA"}


def customer(
    flow: dict[str, Any] | None = None, paper: dict[str, Any] | None = None, **facts: Any
) -> Register:
    """A bakery that has its wages worked out."""
    about = {"recipient": "loonwijzer", "role": "processor", "processing": "payroll", "countries": "BE"}
    activity = {
        "key": "lonen",
        "name": "Lonen",
        "data_subjects": "employees",
        "personal_data": ["name", "salary"],
        "flows": [
            {**about, **(flow or {})},
            {"sender": "loonwijzer", "recipient": "wolk", "role": "processor", "processing": "hosting"},
        ],
    }
    whole: dict[str, Any] = {
        "language": "nl",
        "holder": "bakkerij",
        "parties": [
            {"key": "bakkerij", "name": "De Bakkerij", "registration": BAKERY_NUMBER},
            {"key": "loonwijzer", "name": "Loonwijzer NV", "registration": PAYROLL_NUMBER},
            {"key": "wolk", "name": "Wolk BV", "registration": CLOUD_NUMBER},
        ],
        "agreements": [{"key": "dpa", "between": ["bakkerij", "loonwijzer"], **PAPER, **(paper or {})}],
        "activities": [activity],
    }
    return Register.of({**whole, **facts})


def vendor(
    flow: dict[str, Any] | None = None,
    paper: dict[str, Any] | None = None,
    activity: dict[str, Any] | None = None,
    **facts: Any,
) -> Register:
    """The payroll office, which has the bakery among its customers."""
    about = {"recipient": "wij", "role": "processor", "processing": "payroll", "countries": "BE"}
    row = {
        "key": "payroll",
        "name": "Calcul des salaires",
        "controllers": ["client", "cafe"],
        "data_subjects": "employees",
        "personal_data": ["name", "salary"],
        "flows": [
            {**about, **(flow or {})},
            {"sender": "wij", "recipient": "cloud", "role": "processor", "processing": "hosting"},
        ],
        **(activity or {}),
    }
    whole: dict[str, Any] = {
        "language": "fr",
        "holder": "wij",
        "parties": [
            {"key": "wij", "name": "Loonwijzer", "registration": {"scheme": "vat", "number": "BE0987654394"}},
            {
                "key": "client",
                "name": "Boulangerie",
                "registration": {"scheme": "vat", "number": "BE 123.456.749"},
            },
            {"key": "cafe", "name": "Café"},
            {"key": "cloud", "name": "Wolk", "registration": CLOUD_NUMBER},
        ],
        "agreements": [{"key": "contrat", "between": ["wij", "client"], **PAPER, **(paper or {})}],
        "activities": [row],
    }
    return Register.of({**whole, **facts})


def differences(
    one: Register, other: Register, **how: Any
) -> list[tuple[str, tuple[Any, ...], tuple[Any, ...]]]:
    found = mirror(one, other, on=ON, **how).differences
    return [(each.kind, each.customer, each.vendor) for each in found]


def only(one: Register, other: Register, **how: Any) -> Difference:
    [found] = mirror(one, other, on=ON, **how).differences
    return found


class TestWhoIsWho:
    """The two holders in each other's registers."""

    def test_by_number_whatever_the_keys_and_names(self) -> None:
        """A VAT number and an enterprise number are the same number; names in two languages do not matter."""
        found = mirror(customer(), vendor(), on=ON)

        assert (found.vendor_is, found.customer_is) == ("loonwijzer", "client")
        assert found.compared == 1
        assert found.differences == ()

    def test_never_by_name_unless_told(self) -> None:
        """Without numbers neither is found; with `by_name` both are."""
        bare = [
            {"key": "wij", "name": "Loonwijzer NV"},
            {"key": "client", "name": "De bakkerij"},
            {"key": "cafe"},
            {"key": "cloud"},
        ]
        theirs = vendor(parties=bare)

        assert [kind for kind, *_ in differences(customer(), theirs)] == ["party", "party"]
        assert mirror(customer(), theirs, on=ON, by_name=True).customer_is == "client"

    def test_given_outright(self) -> None:
        """A vendor that records a category of customers has the customer under that key."""
        category = [
            {"key": "wij", "registration": PAYROLL_NUMBER},
            {"key": "klanten", "named": False},
            {"key": "cloud", "registration": CLOUD_NUMBER},
        ]
        theirs = vendor(parties=category, activity={"controllers": "klanten"}, agreements=[])
        found = mirror(customer(agreements=[]), theirs, on=ON, customer_as="klanten")

        assert found.customer_is == "klanten"
        assert found.differences == ()

    def test_a_member_of_a_category_is_a_customer(self) -> None:
        """The row for the category is the row for its member."""
        parties = [*vendor().parties, {"key": "klanten", "named": False, "members": ["client"]}]
        theirs = vendor(parties=parties, activity={"controllers": "klanten"})

        assert differences(customer(), theirs) == []

    def test_an_unknown_key_is_told(self) -> None:
        """With the nearest one that is there."""
        with pytest.raises(UnknownEntry, match="loonwijzer"):
            mirror(customer(), vendor(), on=ON, vendor_as="loonwijzr")

    def test_a_register_of_nobody_cannot_be_held_against_anything(self) -> None:
        """It must say whose it is."""
        with pytest.raises(NotUnderstood, match="holder"):
            mirror(customer(holder=None), vendor(), on=ON)


class TestRows:
    """What one side has and the other not at all."""

    def test_the_vendor_has_no_row(self) -> None:
        """It keeps no record of this customer."""
        found = only(customer(), vendor(activity={"controllers": "cafe"}))

        assert (found.kind, found.customer, found.vendor) == ("row", ("lonen",), ())

    def test_the_customer_has_no_flow(self) -> None:
        """The vendor records work that the customer does not."""
        more = {
            "key": "badges",
            "controllers": "client",
            "personal_data": "photo",
            "flows": {"recipient": "wij", "role": "processor"},
        }
        found = only(customer(), vendor(activities=[*vendor().activities, more]))

        assert (found.kind, found.customer, found.vendor) == ("row", (), ("badges",))

    def test_several_activities_of_the_customer_are_one_row_of_the_vendor(self) -> None:
        """What they carry together is held against it."""
        mine = customer()
        [lonen] = mine.activities
        two = [lonen.model_copy(update={"key": key, "personal_data": items}) for key, items in
               (("vast", lonen.personal_data[:1]), ("los", lonen.personal_data[1:]))]  # fmt: skip

        assert differences(customer(activities=two), vendor()) == []

    def test_what_is_past_is_not_compared(self) -> None:
        """A flow that ended is nobody's counterpart on a later day."""
        found = only(customer(flow={"valid_until": "2025-12-31"}), vendor())

        assert found.kind == "row"


class TestDifferences:
    """What both have and say differently."""

    def test_the_role(self) -> None:
        """The customer says processor; the vendor keeps the same data as its own."""
        own = {
            "controllers": [],
            "flows": {"sender": "client", "recipient": "wij", "countries": "BE", "processing": "payroll"},
        }
        found = mirror(customer(), vendor(activity=own), on=ON).differences

        assert ("role", ("processor",), ("controller",)) in [
            (one.kind, one.customer, one.vendor) for one in found
        ]

    def test_personal_data(self) -> None:
        """Each that only one side names; a label in any language is its term."""
        theirs = vendor(activity={"personal_data": ["Naam", "salary", "bank-account"]})

        assert differences(customer(), theirs) == [("personal_data", (), ("bank-account",))]

    def test_people(self) -> None:
        """Applicants are no employees."""
        theirs = vendor(activity={"data_subjects": ["employees", "applicants"]})

        assert differences(customer(), theirs) == [("data_subjects", (), ("applicants",))]

    def test_countries_and_access(self) -> None:
        """Where the data are, and from where they can be reached, are two things; a transfer is told once."""
        theirs = vendor(flow={"countries": ["BE", "NL"], "access_from": "IN"})

        assert differences(customer(), theirs) == [("countries", (), ("NL",)), ("access_from", (), ("IN",))]

    def test_grounds(self) -> None:
        """Both record the transfer, each on another ground."""
        mine = customer(flow={"countries": "US", "grounds": "standard-contractual-clauses"})
        theirs = vendor(flow={"countries": "US", "grounds": "dpf-listed"})
        found = only(mine, theirs)

        assert (found.kind, found.subject) == ("transfer", "US")
        assert (found.customer, found.vendor) == (("standard-contractual-clauses",), ("dpf-listed",))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_transfer_on_one_side_without_a_ground(self, language: str) -> None:
        """Who records it is told: that neither has a ground would be a difference between two equal words."""
        far = {"role": "processor", "countries": "IN"}
        mine, theirs = (
            [held.flows[0], {"sender": sender, "recipient": cloud, **far}]
            for held, sender, cloud in (
                (customer().activities[0], "loonwijzer", "wolk"),
                (vendor().activities[0], "wij", "cloud"),
            )
        )
        pay = {
            "key": "lonen",
            "data_subjects": "employees",
            "personal_data": ["name", "salary"],
            "flows": mine,
        }
        told = mirror(customer(activities=[pay]), vendor(), on=ON)
        of_vendor = mirror(customer(), vendor(activity={"flows": theirs}), on=ON)
        said = {
            "country": term("countries", "IN", language),
            "customer": "De Bakkerij",
            "vendor": "Loonwijzer",
        }

        for found, side, only in ((told, "customer", (("IN",), ())), (of_vendor, "vendor", ((), ("IN",)))):
            (one,) = [one for one in found.differences if one.kind.startswith("transfer")]
            assert (one.kind, one.customer, one.vendor) == ("transfer-only", *only)
            assert any(
                line.endswith(
                    phrase(f"mirror.transfer-only.{side}", language, where="", **said).lstrip(" :\xa0")
                )
                for line in found.sentences(language)
            )

    def test_a_processor_behind_the_vendor(self) -> None:
        """The customer does not record it; the same firm under another key is recorded."""
        flows = [*vendor().activities[0].flows, {"sender": "cloud", "recipient": "mail", "role": "processor"}]
        theirs = vendor(parties=[*vendor().parties, {"key": "mail"}], activity={"flows": flows})

        assert differences(customer(), theirs) == [("sub-processor", (), ("mail",))]

    def test_a_namesake_behind_the_vendor(self) -> None:
        """The same name without a number is told apart from one that is not recorded at all."""
        parties = [
            one if one.key != "cloud" else {"key": "cloud", "name": "wolk bv"} for one in vendor().parties
        ]

        assert differences(customer(), vendor(parties=parties)) == [("namesake", ("wolk",), ("cloud",))]
        assert differences(customer(), vendor(parties=parties), by_name=True) == []

    def test_a_circle_of_processors_ends(self) -> None:
        """The host sends back to the vendor."""
        flows = [
            *vendor().activities[0].flows,
            {"sender": "cloud", "recipient": "wij", "role": "processor", "key": "back"},
        ]

        assert differences(customer(), vendor(activity={"flows": flows})) == []

    @pytest.mark.parametrize(
        ("field", "value", "mine"),
        [
            ("signed", "2025-01-01", (date(2024, 3, 1),)),
            ("notice_days", 14, (30,)),
            ("sub_processors", "none", ()),
            ("regions", ["EEA", "US"], ()),
            ("ends", "2027-01-01", ()),
        ],
    )
    def test_terms_of_the_contract(self, field: str, value: Any, mine: tuple[Any, ...]) -> None:
        """One agreement, two readings of it."""
        found = only(customer(), vendor(paper={field: value}))

        assert (found.kind, found.subject, found.customer) == (field, "processing-agreement", mine)

    def test_a_contract_on_one_side(self) -> None:
        """Another kind is another contract."""
        found = differences(customer(), vendor(paper={"kind": "service-agreement"}))

        assert found == [("agreement", ("dpa",), ()), ("agreement", (), ("contrat",))]

    def test_who_is_authorised(self) -> None:
        """Parties are the same where their numbers are, whatever each calls them."""
        assert (
            differences(customer(paper={"authorised": "wolk"}), vendor(paper={"authorised": "cloud"})) == []
        )
        assert differences(customer(), vendor(paper={"authorised": "cloud"})) == [
            ("authorised", (), ("cloud",))
        ]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_namesake_is_authorised(self, language: str) -> None:
        """Two of one name are no difference of terms: it is open whether they are one. Others by the side are told."""
        parties = [
            *(one for one in vendor().parties if one.key != "cloud"),
            {"key": "cloud", "name": "wolk bv"},
            {"key": "desk", "name": "Desk"},
        ]
        mine = customer(paper={"authorised": "wolk"})
        told = mirror(mine, vendor(parties=parties, paper={"authorised": "cloud"}), on=ON)
        more = vendor(parties=parties, paper={"authorised": ["cloud", "desk"]})
        named = ("namesake-authorised", ("wolk",), ("cloud",))

        assert [(one.kind, one.customer, one.vendor) for one in told.differences] == [
            ("namesake", ("wolk",), ("cloud",)),
            named,
        ]
        assert phrase(
            "mirror.namesake-named",
            language,
            where=term("agreements", "processing-agreement", language).capitalize(),
            what=field(language),
            who="Wolk BV",
        ) in told.sentences(language)
        assert differences(mine, more)[1:] == [named, ("authorised", (), ("desk",))]
        assert differences(customer(), vendor(parties=parties, paper={"authorised": "cloud"}))[1:] == [
            ("authorised", (), ("cloud",))
        ]


def field(language: str) -> str:
    """What the sub-processors that a customer allows are called."""
    return card(Agreement, "authorised").label(language)


def everything() -> Mirror:
    """One of each."""
    first = customer(flow={"countries": ["BE", "CH"], "grounds": "adequacy"}).activities
    mine = customer(
        activities=[
            *first,
            {
                "key": "extra",
                "personal_data": "photo",
                "flows": {"recipient": "loonwijzer", "role": "processor"},
            },
        ],
    )
    theirs = vendor(
        flow={"role": ["processor", "controller"], "access_from": "IN"},
        activity={"personal_data": ["name", "<b>&", "x\x1b[31m"], "data_subjects": "applicants"},
        agreements=[],
    )
    return mirror(mine, theirs, on=ON)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_told_in_every_language(language: str) -> None:
    """A sentence or two for each difference; nothing is said that must be, only what is not recorded."""
    found = everything()
    told = found.sentences(language)

    assert len(told) >= len(found.differences) > 5
    assert all("{" not in line for line in told)


def test_an_answer_is_plain_data() -> None:
    """As JSON: kinds, words, places on both sides."""
    found = json.loads(json.dumps(everything().as_json()))

    assert found["customer_is"] == "client"
    assert {one["kind"] for one in found["differences"]} >= {"row", "personal_data", "agreement"}
    assert found["differences"][0]["customer"].keys() == {"only", "activities", "paths"}


def test_paths_lead_somewhere() -> None:
    """Each path is one of its own register."""
    mine, theirs = customer(flow={"countries": "NL"}), vendor()
    [one] = mirror(mine, theirs, on=ON).differences

    assert [mine.entry(path).key for path in one.paths[0]] == [None]
    assert [theirs.entry(path).key for path in one.paths[1]] == [None]


def test_registers_in_the_wrong_order() -> None:
    """Neither has anything that the one does for the other: that is said, not that they agree."""
    made = mirror(vendor(), customer(), on=ON)
    assert made.is_empty
    assert made.as_json()["empty"]
    for language in LANGUAGES:
        assert "De Bakkerij" in made.sentences(language)[0]
    assert "in the other order" in made.sentences("en")[0]
    assert not any("agree (" in said for said in made.sentences("en"))
    assert not mirror(customer(), vendor(), on=ON).is_empty


def test_a_key_that_one_register_does_not_have() -> None:
    """In whose register it is missed is told."""
    with pytest.raises(UnknownEntry, match="the register of De Bakkerij: there is no party 'wij'"):
        mirror(customer(), vendor(), on=ON, vendor_as="wij")
    with pytest.raises(UnknownEntry, match="the register of Loonwijzer: there is no party 'bakkerij'"):
        mirror(customer(), vendor(), on=ON, customer_as="bakkerij")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_processor_behind_the_vendor_has_the_data(language: str) -> None:
    """Of one that both record, each side is told whole."""
    onward = {"sender": "loonwijzer", "recipient": "wolk", "role": "processor", "processing": "hosting"}
    one = customer()
    work = one.activities[0].model_dump(exclude_unset=True)
    mine = Register.of(
        {
            **one.model_dump(exclude_unset=True),
            "activities": [
                {**work, "flows": [work["flows"][0], {**onward, "countries": "BE", "access_from": "NL"}]}
            ],
        }
    )
    other = vendor()
    row = other.activities[0].model_dump(exclude_unset=True)
    theirs = Register.of(
        {
            **other.model_dump(exclude_unset=True),
            "activities": [
                {
                    **row,
                    "flows": [
                        row["flows"][0],
                        {**onward, "sender": "wij", "recipient": "cloud", "countries": "NL"},
                    ],
                }
            ],
        }
    )
    assert differences(mine, theirs) == [
        ("sub-processor-countries", ("BE",), ("NL",)),
        ("sub-processor-access_from", ("NL",), ()),
    ]
    named, *said = mirror(mine, theirs, on=ON).sentences(language)
    assert "Boulangerie" in named
    assert all("Wolk BV" in line for line in said)


RECEIVED = {
    "key": "statistics",
    "controllers": "client",
    "personal_data": "health-data",
    "flows": {"recipient": "wij", "role": "controller", "countries": "BE"},
}


class TestReceived:
    """What the vendor gets from the customer otherwise than as its processor."""

    def test_what_only_the_vendor_records_as_controller(self) -> None:
        """In an activity of the customer or in one of its own: a controller records its recipients."""
        own = {**RECEIVED, "key": "sale", "controllers": []}
        own["flows"] = {**RECEIVED["flows"], "sender": "client"}  # type: ignore[dict-item]
        theirs = vendor(activities=[*vendor().activities, RECEIVED, own])

        assert differences(customer(), theirs) == [("receipt", (), ("controller",))] * 2
        for language in LANGUAGES:
            assert len(mirror(customer(), theirs, on=ON).sentences(language)) == 3  # and under which name

    def test_what_both_record_is_no_difference(self) -> None:
        """The customer has the vendor as a recipient."""
        work = {
            "key": "stats",
            "personal_data": "health-data",
            "flows": {"recipient": "loonwijzer", "role": "controller"},
        }
        mine = customer(activities=[*customer().activities, work])

        assert differences(mine, vendor(activities=[*vendor().activities, RECEIVED])) == []


class TestMet:
    """How the two stand in each other's registers."""

    def test_another_name_and_another_country_are_told(self) -> None:
        """The country is a difference, the name is not; a legal form more or less is no other name."""
        parties = [*customer(language="nl").parties]
        mine = customer(
            parties=[
                {"key": "bakkerij", "name": "De Bakkerij", "registration": BAKERY_NUMBER},
                {"key": "loonwijzer", "name": "Holding", "country": "DE", "registration": PAYROLL_NUMBER},
                parties[2],
            ]
        )
        theirs = vendor(
            parties=[
                {"key": "wij", "name": "Loonwijzer", "country": "BE", "registration": PAYROLL_NUMBER},
                {"key": "client", "name": "De Bakkerij B.V.", "registration": BAKERY_NUMBER},
                *vendor().parties[2:],
            ]
        )
        found = mirror(mine, theirs, on=ON)

        assert [(one.whom, one.name) for one in found.called] == [("vendor", "Holding")]
        assert differences(mine, theirs) == [("country", ("DE",), ("BE",))]
        assert found.differences[0].subject == "loonwijzer"
        for language in LANGUAGES:
            assert "Holding" in found.sentences(language)[0]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_party_of_the_same_name_is_pointed_at(self, language: str) -> None:
        """What is recorded of the one who is not found was held against nothing, and nothing is said to be missing."""
        bare = [one for one in vendor().parties if one.key != "client"]
        theirs = vendor(parties=[*bare, {"key": "client", "name": "De Bakkerij"}])
        found = mirror(customer(), theirs, on=ON)
        said = "\n".join(found.sentences(language))

        assert [(one.kind, one.subject) for one in found.differences] == [("party", "client")]
        assert found.uncompared == (("lonen",), ())
        assert "--customer-as client" in said
        assert "Lonen" in said

    def test_by_name_it_is_not_said_that_only_a_number_counts(self) -> None:
        """Nobody of that number or name."""
        bare = [one for one in vendor().parties if one.key != "client"]
        theirs = vendor(parties=[*bare, {"key": "client", "name": "Another"}])

        assert "number or its name" in mirror(customer(), theirs, on=ON, by_name=True).sentences("en")[0]
        assert "number or" not in mirror(customer(), theirs, on=ON).sentences("en")[0]

    def test_work_for_several_controllers_names_them(self) -> None:
        """Those that the customer's register knows: a group, say."""
        daughter = {"scheme": "kbo", "number": "0400.000.093"}
        mine = customer(
            parties=[*customer().parties, {"key": "dochter", "name": "Dochter", "registration": daughter}]
        )
        more = {
            "key": "badges",
            "controllers": ["client", "fille", "cafe"],
            "personal_data": "photo",
            "flows": {"recipient": "wij", "role": "processor"},
        }
        theirs = vendor(
            parties=[*vendor().parties, {"key": "fille", "registration": daughter}],
            activities=[*vendor().activities, more],
        )
        found = only(mine, theirs)

        assert (found.kind, found.behalf) == ("row", ("bakkerij", "dochter"))
        assert "on behalf of De Bakkerij and Dochter;" in mirror(mine, theirs, on=ON).sentences("en")[-1]


def test_one_register_seen_from_both_sides_agrees() -> None:
    """Also where a party is a processor by one flow, and by another it is open what it is."""
    flows = [
        {"key": "sure", "recipient": "loonwijzer", "role": "processor", "countries": "BE"},
        {"key": "open", "recipient": "loonwijzer", "role": ["processor", "controller"], "countries": "US"},
    ]
    work = {"key": "lonen", "controllers": "bakkerij", "personal_data": "salary", "flows": flows}
    mine, theirs = (customer(holder=one, activities=[work]) for one in ("bakkerij", "loonwijzer"))

    assert mirror(mine, theirs, on=ON).differences == ()


def test_a_company_of_a_group_is_held_against_the_vendor_by_its_own_number() -> None:
    """The register may be the mother's: whose work it is, is said on the activity, and asked for."""
    held = customer()
    (work,) = held.activities
    group = held.put(
        Party(key="mother", name="De Groep"), work.model_copy(update={"controllers": ["bakkerij"]})
    ).model_copy(update={"holder": "mother"})

    assert mirror(group, vendor(), on=ON).customer_is is None
    found, alone = mirror(group, vendor(), on=ON, controller="bakkerij"), mirror(held, vendor(), on=ON)
    assert (1, "client", "bakkerij") == (found.compared, found.customer_is, found.controller)
    assert found.sentences("nl") == alone.sentences("nl")
    with pytest.raises(UnknownEntry, match="bakkerij"):
        mirror(group, vendor(), on=ON, controller="bakkerj")

"""What-ifs at the edge: a decision that is not in force, a member of a category, a party by any of its numbers."""

from __future__ import annotations

from datetime import date

import pytest
from tests.sharing.shop import ON, SHOP, shop

from ropa.glossary import LANGUAGES
from ropa.model import PEOPLE, Register
from ropa.sharing import concentration, gaps, impact
from ropa.sharing.impact.whom import party_called

PAYROLL = Register.of(
    {
        "holder": "pay",
        "parties": [
            {"key": "pay", "name": "Pay"},
            {"key": "clients", "name": "Clients", "named": False, "members": ["acme"]},
            {"key": "acme", "name": "Acme", "supervisory_authority": "GBA"},
            {"key": "host", "registration": {"scheme": "vat", "number": "BE 123.456.749"}},
            {"key": "plain", "registration": {"scheme": "other", "number": "AB-12 x"}},
        ],
        "activities": [
            {
                "key": "wages",
                "controllers": ["clients"],
                "personal_data": ["salary"],
                "flows": [
                    {"sender": "clients", "recipient": "pay", "role": "processor"},
                    {"sender": "pay", "recipient": "host", "role": "processor"},
                ],
            }
        ],
    }
)


class TestNotInForce:
    """A decision that is known, and that nothing can rest on that day."""

    def test_one_that_ended(self) -> None:
        found = impact(shop(), on=ON, revoke="2016/1250")
        assert found.as_json()["not_in_force"] == {
            "decision": "2016/1250",
            "from": "2016-07-12",
            "until": "2020-07-15",
            "ended_by": "C-311/18",
            "instead": ["2023/1795"],
        }
        for language in LANGUAGES:
            said = " ".join(found.sentences(language))
            assert all(one in said for one in ("2016-07-12", "2020-07-15", "2023/1795", "C-311/18"))

    def test_one_that_has_not_begun(self) -> None:
        """What ends it later is nothing to tell then."""
        found = impact(shop(), on=date(2017, 1, 1), revoke="2023/1795").not_in_force
        assert found is not None
        assert (found.since, found.ended_by, found.instead) == (date(2023, 7, 10), "", ("2016/1250",))

    def test_old_clauses(self) -> None:
        """Clauses are for no place: nothing stands in for them there, and what ended them is said."""
        found = impact(shop(), on=ON, revoke="2010/87/EU").not_in_force
        assert found is not None
        assert (found.number, found.ended_by, found.instead) == ("2010/87", "2021/914", ())

    @pytest.mark.parametrize("number", ["2023/1795", "2021/914"])
    def test_one_in_force_says_nothing_of_it(self, number: str) -> None:
        found = impact(shop(), on=ON, revoke=number)
        assert found.not_in_force is None
        assert found.as_json()["not_in_force"] is None


class TestMember:
    """A known member of a category holds what the category holds, or a part of it."""

    def test_of_a_category_of_controllers(self) -> None:
        found = impact(PAYROLL, on=ON, breach="acme")
        (touched,) = found.activities
        assert (touched.activity, touched.member_of, touched.possible) == ("wages", "clients", True)
        assert touched.customers == ("acme",)
        assert [(one.who, one.article, one.authority) for one in found.notify] == [
            ("acme", "33(1)", "GBA"),
            ("acme", "34", None),
        ]
        assert all("Clients" in found.sentences(language)[1] for language in LANGUAGES)

    def test_the_category_itself_and_its_processor_are_as_before(self) -> None:
        for key in ("clients", "pay"):
            (touched,) = impact(PAYROLL, on=ON, breach=key).activities
            assert (touched.member_of, touched.possible, touched.customers) == ("", False, ("clients",))

    def test_of_a_category_of_processors(self) -> None:
        """The member tells those above; the category tells nobody."""
        changed = PAYROLL.replace("clients", named=True, members=[]).replace(
            "host", named=False, members=["plain"]
        )
        found = impact(changed, on=ON, breach="plain")
        told = [(one.who, one.whom) for one in found.notify if one.article == "33(2)"]
        assert told == [("plain", "pay"), ("pay", "clients")]


@pytest.mark.parametrize("written", ["BE0123456749", "0123.456.749", "be 123 456 749", "123456749"])
def test_a_party_by_a_number_however_written(written: str) -> None:
    assert party_called(PAYROLL, written) == "host"


def test_a_party_by_a_number_of_an_unknown_register() -> None:
    assert party_called(PAYROLL, "ab12X") == "plain"


class TestOne:
    """A count of one reads as one."""

    @pytest.mark.parametrize(
        ("language", "plural"),
        [("en", "activities"), ("nl", "activiteiten"), ("fr", "activités"), ("de", "Tätigkeiten,")],
    )
    def test_the_only_activity(self, language: str, plural: str) -> None:
        only = Register.of({**SHOP, "activities": SHOP["activities"][:1]})
        first, second, *rows = concentration(only, on=ON).sentences(language)
        assert not any(plural in one for one in (first, second, *rows) if "1 " in one and " : 1 " not in one)

    def test_french_agrees_with_all_of_them(self) -> None:
        said = concentration(shop(), on=ON).sentences("fr")
        assert not any("1 activités" in one for one in said)

    def test_one_day(self) -> None:
        papers = [
            {"key": "up", "kind": "processing-agreement", "between": ["clients", "pay"], "notice_days": 1},
            {"key": "down", "kind": "processing-agreement", "between": ["pay", "host"], "notice_days": 0},
        ]
        register = PAYROLL.model_copy(
            update={
                "agreements": Register.of(
                    {
                        "holder": "pay",
                        "parties": [{"key": key} for key in ("clients", "pay", "host")],
                        "agreements": papers,
                    }
                ).agreements
            }
        )
        said = [one for one in gaps(register, on=ON).sentences("en") if "notice" in one]
        assert len(said) == 1
        assert "1 day's notice" in said[0]


def test_what_people_send_themselves_is_told_without_calling_it_a_transfer() -> None:
    """Whether it is one is open (`path` says so); what goes away, or comes, is told all the same."""
    flows = [
        {"sender": PEOPLE, "recipient": "host", "countries": "US"},
        {"recipient": "host", "role": "processor", "countries": "US"},
    ]
    held = Register(
        holder="shop",
        parties=[{"key": "shop", "country": "NL"}, {"key": "host", "country": "US"}],
        activities=[{"key": "orders", "data_subjects": "customers", "personal_data": "name", "flows": flows}],
    )
    said = [one for one in impact(held, remove="host", on=ON).sentences("en") if "until now" in one]

    assert ["No longer: the data subjects → host", "No transfer any more: shop → host"] == [
        one.split(" (")[0] for one in said
    ]


def test_who_comes_to_keep_data_where_they_could_only_be_reached_from_transfers_them() -> None:
    """Kept there and reached from there are two transfers: the one begins, the other goes on."""
    flow = {"recipient": "host", "role": "processor", "countries": "NL", "access_from": "IN"}
    work = {"key": "orders", "data_subjects": "customers", "personal_data": "name", "flows": flow}
    held = Register(holder="shop", parties=[{"key": "shop"}, {"key": "host"}], activities=[work])
    found = impact(held, move={"host": "IN"}, on=ON)

    assert [(one.transfer.country, one.transfer.reached, one.before) for one in found.transfers] == [
        ("IN", False, None)
    ]
    assert hash(found) == hash(impact(held, move={"host": "IN"}, on=ON))
    found.as_json()["question"]["move"]["host"] = "XX"
    assert found.question == {"move": {"host": "IN"}}


def test_what_does_not_stand_today_loses_nothing() -> None:
    """A listing that has ended falls with no decision."""
    listing = {"scheme": "eu-us-dpf", "valid_until": "2025-01-01"}
    flow = {"recipient": "host", "role": "processor", "countries": "US", "grounds": "dpf-listed"}
    for certifications, number in (([listing], 0), ([{"scheme": "eu-us-dpf"}], 1)):
        held = Register(
            holder="shop",
            parties=[{"key": "shop"}, {"key": "host", "certifications": certifications}],
            activities=[{"key": "orders", "data_subjects": "customers", "flows": flow}],
        )
        assert len(impact(held, revoke="2023/1795", on=ON).transfers) == number


def test_an_arrangement_is_told_where_two_of_its_parties_answer() -> None:
    """Of one of them alone it leaves nothing to the other."""
    paper = {
        "key": "together",
        "kind": "joint-controller-arrangement",
        "between": ["shop", "sister"],
        "duties": {"breach-notification": "sister"},
    }
    for controllers, told in ((["shop", "sister"], 1), (["shop", "third"], 0)):
        work = {
            "key": "orders",
            "controllers": controllers,
            "flows": {"recipient": "host", "role": "processor"},
        }
        held = Register(
            holder="shop",
            parties=[{"key": key} for key in ("shop", "sister", "third", "host")],
            agreements=[paper],
            activities=[{**work, "personal_data": "name", "data_subjects": "customers"}],
        )
        assert len(impact(held, breach="host", on=ON).arranged) == told

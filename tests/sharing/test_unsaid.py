"""Recipients and data of which a register says nothing: not recorded, not yet known and none are three things."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.sharing import chain, concentration, holders, path_safeguards
from ropa.sharing.answer import Answer

ON = date(2026, 6, 1)
OWNED = {"unknown": "Which bank?", "owner": "Treasurer", "due": "2027-01-31"}


def club(*activities: dict[str, Any]) -> Register:
    data = {"data_subjects": "members", "personal_data": "bank-account"}
    return Register.of(
        {
            "language": "en",
            "holder": "club",
            "parties": [{"key": "club", "name": "Club"}, {"key": "bank", "name": "Bank"}],
            "activities": [data | one for one in activities],
        }
    )


def three() -> Register:
    return club(
        {"key": "blank", "name": "Dues"},
        {"key": "open", "name": "Fees", "absences": {"recipients": OWNED}},
        {"key": "none", "name": "Keys", "absences": {"recipients": "none"}},
    )


def answers(register: Register) -> list[Answer]:
    return [
        chain(register, "club", on=ON),
        holders(register, "bank-account", on=ON),
        concentration(register, on=ON),
    ]


class TestRecipients:
    """Whom an answer for Articles 15(1)(c) and 19 would leave out in silence."""

    @pytest.mark.parametrize("number", range(3))
    def test_three_states_read_differently(self, number: int) -> None:
        """Unknown is not none: who finds out by when is said, and what is blank is called so."""
        said = answers(three())[number].sentences("en")
        assert said[-3:] == (
            "Who receives data is not recorded: Dues",
            "Fees: who receives data is not yet known (Which bank?); Treasurer finds out by 2027-01-31",
            "It is recorded that nobody receives data: Keys",
        )

    @pytest.mark.parametrize("number", range(3))
    def test_as_json(self, number: int) -> None:
        """The same as plain data."""
        told = {"why": "Which bank?", "owner": "Treasurer", "due": "2027-01-31"}
        assert answers(three())[number].as_json()["recipients_not_stated"] == [
            {"activity": "blank", "state": "not-recorded"},
            {"activity": "open", "state": "unknown", **told},
            {"activity": "none", "state": "none"},
        ]

    def test_the_list_tells_it_too(self) -> None:
        """An activity without a link is not absent from the chain of its controller."""
        assert "Dues" in "\n".join(chain(three(), "club", on=ON).tree("en"))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_in_every_language(self, language: str) -> None:
        """Each in its own words."""
        said = "\n".join(chain(three(), "club", on=ON).sentences(language))
        assert all(name in said for name in ("Dues", "Fees", "Keys", "Treasurer", "2027-01-31"))

    @pytest.mark.parametrize(
        ("absence", "said"),
        [
            ({"unknown": "Which?", "owner": "Treasurer"}, "not yet known (Which?); Treasurer is finding out"),
            ({"unknown": "Which?", "due": "2027-01-31"}, "not yet known (Which?); to be known by 2027-01-31"),
            ({"unknown": "Which?"}, "Fees: who receives data is not yet known (Which?)"),
        ],
    )
    def test_who_finds_out_as_far_as_it_is_said(self, absence: dict[str, str], said: str) -> None:
        """No owner and no day are made up."""
        found = chain(club({"key": "f", "name": "Fees", "absences": {"recipients": absence}}), "f", on=ON)
        assert found.sentences("en")[-1].endswith(said)

    def test_a_recipient_is_recorded(self) -> None:
        """Then nothing is missed; own staff and a source of the data are no recipients."""
        flow = {"recipient": "bank", "countries": "DE"}
        assert not chain(club({"key": "f", "flows": flow}), "f", on=ON).unsaid
        staff = {"recipient": "bank", "role": "own-staff"}
        source = {"sender": "bank", "recipient": "club"}
        for one in (staff, source):
            assert [said.state for said in chain(club({"key": "f", "flows": one}), "f", on=ON).unsaid] == [
                "not-recorded"
            ]

    def test_what_has_ended_is_recorded(self) -> None:
        """The register does say who received the data, but not for this day."""
        past = {"recipient": "bank", "countries": "DE", "valid_until": "2026-05-31"}
        (said,) = chain(club({"key": "f", "name": "Fees", "flows": past}), "f", on=ON).unsaid
        assert said.state == "other-days"

    def test_many_are_counted(self) -> None:
        """A line stays one that can be read."""
        found = holders(club(*({"key": f"a{n}", "name": f"A{n}"} for n in range(20))), "bank-account", on=ON)
        assert found.sentences("en")[-1].endswith("A11 and 8 more")


class TestData:
    """Activities that leave open which data they are about."""

    def test_one_line_for_all(self) -> None:
        """What is asked for may be among them; where the register says that there are none it is not."""
        register = club(
            {"key": "a", "name": "A"},
            {"key": "b", "name": "B", "personal_data": []},
            {"key": "c", "name": "C", "personal_data": [], "absences": {"personal_data": OWNED}},
            {"key": "d", "name": "D", "personal_data": [], "absences": {"personal_data": "none"}},
        )
        found = holders(register, "bank-account", on=ON)
        assert found.data_open == ("b", "c")
        assert found.sentences("en")[-1] == "Not stated which data, so that these may be among them: B and C"
        assert found.as_json()["data_not_stated"] == ["b", "c"]

    def test_whose_data(self) -> None:
        """Asked for people, it is the people that may be among them."""
        register = club({"key": "a", "name": "A"}, {"key": "b", "name": "B", "data_subjects": []})
        found = holders(register, "members", on=ON)
        assert (found.data_open, found.people_open) == ((), ("b",))
        assert found.sentences("en")[-1] == "Not stated whose data, so that theirs may be among them: B"


@pytest.mark.parametrize(("absence", "is_told"), [("none", True), ({"unknown": "Nobody looked"}, False)])
def test_that_there_are_no_transfers_is_told_where_no_country_is(absence: Any, is_told: bool) -> None:
    """Whoever does not say where data are, may say that they stay inside."""
    held = Register(
        holder="shop",
        parties=[{"key": "shop"}, {"key": "host"}],
        activities=[
            {
                "key": "orders",
                "personal_data": "name",
                "data_subjects": "customers",
                "flows": {"recipient": "host", "role": "processor"},
                "absences": {"transfers": absence},
            }
        ],
    )
    for answer in (chain(held, "orders", on=ON), holders(held, "name", on=ON)):
        assert is_told == ("by the register no transfer" in "\n".join(answer.sentences("en")))
    said = "\n".join(path_safeguards(held, "shop", "host", on=ON).sentences("en"))
    assert is_told == ("it states that there are no transfers" in said)
    assert is_told == ("nor ruled out" not in said)


def test_why_a_country_is_not_known_is_told_with_it() -> None:
    """Ireland or the United States: one of two can't be written as both, and is no blank either."""
    flow = {
        "recipient": "host",
        "role": "processor",
        "absences": {"countries": {"unknown": "Ireland or the United States", "owner": "An"}},
    }
    work = {"key": "orders", "personal_data": "name", "data_subjects": "customers", "flows": flow}
    held = Register(holder="shop", parties=[{"key": "shop"}, {"key": "host"}], activities=[work])
    told = "country not stated (not yet known: Ireland or the United States)"
    for answer in (
        chain(held, "orders", on=ON),
        holders(held, "name", on=ON),
        path_safeguards(held, "shop", "host", on=ON),
    ):
        assert told in "\n".join(answer.sentences("en"))

"""Graphs as they are found outside: a list of hundreds of vendors, and sub-processors in a circle with loose ends.

The shapes are those of published lists (vendors with numbered purposes, kinds of data and days of retention; lists of
sub-processors that name each other). Every company here is made up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ropa import check, dumps, loads
from ropa.drawing import picture, svg
from ropa.formats import page
from ropa.model import Register
from ropa.sharing import (
    GapKind,
    around,
    chain,
    concentration,
    fold,
    gaps,
    holders,
    impact,
    path_safeguards,
    sharing_graph,
)

ON = date(2026, 11, 22)
VENDORS = 400
PURPOSES = ("Store information on a device", "Select advertising", "Measure content", "Develop services")
KINDS = ("IP addresses", "Device identifiers", "Precise location data", "Users’ profiles", "Privacy choices")
COUNTRIES = ("DE", "FR", "US", "GB", "IN", None)


def vendor(number: int) -> dict[str, Any]:
    """A vendor as such a list has it: what for, which data, for how many days."""
    return {
        "id": number,
        "name": f"Vendor {number} & Söhne <Ads>",
        "purposes": [at for at in range(len(PURPOSES)) if (number + at) % 3],
        "data": [at for at in range(len(KINDS)) if (number * 7 + at) % 4],
        "days": (30, 365, 396, 1825)[number % 4],
        "country": COUNTRIES[number % len(COUNTRIES)],
    }


def vendor_register() -> Register:
    """The list as the register of a publisher: an activity for each purpose, a controller for each vendor."""
    vendors = [vendor(number) for number in range(1, VENDORS + 1)]
    activities = [
        {
            "key": f"purpose-{at}",
            "name": name,
            "purposes": [{"text": name, "legal_bases": ["consent"]}],
            "data_subjects": ["website-visitors"],
            "personal_data": [*KINDS],
            "flows": [_disclosed(one) for one in vendors if at in one["purposes"]],
            "retention": [
                {"key": f"days-{days}", "period": f"P{days}D"}
                for days in sorted({one["days"] for one in vendors})
            ],
        }
        for at, name in enumerate(PURPOSES)
    ]
    parties = [{"key": f"vendor-{one['id']}", "name": one["name"], **_seat(one)} for one in vendors]
    publisher = {"key": "publisher", "name": "Publisher", "country": "NL"}
    return Register.of({"holder": "publisher", "parties": [publisher, *parties], "activities": activities})


def _seat(one: dict[str, Any]) -> dict[str, str]:
    return {"country": one["country"]} if one["country"] else {}


def _disclosed(one: dict[str, Any]) -> dict[str, Any]:
    data = [KINDS[at] for at in one["data"]]
    where = {"countries": one["country"]} if one["country"] else {}
    return {"recipient": f"vendor-{one['id']}", "role": "controller", "personal_data": data, **where}


CIRCLE = [f"circle-{number:02}" for number in range(20)]


def _to(sender: str, recipient: str, **more: Any) -> dict[str, Any]:
    return {
        "key": f"{sender}-{recipient}",
        "sender": sender,
        "recipient": recipient,
        "role": "processor",
        **more,
    }


def circle_register() -> Register:
    """A controller, its host, twenty sub-processors that each engage the next one, and loose ends.

    `orphan` sends what nobody gave it, and `silent` what it did not get; `leaf` passes nothing on; `unseen` is in the
    list of parties and nowhere else.
    """
    flows = [
        _to("shop", "host", countries="NL"),
        _to("host", CIRCLE[0], countries="IE"),
        *(
            _to(one, CIRCLE[(at + 1) % len(CIRCLE)], countries=("US", "IN", "DE")[at % 3])
            for at, one in enumerate(CIRCLE)
        ),
        _to(CIRCLE[7], "leaf", countries="US", personal_data=["email"]),
        _to("orphan", CIRCLE[3], countries="US"),
        _to("host", "silent", personal_data=["email"], countries="NL"),
        _to("silent", "leaf", personal_data=["bank-account"], countries="NL"),
    ]
    keys = ["shop", "host", *CIRCLE, "leaf", "orphan", "silent", "unseen"]
    return Register.of(
        {
            "holder": "shop",
            "parties": [{"key": key, "name": key.title(), "country": "NL"} for key in keys],
            "activities": [
                {
                    "key": "orders",
                    "name": "Orders",
                    "data_subjects": ["customers"],
                    "personal_data": ["name", "email", "bank-account"],
                    "flows": flows,
                }
            ],
        }
    )


@pytest.fixture(scope="module")
def vendors() -> Register:
    """The list of vendors."""
    return vendor_register()


@pytest.fixture(scope="module")
def circle() -> Register:
    """The circle with its loose ends."""
    return circle_register()


ANSWERS: dict[str, Callable[[Register, str], Any]] = {
    "holders": lambda held, party: holders(held, held.activities[0].personal_data[0].kind, on=ON),  # type: ignore[arg-type]
    "breach": lambda held, party: impact(held, breach=party, on=ON),
    "remove": lambda held, party: impact(held, remove=party, on=ON),
    "move": lambda held, party: impact(held, move={party: "IN"}, on=ON),
    "revoke": lambda held, party: impact(held, revoke="2023/1795", on=ON),
    "gaps": lambda held, party: gaps(held, on=ON),
    "chain": lambda held, party: chain(held, f"activities.{held.activities[0].key}", on=ON),
    "below": lambda held, party: chain(held, party, on=ON),
    "path": lambda held, party: path_safeguards(held, held.holder or "", party, on=ON),
    "concentration": lambda held, party: concentration(held, on=ON),
}


@pytest.mark.parametrize("question", ANSWERS)
def test_every_question_about_vendors_is_answered(vendors: Register, question: str) -> None:
    """In four languages, and as plain data."""
    found = ANSWERS[question](vendors, "vendor-9")
    assert found.as_json()
    for language in ("en", "nl", "fr", "de"):
        assert all(found.sentences(language))


@pytest.mark.parametrize("question", ANSWERS)
@pytest.mark.parametrize("party", ["host", "circle-00", "circle-13", "leaf", "orphan", "silent", "unseen"])
def test_every_question_about_anybody_in_a_circle_is_answered(
    circle: Register, question: str, party: str
) -> None:
    """Whoever is asked for: in the circle, before it, behind it, or in no flow at all."""
    found = ANSWERS[question](circle, party)
    assert found.as_json()
    assert all(found.sentences("en"))


class TestVendors:
    """Hundreds of recipients that each decide for themselves."""

    def test_the_graph_has_an_edge_for_each_purpose_of_each_vendor(self, vendors: Register) -> None:
        """And one from the visitors to the publisher for each activity."""
        graph = sharing_graph(vendors, ON)
        named = sum(len(vendor(number)["purposes"]) for number in range(1, VENDORS + 1))
        assert graph.number_of_edges() == named + len(PURPOSES)

    def test_who_holds_a_kind_of_data_is_who_lists_it(self, vendors: Register) -> None:
        """No vendor that does not declare the kind, and every one that does."""
        found = holders(vendors, "Precise location data", on=ON)
        listed = {
            f"vendor-{number}"
            for number in range(1, VENDORS + 1)
            if 2 in vendor(number)["data"] and vendor(number)["purposes"]
        }
        assert {one.party for one in found.recipients} == listed

    def test_the_file_comes_back(self, vendors: Register) -> None:
        """Names with marks of markup in them included."""
        assert loads(dumps(vendors)) == vendors

    def test_the_picture_is_folded_and_says_so(self, vendors: Register) -> None:
        """Four hundred boxes are no picture: parties of a country stand together, with their number."""
        drawn = svg(picture(fold(sharing_graph(vendors, ON)), language="en", on=ON))
        assert len(drawn) < 2_000_000
        assert f"parties: {VENDORS + 1}" in drawn
        assert "shown together by country" in drawn
        assert "<Ads>" not in drawn

    def test_the_page_has_every_vendor(self, vendors: Register) -> None:
        """The page is searched in the browser, so everybody is in it."""
        made = page.write(vendors, language="en", on=ON)
        text = made.decode("utf-8") if isinstance(made, bytes) else str(made)
        assert all(f"vendor-{number}" in text for number in (1, VENDORS))
        assert "<Ads>" not in text

    def test_what_is_checked_is_told_of_activities(self, vendors: Register) -> None:
        """The rules end too."""
        assert check(vendors, on=ON).findings


class TestCircle:
    """Twenty sub-processors in a circle."""

    def test_the_circle_is_told_once(self, circle: Register) -> None:
        """With all who are in it, from the first of them round to itself; whoever is asked for."""
        for asked in ("activities.orders", "host", *CIRCLE[:3]):
            (found,) = chain(circle, asked, on=ON).cycles
            assert set(found.parties) == {*CIRCLE}
            assert len(found.path) == len(CIRCLE) + 1
            assert found.path[0] == found.path[-1]

    def test_everybody_in_it_has_a_rank(self, circle: Register) -> None:
        """Counted from the controller, one more for each step; what closes the circle does not count again."""
        links = chain(circle, "activities.orders", on=ON).links
        ranks = {one.recipient: one.rank for one in links if one.sender in ("host", *CIRCLE[:-1])}
        assert [ranks[one] for one in CIRCLE] == [*range(2, 22)]

    def test_everybody_in_it_is_reached_by_the_fewest_flows(self, circle: Register) -> None:
        """From the shop, and from `orphan` on where that is nearer."""
        found = {one.party: one.path for one in holders(circle, "name", on=ON).holdings}
        assert [len(found[one]) for one in CIRCLE] == [2, 3, 4, *range(1, 18)]

    def test_removing_one_cuts_what_is_behind_it(self, circle: Register) -> None:
        """Those before it keep their data; `orphan` still feeds what comes after the third."""
        (touched,) = impact(circle, remove=CIRCLE[1], on=ON).activities
        assert CIRCLE[0] not in touched.parties
        assert CIRCLE[2] in touched.parties

    def test_a_breach_in_it_is_told_up_to_the_shop(self, circle: Register) -> None:
        """Each processor to whoever sent it the data, and the host to the controller (Article 33(2))."""
        found = impact(circle, breach=CIRCLE[2], on=ON)
        told = [(one.who, one.whom) for one in found.notify if one.article == "33(2)"]
        assert told[0] == (CIRCLE[2], CIRCLE[1])
        assert ("host", "shop") in told
        assert len(told) == len(set(told))

    def test_loose_ends_are_shown(self, circle: Register) -> None:
        """Who sends what it never got, and who is in no flow: as gaps, and in the graph."""
        found = gaps(circle, on=ON).gaps
        never = {(one.sender, one.how) for one in found if one.kind is GapKind.NEVER_RECEIVED}
        assert never == {("orphan", "nothing"), ("silent", "not-these")}
        assert [one.recipient for one in found if one.kind is GapKind.UNUSED_PARTY] == ["unseen"]
        graph = sharing_graph(circle, ON)
        assert graph.in_degree("party:orphan") == 0
        assert graph.out_degree("party:leaf") == 0
        assert graph.degree("party:unseen") == 0

    def test_what_was_never_received_is_still_followed(self, circle: Register) -> None:
        """`orphan` holds what it sends: somebody must have given it, and it is among those to be told."""
        assert "orphan" in {one.party for one in holders(circle, "name", on=ON).holdings}
        held = {one.party: one for one in holders(circle, "bank-account", on=ON).holdings}
        assert "leaf" not in held

    def test_the_part_around_a_loose_end(self, circle: Register) -> None:
        """Behind `leaf` there is nothing; before it, all that its data came by."""
        part = around(circle, on=ON, party="leaf")
        assert "party:circle-07" in part
        assert "party:unseen" not in part
        assert around(circle, on=ON, party="unseen").number_of_edges() == 0

    def test_it_is_drawn(self, circle: Register) -> None:
        """The picture has every company once, circle or not."""
        drawn = svg(picture(sharing_graph(circle, ON), language="en", on=ON))
        assert all(f">{one.title()}<" in drawn for one in CIRCLE)

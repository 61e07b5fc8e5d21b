"""Transfers: which flows leave the EEA on a day, and the ground the register records for them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.law import Ground
from ropa.model import Register
from ropa.transfer import Transfer, transfers

ON = date(2026, 11, 21)
SCC, BCR = Ground.STANDARD_CONTRACTUAL_CLAUSES, Ground.BINDING_CORPORATE_RULES


def register(
    *flows: dict[str, Any], parties: Any = (), activity: dict[str, Any] | None = None, **facts: Any
) -> Register:
    """A bakery with the activity `orders`, and one more; `host` and `desk` are there to receive."""
    known = {one["key"]: one for one in ({"key": "bakery"}, {"key": "host"}, {"key": "desk"}, *parties)}
    orders = {"key": "orders", "flows": list(flows), **(activity or {})}
    activities = [orders, {"key": "wages"}]
    return Register.of(
        {"holder": "bakery", "parties": list(known.values()), "activities": activities, **facts}
    )


def found(*flows: dict[str, Any], on: date = ON, **facts: Any) -> list[Transfer]:
    return list(transfers(register(*flows, **facts), on=on))


def to_host(**flow: Any) -> dict[str, Any]:
    return {"recipient": "host", "role": "processor", **flow}


def where(*flows: dict[str, Any], on: date = ON, **facts: Any) -> list[tuple[str, bool]]:
    """Where data go: the country, and whether they are only reached from there."""
    return [(one.country, one.reached) for one in found(*flows, on=on, **facts)]


class TestWhere:
    """A transfer is made by where data are, and from where they can be reached."""

    @pytest.mark.parametrize(
        ("on", "away"), [(date(2020, 12, 31), []), (date(2021, 1, 1), [("GB", False)]), (ON, [("GB", False)])]
    )
    def test_the_united_kingdom_left(self, on: date, away: list[tuple[str, bool]]) -> None:
        """Union law applied there up to and including the last day of 2020."""
        assert away == where(to_host(countries="GB"), on=on)

    def test_the_three_that_are_not_in_the_union(self) -> None:
        """Iceland, Liechtenstein and Norway count as inside on every day a register may ask for."""
        assert where(to_host(countries=["NO", "IS", "LI"])) == []

    @pytest.mark.parametrize("region", ["EU", "EEA"])
    def test_regions(self, region: str) -> None:
        """The words EU and EEA never make a transfer."""
        assert where(to_host(countries=region, access_from=region)) == []

    def test_processed_and_reached_are_told_apart(self) -> None:
        """Storage inside with support from outside is a transfer, marked as reached."""
        assert where(to_host(countries=["NL", "US"], access_from=["IN", "IE", "US"])) == [
            ("US", False),
            ("IN", True),
            ("US", True),
        ]

    def test_not_stated_is_not_a_transfer(self) -> None:
        """The country of a party says nothing about where data are."""
        assert where(to_host(), parties=[{"key": "host", "country": "US"}]) == []

    def test_only_flows_that_hold_on_the_day(self) -> None:
        """Neither a flow that ended, nor one of an activity that ended, is a transfer of today."""
        ended = to_host(countries="US", valid_until="2024-12-31")

        assert where(ended) == []
        assert where(ended, on=date(2024, 12, 31)) == [("US", False)]
        assert where(to_host(countries="US"), activity={"valid_until": "2024-12-31"}) == []

    def test_international_organisation(self) -> None:
        """A transfer to an international organisation is one wherever it sits, also inside the EEA."""
        union = {"key": "host", "kind": "international-organisation"}

        assert where(to_host(), parties=[union]) == [("", False)]
        assert where(to_host(countries="CH"), parties=[union]) == [("CH", False)]
        assert where(to_host(countries="FR"), parties=[union]) == [("", False)]

    def test_order_is_that_of_the_register(self) -> None:
        """Flows in the order of the file, what is declared after them."""
        seen = found(
            {"recipient": "desk", "countries": "IN"},
            to_host(countries=["US", "CN"]),
            activity={"transfers": {"countries": "BR"}},
        )

        assert [one.country for one in seen] == ["IN", "US", "CN", "BR"]


class TestGrounds:
    """Grounds are recorded, not judged; papers and listings are grounds by themselves."""

    def ground(
        self, *, on: date = ON, flow: dict[str, Any] | None = None, **facts: Any
    ) -> tuple[Ground, ...]:
        (one,) = found(to_host(countries="US", **(flow or {})), on=on, **facts)
        return one.grounds

    def paper(self, **facts: Any) -> dict[str, Any]:
        clauses = {"key": "scc", "kind": "standard-contractual-clauses", "between": ["bakery", "host"]}
        return {"agreements": [{**clauses, **facts}]}

    def test_stated(self) -> None:
        """What the flow states is given as stated, also a ground that no longer holds."""
        assert self.ground(flow={"grounds": ["privacy-shield", "derogation-consent"]}) == (
            Ground.PRIVACY_SHIELD,
            Ground.DEROGATION_CONSENT,
        )

    def test_any_of_is_not_allocated(self) -> None:
        """One of several: it is a ground, and stays undecided."""
        (one,) = found(to_host(countries="US", grounds_any_of=["adequacy", "standard-contractual-clauses"]))

        assert one.grounds == ()
        assert one.grounds_any_of == (Ground.ADEQUACY, SCC)
        assert one.has_ground

    def test_none(self) -> None:
        """A flow without any has none."""
        (one,) = found(to_host(countries="US"))

        assert not one.has_ground

    def test_clauses_between_the_two(self) -> None:
        """Clauses in force between sender and recipient are a ground, and said to be which."""
        (one,) = found(to_host(countries="US"), **self.paper(signed="2022-01-01"))

        assert (one.grounds, one.agreements) == ((SCC,), ("scc",))

    def test_binding_corporate_rules(self) -> None:
        """So are binding corporate rules."""
        assert self.ground(**self.paper(kind="binding-corporate-rules")) == (BCR,)

    def test_stated_and_on_paper_is_said_once(self) -> None:
        """A ground that the flow and the paper both give is one ground."""
        assert self.ground(flow={"grounds": "standard-contractual-clauses"}, **self.paper()) == (SCC,)

    @pytest.mark.parametrize(
        "paper",
        [
            {"between": ["bakery", "desk"]},
            {"covers": "wages"},
            {"kind": "processing-agreement"},
            {"signed": "2026-11-22"},
            {"ends": "2026-11-20"},
            {"valid_until": "2026-11-20"},
        ],
        ids=lambda paper: next(iter(paper)),
    )
    def test_paper_that_does_not_cover_it(self, paper: dict[str, Any]) -> None:
        """Other parties, another activity, another kind or another day: no ground."""
        assert self.ground(**self.paper(**paper)) == ()

    def test_paper_named_by_the_flow_must_be_between_the_two(self) -> None:
        """A flow that names clauses between others does not rest on them."""
        named = self.paper(between=["bakery", "desk"])

        assert self.ground(flow={"agreements": "scc"}, **named) == ()
        assert self.ground(flow={"agreements": "scc"}, **self.paper(covers="wages")) == ()

    def test_paper_on_its_last_day(self) -> None:
        """Days are inclusive at both ends."""
        paper = self.paper(signed="2026-11-21", ends="2026-11-21")

        assert self.ground(**paper) == (SCC,)
        assert self.ground(on=date(2026, 11, 22), **paper) == ()

    def test_listing_is_for_the_united_states(self) -> None:
        """A valid Data Privacy Framework listing of the recipient is a ground there, and nowhere else."""
        listed = {
            "key": "host",
            "certifications": {
                "scheme": "eu-us-dpf",
                "valid_from": "2024-01-01",
                "valid_until": "2024-12-31",
            },
        }
        both = to_host(countries=["US", "IN"])

        def grounds(on: date) -> list[tuple[str, tuple[Ground, ...]]]:
            return [(one.country, one.grounds) for one in found(both, parties=[listed], on=on)]

        assert grounds(date(2024, 12, 31)) == [("US", (Ground.DPF_LISTED,)), ("IN", ())]
        assert grounds(date(2025, 1, 1)) == [("US", ()), ("IN", ())]

    def test_other_certificates_are_no_ground(self) -> None:
        """ISO 27001 is none."""
        assert self.ground(parties=[{"key": "host", "certifications": {"scheme": "iso-27001"}}]) == ()


class TestDeclared:
    """What is stated without a recipient."""

    def declared(self, **stated: Any) -> list[Transfer]:
        return found(activity={"transfers": stated})

    def test_to_a_country(self) -> None:
        """The sender is the controller; the recipient is empty."""
        (one,) = self.declared(countries=["NL", "US"], grounds="adequacy", possible=True)

        assert (one.sender, one.recipient, one.country, one.reached) == ("bakery", "", "US", False)
        assert (one.grounds, one.possible, one.path) == (
            (Ground.ADEQUACY,),
            True,
            "activities.orders.transfers.1",
        )

    def test_without_a_country(self) -> None:
        """That data may leave, without saying where to, is a transfer with the country not stated."""
        (one,) = self.declared(possible=True, grounds_any_of=["adequacy", "binding-corporate-rules"])

        assert one.country == ""
        assert one.has_ground

    def test_inside_only(self) -> None:
        """A statement that names countries inside only is no transfer."""
        assert self.declared(countries=["NL", "DE"]) == []

    def test_not_on_the_day(self) -> None:
        """A statement holds on its days."""
        assert self.declared(countries="US", valid_from="2027-01-01") == []

    def test_in_general(self) -> None:
        """Said once for all: a transfer of every activity of the holder, marked."""
        told = register(
            general=[{"transfers": {"countries": "US"}}, {"flows": {"recipient": "desk", "countries": "IN"}}]
        )
        seen = transfers(told, on=ON)

        assert [(one.country, one.general, one.activity) for one in seen] == [
            ("IN", True, "orders"),
            ("IN", True, "wages"),
            ("US", True, "orders"),
            ("US", True, "wages"),
        ]


def test_possible() -> None:
    """A flow that may happen is a transfer that may happen."""
    (one,) = found(to_host(countries="US", possible=True))

    assert one.possible


def test_each_controller_sends() -> None:
    """Without a stated sender each controller of an activity makes its own transfer."""
    seen = found(to_host(countries="US"), activity={"controllers": ["bakery", "desk"]})

    assert [one.sender for one in seen] == ["bakery", "desk"]


def test_bakery(bakery: Register, on: date) -> None:
    """The helpdesk in India, reached, on clauses."""
    (one,) = transfers(bakery, on=on)

    assert (one.recipient, one.country, one.reached, one.grounds) == ("hulplijn", "IN", True, (SCC,))
    assert one.agreements == ("clausules-hulplijn",)


def test_transfers_said_in_general_end_with_it() -> None:
    """Neither its flows nor what it declares makes a transfer after its last day."""
    general = [
        {"flows": [to_host(countries="US")], "transfers": {"countries": "BR"}, "valid_until": "2026-11-20"}
    ]

    assert {one.country for one in found(general=general, on=date(2026, 11, 20))} == {"US", "BR"}
    assert found(general=general) == []


def test_clauses_with_a_category() -> None:
    """Clauses with a category of parties are a ground for a flow to one of its members."""
    hosts = {"key": "hosts", "named": False, "members": ["host"]}
    paper = {"key": "scc", "kind": "standard-contractual-clauses", "between": ["bakery", "hosts"]}
    (one,) = found(to_host(countries="US"), parties=[hosts], agreements=[paper])

    assert (one.grounds, one.agreements) == ((SCC,), ("scc",))

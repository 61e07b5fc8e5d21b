"""Every path that is shown carries what it is shown for: each token, of each controller, at every step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.sharing.test_reach import ON, PARTIES, Defined, registers

from ropa.model import PEOPLE, Hop, Register
from ropa.sharing import holders, impact, path_safeguards
from ropa.sharing.answer import parties_of
from ropa.sharing.holders import held_in
from ropa.sharing.impact.taken import taken
from ropa.sharing.reach import Reach

Token = tuple[Any, Any]


class Steps(Defined):
    """The definition, asked whether data of a controller get along the parties of a path. Slow, word for word."""

    def starts_at(self, party: str, token: Token) -> set[str]:
        return {tag for one, item, who, tag in self.facts if (one, item, who) == (party, *token)}

    def over(self, hops: Iterable[Hop], tags: set[str], token: Token) -> set[str]:
        """For whom a token is there, once it took one of these flows."""
        carrying = [hop for hop in hops if self.carries(hop, *token)]
        if carrying and carrying[0].sender == PEOPLE:
            tags = {self.tag(one) for one in self.controllers}
        return {to for hop in carrying for tag in tags for to in self.behalf(hop, tag)}

    def gets_along(self, path: Sequence[str], token: Token) -> set[str]:
        """For whom a token is at the end of a path of parties, if it takes every step of it."""
        tags = set() if path[0] == PEOPLE else self.starts_at(path[0], token)
        for sender, recipient in pairwise(path):
            between = [hop for hop in self.hops if (hop.sender, hop.recipient) == (sender, recipient)]
            tags = self.over(between, tags, token)
        return tags

    def answer_for(self, tags: Iterable[str]) -> set[str]:
        whole = {self.controllers[0]: self.controllers} if self.joint else {}
        return {one for tag in tags for one in whole.get(tag, (tag,))}


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_every_way_of_a_holder_carries_what_it_tells(register: Register) -> None:
    """And all that is held is told, for each controller."""
    spread, slow = Reach.of(register, ON)["work"], Steps(register, certain=False)
    for one in held_in(spread, spread.everything):
        told: set[tuple[Token, str]] = set()
        for way in one.ways:
            for token in way.tokens:
                reached = slow.answer_for(slow.gets_along(way.parties or (one.party,), token))
                assert set(way.customers) <= reached
                told |= {(token, customer) for customer in way.customers}
        held = {(item, who, tag) for party, item, who, tag in slow.facts if party == one.party}
        whose = {((item, who), to) for item, who, tag in held for to in slow.answer_for((tag,))}
        assert told == whose
        assert set(one.tokens) == {token for token, _ in told}


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_every_path_of_an_impact_carries_what_it_tells(register: Register) -> None:
    """A breach, a party that goes, a party that moves: just these data of just these controllers take the path."""
    slow = Steps(register, certain=False)
    for party in PARTIES:
        for question in ({"remove": party}, {"move": {party: "US"}}, {"breach": party}):
            for one in impact(register, on=ON, **question).activities:  # type: ignore[arg-type]
                for token in one.tokens:
                    reached = slow.answer_for(slow.gets_along(one.path, token))
                    assert reached
                    # with a breach some of those that answer do so for themselves, as a member or by their role
                    assert "breach" in question or set(one.customers) <= reached


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_every_route_carries_what_it_tells(register: Register) -> None:
    slow = Steps(register, certain=False)
    for sender in PARTIES:
        for recipient in PARTIES:
            for route in path_safeguards(register, sender, recipient, on=ON).routes:
                path = parties_of(leg.hop for leg in route.legs)
                assert path[0] == sender
                assert path[-1] == recipient
                assert all(slow.gets_along(path, token) for token in route.tokens)


HOST: dict[str, Any] = {
    "holder": "host",
    "parties": [
        {"key": "host", "name": "Host"},
        {"key": "clinic", "name": "Clinic"},
        {"key": "shop", "name": "Shop"},
        {"key": "desk", "name": "Desk", "country": "PH"},
    ],
    "agreements": [
        {
            "key": "scc",
            "kind": "standard-contractual-clauses",
            "between": ["host", "desk"],
            "signed": "2024-01-01",
            "decision": "2021/914",
            "module": "3",
        }
    ],
    "activities": [
        {
            "key": "hosting",
            "name": "Hosting",
            "controllers": ["clinic", "shop"],
            "data_subjects": [
                {"kind": "patients", "vulnerable": True},
                {"kind": "customers", "number": "90"},
            ],
            "personal_data": ["name", {"kind": "health-data", "subjects": "patients"}],
            "flows": [
                {"sender": "clinic", "recipient": "host", "role": "processor", "data_subjects": "patients"},
                {"sender": "shop", "recipient": "host", "role": "processor", "data_subjects": "customers"},
                {
                    "sender": "host",
                    "recipient": "desk",
                    "role": "processor",
                    "countries": "BE",
                    "access_from": "PH",
                    "customers": "shop",
                },
            ],
        }
    ],
}
"""One host of two customers: what it does for one is not what it does for the other."""


class TestTwoCustomersOfOneHost:
    """What is told of one of them is never told of the other."""

    def test_a_breach_weighs_what_is_held_for_each(self) -> None:
        found = impact(Register.of(HOST), on=ON, breach="host")
        assert [(one.path, one.customers, one.tokens) for one in found.activities] == [
            (("clinic", "host"), ("clinic",), (("name", "patients"), ("health-data", "patients"))),
            (("shop", "host"), ("shop",), (("name", "customers"),)),
        ]
        weighed = {one.who: {sign.kind for sign in one.indicators} for one in found.notify if one.indicators}
        assert weighed == {"clinic": {"special", "vulnerable"}, "shop": {"number"}}

    def test_a_breach_further_on_concerns_only_its_customer(self) -> None:
        found = impact(Register.of(HOST), on=ON, breach="desk")
        assert [(one.path, one.customers) for one in found.activities] == [
            (("shop", "host", "desk"), ("shop",))
        ]
        assert {one.who for one in found.notify} == {"desk", "host", "shop"}

    def test_a_decision_that_falls_names_its_customer(self) -> None:
        found = impact(Register.of(HOST), on=ON, revoke="2021/914")
        assert [(one.path, one.customers) for one in found.activities] == [
            (("shop", "host", "desk"), ("shop",))
        ]

    def test_a_party_that_goes_takes_each_from_whom_it_served(self) -> None:
        found = impact(Register.of(HOST), on=ON, remove="host")
        assert [(one.path, one.parties) for one in found.activities] == [
            (("clinic", "host"), ()),
            (("shop", "host"), ("desk",)),
        ]

    def test_holders_tell_each_way(self) -> None:
        said = holders(Register.of(HOST), "name", on=ON).sentences("en")
        assert any("of customers: Shop → Host → Desk" in one for one in said)
        assert not any("Clinic → Host → Desk" in one for one in said)
        assert any("of patients: Clinic → Host (" in one for one in said)

    def test_a_party_that_moves_gives_a_reason(self) -> None:
        """Where the data are until now; and that nothing follows of it, where nothing does."""
        said = impact(Register.of(HOST), on=ON, move={"desk": "DE"}).sentences("en")
        assert "until now: Belgium" in said[1]
        assert said[2] == (
            "By this no transfer begins or ends, and no recorded agreement promises another region."
        )


def test_a_path_to_a_flow_is_the_one_to_its_sender() -> None:
    """What took another of the flows asked for is behind that one, and not told twice."""
    spread = Reach.of(Register.of(HOST), ON)["hosting"]
    every = [(way.hop.path, way.hop.sender, way.hop.recipient) for way in spread.ways]
    assert [one.path for one in taken(spread, every)] == [("clinic", "host"), ("shop", "host")]

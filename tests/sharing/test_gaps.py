"""What chains lack: each kind found where it is, and not found where the register records what it takes."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from tests.sharing.test_large import calls

from ropa.glossary import LANGUAGES
from ropa.model import PEOPLE, Register
from ropa.sharing.gaps import Gap, GapKind, Gaps, gaps

ON = date(2026, 11, 22)
KEYS = ("us", "host", "desk", "tape", "client", "other")
CHAIN = ({"recipient": "host"}, {"sender": "host", "recipient": "desk"})
FULL = {"sub_processors": "general-authorisation"}


def paper(key: str, *between: str, **facts: Any) -> dict[str, Any]:
    return {"key": key, "kind": "processing-agreement", "between": [*between], **facts}


def register(*flows: dict[str, Any], activity: dict[str, Any] | None = None, **facts: Any) -> Register:
    """A register of `us` with one activity, `work`; flows are to processors unless they say otherwise."""
    work = {
        "key": "work",
        "data_subjects": "customers",
        "personal_data": ["name", "email"],
        "flows": [{"key": f"f{number}", "role": "processor", **one} for number, one in enumerate(flows)],
        **(activity or {}),
    }
    ends = {end for one in flows for end in (one.get("sender"), one["recipient"])}
    papers = [end for one in facts.get("agreements", ()) for end in one["between"]]
    known = {key: {"key": key} for key in KEYS if key in {*ends, *papers, *work.get("controllers", ()), "us"}}
    known |= {one["key"]: one for one in facts.pop("parties", ())}
    return Register.of({"holder": "us", "parties": list(known.values()), "activities": [work], **facts})


def asked(*flows: dict[str, Any], on: date = ON, **facts: Any) -> Gaps:
    return gaps(register(*flows, **facts), on=on)


def of(found: Gaps, kind: GapKind) -> list[Gap]:
    return [one for one in found.gaps if one.kind is kind]


class TestContract:
    """Processors without a contract: Article 28(3) and (4)."""

    def test_none_recorded(self) -> None:
        """Of a processor and of a sub-processor, by the paragraph that is about it."""
        found = of(asked(*CHAIN), GapKind.NO_CONTRACT)

        assert [("us", "host", "28(3)"), ("host", "desk", "28(4)")] == [
            (one.sender, one.recipient, one.article) for one in found
        ]
        assert ("activities.work.flows.f0",) == found[0].at

    def test_recorded(self) -> None:
        """A contract in force between the two is enough, also as clauses of the Commission."""
        papers = [
            paper("dpa", "us", "host", **FULL),
            {
                "key": "scc",
                "kind": "standard-contractual-clauses",
                "between": ["host", "desk"],
                "decision": "2021/914",
                "module": "3",
            },
        ]

        assert () == asked(*CHAIN, agreements=papers).gaps

    @pytest.mark.parametrize(
        ("facts", "how"),
        [
            ({"ends": "2026-11-21"}, "none"),
            ({"covers": ["else"]}, "none"),
            ({"kind": "service-agreement"}, "other-paper"),
            ({"when": "Where needed"}, "conditional"),
        ],
    )
    def test_not_enough(self, facts: dict[str, Any], how: str) -> None:
        """Ended, for something else, of another kind, or only on a condition: each told apart."""
        other = {
            "activities": [{"key": "work", "flows": [{**CHAIN[0], "role": "processor"}]}, {"key": "else"}]
        }
        held = register(agreements=[paper("dpa", "us", "host", **{**facts, "covers": ()})])
        held = held.model_copy(update={"agreements": [paper("dpa", "us", "host", **facts)], **other})

        assert [how] == [one.how for one in of(gaps(held, on=ON), GapKind.NO_CONTRACT)]

    def test_who_collects_from_people(self) -> None:
        """Works for each controller; where a flow says who engages it, only for that one."""
        two = {"activity": {"controllers": ["us", "client"]}}
        people = {"sender": PEOPLE, "recipient": "host"}
        one = asked(people, **two, agreements=[paper("dpa", "us", "host")])
        both = asked(
            people, {"sender": "us", "recipient": "host"}, **two, agreements=[paper("dpa", "us", "host")]
        )

        assert ["client"] == [gap.sender for gap in of(one, GapKind.NO_CONTRACT)]
        assert [] == of(both, GapKind.NO_CONTRACT)

    def test_the_same_gap_stands_once(self) -> None:
        """With every place and activity; it is open whether it happens only where it is so everywhere."""
        flow = {"recipient": "host"}
        held = register({**flow, "possible": True})
        more = held.activities[0].model_copy(
            update={"key": "more", "flows": register(flow).activities[0].flows}
        )
        [found] = gaps(held.put(more), on=ON).gaps

        assert ("work", "more") == found.activities
        assert ("activities.work.flows.f0", "activities.more.flows.f0") == found.at
        assert not found.possible


class TestAuthorisation:
    """Sub-processors nobody authorised: Article 28(2)."""

    @pytest.mark.parametrize(
        ("facts", "how"),
        [
            ({}, "not-recorded"),
            ({"sub_processors": "none"}, "refused"),
            ({"sub_processors": "specific-authorisation", "authorised": ["tape"]}, "not-listed"),
            ({"sub_processors": "specific-authorisation", "authorised": ["desk"]}, None),
            ({"sub_processors": "general-authorisation"}, None),
        ],
    )
    def test_what_the_paper_says(self, facts: dict[str, Any], how: str | None) -> None:
        """Nothing, no, not this one: each told apart."""
        papers = [paper("dpa", "us", "host", **facts), paper("sub", "host", "desk")]
        found = asked(*CHAIN, agreements=papers, parties=[{"key": "tape"}])

        assert [how] * (how is not None) == [one.how for one in of(found, GapKind.NO_AUTHORISATION)]

    def test_customers_alike_are_one_gap(self) -> None:
        """Those who gave leave are not in it."""
        papers = [
            paper("a", "client", "us"),
            paper("b", "other", "us", **FULL),
            paper("s", "us", "host"),
            paper("c", "tape", "us"),
        ]
        found = asked(
            {"recipient": "us"},
            {"sender": "us", "recipient": "host"},
            activity={"controllers": ["client", "other", "tape"]},
            agreements=papers,
        )

        assert [("client", "tape")] == [one.customers for one in of(found, GapKind.NO_AUTHORISATION)]


class TestRegion:
    """Regions promised and left: Article 28(3)(a)."""

    def regions(self, *flows: dict[str, Any], regions: Any = "EEA", **facts: Any) -> list[Gap]:
        papers = [paper("dpa", "us", "host", regions=regions, **FULL), paper("sub", "host", "desk")]
        return of(asked(*flows, agreements=papers, **facts), GapKind.OUTSIDE_REGION)

    @pytest.mark.parametrize(
        ("regions", "place", "how"),
        [
            ("EEA", {"countries": "NO"}, None),
            ("EEA", {"countries": "EEA"}, None),
            ("EEA", {}, None),
            ("EU", {"countries": ["BE", "EU"]}, None),
            (["EEA", "CH"], {"countries": "CH"}, None),
            ("EU", {"countries": "NO"}, "outside"),
            ("EEA", {"countries": "US"}, "outside"),
            ("EEA", {"countries": "NL", "access_from": "IN"}, "outside"),
            ("BE", {"countries": "NL"}, "outside"),
            ("EU", {"countries": "EEA"}, "wider"),
            ("BE", {"countries": "EU"}, "wider"),
        ],
    )
    def test_the_flow_itself(self, regions: Any, place: dict[str, Any], how: str | None) -> None:
        """Where the data are and from where they can be reached; a place that is not stated breaks nothing."""
        found = self.regions({"recipient": "host", **place}, regions=regions)

        assert [how] * (how is not None) == [one.how for one in found]

    def test_the_law_has_dates(self) -> None:
        """The United Kingdom was inside until the end of 2020."""
        facts: dict[str, Any] = {"agreements": [paper("dpa", "us", "host", regions="EEA")]}
        flow = {"recipient": "host", "countries": "GB"}

        assert [] == of(asked(flow, on=date(2020, 12, 31), **facts), GapKind.OUTSIDE_REGION)
        assert 1 == len(of(asked(flow, on=date(2021, 1, 1), **facts), GapKind.OUTSIDE_REGION))

    def test_further_down(self) -> None:
        """What was received under the promise and goes on is held against it, at any depth."""
        deep = {"sender": "desk", "recipient": "tape", "countries": "US"}
        [found] = self.regions(*CHAIN, deep)

        assert ("desk", "tape", ("dpa",), ("US",)) == (
            found.sender,
            found.recipient,
            found.agreements,
            found.countries,
        )

    def test_every_promise_above(self) -> None:
        """The controller's too, where each agreement of the chain passes the same promise on."""
        papers = [paper("dpa", "us", "host", regions="EEA"), paper("sub", "host", "desk", regions="EEA")]
        last = {"sender": "desk", "recipient": "tape", "countries": "US"}
        [found] = of(asked(*CHAIN, last, agreements=papers), GapKind.OUTSIDE_REGION)

        assert {"dpa", "sub"} == set(found.agreements)

    def test_round_and_round(self) -> None:
        """A circle under promises ends."""
        papers = [paper("dpa", "us", "host", regions="EEA"), paper("sub", "host", "desk", regions="EEA")]
        back = {"sender": "desk", "recipient": "host", "countries": "US"}
        found = of(asked(*CHAIN, back, agreements=papers), GapKind.OUTSIDE_REGION)

        assert {"dpa", "sub"} == {key for one in found for key in one.agreements}

    def test_other_data_are_not(self) -> None:
        """What the processor got from elsewhere, or what goes back to the controller, is not under the promise."""
        mine = {"recipient": "host", "personal_data": "name"}
        theirs = {"sender": PEOPLE, "recipient": "desk", "personal_data": "email", "role": []}
        onward = {"sender": "desk", "recipient": "host", "personal_data": "email", "role": []}
        away = {"sender": "host", "recipient": "tape", "personal_data": "email", "countries": "US"}
        back = {"sender": "host", "recipient": "us", "role": []}
        own = {"sender": "us", "recipient": "tape", "countries": "US"}

        assert [] == self.regions(mine, theirs, onward, away)
        assert [] == self.regions(mine, back, own)

    def test_each_customer_s_own_promise(self) -> None:
        """The flow for one customer breaks what that one was promised, not what another was."""
        papers = [paper("a", "client", "us", regions="EEA"), paper("b", "other", "us", regions="EEA")]
        flows = ({"recipient": "us"}, {"sender": "us", "recipient": "host", "countries": "US"})
        both = {"activity": {"controllers": ["client", "other"]}, "agreements": papers}
        one = ({**flows[0]}, {**flows[1], "customers": ["other"]})

        assert [("a", "b")] == [gap.agreements for gap in of(asked(*flows, **both), GapKind.OUTSIDE_REGION)]
        assert [("b",)] == [gap.agreements for gap in of(asked(*one, **both), GapKind.OUTSIDE_REGION)]


class TestNotice:
    """A notice from below that comes too late to be passed on."""

    @pytest.mark.parametrize(
        ("promised", "given", "gap"),
        [(30, 14, True), (30, 30, False), (14, 30, False), (30, None, False), (None, 5, False)],
    )
    def test_days(self, promised: int | None, given: int | None, gap: bool) -> None:
        """Only fewer days below than were promised above; what is not stated is not a number."""
        papers = [
            paper("dpa", "us", "host", notice_days=promised, **FULL),
            paper("sub", "host", "desk", notice_days=given),
        ]
        found = of(asked(*CHAIN, agreements=papers), GapKind.SHORT_NOTICE)

        assert [(promised, given, ("dpa", "sub"), ("us",))] * gap == [
            (one.promised, one.given, one.agreements, one.customers) for one in found
        ]

    def test_the_longest_counts(self) -> None:
        """Of several papers between the same two."""
        papers = [
            paper("dpa", "us", "host", notice_days=30, **FULL),
            paper("sub", "host", "desk", notice_days=5),
        ]
        found = asked(*CHAIN, agreements=[*papers, paper("more", "host", "desk", notice_days=45)])

        assert [] == of(found, GapKind.SHORT_NOTICE)


class TestOnward:
    """Processors outside the EEA without a ground: Article 44."""

    def test_each_hop(self) -> None:
        """The first and the onward one are told apart; a recorded ground is enough."""
        flows = (
            {"recipient": "host", "countries": "US"},
            {"sender": "host", "recipient": "desk", "access_from": "IN"},
            {
                "sender": "host",
                "recipient": "tape",
                "countries": "IN",
                "grounds": "standard-contractual-clauses",
            },
            {"recipient": "other", "countries": "US", "role": "controller"},
        )
        found = of(asked(*flows), GapKind.NO_GROUND)

        assert [("first", "host", ("US",)), ("onward", "desk", ("IN",))] == [
            (one.how, one.recipient, one.countries) for one in found
        ]

    def test_a_decision_is_told_of_its_own_country_only(self) -> None:
        """One flow to two countries, of which a decision reaches one: two gaps."""
        found = of(asked({"recipient": "host", "countries": ["CH", "RU"]}), GapKind.NO_GROUND)

        assert [(("CH",), ("2000/518",)), (("RU",), ())] == [(one.countries, one.decisions) for one in found]

    def test_an_international_organisation(self) -> None:
        """Has no country, and is one."""
        found = asked({"recipient": "host"}, parties=[{"key": "host", "kind": "international-organisation"}])

        assert [()] == [one.countries for one in of(found, GapKind.NO_GROUND)]
        assert ["us → host (processor): no ground in force for the transfer is recorded; host"] == [
            one.partition(" — ")[0].replace("Us", "us", 1) for one in found.sentences("en") if "ground" in one
        ]


class TestLeftovers:
    """Parties, systems, papers and senders that do not fit the flows."""

    def test_an_unused_party(self) -> None:
        """Nothing names it, or only it itself; one that anything names is used."""
        parties = [
            {"key": "lonely", "group": "lonely", "members": ["lonely"]},
            {"key": "us", "dpo": "officer"},
            {"key": "officer"},
            {"key": "category", "named": False, "members": ["member"]},
            {"key": "member"},
            {"key": "gone", "valid_until": "2020-01-01"},
        ]

        assert ["lonely", "category"] == [
            one.recipient for one in of(asked(parties=parties), GapKind.UNUSED_PARTY)
        ]

    @pytest.mark.parametrize(
        "facts",
        [
            {"systems": [{"key": "shop", "operated_by": "named"}]},
            {"agreements": [paper("dpa", "us", "named")]},
            {"agreements": [{"key": "x", "between": ["us"], "duties": {"security": "named"}}]},
            {"activity": {"security": {"text": "locks", "by": "named"}}},
            {"activity": {"personal_data": {"kind": "name", "source": "named"}, "flows": []}},
            {
                "activity": {
                    "purposes": {"text": "x", "legal_bases": {"basis": "consent", "obtained_by": "named"}}
                }
            },
            {"general": [{"rights": {"contact": "named"}}]},
        ],
        ids=lambda facts: next(iter(facts)),
    )
    def test_a_party_named_anywhere_is_used(self, facts: dict[str, Any]) -> None:
        """In a system, an agreement, a measure, a source, a basis, a contact."""
        found = asked(**facts, parties=[{"key": "named"}])

        assert [] == of(found, GapKind.UNUSED_PARTY)

    def test_a_system_of_somebody_else(self) -> None:
        """Without a flow in the activity that uses it; one that no activity uses needs a flow anywhere."""
        systems = [
            {"key": "shop", "operated_by": "host"},
            {"key": "archive", "operated_by": "us"},
            {"key": "spare", "operated_by": "desk"},
            {"key": "kept", "operated_by": "tape"},
        ]
        parties = [{"key": key} for key in ("host", "desk", "tape")]
        uses = {"activity": {"systems": ["shop", "archive"], "storage": {"systems": "kept"}}}
        none = of(asked(**uses, systems=systems, parties=parties), GapKind.SYSTEM_WITHOUT_FLOW)
        some = of(
            asked({"recipient": "host"}, {"recipient": "desk"}, **uses, systems=systems, parties=parties),
            GapKind.SYSTEM_WITHOUT_FLOW,
        )

        assert ["shop", "kept", "spare"] == [one.system for one in none]
        assert ["activities.work.systems.shop", "activities.work.storage.1", "systems.spare"] == [
            one.at[0] for one in none
        ]
        assert ["kept"] == [one.system for one in some]

    def test_an_agreement_that_is_not_in_force(self) -> None:
        """Named by a flow: ended, or not begun; by the provision that asks for such a paper."""
        papers = [
            paper("old", "us", "host", ends="2026-11-21"),
            {
                "key": "new",
                "kind": "joint-controller-arrangement",
                "between": ["us", "desk"],
                "signed": "2026-11-23",
            },
            {"key": "other", "between": ["us", "tape"], "valid_until": "2026-01-01"},
        ]
        flows = [
            {"recipient": "host", "agreements": "old"},
            {"recipient": "desk", "role": "joint-controller", "agreements": "new"},
        ]
        found = of(
            asked(*flows, {"recipient": "tape", "agreements": "other"}, agreements=papers),
            GapKind.ENDED_AGREEMENT,
        )

        assert [("ended", "28(3)"), ("not-begun", "26"), ("ended", "5(2)")] == [
            (one.how, one.article) for one in found
        ]

    def test_a_sender_that_gets_nothing(self) -> None:
        """A flow before it is missing; a source of the controller has data of its own."""
        found = asked(
            {"sender": "host", "recipient": "desk"},
            {"sender": "client", "recipient": "us", "role": []},
            {"sender": "client", "recipient": "tape"},
        )

        assert [("nothing", "host", "desk")] == [
            (one.how, one.sender, one.recipient) for one in of(found, GapKind.NEVER_RECEIVED)
        ]

    def test_a_sender_that_gets_something_else(self) -> None:
        """Only what a flow names of its own accord counts; a source named by an item has it."""
        first = {"recipient": "host", "personal_data": "name"}
        [found] = of(
            asked(first, {"sender": "host", "recipient": "desk", "personal_data": ["name", "email"]}),
            GapKind.NEVER_RECEIVED,
        )

        assert ("not-these", (("email", "customers"),)) == (found.how, found.tokens)
        assert [] == of(asked(first, {"sender": "host", "recipient": "desk"}), GapKind.NEVER_RECEIVED)
        items = {"personal_data": ["name", {"kind": "email", "source": "host"}]}
        onward = {"sender": "host", "recipient": "desk", "personal_data": "email"}
        assert [] == of(asked(first, onward, activity=items), GapKind.NEVER_RECEIVED)

    @pytest.mark.parametrize(
        ("named", "missing"),
        [
            ({"personal_data": "name"}, ()),
            ({"personal_data": ["name", "email"]}, (("email", "customers"), ("email", "employees"))),
            ({"data_subjects": "customers"}, ()),
            ({"data_subjects": ["customers", "employees"]}, (("name", "employees"), ("email", "employees"))),
            ({"personal_data": "name", "data_subjects": "customers"}, ()),
            (
                {"personal_data": "name", "data_subjects": ["customers", "employees"]},
                (("name", "employees"),),
            ),
            ({"personal_data": "email", "data_subjects": "customers"}, (("email", "customers"),)),
        ],
        ids=lambda one: ", ".join(one) if isinstance(one, dict) else "",
    )
    def test_a_side_that_is_not_named_claims_nothing(
        self, named: dict[str, Any], missing: tuple[Any, ...]
    ) -> None:
        """The host gets the name of customers: a flow that names a name does not say that it is also of employees."""
        found = of(
            asked(
                {"recipient": "host", "personal_data": "name", "data_subjects": "customers"},
                {"sender": "host", "recipient": "desk", **named},
                activity={"data_subjects": ["customers", "employees"]},
            ),
            GapKind.NEVER_RECEIVED,
        )

        assert missing == (found[0].tokens if found else ())

    def test_for_one_customer_only(self) -> None:
        """What goes on of one customer is that customer's: the people of the other are not missed."""
        found = asked(
            {"sender": "us", "recipient": "host", "data_subjects": "customers"},
            {"sender": "client", "recipient": "host", "data_subjects": "employees"},
            {"sender": "host", "recipient": "desk", "customers": "us"},
            {"sender": "desk", "recipient": "tape", "personal_data": "name"},
            activity={"controllers": ["us", "client"], "data_subjects": ["customers", "employees"]},
        )

        assert [] == of(found, GapKind.NEVER_RECEIVED)

    def test_several_papers_promise_the_same_region(self) -> None:
        """The sentence fits one agreement and several."""
        papers = [
            paper("dpa", "us", "host", regions="EEA", **FULL),
            paper("two", "us", "host", regions="EEA"),
        ]
        [said] = [
            one
            for one in asked(
                {"recipient": "host", "countries": "NL"},
                {"sender": "host", "recipient": "desk", "countries": "IN"},
                agreements=papers,
            ).sentences("en")
            if "European Economic Area" in one
        ]

        assert (
            "India, while according to processing agreement (dpa) and processing agreement (two) the data"
            in said
        )


EVERYTHING: dict[str, Any] = {
    "parties": [{"key": key} for key in ("us", "host", "desk", "tape", "client", "lonely")],
    "systems": [{"key": "shop", "name": "Shop", "operated_by": "client"}],
    "agreements": [
        paper("dpa", "us", "host", notice_days=30, regions="EEA", sub_processors="specific-authorisation"),
        paper("sub", "host", "desk", notice_days=5, sub_processors="none"),
        paper("old", "us", "tape", ends="2020-01-01"),
    ],
    "activity": {"systems": "shop"},
}
FLOWS = (
    {"recipient": "host", "personal_data": "name", "countries": "US"},
    {"sender": "host", "recipient": "desk", "countries": ["IN", "EU"], "possible": True},
    {"sender": "desk", "recipient": "tape", "personal_data": "email"},
    {"recipient": "tape", "agreements": "old"},
)


class TestAnswer:
    """Sentences and JSON."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_sentence_for_each(self, language: str) -> None:
        """Of every kind, in every language; it says by which article to look."""
        found = asked(*FLOWS, **EVERYTHING)
        said = found.sentences(language)

        assert set(GapKind) == {one.kind for one in found.gaps}
        assert len(found.gaps) == len(said) == len(set(said))
        assert not [one for one in said if "{" in one or "None" in one]

    def test_kinds_stand_together(self) -> None:
        """In the order of the kinds."""
        kinds = [one.kind for one in asked(*FLOWS, **EVERYTHING).gaps]

        assert kinds == sorted(kinds, key=list(GapKind).index)

    def test_never_unlawful(self) -> None:
        """A register proves what is written in it, and decides nothing."""
        said = " ".join(asked(*FLOWS, **EVERYTHING).sentences("en"))

        assert not [word for word in ("unlawful", "must", "illegal", "violat") if word in said]

    def test_none(self) -> None:
        """Is said."""
        assert ("No gap found in what the register records.",) == asked().sentences("en")

    def test_many_names_are_cut_short(self) -> None:
        """In the sentence; the gap has them all."""
        held = register({"recipient": "host"})
        more = [held.activities[0].model_copy(update={"key": f"w{number}"}) for number in range(9)]
        found = gaps(held.put(*more), on=ON)

        assert 10 == len(found.gaps[0].activities)
        assert "work, w0, w1 and 7 more" in found.sentences("en")[0]

    def test_many_agreements_are_cut_short(self) -> None:
        """A flow far down leaves what was promised all along the way, and is followed up that way once."""

        def line(size: int) -> Register:
            ends = ["us", *(f"p{number}" for number in range(size))]
            steps = [*pairwise(ends)]
            flows = [{"sender": one, "recipient": two, "countries": "US"} for one, two in steps]
            papers = [
                paper(f"dpa-{two}", one, two, regions="EEA", sub_processors="general-authorisation")
                for one, two in steps
            ]
            return register(*flows, agreements=papers, parties=[{"key": key} for key in ends])

        found = gaps(line(9), on=ON)
        longest = max(of(found, GapKind.OUTSIDE_REGION), key=lambda one: len(one.agreements))

        assert tuple(f"dpa-p{number}" for number in (7, 6, 5, 4, 3, 2, 1, 0)) == longest.agreements
        assert [True] * 4 == [
            any("dpa-p5" in said and "dpa-p4" not in said for said in found.sentences(one))
            for one in LANGUAGES
        ]
        small, large = (calls(lambda held: gaps(held, on=ON), line(size)) for size in (60, 120))
        assert large < 2.6 * small

    def test_json(self) -> None:
        """Plain data, without what a kind does not have."""
        found = json.loads(json.dumps(asked(*FLOWS, **EVERYTHING).as_json()))["gaps"]
        by_kind = {one["gap"]: one for one in found}

        assert {"promised": 30, "given": 5} == {
            name: by_kind["notice-shorter-below"][name] for name in ("promised", "given")
        }
        assert "regions" not in by_kind["unused-party"]
        assert ["parties.lonely"] == by_kind["unused-party"]["at"]


def test_the_bakery_has_one(bakery: Register) -> None:
    """The newsletter is sent by a processor without a contract: so its comment says."""
    assert [(GapKind.NO_CONTRACT, "postduif")] == [
        (one.kind, one.recipient) for one in gaps(bakery, on=ON).gaps
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_that_reaches_a_transfer_is_told_though_it_is_not_stated(language: str) -> None:
    """What lacks is its statement: who reads the gap need not look whether there is a decision at all."""
    found = asked(CHAIN[0], {**CHAIN[1], "countries": ["GB"]})
    [gap] = of(found, GapKind.NO_GROUND)
    assert gap.decisions == ("2025/2574",)
    assert any("2025/2574" in said for said in found.sentences(language))
    [other] = of(asked(CHAIN[0], {**CHAIN[1], "countries": ["PH"]}), GapKind.NO_GROUND)
    assert other.decisions == ()
    [listed] = of(asked(CHAIN[0], {**CHAIN[1], "countries": ["US"]}), GapKind.NO_GROUND)
    assert listed.decisions == ()  # whether it is listed is not recorded


def test_a_promise_on_a_condition_is_told_with_it() -> None:
    """What a contract promises "where needed" is not said outright."""
    held = Register(
        holder="shop",
        parties=[{"key": key} for key in ("shop", "host", "cloud")],
        agreements=[
            {
                "key": "promise",
                "kind": "processing-agreement",
                "between": ["shop", "host"],
                "regions": "NL",
                "when": "Where needed",
            },
        ],
        activities=[
            {
                "key": "orders",
                "personal_data": "name",
                "flows": [{"recipient": "host", "role": "processor", "countries": "US"}],
            }
        ],
    )
    said = [one for one in gaps(held, on=ON).sentences("en") if "promise" in one and "States" in one]

    assert said
    assert all("(promise), Where needed" in one for one in said)

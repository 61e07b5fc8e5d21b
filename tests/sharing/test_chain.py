"""The chain of processors: who is below whom, at which rank, on which paper, with whose leave."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from ropa.errors import UnknownEntry
from ropa.glossary import LANGUAGES
from ropa.model import PEOPLE, Activity, Register
from ropa.sharing.chain import Chain, chain
from ropa.sharing.engagement import Permission

ON = date(2026, 11, 22)
KEYS = ("us", "host", "backup", "desk", "tape", "court", "client", "other")
Step = tuple[str, str] | tuple[str, str, dict[str, Any]]


def flow(step: Step) -> dict[str, Any]:
    """A flow to a processor, from its two ends, and what is said otherwise."""
    sender, recipient, *more = step
    return {"sender": sender, "recipient": recipient, "role": "processor", **(more[0] if more else {})}


def register(*steps: Step, activity: dict[str, Any] | None = None, **facts: Any) -> Register:
    """A register of `us` with one activity, `work`, and these flows in it."""
    flows = [{"key": f"f{number}", **flow(step)} for number, step in enumerate(steps)]
    work = {"key": "work", "data_subjects": "customers", "personal_data": ["name", "email"], "flows": flows}
    known = {one["key"]: one for one in (*({"key": key} for key in KEYS), *facts.pop("parties", ()))}
    return Register.of(
        {
            "holder": "us",
            "parties": list(known.values()),
            "activities": [{**work, **(activity or {})}],
            **facts,
        }
    )


def asked(*steps: Step, of: str = "us", customer: str | None = None, **facts: Any) -> Chain:
    return chain(register(*steps, **facts), of, on=ON, customer=customer)


def ranks(found: Chain) -> dict[tuple[str, str], int | None]:
    return {(one.sender, one.recipient): one.rank for one in found.links}


def paper(key: str, *between: str, **facts: Any) -> dict[str, Any]:
    return {"key": key, "kind": "processing-agreement", "between": [*between], **facts}


class TestRanks:
    """1 for a processor of the controller, one more for each processor between."""

    def test_each_hop_is_one_further(self) -> None:
        """In the order of the ranks, whatever the order of the flows."""
        found = asked(("host", "backup"), ("us", "host"), ("backup", "tape"))

        assert {("us", "host"): 1, ("host", "backup"): 2, ("backup", "tape"): 3} == ranks(found)
        assert [1, 2, 3] == [one.rank for one in found.links]

    def test_the_shortest_way_counts(self) -> None:
        """A sender that is near by one way and far by another is near."""
        found = asked(("us", "host"), ("host", "backup"), ("us", "backup"), ("backup", "tape"))

        assert 2 == ranks(found)["backup", "tape"]

    def test_who_is_no_processor_has_none(self) -> None:
        """A controller, an open role, an authority: at the end, as what they are."""
        found = asked(
            ("us", "court", {"role": "authority-inquiry"}),
            ("us", "client", {"role": "controller"}),
            ("us", "desk", {"role": ["processor", "controller"]}),
            ("us", "host"),
        )

        assert [1, None, None, None] == [one.rank for one in found.links]
        assert ["host", "court", "client", "desk"] == [one.recipient for one in found.links]

    def test_the_processor_of_another_controller_is_its_first(self) -> None:
        """Who decides for itself begins a chain of its own."""
        found = asked(("us", "client", {"role": "controller"}), ("client", "host"))

        assert {("us", "client"): None, ("client", "host"): 1} == ranks(found)

    def test_who_collects_from_people_is_the_first(self) -> None:
        """People engage nobody: a processor that they give data to works for the controller."""
        assert {(PEOPLE, "host"): 1, ("host", "backup"): 2} == ranks(
            asked((PEOPLE, "host"), ("host", "backup"))
        )

    def test_a_sub_processor_that_collects_stays_what_it_is(self) -> None:
        """It was engaged by a processor, whoever gives it data."""
        found = asked(("us", "host"), ("host", "desk"), (PEOPLE, "desk"))

        assert {("us", "host"): 1, ("host", "desk"): 2, (PEOPLE, "desk"): 2} == ranks(found)

    def test_a_circle_behind_an_open_role_has_ranks(self) -> None:
        """It begins with whoever the open flow comes to."""
        found = asked(("us", "host", {"role": []}), ("host", "backup"), ("backup", "host"))

        assert {("us", "host"): None, ("host", "backup"): 1, ("backup", "host"): 2} == ranks(found)

    def test_what_comes_back_is_no_link(self) -> None:
        """A report to the controller, or a source of its data, is above the chain."""
        found = asked(("us", "host"), ("host", "us", {"role": []}), ("court", "us", {"role": []}))

        assert {("us", "host"): 1} == ranks(found)


class TestWhatIsAsked:
    """A party, an activity, one customer."""

    def test_below_a_processor(self) -> None:
        """Only what goes on from it, with the ranks of the whole chain."""
        found = asked(("us", "host"), ("us", "desk"), ("host", "backup"), (PEOPLE, "client"), of="host")

        assert {("host", "backup"): 2} == ranks(found)
        assert ("us",) == found.customers

    def test_data_the_party_does_not_get_are_not_followed(self) -> None:
        """The helpdesk gets names; what others send the backup is not below it."""
        found = asked(
            ("us", "desk", {"personal_data": "name"}),
            ("us", "host", {"personal_data": "email"}),
            ("desk", "host", {"personal_data": "name"}),
            ("host", "backup", {"personal_data": "email"}),
            of="desk",
        )

        assert {("desk", "host"): 2} == ranks(found)
        assert (("name", "customers"),) == found.links[0].tokens

    def test_what_goes_back_ends_there(self) -> None:
        """What the controller does with a report of its helpdesk is not below the helpdesk."""
        steps: tuple[Step, ...] = (
            ("us", "desk"),
            ("desk", "us", {"role": []}),
            ("us", "host"),
            ("desk", "tape"),
        )

        assert ["tape"] == [one.recipient for one in asked(*steps, of="desk").links]

    def test_every_activity_of_a_party(self) -> None:
        """Each by itself: a chain does not run on from one activity to another."""
        more = {"key": "more", "flows": [flow(("us", "backup")), flow(("backup", "tape"))]}
        held = register(("us", "host"), ("host", "backup"))
        both = held.put(Activity(**more))

        assert [("work", 1), ("work", 2), ("more", 1), ("more", 2)] == [
            (one.activity, one.rank) for one in chain(both, "us", on=ON).links
        ]
        assert ["tape"] == [one.recipient for one in chain(both, "backup", on=ON).links]
        assert ["backup", "tape"] == [one.recipient for one in chain(both, "more", on=ON).links]

    def test_one_customer(self) -> None:
        """A sub-processor that works for one customer only is not in the chain of another."""
        facts = {"activity": {"controllers": ["client", "other"]}}
        steps: tuple[Step, ...] = (
            ("client", "us"),
            ("other", "us"),
            ("us", "host", {"customers": ["client"]}),
            ("us", "backup"),
        )

        assert ["host", "backup"] == [one.recipient for one in asked(*steps, **facts).links]
        assert ["backup"] == [one.recipient for one in asked(*steps, customer="other", **facts).links]
        assert [("client",), ("client", "other")] == [one.customers for one in asked(*steps, **facts).links]
        assert ["host", "backup"] == [one.recipient for one in asked(*steps, **facts).of("client").links]
        assert () == asked(*steps, customer="court", **facts).links

    def test_rank_for_one_customer(self) -> None:
        """It is counted along the way of that customer."""
        facts = {"activity": {"controllers": ["client", "other"]}}
        steps: tuple[Step, ...] = (("client", "us"), ("us", "host"), ("other", "host"), ("host", "tape"))

        assert 3 == ranks(asked(*steps, of="host", customer="client", **facts))["host", "tape"]
        assert 2 == ranks(asked(*steps, of="host", customer="other", **facts))["host", "tape"]

    def test_a_member_of_a_category_of_customers(self) -> None:
        """It has what is done for the category, and what is done for itself alone."""
        facts: dict[str, Any] = {
            "parties": [{"key": "client", "named": False, "members": ["other", "court"]}],
            "activity": {"controllers": ["client"]},
        }
        steps: tuple[Step, ...] = (
            ("client", "us"),
            ("us", "host"),
            ("us", "desk", {"customers": ["other"]}),
            ("us", "tape", {"customers": ["court"]}),
        )

        assert ["host", "desk"] == [one.recipient for one in asked(*steps, customer="other", **facts).links]
        assert ["host", "desk", "tape"] == [one.recipient for one in asked(*steps, **facts).links]

    def test_a_key_of_both(self) -> None:
        """The party is meant, unless the path of the activity is written."""
        held = register(("us", "host"), ("host", "backup"), activity={"key": "host"})

        assert "party" == chain(held, "host", on=ON).kind
        assert "party" == chain(held, "parties.host", on=ON).kind
        assert 2 == len(chain(held, "activities.host", on=ON).links)
        assert "activity" == chain(held, "activities.host", on=ON).of("us").kind

    @pytest.mark.parametrize(
        ("wrong", "near"), [("hots", "host"), ("wrk", "work"), ("activities.wrk", "work")]
    )
    def test_a_key_of_neither(self, wrong: str, near: str) -> None:
        """The nearest of parties and activities is told."""
        with pytest.raises(UnknownEntry, match=near):
            asked(of=wrong)

    def test_an_unknown_customer(self) -> None:
        """Likewise."""
        with pytest.raises(UnknownEntry, match="client"):
            asked(customer="clinet")

    def test_the_day(self) -> None:
        """A flow that has ended is in no chain of the day, and in that of whenever."""
        held = register(("us", "host", {"valid_until": "2026-11-21"}))

        assert () == chain(held, "us", on=ON).links
        assert 1 == len(chain(held, "us", on=date(2026, 11, 21)).links)
        assert 1 == len(chain(held, "us", on=None).links)

    def test_a_register_without_activities(self) -> None:
        """What is said in general has a chain too."""
        held = Register.of(
            {
                "holder": "us",
                "parties": [{"key": "us"}, {"key": "host"}],
                "general": [{"flows": [flow(("us", "host"))]}],
            }
        )

        assert {("us", "host"): 1} == ranks(chain(held, "us", on=ON))


class TestLinks:
    """What a link tells."""

    def test_open_whether_it_happens(self) -> None:
        """Also where only the way there is open."""
        found = asked(("us", "host", {"possible": True}), ("host", "backup"), ("us", "desk"))

        assert {"host": True, "backup": True, "desk": False} == {
            one.recipient: one.possible for one in found.links
        }

    def test_papers_in_force(self) -> None:
        """Those between the two; for who collects from people, those with the controller."""
        papers = [
            paper("dpa", "us", "host"),
            paper("old", "us", "host", ends="2020-01-01"),
            paper("sub", "host", "desk"),
        ]
        found = asked((PEOPLE, "host"), ("host", "desk"), ("us", "backup"), agreements=papers)

        assert {"host": ["dpa"], "desk": ["sub"], "backup": []} == {
            one.recipient: [held.key for held in one.agreements] for one in found.links
        }

    @pytest.mark.parametrize(
        ("facts", "permission"),
        [
            ({"sub_processors": "general-authorisation"}, Permission.GENERAL),
            ({"sub_processors": "specific-authorisation", "authorised": ["desk"]}, Permission.BY_NAME),
            ({"sub_processors": "specific-authorisation", "authorised": ["tape"]}, Permission.NOT_LISTED),
            ({"sub_processors": "none"}, Permission.REFUSED),
            ({}, Permission.NOT_RECORDED),
            ({"sub_processors": "general-authorisation", "ends": "2020-01-01"}, Permission.NOT_RECORDED),
            ({"sub_processors": "general-authorisation", "when": "Where needed"}, Permission.NOT_RECORDED),
            ({"sub_processors": "general-authorisation", "covers": ["else"]}, Permission.NOT_RECORDED),
        ],
    )
    def test_leave(self, facts: dict[str, Any], permission: Permission) -> None:
        """What the paper between the controller and the processor says of the next one (Article 28(2))."""
        held = register(
            ("us", "host"),
            ("host", "desk"),
            agreements=[paper("dpa", "us", "host", **{**facts, "covers": []})],
        )
        if "covers" in facts:
            held = held.put(held.activities[0].model_copy(update={"key": "else", "flows": ()}))
            held = held.replace("dpa", covers=facts["covers"])
        [link] = [one for one in chain(held, "work", on=ON).links if one.recipient == "desk"]

        assert [("us", permission)] == [(one.by, one.permission) for one in link.authorisations]

    def test_a_first_processor_needs_none(self) -> None:
        """The contract itself is the leave."""
        assert () == asked(("us", "host")).links[0].authorisations

    def test_leave_of_a_category_by_name(self) -> None:
        """Who is a member of an authorised category is authorised."""
        found = asked(
            ("us", "host"),
            ("host", "desk"),
            parties=[{"key": "other", "named": False, "members": ["desk"]}],
            agreements=[paper("dpa", "us", "host", authorised=["other"])],
        )

        assert Permission.BY_NAME is found.links[1].authorisations[0].permission

    def test_each_customer_gives_its_own(self) -> None:
        """And the paper of one that the link is not for is not asked."""
        papers = [
            paper("a", "client", "us", sub_processors="general-authorisation"),
            paper("b", "other", "us"),
        ]
        found = asked(
            ("client", "us"),
            ("other", "us"),
            ("us", "host"),
            ("us", "desk", {"customers": ["other"]}),
            activity={"controllers": ["client", "other"]},
            agreements=papers,
        )
        said = {
            one.recipient: [(by.by, by.permission.value, by.agreements) for by in one.authorisations]
            for one in found.links
        }

        assert [("client", "general", ("a",)), ("other", "not-recorded", ())] == said["host"]
        assert [("other", "not-recorded", ())] == said["desk"]

    def test_deeper_it_is_whoever_engages_the_sender(self) -> None:
        """The leave of the processor above, which passes on what it was given (Article 28(4))."""
        found = asked(
            ("us", "host"), ("host", "desk"), ("desk", "tape"),
            agreements=[paper("sub", "host", "desk", sub_processors="general-authorisation")],
        )  # fmt: skip

        assert [("host", Permission.GENERAL)] == [
            (one.by, one.permission) for one in found.links[2].authorisations
        ]


class TestMeetings:
    """Where ways meet again."""

    def test_a_diamond(self) -> None:
        """One party, two processors that send to it."""
        found = asked(("us", "host"), ("us", "desk"), ("host", "tape"), ("desk", "tape"))

        assert [("work", "tape", ("host", "desk"))] == [
            (one.activity, one.party, one.senders) for one in found.diamonds
        ]
        assert () == found.cycles

    def test_two_controllers_are_no_diamond(self) -> None:
        """Each has its own way; nor are two flows of one sender, or people who send too."""
        facts = {"activity": {"controllers": ["us", "client"]}}
        steps: tuple[Step, ...] = (
            ("us", "host"),
            ("client", "host"),
            ("us", "host", {"processing": "hosting"}),
            (PEOPLE, "host"),
        )

        assert () == asked(*steps, of="work", **facts).diamonds
        assert (
            () == asked(*steps, of="work", activity={"controllers": ["us", "client"], "joint": True}).diamonds
        )

    def test_ways_of_different_customers_do_not_meet(self) -> None:
        """What comes by one sender for one and by another for the other is a diamond for neither."""
        found = asked(
            ("client", "host"), ("other", "desk"), ("host", "tape"), ("desk", "tape"),
            of="work", activity={"controllers": ["client", "other"]},
        )  # fmt: skip

        assert () == found.diamonds

    def test_a_cycle(self) -> None:
        """The shortest way round, and everybody on a way round."""
        found = asked(("us", "host"), ("host", "desk"), ("desk", "host"), ("desk", "tape"), ("tape", "host"))

        assert [(("host", "desk", "host"), ("host", "desk", "tape"))] == [
            (one.path, one.parties) for one in found.cycles
        ]

    def test_what_does_not_go_all_the_way_round_is_none(self) -> None:
        """One kind of data goes one way, another the other way."""
        steps: tuple[Step, ...] = (("us", "host"), ("us", "desk"), ("host", "desk"), ("desk", "host"))
        names, mails = {"personal_data": "name"}, {"personal_data": "email"}

        assert [("host", "desk", "host")] == [one.path for one in asked(*steps).cycles]
        apart = asked(*steps[:2], (*steps[2], names), (*steps[3], mails))
        assert 4 == len(apart.links)
        assert () == apart.cycles
        assert [("host", "desk", "host")] == [
            one.path for one in asked(*steps[:2], steps[2], (*steps[3], mails)).cycles
        ]

    def test_a_party_that_sends_to_itself(self) -> None:
        """Is a cycle of one."""
        assert [("host", "host")] == [one.path for one in asked(("us", "host"), ("host", "host")).cycles]

    def test_controllers_that_send_to_each_other_are_none(self) -> None:
        """What each gets is its own."""
        facts = {"activity": {"controllers": ["us", "client"]}}

        assert (
            ()
            == asked(
                ("us", "client", {"role": []}), ("client", "us", {"role": []}), of="work", **facts
            ).cycles
        )

    def test_a_long_circle(self) -> None:
        """Two thousand companies in a circle: one way round, nothing recurses, and the lines stay short."""
        keys = [f"c{number}" for number in range(2_000)]
        steps: list[Step] = [("us", keys[0]), *zip(keys, [*keys[1:], keys[0]], strict=True)]  # type: ignore[list-item]
        found = asked(*steps, parties=[{"key": key} for key in keys])

        assert [len(keys) + 1] == [len(one.path) for one in found.cycles]
        assert len(keys) + 1 == max(one.rank or 0 for one in found.links)
        assert max(len(line) for line in found.tree("en")) < 300


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(KEYS[:6]), st.sampled_from(KEYS[1:6])), max_size=10, unique=True))
def test_against_a_graph_library(edges: list[tuple[str, str]]) -> None:
    """Below the controller: links, ranks and circles are those of the plain graph, where everything carries everything."""
    graph: nx.DiGraph[str] = nx.DiGraph(edges)
    graph.add_node("us")
    far = nx.single_source_shortest_path_length(graph, "us")
    wanted = {(start, end): far[start] + 1 for start, end in edges if start in far}
    found = asked(*edges)
    mine = {key: rank for key, rank in ranks(found).items() if key[0] in far}
    reached = graph.subgraph(far)
    circles = {
        frozenset(group)
        for group in nx.strongly_connected_components(reached)
        if len(group) > 1 or any(reached.has_edge(one, one) for one in group)
    }

    assert wanted == mine
    assert circles == {frozenset(one.parties) for one in found.cycles if set(one.parties) <= set(far)}
    assert {one.party for one in found.diamonds if one.party in far} >= {
        end for end in far if len([start for start in reached.predecessors(end) if start != end]) > 1
    }


class TestAnswer:
    """Sentences, the tree, JSON."""

    STEPS: tuple[Step, ...] = (
        ("us", "host", {"countries": "NL"}),
        ("us", "desk"),
        ("host", "tape", {"access_from": "IN", "when": "At night"}),
        ("desk", "tape"),
        ("tape", "host"),
        ("us", "court", {"role": "controller"}),
    )

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_sentence_for_each_link(self, language: str) -> None:
        """And one for each diamond and cycle, in every language, without a gap left open."""
        found = asked(*self.STEPS)
        said = found.sentences(language)

        assert len(said) == len(found.links) + len(found.diamonds) + len(found.cycles)
        assert not [one for one in said if "{" in one]
        assert len(set(said)) == len(said)

    def test_what_a_sentence_says(self) -> None:
        """Who, as what, where, on which paper, with whose leave, which data, when."""
        found = asked(
            *self.STEPS, agreements=[paper("dpa", "us", "host", sub_processors="general-authorisation")]
        )
        [said] = [one for one in found.sentences("en") if "link 2: host → tape" in one]

        assert said == (
            "work, link 2: host → tape (sub-processor; data: country not stated, can be reached from: India; "
            "no agreement in force recorded; general authorisation (dpa); receives name, email address of customers; "
            "condition: At night)"
        )

    def test_nothing_below(self) -> None:
        """Is said, of a party and of an activity."""
        nothing = (
            "Below {} no processor is recorded, and no recipient other than a controller of the processing"
        )
        open_ = "Who receives data is not recorded: work"
        assert asked().sentences("en") == (nothing.format("us"), open_)
        assert asked(of="work").tree("en") == (nothing.format("work"), open_)

    def test_the_tree(self) -> None:
        """Each party once with what is below it; elsewhere it refers to that place; alike flows are counted."""
        lines = asked(*self.STEPS, ("us", "court", {"role": "controller"})).tree("en")

        assert [
            "work",
            "  us",
            "    1. host — processor; data: Netherlands; no agreement in force recorded",
        ] == list(lines[:3])
        assert lines[3].startswith("      2. tape — sub-processor")
        assert lines[4].startswith("        3. host — ")
        assert lines[4].endswith("(its chain: see elsewhere in this list)")
        assert [True] == [one.endswith("(2 flows)") for one in lines if "- court" in one]
        assert lines == asked(*self.STEPS, ("us", "court", {"role": "controller"})).tree("en")

    def test_a_controller_that_works_for_another_begins_anew(self) -> None:
        """Ranks count from who decides: below `us` the host is the first again, and is told there."""
        found = asked(("client", "us"), ("us", "host"), ("host", "tape"), of="work",
                      activity={"controllers": ["us", "client"]})  # fmt: skip
        steps = [(len(line) - len(line.lstrip()), line.split()[0]) for line in found.tree("en")]

        assert [(0, "work"), (2, "client"), (4, "1."), (2, "us"), (4, "1."), (6, "2.")] == steps
        assert "see elsewhere" in found.tree("en")[2]

    def test_json(self) -> None:
        """Plain data: texts, numbers, lists and mappings, with the identity of each party."""
        parties = [
            {
                "key": "host",
                "name": {"nl": "Gastheer"},
                "country": "NL",
                "registration": {"scheme": "kvk", "number": "1"},
            }
        ]
        found = asked(*self.STEPS, parties=parties).as_json()
        [link] = [
            one
            for one in json.loads(json.dumps(found))["links"]
            if one["sender"] == "us" and one["recipient"] == "host"
        ]

        assert {"chain": "us", "kind": "party", "customer": ""} == found["question"]
        assert ({"nl": "Gastheer"}, "NL", [{"scheme": "kvk", "number": "1"}]) == (
            link["name"],
            link["country"],
            link["registration"],
        )
        assert (1, ["processor"], ["name", "email"], ["us"]) == (
            link["rank"],
            link["role"],
            link["personal_data"],
            link["customers"],
        )
        assert {"activity": "work", "party": "tape", "senders": ["host", "desk"]} in found["diamonds"]
        assert ["host", "tape", "host"] == found["cycles"][0]["path"]

    def test_a_stranger_s_text_changes_nothing(self) -> None:
        """Braces in a name are no gaps of a sentence."""
        found = asked(("us", "host"), parties=[{"key": "host", "name": "{0} {name} <b>=1+1"}])

        assert "{0} {name} <b>=1+1" in found.sentences("en")[0]


def test_the_bakery(bakery: Register) -> None:
    """Two activities use the same host by different ways; each has its own chain and its own leave."""
    found = chain(bakery, "korenaar", on=ON)
    hosts = {one.activity: one for one in found.links if one.recipient == "wolkenrek"}

    assert ("loonwijzer", Permission.GENERAL) == (
        hosts["loonadministratie"].sender,
        hosts["loonadministratie"].authorisations[0].permission,
    )
    assert ("toonbank", Permission.BY_NAME) == (
        hosts["bestellingen"].sender,
        hosts["bestellingen"].authorisations[0].permission,
    )
    assert ["wolkenrek", "hulplijn"] == [one.recipient for one in chain(bakery, "toonbank", on=ON).links]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_customer_without_a_chain_is_named(language: str) -> None:
    """Processors of others there may well be; and who is nobody's customer is told so."""
    held = register(("us", "host"), ("host", "backup"))
    for said in (
        chain(held, "us", on=ON, customer="other").tree,
        chain(held, "us", on=ON, customer="other").sentences,
    ):
        first, second = said(language)
        assert "other" in first
        assert "other" in second
    assert "no processor is recorded" not in chain(held, "us", on=ON, customer="other").sentences("en")[0]
    assert len(chain(held, "client", on=ON, customer="us").sentences(language)) == 1  # it has others


def test_a_controller_receives_on_nobodys_behalf() -> None:
    """From whose processing its data come is said in other words than for whom a processor works."""
    work = {"controllers": ["us", "other"], "joint": True}
    controller = {"sender": "us", "recipient": "court", "role": "controller"}
    found = chain(register(("us", "host"), ("us", "court", controller), activity=work), "work", on=ON)
    said = {link.recipient: line for link, line in zip(found.links, found.sentences("en"), strict=False)}
    assert "for us and other" in said["host"]
    assert "from the processing of us and other" in said["court"]
    assert "for us" not in said["court"]

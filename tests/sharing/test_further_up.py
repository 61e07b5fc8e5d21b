"""Sub-processors that somebody further up does not allow: told at any depth, once, and only by a paper that says so."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import PEOPLE, Register
from ropa.rules import check
from ropa.sharing import GapKind, chain, gaps
from ropa.sharing.engagement import ORDER, Papers, Permission
from ropa.sharing.reach import Reach

ON = date(2026, 11, 22)
KEYS = ("us", "host", "desk", "tape", "vault", "client", "other")
ONLY = "specific-authorisation"
OPEN = "general-authorisation"
Told = tuple[str, str, tuple[str, ...], str, str]


def paper(one: str, other: str, says: str | None = None, *authorised: str, **facts: Any) -> dict[str, Any]:
    said = {"sub_processors": says} if says else {}
    return {
        "key": f"{one}-{other}", "kind": "processing-agreement", "between": [one, other], **said, "authorised": [*authorised],
        **facts,
    }  # fmt: skip


def flow(sender: str | None, recipient: str, **facts: Any) -> dict[str, Any]:
    said = {"sender": sender} if sender else {}
    return {
        "key": f"{sender or 'us'}-{recipient}",
        "role": "processor",
        **said,
        "recipient": recipient,
        **facts,
    }


def register(flows: list[dict[str, Any]], papers: list[dict[str, Any]], **facts: Any) -> Register:
    work = {"key": "work", "data_subjects": "customers", "personal_data": ["name", "email"], "flows": flows}
    parties = facts.pop("parties", [{"key": key, "name": key.title()} for key in KEYS])
    return Register.of(
        {
            "ropa": 1, "holder": "us", "parties": parties,
            "agreements": papers, "activities": [{**work, **facts}],
        }
    )  # fmt: skip


DEEP = [flow(None, "host"), flow("host", "desk"), flow("desk", "tape")]
"""We engage a host, the host a helpdesk, the helpdesk a tape store."""
LOWER = [paper("host", "desk", OPEN), paper("desk", "tape", OPEN)]


def told(held: Register) -> list[Told]:
    """Who engages whom, who does not allow it, by the paper with whom, and how."""
    return [
        (one.sender, one.recipient, one.customers, one.processor, one.how)
        for one in gaps(held, on=ON).gaps
        if one.kind is GapKind.NO_AUTHORISATION
    ]


class TestWhatIsTold:
    """The paper of a controller speaks of everybody below its processor."""

    @pytest.mark.parametrize(
        ("says", "expected"),
        [
            ((ONLY, "desk"), [("desk", "tape", ("us",), "host", "not-listed-above")]),
            ((ONLY, "desk", "tape"), []),
            ((OPEN,), []),
            ((OPEN, "desk"), []),
            ((None, "desk"), []),
            ((ONLY, "tape"), [("host", "desk", ("us",), "", "not-listed")]),
            (
                ("none",),
                [
                    ("host", "desk", ("us",), "", "refused"),
                    ("desk", "tape", ("us",), "host", "refused-above"),
                ],
            ),
        ],
    )
    def test_by_what_the_paper_says(self, says: tuple[Any, ...], expected: list[Told]) -> None:
        """Only those listed, or nobody: told. Everybody, or nothing: not."""
        assert expected == told(register(DEEP, [paper("us", "host", *says), *LOWER]))

    def test_a_silent_paper_is_one_gap_where_it_is_nearest(self) -> None:
        """Nothing recorded of leave is told of the sub-processor below it, and not of each further down."""
        expected = [("host", "desk", ("us",), "", "not-recorded")]

        assert expected == told(register(DEEP, [paper("us", "host"), *LOWER]))

    def test_each_depth_and_each_who_engages(self) -> None:
        """Four links down: the controller and the host, each by its own paper, about who is not on its list."""
        flows = [*DEEP, flow("tape", "vault")]
        papers = [
            paper("us", "host", ONLY, "desk", "tape"),
            paper("host", "desk", ONLY, "tape"),
            paper("desk", "tape", ONLY, "vault"),
        ]

        assert [
            ("tape", "vault", ("us",), "host", "not-listed-above"),
            ("tape", "vault", ("host",), "desk", "not-listed-above"),
        ] == told(register(flows, papers))

    @pytest.mark.parametrize(
        "facts", [{"when": "Where needed"}, {"ends": "2026-11-21"}, {"valid_from": "2026-11-23"}]
    )
    def test_a_paper_that_says_nothing_today(self, facts: dict[str, Any]) -> None:
        """On a condition, ended or not begun: no list to be held against."""
        own = paper("us", "host", ONLY, "desk", **facts)

        assert [] == [one for one in told(register(DEEP, [own, *LOWER])) if one[3]]

    def test_of_several_papers_the_one_that_gives_most(self) -> None:
        """As for who engages the sender itself."""
        own = [paper("us", "host", ONLY, "desk"), paper("us", "host", OPEN, key="later")]

        assert [] == told(register(DEEP, [*own, *LOWER]))

    def test_a_category_on_the_list(self) -> None:
        """Its members are listed with it."""
        parties = [{"key": key} for key in KEYS] + [{"key": "stores", "named": False, "members": ["tape"]}]
        papers = [paper("us", "host", ONLY, "desk", "stores"), *LOWER]

        assert [] == told(register(DEEP, papers, parties=parties))


class TestForWhom:
    """Only what is done with the data of whoever sets the limit."""

    def test_told_once_of_who_also_engages_the_sender(self) -> None:
        """Its own paper with the sender speaks of it, or is told to be silent."""
        papers = [paper("us", "host", ONLY, "desk"), *LOWER]
        both = [*DEEP, flow(None, "desk", key="own")]

        assert [("desk", "tape", ("us",), "", "not-recorded")] == told(register(both, papers))
        assert [] == told(register(both, [*papers, paper("us", "desk", OPEN)]))

    def test_customers(self) -> None:
        """A flow on behalf of one customer does not concern the other."""
        papers = [
            paper("client", "host", ONLY, "desk"), paper("other", "host", ONLY, "desk", key="more"), *LOWER,
        ]  # fmt: skip
        flows = [flow("client", "host"), flow("other", "host"), flow("host", "desk")]
        every = register([*flows, flow("desk", "tape")], papers, controllers=["client", "other"])
        one = register(
            [*flows, flow("desk", "tape", customers=["client"])], papers, controllers=["client", "other"]
        )

        assert [("desk", "tape", ("client", "other"), "host", "not-listed-above")] == told(every)
        assert [("desk", "tape", ("client",), "host", "not-listed-above")] == told(one)

    def test_narrowed_on_the_way(self) -> None:
        """What the host does for one customer only is no sub-processing for the other, further down either."""
        papers = [
            paper("client", "host", OPEN), paper("other", "host", ONLY, "desk"),
            paper("host", "desk", OPEN), paper("desk", "tape", OPEN),
        ]  # fmt: skip
        flows = [
            flow("client", "host"), flow("other", "host"),
            flow("host", "desk", customers=["client"]), flow("desk", "tape"),
        ]  # fmt: skip

        assert [] == told(register(flows, papers, controllers=["client", "other"]))

    def test_a_member_of_a_category_with_a_paper_of_its_own(self) -> None:
        """Its general leave counts for what is done for it, and the list of all for the others."""
        parties = [{"key": key} for key in KEYS] + [{"key": "clients", "named": False, "members": ["client"]}]
        flows = [flow("clients", "host"), flow("host", "desk"), flow("desk", "tape", customers=["client"])]
        papers = [paper("clients", "host", ONLY, "desk"), *LOWER]
        held = [register(flows, papers, parties=parties, controllers=["clients"])]
        held += [
            register(
                flows, [*papers, paper("client", "host", OPEN)], parties=parties, controllers=["clients"]
            )
        ]

        assert [[("desk", "tape", ("clients",), "host", "not-listed-above")], []] == [
            told(one) for one in held
        ]

    def test_data_are_followed_by_type(self) -> None:
        """The host has names only; what the helpdesk passes on are addresses, which it has from the controller."""
        flows = [
            flow(None, "host", personal_data="name"),
            flow("host", "desk", personal_data="name"),
            flow("vault", "desk", personal_data="email"),
            flow(None, "vault"),
            flow("desk", "tape", personal_data="email"),
        ]
        papers = [
            paper("us", "host", ONLY, "desk"), paper("us", "vault", OPEN), paper("vault", "desk", OPEN), *LOWER,
        ]  # fmt: skip

        assert [] == told(register(flows, papers))
        assert 1 == len(told(register([*flows[:4], flow("desk", "tape")], papers)))

    def test_who_collects_from_people(self) -> None:
        """Is engaged by the controller, whose list is asked too."""
        flows = [flow(PEOPLE, "host"), flow("host", "desk"), flow("desk", "tape")]
        papers = [paper("us", "host", ONLY, "desk"), *LOWER]

        assert [("desk", "tape", ("us",), "host", "not-listed-above")] == told(register(flows, papers))

    def test_in_a_circle_nobody_is_asked_about_itself(self) -> None:
        """Nor about the processor that it engages itself."""
        flows = [*DEEP, flow("tape", "host")]
        papers = [paper("us", "host", ONLY, "desk", "tape"), *LOWER, paper("tape", "host", ONLY, "desk")]

        assert [] == told(register(flows, papers))

    @pytest.mark.parametrize("at", [0, 1, 2])
    def test_what_only_may_happen(self, at: int) -> None:
        """Anywhere on the way down: whether it gets that far is open, so a person has to look."""
        flows = [{**one, "possible": True} if place == at else one for place, one in enumerate(DEEP)]
        held = register(flows, [paper("us", "host", ONLY, "desk"), *LOWER])
        [gap] = [one for one in gaps(held, on=ON).gaps if one.processor]
        [finding] = [one for one in check(held, on=ON).findings if one.place.of == "above"]

        assert gap.possible
        assert "warning" == finding.level


class TestHowItIsTold:
    """Gaps, chains and findings say the same."""

    def held(self) -> Register:
        return register(DEEP, [paper("us", "host", ONLY, "desk"), *LOWER])

    def test_as_a_gap(self) -> None:
        """With whose paper, with whom, and who engages whom."""
        found = gaps(self.held(), on=ON)
        [line] = [one for one in found.sentences("en") if "28(2)" in one]
        said = json.loads(json.dumps(found.as_json()))["gaps"]

        assert line == (
            "The agreement of Us with Host authorises only those it lists (processing agreement (us-host)); "
            "Tape, engaged by Desk, is not among them — work; Article 28(2)"
        )
        assert ["host"] == [one["processor"] for one in said if "processor" in one]

    def test_as_a_link(self) -> None:
        """Beside what whoever engages the sender allows."""
        found = chain(self.held(), "us", on=ON)
        [link] = [one for one in found.links if one.withheld]
        [line] = [one for one in found.tree("en") if "Tape" in one]

        assert [("us", "host", Permission.NOT_LISTED, ("us-host",))] == [one[:4] for one in link.withheld]
        assert line.endswith(
            "general authorisation (host-desk); not among those whom the agreement of Us with Host authorises (us-host)"
        )
        assert [[], [], ["us"]] == [[by["by"] for by in one["withheld"]] for one in found.as_json()["links"]]

    def test_a_chain_for_one_customer(self) -> None:
        """Shows what that customer withholds, and not what another does."""
        papers = [paper("client", "host", ONLY, "desk"), paper("other", "host", OPEN), *LOWER]
        flows = [flow("client", "host"), flow("other", "host"), *DEEP[1:]]
        held = register(flows, papers, controllers=["client", "other"])
        shown = [
            [by.by for one in chain(held, "work", on=ON, customer=whose).links for by in one.withheld]
            for whose in ("client", "other")
        ]

        assert [["client"], []] == shown

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_as_a_finding(self, language: str) -> None:
        """In words of its own, for a person to look at, and apart for a waiver."""
        [found] = [one for one in check(self.held(), on=ON).findings if one.code == "ROPA175"]

        assert ("activities.work.flows.desk-tape", "warning", "sub-processor-not-authorised:above") == (
            found.where, found.level, found.word,
        )  # fmt: skip
        assert all(name in found.message(language) for name in ("Us", "Host", "Desk", "Tape"))


@pytest.mark.parametrize("seed", range(40))
def test_as_by_the_definition(seed: int) -> None:
    """Random chains with circles and diamonds, where every flow carries everything: held against every path there is."""
    chance = random.Random(seed)
    parties = [f"p{number}" for number in range(chance.randint(3, 7))]
    pairs = {(None, parties[0])} | {
        (chance.choice(parties), chance.choice(parties)) for _ in range(len(parties) * 2)
    }
    pairs = {(one, other) for one, other in pairs if one != other}
    says = [ONLY, ONLY, "none", OPEN, None]
    papers = [
        paper(one or "us", other, chance.choice(says), *chance.sample(parties, 2))
        for one, other in sorted(pairs, key=str)
    ]
    held = register(
        [flow(one, other) for one, other in sorted(pairs, key=str)],
        papers,
        parties=[{"key": key} for key in ("us", *parties)],
    )
    reach = Reach.of(held, ON)
    found = {
        (place[1], place[2], one.by, one.processor, one.permission)
        for place, several in reach.withheld("work").items()
        for one in several
    }

    assert found == {*_by_definition(held, {(one or "us", other) for one, other in pairs})}


def _by_definition(held: Register, pairs: set[tuple[str, str]]) -> Any:
    """Everybody who is reached from a processor, link by link; what nobody gave the data to is left to the closure."""
    papers = Papers(held, ON)
    far = {pair: _below(pair[1], pairs) for pair in pairs}
    reached = {
        "us",
        *(party for one, party in pairs if one == "us" for party in (party, *_below(party, pairs))),
    }
    begun = set(Reach.of(held, ON)["work"].begun)
    reached |= begun | {party for one in begun for party in _below(one, pairs)}
    for by, processor in pairs:
        for sender, recipient in pairs:
            direct = {one for one, other in pairs if other == sender}
            if by not in reached or sender not in far[by, processor] | {processor} or by in direct:
                continue
            both = [papers.permission(key, recipient) for key in papers.between(by, processor, "work")]
            said = min(both, key=ORDER.index)
            if recipient not in (by, processor) and said in (Permission.NOT_LISTED, Permission.REFUSED):
                yield sender, recipient, by, processor, said


def _below(party: str, pairs: set[tuple[str, str]]) -> set[str]:
    found: set[str] = set()
    waiting = [party]
    while waiting:
        at = waiting.pop()
        for to in (other for one, other in pairs if one == at and other not in found):
            found.add(to)
            waiting.append(to)
    return found

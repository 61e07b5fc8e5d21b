"""Several registers as one: who is united, who is not, and that every entry still means what it meant."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from ropa.errors import NotUnderstood, UnknownEntry
from ropa.formats.native import dumps, loads
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.records import controller_records, processor_records
from ropa.rules import check
from ropa.unite import Joined, Place, join

ON = date(2026, 6, 1)
HOST = {"scheme": "kvk", "number": "12345678"}
PAPER = {"kind": "processing-agreement", "signed": "2024-03-01"}


def one(**facts: Any) -> Register:
    """A bakery with a host."""
    whole: dict[str, Any] = {
        "language": "nl",
        "holder": "us",
        "parties": [
            {"key": "us", "name": "De Bakkerij"},
            {"key": "host", "name": "Wolk BV", "country": "NL", "registration": HOST},
        ],
        "activities": [
            {"key": "site", "personal_data": "name", "flows": {"recipient": "host", "role": "processor"}}
        ],
    }
    return Register.of({**whole, **facts})


def two(**facts: Any) -> Register:
    """A café with the same host under another key, and the bakery's keys for things of its own."""
    whole: dict[str, Any] = {
        "language": "fr",
        "holder": "us",
        "parties": [
            {"key": "us", "name": "Le Café"},
            {
                "key": "nuage",
                "name": "Wolk",
                "registration": {"scheme": "kvk", "number": "12 34 56 78"},
                "services": "hosting-provider",
            },
            {"key": "host", "name": "Hôte SA"},
        ],
        "activities": [
            {
                "key": "site",
                "name": "Le site",
                "flows": [{"recipient": "nuage", "role": "processor"}, {"recipient": "host"}],
            }
        ],
    }
    return Register.of({**whole, **facts})


def keys(joined: Joined) -> list[str]:
    return [party.key for party in joined.register.parties]


class TestParties:
    """Who is one."""

    def test_by_number(self) -> None:
        """The first one's key; what the other says more is added; every flow follows."""
        joined = join(one(), two())
        host = joined.register.party("host")

        assert keys(joined) == ["us", "host", "us-2", "host-2"]
        assert (host.country, host.services) == ("NL", ("hosting-provider",))
        assert [registered.number for registered in host.registration] == ["12345678"]
        [united] = joined.united
        assert united.places == (Place(1, "host"), Place(2, "nuage"))
        assert {hop.recipient for hop in joined.register.flows(activity="site-2")} == {"host", "host-2"}

    def test_a_number_in_another_register_is_the_same(self) -> None:
        """An enterprise number and the VAT number of the same."""
        mine = one(
            parties=[
                {"key": "us", "registration": {"scheme": "kbo", "number": "0123.456.749"}},
                {"key": "host"},
            ]
        )
        theirs = two(
            parties=[
                {"key": "us"},
                {"key": "nuage", "registration": {"scheme": "vat", "number": "BE0123456749"}},
                {"key": "host"},
            ]
        )

        assert [united.key for united in join(mine, theirs).united] == ["us"]

    def test_a_third_register_links_two(self) -> None:
        """One has the first number, one the second, one both: all three are one, in whatever order they come."""
        numbers = [HOST], [{"scheme": "lei", "number": "724500XXXXXXXXXXXX12"}]
        three = [
            one(parties=[{"key": "us"}, {"key": "host", "registration": some}])
            for some in (*numbers, [*numbers[0], *numbers[1]])
        ]

        for order in ((0, 1, 2), (2, 0, 1), (0, 2, 1)):
            [united] = join(*(three[at] for at in order)).united
            assert len(united.places) == 3

    def test_never_by_name(self) -> None:
        """The same name without a number is told, with both places, and stays two."""
        theirs = two(
            parties=[{"key": "us", "name": "Café"}, {"key": "nuage", "name": "wolk bv"}, {"key": "host"}]
        )
        joined = join(one(), theirs)
        [left] = joined.left

        assert joined.united == ()
        assert (left.name, left.keys, left.why) == ("Wolk BV", ("host", "nuage"), "no-number")
        assert left.places == (Place(1, "host"), Place(2, "nuage"))

    def test_by_name_where_that_is_asked(self) -> None:
        """Capitals do not matter, legal forms do."""
        theirs = two(
            parties=[{"key": "us", "name": "Bakkerij"}, {"key": "nuage", "name": "WOLK BV"}, {"key": "host"}]
        )

        assert [united.key for united in join(one(), theirs, by_name=True).united] == ["host"]
        assert (
            join(
                one(),
                two(parties=[{"key": "us"}, {"key": "nuage", "name": "Wolk"}, {"key": "host"}]),
                by_name=True,
            ).united
            == ()
        )

    def test_numbers_that_contradict_keep_apart(self) -> None:
        """Two KvK numbers are two companies, whatever their name and whatever else they share."""
        other = {"scheme": "kvk", "number": "87654321"}
        theirs = two(
            parties=[
                {"key": "us"},
                {"key": "nuage", "name": "Wolk BV", "registration": other},
                {"key": "host"},
            ]
        )
        joined = join(one(), theirs, by_name=True)

        assert joined.united == ()
        assert [left.why for left in joined.left] == ["other-numbers"]

    def test_what_one_register_holds_apart_stays_apart(self) -> None:
        """Two entries of one number in one register: the other register's goes with the first of them."""
        mine = one(
            parties=[
                {"key": "us"},
                {"key": "host", "registration": HOST},
                {"key": "help", "registration": HOST},
            ]
        )
        joined = join(mine, two())

        assert [united.places for united in joined.united] == [(Place(1, "host"), Place(2, "nuage"))]
        assert [(left.keys, left.why) for left in joined.left] == [(("host", "help"), "same-register")]
        assert join(mine).left == ()

    def test_a_category_is_nobody(self) -> None:
        """Each register may mean others by it: not even its name unites it."""
        category = [{"key": "us"}, {"key": "host", "name": "Hosters", "named": False}]
        joined = join(one(parties=category), one(parties=category), by_name=True)

        assert joined.united == ()
        assert [left.why for left in joined.left if left.name == "Hosters"] == ["category"]

    def test_a_conflict_keeps_the_first_and_tells_the_other(self) -> None:
        """With the registers each is from, and the evidence of what is left out."""
        parties = [
            {"key": "us"},
            {
                "key": "nuage",
                "registration": HOST,
                "country": "BE",
                "evidence": [{"at": "L3", "for": "country"}, "L2"],
            },
            {"key": "host"},
        ]
        joined = join(one(), two(parties=parties, sources=[{"key": "s"}]))
        conflict = next(found for found in joined.conflicts if found.field == "country")

        assert (conflict.key, conflict.kept, conflict.left, conflict.registers) == (
            "host",
            "NL",
            "BE",
            (1, 2),
        )
        assert [found.at for found in conflict.evidence] == ["L3"]
        assert [found.at for found in joined.register.party("host").evidence] == ["L2"]

    def test_another_name_in_another_language_is_another_name(self) -> None:
        """The first is kept and the other is told; it is a translation where they agree in some language."""
        joined = join(one(), two())
        [conflict] = joined.conflicts

        assert joined.register.party("host").name == "Wolk BV"
        assert (conflict.key, conflict.field, conflict.kept, conflict.left) == (
            "host",
            "name",
            "Wolk BV",
            "Wolk",
        )
        both = {"nl": "Wolk BV", "fr": "Nuage SA"}
        theirs = two(
            parties=[{"key": "us"}, {"key": "nuage", "name": both, "registration": HOST}, {"key": "host"}]
        )
        assert join(one(), theirs).register.party("host").name == both
        assert join(one(), theirs).conflicts == ()

    def test_an_absence_against_a_value_is_a_conflict(self) -> None:
        """One has a data protection officer, the other says there is none: the first is kept."""
        parties = [{"key": "us"}, {"key": "host", "registration": HOST, "absences": {"dpo": "none"}}]
        theirs = [
            {"key": "us"},
            {"key": "nuage", "registration": HOST, "dpo": {"email": "a@b.example"}},
            {"key": "host"},
        ]

        for joined in (
            join(one(parties=parties), two(parties=theirs)),
            join(two(parties=theirs), one(parties=parties)),
        ):
            assert [conflict.field for conflict in joined.conflicts] == ["dpo"]

    def test_sources_are_one_by_their_bytes(self) -> None:
        """Evidence in both registers then points to the same document."""
        mine = one(sources=[{"key": "a", "sha256": "0" * 64}])
        theirs = two(sources=[{"key": "x"}, {"key": "b", "title": "Statement", "sha256": "0" * 64}])
        joined = join(mine, theirs)

        assert [(source.key, source.title) for source in joined.register.sources] == [
            ("a", {"fr": "Statement"}),
            ("x", None),
        ]


class TestMeaning:
    """What a register leaves to its holder, its language or its first source is written out."""

    def test_controllers(self) -> None:
        """The bakery keeps its default; the café's activity says that it is the café's."""
        joined = join(one(), two()).register

        assert joined.holder == "us"
        assert [activity.controllers for activity in joined.activities] == [(), ("us-2",)]
        assert [record.party.key for record in controller_records(joined, on=ON)] == ["us", "us-2"]

    def test_the_holder_is_one_where_it_is_one(self) -> None:
        """Two registers of one firm: nothing has to be written out."""
        number = {"scheme": "kbo", "number": "0123.456.749"}
        parts = [
            one(
                parties=[{"key": "us", "registration": number}, {"key": key}],
                activities=[{"key": key, "flows": {"recipient": key}}],
            )
            for key in ("host", "mail")
        ]
        joined = join(*parts)

        assert keys(joined) == ["us", "host", "mail"]
        assert [activity.controllers for activity in joined.register.activities] == [(), ()]

    def test_another_holder(self) -> None:
        """By its key in the joined register; one that is not there is told with the nearest."""
        joined = join(one(), two(), holder="us-2").register

        assert [activity.controllers for activity in joined.activities] == [("us",), ()]
        with pytest.raises(UnknownEntry, match="us-2"):
            join(one(), two(), holder="us-3")

    def test_a_register_of_nobody_stays_nobodys(self) -> None:
        """The other's holder does not answer for it, unless the caller says so."""
        nobodys = two(holder=None)
        joined, told = join(one(), nobodys).register, join(one(), nobodys, holder="us").register

        assert joined.holder is None
        assert [joined.controllers_of(activity) for activity in joined.activities] == [("us",), ()]
        assert [told.controllers_of(activity) for activity in told.activities] == [("us",), ("us",)]

    def test_what_is_said_in_general(self) -> None:
        """It covers what it covered, from the sender it had."""
        general = {"flows": {"recipient": "host", "role": "processor"}, "security": "backup"}
        joined = join(one(general=general), two(general=general)).register
        found = [(hop.activity, hop.sender, hop.recipient) for hop in joined.flows() if hop.general]

        assert found == [("site", "us", "host"), ("site-2", "us-2", "host-2")]
        assert [said.activities for said in joined.general] == [(), ("site-2",)]

    def test_what_a_holder_sends_to_itself_does_not_come_from_another(self) -> None:
        """It is no flow in its own register, and none from the new holder either."""
        joined = join(one(), two(general={"flows": {"recipient": "us"}})).register

        assert [hop for hop in joined.flows() if hop.general] == []

    def test_the_first_ones_general_facts_do_not_spread(self) -> None:
        """The second register is the first one's processor: its activity has the first as controller."""
        vendor = two(parties=[{"key": "us"}, {"key": "nuage", "registration": {"scheme": "lei", "number": "724500XXXXXXXXXXXX12"}}, {"key": "host"}],
                     activities=[{"key": "work", "controllers": "nuage"}])  # fmt: skip
        mine = one(
            parties=[
                {"key": "us", "registration": {"scheme": "lei", "number": "724500XXXXXXXXXXXX12"}},
                {"key": "host"},
            ],
            general={"commitments": "no-sale"},
        )
        joined = join(mine, vendor).register

        assert joined.general[0].activities == ("site",)

    def test_what_is_said_of_no_activity_gets_one(self) -> None:
        """It would vanish beside the activities of another register; what was made is told."""
        floating = two(activities=[], general={"flows": {"recipient": "nuage"}})
        joined = join(one(), floating)

        assert [(made.kind, made.key, made.register) for made in joined.made] == [("activity", "general", 2)]
        assert [(hop.sender, hop.recipient) for hop in joined.register.flows(activity="general")] == [
            ("us-2", "host")
        ]

    def test_agreements_stay_with_what_they_cover(self) -> None:
        """References to renamed agreements and activities follow."""
        paper = {"key": "dpa", "between": ["us", "host"], "covers": "site", **PAPER}
        mine, theirs = (
            one(agreements=paper),
            two(agreements={**paper, "between": ["us", "nuage"], "duties": {"security": "nuage"}}),
        )
        joined = join(mine, theirs).register

        assert [hop.agreements for hop in joined.flows() if hop.recipient == "host"] == [("dpa",), ("dpa-2",)]
        assert dict(joined.agreement("dpa-2").duties) == {"security": "host"}

    def test_an_agreement_holds_for_no_activity_of_another_register(self) -> None:
        """Clauses between two that also meet with another client do not become that client's."""
        wolk = {"key": "wolk", "registration": {"scheme": "lei", "number": "724500XXXXXXXXXXXX12"}}
        onward = {"sender": "host", "recipient": "wolk", "role": "processor"}
        mine = one(
            parties=[*one().parties, wolk],
            activities={
                "key": "site",
                "flows": [{"recipient": "host", "role": "processor"}, onward],
            },
        )
        theirs = two(
            parties=[*two().parties, wolk],
            agreements=[
                {"key": "scc", "kind": "standard-contractual-clauses", "between": ["nuage", "wolk"]},
                {"key": "own", "between": ["us", "host"]},
            ],
        )
        for joined in (join(mine, theirs), join(theirs, mine)):
            [clauses, own] = joined.register.agreements
            assert len(clauses.covers) == 1  # the café's only activity
            assert own.covers == ()  # they meet nowhere else: nothing has to be said
            assert [hop.agreements for hop in joined.register.flows() if hop.recipient == "wolk"] == [()]
        assert join(theirs).register == theirs

    def test_a_joint_arrangement_holds_for_no_activity_of_another_register(self) -> None:
        """Controllers that are joint in one activity are not so in another's."""
        number = {"scheme": "kbo", "number": "0123.456.749"}
        pair = [{"key": "us", "registration": number}, {"key": "host", "registration": HOST}]
        paper = {"key": "joint", "kind": "joint-controller-arrangement", "between": ["us", "host"]}
        work = {"key": "site", "controllers": ["us", "host"]}
        joined = join(
            one(parties=pair, activities=work, agreements=paper), one(parties=pair, activities=work)
        ).register

        assert [joined.are_joint(activity) for activity in joined.activities] == [True, False]

    def test_an_agreement_of_a_register_without_activities_is_told(self) -> None:
        """There is nothing to name: it holds wherever its parties meet, and the reader must know."""
        number = {"scheme": "kbo", "number": "0123.456.749"}
        pair = [{"key": "us", "registration": number}, {"key": "host", "registration": HOST}]
        papers = one(parties=pair, activities=[], agreements={"key": "dpa", "between": ["us", "host"]})
        joined = join(one(parties=pair), papers)

        assert [(told.kind, told.key, told.register) for told in joined.wider] == [("agreement", "dpa", 2)]
        assert all(any("dpa" in said for said in joined.sentences(language)) for language in LANGUAGES)

    def test_a_processors_own_measures_stay_its_own(self) -> None:
        """In its own register a measure without an owner is the holder's; in another's it must say so."""
        vendor = Register.of({
            "holder": "host", "parties": [{"key": "host", "registration": HOST}, {"key": "client"}],
            "activities": {"key": "hosting", "controllers": "client", "security": "backup",
                           "flows": {"recipient": "host", "role": "processor"}},
        })  # fmt: skip
        joined = join(one(), vendor).register
        [record] = processor_records(joined, "host", on=ON)

        assert [said.value.by for row in record.rows for said in row.security] == ["host"]

    def test_evidence_keeps_its_source(self) -> None:
        """Without a source it means the first: of its own register, not of the joined one."""
        mine = one(sources={"key": "statement"})
        activity = {"key": "site", "evidence": "L1"}
        theirs = two(sources={"key": "statement"}, left_out="L9", activities=activity)
        joined = join(mine, theirs).register

        assert joined.activity("site-2").evidence[0].source == "statement-2"
        assert joined.left_out[0].source == "statement-2"

    def test_evidence_of_a_source_nobody_names(self) -> None:
        """It gets a source of its own, so that it does not point into the other's."""
        activity = {"key": "site", "evidence": "L1"}
        joined = join(one(sources={"key": "statement"}), two(activities=activity))

        assert joined.register.activity("site-2").evidence[0].source == "source"
        assert [(made.kind, made.key, made.register) for made in joined.made] == [("source", "source", 2)]

    def test_language(self) -> None:
        """Plain words of the other language say so; known terms are words of no language."""
        joined = join(
            one(),
            two(
                activities={
                    "key": "site",
                    "name": "Le site",
                    "personal_data": ["email", "la pointure"],
                    "purposes": "Vendre",
                }
            ),
        ).register
        activity = joined.activity("site-2")

        assert joined.language == "nl"
        assert activity.name == {"fr": "Le site"}
        assert [item.kind for item in activity.personal_data] == ["email", {"fr": "la pointure"}]

    def test_free_text_does_not_become_a_reference(self) -> None:
        """One shares a measure under the key `backup`; the other says the word."""
        mine = one(
            measures={"key": "backup", "text": "Elke nacht"}, activities={"key": "site", "security": "backup"}
        )
        theirs = two(language="nl", activities={"key": "site", "security": "backup"})
        joined = join(mine, theirs).register
        ours, other = (activity.security[0] for activity in joined.activities)

        assert joined.measure(ours).text == "Elke nacht"
        assert joined.measure(other).text == "backup"

    def test_measures_that_say_the_same_are_one(self) -> None:
        """Templates of one adviser do not pile up; other words under the same key are another measure."""
        same = {"key": "locks", "text": "locked-storage"}
        joined = join(
            one(measures=same), two(measures=same), two(measures={"key": "locks", "text": "hek"})
        ).register

        assert [(measure.key, measure.text) for measure in joined.measures] == [
            ("locks", "locked-storage"),
            ("locks-2", {"fr": "hek"}),
        ]

    def test_waivers_and_observations_point_at_the_same(self) -> None:
        """A waiver for everything in one register does not cover the other."""
        theirs = two(
            waivers=[{"rule": "item-missing", "at": "activities.site.flows.nuage"}, {"rule": "role-open"}],
            observations={"at": "parties.nuage.registration.1", "text": "Ancien"},
        )
        joined = join(one(), theirs).register

        assert joined.waivers[0].at == "activities.site-2.flows.host"
        assert joined.observations[0].at == "parties.host.registration.1"
        assert {waiver.at for waiver in joined.waivers if waiver.rule == "role-open"} == {
            "parties.us-2", "parties.host", "parties.host-2", "activities.site-2",
        }  # fmt: skip
        assert [
            waived.finding.where
            for waived in check(join(one(), two(waivers={"rule": "role-open"})).register, on=ON).waived
        ] == ["activities.site-2.flows.host-2"]

    @pytest.mark.parametrize(
        "path", ["holder", "nowhere.at.all", "activities.gone", "activities.site.purposes.9"]
    )
    def test_a_path_that_leads_nowhere_is_kept_as_far_as_it_leads(self, path: str) -> None:
        """A waiver may have outlived what it was for."""
        joined = join(one(), two(waivers={"rule": "role-open", "at": path})).register

        assert [waiver.at for waiver in joined.waivers] == [
            path.replace("activities.site", "activities.site-2")
        ]


class TestRegister:
    """The whole."""

    def test_nothing_to_join(self) -> None:
        """One register at least."""
        with pytest.raises(NotUnderstood, match="nothing to join"):
            join()

    def test_fields_of_the_registers_themselves(self) -> None:
        """The first's stay; what the other says of itself is told."""
        joined = join(one(status="adopted", reference="A"), two(status="draft", version="3"))

        assert (joined.register.status, joined.register.version) == ("adopted", None)
        assert [
            (conflict.kind, conflict.field, conflict.left)
            for conflict in joined.conflicts
            if conflict.kind == "register"
        ] == [
            ("register", "version", "3"),
            ("register", "status", "draft"),
        ]

    def test_one_register_given_twice_is_told(self) -> None:
        """With both numbers, and first of all."""
        joined = join(one(), two(), one())

        assert joined.same == ((1, 3),)
        assert joined.as_json()["same"] == [[1, 3]]
        for language in LANGUAGES:
            told = joined.sentences(language)[0]
            assert "1" in told
            assert "3" in told
        assert join(one(), two()).same == ()

    def test_a_general_statement_of_another_key_is_told(self) -> None:
        """As every other entry is."""
        said = {"key": "all", "security": "backup"}
        joined = join(one(general=said), two(general=said))

        assert [said.key for said in joined.register.general] == ["all", "all-2"]
        assert ("general", 2, "all", "all-2") in [
            (moved.kind, moved.register, moved.was, moved.now) for moved in joined.renamed
        ]
        assert "General statement" in "\n".join(joined.sentences("en"))

    def test_three_registers_of_the_same_keys(self) -> None:
        """Each gets its own; a key that one of them brought is not given away."""
        third = two(parties=[{"key": "us"}, {"key": "us-2"}, {"key": "nuage"}, {"key": "host"}])

        assert keys(join(one(), two(), third)) == [
            "us",
            "host",
            "us-3",
            "host-2",
            "us-4",
            "us-2",
            "nuage",
            "host-3",
        ]

    def test_it_can_be_saved(self) -> None:
        """And read back as it was."""
        joined = join(one(), two()).register

        assert loads(dumps(joined)) == joined

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_is_told_in_every_language(self, language: str) -> None:
        """What was united, left, renamed and in conflict: a line each."""
        theirs = two(
            parties=[{"key": "us", "name": "De Bakkerij"}, {"key": "nuage", "registration": HOST, "country": "BE"}, {"key": "host"}],
            activities=[], general={"flows": {"recipient": "nuage"}}, status="draft",
        )  # fmt: skip
        joined = join(one(status="adopted"), theirs)
        told = joined.sentences(language)

        assert len(told) == len(joined.united) + len(joined.left) + len(joined.conflicts) + len(
            joined.renamed
        ) + len(joined.made)
        assert min(map(len, (joined.united, joined.left, joined.conflicts, joined.renamed, joined.made))) > 0
        assert all("{" not in line for line in told)
        assert json.loads(json.dumps(joined.as_json()))["united"][0]["key"] == "host"

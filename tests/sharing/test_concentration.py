"""On how few parties, countries, groups and services everything rests."""

from __future__ import annotations

import json
from datetime import date
from itertools import combinations
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings, strategies as st

from ropa.glossary import LANGUAGES
from ropa.model import PEOPLE, Register
from ropa.sharing.concentration import SHOWN, Concentration, concentration
from ropa.sharing.cover import cover
from ropa.sharing.weight import Weight

ON = date(2026, 11, 22)


def asked(work: dict[str, list[dict[str, Any]]], parties: Any = (), **facts: Any) -> Concentration:
    """The answer for activities with these flows; parties are made as flows name them."""
    ends = [end for flows in work.values() for one in flows for end in (one.get("sender"), one["recipient"])]
    known = {key: {"key": key} for key in ("us", *ends) if key and key != PEOPLE}
    known |= {one["key"]: one for one in parties}
    activities = [
        {
            "key": key,
            "data_subjects": "customers",
            "personal_data": "name",
            "flows": [{"key": f"f{number}", **one} for number, one in enumerate(flows)],
        }
        for key, flows in work.items()
    ]
    data = {"holder": "us", "parties": list(known.values()), "activities": activities, **facts}
    return concentration(Register.of(data), on=ON)


def counts(weights: tuple[Weight, ...]) -> dict[Any, int]:
    return {one.key: len(one.activities) for one in weights}


def processor(*keys: str, **facts: Any) -> list[dict[str, Any]]:
    return [{"recipient": key, "role": "processor", **facts} for key in keys]


WORK = {
    "a": processor("host", "desk"),
    "b": processor("host"),
    "c": [{"recipient": "bank", "role": "controller"}],
    "d": [],
}


class TestParties:
    """Who holds data in how many activities."""

    def test_most_first(self) -> None:
        """Each with its share of all activities, and where it is a processor."""
        found = asked(WORK)

        assert {"host": 2, "desk": 1, "bank": 1} == counts(found.parties)
        assert ["host", "desk", "bank"] == [one.key for one in found.parties]
        assert [(0.5, ("a", "b")), (0.25, ("a",)), (0.25, ())] == [
            (one.share, one.as_processor) for one in found.parties
        ]
        assert (("a", "b", "c", "d"), ("a", "b", "c")) == (found.activities, found.shared)

    def test_who_does_not_count(self) -> None:
        """A controller, a source, own staff, an authority in an inquiry."""
        found = asked(
            {
                "a": [
                    {"sender": "source", "recipient": "us"},
                    {"recipient": "staff", "role": "own-staff"},
                    {"recipient": "police", "role": "authority-inquiry"},
                    {"sender": "host", "recipient": "us"},
                    *processor("host"),
                ]
            }
        )

        assert {"host": 1} == counts(found.parties)

    def test_a_controller_that_works_for_another(self) -> None:
        """Counts with what it does for that one, and not with what is its own."""
        flows = [
            {"sender": "daughter", "recipient": "mother", "role": "processor"},
            *processor("host", sender="mother"),
        ]
        facts = {"key": "pay", "data_subjects": "employees", "personal_data": "salary", "flows": flows}
        data: dict[str, Any] = {
            "holder": "mother",
            "parties": [{"key": one} for one in ("mother", "daughter", "host")],
            "activities": [{**facts, "controllers": ["mother", "daughter"]}],
        }
        found = concentration(Register.of(data), on=ON)

        assert {"mother": ("pay",), "host": ("pay",)} == {one.key: one.as_processor for one in found.parties}

    def test_only_where_data_get(self) -> None:
        """A flow of data its sender has not brings nobody anything; one that is open brings it perhaps."""
        flows = [
            *processor("host", possible=True),
            {"sender": "host", "recipient": "desk", "role": "processor"},
        ]
        found = asked({"a": flows, "b": processor("host")})

        assert {"host": ("a",), "desk": ("a",)} == {one.key: one.perhaps for one in found.parties}

    def test_nothing(self) -> None:
        """A register without activities rests on nobody."""
        found = asked({})

        assert ((), (), (), ()) == (found.parties, found.countries, found.half, found.all)
        assert 1 == len(found.sentences("en"))


class TestPlaces:
    """Where data are, and from where they can be reached."""

    def test_flows_storage_and_systems(self) -> None:
        """All of them count; what is only reachable is told apart."""
        found = asked(
            {
                "a": processor("host", countries="NL", access_from="IN"),
                "b": processor("host", countries="IN"),
            },
            systems=[{"key": "shop", "countries": "IE"}],
            general=[
                {"storage": {"countries": "BE", "access_from": "US", "systems": "shop"}, "activities": ["a"]}
            ],
        )

        assert {"IN": 2, "NL": 1, "IE": 1, "BE": 1, "US": 1} == counts(found.countries)
        assert {"IN": ("a",), "US": ("a",)} == {
            one.key: one.reached_only for one in found.countries if one.reached_only
        }

    def test_what_is_not_stated_is_counted(self) -> None:
        """A country not stated is not no country."""
        found = asked(
            {
                "a": processor("host", countries="NL"),
                "b": [*processor("host", countries="NL"), *processor("desk")],
            }
        )

        assert ("b",) == found.place_open


class TestTogether:
    """Parties counted as one."""

    def test_groups(self) -> None:
        """By the uppermost group, itself included; a group that is above itself ends."""
        parties = [
            {"key": "host", "group": "holding"},
            {"key": "holding", "group": "top"},
            {"key": "desk", "group": "top"},
            {"key": "top"},
            {"key": "bank", "group": "bank"},
            {"key": "odd", "group": "even"},
            {"key": "even", "group": "odd"},
        ]
        found = asked(
            {"a": processor("host", "odd"), "b": processor("desk"), "c": processor("top", "bank")}, parties
        )

        assert {"top": 3} == {key: number for key, number in counts(found.groups).items() if number > 1}
        assert ("host", "desk", "top") == found.groups[0].parties
        assert {"top", "even"} >= set(counts(found.groups)) - {"odd"}

    def test_services(self) -> None:
        """An activity with two hosts counts once."""
        parties = [{"key": key, "services": "hosting-provider"} for key in ("host", "other")]
        found = asked({"a": processor("host", "other"), "b": processor("other")}, parties)

        assert [("hosting-provider", ("a", "b"), ("host", "other"))] == [
            (one.key, one.activities, one.parties) for one in found.services
        ]


class TestCover:
    """The fewest that together touch everything."""

    def test_half_and_all(self) -> None:
        """Of the activities that anybody touches."""
        found = asked(WORK)

        assert (("host",), ("host", "bank")) == (found.half, found.all)

    @settings(deadline=None, max_examples=80)
    @given(
        st.dictionaries(
            st.sampled_from("pqrstu"), st.sets(st.sampled_from("abcdef"), min_size=1), max_size=6
        ),
        st.integers(0, 6),
    )
    def test_it_touches_enough(self, touched: dict[str, set[str]], wanted: int) -> None:
        """Each chosen one adds something; never more than the known bound above the very fewest."""
        reachable = set().union(*touched.values()) if touched else set()
        aim = min(wanted, len(reachable))
        chosen = cover({key: sorted(held) for key, held in touched.items()}, aim)
        fewest = next(
            size
            for size in range(len(touched) + 1)
            if any(
                len(set().union(*(touched[one] for one in some))) >= aim
                for some in combinations(touched, size)
            )
        )

        assert len(set().union(*(touched[one] for one in chosen))) >= aim
        assert fewest <= len(chosen) <= max(fewest * 2.5, fewest)
        assert len(set(chosen)) == len(chosen)


class TestAnswer:
    """Sentences and JSON."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_sentences(self, language: str) -> None:
        """In every language, each different, no gap left open."""
        parties = [
            {"key": "host", "services": "hosting-provider", "group": "top"},
            {"key": "top"},
            {"key": "desk", "named": False},
        ]
        found = asked(
            {**WORK, "e": processor("desk", countries="NL", access_from="IN", possible=True)}, parties
        )
        said = found.sentences(language)

        assert len(set(said)) == len(said) > 6
        assert not [one for one in said if "{" in one]

    def test_long_lists_are_cut(self) -> None:
        """The first of them in words, the number of the rest; the answer has all."""
        keys = [f"p{number:02}" for number in range(SHOWN + 5)]
        found = asked({"a": processor(*keys), "b": processor(*keys)})
        said = found.sentences("en")

        assert len(keys) == len(found.parties)
        assert SHOWN == len([one for one in said if one.startswith("P") and "data in 2 of 2" in one])
        assert "Other parties: 5" in said

    def test_a_category_is_no_single_party(self) -> None:
        """And says so."""
        said = asked(
            {"a": processor("carriers")}, [{"key": "carriers", "name": "Carriers", "named": False}]
        ).sentences("en")

        assert [
            one
            for one in said
            if one.startswith("Carriers (a category of parties): data in the only activity (100%)")
        ]

    def test_json(self) -> None:
        """Plain data."""
        found = json.loads(json.dumps(asked(WORK).as_json()))

        assert {"key": "host", "activities": ["a", "b"], "share": 0.5, "as_processor": ["a", "b"]} == found[
            "parties"
        ][0]
        assert (4, 3, ["host"]) == (found["activities"], found["shared"], found["half"])


def test_the_bakery(bakery: Register) -> None:
    """One host is behind two activities, by two different processors."""
    found = concentration(bakery, on=ON)

    assert ("wolkenrek", 2) == (found.parties[0].key, len(found.parties[0].as_processor))
    assert ("wolkenrek", "postduif") == found.all


class TestPossible:
    """What only may happen is marked wherever it counts."""

    FLOWS: ClassVar[dict[str, list[dict[str, Any]]]] = {
        "a": [{"recipient": "host", "role": "processor", "countries": ["US"]}],
        "b": [
            {"recipient": "mail", "role": "processor", "countries": ["US", "IN"], "possible": True},
            {"sender": "mail", "recipient": "tape", "role": "processor", "countries": ["CH"]},
        ],
    }

    def test_countries(self) -> None:
        """A country is possible in an activity where no flow or storage surely brings data there, however far on."""
        found = {one.key: one for one in asked(self.FLOWS).countries}
        assert {key: one.perhaps for key, one in found.items()} == {"US": ("b",), "IN": ("b",), "CH": ("b",)}
        told = {one["key"]: one.get("perhaps") for one in asked(self.FLOWS).as_json()["countries"]}
        assert told == {"US": ["b"], "IN": ["b"], "CH": ["b"]}
        assert "United States: data in 2 of 2 activities (100%); in 1 only possibly" in asked(
            self.FLOWS
        ).sentences("en")

    def test_storage_is_certain(self) -> None:
        """Where data are stored they are, whatever else only may happen there."""
        found = asked(self.FLOWS, general=[{"storage": [{"countries": ["IN"]}]}])
        assert {one.key: one.perhaps for one in found.countries}["IN"] == ()

    def test_who_is_enough(self) -> None:
        """A party that data only may get to touches nothing for certain, and says so."""
        found = asked(self.FLOWS)
        assert found.perhaps == ("b",)
        first, _, all_of_them, *_ = found.sentences("en")
        assert first.endswith("; in 1 of these activities only possibly")
        assert all_of_them.endswith("host and mail (in 1 only possibly)")

"""A breach where data only may be there: each thing that is told of them says so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.sharing import Impact, impact

ON = date(2026, 6, 1)
PARTIES = [{"key": key, "name": key.title()} for key in ("vendor", "shop", "clinic", "host")]
HEALTH = {"personal_data": ["name", "health-data"], "data_subjects": ["customers", "patients"]}
TO_VENDOR = [
    {
        "sender": "shop",
        "recipient": "vendor",
        "role": "processor",
        "personal_data": "name",
        "data_subjects": "customers",
    },
    {"sender": "clinic", "recipient": "vendor", "role": "processor", "data_subjects": "patients"},
]


def platform(*flows: dict[str, Any], **more: Any) -> Register:
    """Two controllers and their vendor: what the shop sends is no data concerning health."""
    work = {"key": "work", "controllers": ["shop", "clinic"], **HEALTH, "flows": [*TO_VENDOR, *flows]}
    return Register.of({"holder": "vendor", "parties": PARTIES, "activities": [work | more]})


def breach(register: Register, party: str) -> Impact:
    return impact(register, breach=party, on=ON)


def marks(found: Impact, who: str) -> dict[str, bool]:
    """What one controller weighs, and whether that is only possible."""
    (notice,) = (one for one in found.notify if (one.who, one.article) == (who, "33(1)"))
    return {one.kind: one.possible for one in notice.indicators}


class TestIndicators:
    """What there is to be weighed."""

    def test_what_may_be_held_is_marked(self) -> None:
        """The shop has names of customers; that it also has data concerning health no flow says."""
        found = breach(platform(), "shop")

        assert marks(found, "shop") == {"special": True}
        for language in LANGUAGES:
            told = found.sentences(language)[-1]
            assert told.count("{") == 0
        assert "Only possible, to be weighed if so: data concerning health" in found.sentences("en")[-1]
        assert not any("To be weighed: " in one for one in found.sentences("en"))

    def test_what_is_sure_is_not(self) -> None:
        """The vendor surely has them, of the clinic alone."""
        found = breach(platform(), "vendor")

        assert (marks(found, "clinic"), marks(found, "shop")) == ({"special": False}, {})

    def test_sure_in_one_activity_is_sure(self) -> None:
        """However the other activity leaves it open."""
        one = platform()
        care = {
            "key": "care",
            "controllers": "shop",
            "data_subjects": "patients",
            "personal_data": "health-data",
        }
        both = Register.of({"holder": "vendor", "parties": PARTIES, "activities": [care]})
        both = both.model_copy(update={"activities": (*one.activities, *both.activities)})

        assert marks(breach(both, "shop"), "shop") == {"special": False}

    def test_as_plain_data(self) -> None:
        """One key more, and those that were promised."""
        found = breach(platform(), "shop").as_json()
        notice = found["notify"][0]

        assert {"who", "whom", "article", "indicators"} <= set(notice)
        assert notice["indicators"] == [
            {"kind": "special", "what": "health-data", "value": "health", "possible": True}
        ]
        assert [(one["possible"], one["holding_open"]) for one in found["activities"]] == [
            (False, False),
            (True, True),
        ]


class TestNotices:
    """A notice that is about nothing else than what may be there."""

    BACKUP = ({"sender": "vendor", "recipient": "host", "role": "processor", "possible": True},)

    def test_all_the_way_up(self) -> None:
        """The host may have a copy: who tells whom and who assesses turns on that."""
        found = breach(platform(*self.BACKUP), "host")

        assert {(one.who, one.article): one.possible for one in found.notify} == {
            ("host", "33(2)"): True,
            ("vendor", "33(2)"): True,
            ("shop", "33(1)"): True,
            ("clinic", "33(1)"): True,
            ("shop", "34"): True,
            ("clinic", "34"): True,
        }
        assert all("is not certain" in one for one in found.sentences("en") if "Article 33" in one)
        assert all(one["possible"] for one in found.as_json()["notify"])

    def test_not_where_the_data_surely_are(self) -> None:
        """A flow that happens beside the one that may."""
        sure = {
            "key": "sure",
            "sender": "vendor",
            "recipient": "host",
            "role": "processor",
            "personal_data": "name",
        }
        found = breach(platform(*self.BACKUP, sure), "host")

        assert not any(one.possible for one in found.notify)
        assert marks(found, "clinic") == {"special": True}
        assert not any("is not certain" in one for one in found.sentences("en"))

    def test_one_way_of_two(self) -> None:
        """Only the shop's own flow to the host surely happens: the vendor may have nothing to tell."""
        direct = {
            "sender": "shop",
            "recipient": "host",
            "role": "processor",
            "personal_data": "name",
            "data_subjects": "customers",
        }
        found = breach(platform(*self.BACKUP, direct), "host")

        assert {(one.who, one.whom): one.possible for one in found.notify if one.article == "33(2)"} == {
            ("host", "shop"): False,
            ("host", "vendor"): True,
            ("vendor", "shop"): True,
            ("vendor", "clinic"): True,
        }


class TestWhatIsTouched:
    """The brackets behind the data."""

    @pytest.mark.parametrize(
        ("party", "told"), [("shop", "(may hold them: no flow says so)"), ("host", "(may happen)")]
    )
    def test_the_holding_or_the_flow(self, party: str, told: str) -> None:
        """Whether it is where the data begin that is open, or a flow."""
        said = breach(platform(*TestNotices.BACKUP), party).sentences("en")

        assert said[2].endswith(told)

    def test_as_holders_does(self) -> None:
        """Of a party that goes the same is said."""
        said = impact(platform(), remove="shop", on=ON).sentences("en")

        assert any(one.endswith("(may hold them: no flow says so)") for one in said)

    def test_a_member_of_a_category(self) -> None:
        """What it has of the category's data is open, and no flow is."""
        parties = [
            *PARTIES[:1],
            {"key": "clinic", "named": False, "members": ["host"]},
            *PARTIES[1:2],
            PARTIES[3],
        ]
        work = {
            "key": "work",
            "controllers": "clinic",
            **HEALTH,
            "flows": {"recipient": "vendor", "role": "processor"},
        }
        found = breach(Register.of({"holder": "vendor", "parties": parties, "activities": [work]}), "host")

        assert "(may hold them, as one of clinic; " in found.sentences("en")[1]
        assert marks(found, "host") == {"special": True}
        assert found.notify[0].possible

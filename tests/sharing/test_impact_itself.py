"""A party that moves with what it holds by no flow to it: a controller, or where data begin. No transfer is derived."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.model import PEOPLE, Register
from ropa.sharing import Impact, impact

ON = date(2026, 6, 1)


def work(*flows: dict[str, Any], **more: Any) -> Register:
    parties = [{"key": key, "name": key.title()} for key in ("home", "joint", "host", "broker")]
    activity = {
        "key": "letting",
        "name": "Letting",
        "data_subjects": "tenants",
        "personal_data": ["name", "salary"],
        "flows": list(flows),
    }
    return Register.of({"holder": "home", "parties": parties, "activities": [activity | more]})


def moving(register: Register, party: str) -> Impact:
    return impact(register, on=ON, move={party: "US"})


TO_HOST = {"recipient": "host", "role": "processor", "countries": "NL"}


def test_a_controller() -> None:
    """Touched, and without a transfer: nothing tells where it keeps its data."""
    found = moving(work(TO_HOST), "home")

    (one,) = found.activities
    assert (one.itself, one.customers, one.personal_data) == (True, ("home",), ("name", "salary"))
    assert (one.until_now, found.transfers) == ((), ())
    assert found.sentences("en")[1:] == (
        "Letting: name, salary of tenants (Home); Home holds these data itself",
        "No flow says where the data are kept that Home holds itself, so no transfer is derived from them.",
    )
    assert found.as_json()["activities"][0]["itself"] is True
    for language in LANGUAGES:
        assert len(found.sentences(language)) == 3
        assert "{" not in " ".join(found.sentences(language))


def test_not_in_another_s_activity() -> None:
    """A processor holds nothing but what a flow brings."""
    found = moving(work(TO_HOST), "host")

    assert [one.itself for one in found.activities] == [False]
    assert not any("itself" in one for one in found.sentences("en"))


@pytest.mark.parametrize(
    "flow",
    [
        {"sender": "host", "recipient": "home", "personal_data": "name", "countries": "NL"},
        {"sender": PEOPLE, "recipient": "home", "personal_data": "name", "countries": "NL"},
    ],
    ids=["given back", "given by people"],
)
def test_what_a_flow_brings_is_told_by_that(flow: dict[str, Any]) -> None:
    """That flow says where they are; only of the rest nothing does."""
    found = moving(work(TO_HOST, flow), "home")

    assert [(one.itself, one.personal_data, one.until_now) for one in found.activities] == [
        (False, ("name",), ("NL",)),
        (True, ("salary",), ()),
    ]
    assert [one.before for one in found.transfers] == [None]


def test_a_joint_controller() -> None:
    """What the other sends it, the flow tells of."""
    together: dict[str, Any] = {"controllers": ["home", "joint"], "joint": True}
    sent = {"sender": "home", "recipient": "joint", "role": "joint-controller", "countries": "NL"}

    assert [one.itself for one in moving(work(sent, **together), "joint").activities] == [False]
    (one,) = moving(work(sent, **together), "home").activities
    assert (one.itself, one.parties) == (True, ("joint",))


def test_where_data_begin() -> None:
    """A source that no flow leads to holds them too."""
    found = moving(work({"sender": "broker", "recipient": "home", "personal_data": "name"}), "broker")

    assert [(one.itself, one.personal_data) for one in found.activities] == [(True, ("name",))]


def test_no_transfer_that_begins_is_not_said_of_what_is_not_known() -> None:
    """That nothing changes can be said of flows alone."""
    same = [
        {"key": "here", **TO_HOST},
        {"key": "there", "sender": "host", "recipient": "home", "personal_data": "name", "countries": "BE"},
    ]
    found = impact(work(*same), on=ON, move={"home": "DE"})

    assert (found.transfers, [one.itself for one in found.activities]) == ((), [False, True])
    assert not any(one.startswith("By this no transfer") for one in found.sentences("en"))

"""The record of Article 30(2): one row per controller and category of processing."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from hypothesis import given, strategies as st

from ropa.model import Register
from ropa.records import ProcessorRecord, ProcessorRow, controller_records, processor_records

ON = date(2026, 11, 21)
KEYS = ("vendor", "bakery", "cafe", "host", "backup")
SERVICE = {"key": "service", "controllers": ["bakery", "cafe"]}


def register(*flows: dict[str, Any], activity: dict[str, Any] | None = None, **facts: Any) -> Register:
    """A vendor's register: one service for two customers, each for itself."""
    parties = facts.pop("parties", [{"key": key} for key in KEYS])
    activities = [{**SERVICE, "flows": list(flows), **(activity or {})}]
    return Register.of({"holder": "vendor", "parties": parties, "activities": activities, **facts})


def record(told: Register, party: str = "vendor") -> ProcessorRecord:
    (only,) = processor_records(told, party, on=ON)
    return only


def rows(told: Register, party: str = "vendor") -> list[tuple[str, Any]]:
    """On whose behalf, and what."""
    return [(row.controller.key, row.category) for row in record(told, party).rows]


def gets(recipient: str, sender: str | None = None, **flow: Any) -> dict[str, Any]:
    flow = {"recipient": recipient, "role": "processor", "processing": "hosting", **flow}
    return {**flow, "sender": sender} if sender else flow


class TestRows:
    """Which rows there are."""

    def test_one_for_each_controller_and_category(self) -> None:
        """Two customers and two things done: four rows."""
        told = register(gets("vendor", processing=["hosting", "call-tracking"]))

        assert rows(told) == [
            ("bakery", "hosting"),
            ("bakery", "call-tracking"),
            ("cafe", "hosting"),
            ("cafe", "call-tracking"),
        ]

    def test_two_flows_of_one_category_are_one_row(self) -> None:
        """The row names both flows it is drawn from."""
        told = register(gets("vendor", key="one"), gets("vendor", key="two"))

        assert [len(row.paths) for row in record(told).rows] == [2, 2]

    def test_tells_activities_apart(self) -> None:
        """One row for what is done in two activities, with what each of them has in it."""
        flow = {"recipient": "vendor", "sender": "bakery", "role": "processor", "processing": "hosting"}
        onward = {"recipient": "host", "sender": "vendor", "role": "processor", "countries": "GB"}
        activities = [
            {
                "key": "a",
                "controllers": "bakery",
                "flows": [flow],
                "security": {"text": "locks", "by": "vendor"},
            },
            {"key": "b", "controllers": "bakery", "flows": [flow, onward], "absences": {}},
        ]
        told = Register.of(
            {"holder": "vendor", "parties": [{"key": key} for key in KEYS], "activities": activities}
        )
        (row,) = record(told).rows

        assert [
            (
                one.activity,
                [said.value.text for said in one.security],
                [moved.country for moved in one.transfers],
            )
            for one in row.shares
        ] == [("a", ["locks"], []), ("b", [], ["GB"])]

    def test_those_of_one_controller_stand_together(self) -> None:
        """Whatever the order of the flows is."""
        told = register(
            gets("vendor", "bakery", processing="hosting", key="1"),
            gets("vendor", "cafe", processing="hosting", key="2"),
            gets("vendor", "bakery", processing="call-tracking", key="3"),
        )

        assert [who for who, _ in rows(told)] == ["bakery", "bakery", "cafe"]

    def test_why_there_are_no_transfers(self) -> None:
        """What the activity says of them, where nothing shows any."""
        told = register(
            gets("vendor", "bakery", countries="NL"), activity={"absences": {"transfers": "none"}}
        )
        bare = register(gets("vendor", "bakery", countries="NL"))

        assert [
            one.no_transfers.state for row in record(told).rows for one in row.shares if one.no_transfers
        ] == ["none"]
        assert [one.no_transfers for row in record(bare).rows for one in row.shares] == [None]

    def test_category_not_stated(self) -> None:
        """A row without a category, which is a gap and not nothing."""
        assert rows(register(gets("vendor", "bakery", processing=[]))) == [("bakery", None)]

    def test_category_in_words(self) -> None:
        """Words in two languages are one category."""
        said = {"nl": "bakken", "fr": "cuire"}

        assert rows(register(gets("vendor", "bakery", processing=said))) == [("bakery", said)]

    def test_only_what_is_received_as_processor(self) -> None:
        """Controller, undecided and not stated make no row."""
        told = register(
            gets("vendor", "bakery", role="controller"),
            gets("vendor", "bakery", role=["processor", "controller"], key="b"),
            gets("vendor", "bakery", role=[], key="c"),
        )

        assert rows(told) == []
        assert [
            hop.recipient for hop in controller_records(told, "bakery", on=ON)[0].entries[0].recipients
        ] == ["vendor"] * 3

    def test_only_on_the_day(self) -> None:
        """A flow that ended makes no row today."""
        assert rows(register(gets("vendor", "bakery", valid_until="2025-12-31"))) == []
        assert rows(register(gets("vendor", "bakery"), activity={"valid_until": "2025-12-31"})) == []

    def test_all_processors_the_holder_first(self) -> None:
        """Without a name: everybody who is a processor."""
        told = register(gets("host", "vendor"), gets("vendor"))

        assert [one.party.key for one in processor_records(told, on=ON)] == ["vendor", "host"]

    def test_a_processor_of_nothing(self) -> None:
        """A record without rows, if it is asked for by name."""
        assert rows(register(gets("vendor")), "backup") == []

    def test_shows_nothing_of_the_customers_purposes(self) -> None:
        """A row has no room for purposes, people or legal bases."""
        assert {"controller", "category", "transfers", "security", "paths", "shares"} == {
            one.name for one in fields(ProcessorRow)
        }


class TestWhose:
    """On whose behalf."""

    def test_customers(self) -> None:
        """A sub-processor for one customer has a row for that one only, and so has its own."""
        told = register(gets("vendor"), gets("host", "vendor", customers="cafe"), gets("backup", "host"))

        assert rows(told, "host") == rows(told, "backup") == [("cafe", "hosting")]

    def test_chain_that_begins_with_one(self) -> None:
        """What follows from one controller's flow is on that controller's behalf."""
        told = register(gets("vendor", "bakery"), gets("host", "vendor"))

        assert rows(told, "host") == [("bakery", "hosting")]

    def test_collected_from_people(self) -> None:
        """A processor that collects from people does so for all controllers of the activity."""
        told = register(gets("vendor", "data-subjects"))

        assert sorted(rows(told)) == [("bakery", "hosting"), ("cafe", "hosting")]

    def test_diamond(self) -> None:
        """Two ways to the same sub-processor are one row for each controller."""
        told = register(
            gets("vendor", "bakery"), gets("host", "cafe"), gets("backup", "vendor"), gets("backup", "host")
        )

        assert sorted(rows(told, "backup")) == [("bakery", "hosting"), ("cafe", "hosting")]

    def test_circle(self) -> None:
        """Processors that send to each other end somewhere."""
        told = register(gets("vendor", "bakery"), gets("host", "vendor"), gets("vendor", "host"))

        assert rows(told) == rows(told, "host") == [("bakery", "hosting")]

    def test_in_general_without_activities(self) -> None:
        """A register that says it once and has no activities: on behalf of the holder."""
        told = Register.of(
            {
                "holder": "bakery",
                "parties": [{"key": "bakery"}, {"key": "host"}],
                "general": {"flows": gets("host")},
            }
        )

        assert rows(told, "host") == [("bakery", "hosting")]


class TestTransfersAndSecurity:
    """(c) and (d)."""

    def test_where_it_goes(self) -> None:
        """What it does outside, and what it sends outside for that controller."""
        told = register(
            gets("vendor", countries="CH"), gets("host", "vendor", countries="US", customers="cafe")
        )
        seen = {row.controller.key: [one.country for one in row.transfers] for row in record(told).rows}

        assert seen == {"bakery": ["CH"], "cafe": ["CH", "US"]}

    def test_measures_by_owner(self) -> None:
        """Its own entry's, and those of the activity that are its; the customer's are not."""
        told = register(
            gets("vendor"),
            gets("host", "vendor"),
            activity={
                "security": [
                    "encryption",
                    {"text": "backup", "by": "host"},
                    {"text": "locks", "by": "bakery"},
                ]
            },
            parties=[{"key": key} for key in KEYS if key != "vendor"]
            + [{"key": "vendor", "security": ["two-factor-authentication"]}],
        )

        def measures(party: str) -> set[tuple[Any, str]]:
            return {(said.value.text, said.path) for row in record(told, party).rows for said in row.security}

        assert measures("vendor") == {
            ("two-factor-authentication", "parties.vendor.security.1"),
            ("encryption", "activities.service.security.1"),
        }
        assert measures("host") == {("backup", "activities.service.security.2")}

    def test_measures_are_listed_once(self) -> None:
        """However many flows a row is drawn from."""
        told = register(
            gets("vendor", "bakery", key="one"),
            gets("vendor", "bakery", key="two"),
            activity={"security": "locks"},
        )
        (row,) = record(told).rows

        assert len(row.security) == 1


def test_forty_customers() -> None:
    """Forty customers of one service: forty rows, and no customer's record shows anything of another's."""
    customers = [f"customer-{number}" for number in range(40)]
    told = Register.of(
        {
            "holder": "vendor",
            "parties": [
                {"key": key} for key in ("vendor", "host", *customers, *(f"{one}-bank" for one in customers))
            ],
            "activities": [
                {
                    "key": "service",
                    "controllers": customers,
                    "flows": [
                        gets("vendor"),
                        gets("host", "vendor"),
                        *(
                            {"sender": one, "recipient": f"{one}-bank", "role": "controller"}
                            for one in customers
                        ),
                    ],
                }
            ],
        }
    )

    assert customers == [row.controller.key for row in record(told).rows]
    assert customers == [row.controller.key for row in record(told, "host").rows]
    for one in customers:
        (entry,) = controller_records(told, one, on=ON)[0].entries
        assert [("vendor", one), ("host", "vendor"), (f"{one}-bank", one)] == [
            (hop.recipient, hop.sender) for hop in entry.recipients
        ]
        assert entry.joint_with == ()


SENDERS = st.sampled_from(["", *KEYS, "data-subjects"])
FLOWS = st.builds(
    lambda number, sender, recipient, role, customers: {
        "key": f"flow-{number}",
        "recipient": recipient,
        "role": role,
        "processing": "hosting",
        "customers": customers,
        **({"sender": sender} if sender else {}),
    },
    st.integers(0, 10**6),
    SENDERS,
    st.sampled_from(KEYS),
    st.sampled_from([["processor"], ["controller"], ["processor", "controller"], []]),
    st.sampled_from([[], [], [], ["bakery"], ["cafe", "bakery"]]),
)


@given(st.lists(FLOWS, max_size=8, unique_by=lambda flow: flow["key"]), st.booleans())
def test_both_sides_agree(flows: list[dict[str, Any]], joint: bool) -> None:
    """Customer, processor and sub-processor see the same: a flow is in a controller's row if it is in its record."""
    told = register(*flows, activity={"joint": joint})
    as_processor = {
        (row.controller.key, one.party.key, path)
        for one in processor_records(told, on=ON)
        for row in one.rows
        for path in row.paths
    }
    as_controller = {
        (one.party.key, hop.recipient, hop.path)
        for one in controller_records(told, on=ON)
        for entry in one.entries
        for hop in entry.recipients
        if hop.is_processor
    }

    # a controller that is handed data as its own processor's processor is both sides at once
    assert {one for one in as_processor if one[0] != one[1]} == as_controller


def test_measures_of_the_day() -> None:
    """A measure that ended is in no row, whoever says it."""
    ended = {"valid_until": "2019-12-31"}
    told = Register.of(
        {
            "holder": "bakery",
            "parties": [
                {"key": "bakery"},
                {"key": "host", "security": ["Locks", {"text": "Old alarm", **ended}]},
            ],
            "general": [{"security": {"text": "Old fence", "by": "host"}, **ended}],
            "activities": [
                {
                    "key": "orders",
                    "flows": {"recipient": "host", "role": "processor"},
                    "security": [
                        {"text": "Guards", "by": "host"},
                        {"text": "Old guards", "by": "host", **ended},
                    ],
                }
            ],
        }
    )
    (record,) = processor_records(told, "host", on=ON)
    (row,) = record.rows

    assert [said.value.text for said in row.security] == ["Locks", "Guards"]


def test_transfers_of_the_whole_chain_are_the_processors_too() -> None:
    """What a sub-processor's own sub-processor does outside the EEA; a circle is gone round once."""
    told = register(
        gets("vendor"),
        gets("host", "vendor", countries=["NL"]),
        gets("backup", "host", countries=["US"]),
        gets("vendor", "backup", access_from=["IN"]),
    )

    for row in record(told).rows:
        assert {(one.recipient, one.country) for one in row.transfers} == {("backup", "US"), ("vendor", "IN")}


class TestDataOfOthers:
    """A flow that carries nothing of a controller is not carried out for it."""

    def told(self, **lab: Any) -> Register:
        given = [
            gets("vendor", "bakery", personal_data="orders", countries=["NL"]),
            gets("vendor", "cafe", personal_data="allergies", countries=["NL"]),
        ]
        lab = gets("backup", "vendor", countries=["US"], **lab)
        return register(*given, lab, activity={"personal_data": ["orders", "allergies"]})

    def away(self, told: Register, party: str = "vendor") -> list[tuple[str, int]]:
        return [(row.controller.key, len(row.transfers)) for row in record(told, party).rows]

    def test_is_no_transfer_of_its(self) -> None:
        """Only allergies go to America: the record says so of the cafe alone."""
        assert self.away(self.told(personal_data="allergies")) == [("bakery", 0), ("cafe", 1)]
        assert self.away(self.told(personal_data="allergies"), "backup") == [("cafe", 1)]

    def test_unless_nobody_says_which_data(self) -> None:
        """A flow that names none carries those of both."""
        assert self.away(self.told()) == [("bakery", 1), ("cafe", 1)]

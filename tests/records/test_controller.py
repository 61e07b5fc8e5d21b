"""The record of Article 30(1), letter by letter, for whoever is controller."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.errors import UnknownEntry
from ropa.model import Register
from ropa.records import ControllerEntry, controller_records

ON = date(2026, 11, 21)
PARTIES = ("bakery", "cafe", "host", "backup", "bank", "police")


def register(*activities: dict[str, Any], **facts: Any) -> Register:
    parties = [{"key": key} for key in (*PARTIES, *facts.pop("more", ()))]
    return Register.of({"holder": "bakery", "parties": parties, "activities": activities, **facts})


def entry(*flows: dict[str, Any], party: str = "bakery", **facts: Any) -> ControllerEntry:
    """The entry of the one activity in a party's record."""
    around = {name: facts.pop(name) for name in ("general", "agreements", "more") if name in facts}
    told = register({"key": "orders", "flows": list(flows), **facts}, **around)
    (record,) = controller_records(told, party, on=ON)
    (only,) = record.entries
    return only


def recipients(one: ControllerEntry) -> list[str]:
    return [hop.recipient for hop in one.recipients]


class TestWhose:
    """Whose record it is."""

    def test_all_of_them_the_holder_first(self) -> None:
        """Without a name: everybody who is controller of something."""
        told = register({"key": "a", "controllers": "cafe"}, {"key": "b"})

        assert [record.party.key for record in controller_records(told, on=ON)] == ["bakery", "cafe"]

    def test_of_another_party(self) -> None:
        """Only the activities it is controller of."""
        told = register({"key": "a", "controllers": ["cafe", "bakery"]}, {"key": "b"})
        (record,) = controller_records(told, "cafe", on=ON)

        assert [one.activity.key for one in record.entries] == ["a"]

    def test_of_a_controller_of_nothing(self) -> None:
        """A record without entries."""
        (record,) = controller_records(register({"key": "a"}), "bank", on=ON)

        assert record.entries == ()

    def test_of_a_stranger(self) -> None:
        """Not a record at all."""
        with pytest.raises(UnknownEntry, match="bakerij"):
            controller_records(register(), "bakerij", on=ON)

    def test_without_a_holder(self) -> None:
        """A register of nobody has no records; one with a holder and nothing else has nothing to show."""
        assert controller_records(Register.of({}), on=ON) == ()
        assert controller_records(Register.of({"holder": "bakery"}), on=ON) == ()

    def test_activities_of_the_day(self) -> None:
        """An activity is in the record on its days, both inclusive."""
        told = register({"key": "a", "valid_from": "2026-01-01", "valid_until": "2026-06-30"})

        def keys(day: date) -> list[str]:
            (record,) = controller_records(told, "bakery", on=day)
            return [one.activity.key for one in record.entries]

        assert keys(date(2025, 12, 31)) == keys(date(2026, 7, 1)) == []
        assert keys(date(2026, 1, 1)) == keys(date(2026, 6, 30)) == ["a"]


class TestRecipients:
    """(d) recipients."""

    @pytest.mark.parametrize("role", [["processor", "controller"], []])
    def test_open_roles_stay(self, role: list[str]) -> None:
        """Undecided or not stated: a recipient all the same."""
        assert recipients(entry({"recipient": "host", "role": role})) == ["host"]

    def test_authority_and_staff_are_shown_apart(self) -> None:
        """An authority in an inquiry and own staff are not recipients; undecided with another role they may be."""
        one = entry(
            {"recipient": "police", "role": "authority-inquiry"},
            {"recipient": "cafe", "role": "own-staff"},
            {"recipient": "bank", "role": ["authority-inquiry", "controller"]},
        )

        assert recipients(one) == ["bank"]
        assert [hop.recipient for hop in one.not_recipients] == ["police", "cafe"]

    def test_past_and_planned_ones(self) -> None:
        """Have been or will be disclosed: flows of other days are in the record, with their days."""
        one = entry(
            {"recipient": "host", "valid_until": "2025-12-31"},
            {"recipient": "bank", "valid_from": "2027-01-01"},
        )

        assert recipients(one) == ["host", "bank"]
        assert [str(hop.flow.valid_until or hop.flow.valid_from) for hop in one.recipients] == [
            "2025-12-31",
            "2027-01-01",
        ]

    def test_chain(self) -> None:
        """Sub-processors are recipients too."""
        one = entry(
            {"recipient": "host", "role": "processor"},
            {"sender": "host", "recipient": "backup", "role": "processor"},
        )

        assert [(hop.recipient, hop.sub_processor) for hop in one.recipients] == [
            ("host", False),
            ("backup", True),
        ]

    def test_sources(self) -> None:
        """A flow to the controller is a source, not a recipient."""
        one = entry(
            {"sender": "bank", "recipient": "bakery"}, {"sender": "data-subjects", "recipient": "bakery"}
        )

        assert recipients(one) == []
        assert [hop.sender for hop in one.sources] == ["bank", "data-subjects"]

    def test_people_to_a_recipient(self) -> None:
        """What people give straight to somebody else is in the record."""
        assert recipients(entry({"sender": "data-subjects", "recipient": "bank", "role": "controller"})) == [
            "bank"
        ]


class TestSeveralControllers:
    """Each for itself, unless they are joint."""

    both = ("bakery", "cafe")

    def test_another_controllers_own_flows_are_not_shown(self) -> None:
        """A flow that the other sends, and all that follows from it, stands in the other's record only."""
        flows: tuple[dict[str, Any], ...] = (
            {"sender": "cafe", "recipient": "host", "role": "processor"},
            {"sender": "host", "recipient": "backup", "role": "processor", "countries": "US"},
            {"sender": "bakery", "recipient": "bank", "role": "controller"},
        )
        mine = entry(*flows, controllers=self.both)
        theirs = entry(*flows, party="cafe", controllers=self.both)

        assert (recipients(mine), recipients(theirs)) == (["bank"], ["host", "backup"])
        assert (len(mine.transfers), len(theirs.transfers)) == (0, 1)

    def test_shared_processor(self) -> None:
        """What a processor of both sends on is in both records, once."""
        flows: tuple[dict[str, Any], ...] = (
            {"recipient": "host", "role": "processor"},
            {"sender": "host", "recipient": "backup", "role": "processor"},
        )
        for party in self.both:
            assert recipients(entry(*flows, party=party, controllers=self.both)) == ["host", "backup"]

    def test_one_gives_to_the_other(self) -> None:
        """Two controllers, each on its own: for one a recipient, for the other a source."""
        flow = {"sender": "bakery", "recipient": "cafe", "role": "controller"}
        mine = entry(flow, controllers=self.both)
        theirs = entry(flow, party="cafe", controllers=self.both)

        assert (recipients(mine), mine.sources) == (["cafe"], ())
        assert (recipients(theirs), ["bakery"]) == ([], [hop.sender for hop in theirs.sources])

    def test_what_people_give_to_the_other(self) -> None:
        """Is no business of mine."""
        mine = entry({"sender": "data-subjects", "recipient": "cafe"}, controllers=self.both)

        assert (recipients(mine), mine.sources) == ([], ())

    def test_customers(self) -> None:
        """A flow for one customer only is in that customer's record only."""
        flows: tuple[dict[str, Any], ...] = (
            {"recipient": "host", "role": "processor"},
            {"sender": "host", "recipient": "backup", "role": "processor", "customers": "cafe"},
            {"sender": "backup", "recipient": "bank", "role": "processor"},
        )

        assert recipients(entry(*flows, controllers=self.both)) == ["host"]
        assert recipients(entry(*flows, party="cafe", controllers=self.both)) == ["host", "backup", "bank"]

    def test_nobody_says_how_it_got_there(self) -> None:
        """A third party that sends on what no flow brought it concerns every controller; so does a circle."""
        flows: tuple[dict[str, Any], ...] = (
            {"sender": "host", "recipient": "backup", "role": "processor"},
            {"sender": "bank", "recipient": "police", "role": "processor"},
            {"sender": "police", "recipient": "bank", "role": "processor"},
        )
        for party in self.both:
            assert recipients(entry(*flows, party=party, controllers=self.both)) == [
                "backup",
                "police",
                "bank",
            ]

    @pytest.mark.parametrize("how", ["said", "arranged"])
    def test_joint(self, how: str) -> None:
        """Joint by word or by arrangement: they answer for each other's flows, and are named."""
        paper = {"key": "deal", "kind": "joint-controller-arrangement", "between": ["bakery", "cafe"]}
        facts: dict[str, Any] = {"joint": True} if how == "said" else {"agreements": [paper]}
        one = entry({"sender": "cafe", "recipient": "host"}, controllers=self.both, **facts)

        assert [party.key for party in one.joint_with] == ["cafe"]
        assert recipients(one) == ["host"]

    def test_not_joint(self) -> None:
        """Being two is not being joint."""
        assert entry(controllers=self.both).joint_with == ()


class TestGeneral:
    """What is said once for many activities."""

    def test_is_present_and_marked(self) -> None:
        """The activity's own first, then the general, each told apart."""
        one = entry(
            {"recipient": "host"},
            data_subjects="customers",
            general=[{"data_subjects": "visitors", "flows": {"recipient": "bank"}, "retention": "7 years"}],
        )

        assert [(said.value.kind, said.general) for said in one.said("data_subjects")] == [
            ("customers", False),
            ("visitors", True),
        ]
        assert [(hop.recipient, hop.general) for hop in one.recipients] == [("host", False), ("bank", True)]
        assert [said.value.period for said in one.said("retention")] == ["P7Y"]

    def test_covers_the_holder_or_what_it_names(self) -> None:
        """Without names: the holder's activities only."""
        told = register(
            {"key": "a"},
            {"key": "b", "controllers": "cafe"},
            general=[{"data_subjects": "visitors"}, {"activities": "b", "data_subjects": "guests"}],
        )
        seen = {
            one.activity.key: [said.value.kind for said in one.said("data_subjects")]
            for record in controller_records(told, on=ON)
            for one in record.entries
        }

        assert seen == {"a": ["visitors"], "b": ["guests"]}


def test_absences() -> None:
    """What an activity says where it has no value."""
    one = entry(absences={"transfers": "none"})

    absence = one.absence("transfers")
    assert absence is not None
    assert absence.state == "none"
    assert one.absence("retention") is None


def test_transfers_of_the_day() -> None:
    """(e) the transfers of flows that hold on the day, and what is declared without a recipient."""
    one = entry(
        {"recipient": "host", "countries": "US"},
        {"recipient": "bank", "countries": "IN", "valid_until": "2025-12-31"},
        transfers={"countries": "BR"},
    )

    assert [transfer.country for transfer in one.transfers] == ["US", "BR"]


ENDED = {"valid_until": "2019-12-31"}


class TestOnTheDay:
    """Nothing that ended, or is still to come, answers a letter."""

    def test_values_that_ended(self) -> None:
        """Of the activity itself, single ones too; a value on its last day is still there."""
        one = entry(
            retention=[
                {"period": "P7Y", **ENDED},
                {"key": "now", "period": "P5Y", "valid_until": "2026-11-21"},
            ],
            security={"text": "Locked", "valid_from": "2027-01-01"},
            rights={"complaint": "Somewhere", **ENDED},
        )

        assert [said.value.period for said in one.said("retention")] == ["P5Y"]
        assert [said.path for said in one.said("retention")] == ["activities.orders.retention.now"]
        assert one.said("security") == one.said("rights") == ()

    def test_general_entries_that_ended(self) -> None:
        """Neither their values, nor their flows and transfers, nor what they declare."""
        gone = {
            "retention": "7 years",
            "flows": {"recipient": "host", "countries": "US"},
            "transfers": {"countries": "BR"},
            "absences": {"security": "none"},
        }
        one = entry(general=[{**gone, **ENDED}])
        kept = entry(general=[gone])

        assert (one.said("retention"), one.recipients, one.transfers, one.absence("security")) == (
            (),
            (),
            (),
            None,
        )
        assert one.seen.generals == ()
        assert (len(kept.said("retention")), recipients(kept), len(kept.transfers)) == (1, ["host"], 2)
        assert kept.absence("security") is not None

    def test_a_shared_measure_that_ended(self) -> None:
        """What refers to it says nothing any more."""
        told = register(
            {"key": "orders", "security": ["lock", "alarm"]},
            measures=[{"key": "lock", "text": "Locks", **ENDED}, {"key": "alarm", "text": "Alarm"}],
        )
        (record,) = controller_records(told, "bakery", on=ON)

        assert [said.value.text for said in record.entries[0].said("security")] == ["alarm"]

    def test_agreements_in_force(self) -> None:
        """Flows rest on the agreements of the day; past and planned flows are shown all the same."""
        two = ["bakery", "host"]
        one = entry(
            {"recipient": "host"},
            {"recipient": "bank", **ENDED},
            agreements=[{"key": "old", "between": two, "ends": "2019-12-31"}, {"key": "now", "between": two}],
        )

        assert [(hop.recipient, hop.agreements) for hop in one.recipients] == [
            ("host", ("now",)),
            ("bank", ()),
        ]

    def test_joint_by_an_arrangement_that_ended(self) -> None:
        """No longer joint."""
        arrangement = {"key": "j", "kind": "joint-controller-arrangement", "between": ["bakery", "cafe"]}
        both = {"controllers": ["bakery", "cafe"]}

        assert entry(agreements=[{**arrangement, "ends": "2019-12-31"}], **both).joint_with == ()
        assert [one.key for one in entry(agreements=[arrangement], **both).joint_with] == ["cafe"]

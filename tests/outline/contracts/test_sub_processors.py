"""The list of sub-processors: who, where, since when, with whose leave, how transfers stand, what changes when."""

from __future__ import annotations

from datetime import date

import pytest
from tests.outline.contracts.deals import ON, everything, found, office, rows, shop

from ropa.audience import reader
from ropa.errors import UnknownEntry, UnknownLanguage
from ropa.model import Register
from ropa.outline.contracts import sub_processors


def of_six() -> Register:
    """An office with six customers and one host."""
    said = {
        "a": {"sub_processors": "general-authorisation", "notice_days": 30},
        "b": {"sub_processors": "general-authorisation", "notice_days": 30},
        "c": {"sub_processors": "general-authorisation"},
        "d": {"sub_processors": "specific-authorisation", "authorised": "host"},
        "e": {"sub_processors": "none"},
    }
    keys = ["one-a", "one-b", "one-c", "one-d", "one-e", "one-f"]
    activity = {
        "key": "wages",
        "controllers": keys,
        "personal_data": "name",
        "flows": [
            *({"sender": key, "recipient": "office", "role": "processor"} for key in keys),
            {"sender": "office", "recipient": "host", "role": "processor"},
        ],
    }
    papers = [
        {"key": f"p-{at}", "kind": "processing-agreement", "between": [f"one-{at}", "office"], **more}
        for at, more in said.items()
    ]
    parties = [{"key": key} for key in ("office", "host", *keys)]
    return office(parties=parties, activities=[activity], agreements=papers)


class TestOfAProcessor:
    """What a customer may ask for."""

    def test_lists_whom_it_engages_for_customers(self) -> None:
        """And not whom it engages for itself."""
        out = sub_processors(office(), language="en", on=ON)

        assert out.title == "Sub-processors"
        assert [row["Sub-processor"].partition(" ¶ ")[0] for row in rows(out, "sub-processors")] == [
            "Mail House",
            "Some Host",
        ]

    def test_never_names_a_customer(self) -> None:
        """On whose behalf it is done, and who allowed it, is counted; nor are their papers named."""
        out = everything(sub_processors(office(), language="en", on=ON))

        for word in ("Baker", "Brewer", "baker-dpa", "brewer-dpa", "Auditor", "Own books"):
            assert word not in out

    def test_conditions_and_activities_name_no_customer_either(self) -> None:
        """What is written in words may give one away; what one of them refuses is counted, and not for the others."""
        flows = [
            {"recipient": "office", "role": "processor"},
            {
                "sender": "office",
                "recipient": "host",
                "role": "processor",
                "when": "As long as The Baker wants it",
            },
        ]
        activity = {"key": "pay", "name": "Pay for The Baker", "controllers": "baker", "flows": flows}
        refused = {
            "key": "p",
            "kind": "processing-agreement",
            "between": ["baker", "office"],
            "sub_processors": "none",
        }
        register = office(activities=[activity], agreements=[refused])
        own = everything(sub_processors(register, language="en", on=ON))
        out = everything(sub_processors(register, language="en", on=ON, reader=reader("public")))

        for one in (own, out):
            assert "As long as […] wants it" in one
            assert "aker" not in one
        assert "other processors not allowed (of 1 customer)" in own
        assert "allowed" not in out

    def test_a_category_of_customers_gives_nobody_away(self) -> None:
        """Its name is a plain word, and stays; those of its known members do not."""
        parties = [
            {"key": "office", "name": "Pay Office"},
            {"key": "shops", "name": "Shops", "named": False, "members": "brewer"},
            {"key": "brewer", "name": "The Brewer"},
            {"key": "host", "name": "Some Host"},
        ]
        flows = [
            {"recipient": "office", "role": "processor"},
            {
                "sender": "office",
                "recipient": "host",
                "role": "processor",
                "when": "For shops as The Brewer is one",
            },
        ]
        activity = {"key": "pay", "controllers": "shops", "flows": flows}
        register = office(parties=parties, activities=[activity], agreements=[])

        assert "For shops as […] is one" in everything(sub_processors(register, language="en", on=ON))

    def test_tells_what_the_customers_allow(self) -> None:
        """Each permission once, with the notice periods agreed."""
        mail, host = rows(sub_processors(office(), language="en", on=ON), "sub-processors")

        assert host["Agreement and authorisation"].split(" ¶ ")[1:] == [
            "general authorisation (of 1 customer)",
            "authorised by name (of 1 customer)",
            "notice period agreed: 14 days (of 1 customer)",
            "notice period agreed: 60 days (of 1 customer)",
        ]
        assert "only for some customers" in mail["Sub-processor"]

    def test_counts_customers_that_allow_the_same(self) -> None:
        """Two general authorisations are one line."""
        papers = [
            {"key": key, "kind": "processing-agreement", "between": [key, "office"], "sub_processors": "general-authorisation"}
            for key in ("baker", "brewer")
        ]  # fmt: skip
        host = rows(sub_processors(office(agreements=papers), language="en", on=ON), "sub-processors")[1]

        assert "general authorisation (of 2 customers)" in host["Agreement and authorisation"]
        assert "Notice (days): not stated" in host["Agreement and authorisation"]

    def test_every_customer_is_counted_under_what_it_allows(self) -> None:
        """Six customers: three allow in general, one by name, one refuses, and of one there is no paper."""
        register = of_six()
        (host,) = rows(sub_processors(register, language="en", on=ON), "sub-processors")

        assert host["Agreement and authorisation"].split(" ¶ ")[1:] == [
            "general authorisation (of 3 customers)",
            "authorised by name (of 1 customer)",
            "other processors not allowed (of 1 customer)",
            "no authorisation recorded (of 1 customer)",
            "notice period agreed: 30 days (of 2 customers)",
            "Notice (days): not stated (of 1 customer)",
        ]

    def test_who_refuses_has_no_notice_to_get(self) -> None:
        """A customer that wants no sub-processor is not said to lack a notice period."""
        refused = {
            "key": "p",
            "kind": "processing-agreement",
            "between": ["brewer", "office"],
            "sub_processors": "none",
        }
        mail = rows(sub_processors(office(agreements=[refused]), language="en", on=ON), "sub-processors")[0]

        assert "other processors not allowed (of 1 customer)" in mail["Agreement and authorisation"]
        assert "Notice" not in mail["Agreement and authorisation"]

    def test_a_refusal_further_up_is_counted_too(self) -> None:
        """The customer refuses whom its processor's processor engages."""
        chained = [
            {"recipient": "office", "role": "processor"},
            {"sender": "office", "recipient": "host", "role": "processor"},
            {"sender": "host", "recipient": "mail", "role": "processor"},
        ]
        activity = {"key": "pay", "controllers": "baker", "personal_data": "name", "flows": chained}
        refused = {
            "key": "p",
            "kind": "processing-agreement",
            "between": ["baker", "office"],
            "sub_processors": "none",
        }
        mail = rows(
            sub_processors(office(activities=[activity], agreements=[refused]), language="en", on=ON),
            "sub-processors",
        )[0]

        assert (
            "further up the chain: other processors not allowed (of 1 customer)"
            in mail["Agreement and authorisation"]
        )

    @pytest.mark.parametrize("name", ["public", "authority", "customer"])
    @pytest.mark.parametrize("apart", [False, True])
    def test_a_list_to_hand_out_has_nothing_that_is_for_the_office_alone(
        self, name: str, apart: bool
    ) -> None:
        """Who, what, where, since when and on which ground: neither what is allowed, nor notice, nor what is missing."""
        activity = {
            "key": "wages",
            "controllers": ["baker", "brewer"],
            "personal_data": "name",
            "flows": [
                {"recipient": "office", "role": "processor"},
                {"sender": "office", "recipient": "host", "role": "processor", "countries": ["GB", "IN"], "valid_from": "2024-01-01"},
                {"sender": "office", "recipient": "mail", "role": "processor", "countries": "NL", "valid_from": "2027-01-01"},
            ],
        }  # fmt: skip
        register = office(activities=[activity])
        own, out = (
            everything(sub_processors(register, language="en", on=ON, apart=apart, reader=one))
            for one in (None, reader(name))
        )

        assert "it is for Pay Office itself" in own
        for word in (
            "uthoris",
            "otice",
            "o ground",
            "recorded.",
            "o be looked at",
            "greement",
            "for Pay Office itself",
        ):
            assert word.casefold() in own.casefold() or word in ("o be looked at", "recorded."), word
            assert word not in out.partition("It shows facts")[0], word
        for word in (
            "Some Host",
            "United Kingdom: adequacy decision 2025/2574 applies",
            "India",
            "2024-01-01",
            "planned",
        ):
            assert word in out

    def test_a_customer_is_not_named_without_its_legal_form_either(self) -> None:
        """What is called after one says so without VZW, in whatever letters."""
        parties = [
            {"key": "office", "name": "Pay Office"},
            {"key": "c2", "name": "AZ Sint-Godelieve VZW"},
            {"key": "host", "name": "Some Host"},
        ]
        flows = [
            {"recipient": "office", "role": "processor"},
            {"sender": "office", "recipient": "host", "role": "processor"},
        ]
        activity = {"key": "pay", "name": "Portaal az Sint Godelieve", "controllers": "c2", "flows": flows}
        register = office(parties=parties, activities=[activity], agreements=[])
        (row,) = rows(sub_processors(register, language="nl", on=ON), "sub-processors")

        assert row["Activiteit"] == "Portaal […]"

    def test_deeper_ones_name_who_engages_them(self) -> None:
        """The helpdesk's own list stands below the helpdesk."""
        chained = shop().replace(
            "help",
            flows=[
                {"recipient": "desk", "role": "processor"},
                {"sender": "desk", "recipient": "cloud", "role": "processor"},
                {"sender": "cloud", "recipient": "india", "role": "processor"},
            ],
        )
        cloud, india = rows(sub_processors(chained, language="en", on=ON, party="desk"), "sub-processors")

        assert "Engaged by" not in cloud["Sub-processor"]
        assert "Engaged by Cloud LLC" in india["Sub-processor"]
        assert "by Desk Inc." in india["Agreement and authorisation"]

    def test_no_longer_a_processor(self) -> None:
        """Who has stopped working for others has a list of its own processors; who will begin has not."""
        told = office()

        def title(**days: str) -> str:
            flow = {"recipient": "office", "role": "processor", **days}
            return sub_processors(told.replace("wages", flows=[flow]), language="en", on=ON).title

        assert title(valid_until="2026-11-20") == "Processors and their sub-processors"
        assert title(valid_until="2026-11-21") == title(valid_from="2027-01-01") == "Sub-processors"

    def test_whom_a_recipient_engages_for_itself_is_not_below(self) -> None:
        """A bank answers for its own processors."""
        told = shop().replace(
            "help",
            flows=[
                {"recipient": "desk", "role": "processor"},
                {"sender": "desk", "recipient": "bank", "role": "controller"},
                {"sender": "bank", "recipient": "cloud", "role": "processor"},
            ],
        )

        assert "Cloud LLC" not in everything(sub_processors(told, language="en", on=ON))
        assert "Cloud LLC" in everything(sub_processors(told, language="en", on=ON, party="bank"))


class TestOfAController:
    """Who is nobody's processor has processors, and they have sub-processors."""

    def test_says_what_is_known_of_each(self) -> None:
        """Establishment, number, nature, data, place, days, papers."""
        cloud, desk, india = rows(sub_processors(shop(), language="en", on=ON), "sub-processors")

        assert cloud["Processor"] == (
            "Cloud LLC ¶ Country of establishment: United States ¶ other number: 77 ¶ Engaged by Desk Inc."
        )
        assert cloud["Nature of the processing"] == "hosting"
        assert cloud["Duration"] == "since 2024-02-01 ¶ up to and including 2026-12-31"
        assert (
            "sub-processing agreement (sub) ¶ Signed on: 2024-01-01" in cloud["Agreement and authorisation"]
        )
        assert "general authorisation, by The Shop" in cloud["Agreement and authorisation"]
        assert "notice period agreed: 30 days" in cloud["Agreement and authorisation"]
        assert india["Categories of personal data"] == "name ¶ Categories of data subjects: customers"
        assert india["Where the data are"] == "United States ¶ Accessible from: India"
        assert "notice" not in desk["Agreement and authorisation"]

    def test_says_what_is_not_known(self) -> None:
        """Of what the register does not say, in words of its own."""
        _, desk, india = rows(sub_processors(shop(), language="en", on=ON), "sub-processors")

        assert "Registration numbers: not stated" in desk["Processor"]
        assert desk["Duration"] == "not stated"
        assert india["Nature of the processing"] == "not stated"
        assert india["Agreement and authorisation"].startswith("no agreement in force recorded")

    def test_says_how_transfers_stand_that_day(self) -> None:
        """On which ground, and why."""
        cloud, desk, _ = rows(sub_processors(shop(), language="en", on=ON), "sub-processors")

        assert "Appropriate safeguard recorded" in desk["Transfers to third countries"]
        assert "2023/1795" in cloud["Transfers to third countries"]

    def test_alike_in_several_activities_stands_once(self) -> None:
        """With the data of all of them."""
        flow = {"recipient": "desk", "role": "processor", "processing": "hosting", "countries": "NL"}
        told = shop(
            activities=[
                {
                    "key": "a",
                    "name": "A",
                    "personal_data": "name",
                    "data_subjects": "customers",
                    "flows": flow,
                },
                {
                    "key": "b",
                    "name": "B",
                    "personal_data": "email",
                    "data_subjects": "members",
                    "flows": flow,
                },
            ]
        )
        (row,) = rows(sub_processors(told, language="en", on=ON), "sub-processors")

        assert row["Activity"] == "A ¶ B"
        assert row["Categories of personal data"] == (
            "name, email address ¶ Categories of data subjects: customers, members"
        )

    def test_a_processor_planned_is_not_on_the_list(self) -> None:
        """But the next day it is, and the one that left is not."""

        def names(day: date) -> str:
            return everything(sub_processors(shop(), language="en", on=day)).partition("Dated changes")[0]

        assert "Next Host" not in names(ON)
        assert "Next Host" in names(date(2027, 1, 1))
        assert "Cloud LLC" not in names(date(2027, 1, 1))


class TestChanges:
    """When they come and go."""

    def test_planned_first_then_newest(self) -> None:
        """A last day still to come is planned."""
        out = rows(sub_processors(shop(), language="en", on=ON), "dated-changes")

        assert [(row["Date"], row["State"], row["Change"], row["Processor"]) for row in out] == [
            ("2027-01-01", "planned", "first day", "Next Host"),
            ("2026-12-31", "planned", "last day", "Cloud LLC"),
            ("2024-02-01", "past", "first day", "Cloud LLC"),
        ]
        assert {row["Notice period"] for row in out} == {"notice period agreed: 30 days"}

    def test_a_last_day_is_not_over_that_day(self) -> None:
        """The day after it is."""

        def state(day: date) -> str:
            return rows(sub_processors(shop(), language="en", on=day), "dated-changes")[1]["State"]

        assert [state(date(2026, 12, 31)), state(date(2027, 1, 1))] == ["planned", "past"]

    def test_no_day_known_is_said(self) -> None:
        """Nothing is made of it."""
        out = found(sub_processors(office(), language="en", on=ON), "dated-changes")

        assert [block.text for block in out.blocks] == [  # type: ignore[union-attr]
            "The register records no day on which a processor begins or ends."
        ]


class TestAsASheet:
    """With every fact in a column of its own."""

    def test_has_the_facts_apart(self) -> None:
        """The number of the register stands by itself."""
        out = rows(sub_processors(shop(), language="en", on=ON, apart=True), "sub-processors")

        assert out[0]["Registration numbers"] == "other number: 77"
        assert out[0]["Valid until"] == "2026-12-31"
        assert out[0]["Engaged by"] == "Desk Inc."


class TestAskedWrongly:
    """One clear error."""

    def test_no_such_party(self) -> None:
        """The nearest is told."""
        with pytest.raises(UnknownEntry, match="did you mean 'desk'"):
            sub_processors(shop(), language="en", on=ON, party="dsk")

    def test_nobody_holds_it(self) -> None:
        """Then somebody must be named."""
        with pytest.raises(UnknownEntry, match="names no holder"):
            sub_processors(Register(), language="en", on=ON)

    def test_no_such_language(self) -> None:
        """As everywhere."""
        with pytest.raises(UnknownLanguage):
            sub_processors(shop(), language="la", on=ON)

    def test_nothing_recorded_is_said(self) -> None:
        """A list without anybody is no error."""
        out = everything(sub_processors(Register(holder="a", parties=[{"key": "a"}]), language="en", on=ON))

        assert "The register records no processor of a on this day." in out

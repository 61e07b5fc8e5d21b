"""The annex of a contract with a processor: what Article 28(3) wants, from the register, and nothing of others."""

from __future__ import annotations

from datetime import date

import pytest
from tests.outline.contracts.deals import ON, everything, found, line, office, rows, shop

from ropa.errors import UnknownEntry
from ropa.outline.contracts import processing_annex


class TestOfAnAgreement:
    """What it covers."""

    def test_sets_out_the_processing(self) -> None:
        """Subject-matter, duration, nature, purpose, data, people, places, and what happens at the end."""
        out = processing_annex(shop(), language="en", on=ON, agreement="dpa")
        told = {
            label: line(out, "processing:help", label)
            for label in ("Subject-matter", "Duration", "Nature of the processing", "Purpose", "Sensitive data",
                          "Categories of personal data", "Categories of data subjects", "Countries of processing",
                          "Accessible from", "What happens to the data at the end")
        }  # fmt: skip

        assert told == {
            "Subject-matter": "Helping customers",
            "Duration": "not stated",
            "Nature of the processing": "support with access to data",
            "Purpose": "Answering questions",
            "Sensitive data": "data concerning health (Article 9(1))",
            "Categories of personal data": "name, email address, data concerning health",
            "Categories of data subjects": "customers",
            "Countries of processing": "United States",
            "Accessible from": "not stated",
            "What happens to the data at the end": "erasure or return to the controller",
        }

    def test_names_the_parties_in_their_roles(self) -> None:
        """With whom to reach."""
        out = processing_annex(shop(), language="en", on=ON, agreement="dpa")

        assert found(out, "party:shop").title == "Controller — The Shop"
        assert found(out, "party:desk").title == "Processor — Desk Inc."
        assert line(out, "party:shop", "Address") == "Mill Lane 1"
        assert line(out, "party:desk", "Data protection officer") == "not stated"
        assert line(out, "parties", "Agreed countries and regions") == "European Economic Area"

    def test_has_the_measures_of_the_processor_by_point(self) -> None:
        """All four points, also those that nothing serves."""
        told = rows(processing_annex(shop(), language="en", on=ON, agreement="dpa"), "security")

        assert [row["Measures"] for row in told] == [
            "encryption in transit",
            "Two people only — Data protected: data concerning health",
            "not stated",
            "not stated",
        ]

    def test_has_sub_processors_and_transfers(self) -> None:
        """Those of the day in what is covered."""
        out = processing_annex(shop(), language="en", on=ON, agreement="dpa")

        assert [row["Sub-processor"].partition(" ¶ ")[0] for row in rows(out, "sub-processors")] == [
            "Cloud LLC",
            "India Ops",
        ]
        assert [row["Recipient"] for row in rows(out, "transfers")] == [
            "Desk Inc.",
            "Cloud LLC",
            "India Ops",
            "India Ops",
        ]

    def test_others_are_not_named_and_remarks_not_told(self) -> None:
        """Neither who else receives the data, nor what the house notes for itself."""
        out = everything(processing_annex(shop(), language="en", on=ON, agreement="dpa"))

        assert "The Bank" not in out
        assert "remark for ourselves" not in out

    def test_only_what_it_covers(self) -> None:
        """An agreement on one activity is not about another."""
        told = shop().put(shop().activity("help").model_copy(update={"key": "more", "name": "More help"}))
        narrow = told.replace("dpa", covers=["help"])

        assert "More help" in everything(processing_annex(told, language="en", on=ON, agreement="dpa"))
        assert "More help" not in everything(processing_annex(narrow, language="en", on=ON, agreement="dpa"))

    def test_flows_that_name_another_rest_on_that(self) -> None:
        """Two agreements of a kind between the same two."""
        other = {"key": "dpa-2", "kind": "processing-agreement", "between": ["shop", "desk"]}
        told = shop(agreements=[shop().agreement("dpa").model_dump(exclude_unset=True), other])
        flows = [{"recipient": "desk", "role": "processor", "agreements": "dpa-2"}]
        told = told.replace("help", flows=flows)

        assert "records no data" in everything(processing_annex(told, language="en", on=ON, agreement="dpa"))
        assert "Helping customers" in everything(
            processing_annex(told, language="en", on=ON, agreement="dpa-2")
        )

    def test_time_limits_are_those_of_the_data_it_is_about(self) -> None:
        """What is kept of data that do not go along is not told."""
        told = shop().replace(
            "help",
            flows=[{"recipient": "desk", "role": "processor", "personal_data": "name"}],
            retention=[
                {"period": "P1Y", "covers": "name"},
                {"period": "P9Y", "covers": "email", "then": "archive"},
            ],
        )
        out = everything(processing_annex(told, language="en", on=ON, agreement="dpa"))

        assert "1 year" in out
        assert "9 years" not in out

    def test_not_in_force_is_said(self) -> None:
        """The agreement is still shown."""
        out = processing_annex(
            shop().replace("dpa", ends=date(2025, 1, 1)), language="en", on=ON, agreement="dpa"
        )

        assert "is not in force on 2026-11-21" in everything(out)

    def test_unknown_places_are_said(self) -> None:
        """No transfer recorded is not "no transfer"."""
        flows = [{"recipient": "desk", "role": "processor"}]
        out = processing_annex(shop().replace("help", flows=flows), language="en", on=ON, agreement="dpa")

        assert "records no transfer" in everything(out)
        assert "not stated where these parties process the data: Desk Inc." in everything(out)


class TestOfACustomer:
    """What the holder does for it."""

    def test_nothing_of_other_customers(self) -> None:
        """Not their names, papers, permissions, sub-processors."""
        out = everything(processing_annex(office(), language="en", on=ON, customer="baker"))

        for word in ("Brewer", "brewer", "Mail House", "authorised by name", "60 days", "customers)"):
            assert word not in out
        for word in (
            "The Baker",
            "Pay Office",
            "Some Host",
            "general authorisation, by The Baker",
            "14 days",
        ):
            assert word in out

    def test_its_own_sub_processors(self) -> None:
        """The other one has a mail house."""
        out = everything(processing_annex(office(), language="en", on=ON, customer="brewer"))

        assert "Mail House" in out
        assert "14 days" not in out

    def test_purposes_only_where_the_activity_states_them(self) -> None:
        """The office does not say what its customers pay wages for."""
        told = office(general={"activities": "wages", "purposes": "Everybody's purpose"})
        out = processing_annex(told, language="en", on=ON, customer="baker")

        assert line(out, "processing:wages", "Purpose") == "not stated"
        assert rows(out, "security")[1]["Measures"] == "locked storage of paper"

    def test_one_of_a_category(self) -> None:
        """A member is named, its category and the other members are not."""
        told = office(
            parties=[
                *(one.model_dump(exclude_unset=True) for one in office().parties),
                {"key": "shops", "name": "All Shops", "named": False, "members": ["baker", "brewer"]},
            ],
            agreements={"key": "terms", "kind": "processing-agreement", "between": ["shops", "office"]},
        )
        told = told.replace("wages", controllers=["shops"])
        out = processing_annex(told, language="en", on=ON, customer="baker")

        assert found(out, "party:baker").title == "Controller — The Baker"
        assert "Brewer" not in everything(out)
        assert "processing agreement (terms)" in everything(out)
        assert "Mail House" not in everything(out)
        assert "Mail House" in everything(processing_annex(told, language="en", on=ON, customer="brewer"))

    def test_people_may_give_the_data_themselves(self) -> None:
        """Then too an agreement is about its own customer."""
        flows = [
            {"sender": "data-subjects", "recipient": "office", "role": "processor"},
            {"sender": "office", "recipient": "mail", "role": "processor", "customers": "brewer"},
        ]
        told = office().replace("wages", flows=flows)

        def out(key: str) -> str:
            return everything(processing_annex(told, language="en", on=ON, agreement=key))

        assert "Mail House" not in out("baker-dpa")
        assert "Mail House" in out("brewer-dpa")

    def test_of_an_agreement_with_several(self) -> None:
        """Both together ask for one of them."""
        both = office(
            agreements={
                "key": "terms",
                "kind": "processing-agreement",
                "between": ["baker", "brewer", "office"],
            }
        )
        whole = everything(processing_annex(both, language="en", on=ON, agreement="terms"))
        one = everything(processing_annex(both, language="en", on=ON, agreement="terms", customer="baker"))

        assert "The Brewer" in whole
        assert "Brewer" not in one


class TestAskedWrongly:
    """One clear error."""

    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ({"agreement": "dpq"}, "did you mean 'dpa'"),
            ({"agreement": "resale"}, "'resale' is of the kind 'resale': no contract with a processor"),
            ({"agreement": "old"}, "no contract with a processor"),
            ({"customer": "nobody"}, "no party 'nobody'"),
            ({"customer": "bank"}, "nothing is processed on behalf of 'bank'"),
            ({}, "say which agreement"),
        ],
    )
    def test_is_told(self, asked: dict[str, str], message: str) -> None:
        """With the nearest where there is one."""
        with pytest.raises(UnknownEntry, match=message):
            processing_annex(shop(), language="en", on=ON, **asked)  # type: ignore[arg-type]

"""The chains in print: every link with what is asked of it, what is missing, and nobody else's customers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.outline.dump import cells, texts
from tests.outline.test_outline import ON, both, register
from tests.outline.test_said_once import section, table

from ropa.glossary import LANGUAGES, phrase
from ropa.model import Register
from ropa.outline import Figure, Lines, Outline, Paragraph, report, workbook
from ropa.sharing import chain, gaps

NAMES = {"bakery": "Bakery", "cafe": "Café", "host": "Host", "bank": "Bank"}
TO_CAFE = {"recipient": "cafe", "role": "processor", "countries": "NL"}
TO_HOST = {"sender": "cafe", "recipient": "host", "role": "processor", "countries": "IE", "access_from": "IN"}
PAPER = {
    "key": "paper",
    "kind": "processing-agreement",
    "between": ["bakery", "cafe"],
    "sub_processors": "general-authorisation",
}
DATA = {"personal_data": ["name", "salary"], "data_subjects": "employees"}


def chained(*flows: dict[str, Any], **facts: Any) -> Register:
    return register({"key": "a", **DATA, "flows": list(flows)}, **facts)


def keys(out: Outline) -> list[str]:
    return [one.key for _, one in out.walk()]


class TestTheSheet:
    """A row for each link."""

    def test_says_what_is_asked_of_a_link(self) -> None:
        """Rank, who, as what, where, from where, on which paper, with whose leave, which data of whom, for whom."""
        told = chained(TO_CAFE, TO_HOST | {"personal_data": "name"}, agreements=[PAPER])
        first, second = table(workbook(told, language="en", on=ON), "chains")

        assert first["Link"] == "1"
        assert first["Agreements"] == "processing agreement (paper)"
        assert first["Authorisation to engage it"] == ""
        assert second == {
            "Processing activity": "a",
            "Link": "2",
            "Sender": "cafe",
            "Recipient": "host",
            "Role of the recipient": "sub-processor",
            "Countries of processing": "Ireland",
            "Accessible from": "India",
            "Agreements": "no agreement in force recorded",
            "Authorisation to engage it": "general authorisation, by bakery (paper)",
            "Categories of personal data": "name",
            "Categories of data subjects": "employees",
            "On behalf of": "bakery",
        }

    def test_as_many_rows_as_links(self, bakery: Register, on: date) -> None:
        """Every processor of the bakery at any depth, in the order of the chain."""
        links = [link for link in chain(bakery, "korenaar", on=on).links if link.rank is not None]
        rows = table(workbook(bakery, language="en", on=on), "chains")

        assert [(row["Link"], row["Recipient"]) for row in rows] == [
            (str(link.rank), bakery.party(link.recipient).name) for link in links
        ]

    def test_parties_and_agreements_lead_to_their_sheets(self) -> None:
        """Whoever is named can be looked up; the people cannot."""
        told = chained({"sender": "data-subjects", **TO_CAFE}, agreements=[PAPER])
        out = workbook(told, language="en", on=ON)
        found = section(out, "chains").blocks[-1]
        row = found.rows[0]  # type: ignore[union-attr]

        assert [cell.target for cell in row[2] + row[3]] == [None, "parties"]
        assert "agreements" in {cell.target for cells in row for cell in cells}

    def test_what_a_processor_passes_on(self) -> None:
        """To whoever: that recipient is no processor and has no rank. What a controller gives others is no chain."""
        told = chained(
            TO_CAFE,
            {"sender": "cafe", "recipient": "bank", "role": "controller"},
            {"recipient": "host", "role": "controller"},
        )
        rows = table(workbook(told, language="en", on=ON), "chains")

        assert [(row["Link"], row["Recipient"]) for row in rows] == [("1", "cafe"), ("", "bank")]

    def test_who_may_be_a_processor(self) -> None:
        """Stands with the others, without a rank, as undecided."""
        told = chained(TO_CAFE, {"recipient": "host", "role": ["processor", "controller"]})
        *_, last = table(workbook(told, language="en", on=ON), "chains")

        assert (last["Link"], last["Role of the recipient"]) == ("", "undecided: processor or controller")

    def test_data_that_are_not_the_same_of_all(self) -> None:
        """Say whose they are."""
        people = {
            "data_subjects": ["employees", "customers"],
            "personal_data": ["name", {"kind": "salary", "subjects": "employees"}],
        }
        told = register({"key": "a", **people, "flows": TO_CAFE})
        (row,) = table(workbook(told, language="en", on=ON), "chains")

        assert row["Categories of personal data"] == "name of employees and customers; salary of employees"

    @pytest.mark.parametrize(
        ("facts", "said"),
        [
            ({"possible": True}, "processor ¶ may happen"),
            ({"when": "Only if asked"}, "processor ¶ Condition: Only if asked"),
        ],
    )
    def test_what_is_not_sure(self, facts: dict[str, Any], said: str) -> None:
        """What may happen, and what happens on a condition, says so."""
        (row,) = table(workbook(chained(TO_CAFE | facts), language="en", on=ON), "chains")

        assert row["Role of the recipient"] == said

    @pytest.mark.parametrize("flow", [{"recipient": "bank", "role": "controller"}, {"recipient": "bank"}])
    def test_no_sheet_without_a_processor(self, flow: dict[str, Any]) -> None:
        """Nor a section of the report, if nothing is missing either."""
        told = Register.of(
            {
                "holder": "bakery",
                "parties": [{"key": "bakery"}, {"key": "bank"}],
                "activities": [{"key": "a", "flows": flow}],
            }
        )

        assert "chains" not in keys(workbook(told, language="en", on=ON))
        assert "chains" not in keys(report(told, language="en", on=ON))

    def test_many_customers_are_counted(self) -> None:
        """Of twenty-five, nineteen are named and the others counted."""
        controllers = [f"c{number}" for number in range(25)]
        flow = {"recipient": "host", "sender": "us", "role": "processor"}
        into = [{"sender": one, "recipient": "us", "role": "processor"} for one in controllers]
        told = Register.of(
            {
                "holder": "us",
                "parties": [{"key": key} for key in ("us", "host", *controllers)],
                "activities": [{"key": "a", "controllers": controllers, "flows": [*into, flow]}],
            }
        )
        *above, row = table(workbook(told, language="en", on=ON), "chains")

        assert row["On behalf of"].endswith("c18 and 6 more")
        assert {one["Recipient"] for one in above} == {"us"}

    def test_begins_with_the_holder(self) -> None:
        """A chain below a processor has its first link, as the words above it count them."""
        flow = {"recipient": "host", "sender": "us", "role": "processor"}
        into = {"sender": "shop", "recipient": "us", "role": "processor"}
        told = Register.of(
            {
                "holder": "us",
                "parties": [{"key": key} for key in ("us", "host", "shop")],
                "activities": [
                    {"key": "a", "controllers": "shop", "flows": [into, flow]},
                    {"key": "b", "controllers": "shop", "flows": into},
                ],
            }
        )
        for make in (workbook, report):
            rows = table(make(told, language="en", on=ON), "chains")

            assert [(row["Link"], row["Sender"], row["Recipient"]) for row in rows] == [
                ("1", "shop", "us"),
                ("2", "us", "host"),
            ]


class TestTheReport:
    """The same in short, after the activities."""

    def test_stands_between_the_records_and_the_parties(self, bakery: Register, on: date) -> None:
        """And what is missing stands at its end."""
        found = keys(report(bakery, language="en", on=on))
        place = found.index("chains")

        assert found[place + 1 : place + 3] == ["chains:missing", "parties"]

    def test_what_reads_alike_stands_once(self) -> None:
        """One flow of three activities is one row, with all their data."""
        three = ({"key": "a", **DATA}, {"key": "b", **DATA}, {"key": "c", "personal_data": "name"})
        told = register(*three, general={"flows": TO_CAFE})
        (row,) = table(report(told, language="en", on=ON), "chains")

        assert row["Processing activity"] == "all activities of the holder"
        assert row["Categories of personal data"] == "all data of the activity"
        assert "On behalf of" not in row

    def test_ways_and_circles_are_named_below(self) -> None:
        """Once, where they are the same in several activities."""
        back = {"sender": "host", "recipient": "cafe", "role": "processor"}
        flows = [TO_CAFE, TO_HOST, back, {"recipient": "host", "role": "processor"}]
        told = register({"key": "a"}, {"key": "b"}, general={"flows": flows})
        for make in (report, workbook):
            said = [
                block.text  # type: ignore[union-attr]
                for block in section(make(told, language="en", on=ON), "chains:ways").blocks
            ]

            assert said == [
                "a and b: several parties send to cafe: bakery and host",
                "a and b: several parties send to host: cafe and bakery",
                "a and b: data can go round: cafe → host → cafe",
            ]

    def test_every_gap_is_said_under_its_kind(self) -> None:
        """All sentences, each once."""
        told = chained(TO_CAFE, TO_HOST)
        lines = section(report(told, language="en", on=ON), "chains:missing").blocks[-1]
        assert isinstance(lines, Lines)
        said = [cell.value for line in lines.lines for cell in line.cells]

        assert {"Contract with a processor", "Use of a party"} <= {line.label for line in lines.lines}
        assert said == [*gaps(told, on=ON).sentences("en")]

    def test_nothing_missing(self) -> None:
        """Where there are chains and no gap, it says so."""
        papers = [{**PAPER, "covers": ["a"]}]
        told = Register.of(
            {
                "holder": "bakery",
                "parties": [{"key": "bakery"}, {"key": "cafe"}],
                "agreements": papers,
                "activities": [{"key": "a", "flows": TO_CAFE}],
            }
        )
        *_, last = section(report(told, language="en", on=ON), "chains:missing").blocks

        assert last == Paragraph("No gap found in what the register records.")

    def test_gaps_without_chains(self) -> None:
        """Are told all the same, under the statement that there is no processor."""
        found = section(report(register({"key": "a"}), language="en", on=ON), "chains")

        assert found.blocks == (Paragraph("No processor is recorded below bakery.", muted=True),)
        assert [one.key for one in found.sections] == ["chains:missing"]

    def test_a_picture_of_the_chains_where_the_whole_is_too_large(self) -> None:
        """Two hundred recipients are not drawn; the one processor among them is."""
        others = [f"p{number}" for number in range(200)]
        flows = [TO_CAFE, *({"recipient": one, "role": "controller"} for one in others)]
        told = Register.of(
            {
                "holder": "bakery",
                "parties": [{"key": key} for key in ("bakery", "cafe", *others)],
                "activities": [{"key": "a", "flows": flows}],
            }
        )
        out = report(told, language="en", on=ON)
        *_, figure = section(out, "chains").blocks

        assert isinstance(section(out, "picture").blocks[0], Paragraph)
        assert isinstance(figure, Figure)
        assert "Parties: 2; data flows: 1," in figure.alt
        assert set(figure.graph) == {"party:bakery", "party:cafe"}

    def test_no_second_picture(self, bakery: Register, on: date) -> None:
        """Where everything is drawn, the chains are in it."""
        blocks = section(report(bakery, language="en", on=on), "chains").blocks

        assert not any(isinstance(block, Figure) for block in blocks)


class TestHowTransfersStand:
    """Beside the ground of each transfer: the verdict, in words."""

    def test_in_the_report(self, bakery: Register, on: date) -> None:
        """The standing and the reason, which names the decision."""
        (row,) = table(report(bakery, language="en", on=on), "transfers")

        assert row["How it stands"] == (
            "Appropriate safeguard recorded ¶ "
            "India: standard contractual clauses of decision 2021/914 are recorded (clausules-hulplijn)."
        )

    def test_in_the_workbook(self, bakery: Register, on: date) -> None:
        """In columns of their own."""
        (row,) = table(workbook(bakery, language="en", on=on), "transfers")

        assert row["How it stands"] == "appropriate safeguard recorded"
        assert row["Decision"] == "2021/914"
        assert row["Why"].startswith("India: standard contractual clauses")

    @both
    def test_a_ground_that_has_fallen(self, make: Callable[..., Outline]) -> None:
        """Is told beside the one that holds."""
        grounds = ["privacy-shield", "standard-contractual-clauses"]
        told = chained({"recipient": "bank", "countries": "US", "grounds": grounds})
        out = "\n".join(texts(make(told, language="en", on=ON)))

        assert "2016/1250" in out

    def test_what_stands_alike_is_said_once(self) -> None:
        """One flow of three activities is one transfer."""
        three = ({"key": "a"}, {"key": "b"}, {"key": "c"})
        flow = {"recipient": "bank", "countries": "US"}
        (row,) = table(report(register(*three, general={"flows": flow}), language="en", on=ON), "transfers")

        assert row["Processing activity"] == "all activities of the holder (stated in general)"

    def test_the_same_flow_may_stand_differently(self) -> None:
        """Where data of employees count otherwise than those of customers there are two rows."""
        flow = {"recipient": "bank", "role": "controller", "countries": "CA"}
        told = register(
            {"key": "a", "data_subjects": "employees"},
            {"key": "b", "data_subjects": "customers"},
            general={"flows": flow},
        )
        rows = table(workbook(told, language="en", on=ON), "transfers")

        assert [row["Processing activity"] for row in rows] == ["a", "b"]
        assert rows[0]["Why"] != rows[1]["Why"]

    @both
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_nothing_to_decide(self, make: Callable[..., Outline], language: str) -> None:
        """No column that nobody fills."""
        told = chained({"recipient": "bank", "countries": "US"})
        (row,) = table(make(told, language=language, on=ON), "transfers")

        assert all(value for value in row.values())


CUSTOMERS = ("one", "two", "three")


@st.composite
def of_customers(draw: st.DrawFn) -> tuple[Register, dict[str, str]]:
    """A processor with customers, each with activities of its own or together, papers and sub-processors."""
    names = {
        "we": "Wij BV",
        "one": "Alfa",
        "two": "Bravo",
        "three": "Delta",
        "sub-x": "Xylo",
        "sub-y": "Yucca",
    }
    below = ["sub-x", "sub-y"]
    activities: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 3))):
        whose = draw(st.lists(st.sampled_from(CUSTOMERS), min_size=1, unique=True))
        flows: list[dict[str, Any]] = [
            {"sender": one, "recipient": "we", "role": "processor"} for one in whose
        ]
        for one in draw(st.lists(st.sampled_from(below), unique=True)):
            onward: dict[str, Any] = {"sender": "we", "recipient": one, "role": "processor"}
            if draw(st.booleans()):
                onward["customers"] = draw(st.lists(st.sampled_from(whose), min_size=1, unique=True))
            flows.append(onward)
        activities.append({"key": f"a{number}", "controllers": whose, "joint": False, "flows": flows})
    papers = [
        {
            "key": f"paper-{one}",
            "kind": "processing-agreement",
            "between": [one, "we"],
            "sub_processors": draw(st.sampled_from(["general-authorisation", "specific-authorisation"])),
        }
        for one in draw(st.lists(st.sampled_from(CUSTOMERS), unique=True))
    ]
    told = Register.of(
        {
            "holder": "we",
            "parties": [{"key": key, "name": name} for key, name in names.items()],
            "agreements": papers,
            "activities": activities,
            "general": {"flows": {"sender": "we", "recipient": "sub-x", "role": "processor"}}
            if draw(st.booleans())
            else [],
        }
    )
    return told, names


class TestAnotherParty:
    """A record that is given to somebody else than the holder."""

    @both
    @given(made=of_customers(), language=st.sampled_from(LANGUAGES))
    @settings(max_examples=25, deadline=None)
    def test_no_other_customer_is_named(
        self, make: Callable[..., Outline], made: tuple[Register, dict[str, str]], language: str
    ) -> None:
        """Neither the name nor the key nor a paper of one customer stands in the chains of another."""
        told, names = made
        for customer in CUSTOMERS:
            out = "\n".join(texts(make(told, language=language, on=ON, party=customer)))

            for other in CUSTOMERS:
                if other != customer:
                    assert f"paper-{other}" not in out
                    assert names[other] not in out
            assert phrase("report.missing", language) not in out

    @both
    def test_has_its_own_chain(self, make: Callable[..., Outline]) -> None:
        """With the leave it gave itself, to the end; nothing leads out of what is printed."""
        flows = [TO_CAFE, TO_CAFE | {"sender": "bank"}, TO_HOST]
        papers = [PAPER, {**PAPER, "key": "of-the-bank", "between": ["bank", "cafe"]}]
        told = Register.of(
            {
                "holder": "cafe",
                "parties": [{"key": key} for key in NAMES],
                "agreements": papers,
                "activities": [{"key": "a", "controllers": ["bakery", "bank"], "flows": flows}],
            }
        )
        out = make(told, language="en", on=ON, party="bakery")
        rows = table(out, "chains")
        found = section(out, "chains")

        assert [(row["Link"], row["Recipient"]) for row in rows] == [("1", "cafe"), ("2", "host")]
        assert "by bakery (paper)" in str(rows[1])
        assert "bank" not in str(rows)
        assert {cell.target for cell in cells(Outline("", "", "en", ON, (), "", (found,)))} == {None}

    @both
    def test_papers_of_others_are_not_named(self, make: Callable[..., Outline]) -> None:
        """Where one of a category of customers has a paper of its own, another customer does not read of it."""
        papers = [{**PAPER, "key": f"of-{one}", "between": [one, "we"]} for one in ("bakery", "cafe")]
        into = [{"sender": one, "recipient": "we", "role": "processor"} for one in ("shops", "cafe")]
        onward = {"sender": "we", "recipient": "host", "role": "processor", "customers": ["bakery", "cafe"]}
        told = Register.of(
            {
                "holder": "we",
                "parties": [
                    {"key": "shops", "named": False, "members": "bakery"},
                    *({"key": key} for key in ("we", "bakery", "cafe", "host")),
                ],
                "agreements": papers,
                "activities": [{"key": "a", "controllers": ["shops", "cafe"], "flows": [*into, onward]}],
            }
        )
        out = make(told, language="en", on=ON, party="cafe")

        assert "of-cafe" in str(table(out, "chains"))
        assert "of-bakery" not in "\n".join(texts(out))

"""Whatever is recorded of what the holder does for others, or on another day, comes out somewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.outline.dump import dump, texts
from tests.outline.everything import Everything
from tests.outline.test_outline import NOT_PRINTED, ON, ONLY_IN_THE_REPORT, both
from tests.outline.test_said_once import section, table

from ropa.audience import copy_for, reader
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.outline import Outline, workbook
from ropa.outline.another_day import others

PAST, NEXT = {"valid_until": "2026-06-30"}, {"valid_from": "2027-01-15"}


def for_a_shop() -> tuple[Register, Everything]:
    """A register with words in every field, whose holder does all of it for somebody else."""
    everything = Everything()
    data = everything.register()
    (activity,), (general,) = data["activities"], data["general"]
    data["parties"].append({"key": "shop"})
    activity["controllers"] = "shop"
    activity["flows"] |= {"sender": "shop", "customers": [], "role": "processor"}
    general["activities"] = activity["key"]
    activity["security"] = [activity["security"], "measure-1"]
    activity["purposes"]["legal_bases"] = [
        activity["purposes"]["legal_bases"],
        {"basis": "contract", "interest": "interest-1"},
    ]
    return Register.of(data), everything


def served(*flows: dict[str, Any], **facts: Any) -> Register:
    """A host that keeps the site of a shop, with whatever else is said."""
    into = {"sender": "shop", "recipient": "host", "role": "processor", "processing": "hosting"}
    activity = {"key": "sites", "name": "Sites", "controllers": "shop", "flows": [into, *flows]}
    parties = [{"key": key, "name": key.title()} for key in ("host", "shop", "soon", "cafe")]
    data = {"holder": "host", "parties": parties, "activities": [{**activity, **facts.pop("about", {})}]}
    return Register.of({**data, **facts})


def lost(told: Register, marks: dict[str, str], make: Callable[..., Outline]) -> set[str]:
    out = "\n".join(texts(make(told, language="en", on=ON)))
    return {name for mark, name in marks.items() if mark not in out}


@both
class TestForOthers:
    """What a processor records of an activity of somebody else."""

    def test_every_field(self, make: Callable[..., Outline]) -> None:
        """Every text comes out to the holder itself, purposes too, save what is said not to."""
        told, everything = for_a_shop()
        printed = {"Interest", "SharedMeasure"}  # here something refers to them
        allowed = {*NOT_PRINTED, *(ONLY_IN_THE_REPORT if make is workbook else ())} - printed
        missing = lost(told, everything.marks, make)

        assert {one for one in missing if not {one, one.partition(".")[0]} & allowed} <= {
            "Interest.note",  # is about the file
            "SharedMeasure.note",
        }

    @pytest.mark.parametrize("whose", ["authority", "customer", "public"])
    def test_purposes_are_nobody_elses(self, make: Callable[..., Outline], whose: str) -> None:
        """Article 30(2) asks no processor for them: no copy has them."""
        told = served(about={"purposes": "Selling cakes", "reference": "P-77", "data_subjects": "customers"})
        customer = "shop" if whose == "customer" else None
        cut = copy_for(told, whose, customer).register
        seen = dump(make(cut, language="en", on=ON, reader=reader(whose), customer=customer))

        assert "Selling cakes" not in seen
        assert "P-77" in seen


@both
class TestAnotherDay:
    """What is planned, and what has ended."""

    def test_stands_with_its_days(self, make: Callable[..., Outline]) -> None:
        """A flow, an agreement and a measure, each with what it is and when."""
        told = served(
            {"sender": "host", "recipient": "soon", "role": "processor", "countries": "NL", **NEXT},
            about={"security": {"text": "locks", **PAST}},
            agreements=[
                {
                    "key": "dpa",
                    "kind": "processing-agreement",
                    "between": ["shop", "host"],
                    "ends": "2026-06-30",
                }
            ],
        )
        rows = table(make(told, language="en", on=ON), "another-day")

        assert [(row["What"], row["State"], row.get("Valid from"), row["Valid until"]) for row in rows] == [
            ("Agreement", "ended", "", "2026-06-30"),
            ("Data flow", "planned", "2027-01-15", ""),
            ("Security measure", "ended", "", "2026-06-30"),
        ]
        assert "Recipient: Soon" in rows[1]["What is stated"]

    def test_an_activity_with_its_flows(self, make: Callable[..., Outline]) -> None:
        """Who received data of an activity that ended is told with its last day."""
        rows = table(make(served(about=PAST), language="en", on=ON), "another-day")

        assert [(row["What"], row["Where"], row["Valid until"]) for row in rows] == [
            ("Processing activity", "Sites", "2026-06-30"),
            ("Data flow", "Sites — Recipients and data flows: Host", "2026-06-30"),
        ]

    def test_not_where_all_holds(self, make: Callable[..., Outline]) -> None:
        """No section, and no word of it with the flows."""
        out = make(served(), language="en", on=ON)

        assert "another-day" not in [one.key for _, one in out.walk()]
        assert "Planned or ended" not in dump(out)

    def test_is_counted_with_the_flows(self, make: Callable[..., Outline]) -> None:
        """The number is that of the day; the others are named as others."""
        told = served({"sender": "host", "recipient": "soon", "role": "processor", **NEXT})
        said = dump(make(told, language="en", on=ON))

        assert "Data flows of the day: 1;" in said
        assert "Planned or ended, and not among them: 1; see “Planned and ended”." in said

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_in_every_language(self, make: Callable[..., Outline], language: str) -> None:
        """Under its heading in the reader's language."""
        made = make(served(about=PAST), language=language, on=ON)

        assert section(made, "another-day").title

    def test_is_not_of_another_customer(self, make: Callable[..., Outline]) -> None:
        """A customer's copy has what was planned for it, and nothing planned for others."""
        soon = {"sender": "host", "role": "processor", "processing": "printing", **NEXT}
        told = Register.of(
            {
                "holder": "host",
                "parties": [
                    {"key": key, "name": key.title()} for key in ("host", "shop", "cafe", "soon", "later")
                ],
                "activities": [
                    {
                        "key": "sites",
                        "controllers": ["shop", "cafe"],
                        "flows": [
                            {"recipient": "host", "role": "processor"},
                            {**soon, "recipient": "soon", "customers": "shop"},
                            {**soon, "recipient": "later", "customers": "cafe"},
                        ],
                    }
                ],
            }
        )
        cut = copy_for(told, "customer", "shop").register
        seen = dump(make(cut, language="en", on=ON, reader=reader("customer"), customer="shop"))

        assert "Recipient: Soon" in seen
        assert "Later" not in seen
        assert "Cafe" not in seen


def test_days_of_what_they_stand_in_count() -> None:
    """A flow of a planned activity begins with it, and ends by itself."""
    told = served(
        {
            "sender": "host",
            "recipient": "soon",
            "key": "x",
            "valid_from": "2026-01-01",
            "valid_until": "2027-06-30",
        },
        about=NEXT,
    )
    found = {one.path: one.days for one in others(told, ON)}

    assert found["activities.sites"] == (date(2027, 1, 15), None)
    assert found["activities.sites.flows.x"] == (date(2027, 1, 15), date(2027, 6, 30))

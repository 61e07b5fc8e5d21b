"""The record of Article 30(2) on paper: for whom, and which activity says what."""

from __future__ import annotations

from typing import Any

from tests.outline.dump import dump
from tests.outline.test_outline import ON, both
from tests.outline.test_said_once import section, table

from ropa.model import Register
from ropa.outline import Lines, report, workbook

HOSTED = {
    "recipient": "host",
    "sender": "shop",
    "role": "processor",
    "processing": "hosting",
    "countries": "NL",
}
ABROAD = {"recipient": "uk", "sender": "host", "role": "processor", "countries": "GB"}
SHOP = {
    "key": "shop",
    "name": "Shop",
    "contact": {"email": "p@shop.example"},
    "dpo": {"name": "Ms Watch", "email": "dpo@shop.example"},
    "representative": "agent",
}


def register(*activities: dict[str, Any], **facts: Any) -> Register:
    """A host that works for a shop."""
    parties = [
        {"key": "host", "name": "Host", "country": "NL"},
        SHOP,
        {"key": "uk", "name": "Albion"},
        {"key": "agent", "name": "Agent", "contact": {"phone": "1234"}},
    ]
    told = [{"controllers": "shop", "flows": [HOSTED], **one} for one in activities]
    return Register.of({"holder": "host", "parties": parties, "activities": told, **facts})


TWO = register(
    {"key": "a", "name": "Running", "personal_data": ["name", "health-data"], "security": "encryption"},
    {"key": "b", "name": "Printing", "personal_data": "name", "flows": [HOSTED, ABROAD]},
)


class TestTwoActivities:
    """What one customer has done in two activities is one row."""

    def row(self, told: Register = TWO) -> dict[str, str]:
        (found,) = table(workbook(told, language="en", on=ON), "sheet-processor")
        return found

    def test_each_datum_is_of_its_activity(self) -> None:
        """What both have stands by itself, what one of them has under its name."""
        assert self.row()["Categories of personal data"] == "name ¶ Running: data concerning health"

    def test_each_transfer_is_of_its_activity(self) -> None:
        """Nobody takes the transfer of one for that of the other."""
        first, second = self.row()["Transfers to third countries"].split(" ¶ ")

        assert first == "Running: not stated"
        assert second.startswith("Printing: United Kingdom — Albion")

    def test_each_measure_is_of_its_activity(self) -> None:
        """In the sheet and below the table of the report."""
        assert self.row()["Security measures"] == "Running: encryption"
        below = section(report(TWO, language="en", on=ON), "processor:host").blocks[-1]
        assert isinstance(below, Lines)
        assert [cell.value for cell in below.lines[0].cells] == ["Running: encryption"]

    def test_names_them(self) -> None:
        """A column says which they are; there is none where the record is about a single one."""
        assert self.row()["Processing activity"] == "Running ¶ Printing"
        assert "Processing activity" not in self.row(register({"key": "a"}))

    def test_alike_is_not_said_twice(self) -> None:
        """Nothing is under a name where both say the same."""
        row = self.row(register({"key": "a", "personal_data": "name"}, {"key": "b", "personal_data": "name"}))

        assert row["Categories of personal data"] == "name"
        assert row["Transfers to third countries"] == "not stated"


@both
def test_who_stands_for_the_customer(make: Any) -> None:
    """Article 30(2)(a): its representative and its officer too, where they are recorded."""
    said = dump(make(register({"key": "a"}), language="en", on=ON))

    assert "Shop; E-mail address: p@shop.example" in said
    assert "Data protection officer: Ms Watch; E-mail address: dpo@shop.example" in said
    assert "Representative: Agent; Telephone: 1234" in said


@both
def test_why_nothing_is_said(make: Any) -> None:
    """What is declared of transfers, of what is done and of measures stands in the row."""
    flow = {"recipient": "host", "role": "processor", "absences": {"processing": {"unknown": "Ask Jo"}}}
    told = register(
        {"key": "a", "flows": [flow], "absences": {"transfers": {"not_applicable": "All in Delft"}}}
    )
    said = dump(make(told, language="en", on=ON))

    assert "Ask Jo" in said
    assert "All in Delft" in said


@both
def test_the_row_and_the_coverage_agree(make: Any) -> None:
    """Countries in the EEA do not say that there are no transfers: neither says they do."""
    said = dump(make(register({"key": "a"}), language="en", on=ON))

    assert "Article 30(2)(c) | Transfers to third countries | 1 | " in said
    assert "given in 1" not in said.split("Article 30(2)(c) | ")[1].split("\n")[0]

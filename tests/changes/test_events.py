"""What is one event is told once and by its own name: a plan, a past engagement, an officer, a transfer; and two holders."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ropa import export
from ropa.changes import Changes, diff
from ropa.errors import NotUnderstood
from ropa.formats.changes.markdown import write
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.transfer import Standing

ON = date(2026, 11, 22)
NUMBER = {"scheme": "kbo", "number": "0403.170.701"}
OFFICER = {"name": "Ann", "email": "ann@shop.example", "phone": "+32 1"}
NEW_OFFICER = {**OFFICER, "name": "Bob", "email": "bob@shop.example"}


def register(*flows: dict[str, Any], **more: Any) -> Register:
    """A shop, its processor and one more, with these flows besides."""
    shop = {"key": "shop", "name": "The Shop", "dpo": OFFICER, **more}
    return Register(
        holder="shop",
        parties=[shop, {"key": "host", "name": "Host"}, {"key": "late", "name": "Late"}],
        activities=[
            {"key": "a", "name": "Wages", "flows": [{"recipient": "host", "role": "processor"}, *flows]}
        ],
    )


def kinds(found: Changes) -> list[str]:
    return [one.kind.value for one in found]


def late(**days: Any) -> dict[str, Any]:
    """A flow to one more sub-processor."""
    return {"sender": "host", "recipient": "late", "role": "processor", **days}


class TestDays:
    """Who is new in a register is not always engaged."""

    def test_a_plan(self) -> None:
        """Is a plan, with its first day; later it is told that it began."""
        plan = register(late(valid_from="2027-01-15"))
        found = diff(register(), plan, on=ON)

        assert kinds(found) == ["sub-processor-planned"]
        assert found.changes[0].weight == 1
        assert "from 2027-01-15" in found.sentences("en")[0]
        assert kinds(diff(plan, plan, on=date(2027, 2, 1), since=ON)) == ["sub-processor-begun"]

    def test_what_is_over(self) -> None:
        """Somebody who was engaged and is only recorded now."""
        found = diff(register(), register(late(valid_until="2026-01-15")), on=ON)

        assert kinds(found) == ["sub-processor-past"]
        assert "until 2026-01-15" in found.sentences("en")[0]

    def test_what_holds(self) -> None:
        """On its first day and on its last one somebody is engaged; without a day nothing says that it is a plan."""
        assert kinds(diff(register(), register(late(valid_from=ON, valid_until=ON)), on=ON)) == [
            "sub-processor-added"
        ]
        assert kinds(diff(register(), register(late(valid_from="2027-01-15")))) == ["sub-processor-added"]

    def test_a_second_flow_of_somebody_who_is_there(self) -> None:
        """Is a flow that came: the party is engaged already by the other one."""
        found = diff(register(), register(late(key="now"), late(key="then", valid_from="2027-01-15")), on=ON)

        assert sorted(kinds(found)) == ["flow-added", "sub-processor-added"]

    @pytest.mark.parametrize("role", ["processor", "controller"])
    def test_others_than_sub_processors(self, role: str) -> None:
        """Processors and recipients likewise, also where one comes to the recipients of a flow."""
        flow = {"recipient": "late", "role": role, "valid_from": "2027-01-15"}
        word = {"processor": "processor", "controller": "recipient"}[role]
        one = register({**flow, "recipient": ["shop"], "key": "more"})
        two = register({**flow, "recipient": ["shop", "late"], "key": "more"})

        assert kinds(diff(register(), register(flow), on=ON)) == [f"{word}-planned"]
        assert kinds(diff(one, two, on=ON)) == [f"{word}-planned"]


@pytest.mark.parametrize(
    ("was", "now"), [("P1Y", "P12M"), ("P2W", "P14D"), ("P1Y6M", "P18M"), ("P1D", "PT24H")]
)
def test_the_same_length_is_no_change(was: str, now: str) -> None:
    """However it is counted; a month and thirty days are not the same."""
    told, old = (register().replace("a", retention={"period": one}) for one in (now, was))

    assert not diff(old, told, on=ON)
    assert kinds(diff(old, old.replace("a", retention={"period": "P30D"}), on=ON))
    month = register().replace("a", retention={"period": "P1M"})
    assert kinds(diff(month, month.replace("a", retention={"period": "P30D"}), on=ON)) == [
        "retention-changed"
    ]


class TestOfficer:
    """Another data protection officer."""

    def test_is_one_change(self) -> None:
        """Whatever of it is another; of the holder it is looked at first."""
        (one,) = diff(register(), register(dpo=NEW_OFFICER), on=ON)

        assert (one.kind.value, one.weight, one.where, one.field) == ("dpo-changed", 1, "parties.shop", "dpo")
        (said,) = diff(register(), register(dpo=NEW_OFFICER), on=ON).sentences("en")
        assert "Ann" in said.split("→")[0]
        assert "bob@shop.example" in said.split("→")[1]

    def test_of_somebody_else(self) -> None:
        """Only keeps the register right."""
        old = register().replace("host", dpo=OFFICER)
        (one,) = diff(old, old.replace("host", dpo=NEW_OFFICER), on=ON)

        assert one.weight == 3

    def test_one_field_is_told_by_its_name(self) -> None:
        """Where nothing else of the officer is another."""
        (said,) = diff(register(), register(dpo={**OFFICER, "phone": "+32 2"}), on=ON).sentences("en")

        assert "Telephone" in said


def test_who_comes_with_a_transfer_is_told_once() -> None:
    """And who goes; several transfers of one party stay each by itself."""
    came = register(late(countries="US"))
    (one,) = diff(register(), came, on=ON)
    (gone,) = diff(came, register(), on=ON)
    both = register(late(countries=["US", "IN"]))

    assert (one.kind.value, one.countries, one.standing) == ("sub-processor-added", ("US",), Standing.MISSING)
    assert (gone.kind.value, gone.countries) == ("sub-processor-removed", ("US",))
    assert len(diff(register(), both, on=ON)) == len(diff(both, register(), on=ON))
    for language in LANGUAGES:
        assert all(";" in said for said in diff(register(), came, on=ON).sentences(language))


class TestHolders:
    """Two registers that are not of one organisation."""

    def test_are_told_first(self) -> None:
        """In the text, in Markdown and as plain data; the comparison itself is made."""
        found = diff(register(), register(registration=[NUMBER]), on=ON)
        other = Register(holder="salon", parties=[{"key": "salon", "name": "The Salon"}])
        apart = diff(register(), other, on=ON)

        assert not found.of_others
        assert not found.remarks("en")
        assert apart.of_others
        assert len(apart) > 1
        for language in LANGUAGES:
            first = apart.sentences(language)[0]
            assert "The Shop" in first
            assert "The Salon" in first
            assert " ".join(first.split()) in " ".join(write(apart, language).split())
        assert apart.as_json()["of_others"] is True

    @pytest.mark.parametrize(
        ("old", "new", "others"),
        [
            ({"registration": [NUMBER]}, {"registration": [{**NUMBER, "number": "BE 403 170 701"}], "name": "New Name"}, False),
            ({"registration": [NUMBER]}, {"registration": [{**NUMBER, "number": "0200.065.765"}]}, True),
            ({"registration": [NUMBER]}, {"registration": [{"scheme": "vat", "number": "1"}]}, False),
            ({"registration": [{"scheme": "other", "number": "1"}]}, {"registration": [{"scheme": "other", "number": "2"}]}, False),
            ({"name": "Shop"}, {"name": {"nl": "Winkel", "en": "SHOP"}}, False),
        ],
    )  # fmt: skip
    def test_by_number_then_by_name(self, old: dict[str, Any], new: dict[str, Any], others: bool) -> None:
        """Numbers of one scheme decide; a key or a name that is the same is enough without them."""
        assert diff(register(**old), register(**new)).of_others is others

    def test_nobody_else_s_history_is_printed(self, tmp_path: Path) -> None:
        """An earlier register of another holder is refused; so is one that was adopted later."""
        mine = register(registration=[NUMBER]).model_copy(update={"adopted": date(2026, 1, 1)})
        other = register(registration=[{**NUMBER, "number": "0200.065.765"}])
        later = mine.model_copy(update={"adopted": date(2026, 6, 1)})

        with pytest.raises(NotUnderstood, match="another holder"):
            export(mine, tmp_path / "a.xlsx", since=other, on=ON)
        with pytest.raises(NotUnderstood, match="after this one"):
            export(mine, tmp_path / "a.xlsx", since=later, on=ON)
        assert not [*tmp_path.iterdir()]
        export(later, tmp_path / "a.xlsx", since=mine, on=ON)
        assert "swapped" in " ".join(diff(later, mine, on=ON).remarks("en"))

"""The dated tables of adequacy decisions and clauses: sourced row by row, looked up by day, extended by a file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ropa.errors import FileNotUnderstood, UnknownEntry
from ropa.law import (
    COUNTRIES,
    Clauses,
    Decision,
    Ground,
    Kind,
    Role,
    Scope,
    adequate,
    clause_sets,
    clauses,
    decision,
    decisions,
    in_eea,
    module_for,
    standard,
)
from ropa.law.cited import plain_number
from ropa.law.own import MOST_BYTES

ON = date(2026, 11, 21)
ROWS: tuple[Decision | Clauses, ...] = (*decisions(), *clause_sets())


class TestRows:
    """Every row says where it comes from and when it was checked."""

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))
    def test_is_sourced(self, row: Decision | Clauses) -> None:
        """Source, regime, the day it was checked; its days in order; memory is called that."""
        assert row.source
        assert row.regime == "eu"
        assert date(2026, 9, 1) <= row.checked_on <= date(2026, 11, 22)
        assert row.until is None or row.since <= row.until
        assert row.adopted is None or row.adopted <= row.since
        assert ("not verified" in row.source + row.note or "not read" in row.note) <= (not row.verified)

    @pytest.mark.parametrize("row", decisions(), ids=lambda row: str(row.number))
    def test_place(self, row: Decision) -> None:
        """A decision is about countries outside the EEA that have a code, or about one organisation."""
        assert set(row.countries) <= COUNTRIES
        assert bool(row.countries) != bool(row.organisation)
        assert (row.scope is Scope.ORGANISATION) == bool(row.organisation)
        assert all(not in_eea(code, row.since) for code in row.countries if code not in ("GB", "HU"))

    @pytest.mark.parametrize("row", decisions(), ids=lambda row: str(row.number))
    def test_listing_has_a_scheme(self, row: Decision) -> None:
        """What is for listed organisations names the listing and the ground that registers state."""
        assert (row.scope is Scope.LISTED) == bool(row.scheme) == (row.ground is not Ground.ADEQUACY)

    def test_one_decision_at_a_time(self) -> None:
        """No country has two adequacy decisions on one day: neither on a first nor on a last one."""
        days = {row.since for row in decisions()} | {row.until for row in decisions() if row.until}
        found = {
            (code, day): len(adequate(code, day))
            for row in decisions()
            for code in row.countries
            for day in days
        }

        assert {key: many for key, many in found.items() if many > 1} == {}

    def test_numbers_are_unique(self) -> None:
        """One number, one row."""
        assert len(ROWS) == len({row.number for row in ROWS})

    def test_the_list_of_the_commission(self) -> None:
        """The countries of its list of September 2026."""
        listed = [
            "AD",
            "AR",
            "CA",
            "FO",
            "GG",
            "IM",
            "IL",
            "JE",
            "NZ",
            "CH",
            "UY",
            "JP",
            "KR",
            "GB",
            "US",
            "BR",
        ]

        assert {code for code in COUNTRIES if adequate(code, date(2026, 9, 30))} == set(listed)
        assert [row.number for row in standard().of_organisations] == ["2025/1382"]


class TestDays:
    """First and last days, both inclusive."""

    @pytest.mark.parametrize(
        ("country", "on", "numbers"),
        [
            ("US", date(2000, 7, 25), []),
            ("US", date(2000, 7, 26), ["2000/520"]),
            ("US", date(2015, 10, 5), ["2000/520"]),
            ("US", date(2015, 10, 6), []),
            ("US", date(2016, 7, 11), []),
            ("US", date(2016, 7, 12), ["2016/1250"]),
            ("US", date(2020, 7, 15), ["2016/1250"]),
            ("US", date(2020, 7, 16), []),
            ("US", date(2023, 7, 9), []),
            ("US", date(2023, 7, 10), ["2023/1795"]),
            ("GB", date(2021, 6, 27), []),
            ("GB", date(2021, 6, 28), ["2021/1772"]),
            ("GB", date(2025, 6, 27), ["2021/1772"]),
            ("GB", date(2025, 6, 28), ["2021/1772"]),
            ("GB", date(2025, 12, 27), ["2021/1772"]),
            ("GB", date(2025, 12, 28), ["2025/2574"]),
            ("GB", date(2031, 12, 27), ["2025/2574"]),
            ("GB", date(2031, 12, 28), []),
            ("BR", date(2026, 1, 27), []),
            ("BR", date(2026, 1, 28), ["2026/179"]),
            ("JP", date(2019, 1, 22), []),
            ("JP", date(2019, 1, 23), ["2019/419"]),
            ("KR", date(2021, 12, 16), []),
            ("KR", date(2021, 12, 17), ["2022/254"]),
            ("KE", ON, []),
            ("IN", ON, []),
            ("EEA", ON, []),
        ],
    )
    def test_adequate(self, country: str, on: date, numbers: list[str]) -> None:
        """Which decision can be relied on that day."""
        assert [row.number for row in adequate(country, on)] == numbers

    @pytest.mark.parametrize("row", decisions(), ids=lambda row: str(row.number))
    def test_in_force_is_inclusive(self, row: Decision) -> None:
        """On the first and on the last day, not on the days around them."""
        day = timedelta(days=1)

        assert row.in_force(row.since)
        assert not row.in_force(row.since - day)
        assert row.until is None or (row.in_force(row.until) and not row.in_force(row.until + day))

    def test_the_bridge_is_no_decision(self) -> None:
        """On the first days of 2021 the United Kingdom had a treaty, and no adequacy decision."""
        (bridge,) = (row for row in standard().of_country("GB") if row.kind is Kind.BRIDGE)

        assert bridge.in_force(date(2021, 1, 1))
        assert not bridge.in_force(date(2020, 12, 31))
        assert adequate("GB", date(2021, 1, 1)) == ()

    def test_clauses(self) -> None:
        """The generations before 2021 ended together; the last day for new ones came first."""
        for number in ("2001/497", "2004/915", "2010/87"):
            row = clauses(number)
            assert (row.new_until, row.until) == (date(2021, 9, 26), date(2022, 12, 27))
        assert clauses("2021/914").until is None
        assert not clauses("2021/915").transfer_tool


class TestNumbers:
    """A decision is found however it is cited."""

    @pytest.mark.parametrize(
        "cited", ["2016/1250", "(EU) 2016/1250", "Implementing Decision (EU) 2016/1250 of 12 July"]
    )
    def test_decision(self, cited: str) -> None:
        """By its number within the words."""
        assert decision(cited).number == "2016/1250"

    @pytest.mark.parametrize("cited", ["2010/87/EU", "2010/87", "besluit 2010/87/EU"])
    def test_clauses(self, cited: str) -> None:
        """Likewise."""
        assert clauses(cited).number == "2010/87"

    def test_unknown(self) -> None:
        """What is not there is told, with the nearest that is; a text of any length is cut."""
        with pytest.raises(UnknownEntry, match=r"'2023/1796'; did you mean '2023/1795'\?"):
            decision("2023/1796")
        with pytest.raises(UnknownEntry, match=r"did you mean '2010/87'\?"):
            clauses("2010/88")
        with pytest.raises(UnknownEntry) as caught:
            decision("q" * 40_000)
        assert len(str(caught.value)) < 200

    def test_number_of_either_kind(self) -> None:
        """A question may strike down a decision of either kind."""
        assert standard().number_of("(EU) 2021/914") == "2021/914"
        assert standard().number_of("(EU) 2023/1795") == "2023/1795"

    def test_plain(self) -> None:
        """Nothing is made of what has no number."""
        assert plain_number("  TCA ") == "TCA"
        assert plain_number("") == ""


class TestModules:
    """Which module of the clauses of 2021/914 is for whom."""

    @pytest.mark.parametrize(
        ("sender", "recipient", "module"),
        [
            (Role.CONTROLLER, Role.CONTROLLER, "1"),
            (Role.CONTROLLER, Role.PROCESSOR, "2"),
            (Role.PROCESSOR, Role.PROCESSOR, "3"),
            (Role.PROCESSOR, Role.CONTROLLER, "4"),
            (Role.JOINT_CONTROLLER, Role.PROCESSOR, "2"),
            (Role.CONTROLLER, Role.JOINT_CONTROLLER, "1"),
            (Role.CONTROLLER, Role.OWN_STAFF, None),
            (Role.CONTROLLER, Role.AUTHORITY_INQUIRY, None),
        ],
    )
    def test_module(self, sender: Role, recipient: Role, module: str | None) -> None:
        """Joint controllers are controllers; staff and inquiring authorities have none."""
        assert module_for(sender, recipient) == module

    def test_older_sets_have_none(self) -> None:
        """They are for one pair of roles."""
        assert clauses("2010/87").modules == ()
        assert clauses("2010/87").fit(Role.CONTROLLER, Role.CONTROLLER) is None


OWN = """
[[decision]]
number = "2027/1"
countries = ["KE"]
from = 2027-01-01
scope = "whole"
source = "OJ, read by ourselves"
checked_on = 2027-01-02

[[decision]]
number = "2023/1795"
ground = "dpf-listed"
countries = ["US"]
from = 2023-07-10
until = 2027-02-01
scope = "listed-organisations"
scheme = "eu-us-dpf"
source = "judgment"
checked_on = 2027-02-02
"""


class TestOwnRows:
    """Rows of a user's own file are added to ours, or take the place of one of the same number."""

    def test_added_and_replaced(self, tmp_path: Path) -> None:
        """A new value: the library's own tables stay as they are."""
        path = tmp_path / "own.toml"
        path.write_text(OWN, "utf-8")
        own = standard().with_file(path)
        later = date(2027, 3, 1)

        assert [row.number for row in adequate("KE", later, own)] == ["2027/1"]
        assert adequate("KE", later) == ()
        assert adequate("US", later, own) == ()
        assert [row.number for row in adequate("US", later)] == ["2023/1795"]
        assert len(own.decisions) == len(decisions()) + 1

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("[[decision]]\nnumber = '2027/1'\n", r"decision\.0\.from: this is not there; write from = …"),
            (OWN.replace("whole", "all"), r"decision\.0\.scope"),
            (OWN.replace("countries", "contries", 1), r"decision\.0\.contries"),
            (OWN.replace("2027-01-01", "'soon'"), r"decision\.0\.from"),
            ("decision = 3", "decision"),
            ("[[decisions]]\n", r"decisions: there is no such table; did you mean \[\[decision\]\]\?"),
            ("= 1", "own.toml"),
            ("#" * MOST_BYTES + "#", "more than 1000000 bytes"),
        ],
    )
    def test_faults(self, tmp_path: Path, text: str, told: str) -> None:
        """Are told with the file and the row."""
        path = tmp_path / "own.toml"
        path.write_text(text, "utf-8")

        with pytest.raises(FileNotUnderstood, match=told):
            standard().with_file(path)

    def test_no_file(self, tmp_path: Path) -> None:
        """A file that is not there is not understood either."""
        with pytest.raises(FileNotUnderstood):
            standard().with_file(tmp_path / "none.toml")

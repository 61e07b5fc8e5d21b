"""A file of one's own rows: every table, which row it replaces, who sees it, and everything wrong with it told at once."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

from tests.law.rows import AUTHORITY, DPIA, FOOT, JOINS, TERM, Write

import ropa
from ropa.law import Tables, authorities_in, authority_of, in_eea, listed_in, standard, terms_of
from ropa.law.own import KINDS
from ropa.law.tables import IN_FILE

ON = date(2026, 6, 1)


def own(write: Write, text: str) -> Tables:
    return standard().with_file(write(text))


def codes(register: ropa.Register, tables: Tables | None, *rules: str) -> list[str]:
    return [one.name for one in ropa.check(register, on=ON, select=rules, tables=tables).findings]


def test_every_table_takes_rows() -> None:
    """Each has a name in a file, and our own files are read as one's own are."""
    assert set(IN_FILE.values()) == set(KINDS)
    for name in ("adequacy", "ages", "authorities", "dpia-lists", "eea", "retention", "thresholds"):
        assert standard().with_file(Path(ropa.__file__).parent / "law" / f"{name}.toml") == standard(), name


class TestMembership:
    """Who is inside the EEA: whatever asks it sees the rows."""

    REGISTER = ropa.Register(
        holder="shop",
        parties=[{"key": "shop", "country": "NL"}, {"key": "host"}, {"key": "club", "country": "CH"}],
        agreements=[
            {"key": "dpa", "kind": "processing-agreement", "between": ["shop", "host"], "regions": "EEA"}
        ],
        activities=[
            {
                "key": "orders",
                "personal_data": "name",
                "flows": {"recipient": "host", "role": "processor", "countries": "ME"},
                "absences": {"transfers": "none"},
            },
            {"key": "wages", "flows": {"recipient": "club", "role": "processor"}},
        ],
    )
    RULES = (
        "transfer-without-ground",
        "transfer-denied",
        "transfer-not-excluded",
        "outside-promised-region",
    )

    def test_begins_and_ends(self, write: Write) -> None:
        """A row with a first day begins a membership; one without, in the place of ours, ends it."""
        tables = own(write, f'{JOINS}[[membership]]\ncountries = ["HU"]\nuntil = 2026-02-28\n{FOOT}')

        days = (date(2025, 12, 31), date(2026, 1, 1))
        assert [in_eea("ME", day, tables) for day in days] == [False, True]
        assert [in_eea("HU", date(2026, *day), tables) for day in ((2, 28), (3, 1))] == [True, False]
        assert in_eea("CH", ON, tables)
        assert in_eea("AT", ON, tables)
        assert not in_eea("ME", ON)

    def test_every_question_sees_it(self, write: Write) -> None:
        """Transfers, findings, path, impact and gaps; and the next question without it sees nothing of it."""
        tables = own(write, JOINS)
        for rows, left in ((None, True), (tables, False), (None, True)):
            assert bool(ropa.transfers(self.REGISTER, on=ON, tables=rows)) is left
            assert codes(self.REGISTER, rows, *self.RULES) == (list(self._order()) if left else [])
            weakest = ropa.path_safeguards(self.REGISTER, "shop", "host", on=ON, tables=rows).weakest
            assert weakest is not None
            assert weakest.strength.name == ("MISSING" if left else "INSIDE")
            moved = ropa.impact(self.REGISTER, on=ON, move={"host": "CH"}, tables=rows)
            assert bool(moved.agreements) is left
            gaps = ropa.gaps(self.REGISTER, on=ON, tables=rows).gaps
            assert any(gap.kind is ropa.GapKind.OUTSIDE_REGION for gap in gaps) is left

    def _order(self) -> list[str]:
        return [one.name for one in ropa.RULES if one.name in self.RULES]

    def test_rules_about_a_place_of_establishment(self, write: Write) -> None:
        """A controller that is inside needs no representative."""
        register = ropa.Register(holder="shop", parties=[{"key": "shop", "country": "ME"}])
        rule = "controller-outside-eea-without-representative"
        assert codes(register, None, rule) == [rule]
        assert codes(register, own(write, JOINS), rule) == []


class TestRetention:
    """Terms of national law."""

    REGISTER = ropa.Register(
        holder="shop",
        parties=[{"key": "shop", "country": "NL"}],
        activities=[
            {"key": "a", "personal_data": "invoices", "retention": {"period": "P8Y", "starts": "delivery"}}
        ],
    )
    RULE = "retention-below-statutory-minimum"

    def test_takes_the_place_of_ours(self, write: Write) -> None:
        """Of the same law about the same data; another law stands beside it."""
        tables = own(write, f'{TERM}minimum = "P9Y"\n')
        assert [one.minimum for one in terms_of("NL", ON, tables=tables) if "invoices" in one.kinds] == [
            "P9Y"
        ]
        beside = own(write, f'{TERM}minimum = "P9Y"\n'.replace("AWR, artikel 52", "Another law"))
        assert [one.minimum for one in terms_of("NL", ON, tables=beside) if "invoices" in one.kinds] == [
            "P7Y",
            "P9Y",
        ]

    def test_a_later_row_counts_from_its_day(self, write: Write) -> None:
        """The old one stays for the days before; unverified, the later one makes no finding and the old one neither."""
        tables = own(write, f'{TERM}minimum = "P9Y"\nfrom = 2026-06-01\n')
        for day, minimum in ((date(2026, 5, 31), "P7Y"), (ON, "P9Y")):
            found = [one.minimum for one in terms_of("NL", day, tables=tables) if "invoices" in one.kinds]
            assert found == [minimum]
        unsure = own(write, f'{TERM}minimum = "P9Y"\nfrom = 2026-06-01\nverified = false\n')
        assert not [one for one in terms_of("NL", ON, tables=unsure) if "invoices" in one.kinds]

    def test_a_row_that_begins_before_ours(self, write: Write) -> None:
        """Counts until ours begins, wherever it stands."""
        row = f'{TERM}minimum = "P3Y"\nfrom = 2001-01-01\n'.replace('"NL"', '"BE"')
        tables = own(write, row.replace("AWR, artikel 52", "WIB 92, artikel 315; Btw-Wetboek, artikel 60"))
        assert [one.minimum for one in terms_of("BE", ON, tables=tables) if one.minimum] == ["P10Y"]
        assert [one.minimum for one in terms_of("BE", date(2022, 1, 1), tables=tables) if one.minimum] == [
            "P3Y"
        ]

    def test_the_rules_see_it(self, write: Write) -> None:
        """And the next check with the library's own rows does not."""
        tables = own(write, f'{TERM}minimum = "P9Y"\n')
        found = [codes(self.REGISTER, rows, self.RULE) for rows in (None, tables, None)]
        assert found == [[], [self.RULE], []]

    def test_data_that_only_one_row_regulates(self, write: Write) -> None:
        """The rule on one period for different data looks at the same rows."""
        row = f'{TERM}minimum = "P9Y"\n'.replace('"invoices", "transactions"', '"email"')
        held = {"key": "a", "personal_data": ["name", "email"], "retention": {"period": "P8Y"}}
        register = ropa.Register(holder="shop", parties=[{"key": "shop", "country": "NL"}], activities=[held])
        rule = "one-period-for-different-data"
        assert [codes(register, rows, rule) for rows in (None, own(write, row))] == [[], [rule]]


class TestAuthorities:
    """Supervisory authorities."""

    def test_takes_the_place_of_ours(self, write: Write) -> None:
        """That of the same part of the country for the same people; the others stay."""
        tables = own(write, AUTHORITY)
        assert [one.names["nl"] for one in authority_of("BE", ON, tables)] == [
            "Het Nieuwe Toezicht",
            "Vlaamse Toezichtcommissie",
        ]
        assert authorities_in("het nieuwe toezicht", tables) != ()
        assert authorities_in("het nieuwe toezicht") == ()

    def test_a_successor(self, write: Write) -> None:
        """From its first day it is the one; the old name is still understood."""
        tables = own(write, f"{AUTHORITY}from = 2026-06-01\n")
        names = [authority_of("BE", day, tables)[0].names["nl"] for day in (date(2026, 5, 31), ON)]
        assert names == ["Gegevensbeschermingsautoriteit", "Het Nieuwe Toezicht"]
        assert authorities_in("de Gegevensbeschermingsautoriteit", tables) != ()

    def test_the_rules_see_it(self, write: Write) -> None:
        """A complaint that names it is one to an authority."""
        held = {"key": "a", "rights": {"complaint": "Het Nieuwe Toezicht"}}
        register = ropa.Register(holder="shop", parties=[{"key": "shop", "country": "BE"}], activities=[held])
        rule = "complaint-without-authority"
        tables = own(write, AUTHORITY)
        assert [codes(register, rows, rule) for rows in (None, tables, None)] == [[rule], [], [rule]]


def test_an_entry_of_a_list(write: Write) -> None:
    """Takes the place of that of its number; the rule sees it."""
    tables = own(write, DPIA)
    register = ropa.Register(
        holder="shop",
        parties=[{"key": "shop", "country": "NL"}],
        activities=[{"key": "a", "purposes": "Eye tracking of visitors"}],
    )
    rule = "assessment-on-national-list"
    assert [codes(register, rows, rule) for rows in (None, tables, None)] == [[], [rule], []]
    assert [one.words for one in listed_in("NL", ON, tables) if one.number == "2"] == [("eye tracking",)]


def test_the_age_stands_in_the_message(write: Write) -> None:
    """As the tables have it for the holder's country, where they are sure of it."""
    held = {"key": "a", "data_subjects": "children", "purposes": {"text": "Play", "legal_bases": "consent"}}

    def said(country: str, tables: Tables | None = None) -> str:
        register = ropa.Register(
            holder="shop", parties=[{"key": "shop", "country": country}], activities=[held]
        )
        (one,) = ropa.check(register, on=ON, select=["ROPA142"], tables=tables).findings
        return one.message("en")

    row = f'[[age]]\ncountry = "NL"\nage = 14\n{FOOT}'
    assert "(Article 8(1); Netherlands: 16 years)" in said("NL")
    assert "(Article 8(1); Netherlands: 14 years)" in said("NL", own(write, row))
    assert "(Article 8(1))" in said("NO")
    assert "(Article 8(1))" in said("US")


def test_another_regime_carries_no_transfer(write: Write) -> None:
    """The lists of the United Kingdom and Switzerland are theirs."""
    row = f'[[decision]]\nnumber = "9999/1"\ncountries = ["KE"]\nfrom = 2026-01-01\nscope = "whole"\n{FOOT}'
    assert [one.number for one in own(write, row).adequate("KE", ON)] == ["9999/1"]
    assert own(write, f'{row}regime = "uk"\n').adequate("KE", ON) == ()


def test_tables_are_values(write: Write) -> None:
    """Equal where their rows are, whatever was looked up before; and they can be sent to another process."""
    path = write(JOINS + AUTHORITY)
    first, second = standard().with_file(path), standard().with_file(path)
    assert authorities_in("The New Supervisor", first)
    assert first == second
    assert hash(first) == hash(second)
    assert first != standard()
    assert pickle.loads(pickle.dumps(first)) == second

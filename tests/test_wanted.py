"""A question is asked by a key or a word: anything else is told so in a sentence that shows nothing of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ropa
from ropa.model import PEOPLE

ON = date(2026, 6, 1)
HELD = ropa.Register.of(
    {
        "holder": "us",
        "parties": [
            {"key": "us", "name": "Us"},
            {"key": "azura", "name": "Brightcloud Inc.", "contact": {"phone": "+1 555 0100"}},
        ],
        "activities": [
            {
                "key": "payroll",
                "data_subjects": "employees",
                "personal_data": ["name", {"kind": "salary", "note": "+1 555 0100"}],
                "flows": [{"recipient": "azura", "role": "processor", "countries": "IE"}],
            }
        ],
    }
)
BY_KEY: dict[str, Callable[[Any], object]] = {
    "chain": lambda given: ropa.chain(HELD, given, on=ON),
    "path_safeguards": lambda given: ropa.path_safeguards(HELD, given, "us", on=ON),
    "path_safeguards, the end": lambda given: ropa.path_safeguards(HELD, "us", given, on=ON),
    "impact, breach": lambda given: ropa.impact(HELD, breach=given, on=ON),
    "impact, remove": lambda given: ropa.impact(HELD, remove=given, on=ON),
    "party": HELD.party,
    "activity": HELD.activity,
    "agreement": HELD.agreement,
    "flows, activity": lambda given: HELD.flows(activity=given),
    "flows, party": lambda given: HELD.flows(party=given),
    "flows, country": lambda given: HELD.flows(country=given),
    "flows, role": lambda given: HELD.flows(role=given),
    "chain, customer": lambda given: ropa.chain(HELD, "us", on=ON, customer=given),
}
BY_WORD: dict[str, Callable[[Any], object]] = {
    "holders": lambda given: ropa.holders(HELD, given, on=ON),
    "impact, revoke": lambda given: ropa.impact(HELD, revoke=given, on=ON),
    "impact, move": lambda given: ropa.impact(HELD, move={"azura": given}, on=ON),
}
ENTRIES = [HELD.party("azura"), HELD.activity("payroll"), HELD.activity("payroll").personal_data[1]]


@pytest.mark.parametrize("given", [*ENTRIES, 3, ["azura"], {"a": 1}], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("name", [*BY_KEY, *BY_WORD])
def test_something_else(name: str, given: object) -> None:
    """What stands in an entry is not printed, be it a telephone number or not."""
    with pytest.raises(ropa.NotUnderstood, match=r"is wanted here, a text") as told:
        {**BY_KEY, **BY_WORD}[name](given)
    assert "555" not in str(told.value)
    assert ("give its .key" in str(told.value)) == (hasattr(given, "key") and name in BY_KEY)


@pytest.mark.parametrize(
    ("name", "word", "near"),
    [
        ("flows, role", "processer", "processor"),
        ("flows, country", "USA", "US"),
        ("flows, country", "UK", "GB"),
        ("flows, country", "Irland", "IE"),
        ("flows, activity", "payrol", "payroll"),
        ("flows, party", "azur", "azura"),
        ("party", "Brightcloud Inc", "azura"),
        ("chain", "Brightcloud Inc", "azura"),
        ("chain, customer", "brightcloud inc.", "azura"),
        ("path_safeguards", "Brightcloud Inc", "azura"),
        ("impact, breach", "Brightcloud Inc", "Brightcloud Inc."),
        ("impact, revoke", "2023", "2023/1795"),
    ],
)
def test_a_word_that_is_none(name: str, word: str, near: str) -> None:
    """The nearest right one is told, and a name leads to its key."""
    with pytest.raises(ropa.UnknownEntry, match=f"did you mean '{near}'"):
        {**BY_KEY, **BY_WORD}[name](word)


@pytest.mark.parametrize(("word", "near"), [("UK", "GB"), ("Ireland", "IE"), ("Frankrijk", "FR")])
def test_a_country_by_another_name(word: str, near: str) -> None:
    with pytest.raises(ropa.NotUnderstood, match=f"did you mean '{near}'"):
        ropa.impact(HELD, move={"azura": word}, on=ON)


def test_what_is_known_is_found() -> None:
    """The holder of a register without parties, and the people themselves, are known."""
    assert len(HELD.flows(activity="payroll", party="azura", country="IE", role="processor", on=ON)) == 1
    assert HELD.flows(country="FR") == ()
    assert ropa.Register(holder="us").flows(party="us") == ()
    assert HELD.flows(party=PEOPLE) == ()


@pytest.mark.parametrize("given", [None, 3, ["a.yaml"], HELD], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(
    "ask",
    [
        ropa.load,
        ropa.verify,
        lambda given: ropa.export(HELD, given),
        lambda given: ropa.save(HELD, given),
        lambda given: ropa.export_all(["a.yaml"], given, as_="yaml"),
        lambda given: ropa.bundle(["a.yaml"], given),
    ],
    ids=["load", "verify", "export", "save", "export_all", "bundle"],
)
def test_a_path(ask: Callable[[Any], object], given: object) -> None:
    with pytest.raises(ropa.NotUnderstood, match="the path of a file is wanted here"):
        ask(given)


TABLES: dict[str, Callable[[Any], object]] = {
    "check": lambda tables: ropa.check(HELD, on=ON, tables=tables),
    "controller_records": lambda tables: ropa.controller_records(HELD, on=ON, tables=tables),
    "diff": lambda tables: ropa.diff(HELD, HELD, on=ON, tables=tables),
    "due": lambda tables: ropa.due(HELD, on=ON, tables=tables),
    "explain": lambda tables: ropa.explain("ages", tables=tables, language="en"),
    "export": lambda tables: ropa.export(HELD, Path("never-written.svg"), tables=tables),
    "gaps": lambda tables: ropa.gaps(HELD, on=ON, tables=tables),
    "impact": lambda tables: ropa.impact(HELD, breach="azura", on=ON, tables=tables),
    "judge": lambda tables: ropa.judge(HELD, ropa.transfers(HELD, on=ON), on=ON, tables=tables),
    "judged": lambda tables: ropa.judged(HELD, on=ON, tables=tables),
    "path_safeguards": lambda tables: ropa.path_safeguards(HELD, "us", "azura", on=ON, tables=tables),
    "processor_records": lambda tables: ropa.processor_records(HELD, on=ON, tables=tables),
    "sharing_graph": lambda tables: ropa.sharing_graph(HELD, on=ON, tables=tables),
    "transfers": lambda tables: ropa.transfers(HELD, on=ON, tables=tables),
}


def test_no_question_with_tables_is_left_out() -> None:
    """Whatever the front door has that takes dated tables is asked here."""
    takes = {
        name
        for name in dir(ropa)
        if inspect.isfunction(asked := getattr(ropa, name))
        and "tables" in inspect.signature(asked).parameters
    }
    assert takes == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    """The path of a file with rows is no table; how it becomes one is told."""
    with pytest.raises(ropa.NotUnderstood, match="dated tables are wanted here; add the rows of a file"):
        TABLES[name]("rows.toml")

"""A question is asked of one register: several of them, or a path, are told so in a sentence."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ropa

ON = date(2026, 6, 1)
HELD = ropa.Register(holder="us", parties=[{"key": "us"}])
QUESTIONS: dict[str, Callable[[Any], object]] = {
    "ask": lambda given: ropa.ask(given, on=ON),
    "chain": lambda given: ropa.chain(given, "us", on=ON),
    "check": lambda given: ropa.check(given, on=ON),
    "concentration": lambda given: ropa.concentration(given, on=ON),
    "controller_records": lambda given: ropa.controller_records(given, on=ON),
    "copy_for": lambda given: ropa.copy_for(given),
    "customers": lambda given: ropa.customers(given),
    "diff": lambda given: ropa.diff(HELD, given),
    "diff, the older": lambda given: ropa.diff(given, HELD),
    "due": lambda given: ropa.due(given, on=ON),
    "dumps": lambda given: ropa.dumps(given),
    "export": lambda given: ropa.export(given, Path("never-written.svg")),
    "gaps": lambda given: ropa.gaps(given, on=ON),
    "holders": lambda given: ropa.holders(given, "name", on=ON),
    "impact": lambda given: ropa.impact(given, breach="us", on=ON),
    "judged": lambda given: ropa.judged(given, on=ON),
    "mirror": lambda given: ropa.mirror(HELD, given, on=ON),
    "mirror, the customer": lambda given: ropa.mirror(given, HELD, on=ON),
    "path_safeguards": lambda given: ropa.path_safeguards(given, "us", "host", on=ON),
    "processor_records": lambda given: ropa.processor_records(given, on=ON),
    "save": lambda given: ropa.save(given, Path("never-written.yaml")),
    "sharing_graph": lambda given: ropa.sharing_graph(given, ON),
    "trace": lambda given: ropa.trace(given, "a text"),
    "transfers": lambda given: ropa.transfers(given, on=ON),
}
OTHERS = {"join", "judge"}
"""`join` takes several; `judge` is given a transfer, which somebody has who asked for it."""


def test_nothing_is_left_out() -> None:
    """Whatever the front door has that takes a register is asked here."""
    takes = {
        name
        for name in dir(ropa)
        if inspect.isfunction(asked := getattr(ropa, name))
        and any("Register" in str(one.annotation) for one in inspect.signature(asked).parameters.values())
    }
    assert takes - OTHERS == {name.partition(",")[0] for name in QUESTIONS}


@pytest.mark.parametrize("name", QUESTIONS)
def test_several_registers(name: str) -> None:
    """What to do with them is told as well."""
    with pytest.raises(ropa.NotUnderstood, match="one register is wanted here; ask each of them by itself"):
        QUESTIONS[name]([HELD, HELD])


@pytest.mark.parametrize(
    "given", ["register.yaml", None, {"holder": "us"}], ids=["path", "none", "plain data"]
)
@pytest.mark.parametrize("name", QUESTIONS)
def test_something_else(name: str, given: object) -> None:
    """Has to be loaded first."""
    with pytest.raises(ropa.NotUnderstood, match=r"one register is wanted here; load it with ropa\.load"):
        QUESTIONS[name](given)


@pytest.mark.parametrize("given", [str, Path], ids=["text", "path"])
def test_one_file_for_several(given: Callable[[str], str | Path], tmp_path: Path) -> None:
    """Where files, formats and languages are wanted, one of them may be given by itself: its letters are none."""
    path = tmp_path / "register.yaml"
    ropa.save(HELD, path)
    made = ropa.export_all(given(str(path)), tmp_path / "out", as_="json", languages="nl", on=ON)
    assert [one.path for one in made.inputs] == ["../register.yaml"]
    assert [(one.format, one.language) for one in made.outputs] == [("json", "nl")]


@pytest.mark.parametrize("given", [HELD, [HELD]], ids=["a register", "registers"])
def test_a_register_for_its_file(given: Any, tmp_path: Path) -> None:
    """A manifest names the files it was made from."""
    with pytest.raises(ropa.NotUnderstood, match="a path is wanted here; give the paths of register files"):
        ropa.bundle(given, tmp_path / "audit.zip", on=ON)

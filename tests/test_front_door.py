"""The front door: the names that are promised, what importing them costs, and the errors that leave by it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ropa

ROOT = Path(__file__).parents[1]
HEAVY = ("openpyxl", "reportlab", "networkx", "rich", "click", "yaml", "pydantic")
PROMISED = {
    "load", "save", "loads", "dumps", "check", "explain", "export", "schema", "trace", "transfers",
    "controller_records", "processor_records", "sharing_graph", "RULES", "RopaError", "Register", "Party", "Activity",
}  # fmt: skip


def loaded_after(code: str) -> set[str]:
    """Which of the heavy libraries a fresh interpreter has loaded after some code."""
    check = f"{code}\nimport sys; print(*(name for name in {HEAVY} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", check],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stdout.split())


def test_names_are_sorted_and_there() -> None:
    """Every name that is promised can be had, and `dir` shows it."""
    assert ropa.__all__ == sorted(ropa.__all__)
    assert set(ropa.__all__) >= PROMISED
    assert set(ropa.__all__) <= set(dir(ropa))
    for name in ropa.__all__:
        assert getattr(ropa, name) is not None


def test_names_are_public_things() -> None:
    """Classes and functions say what they are, where they come from and in a docstring."""
    for name in ropa.__all__:
        thing = getattr(ropa, name)
        if isinstance(thing, type) or callable(thing):
            assert thing.__doc__
            assert thing.__name__ == name


def test_no_other_name() -> None:
    """A name that is not there is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="no attribute 'vendor'"):
        ropa.vendor  # type: ignore[attr-defined]  # noqa: B018


def test_a_verb_is_no_module() -> None:
    """No function of the front door shares its name with a room of the house, which importing would put in its place."""
    rooms = {path.stem for path in (ROOT / "src" / "ropa").iterdir() if not path.name.startswith("_")}

    assert rooms.isdisjoint(ropa.__all__)


class TestCost:
    """A script pays for what it uses."""

    def test_importing(self) -> None:
        """Importing loads nothing."""
        assert loaded_after("import ropa") == set()

    def test_a_noun(self) -> None:
        """A register built in Python needs pydantic."""
        assert loaded_after("import ropa; ropa.Register(holder='us')") == {"pydantic"}

    def test_checking(self) -> None:
        """Reading and checking a file needs neither spreadsheet nor paper nor graph."""
        code = (
            "import ropa, datetime\n"
            "on = datetime.date(2026, 11, 21)\n"
            "register = ropa.load('../examples/bakery/register.yaml')\n"
            "[one.message('nl') for one in ropa.check(register, on=on).findings]\n"
            "ropa.controller_records(register, on=on); ropa.processor_records(register, on=on)\n"
            "ropa.transfers(register, on=on)"
        )

        assert loaded_after(code) == {"pydantic", "yaml"}

    def test_exporting(self) -> None:
        """Each format loads its own library only."""
        code = "import ropa\nregister = ropa.Register(holder='us')\nfrom ropa.formats.export import FORMATS\n"

        assert loaded_after(code) == {"pydantic"}

    @pytest.mark.parametrize("words", [["check"], ["explain", "GB"], ["schema"]])
    def test_commands(self, words: list[str]) -> None:
        """A command loads what it needs."""
        words = [*words, "../examples/bakery/register.yaml"] if words == ["check"] else words
        code = f"import sys; sys.argv = ['ropa', *{words}]\nfrom ropa.cli import main\ntry: main()\nexcept SystemExit: pass"

        assert loaded_after(code).isdisjoint({"openpyxl", "reportlab", "networkx", "rich"})


BAKERY = ROOT / "examples" / "bakery" / "register.yaml"
ON = date(2026, 11, 21)


@pytest.mark.parametrize(
    "call",
    [
        lambda told, tmp: ropa.load(tmp / "none.yaml"),
        lambda told, tmp: ropa.load(tmp),
        lambda told, tmp: ropa.loads("ropa: 1\nactivities: 7\n"),
        lambda told, tmp: ropa.loads("a: [b"),
        lambda told, tmp: ropa.loads("&a [*a]"),
        lambda told, tmp: ropa.loads(b"\xff\xfe\x00"),
        lambda told, tmp: ropa.loads("{", json=True),
        lambda told, tmp: ropa.Register(holder="Not A Key"),
        lambda told, tmp: ropa.Register(holder="us", no_such_field=1),
        lambda told, tmp: ropa.Party(key="us", country="Nederland"),
        lambda told, tmp: told.replace("korenaar", country="Nederland"),
        lambda told, tmp: told.without("korenaar"),
        lambda told, tmp: told.party("nobody"),
        lambda told, tmp: told.entry("activities.nothing"),
        lambda told, tmp: ropa.controller_records(told, "nobody", on=ON),
        lambda told, tmp: ropa.processor_records(told, "nobody", on=ON),
        lambda told, tmp: ropa.explain("nothing"),
        lambda told, tmp: ropa.explain(None),
        lambda told, tmp: told.party(None),
        lambda told, tmp: ropa.check(told, on=ON, select=[None]),
        lambda told, tmp: ropa.impact(told, on=ON, revoke=None, breach=7),
        lambda told, tmp: ropa.join(),
        lambda told, tmp: ropa.join(None),
        lambda told, tmp: ropa.join([told, told]),
        lambda told, tmp: ropa.join(told, None),
        lambda told, tmp: ropa.export(told, tmp / "a.docx", on=ON),
        lambda told, tmp: ropa.export(told, tmp / "no" / "a.svg", on=ON),
        lambda told, tmp: ropa.export(told, tmp, as_="report", on=ON),
        lambda told, tmp: ropa.export(told, tmp / "a.svg", language="la", on=ON),
        lambda told, tmp: ropa.export(told, tmp / "a.svg", party="nobody", on=ON),
        lambda told, tmp: ropa.save(told, tmp / "no" / "a.yaml"),
    ],
)
def test_only_our_errors_leave(call: Callable[[Any, Path], Any], tmp_path: Path) -> None:
    """Bad input raises one of ours, whichever library noticed it first, with something to read."""
    with pytest.raises(ropa.RopaError) as caught:
        call(ropa.load(BAKERY), tmp_path)

    assert str(caught.value).strip()


def test_errors_have_one_root() -> None:
    """Whoever catches `RopaError` catches them all."""
    from ropa import errors

    kinds = [
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)
    ]

    assert len(kinds) > 5
    assert all(issubclass(kind, ropa.RopaError) for kind in kinds)
    assert {kind.__name__ for kind in kinds} <= set(ropa.__all__)

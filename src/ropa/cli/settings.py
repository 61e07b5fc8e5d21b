"""What `ropa.toml` says about a check: read with a limit, and with everything that is wrong in it told at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, Problem
from ropa.formats.safe_file import read_bytes
from ropa.glossary import LANGUAGES
from ropa.glossary.book import nearest
from ropa.law import Level, Tables, standard

NAME = "ropa.toml"
MOST_BYTES = 1_000_000
LEVELS = tuple(one.value for one in Level)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a check takes where its call does not say. Files are meant from the folder of the settings."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    language: str = ""
    baseline: Path | None = None
    tables: Path | None = None
    file: str = ""
    """Where they come from; empty where there are none."""

    def dated_tables(self) -> Tables | None:
        """The library's dated tables with the rows of one's own; None where there are none of these."""
        return standard().with_file(self.tables) if self.tables else None


def settings_for(register: str, config: str | None) -> Settings:
    """The settings in that file, else in the `ropa.toml` in the register's folder, else none."""
    if config is not None:
        return read(Path(config))
    path = Path(register)
    beside = [path / NAME, path.parent / NAME] if path.is_dir() else [path.parent / NAME]
    return next((read(one) for one in beside if one.is_file()), Settings())


def tables_for(register: str) -> Tables | None:
    """The dated tables that the settings beside a register name: every question looks at the same ones."""
    return settings_for(register, None).dated_tables()


def read(path: Path) -> Settings:
    """Settings from a file; `FileNotUnderstood` with every problem and its line."""
    try:
        text = read_bytes(path, MOST_BYTES).decode("utf-8")
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileNotUnderstood([Problem("", f"this is not TOML: {error}", file=str(path))]) from None
    problems = [_lined(one, text, str(path)) for one in _problems(data)]
    if problems:
        raise FileNotUnderstood(problems)
    check, tables = data.get("check", {}), data.get("tables", {})
    said = {key.replace("-", "_"): value for key, value in check.items()}
    for key in ("select", "ignore"):
        said[key] = tuple(_listed(said.get(key, ())))
    for key, value in (("baseline", check.get("baseline")), ("tables", tables.get("file"))):
        said[key] = path.parent / value if value else None
    return Settings(**said, file=str(path))


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _texts(value: Any) -> bool:
    return all(isinstance(one, str) for one in (value if isinstance(value, list) else [value]))


def _one_of(words: tuple[str, ...]) -> tuple[Callable[[Any], bool], str]:
    return (
        lambda value: value in words if isinstance(value, str) else False
    ), f"write one of {', '.join(words)}"


def _a_file(value: Any) -> bool:
    return isinstance(value, str) and "\0" not in value and bool(value)


KNOWN: Mapping[str, Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "check": {
        "select": (_texts, 'write ["article:46", "item-missing"]'),
        "ignore": (_texts, 'write ["level:note"]'),
        "fail-on": _one_of(LEVELS),
        "language": _one_of(LANGUAGES),
        "baseline": (_a_file, "write the name of a file"),
    },
    "tables": {"file": (_a_file, "write the name of a file")},
}
"""Every table and key there is: what is right there, and what to write."""


def _problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    for table, held in data.items():
        if table not in KNOWN:
            yield _unknown(table, KNOWN, "there is no such table")
        elif not isinstance(held, dict):
            yield Problem(table, "a table is wanted here", f"write [{table}]")
        else:
            yield from _in_table(table, held)


def _in_table(table: str, held: Mapping[str, Any]) -> Iterator[Problem]:
    for key, value in held.items():
        if key not in KNOWN[table]:
            yield _unknown(
                f"{table}.{key}", [f"{table}.{one}" for one in KNOWN[table]], "this key is not known here"
            )
        elif not KNOWN[table][key][0](value):
            yield Problem(f"{table}.{key}", "this is not understood", KNOWN[table][key][1])


def _unknown(name: str, known: object, wrong: str) -> Problem:
    near = nearest(name, known)
    shown = name[:60] if re.fullmatch(r"[\w.-]+", name) else ""
    return Problem(shown, wrong, f"did you mean {near.rpartition('.')[2]!r}?" if near else "")


def _lined(one: Problem, text: str, file: str) -> Problem:
    """The same problem with its file, and the line on which its key or table stands."""
    key = re.escape(one.at.rpartition(".")[2])
    found = re.search(rf"^[ \t]*\[?[ \t]*{key}\b", text, re.MULTILINE) if key else None
    line = text.count("\n", 0, found.start()) + 1 if found else None
    return Problem(one.at, one.wrong, one.instead, line, file)

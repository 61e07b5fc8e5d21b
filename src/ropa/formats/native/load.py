"""From a file to a register: every problem at once, each with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, NotUnderstood, Problem
from ropa.formats.limits import LIMITS, Limits
from ropa.formats.native import json_text, lines, yaml_text
from ropa.formats.native.read import Reading, Refused
from ropa.formats.safe_file import read_bytes
from ropa.model import Register

JSON = ".json"


def load(path: str | Path, *, limits: Limits = LIMITS) -> Register:
    """Reads a register from a YAML or JSON file, or from a folder of YAML files.

    `FileNotUnderstood` lists everything that is wrong: `file:line: path: what is wrong, and what to write instead`.
    """
    where = Path(path)
    if where.is_dir():
        from ropa.formats.native.folder import load_folder

        return load_folder(where, limits=limits)
    return loads(read_bytes(where, limits.size), name=str(path), json=where.suffix.lower() == JSON, limits=limits)


def text_of(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, or UTF-16 that says so."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FileNotUnderstood(
            [Problem("", "this is not UTF-8 text", "save the file as UTF-8", line, name)]
        ) from None


def read_text(text: str, *, name: str, json: bool, limits: Limits) -> Reading:
    """Plain data out of text; `FileNotUnderstood` where it cannot be read at all."""
    try:
        reading = json_text.read(text, limits) if json else yaml_text.read(text, limits)
    except Refused as error:
        raise FileNotUnderstood([Problem("", error.wrong, error.instead, error.line, name)]) from None
    if reading.data is None:
        raise FileNotUnderstood([Problem("", "the file is empty", "begin with ropa: 1 and holder: …", 1, name)])
    return reading


def loads(data: str | bytes, *, name: str = "register", json: bool = False, limits: Limits = LIMITS) -> Register:
    """Reads a register from text. `name` is what messages call it.

    >>> loads("ropa: 1\\nholder: bakery\\n").holder
    'bakery'
    """
    text = text_of(data, name) if isinstance(data, bytes) else data
    reading = read_text(text, name=name, json=json, limits=limits)
    problems = [Problem("", wrong, instead, line, name) for line, wrong, instead in reading.mistakes]
    if isinstance(reading.data, dict) and "ropa" not in reading.data:
        problems.append(Problem("ropa", "the version of the format is missing", "begin with ropa: 1", 1, name))
    try:
        register = Register.of(reading.data)
    except NotUnderstood as error:
        problems += with_lines(error.problems, text, name)
    if problems:
        raise FileNotUnderstood(sorted(problems, key=lambda one: (one.line or 0, one.at)))
    return register


def with_lines(problems: tuple[Problem, ...], text: str, name: str) -> list[Problem]:
    """The same problems with file and line."""
    found: Any = lines.tree(text)
    return [
        Problem(one.at, one.wrong, one.instead, lines.line_of(found, one.loc), name, one.loc) for one in problems
    ]

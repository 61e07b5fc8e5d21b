"""A file of one's own rows: read with a limit, and with everything that is wrong in it told at once, with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ropa.errors import FileNotUnderstood, Problem
from ropa.law.adequacy import Decision
from ropa.law.age import Age
from ropa.law.authority import Authority
from ropa.law.cited import plain_number
from ropa.law.clause import Clauses
from ropa.law.country import COUNTRIES, OTHER_CODES, Membership
from ropa.law.dpia_list import ListedType
from ropa.law.rows import IN_FILE, called
from ropa.law.spot import Spots
from ropa.law.statutory import StatutoryTerm
from ropa.law.threshold import Threshold

MOST_BYTES = 1_000_000
"""The largest file of one's own rows."""
KINDS: Mapping[str, type[Any]] = {
    "decision": Decision,
    "clauses": Clauses,
    "age": Age,
    "threshold": Threshold,
    "membership": Membership,
    "authority": Authority,
    "retention": StatutoryTerm,
    "dpia": ListedType,
}
"""What a row is, by the name of its table in a file: ours and one's own alike."""
WITH_COUNTRIES = ("country", "countries", "unknown_for")

Own = Mapping[str, tuple[Any, ...]]


def own_rows(path: Path) -> Own:
    """The rows of a file by the name of their table; `FileNotUnderstood` lists what is wrong."""
    text, read = _read(path)
    spots = Spots(text)
    problems: list[Problem] = []
    found: dict[str, tuple[Any, ...]] = {}
    for name, rows in read.items():
        wrong = list(_strange(name, rows))
        if not wrong:
            wrong += [one for number, row in enumerate(rows) for one in _in_a_row((name, number), row)]
            found[name], unfit = _made(name, rows)
            wrong += unfit or _twice(name, found[name])
        problems += wrong
    if problems:
        raise FileNotUnderstood(
            [Problem(one.at, one.wrong, one.instead, spots.line(one.loc), str(path)) for one in problems]
        )
    return found


def _read(path: Path) -> tuple[str, Mapping[str, Any]]:
    text = ""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device would never end
            raise FileNotUnderstood([Problem("", "this is not a file", file=str(path))])
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise FileNotUnderstood([Problem("", f"more than {MOST_BYTES} bytes", file=str(path))])
        text = content.decode("utf-8").replace("\r\n", "\n")
        return text, tomllib.loads(text)
    except RecursionError:
        raise FileNotUnderstood([Problem("", "nested too deep to be read", file=str(path))]) from None
    except (OSError, ValueError) as error:
        found = re.search(r"at line (\d+)", str(error))
        end = text.count("\n") + 1 if "at end of document" in str(error) else None
        line = int(found[1]) if found else end
        raise FileNotUnderstood([Problem("", str(error), line=line, file=str(path))]) from None


def _strange(name: str, rows: Any) -> Iterator[Problem]:
    """A table there is not, or one that is not written as rows."""
    if name not in KINDS:
        near = get_close_matches(name[:100], KINDS, n=1, cutoff=0.5)
        every = ", ".join(f"[[{one}]]" for one in KINDS)
        hint = f"did you mean [[{near[0]}]]?" if near else f"write one of {every}"
        yield Problem(name[:100], "there is no such table", hint, loc=(name,))
    elif not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield Problem(name, "rows are wanted here", f"write [[{name}]] above each", loc=(name,))


def _in_a_row(at: tuple[str, int], row: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong in a row beyond the kind of its values: countries there are not, days the wrong way round."""
    for key in WITH_COUNTRIES:
        held = row.get(key, [])
        for code in held if isinstance(held, list) else [held]:
            if isinstance(code, str) and code not in COUNTRIES:
                loud = code.upper()
                near = OTHER_CODES.get(loud) or (loud if loud in COUNTRIES else "")
                hint = _meant(near) if near else "write its ISO 3166 code"
                yield _problem((*at, key), f"there is no country {code[:20]!r}", hint)
    first, last = row.get("from"), row.get("until")
    if type(first) is date and type(last) is date and last < first:
        yield _problem((*at, "until"), "the last day is before the first")
    cited = row.get("number")
    if at[0] != "dpia" and isinstance(cited, str) and plain_number(cited) != cited:
        yield _problem(
            (*at, "number"), "the number of a decision is written plainly", _meant(plain_number(cited))
        )


def _made(name: str, rows: Sequence[Mapping[str, Any]]) -> tuple[tuple[Any, ...], list[Problem]]:
    """The rows as values, or what is wrong with them."""
    from pydantic import TypeAdapter, ValidationError  # the law itself is read without it

    kind = KINDS[name]
    try:
        return tuple(TypeAdapter(list[kind]).validate_python([called(row) for row in rows])), []  # type: ignore[valid-type]
    except ValidationError as error:
        return (), _told(name, kind, error.errors(include_url=False))


def _told(name: str, kind: type[Any], errors: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Every fault once: a key that is nearly the one that is not there is told, and not that that one is not there."""
    found = [_said(name, kind, one) for one in errors]
    nearly = {(one.loc[:2], one.instead) for one in found}
    return [one for one in found if (one.loc[:2], _meant(one.loc[-1])) not in nearly]


def _meant(key: object) -> str:
    return f"did you mean {str(key)!r}?"


def _said(name: str, kind: type[Any], one: Mapping[str, Any]) -> Problem:
    """What pydantic says of a row, in the words of a file."""
    at = (name, *(IN_FILE.get(part, part) for part in one["loc"]))
    keys = [IN_FILE.get(each.name, each.name) for each in fields(kind)]
    if one["type"] == "unexpected_keyword_argument":
        near = get_close_matches(str(at[-1])[:100], keys, n=1, cutoff=0.5) if len(at) == 3 else ()
        return _problem(at, "this key is not known here", _meant(near[0]) if near else "")
    if one["type"].startswith("missing"):
        return _problem(at, "this is not there", f"write {at[-1]} = …")
    if one["type"] == "enum":
        words = re.findall(r"'([^']+)'", one["ctx"]["expected"])
        near = get_close_matches(str(one["input"])[:100], words, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(words)}"
        return _problem(at, "this is not one of its words", hint)
    return _problem(at, str(one["msg"]).removeprefix("Value error, "))


def _twice(name: str, rows: Sequence[Any]) -> Iterator[Problem]:
    """Rows that stand in each other's place: one of them would be lost in silence."""
    seen: dict[object, int] = {}
    for number, row in enumerate(rows):
        held = {seen[key] for key in _keys(row) if key in seen}
        if held:
            said = f"this is about the same, from the same first day, as {name}.{min(held)}"
            yield _problem((name, number), said, "leave one of them out, or give it a first day of its own")
        seen.update((key, number) for key in _keys(row) if key not in seen)


def _keys(row: Any) -> Iterator[object]:
    """What a row stands for: two rows with one of them in common are one too many."""
    if isinstance(row, (Decision, Clauses)):
        yield row.number
    elif isinstance(row, Membership):
        yield from ((code, row.since) for code in row.countries)
    else:
        yield row.about, row.since


def _problem(at: tuple[str | int, ...], wrong: str, instead: str = "") -> Problem:
    return Problem(".".join(str(part)[:100] for part in at), wrong, instead, loc=at)

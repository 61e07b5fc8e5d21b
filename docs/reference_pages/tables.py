"""The page of the dated tables: every row of every file of them, with its days and its source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

import ropa
from reference_pages.looking import looks_at
from reference_pages.markdown import MADE, table
from reference_pages.rules import link
from ropa.explaining.listing import LISTED
from ropa.explaining.words import dotted, says
from ropa.glossary import citation

LAST = ("from", "until", "checked_on", "regime", "verified", "source", "note")
"""The columns that most tables have, behind their own."""


def tables() -> str:
    """Every table under its name."""
    names = sorted(
        one.name.removesuffix(".toml") for one in files("ropa.law").iterdir() if one.name.endswith(".toml")
    )
    text = [
        MADE + "# The dated tables\n",
        "What the law says with a date: each row with the first and the last day it holds (both inclusive), where it comes from, "
        "and on which day somebody looked. An empty day is an open one. *Not verified* means that no source was read, or that "
        "sources conflict: no finding rests on such a row alone.\n",
        "`ropa explain ages` shows a table on a terminal, in four languages; `ropa explain NL` every row about a country. "
        "Rows of your own go into a file that `[tables]` in `ropa.toml` names: [how](../how-to/rows-of-your-own.md).\n",
        "Tables: " + " · ".join(f"[{name}](#{name})" for name in names) + "\n",
    ]
    for name in names:
        text += _one(name)
    return "\n".join(text)


def _one(name: str) -> Iterator[str]:
    raw = (files("ropa.law") / f"{name}.toml").read_text("utf-8")
    provision, _, own = LISTED[name]
    yield f"## {name}\n"
    yield f"**{dotted(says(f'table-{name}', 'en'), citation(provision, 'en'))}.**\n"
    yield from _told(raw)
    rules = [link(one, "rules/") for one in ropa.RULES if name in looks_at(one)]
    yield (f"Rules that look at it: {', '.join(rules)}.\n" if rules else "No rule looks at it yet.\n")
    yield f"Rows of your own: `[[{own}]]`, shaped as these.\n"
    for held in tomllib.loads(raw).values():
        yield from _rows(held if isinstance(held, list) else [held])


def _told(raw: str) -> Iterator[str]:
    """What the file says at its top: paragraphs, and a list of what its words mean."""
    told: list[str] = []
    for line in raw.splitlines():
        if not line.startswith("#"):
            break
        words = " ".join(re.sub(r"(?<=`)\s{2,}", ": ", line.removeprefix("#").strip()).split())
        if words.startswith("`"):
            told += [f"- {words}"] if told and told[-1].startswith("- ") else ["", f"- {words}"]
        elif not words or not told or not told[-1] or told[-1].endswith((".", ";")):
            told += ["", words]
        else:
            told[-1] += f" {words}"
    yield re.sub(r"\n{3,}", "\n\n", "\n".join(told)).strip() + "\n"


def _rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Rows as a table; sources are numbered, as many rows share one."""
    held = list(rows)
    used = [key for key in dict.fromkeys(key for row in held for key in row) if key not in LAST]
    rare = [key for key in used if 3 * sum(key in row for row in held) < len(held)]
    last = [key for key in LAST if any(key in row for row in held)]
    heads = [key for key in used if key not in rare]
    sources = list(dict.fromkeys(row["source"] for row in held))
    lines = (
        [
            *(_plain(row.get(key)) for key in heads),
            *(["; ".join(f"{_head(key)}: {_plain(row[key])}" for key in rare if key in row)] if rare else []),
            *(_cell(key, row.get(key), sources) for key in last),
        ]
        for row in held
    )
    yield table([*map(_head, heads), *(["besides"] if rare else []), *map(_head, last)], lines)
    yield "Sources:\n"
    yield "\n".join(f"{number}. {source}" for number, source in enumerate(sources, 1)) + "\n"


def _head(key: str) -> str:
    return key.replace("_", " ")


def _cell(key: str, value: Any, sources: list[str]) -> str:
    if key == "source":
        return str(sources.index(value) + 1)
    if key == "verified":
        return says("unverified", "en") if value is False else ""
    return _plain(value)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_plain(one)}" for key, one in value.items())
    if isinstance(value, list):
        return (" / " if value and isinstance(value[0], Mapping) else ", ").join(map(_plain, value))
    return str(value)

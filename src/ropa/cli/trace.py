"""`ropa trace`: a source held against the register drawn from it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from ropa.cli.one_register import OneRegister
from ropa.cli.show import language_for, language_option, one_line, say
from ropa.formats.limits import LIMITS
from ropa.formats.native import load
from ropa.formats.safe_file import read_bytes
from ropa.glossary import phrase, term, text
from ropa.model import Register
from ropa.tracing import Passage, Resting, Trace, trace

MOST = 76
"""How many characters of a passage are shown."""


@click.command("trace", cls=OneRegister)
@click.argument("register")
@click.option("--source", "file", required=True, help="The text the register was drawn from.")
@click.option("--key", default=None, help="Which of the register's sources the text is (default: the first).")
@language_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(register: str, file: str, key: str | None, language: str | None, form: str) -> int:
    """Show the passages of a source with what rests on them, what nothing rests on, and what has no evidence.

    Exits with 1 where a passage is unaccounted for, a value has no evidence, or the text is another one.
    """
    held = load(register)
    found = trace(held, read_bytes(Path(file), LIMITS.size), key)
    if form == "json":
        click.echo(json.dumps(_answer(found), ensure_ascii=False, indent=2))
    else:
        _show(held, found, language_for(held, language))
    return 0 if found.complete else 1


def _show(register: Register, found: Trace, language: str) -> None:
    if found.matches is not None:
        say(
            phrase("trace.same" if found.matches else "trace.other", language),
            fg=None if found.matches else "red",
        )
    _head("passages", language, len(found.passages))
    for passage in found.covered:
        say(f"L{passage.line}  {_shown(passage)}")
        for resting in passage.entries:
            say(f"      {one_line(_resting(resting, language))}", dim=True)
    _head("left-out", language, len(found.left_out))
    for passage in found.left_out:
        reasons = "; ".join(text(why, language, register.language) for why in passage.reasons)
        say(f"L{passage.line}  {_shown(passage)}  ({one_line(reasons)})")
    _list(
        "uncovered",
        language,
        (f"L{one.line}  {_shown(one)}" for one in found.uncovered),
        len(found.uncovered),
    )
    _list("without-evidence", language, map(one_line, found.without_evidence), len(found.without_evidence))
    if found.unplaced:
        lost = (one_line(f"{one.path}: {one.at}") for one in found.unplaced)
        _list("unplaced", language, lost, len(found.unplaced))


def _head(name: str, language: str, number: int) -> None:
    say(phrase(f"trace.{name}", language, number=number), bold=True)


def _list(name: str, language: str, lines: Iterable[str], number: int) -> None:
    _head(name, language, number)
    for line in lines:
        say(line)


def _shown(passage: Passage) -> str:
    words = one_line(passage.text or "")
    return words if len(words) <= MOST else f"{words[:MOST]}…"


def _resting(resting: Resting, language: str) -> str:
    fields = f" ({', '.join(resting.evidence.for_)})" if resting.evidence.for_ else ""
    reading = resting.evidence.reading
    said = f" — {term('readings', reading, language)}" if reading and reading != "stated" else ""
    return f"{resting.path}{fields}{said}"


def _answer(found: Trace) -> dict[str, object]:
    return {
        "source": found.source,
        "matches": found.matches,
        "complete": found.complete,
        "passages": [
            {
                "line": one.line,
                "entries": [
                    {"path": resting.path, "for": list(resting.evidence.for_)} for resting in one.entries
                ],
                "left_out": bool(one.reasons),
            }
            for one in found.passages
        ],
        "uncovered": [one.line for one in found.uncovered],
        "without_evidence": list(found.without_evidence),
        "unplaced": [{"path": one.path, "at": one.at, "why": one.why.value} for one in found.unplaced],
    }

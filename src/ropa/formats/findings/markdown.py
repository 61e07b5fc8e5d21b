"""Findings as Markdown: a table for each level, for a pull request, a wiki or a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ropa.fields import called
from ropa.formats.findings.told import Checked, Told, Unread
from ropa.glossary import citation, phrase
from ropa.law import Level
from ropa.model import Observation
from ropa.rules import Coverage
from ropa.typeface import printable

_ACTIVE = re.compile(r"[\\`*_\[\]<>#|~&@$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What begins or ends something in Markdown: markup, HTML, a table cell, a link, somebody's or an issue's name."""


def write(all_of_them: Sequence[Checked | Unread]) -> str:
    """A section for each register."""
    return "\n".join(line for one in all_of_them for line in _section(one))


def escaped(text: str) -> str:
    """Text that stays text on one line of Markdown, in any of its dialects.

    >>> escaped("<b>|*a*| see www.x.example\\nnow")
    '&#60;b&#62;&#124;&#42;a&#42;&#124; see www&#46;x.example now'
    """
    plain = " ".join(printable(text, any_script=True).split())
    return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", plain)


def _section(one: Checked | Unread) -> Iterator[str]:
    yield f"# {escaped(one.name)}"
    yield ""
    if isinstance(one, Unread):
        yield from (f"- {escaped(str(each))}" for each in one.error.problems)
        yield ""
        return
    yield _says(one, "as-of", on=one.report.on.isoformat())
    yield ""
    yield ", ".join(
        _says(one, f"count-{level.value}", number=sum(told.finding.level is level for told in one.acted_upon))
        for level in Level
    )
    yield ""
    for level in Level:
        found = [told for told in one.acted_upon if told.finding.level is level]
        yield from _findings(one, _says(one, f"level-{level.value}"), found)
    yield from _findings(one, _says(one, "waived"), [told for told in one.told if told.waiver])
    yield from _findings(one, _says(one, "known"), [told for told in one.told if told.known])
    yield from _observations(one)
    yield from _coverage(one)


def _findings(checked: Checked, heading: str, found: Sequence[Told]) -> Iterator[str]:
    if found:
        heads = ("rule", "place", "finding", "remedy")
        rows = (_row(checked, told) for told in found)
        yield from _table(heading, [_says(checked, f"head-{one}") for one in heads], rows)


def _row(checked: Checked, told: Told) -> tuple[str, ...]:
    one = told.finding
    file = f"{told.file}:{told.line}" if told.line else told.file
    said = " ".join(filter(None, checked.waived(told.waiver).values())) if told.waiver else told.remedy
    return f"{one.code} {one.word}", f"{one.where} {file}", told.message, said


def _observations(checked: Checked) -> Iterator[str]:
    seen = [checked.observed(one) for one in checked.report.observations]
    if seen:
        heading = called(Observation, checked.language, many=True)
        rows = ((str(one["at"]), str(one["text"]), f"{one['by']} {one['on']}") for one in seen)
        heads = [_says(checked, "head-place"), _says(checked, "head-finding"), _says(checked, "head-by")]
        yield from _table(heading, heads, rows)


def _coverage(checked: Checked) -> Iterator[str]:
    if not checked.report.coverage:
        return
    heads = [
        _says(checked, "head-provision"),
        "",
        *(_says(checked, f"state-{state}") for state in Coverage.STATES),
    ]
    rows = (
        (citation(one.article, checked.language), one.label(checked.language), *(str(getattr(one, state)) for state in one.STATES))
        for one in checked.report.coverage
        if one.asked
    )  # fmt: skip
    yield from _table(_says(checked, "coverage"), heads, rows)


def _table(heading: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"## {heading}"
    yield ""
    yield "| " + " | ".join(heads) + " |"
    yield "|" + " --- |" * len(heads)
    yield from ("| " + " | ".join(map(escaped, row)) + " |" for row in rows)
    yield ""


def _says(checked: Checked, word: str, **values: object) -> str:
    return phrase(f"check.{word}", checked.language, **values)

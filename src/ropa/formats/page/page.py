"""Puts the page together: one file with its picture, its data, its style and its script, and nothing from elsewhere."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from ropa.formats.page import quote
from ropa.formats.page.data import of
from ropa.formats.page.picture import shown
from ropa.formats.page.words import Marked
from ropa.glossary import phrase
from ropa.law import Tables
from ropa.model import Register

if TYPE_CHECKING:
    from ropa.rules.check import CheckReport

SCRIPTS = tuple(
    f"{name}.js"
    for name in ("reach", "say", "ask", "canvas", "drawn", "found", "panel", "table", "search", "page")
)
"""In the order in which they need each other."""


class _Template(Template):
    idpattern = r"[a-z][a-z.-]*"


@cache
def _file(name: str) -> str:
    return (files("ropa.formats.page") / name).read_text("utf-8")


def write(
    register: Register,
    *,
    language: str,
    on: date,
    party: str | None = None,
    report: CheckReport | None = None,
    tables: Tables | None = None,
    judged: bool = True,
) -> str:
    """The sharing page of a register on a day, for a reader of a language; it opens with `party` chosen.

    With a `report` of `ropa.check` the parties and flows that its findings point at carry them. `tables` are dated tables with
    rows of one's own; the library's where none are given. Who does not see all that transfers are `judged` by
    is told neither how they stand nor what a breach would lead to.

    The page runs its own script and style and no other (its content-security policy names them by their SHA-256),
    and asks nothing of any network. The same register, day and language give the same text.
    """
    findings = report.findings if report else ()
    seen = shown(
        register, language=language, on=on, party=party, findings=findings, tables=tables, judged=judged
    )
    told = of(register, language=language, on=on, seen=seen, findings=findings, tables=tables, judged=judged)
    told |= {"chosen": party or ""}
    style, script = _own()
    facts = [phrase("page.on", language, date=on.isoformat())]
    facts.append(phrase("page.parties", language, count=len(seen.parties)))
    stated = {way["nth"] for flow in told["flows"] for way in flow["ways"] if "nth" in way}
    counted = {"activities": len(told["activities"]), "flows": len(stated)}
    facts += [phrase(f"page.{name}", language, count=count) for name, count in counted.items()]
    if findings:
        facts.append(phrase("page.findings-count", language, count=len(findings)))
    given = {
        "language": language,
        "policy": _policy(style, script),
        "title": quote.markup(seen.title),
        "facts": quote.markup(" · ".join(facts)),
        "style": style,
        "script": script,
        "picture": seen.picture,
        "legend": seen.legend,
        "data": quote.data(told),
    }
    return _Template(_file("page.html")).substitute(Marked(language, given))


@cache
def _own() -> tuple[str, str]:
    """The style and the script of every page."""
    return _file("page.css"), "\n".join(_file(name) for name in SCRIPTS)


def fingerprints() -> tuple[str, str]:
    """By what a policy knows the style and the script of the page, where it stands within another one."""
    style, script = _own()
    return quote.fingerprint(style), quote.fingerprint(script)


def _policy(style: str, script: str) -> str:
    rules = {
        "default-src": "'none'",
        "style-src": quote.fingerprint(style),
        "script-src": quote.fingerprint(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {what}" for name, what in rules.items())

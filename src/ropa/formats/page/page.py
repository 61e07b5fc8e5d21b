"""Puts the page together: one file with its picture, its data, its style and its script, and nothing from elsewhere."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from string import Template

from ropa.formats.page import quote
from ropa.formats.page.data import of
from ropa.formats.page.picture import shown
from ropa.formats.page.words import Marked
from ropa.glossary import phrase
from ropa.model import Register

SCRIPTS = tuple(
    f"{name}.js" for name in ("reach", "say", "ask", "canvas", "drawn", "panel", "table", "search", "page")
)
"""In the order in which they need each other."""


COUNTED = ("parties", "activities", "flows")


class _Template(Template):
    idpattern = r"[a-z][a-z.-]*"


@cache
def _file(name: str) -> str:
    return (files("ropa.formats.page") / name).read_text("utf-8")


def write(register: Register, *, language: str, on: date, party: str | None = None) -> str:
    """The sharing page of a register on a day, for a reader of a language; it opens with `party` chosen.

    The page runs its own script and style and no other (its content-security policy names them by their SHA-256),
    and asks nothing of any network. The same register, day and language give the same text.
    """
    seen = shown(register, language=language, on=on, party=party)
    told = of(register, language=language, on=on, seen=seen)
    told |= {"chosen": party or ""}
    style, script = _file("page.css"), "\n".join(_file(name) for name in SCRIPTS)
    facts = [phrase("page.on", language, date=on.isoformat())]
    facts += [phrase(f"page.{name}", language, count=len(told[name])) for name in COUNTED]
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

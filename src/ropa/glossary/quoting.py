"""A text between quotation marks, those that stand in it made the inner ones."""

from __future__ import annotations

import re
from functools import cache

from ropa.glossary.book import phrase


def quoted(text: str, language: str) -> str:
    """A text between the quotation marks of a language; a quotation in it gets the marks of one within another.

    >>> quoted("Paie « 2026 »", "fr"), quoted("Say “yes”", "en")
    ('«\\xa0Paie “2026”\\xa0»', '“Say ‘yes’”')
    """
    found, inner = _marks(language)
    within = found.sub(lambda one: f"{inner[0]}{one[1].strip()}{inner[1]}", text)
    return phrase("quotes.outer", language, text=within)


@cache
def _marks(language: str) -> tuple[re.Pattern[str], tuple[str, str]]:
    """A quotation as it stands by itself, and the marks it has within another."""
    opens, closes = (one.strip() for one in phrase("quotes.outer", language, text="\n").split("\n"))
    start, end = phrase("quotes.inner", language, text="\n").split("\n")
    return re.compile(rf"{opens}([^{opens}{closes}]*){closes}"), (start, end)

"""Remarks of rows of the law's dated tables, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ropa.glossary.book import known_phrases, phrase


@cache
def _by_english() -> Mapping[str, str]:
    return {block["en"]: key for key, block in known_phrases("notes").items()}


def noted(note: str, language: str) -> str:
    """A remark in a language; one of a row of a user's own as it is written.

    >>> noted("Not verified: from memory.", "de"), noted("Read by ourselves.", "de")
    ('Nicht überprüft: aus dem Gedächtnis.', 'Read by ourselves.')
    """
    key = _by_english().get(note)
    return phrase(f"notes.{key}", language) if key else note

"""Which country a word is: by its code or its name in one of the four languages, however it is spelled out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from ropa.glossary import LANGUAGES, known
from ropa.glossary.book import nearest
from ropa.law import COUNTRIES, OTHER_CODES


def called(word: str, *, small: bool = True) -> str:
    """The code of a country; empty where the word is none. `small`: whether a code in small letters counts.

    >>> called("Suisse"), called("cote d'ivoire"), called("gb"), called("UK"), called("Atlantis")
    ('CH', 'CI', 'GB', 'GB', '')
    """
    loud = word.upper() if small else word
    if loud in COUNTRIES:
        return loud
    return OTHER_CODES.get(loud) or _by_name().get(_plain(word[:100]), "")


def perhaps_called(word: str) -> str:
    """The code of the country of that code or name, or nearly that name; empty where none comes near.

    >>> perhaps_called("UK"), perhaps_called("Irelnd"), perhaps_called("Xyzzy")
    ('GB', 'IE', '')
    """
    return called(word) or called(nearest(word, country_names()) or "")


def country_names() -> Iterator[str]:
    """Every name of a country in every language."""
    yield from dict.fromkeys(
        block[language] for block in known("countries").values() for language in LANGUAGES
    )


@cache
def _by_name() -> Mapping[str, str]:
    return {
        _plain(block[language]): code for code, block in known("countries").items() for language in LANGUAGES
    }


def _plain(name: str) -> str:
    """A name without what people leave out: accents, capitals, hyphens, the article, the mark of an apostrophe."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("&", "and"))
    bare = "".join(
        one if one.isalnum() or one == "'" else " " for one in letters if not unicodedata.combining(one)
    )
    return " ".join(bare.split())

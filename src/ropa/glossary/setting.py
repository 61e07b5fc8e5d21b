"""How the library's own words are set in print where a language has rules of its own: French."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HELD = {
    " :": "\u00a0:",
    " ;": "\u00a0;",
    " ?": "\u00a0?",
    " !": "\u00a0!",
    " %": "\u00a0%",
    "« ": "«\u00a0",
    " »": "\u00a0»",
}
"""French sets these signs off by a blank, at which no line may end."""

_TYPED = re.compile(r"(?<=\w)'(?=[\w{«])")
_BEFORE_A_VOWEL = re.compile(r"\b([Dd]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)e \{(\w+)\}")
_VOWELS = frozenset("aeiouàâäéèêëîïôöùûüœæ")


def printed(text: str, language: str) -> str:
    """A text of the library's own as it is printed in a language.

    >>> printed("flux d'entrée : {count}", "fr")
    'flux d’entrée\\xa0: {count}'
    """
    if language == "fr":
        text = _TYPED.sub("’", text)
        for loose, held in _HELD.items():
            text = text.replace(loose, held)
    return text


def elided(text: str, language: str, values: Mapping[str, object]) -> str:
    """A text with gaps, *de* and *que* shortened before what begins with a vowel in French.

    Whether an h is one that is not heard no letter tells: before it they stay.

    >>> elided("contrat de {a} avec {b}", "fr", {"a": "Amazon", "b": "Orange"})
    'contrat d’{a} avec {b}'
    >>> elided("contrat de {a}", "fr", {"a": "Hetzner"})
    'contrat de {a}'
    """
    if language != "fr" or "e {" not in text:
        return text
    return _BEFORE_A_VOWEL.sub(
        lambda one: (
            f"{one[1]}’{{{one[2]}}}" if str(values.get(one[2], ""))[:1].lower() in _VOWELS else one[0]
        ),
        text,
    )

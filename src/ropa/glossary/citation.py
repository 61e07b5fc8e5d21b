"""How a provision is cited in each language: a dated house style, taken from the Union's own drafting guides."""

from __future__ import annotations

import re
from functools import cache

from ropa.glossary.book import phrase

_SHAPE = re.compile(r"(?P<article>\d+)(?:\((?P<paragraph>\d+)\))?(?:\((?P<point>[a-z])\))?(?P<rest>.*)")


@cache
def citation(provision: str, language: str) -> str:
    """A provision of the GDPR as a reader of that language cites it.

    >>> citation("30(1)(b)", "en"), citation("30(1)(b)", "de")
    ('Article 30(1)(b)', 'Artikel 30 Absatz 1 Buchstabe b')
    >>> citation("30(1)(b)", "nl"), citation("30(1)(b)", "fr")
    ('artikel 30, lid 1, onder b)', 'article 30, paragraphe 1, point b)')
    """
    found = _SHAPE.fullmatch(provision)
    if not found:
        return provision
    parts = [phrase("citation.article", language, number=found["article"])]
    for name in ("paragraph", "point"):
        if found[name]:
            parts.append(phrase(f"citation.{name}", language, number=found[name]))
    if "second subparagraph" in found["rest"]:
        parts.append(phrase("citation.second-subparagraph", language))
    return "".join(parts)

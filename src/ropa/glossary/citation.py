"""How a provision is cited in each language: a dated house style, taken from the Union's own drafting guides."""

from __future__ import annotations

import re
from functools import cache

from ropa.glossary.book import phrase

_SHAPE = re.compile(r"(?P<article>\d+)(?:\((?P<paragraph>\d+)\))?(?:\((?P<point>[a-z])\))?(?P<rest>.*)")
_NUMBERED = ("4",)
"""Articles that have numbered points and no paragraphs: the definitions."""
_EPRIVACY = "ePrivacy Directive "
"""What stands before a provision of Directive 2002/58/EC."""


@cache
def citation(provision: str, language: str) -> str:
    """A provision of the GDPR as a reader of that language cites it.

    >>> citation("30(1)(b)", "en"), citation("30(1)(b)", "de")
    ('Article 30(1)(b)', 'Artikel 30 Absatz 1 Buchstabe b')
    >>> citation("30(1)(b)", "nl"), citation("30(1)(b)", "fr")
    ('artikel 30, lid 1, onder b)', 'article 30, paragraphe 1, point b)')
    >>> citation("ePrivacy Directive 5(3)", "en")
    'Article 5(3) of the ePrivacy Directive'
    >>> [citation("4(7)", language) for language in ("nl", "fr", "de")]
    ['artikel 4, punt 7)', 'article 4, point 7)', 'Artikel 4 Nummer 7']
    """
    if provision.startswith(_EPRIVACY):
        there = citation(provision.removeprefix(_EPRIVACY), language)
        return phrase("citation.eprivacy", language, provision=there)
    found = _SHAPE.fullmatch(provision)
    if not found:
        return provision
    parts = [phrase("citation.article", language, number=found["article"])]
    for name in ("paragraph", "point"):
        if found[name]:
            is_number = name == "paragraph" and found["article"] in _NUMBERED
            form = "number" if is_number else name
            parts.append(phrase(f"citation.{form}", language, number=found[name]))
    if "second subparagraph" in found["rest"]:
        parts.append(phrase("citation.second-subparagraph", language))
    return "".join(parts)


def of_regulation(provision: str, language: str) -> str:
    """A provision of the GDPR with the name of the Regulation behind it.

    >>> of_regulation("30(4)", "fr"), of_regulation("30", "nl")
    ('article 30, paragraphe 4, du règlement général sur la protection des données', 'artikel 30 van de Algemene verordening gegevensbescherming')
    """
    whole = provision.isdigit()
    key = "citation.regulation" if whole else "citation.regulation-part"
    return phrase(key, language, provision=citation(provision, language))

"""What rests on a provision, for `ropa explain "30(1)(d)"`: rules, fields and words of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ropa.explaining.words import FIRST, PLAIN, Lines, dotted, says
from ropa.fields import FieldCard, every_card
from ropa.formats.findings.words import title
from ropa.glossary import LANGUAGES, citation, known, phrase, term
from ropa.law import Basis, Ground, Role
from ropa.rules import RULES, Rule
from ropa.rules.records.item_missing import ASKED, item_missing

OF_THE_LAW = (("legal-bases", Basis), ("roles", Role), ("grounds", Ground))
"""The closed lists whose members know their provision, by vocabulary."""
WITH_ARTICLE = ("rights", "agreements", "special-grounds")
"""Vocabularies whose terms say their provision, or are one."""
_WRITTEN = re.compile(
    r"(?:art(?:icle|ikel|\.)?[:\s]*)?(?P<plain>[1-9]\d?(?:\(\d{1,2}\))?(?:\([a-z]\))?(?: second subparagraph)?)",
    re.IGNORECASE,
)


def of_article(word: str, language: str) -> Lines:
    """What rests on a provision however it is cited; nothing where the word is none."""
    provision = _provision(word)
    if not provision:
        return
    yield FIRST, dotted(citation(provision, language), says("provision", language))
    rules = tuple(one for one in RULES if within(one.article, provision))
    wider = tuple(one for one in RULES if one not in rules and within(provision, one.article))
    fields = tuple(one for one in every_card() if one.article and within(one.article, provision))
    words = tuple(_words(provision, language))
    for kind, lines in (
        ("rules", tuple(_rule(one, language) for one in rules)),
        ("wider-rules", tuple(_rule(one, language) for one in wider)),
        ("fields", tuple(_field(one, language) for one in fields)),
        ("words", words),
    ):
        if lines:
            yield PLAIN, ""
            yield FIRST, says(f"article-{kind}", language)
        yield from ((PLAIN, line) for line in lines)
    if not (rules or wider or fields or words):
        yield PLAIN, says("article-nothing", language)


def within(provision: str, wider: str) -> bool:
    """Whether a provision is the other or a part of it.

    >>> within("30(1)(d)", "30(1)"), within("30(1)", "30(1)(d)"), within("301", "30"), within("49(1) second subparagraph", "49(1)")
    (True, False, False, True)
    """
    return provision == wider or provision.startswith((f"{wider}(", f"{wider} "))


def asking(card: FieldCard) -> tuple[Rule, ...]:
    """The rules that ask about a field: those on its provision, and `item-missing` where Article 30 asks for it.

    >>> from ropa.fields import card
    >>> from ropa.model import Activity
    >>> [one.code for one in asking(card(Activity, "purposes"))]
    ['ROPA001']
    """
    return tuple(
        one
        for one in RULES
        if (card.article and within(one.article, card.article))
        or (one is item_missing and card.duty in ASKED and within(card.article, "30"))
    )


def _provision(word: str) -> str:
    """The provision as the library writes it; empty where the word is none.

    >>> _provision("art. 30(1)(D)"), _provision("artikel 30, lid 1, onder d)"), _provision("2023/1795")
    ('30(1)(d)', '30(1)(d)', '')
    >>> _provision("artikel 30 lid 1 onder d"), _provision("article 30 paragraphe 1 point d")
    ('30(1)(d)', '30(1)(d)')
    """
    short = word[:100].casefold()
    found = _WRITTEN.fullmatch(short)
    if found:
        return found["plain"]
    return _cited().get(_bare(short), "")


@cache
def _cited() -> Mapping[str, str]:
    """Every provision that something rests on, as each language cites it."""
    return {_bare(citation(one, language)): one for one in _provisions() for language in LANGUAGES}


def _bare(cited: str) -> str:
    """A citation without what people leave out: capitals, commas, the bracket behind a point."""
    return " ".join(re.sub(r"[,)]", " ", cited.casefold()).split())


def _provisions() -> Iterator[str]:
    """Every provision that something rests on."""
    yield from (one.article for one in RULES)
    yield from (one.article for one in every_card() if one.article)
    yield from (one.provision for _, kind in OF_THE_LAW for one in kind)
    yield from (provision for name in WITH_ARTICLE for provision in _of_terms(name).values())


def _of_terms(vocabulary: str) -> dict[str, str]:
    """The provision of each term of a vocabulary, where it has one."""
    found = {word: str(block.get("article", word)) for word, block in known(vocabulary).items()}
    return {word: provision for word, provision in found.items() if _WRITTEN.fullmatch(provision)}


def _words(provision: str, language: str) -> Iterator[str]:
    for vocabulary, kind in OF_THE_LAW:
        for member in kind:
            if within(member.provision, provision):
                yield f"{member.value}: {_named(vocabulary, member.value, member.provision, language)}"
    for vocabulary in WITH_ARTICLE:
        for word, article in _of_terms(vocabulary).items():
            if within(article, provision):
                yield f"{word}: {_named(vocabulary, word, article, language)}"


def _named(vocabulary: str, word: str, provision: str, language: str) -> str:
    return dotted(term(vocabulary, word, language), citation(provision, language))


def _rule(one: Rule, language: str) -> str:
    return f"{one.code} {one.name}: {dotted(title(one, language), citation(one.article, language))}"


def _field(one: FieldCard, language: str) -> str:
    duty = phrase(f"check.duty-{one.duty.value.replace(' ', '-')}", language) if one.duty else ""
    return f"{one.owner}.{one.key}: {dotted(one.label(language), citation(one.article, language), duty)}"

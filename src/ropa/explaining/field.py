"""What a field is for, which provision it answers, and which rules ask about it."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.explaining.article import asking
from ropa.explaining.words import ASIDE, FIRST, PLAIN, Lines, says
from ropa.fields import FieldCard, every_card
from ropa.formats.findings.words import title
from ropa.glossary import citation, known, names_field, phrase


def of_field(word: str, language: str) -> Lines:
    """Every field of that name (`purposes`, `Flow.role`); nothing where there is none."""
    for field in every_card():
        if word in (field.key, *(f"{part}.{field.key}" for part in (field.owner, *field.parts))):
            yield from _field(field, language)


def field_names() -> Iterator[str]:
    """By what fields go."""
    yield from (f"{one.owner}.{one.key}" for one in every_card())
    yield from (one.key for one in every_card())


def _field(field: FieldCard, language: str) -> Lines:
    yield FIRST, f"{field.owner}.{field.key}: {field.label(language)}"
    if field.article and field.duty:
        duty = phrase(f"check.duty-{field.duty.value.replace(' ', '-')}", language)
        yield PLAIN, f"{citation(field.article, language)} · {duty}"
    yield PLAIN, field.meaning(language)
    nouns = dict.fromkeys(names_field("nouns", part, language) for part in field.parts)
    yield ASIDE, says("stands-in", language, parts=", ".join(nouns))
    for rule in asking(field):
        yield PLAIN, f"{rule.code} {rule.name}: {title(rule, language)}"
    if field.vocabulary:
        words = list(known(field.vocabulary))
        more = " …" if len(words) > 12 else ""
        yield ASIDE, f"{field.vocabulary}: {', '.join(words[:12])}{more}"

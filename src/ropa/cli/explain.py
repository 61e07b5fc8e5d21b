"""`ropa explain`: what a rule, a decision, a country, a field or a word of the law means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from ropa.cli.explain_tables import known_numbers, of_country, of_number
from ropa.cli.show import one_line, say
from ropa.errors import UnknownEntry
from ropa.fields import FieldCard, every_card
from ropa.formats.findings.words import binding, said, title
from ropa.glossary import LANGUAGES, citation, known, phrase
from ropa.glossary.book import nearest
from ropa.law import COUNTRIES, Basis, Ground, Role, level
from ropa.rules import RULES, Rule

OF_THE_LAW = (Basis, Role, Ground)
FIRST, ASIDE = "first", "aside"
Lines = Iterator[tuple[str, str]]
"""Lines with their kind: the first of each thing, and what stands beside."""


@click.command("explain")
@click.argument("word")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
def command(word: str, language: str) -> int:
    """Explain a rule (code or name), a decision (2023/1795), a country code, a field (Flow.role) or a known term."""
    lines = tuple(explained(word.strip(), language))
    if not lines:
        words = _every_word()
        begins = next((one for one in words if len(word) > 3 and one.startswith(word)), None)
        hint = begins or nearest(word, words)
        raise UnknownEntry(f"nothing goes by {word[:60]!r}" + (f"; did you mean {hint!r}?" if hint else ""))
    for kind, line in lines:
        say(one_line(line), bold=kind == FIRST, dim=kind == ASIDE)
    return 0


def explained(word: str, language: str) -> Lines:
    """All that there is to say of a word; nothing where it is none."""
    for rule in RULES:
        if word in (rule.code, rule.name):
            yield from _rule(rule, language)
    yield from of_number(word, language)
    if word in COUNTRIES:
        yield from of_country(word, language)
    for field in every_card():
        if word in (field.key, *(f"{part}.{field.key}" for part in (field.owner, *field.parts))):
            yield from _field(field, language)
    for vocabulary, block in _terms(word):
        yield from _term(vocabulary, word, block, language)


def _rule(rule: Rule, language: str) -> Lines:
    yield FIRST, f"{rule.code} {rule.name}: {title(rule, language)}"
    loud = level(rule.duty, rule.certainty).value
    yield "", f"{loud} · {binding(rule, language)} · {rule.theme} · {rule.profile}"
    for what in ("message", "remedy"):
        if words := said(rule, what, language):
            yield "", words
    yield "", ""
    doc, mark, examples = rule.doc.partition("Flagged:")
    yield from (
        ("", line) for line in (doc + mark + examples if language == "en" else mark + examples).splitlines()
    )


def _field(field: FieldCard, language: str) -> Lines:
    yield FIRST, f"{field.owner}.{field.key}: {field.label(language)}"
    if field.article and field.duty:
        duty = phrase(f"check.duty-{field.duty.value.replace(' ', '-')}", language)
        yield "", f"{citation(field.article, language)} · {duty}"
    yield "", field.sentence
    if field.vocabulary:
        words = list(known(field.vocabulary))
        more = " …" if len(words) > 12 else ""
        yield ASIDE, f"{field.vocabulary}: {', '.join(words[:12])}{more}"


def _vocabularies() -> tuple[str, ...]:
    found = (one.vocabulary for one in every_card())
    return tuple(dict.fromkeys(one for one in found if one and one != "countries"))


def _terms(word: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The vocabularies that know a word."""
    for vocabulary in _vocabularies():
        if word in known(vocabulary):
            yield vocabulary, known(vocabulary)[word]


def _term(vocabulary: str, word: str, block: Mapping[str, Any], language: str) -> Lines:
    """Its label, the provision it stands for, and what it brings with it."""
    provision = next(
        (one.provision for kind in OF_THE_LAW for one in kind if one.value == word), block.get("article")
    )
    cited = f" · {citation(provision, language)}" if isinstance(provision, str) else ""
    yield FIRST, f"{word}: {block[language]}{cited}"
    brought = (
        f"{key}: {_plain(value)}" for key, value in block.items() if key not in (*LANGUAGES, "article")
    )
    yield ASIDE, ", ".join((vocabulary, *brought))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _every_word() -> list[str]:
    words = [one.name for one in RULES] + [one.code for one in RULES]
    words += [f"{one.owner}.{one.key}" for one in every_card()] + [one.key for one in every_card()]
    words += [word for vocabulary in _vocabularies() for word in known(vocabulary)]
    return [*words, *known_numbers()]

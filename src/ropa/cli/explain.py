"""`ropa explain`: what a rule, a provision, a decision, a country, a field, a dated table or a word of the law means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from ropa.cli.explain_article import asking, of_article
from ropa.cli.explain_country import of_country
from ropa.cli.explain_listing import LISTED, TABLES, of_table
from ropa.cli.explain_tables import known_numbers, of_number
from ropa.cli.explain_words import ASIDE, FIRST, PLAIN, Lines, says
from ropa.cli.settings import read
from ropa.cli.show import one_line, say
from ropa.errors import UnknownEntry
from ropa.fields import FieldCard, every_card
from ropa.formats.findings.words import binding, said, title
from ropa.glossary import LANGUAGES, citation, known, names_field, phrase
from ropa.glossary.book import nearest
from ropa.law import COUNTRIES, Basis, Ground, Role, Tables, level, standard
from ropa.rules import RULES, Rule

OF_THE_LAW = (Basis, Role, Ground)


@click.command("explain")
@click.argument("word")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option(
    "--config",
    type=click.Path(),
    default=None,
    metavar="FILE",
    help="Settings (ropa.toml) with rows of your own for the dated tables.",
)
def command(word: str, language: str, config: str | None) -> int:
    """Explain a rule (code or name), a provision ("30(1)(d)"), a decision (2023/1795), a country code, a field
    (Flow.role), a known term, or a dated table (ages; `tables` names them all)."""
    tables = read(Path(config)).dated_tables() if config else None
    lines = tuple(explained(word.strip(), language, tables))
    if not lines:
        words = _every_word()
        begins = next((one for one in words if len(word) > 3 and one.startswith(word)), None)
        hint = begins or nearest(word, words)
        raise UnknownEntry(f"nothing goes by {word[:60]!r}" + (f"; did you mean {hint!r}?" if hint else ""))
    for kind, line in lines:
        say(one_line(line), bold=kind == FIRST, dim=kind == ASIDE)
    return 0


def explained(word: str, language: str, tables: Tables | None = None) -> Lines:
    """All that there is to say of a word; nothing where it is none."""
    rows = tables or standard()
    for rule in RULES:
        if word in (rule.code, rule.name):
            yield from _rule(rule, language)
    yield from of_article(word, language)
    yield from of_number(word, language, rows)
    if word in COUNTRIES:
        yield from of_country(word, language, rows)
    for field in every_card():
        if word in (field.key, *(f"{part}.{field.key}" for part in (field.owner, *field.parts))):
            yield from _field(field, language)
    for vocabulary, block in _terms(word):
        yield from _term(vocabulary, word, block, language)
    yield from of_table(word, language, rows)


def _rule(rule: Rule, language: str) -> Lines:
    yield FIRST, f"{rule.code} {rule.name}: {title(rule, language)}"
    loud = level(rule.duty, rule.certainty).value
    yield PLAIN, f"{loud} · {binding(rule, language)} · {rule.theme} · {rule.profile}"
    for what in ("message", "remedy"):
        if words := said(rule, what, language):
            yield PLAIN, words
    yield PLAIN, ""
    about, flagged, accepted = parted(rule.doc)
    if language == "en":
        yield from ((PLAIN, line) for line in (*about.splitlines(), ""))
    for mark, example in (("flagged", flagged), ("accepted", accepted)):
        yield PLAIN, says(mark, language)
        yield from ((PLAIN, line) for line in ("", *example.splitlines(), ""))
    yield ASIDE, says("select", language, words=f"ropa check --select {rule.code}")


def parted(doc: str) -> tuple[str, str, str]:
    """What a rule says of itself, and its two examples."""
    about, _, examples = doc.partition("Flagged:")
    flagged, _, accepted = examples.partition("Accepted:")
    return about.strip(), flagged.strip(), accepted.strip()


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
    return [*words, *known_numbers(), *LISTED, TABLES]

"""`ropa explain`: what a rule, a field or a word of the law means."""

from __future__ import annotations

import click

from ropa.cli.show import say
from ropa.errors import UnknownEntry
from ropa.fields import FieldCard, every_card
from ropa.glossary import LANGUAGES, citation, phrase
from ropa.glossary.book import nearest
from ropa.law import COUNTRIES, Basis, Ground, Role
from ropa.law.country import memberships
from ropa.rules import RULES, Rule


@click.command("explain")
@click.argument("word")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
def command(word: str, language: str) -> int:
    """Explain a rule (code or name), a field (Flow.role), a country code or a word of the law."""
    rules = [one for one in RULES if word in (one.code, one.name)]
    fields = [
        one
        for one in every_card()
        if word in (one.key, *(f"{part}.{one.key}" for part in (one.owner, *one.parts)))
    ]
    words = [member for kind in (Basis, Role, Ground) for member in kind if member.value == word]
    for rule in rules:
        _rule(rule, language)
    for field in fields:
        _field(field, language)
    for member in words:
        say(f"{member.value}: {citation(member.provision, language)}")
    if word in COUNTRIES:
        _country(word)
    if not (rules or fields or words or word in COUNTRIES):
        known = [
            *(one.name for one in RULES),
            *(one.code for one in RULES),
            *(one.key for one in every_card()),
        ]
        known += [member.value for kind in (Basis, Role, Ground) for member in kind]
        hint = nearest(word, known)
        raise UnknownEntry(f"nothing goes by {word[:60]!r}" + (f"; did you mean {hint!r}?" if hint else ""))
    return 0


def _rule(rule: Rule, language: str) -> None:
    title = phrase(f"rules.{rule.name}.title", language)
    say(f"{rule.code} {rule.name}: {title}", bold=True)
    say(
        f"{citation(rule.article, language)} · {rule.duty.value} · {rule.certainty.value} · {rule.theme} · {rule.profile}"
    )
    say()
    say(rule.doc)


def _field(field: FieldCard, language: str) -> None:
    say(f"{field.owner}.{field.key}: {field.label(language)}", bold=True)
    if field.article:
        say(f"{citation(field.article, language)} · {field.duty.value if field.duty else ''}")
    say(field.sentence)


def _country(code: str) -> None:
    rows = memberships().get(code, ())
    say(f"{code}: " + ("outside the EEA" if not rows else "in the EEA"))
    for row in rows:
        say(f"  from {row.since or '2018-05-25'} until {row.until or 'now'}: {row.source}")

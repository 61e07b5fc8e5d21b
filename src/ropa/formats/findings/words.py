"""What a rule says of itself to a reader: its title, what it rests on, and what to do, with its gaps left open."""

from __future__ import annotations

import re

from ropa.glossary import citation, has_phrase, phrase, text
from ropa.rules import Rule

_GAP = re.compile(r"\{\w+\}")


def title(rule: Rule, language: str) -> str:
    """What it is about, in a few words."""
    return rule.title(language)


def said(rule: Rule, what: str, language: str) -> str:
    """Its `message` or `remedy`, with an ellipsis for what only a finding knows."""
    key = f"rules.{rule.name}.{what}"
    if what in rule.words:
        template = text(rule.words[what], language)
    else:
        template = phrase(key, language) if has_phrase(key) else ""
    template = template.replace("{article}", citation(rule.article, language))
    return _GAP.sub("…", template)


def binding(rule: Rule, language: str) -> str:
    """The provision, how binding it is, and how certain a machine can be."""
    duty = phrase(f"check.duty-{rule.duty.value.replace(' ', '-')}", language)
    certainty = phrase(f"check.certainty-{rule.certainty.value}", language)
    return f"{citation(rule.article, language)} · {duty} · {certainty}"


def help_of(rule: Rule, language: str) -> str:
    """All of that, a line each."""
    parts = (
        title(rule, language),
        binding(rule, language),
        *(said(rule, what, language) for what in ("message", "remedy")),
    )
    return "\n".join(part for part in parts if part)


def about(rule: Rule) -> list[str]:
    """By what else it can be selected, as machine words."""
    return [f"article:{rule.article}", f"theme:{rule.theme}", f"profile:{rule.profile}"]

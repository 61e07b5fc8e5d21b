"""A page for each rule, and the page that lists them by theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import ropa
from reference_pages.citing import cites
from reference_pages.looking import looks_at
from reference_pages.markdown import MADE, SPOKEN, sentence, table
from ropa.explaining.article import asking
from ropa.explaining.rule import parted
from ropa.fields import every_card
from ropa.formats.findings.words import about, said, title
from ropa.glossary import citation
from ropa.law import level
from ropa.rules import Rule

FOLDER = "reference/rules"


def rules() -> str:
    """Every rule in a line, under its theme."""
    themes: dict[str, list[Rule]] = {}
    for rule in ropa.RULES:
        themes.setdefault(rule.theme, []).append(rule)
    text = [
        MADE + "# Rules\n",
        f"The {len(ropa.RULES)} things `ropa check` looks for, each with a page of its own. A rule is named after the fault. Its "
        "*duty* is the law's own word; its *certainty* is `recorded` where the fault stands in the register, and `likely` "
        "where a person must look. The level follows from the two. A single finding can differ from its rule where a field "
        "has a provision of its own.\n",
        "[The matrix](matrix.md) has the same rules by article, [the tables](tables.md) what some of them look up. "
        "`ropa explain CODE` says on a terminal what the page of a rule says, in four languages.\n",
        "Themes: " + " · ".join(f"[{theme}](#{theme})" for theme in themes) + "\n",
    ]
    for theme, held in themes.items():
        rows = (
            (
                link(one, "rules/"),
                one.name,
                title(one, "en"),
                citation(one.article, "en"),
                _level(one),
                one.profile,
            )
            for one in held
        )
        text += [
            f"## {theme}\n",
            table(("code", "name", "what it finds", "provision", "level", "profile"), rows),
        ]
    return "\n".join(text)


def rule_pages() -> dict[str, Callable[[], str]]:
    """The page of each rule, with the rules before and after it."""
    every = ropa.RULES
    beside = zip((None, *every), every, (*every[1:], None), strict=False)
    return {f"{FOLDER}/{one.code}.md": partial(_page, one, before, after) for before, one, after in beside}


def link(rule: Rule, folder: str = "") -> str:
    """A link to the page of a rule."""
    return f"[{rule.code}]({folder}{rule.code}.md)"


def _page(rule: Rule, before: Rule | None, after: Rule | None) -> str:
    doc, flagged, accepted = parted(rule.doc)
    return "\n".join(
        [
            MADE + f"# {rule.code} {rule.name}\n",
            f"{sentence(title(rule, 'en'))}.\n",
            table(("", ""), _facts(rule)),
            f"{doc}\n",
            *_words(rule, "en"),
            "## Flagged\n",
            f"{flagged}\n",
            "## Accepted\n",
            f"{accepted}\n",
            *_choosing(rule),
            "## In other languages\n",
            *(line for language in SPOKEN if language != "en" for line in _spoken(rule, language)),
            " · ".join(
                [
                    *([f"before: {link(before)}"] if before else []),
                    "[all rules](../rules.md)",
                    *([f"after: {link(after)}"] if after else []),
                ]
            )
            + "\n",
        ]
    )


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    """What it is, a row each."""
    yield "provision", f"[{citation(rule.article, 'en')}](../matrix.md#{_anchor(rule.article)})"
    if others := cites(rule):
        yield (
            "findings also cite",
            ", ".join(f"[{citation(one, 'en')}](../matrix.md#{_anchor(one)})" for one in others),
        )
    yield "duty", rule.duty.value
    yield "certainty", rule.certainty.value
    yield "level", _level(rule)
    yield "theme", f"[{rule.theme}](../rules.md#{rule.theme})"
    yield "profile", rule.profile
    if tables := looks_at(rule):
        yield "tables", ", ".join(f"[{name}](../tables.md#{name})" for name in tables)
    cards = [card for card in every_card() if rule in asking(card)]
    if cards:
        yield (
            "fields of that provision",
            ", ".join(f"[{card.owner}.{card.key}](../fields.md#{card.owner.lower()})" for card in cards),
        )


def _level(rule: Rule) -> str:
    return level(rule.duty, rule.certainty).value


def _anchor(provision: str) -> str:
    """The heading of the matrix under which a provision stands."""
    article = provision.partition("(")[0].strip()
    return f"article-{article}" if article.isdigit() else "other-law"


def _words(rule: Rule, language: str) -> Iterator[str]:
    """What a finding says and what to do; an ellipsis stands for what only a finding knows."""
    for what in ("message", "remedy"):
        if words := said(rule, what, language):
            yield f"> {words}\n"


def _spoken(rule: Rule, language: str) -> Iterable[str]:
    yield f"### {SPOKEN[language]}\n"
    yield f"{sentence(title(rule, language))} ({citation(rule.article, language)}).\n"
    yield from _words(rule, language)


def _choosing(rule: Rule) -> Iterator[str]:
    """How it is asked for, left out and waived."""
    words = ", ".join(f"`{word}`" for word in (rule.code, rule.name, *about(rule)))
    yield "## Select, ignore, waive\n"
    yield f"```sh\nropa check register.yaml --select {rule.code}\nropa check register.yaml --ignore {rule.code}\n```\n"
    yield f"It also goes by {words} ([how](../../how-to/check-in-ci.md)). Where somebody answers for a finding, the register says so:\n"
    yield (
        "```yaml\nwaivers:\n"
        f"  - {{rule: {rule.name}, at: activities.wages, reason: Why it may stand, by: Who says so, until: 2027-06-01}}\n```\n"
    )

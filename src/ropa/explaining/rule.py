"""What a rule says of itself, with its two examples."""

from __future__ import annotations

from ropa.explaining.words import ASIDE, FIRST, PLAIN, Lines, says
from ropa.formats.findings.words import binding, said, title
from ropa.law import level
from ropa.rules import RULES, Rule


def rule_called(word: str) -> Rule | None:
    """The rule of that code or name, if there is one."""
    return next((one for one in RULES if word in (one.code, one.name)), None)


def of_rule(word: str, language: str) -> Lines:
    """A rule by its code or name; nothing where there is none."""
    rule = rule_called(word)
    if rule is None:
        return
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

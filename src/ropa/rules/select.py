"""Which findings are asked for: by code, name, article, theme, profile, certainty or level."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.law import Certainty, Level
from ropa.rules.finding import Finding
from ropa.rules.rule import Rule

_ARTICLE = re.compile(r"[1-9]\d?(\(\d{1,2}\))?(\([a-z]\))?( .{1,60})?")
ARTICLE_HELP = "write article:30, article:30(1) or article:30(1)(b)"

_OF_RULE: Mapping[str, Callable[[Rule], str]] = {
    "theme": lambda rule: rule.theme,
    "profile": lambda rule: rule.profile,
}
"""What a rule has once for all its findings."""
_OF_FINDING: Mapping[str, Iterable[str]] = {
    "certainty": tuple(Certainty),
    "level": tuple(Level),
}
"""What differs from finding to finding, with the words there are."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One word of a selection. `kind` is empty for a code or a name."""

    kind: str
    word: str

    def of_rule(self, rule: Rule) -> bool | None:
        """Whether it means all findings of a rule; None where that differs from finding to finding."""
        if not self.kind:
            return self.word in (rule.code.casefold(), rule.name)
        of = _OF_RULE.get(self.kind)
        return None if of is None else of(rule).casefold() == self.word

    def of(self, finding: Finding) -> bool:
        """Whether it means a finding."""
        if self.kind == "article":
            article = finding.article.casefold()
            return article == self.word or article.startswith((f"{self.word}(", f"{self.word} "))
        if self.kind in _OF_FINDING:
            return str(getattr(finding, self.kind)) == self.word
        return bool(self.of_rule(finding.rule))


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for and what is not: all where `select` is empty, and never what `ignore` means."""

    select: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()

    def runs(self, rule: Rule) -> bool:
        """Whether a rule can find anything that is asked for."""
        wanted = not self.select or any(one.of_rule(rule) is not False for one in self.select)
        return wanted and not any(one.of_rule(rule) for one in self.ignore)

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is asked for."""
        wanted = not self.select or any(one.of(finding) for one in self.select)
        return wanted and not any(one.of(finding) for one in self.ignore)


def selection(select: Iterable[str], ignore: Iterable[str], rules: Iterable[Rule]) -> Selection:
    """A selection from the words a person writes; `UnknownEntry` with the nearest where one means nothing.

    >>> from ropa.rules.found import RULES
    >>> chosen = selection(["article:28", "item-missing"], ["level:note"], RULES)
    >>> [one.kind for one in chosen.select]
    ['article', '']
    """
    known = _known(rules)
    return Selection(
        *(tuple(_selector(word, known) for word in _words(several)) for several in (select, ignore))
    )


def _words(several: Iterable[str]) -> Iterable[str]:
    """The words themselves; a text may hold several, with commas between them."""
    texts = (several,) if isinstance(several, str) else several
    return [word for text in texts for word in (part.strip() for part in str(text).split(",")) if word]


def _selector(written: str, known: Mapping[str, str]) -> Selector:
    word = written.casefold()
    kind, colon, value = (part.strip() for part in word.partition(":"))
    if colon and kind == "article" and _ARTICLE.fullmatch(value):
        return Selector(kind, value)
    plain = f"{kind}:{value}" if colon else kind
    if plain in known:
        return Selector(kind, value) if colon else Selector("", kind)
    meant = {**{one.partition(":")[2]: said for one, said in known.items()}, **known}
    near = nearest(word, meant)
    hint = ARTICLE_HELP if kind == "article" else f"did you mean {meant[near]!r}?" if near else ""
    raise UnknownEntry(f"no rule goes by {written[:60]!r}" + (f"; {hint}" if hint else ""))


def _known(rules: Iterable[Rule]) -> dict[str, str]:
    """Every word there is, by how it is compared."""
    found = [f"{kind}:{word}" for kind, words in _OF_FINDING.items() for word in words]
    for rule in rules:
        found += [rule.code, rule.name, *(f"{kind}:{of(rule)}" for kind, of in _OF_RULE.items())]
    return {word.casefold(): word for word in found}

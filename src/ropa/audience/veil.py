"""Hides names in texts and keys: of whoever a copy does not show, nothing may be read between the lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from ropa.audience.called import (
    LONGEST_FORM,
    TELLING,
    Token,
    Words,
    form_after,
    form_before,
    is_enough,
    ordinary,
    telling,
    tokens,
    without_form,
    words_of,
)

HIDDEN = "[…]"
"""What stands where a name stood; in every language."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Veil:
    """Knows the names that must not be read, and what keys that give one away become.

    A name is met as whole words, in whatever letters and with whatever stands between them; a longer one of one word
    within words too. That of a party is met without its legal form as well, or with another one, and so is the one word
    that tells whose it is, where it is written as a name.

    >>> veil = Veil.over(["acme"], parties=["Acme Ltd", "Bakkerij Vandermeulen BV"])
    >>> veil.text("Hosting for ACME-Ltd. and Beta"), veil.key("payroll-acme"), veil.key("acmeology")
    ('Hosting for […]. and Beta', 'entry-1', 'acmeology')
    >>> veil.text("bakkerij Vandermeulen, Vandermeulen B.V., a bakkerij")
    '[…], […]., a bakkerij'
    >>> Veil.over(["brisecourt"]).text("agents brisecourtois")
    'agents […]'
    """

    names: Mapping[str, tuple[Words, ...]] = field(default_factory=dict)
    """The names by their first word, the longest first, word by word."""
    with_form: frozenset[Words] = frozenset()
    """Of them, those that are hidden only where a legal form stands beside them: without it, it may be anybody."""
    exact: frozenset[str] = frozenset()
    """Short names, such as KBC: met in these very letters."""
    within: frozenset[str] = frozenset()
    """Names of one long word, met within others."""
    parts: frozenset[str] = frozenset()
    """Words that tell whose name they are from, met where they are written with a capital."""
    mails: bool = False
    """Whether e-mail addresses are hidden, whosever they are."""
    taken: frozenset[str] = frozenset()
    """The keys there are: none of them is given anew."""
    renamed: dict[str, str] = field(default_factory=dict)
    """What became of each key, so that it becomes the same everywhere."""

    @classmethod
    def over(
        cls,
        names: Iterable[str],
        taken: Iterable[str] = (),
        *,
        parties: Iterable[str] = (),
        beside: Iterable[str] = (),
    ) -> Veil:
        """A veil over these names, and over those of `parties` with all that they are called by.

        `taken` are the keys there are. What is also in a name `beside` them, that is shown, tells nobody apart.
        """
        shown = [words_of(one) for one in beside]
        whole = {words for one in names if (words := words_of(one))}
        with_form: set[Words] = set()
        exact: set[str] = set()
        parts: set[str] = set()
        for one in parties:
            words = words_of(one)
            short = without_form(words)
            parts.update(telling(short))
            whole |= {words} - {()}
            if short == words or any(_holds(each, short) for each in shown):
                continue
            if is_enough(short):
                whole.add(short)
            else:
                with_form.add(short)
                exact.update(_as_written(one, short))
        with_form -= whole
        return cls(
            _by_first_word(whole | with_form),
            frozenset(with_form),
            frozenset(exact),
            frozenset(one[0] for one in whole if len(one) == 1 and len(one[0]) >= TELLING),
            frozenset(parts.difference(*shown)),
            taken=frozenset(taken),
        )

    def text(self, text: str) -> str:
        """The text with every hidden name taken out."""
        return self._without(text, capitals=True)

    def hides(self, text: str) -> bool:
        """Whether the text gives a hidden name away."""
        return self.text(text) != text

    def key(self, key: str) -> str:
        """The same key, or a plain one in place of a key that gives a name away."""
        if key in self.renamed:
            return self.renamed[key]
        if self._without(key, capitals=False) == key:
            return key
        free = (f"entry-{number}" for number in count(len(self.renamed) + 1))
        self.renamed[key] = next(one for one in free if one not in self.taken)
        return self.renamed[key]

    def _without(self, text: str, *, capitals: bool) -> str:
        if self.mails:
            text = _MAIL.sub(HIDDEN, text)
        if not self.names:
            return text
        found = tokens(text)
        kept: list[str] = []
        done = at = 0
        while at < len(found):
            many = self._named(text, found, at) or self._tells(text, found, at, capitals=capitals)
            if many:
                kept += (text[done : found[at].start], HIDDEN)
                done = found[at + many - 1].end
            at += many or 1
        return "".join((*kept, text[done:])) if kept else text

    def _named(self, text: str, found: Sequence[Token], at: int) -> int:
        """How many words from here on are a hidden name, with its legal form; none where there is none."""
        for name in self.names.get(found[at].word, ()):
            end = at + len(name)
            if tuple(one.word for one in found[at:end]) == name:
                form = _form(text, found, end)
                if form or name not in self.with_form or form_before(_capitals(text, found[:at]), at):
                    return len(name) + form
        return 0

    def _tells(self, text: str, found: Sequence[Token], at: int, *, capitals: bool) -> int:
        """The same, of a single word that tells of somebody though it is no whole name."""
        one = found[at]
        part = not capitals or text[one.start].isupper()
        tells = text[one.start : one.end] in self.exact or (
            one.word not in ordinary()
            and (
                any(name in one.word for name in self.within)
                or (part and any(one.word.startswith(name) for name in self.parts))
            )
        )
        return 1 + _form(text, found, at + 1) if tells else 0


def _form(text: str, found: Sequence[Token], at: int) -> int:
    """How many words the legal form takes that stands there."""
    return form_after(_capitals(text, found[at : at + LONGEST_FORM]), 0)


def _capitals(text: str, found: Iterable[Token]) -> list[str]:
    """Words, those left empty that begin with no capital: `as` and `co` are words too."""
    return [one.word if text[one.start].isupper() else "" for one in found]


def _by_first_word(names: Collection[Words]) -> Mapping[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = {}
    for words in sorted(names, key=lambda one: (-len(one), one)):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(held) for first, held in found.items()}


def _holds(whole: Words, part: Words) -> bool:
    """Whether words stand one after another in others."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole)))


def _as_written(name: str, short: Words) -> Iterator[str]:
    """A short name of one word in its own letters; a single letter or an ordinary word is nobody's."""
    if len(short) == 1 and len(short[0]) > 1 and short[0] not in ordinary():
        yield from (name[one.start : one.end] for one in tokens(name) if one.word == short[0])

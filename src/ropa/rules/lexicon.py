"""Words that rules look for in texts of the register: lists in four languages, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LONGEST = 12
"""Words in a text that may still be nothing but general words."""
KEPT = 2_000
"""Texts of which a list remembers its answer: registers say the same things again and again."""
AROUND = " .,;:!"
"""What may stand around a text that is one word of a list and nothing else."""
SHORT = 300
"""Characters of a text worth remembering."""

Said = str | Mapping[str, str] | None


class Lexicon:
    """A list of words and phrases, found as whole words whatever the case; `*` stands for letters.

    >>> advertising = Lexicon(["newsletter*", "special offers"])
    >>> advertising.finds("Sending NEWSLETTERS"), advertising.finds({"nl": "Brood", "en": "Our  special offers"})
    (True, True)
    >>> advertising.finds("specially offers"), advertising.finds(None)
    (False, False)

    What is found in one of the words of `but` does not count:

    >>> Lexicon(["health*"], but=["health insurance"]).finds("Health insurance")
    False

    A word of `alone` is found only where it is the whole text:

    >>> race = Lexicon(["racial origin"], alone=["race"])
    >>> race.finds("Race"), race.finds("Race results")
    (True, False)
    """

    def __init__(self, words: Iterable[str], but: Collection[str] = (), alone: Collection[str] = ()) -> None:
        self._inside = _one_of(words)
        self._but = _one_of(but) if but else None
        self._alone = _one_of(alone) if alone else None
        self._known = lru_cache(maxsize=KEPT)(self._search)

    def finds(self, text: Said) -> bool:
        """Whether one of the words stands in a text, in any language the text has."""
        return any(self._known(one) if len(one) < SHORT else self._search(one) for one in _texts(text))

    def finds_in_a_name(self, text: Said) -> bool:
        """The same in a text that is a name and not an account: of a few words at most."""
        return any(self.finds(one) for one in _texts(text) if len(tokens_of(one)) <= LONGEST)

    def _search(self, text: str) -> bool:
        plain = _plain(text)
        if self._alone is not None and self._alone.fullmatch(plain.strip(AROUND)):
            return True
        if self._inside.search(plain) is None:
            return False
        return self._but is None or self._inside.search(self._but.sub(" ; ", plain)) is not None

    def is_all_of(self, text: Said) -> bool:
        """Whether a text, in some language it has, is one of the words and nothing else."""
        return any(self._inside.fullmatch(_plain(one).strip(AROUND)) for one in _texts(text))


class General:
    """Words that say nothing by themselves: `telling` ones, and those that only go with them.

    >>> General(["other", "improving"], ["purposes", "our", "services"]).is_all("Improving our services")
    True
    >>> General(["other"], ["purposes"]).is_all("Other purposes of the bakery")
    False
    """

    def __init__(self, telling: Iterable[str], filling: Iterable[str]) -> None:
        self._telling = frozenset(map(_plain, telling))
        self._filling = frozenset(map(_plain, filling))

    def is_all(self, text: Said, besides: Said = None) -> bool:
        """Whether a text, in some language it has, is made of such words only, a telling one among them.

        `besides`: a name whose words say nothing here either.
        """
        names = {token for one in _texts(besides) for token in tokens_of(one)}
        return any(self._is_made_of(tokens_of(one), names) for one in _texts(text))

    def _is_made_of(self, tokens: list[str], names: Collection[str]) -> bool:
        if not 0 < len(tokens) <= LONGEST:
            return False
        rest = [one for one in tokens if one not in self._telling]
        return len(rest) < len(tokens) and all(one in self._filling or one in names for one in rest)


def tokens_of(text: str) -> list[str]:
    """The words of a text, the first of them where it is long, without case and marks."""
    return [one[0] for one in islice(_TOKEN.finditer(_plain(text)), LONGEST + 1)]


@cache
def general(file: str, name: str) -> General:
    """The general words of that name in a file of lexicons: `name-telling` and `name-filling`."""
    return General(words(file, f"{name}-telling"), words(file, f"{name}-filling"))


@cache
def lexicon(file: str, *names: str) -> Lexicon:
    """The lists of those names in a file of lexicons: all languages together, as texts are often mixed.

    Beside a list may stand `name-except`, what looks like its words and is not meant, and `name-alone`, words that are
    meant where a text is nothing else.
    """
    held = _lists(file)
    beside = {
        end: [word for name in names if name + end in held for word in words(file, name + end)]
        for end in ("-except", "-alone")
    }
    return Lexicon(
        (word for name in names for word in words(file, name)), beside["-except"], beside["-alone"]
    )


def words(file: str, name: str) -> tuple[str, ...]:
    """The words of a list, of all languages."""
    block = _lists(file)[name]
    return tuple(word for several in block.values() for word in several)


@cache
def _lists(file: str) -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((files("ropa.glossary") / "lexicon" / f"{file}.toml").read_text("utf-8"))


def _texts(text: Said) -> tuple[str, ...]:
    if not text:
        return ()
    return (text,) if isinstance(text, str) else tuple(text.values())


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


def _one_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words and phrases, the longest first, as whole words."""
    shapes = sorted({_shape(word) for word in words}, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)")


def _shape(word: str) -> str:
    return r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in _plain(word).split())

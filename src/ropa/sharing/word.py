"""What a register calls the data or the people that somebody asks about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa.errors import UnknownEntry
from ropa.glossary import LANGUAGES, known
from ropa.glossary.book import nearest
from ropa.model.text import Text, sayings
from ropa.model.wanted import a_word
from ropa.sharing.reach import Reach


def asked_for(reach: Reach, word: str) -> tuple[Text | None, Text | None]:
    """The same, and a known term where the register has it nowhere: who asks about that is not mistaken.

    Nobody may have such data, or nobody says which data they have; or it is a word of another day.
    """
    try:
        return word_for(reach, word)
    except UnknownEntry:
        if reach.on is not None:
            return asked_for(Reach.of(reach.register, None), word)
        found = named(word, "personal-data", known("personal-data"))
        people = named(word, "data-subjects", known("data-subjects"))
        if found is None and people is None:
            raise
        return found, people


def word_for(reach: Reach, word: str) -> tuple[Text | None, Text | None]:
    """What a register calls some data, and some people, by that word; `UnknownEntry` where it calls neither so."""
    a_word(word)
    found = named(word, "personal-data", reach.by_data)
    people = named(word, "data-subjects", reach.by_people)
    if found is None and people is None:
        words = [*_labels("personal-data", reach.by_data), *_labels("data-subjects", reach.by_people)]
        folded = {one.casefold(): one for one in words}
        hint = nearest(word.casefold(), folded)
        raise UnknownEntry(
            f"no activity has data or people called {word[:60]!r}"
            + (f"; did you mean {folded[hint]!r}?" if hint else "")
        )
    return found, people


def _labels(vocabulary: str, words: Iterable[Text]) -> Iterator[str]:
    for one in words:
        block = known(vocabulary).get(one) if isinstance(one, str) else None
        yield from sayings(one)
        yield from (str(block[language]) for language in LANGUAGES) if block else ()


def named(word: str, vocabulary: str, among: Iterable[Text]) -> Text | None:
    """What the register calls something: the very words, the term whose label it is, or a text that says so."""
    words = dict.fromkeys(among)
    if word in words:
        return word
    asked = word.casefold()
    for one in words:
        if asked in (label.casefold() for label in _labels(vocabulary, (one,))):
            return one
    return None

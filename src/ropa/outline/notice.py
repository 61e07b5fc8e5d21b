"""What a printed register says of itself on its first page: whose it is, what it is read from, what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from ropa.fields import called
from ropa.glossary.quoting import quoted
from ropa.model import Activity, Source
from ropa.outline.cells import Cells
from ropa.outline.copied import copied_notice
from ropa.outline.read_from import ReadFrom, read_from
from ropa.outline.records import controlled, processed

FEW = 8
"""So many activities are named; of more it is said how many they are."""


def notice(words: Cells, on: date, holder: str, party: str | None = None) -> str:
    """What a document is and is not. It is called a reading only where all of it rests on a source.

    Of records that are given to somebody else than the holder, nothing is said but what they themselves rest on.
    """
    found = read_from(words.register, _shown(words, on, party))
    whole = _reading(words, on, found)
    if words.shown.copied:
        said = copied_notice(words, holder, on.isoformat(), whole)
    elif whole:
        said = whole
    elif not words.register.holder:
        said = words.phrase("notice-open", on=on.isoformat())
    else:
        said = words.phrase("notice-own", holder=holder, on=on.isoformat())
    if whole or not found.sources:
        return said
    where = words.phrase("comma").join(_where(words, found))
    return f"{said} {words.phrase('notice-part', sources=_named(words, found), where=where)}"


def reading(words: Cells, on: date) -> str:
    """That the whole register is a reading of its sources; nothing where it is not."""
    return _reading(words, on, read_from(words.register))


def source_name(words: Cells, source: Source) -> str:
    """A source by its title, with its version and day."""
    title = words.text(source.title) or source.key
    more = [
        words.say(value, one) for one, value in words.fields(source) if one.key in ("version", "published")
    ]
    return f"{title} ({', '.join(more)})" if more else title


def _shown(words: Cells, on: date, party: str | None) -> Collection[str] | None:
    """The activities of the records of somebody else than the holder; None where the register is shown."""
    if party is None or party == words.register.holder:
        return None
    kept = {entry.activity.key for one in controlled(words, party, on) for entry in one.entries}
    done = {share.activity for one in processed(words, party, on) for row in one.rows for share in row.shares}
    return kept | done


def _reading(words: Cells, on: date, found: ReadFrom) -> str:
    if not found.whole:
        return ""
    return words.phrase("notice-reading", sources=_named(words, found), on=on.isoformat())


def _named(words: Cells, found: ReadFrom) -> str:
    return ", ".join(source_name(words, one) for one in found.sources)


def _where(words: Cells, found: ReadFrom) -> Iterator[str]:
    """The activities in which something rests on a source, by name or number; then what else does, by kind."""
    kinds = Counter(one.kind for one in found.rested)
    for kind, number in sorted(kinds.items(), key=lambda item: item[0] is not Activity):
        if kind is not Activity:
            yield quoted(called(kind, words.language, many=True), words.language)
        elif number > FEW:
            yield f"{quoted(called(kind, words.language, many=True), words.language)} ({number})"
        else:
            yield from (_name(words, one.entry) for one in found.rested if isinstance(one.entry, Activity))


def _name(words: Cells, activity: Activity) -> str:
    return quoted(words.text(activity.name) or activity.key, words.language)

"""What a copy for a reader says of itself at the front: for whom it was made, and what is left out of it."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.audience.veil import HIDDEN
from ropa.glossary import phrase
from ropa.outline.cells import Cells
from ropa.outline.page import Cell, Line


def copied_lines(words: Cells) -> Iterator[Line]:
    """For whom, and what is left out; nothing of a document that leaves nothing out."""
    if words.shown.copied:
        yield Line(_says(words, "copy-for"), (Cell(whom(words)),))
        yield Line(_says(words, "left-out"), (Cell(words.semicolon.join(_left_out(words))),))


def whom(words: Cells) -> str:
    """The reader in words; a customer by its name."""
    reader, customer = words.shown.copied, words.shown.customer
    if reader is None:
        return ""
    return _says(words, f"reader.{reader.name}", name=words.party(customer) if customer else "")


def _left_out(words: Cells) -> Iterator[str]:
    shown = words.shown
    if shown.one_customer:
        yield _says(words, "others")
    yield from shown.left_out(words.language)
    if not shown.gaps:
        yield _says(words, "findings")
    if not shown.judged:
        yield _says(words, "standings")


def copied_notice(words: Cells, holder: str, on: str, reading: str) -> str:
    """What a copy is and is not. `reading` is what is said of a register that is read from its sources."""
    if reading:
        return f"{reading} {_says(words, 'notice-more')}"
    if not words.register.holder:
        return f"{words.phrase('notice-open', on=on)} {_says(words, 'notice-more')}"
    said = _says(words, "notice", holder=holder, on=on, reader=whom(words))
    return f"{said} {_says(words, 'hidden', mark=HIDDEN)}" if words.shown.one_customer else said


def _says(words: Cells, key: str, **values: object) -> str:
    return phrase(f"copied.{key}", words.language, **values)

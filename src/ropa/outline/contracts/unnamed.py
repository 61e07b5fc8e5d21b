"""A document under a veil: what the register says in words may name somebody whom the document is not about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ropa.audience import customers, over_others
from ropa.audience.veil import HIDDEN, Veil
from ropa.glossary import phrase
from ropa.model import Register
from ropa.outline.contracts.sides import PERSONS
from ropa.outline.page import Block, Cell, Line, Lines, Outline, Paragraph, Section, Table

Row = tuple[Cell, ...]


def unnamed(out: Outline, register: Register, named: Iterable[str]) -> Outline:
    """The document without the names of customers, and of who else has a contract, beside those that it is about.

    Who these name themselves is shown with them: the members of a category, and who is to be reached for them. A name
    is taken out of texts, of keys and of what leads to them, wherever it stands.
    """
    shown = {*named, register.holder or ""} & register.party_keys
    shown |= {key for one in tuple(shown) for key in _named_by(register, one)}
    veil = over_others(register, shown, frozenset(customers(register)), printed=True)
    veiled = replace(
        out,
        subtitle=veil.text(out.subtitle),
        facts=tuple(_line(veil, one) for one in out.facts),
        sections=tuple(_section(veil, one) for one in out.sections),
    )
    if veiled == out:
        return out
    return replace(veiled, notice=f"{out.notice} {phrase('copied.hidden', out.language, mark=HIDDEN)}")


def _named_by(register: Register, key: str) -> Iterator[str]:
    party = register.party(key)
    yield from party.members if party.named is False else ()
    yield from (who for name, _ in PERSONS if isinstance(who := getattr(party, name), str))


def _section(veil: Veil, section: Section) -> Section:
    return Section(
        veil.key(section.key),
        veil.text(section.title),
        tuple(_block(veil, one) for one in section.blocks),
        tuple(_section(veil, one) for one in section.sections),
        veil.text(section.short),
    )


def _block(veil: Veil, block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=veil.text(block.text))
    if isinstance(block, Lines):
        return Lines(tuple(_line(veil, one) for one in block.lines))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_row(veil, cells) for cells in row) for row in block.rows))
    return block  # pictures: there are none in documents about contracts


def _line(veil: Veil, line: Line) -> Line:
    return Line(line.label, _row(veil, line.cells), line.note)


def _row(veil: Veil, cells: Row) -> Row:
    return tuple(_cell(veil, one) for one in cells)


def _cell(veil: Veil, cell: Cell) -> Cell:
    value = veil.text(cell.value) if isinstance(cell.value, str) else cell.value
    return Cell(value, cell.muted, veil.key(cell.target) if cell.target else None, cell.anchor)

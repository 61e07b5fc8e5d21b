"""What a list says, without the names of those on whose behalf it is done: conditions and activities may give them away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ropa.audience.veil import Veil
from ropa.model import Register
from ropa.model.text import sayings
from ropa.outline.contracts.listed import Listed
from ropa.outline.page import Block, Cell, Paragraph, Section, Table


def unnamed(register: Register, held: Listed, sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections of a list with the names of customers taken out of their texts, for it is given to all of them."""
    veil = Veil.over(_customers(register, held))
    return tuple(_section(veil, one) for one in sections)


def _customers(register: Register, held: Listed) -> Iterator[str]:
    """What customers are called: the controllers served, and of a category of them, whose name tells of nobody, its members."""
    served = dict.fromkeys(key for link in held.ever for key in (*link.customers, *link.hop.controllers))
    parties = [register.party(key) for key in served]
    parties += [register.party(key) for party in parties for key in party.members]
    for party in parties:
        if party.named is not False and party.key not in held.named:
            yield from (party.key, *sayings(party.name))


def _section(veil: Veil, section: Section) -> Section:
    return replace(
        section,
        blocks=tuple(_block(veil, one) for one in section.blocks),
        sections=tuple(_section(veil, one) for one in section.sections),
    )


def _block(veil: Veil, block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=veil.text(block.text))
    if isinstance(block, Table):
        rows = tuple(tuple(tuple(_cell(veil, one) for one in cells) for cells in row) for row in block.rows)
        return replace(block, rows=rows)
    return block


def _cell(veil: Veil, cell: Cell) -> Cell:
    return replace(cell, value=veil.text(cell.value)) if isinstance(cell.value, str) else cell

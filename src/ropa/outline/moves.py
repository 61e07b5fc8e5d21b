"""Tables of what moves: flows with their defaults filled in, and transfers to third countries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ropa.fields import FieldCard, card
from ropa.glossary import citation
from ropa.law import Ground
from ropa.model import PEOPLE, Flow, Hop, Register
from ropa.outline.cells import Cells
from ropa.outline.entries import column, filled, row
from ropa.outline.page import Block, Cell, Column, Paragraph, Section, Table
from ropa.transfer import Transfer, grounds_of, transfers
from ropa.wording import role_of


@dataclass(frozen=True, slots=True)
class _Row:
    """One flow as the register states it, for one sender and recipient: with every activity it holds for."""

    hops: tuple[Hop, ...]
    grounds: tuple[Ground, ...]
    """On what it rests, agreements and listings included."""

    def value(self, one: FieldCard) -> Any:
        """The value of a field; a default is filled in where it is the same for all."""
        if one.key == "grounds":
            return self.grounds
        first = self.hops[0]
        if one.attribute not in Hop.__slots__:
            return getattr(first.flow, one.attribute)
        filled = {repr(getattr(hop, one.attribute)) for hop in self.hops} if len(self.hops) > 1 else None
        return getattr(first, one.attribute) if filled is None or len(filled) == 1 else ()


def _rows(register: Register, hops: Iterable[Hop], on: date) -> tuple[_Row, ...]:
    grouped: dict[tuple[str, str, str], list[Hop]] = {}
    for hop in hops:
        grouped.setdefault((hop.path, hop.sender, hop.recipient), []).append(hop)
    return tuple(
        _Row(
            tuple(held), grounds_of(register, held[0], (*held[0].countries, *held[0].flow.access_from), on=on)
        )
        for held in grouped.values()
    )


def _value(held: _Row, one: FieldCard) -> Any:
    return held.value(one)


def flows_table(words: Cells, on: date, leave: frozenset[str] = frozenset()) -> Table:
    """Every flow that holds on the day: a row for each sender and recipient, however many activities it is for.

    `leave` names fields that are not shown.
    """
    rows = _rows(words.register, words.register.flows(on=on), on)
    chosen = [one for one in filled(Flow, rows, _value) if one.key not in {"key", *leave}]
    names = {
        one.activity.key: words.text(one.activity.name) or one.activity.key for one in words.register.seen()
    }
    return Table(
        (Column(words.phrase("activity"), width=24), *(column(words, one) for one in chosen)),
        tuple(
            (tuple(Cell(names.get(hop.activity, "")) for hop in held.hops), *_cells(words, held, chosen))
            for held in rows
        ),
    )


def _cells(words: Cells, held: _Row, chosen: list[FieldCard]) -> list[tuple[Cell, ...]]:
    cells = list(row(words, held, chosen, _value))
    for place, one in enumerate(chosen):
        if one.key == "role":
            cells[place] = (
                Cell(role_of(words, held.hops[0]), muted=not (held.hops[0].role or held.hops[0].source)),
            )
    return cells


def transfers_table(words: Cells, on: date) -> Table:
    """Every transfer to a third country on the day, with the ground the register records."""
    names = {
        one.activity.key: words.text(one.activity.name) or one.activity.key for one in words.register.seen()
    }
    label = [card(Flow, key).label(words.language) for key in ("sender", "recipient")]
    return Table(
        (
            Column(words.phrase("activity"), width=24),
            Column(label[0], width=24),
            Column(label[1], width=24),
            Column(words.phrase("third-country"), card_note(words), 20),
            Column(words.phrase("how"), width=30),
            Column(words.phrase("ground"), width=40),
        ),
        tuple(
            (
                tuple(Cell(names.get(key, "")) for key in activities),
                (Cell(words.party(one.sender)),) if one.sender else (),
                (Cell(words.party(one.recipient), target="parties"),) if one.recipient else (),
                (Cell(words.country(one.country)),),
                (Cell(_how(words, one)),),
                grounds(words, one),
            )
            for one, activities in _apart(transfers(words.register, on=on))
        ),
    )


def _apart(found: Iterable[Transfer]) -> tuple[tuple[Transfer, list[str]], ...]:
    """Each transfer once, with every activity it is made in."""
    grouped: dict[Transfer, list[str]] = {}
    for one in found:
        grouped.setdefault(replace(one, activity=""), []).append(one.activity)
    return tuple(grouped.items())


def transfers_section(words: Cells, on: date) -> Section:
    """Transfers as a section: what is recorded, and for how many flows nobody says where the data are."""
    table = transfers_table(words, on)
    away = [hop for hop in words.register.flows(on=on) if hop.sender != PEOPLE and not hop.source]
    hops = {(hop.path, hop.sender, hop.recipient): hop for hop in away}
    silent = sum(1 for hop in hops.values() if not hop.flow.countries)
    blocks: list[Block] = [table] if table.rows else [Paragraph(words.phrase("no-transfers"))]
    if silent:
        blocks.insert(0, Paragraph(words.phrase("countries-unknown", number=silent, total=len(hops))))
    return Section("transfers", words.phrase("transfers"), tuple(blocks))


def card_note(words: Cells) -> str:
    """The provision the transfers answer."""
    return citation(card(Flow, "countries").article, words.language)


def _how(words: Cells, one: Transfer) -> str:
    said = [
        words.phrase(
            "stated-only" if not one.recipient else "reached-from" if one.reached else "processed-there"
        )
    ]
    if one.possible:
        said.append(words.phrase("possible"))
    if one.when is not None:
        said.append(f"{card(Flow, 'when').label(words.language)}: {words.text(one.when)}")
    return "; ".join(said)


def grounds(words: Cells, one: Transfer) -> tuple[Cell, ...]:
    """On what a transfer rests, as recorded."""
    cells = [Cell(words.term("grounds", ground)) for ground in one.grounds]
    if one.grounds_any_of:
        said = words.phrase("or").join(words.term("grounds", ground) for ground in one.grounds_any_of)
        cells.append(Cell(words.phrase("one-of", grounds=said)))
    return tuple(cells) or (Cell(words.phrase("no-ground"), muted=True),)


def transfer_line(words: Cells, one: Transfer) -> Cell:
    """A transfer in a line: where to, to whom, on what."""
    whom = f" — {words.party(one.recipient)}" if one.recipient else ""
    said = "; ".join(str(cell.value) for cell in grounds(words, one))
    return Cell(f"{words.country(one.country)}{whom} ({_how(words, one)}; {said})")

"""Tables of what moves: flows with their defaults filled in, and transfers to third countries."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.fields import FieldCard, card
from ropa.glossary import citation
from ropa.model import Flow, Hop
from ropa.outline.entries import column, filled, row
from ropa.outline.page import Cell, Column, Table
from ropa.outline.wording import Wording
from ropa.transfer import Transfer, transfers


def _resolved(hop: Hop, one: FieldCard) -> Any:
    """The value of a flow's field with its default filled in."""
    return getattr(hop, one.attribute) if one.attribute in Hop.__slots__ else getattr(hop.flow, one.attribute)


def flows_table(words: Wording, on: date) -> Table:
    """Every flow that holds on the day: one row for each sender and recipient."""
    hops = words.register.flows(on=on)
    chosen = [one for one in filled(Flow, hops, _resolved) if one.key != "key"]
    names = {one.activity.key: words.text(one.activity.name) or one.activity.key for one in words.register.seen()}
    return Table(
        (Column(words.phrase("activity"), width=24), *(column(words, one) for one in chosen)),
        tuple(
            ((Cell(names.get(hop.activity, "")),), *_cells(words, hop, chosen))
            for hop in hops
        ),
    )


def _cells(words: Wording, hop: Hop, chosen: list[FieldCard]) -> list[tuple[Cell, ...]]:
    cells = list(row(words, hop, chosen, _resolved))
    for place, one in enumerate(chosen):
        if one.key == "role":
            cells[place] = (Cell(words.role(hop), muted=not hop.role),)
    return cells


def transfers_table(words: Wording, on: date) -> Table:
    """Every transfer to a third country on the day, with the ground the register records."""
    names = {one.activity.key: words.text(one.activity.name) or one.activity.key for one in words.register.seen()}
    label = [card(Flow, key).label(words.language) for key in ("sender", "recipient")]
    return Table(
        (
            Column(words.phrase("activity"), width=24),
            Column(label[0], width=24),
            Column(label[1], width=24),
            Column(words.phrase("third-country"), card_note(words), 20),
            Column(words.phrase("how"), width=18),
            Column(words.phrase("ground"), width=40),
        ),
        tuple(
            (
                (Cell(names.get(one.activity, "")),),
                (Cell(words.party(one.sender)),) if one.sender else (),
                (Cell(words.party(one.recipient), target="parties"),) if one.recipient else (),
                (Cell(words.country(one.country)),),
                (Cell(_how(words, one)),),
                grounds(words, one),
            )
            for one in transfers(words.register, on=on)
        ),
    )


def card_note(words: Wording) -> str:
    """The provision the transfers answer."""
    return citation(card(Flow, "countries").article, words.language)


def _how(words: Wording, one: Transfer) -> str:
    said = words.phrase("stated-only" if not one.recipient else "reached-from" if one.reached else "processed-there")
    return f"{said}; {words.phrase('possible')}" if one.possible else said


def grounds(words: Wording, one: Transfer) -> tuple[Cell, ...]:
    """On what a transfer rests, as recorded."""
    cells = [Cell(words.term("grounds", ground)) for ground in one.grounds]
    if one.grounds_any_of:
        said = words.phrase("or").join(words.term("grounds", ground) for ground in one.grounds_any_of)
        cells.append(Cell(words.phrase("one-of", grounds=said)))
    return tuple(cells) or (Cell(words.phrase("no-ground"), muted=True),)


def transfer_line(words: Wording, one: Transfer) -> Cell:
    """A transfer in a line: where to, to whom, on what."""
    whom = f" — {words.party(one.recipient)}" if one.recipient else ""
    said = "; ".join(str(cell.value) for cell in grounds(words, one))
    return Cell(f"{words.country(one.country)}{whom} ({_how(words, one)}; {said})")

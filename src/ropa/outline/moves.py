"""Transfers to third countries: those of the day, what is declared of them, and what does not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ropa.fields import card
from ropa.glossary import citation
from ropa.model import PEOPLE, Activity, Flow
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table, section
from ropa.outline.flows import written
from ropa.outline.page import Block, Cell, Column, Paragraph, Section, Table
from ropa.outline.scope import Scope
from ropa.transfer import Judged, Standing, Transfer, judged, unstated


def transfers_section(words: Cells, scope: Scope, on: date, *, apart: bool = False) -> Section:
    """Transfers as a section: what is declared and recorded, and for how many flows nobody says where the data are.

    With `apart`, how each stands, by which decision and why are columns of their own.
    """
    table = transfers_table(words, scope, on, apart=apart)
    told = list(_declared(words, scope, on))
    if not table.rows and not told:
        told = [words.phrase("no-transfers")]
    rows = written(words.register, on)
    away = [held for held in rows if held.hops[0].sender != PEOPLE and not held.hops[0].source]
    silent = sum(1 for held in away if not held.told.countries)
    if silent:
        told.append(words.phrase("countries-unknown", number=silent, total=len(away), written=len(rows)))
    blocks: tuple[Block, ...] = tuple(Paragraph(text) for text in told)
    return section(words, "transfers", (*blocks, *((table,) if table.rows else ())))


def _declared(words: Cells, scope: Scope, on: date) -> Iterator[str]:
    """What the register says of transfers where it names none: that there are none, or why that is not known."""
    field = card(Activity, "transfers").key
    found: dict[str, list[str]] = {}
    for seen in words.register.seen():
        if not seen.activity.holds(on):
            continue
        if absence := seen.absence(field, on):
            found.setdefault(words.absent(absence), []).append(seen.activity.key)
    for said_of_it, keys in found.items():
        names = words.phrase("comma").join(str(cell.value) for cell in scope.cells(keys))
        yield words.phrase("transfers-declared", said=said_of_it, activities=names)


def transfers_table(words: Cells, scope: Scope, on: date, *, apart: bool = False) -> Table:
    """Every transfer to a third country on the day, with the ground the register records and whether it holds."""
    label = [card(Flow, key).label(words.language) for key in ("sender", "recipient")]
    heads = [
        Column(words.phrase("activity"), width=26, names=True),
        Column(label[0], width=24, names=True),
        Column(label[1], width=24, names=True),
        Column(words.phrase("third-country"), card_note(words), 20),
        Column(words.phrase("how"), width=30),
        Column(words.phrase("ground"), width=40),
    ]
    judging = words.shown.judged
    if judging:
        heads.append(Column(words.phrase("how-it-stands"), width=24 if apart else 44))
    if apart and judging:
        heads[-1] = replace(
            heads[-1], choices=tuple(words.phrase(f"standing.{one.value}") for one in Standing)
        )
        heads += [Column(words.phrase("decision"), width=14), Column(words.phrase("why"), width=60)]
    rows = [
        (
            scope.cells(activities, general=one.transfer.general),
            *_moved(words, one.transfer),
            *(_standing(words, one, apart=apart) if judging else ()),
        )
        for one, activities in _alike(judged(words.register, on=on, tables=words.tables))
    ]
    return filled_table(heads, rows)


def _moved(words: Cells, one: Transfer) -> Iterator[tuple[Cell, ...]]:
    yield (Cell(words.party(one.sender)),) if one.sender else ()
    yield (Cell(words.party(one.recipient), target="parties"),) if one.recipient else ()
    yield (Cell(words.country(one.country)),)
    yield (Cell(_how(words, one)),)
    yield grounds(words, one)


def _standing(words: Cells, one: Judged, *, apart: bool) -> Iterator[tuple[Cell, ...]]:
    """How a transfer stands, and why; a ground stated beside it that does not hold is told too."""
    verdict = one.verdict
    standing = words.phrase(f"standing.{verdict.standing.value}")
    told = dict.fromkeys(each.message(words.language) for each in (verdict, *one.fallen))
    why = tuple(Cell(said) for said in told)
    if not apart:
        yield (Cell(f"{standing[:1].upper()}{standing[1:]}"), *why)
        return
    yield (Cell(standing),)
    yield (Cell(verdict.decision),) if verdict.decision else ()
    yield why


def _alike(found: Iterable[Judged]) -> tuple[tuple[Judged, list[str]], ...]:
    """Each transfer once, with every activity in which it is made and stands alike."""
    grouped: dict[Judged, list[str]] = {}
    for one in found:
        same = one._replace(transfer=replace(one.transfer, activity=""))
        grouped.setdefault(same, []).append(one.transfer.activity)
    return tuple(grouped.items())


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
        said.append(words.labelled(card(Flow, "when"), words.text(one.when)))
    return words.semicolon.join(said)


def grounds(words: Cells, one: Transfer, *, lacks: bool = True) -> tuple[Cell, ...]:
    """On what a transfer rests, as recorded; where nothing is, the adequacy decision that reaches it unstated.

    Without `lacks` it is not told that the register states none.
    """
    cells = [Cell(words.term("grounds", ground)) for ground in one.grounds]
    if one.grounds_any_of:
        said = words.phrase("or").join(words.term("grounds", ground) for ground in one.grounds_any_of)
        cells.append(Cell(words.phrase("one-of", grounds=said)))
    if cells:
        return tuple(cells)
    lawful = unstated(words.register, one, on=one.on, tables=words.tables) if one.on else None
    applies = lawful is not None and lawful.standing is Standing.ADEQUATE
    # Who does not see all that it may rest on is told what holds by law, and not that it rests on nothing.
    if not (lacks and words.shown.judged):
        return (Cell(words.phrase("adequate", decision=lawful.decision)),) if lawful and applies else ()
    if lawful is None:
        return (Cell(words.phrase("no-ground"), muted=True),)
    said = "no-ground-adequate" if applies else "no-ground-open"
    return (Cell(words.phrase(said, decision=lawful.decision), muted=True),)


def transfer_line(words: Cells, one: Transfer) -> Cell:
    """A transfer in a line: where to, to whom, on what."""
    whom = f" — {words.party(one.recipient)}" if one.recipient else ""
    said = words.semicolon.join(str(cell.value) for cell in grounds(words, one))
    how = words.semicolon.join(filter(None, (_how(words, one), said)))
    return Cell(f"{words.country(one.country)}{whom} ({how})")

"""What the register says in general, numbered: it is stated once, and activities refer to it by its number."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from ropa.fields import FieldCard, card, cards
from ropa.glossary import citation
from ropa.model import Activity, Evidence, General, Hop
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table
from ropa.outline.letters import LAST, absent, beside_letters, label, of_letters, own_answer
from ropa.outline.moves import transfer_line
from ropa.outline.page import Cell, Column, Line, Table
from ropa.outline.places import places, places_of
from ropa.outline.scope import Scope
from ropa.records import ControllerEntry
from ropa.transfer import Transfer
from ropa.wording import recipient_line

KEY = "said-in-general"
"""The section of what is said in general, where references lead."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A general entry with its number and the activities it covers on the day."""

    number: str
    path: str
    general: General
    activities: tuple[str, ...]


def numbered(words: Cells, on: date, only: Container[str] | None = None) -> tuple[Numbered, ...]:
    """The general entries that cover an activity on a day, `G1`, `G2`, … in the order of the register.

    `only` names activities: others are not looked at.
    """
    covered: dict[str, list[str]] = {}
    found: dict[str, General] = {}
    for seen in words.register.seen():
        if seen.activity.holds(on) and (only is None or seen.activity.key in only):
            for path, general in seen.at(on).generals:
                found[path] = general
                covered.setdefault(path, []).append(seen.activity.key)
    order = {id(general): place for place, general in enumerate(words.register.general)}
    ranked = sorted(found.items(), key=lambda item: order[id(item[1])])
    return tuple(
        Numbered(f"G{number}", path, general, tuple(covered[path]))
        for number, (path, general) in enumerate(ranked, start=1)
    )


class InGeneral:
    """What is said in general to the letters of some entries, so that each entry need only refer to it.

    What reads differently from one covered entry to the next, such as a processor that is a sub-processor in
    another, is not said in general here: it stays with the entry. `target` is the section references lead to; what
    has no more letters than `brief` is said in full with each entry.
    """

    def __init__(
        self,
        words: Cells,
        generals: Sequence[Numbered],
        entries: Sequence[ControllerEntry],
        target: str = KEY,
        brief: int = 0,
    ) -> None:
        self._words = words
        self._target = target
        self._brief = brief
        self.generals = generals
        self._cells: dict[tuple[str, str], tuple[Cell, ...]] = {}
        self._covering = {path for entry in entries for path, _ in entry.seen.generals}
        for entry in entries:
            for one in of_letters():
                self._note(entry, one)

    def _note(self, entry: ControllerEntry, one: FieldCard) -> None:
        for path, _ in entry.seen.generals:
            place = (path, one.key)
            known = self._cells.get(place)
            if known is not None and one.key not in ("flows", "transfers"):
                continue  # it reads the same for all
            said = self._said(entry, one, path)
            self._cells[place] = said if known is None else tuple(cell for cell in known if cell in said)

    def _said(self, entry: ControllerEntry, one: FieldCard, path: str) -> tuple[Cell, ...]:
        words = self._words
        if one.key == "flows":
            hops = _from(path, entry.recipients)
            return tuple(dict.fromkeys(Cell(_line(words, hop), target="parties") for hop in hops))
        if one.key == "transfers":
            return tuple(dict.fromkeys(transfer_line(words, moved) for moved in _from(path, entry.transfers)))
        general = next(general for at, general in entry.seen.generals if at == path)
        held = (said for said in entry.said(one.attribute) if said.holder is general)
        return words.said(held, one, marked=False)

    def cells(self, numbered: Numbered, one: FieldCard) -> tuple[Cell, ...]:
        """What a general entry says in a field."""
        if one in of_letters():
            return self._cells.get((numbered.path, one.key), ())
        own = getattr(numbered.general, one.attribute, None)
        if not own or (numbered.path not in self._covering and one not in cards(Activity)):
            return ()  # what makes the processing of others lawful is theirs to say
        return self._words.cells(own, one, numbered.general)

    def tells(self, numbered: Numbered) -> bool:
        """Whether a general entry says anything: only then there is something to refer to."""
        every = (*of_letters(), *beside_letters())
        return any(self.cells(numbered, one) for one in every if one.key != "evidence")

    def answer(
        self, entry: ControllerEntry, one: FieldCard, beside: Sequence[Cell] = (), mark: str = ""
    ) -> tuple[Cell, ...]:
        """What an entry says to a letter itself, and the numbers under which it is said in general.

        `beside` is what is said of all that the controller does, each with a `mark`. What the entry says in the same
        words is not repeated.
        """
        words = self._words
        paths = {path for path, _ in entry.seen.generals}
        telling = [held for held in self.generals if held.path in paths and self.cells(held, one)]
        full = [held for held in telling if self._is_brief(self.cells(held, one))]
        own = own_answer(words, entry, one, general=False)
        again = {cell.value for cell in own}
        told = (cell for held in full for cell in self.cells(held, one) if cell.value not in again)
        here = (
            *own,
            *self._marked(told),
            *self._marked(self._apart(entry, one, telling)),
            *_marked((cell for cell in beside if cell.value not in again), mark),
        )
        telling = [held for held in telling if held not in full]
        if not telling:
            return here or absent(words, entry, one)
        numbers = words.phrase("comma").join(held.number for held in telling)
        said = words.phrase("see-general", colon=words.colon, numbers=numbers)
        named = tuple(self._named(entry, one, telling))
        if named and self._brief:  # a page has one line for all of them, a sheet a line for each
            said = f"{words.phrase('comma').join(str(cell.value) for cell in named)} — {said}"
            named = ()
        return (*here, *named, Cell(said, target=self._target))

    def _is_brief(self, cells: Sequence[Cell]) -> bool:
        return sum(len(str(cell.value)) for cell in cells) <= self._brief

    def _marked(self, cells: Iterable[Cell]) -> Iterator[Cell]:
        return _marked(cells, self._words.phrase("in-general"))

    def _apart(self, entry: ControllerEntry, one: FieldCard, telling: list[Numbered]) -> tuple[Cell, ...]:
        """What is said in general and reads differently for this entry than for others."""
        if one.key not in ("flows", "transfers"):
            return ()
        told = {cell for held in telling for cell in self.cells(held, one)}
        found = (cell for path, _ in entry.seen.generals for cell in self._said(entry, one, path))
        return tuple(cell for cell in dict.fromkeys(found) if cell not in told)

    def _named(self, entry: ControllerEntry, one: FieldCard, telling: list[Numbered]) -> Iterator[Cell]:
        """Who receives and which countries: that much stands with the activity itself."""
        words = self._words
        if one.key == "flows":
            hops = (hop for held in telling for hop in _from(held.path, entry.recipients))
            for key in dict.fromkeys(hop.recipient for hop in hops):
                yield Cell(words.party(key), target="parties")
        elif one.key == "transfers":
            moved = (moved for held in telling for moved in _from(held.path, entry.transfers))
            for name in dict.fromkeys(words.country(one.country) for one in moved):
                yield Cell(name)


def _marked(cells: Iterable[Cell], mark: str) -> Iterator[Cell]:
    """The cells with a mark, which stands with who it is and not with the last of its facts."""
    for cell in cells:
        head, line, rest = str(cell.value).partition("\n")
        yield replace(cell, value=f"{head} ({mark}){line}{rest}") if mark else cell


def _line(words: Cells, hop: Hop) -> str:
    # It stands under that heading.
    return recipient_line(words, replace(hop, general=False), by_line=words.by_line)


Moved = TypeVar("Moved", Hop, Transfer)


def _from(path: str, moved: Sequence[Moved]) -> Iterator[Moved]:
    """What a general entry says of what moves."""
    return (one for one in moved if one.general and one.path.startswith(f"{path}."))


def general_lines(words: Cells, scope: Scope, general: InGeneral, held: Numbered) -> tuple[Line, ...]:
    """What one general entry says, as lines: for which activities, then field by field; none where it says nothing."""
    lines = []
    for one in (*of_letters(), *beside_letters()):
        cells = general.cells(held, one) if one.key != "evidence" else ()
        if cells:
            note = citation(one.article, words.language) if one.article else ""
            lines.append(Line(label(words, one), cells, note))
    if not lines:
        return ()
    where = places(words, held.general)
    evidence = (Line(card(General, "evidence").label(words.language), where),) if where else ()
    return (Line(words.phrase("holds-for"), scope.cells(held.activities)), *lines, *evidence)


def general_table(words: Cells, scope: Scope, general: InGeneral) -> Table:
    """One row for each general entry and field: its number, for which activities, what is said and where."""
    heads = (
        Column(words.phrase("number"), width=6, names=True),
        Column(words.phrase("holds-for"), width=34),
        Column(words.phrase("subject"), width=26),
        Column(words.phrase("statement"), width=90),
        Column(card(General, "evidence").label(words.language), width=20),
    )
    rows = []
    for held in general.generals:
        who = scope.cells(held.activities)
        for one in (*of_letters(), *beside_letters()):
            cells = general.cells(held, one) if one.key != "evidence" else ()
            if cells:
                note = f" [{citation(one.article, words.language)}]" if one.article else ""
                subject = (Cell(f"{label(words, one)}{note}"),)
                rows.append(((Cell(held.number),), who, subject, cells, _where(words, held.general, one)))
    if not words.shown.kind(Evidence):
        return Table(heads[:-1], tuple(row[:-1] for row in rows))
    return filled_table(heads, rows)


def _where(words: Cells, general: General, one: FieldCard) -> tuple[Cell, ...]:
    """Where a field of a general entry is said, and where it is said for which activities it is."""
    covers = next(one for one in cards(General) if one.refers == Activity.noun)
    said = words.phrase("comma").join(str(cell.value) for cell in places_of(words, general, covers.key))
    stated = any(covers.key in evidence.for_ for evidence in general.evidence)
    scope = (Cell(f"{covers.label(words.language)}{words.colon}{said}"),) if stated else ()
    return (*(() if one.key in LAST else places_of(words, general, one.key)), *scope)

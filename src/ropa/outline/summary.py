"""What an organisation does with whose data, in brief and in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ropa.fields import called, card
from ropa.model import Activity, Item
from ropa.outline.answers import answers
from ropa.outline.by_country import of_countries, standings
from ropa.outline.cells import Cells
from ropa.outline.findings import KEY as FINDINGS, counts
from ropa.outline.page import Cell, Figure, Line, Lines, Section
from ropa.outline.recipients import Recipients, Roles, recipients
from ropa.outline.records import controlled, processed

if TYPE_CHECKING:
    from ropa.rules import CheckReport

KEY = "summary"
FEW = 8
"""So many names are told of what there are more of."""


def summary_section(
    words: Cells,
    on: date,
    checked: CheckReport | None,
    pictures: Iterable[Figure | Lines] = (),
    shared: tuple[int, int] | None = None,
) -> Section:
    """The holder's processing on a page, in numbers and in pictures; `shared` is how many flows and parties these show."""
    register = words.register
    entries = [entry for one in controlled(words, register.holder, on) for entry in one.entries]
    rows = sum(len(one.rows) for one in processed(words, register.holder, on))
    lines = (
        Line(
            called(Activity, words.language, many=True), _row(words, _activities(words, len(entries), rows))
        ),
        *(() if words.shown.one_customer and not entries else _whose_data(words, on)),
        *(
            [Line(words.brief("shared"), _row(words, _shared(words, *shared)))]
            if shared and shared[0]
            else []
        ),
        *_received(words, recipients(words, on)),
        Line(words.brief("outside"), _row(words, _countries(words, on)) or _none(words)),
        *_retention(words, checked),
        *([Line(words.audit(FINDINGS), (Cell(counts(words, checked), target=FINDINGS),))] if checked else []),
    )
    return Section(KEY, words.brief("summary"), (Lines(lines), *pictures))


def _whose_data(words: Cells, on: date) -> Iterator[Line]:
    """Of all activities of the day, those for others too: the pictures show the people of all."""
    people, data = (
        [list(seen.values(field, on)) for seen in words.register.seen() if seen.activity.holds(on)]
        for field in ("data_subjects", "personal_data")
    )
    for field, held, vocabulary in (
        ("data_subjects", people, "data-subjects"),
        ("personal_data", data, "personal-data"),
    ):
        kinds = Counter(words.term(vocabulary, one.kind) for each in held for one in each)
        yield Line(card(Activity, field).label(words.language), _first(words, kinds))
    yield Line(words.brief("special"), _row(words, _special(words, data)) or _none(words))


def _row(words: Cells, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Several numbers in one breath: a page in brief has room for one line of each."""
    held = tuple(cells)
    if len(held) < 2:
        return held
    said = words.semicolon.join(str(cell.value) for cell in held)
    return (Cell(said, target=next((cell.target for cell in held if cell.target), None)),)


def _none(words: Cells) -> tuple[Cell, ...]:
    return (Cell(words.brief("none-recorded"), muted=True),)


def _activities(words: Cells, entries: int, rows: int) -> Iterator[Cell]:
    if entries:
        yield Cell(words.brief("as-controller", number=entries))
    if rows:
        yield Cell(words.brief("as-processor", number=rows))
    if not entries and not rows:
        yield Cell(words.brief("activities-none"), muted=True)


def _first(words: Cells, held: Counter[str]) -> tuple[Cell, ...]:
    """How many there are, with the names of those met most often."""
    if not held:
        return _none(words)
    first = words.phrase("comma").join(name for name, _ in held.most_common(FEW))
    return (Cell(words.brief("first" if len(held) <= FEW else "first-of", number=len(held), first=first)),)


def _special(words: Cells, data: Iterable[Iterable[Item]]) -> Iterator[Cell]:
    """Data under Articles 9, 10 and 87, each with the number of activities."""
    held = Counter(
        what
        for items in data
        for what in dict.fromkeys(one for item in items for one in _sensitive(words, item))
    )
    for what, number in held.most_common():
        yield Cell(words.brief("in-activities", what=what, number=number))


def _sensitive(words: Cells, item: Item) -> Iterator[str]:
    if special := item.says("special"):
        yield words.term("special-categories", special)
    if revealed := item.says("reveals"):
        yield words.brief("reveals", what=words.term("special-categories", revealed))
    if item.says("criminal"):
        yield words.brief("criminal")
    if item.says("national_id"):
        yield words.brief("national-id")


def _shared(words: Cells, flows: int, parties: int) -> Iterator[Cell]:
    """How many flows there are and who has a part in them, counted as the pictures and the table of flows count."""
    holder = words.register.holder
    yield Cell(words.brief("flows-told", number=flows), target="flows")
    yield Cell(
        words.brief("parties-told", holder=words.party(holder), number=parties)
        if holder
        else words.brief("parties-told-open", number=parties)
    )


def _received(words: Cells, found: Recipients) -> Iterator[Line]:
    """Who is a recipient by the records, and apart from them who gets data without being one."""
    yield Line(words.brief("recipients-by-role"), _row(words, _recipients(words, found)) or _none(words))
    if found.apart:
        yield Line(words.phrase("not-recipients"), _row(words, _roles(words, found.apart)))


def _recipients(words: Cells, found: Recipients) -> Iterator[Cell]:
    yield from _roles(words, found.roles)
    if found.overlap:
        yield Cell(words.brief("roles-overlap"))
    if found.elsewhen:
        yield Cell(words.brief("elsewhen", number=found.elsewhen))


def _roles(words: Cells, roles: Roles) -> Iterator[Cell]:
    """How many parties there are in each role; one that has several counts in each."""
    for role, parties in sorted(roles.items(), key=lambda item: -len(item[1])):
        yield Cell(words.brief("role-count", role=role, number=len(parties)))


def _countries(words: Cells, on: date) -> Iterator[Cell]:
    """The countries outside the EEA, each with how the transfers there stand."""
    for country, found in of_countries(words, on).items():
        said = words.semicolon.join(str(cell.value) for cell in standings(words, found))
        yield Cell(f"{words.country(country)} ({said})" if words.shown.judged else words.country(country))


def _retention(words: Cells, checked: CheckReport | None) -> Iterator[Line]:
    """How many activities say when data are erased, as the coverage has it."""
    article = card(Activity, "retention").article
    for one in checked.coverage if checked else ():
        if one.article == article and one.asked:
            yield Line(words.brief("retention"), _row(words, answers(words, one)))

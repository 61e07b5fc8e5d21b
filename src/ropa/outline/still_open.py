"""What somebody has marked as not yet known, with who will find out and by when; and what no register can say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ropa.fields import card
from ropa.glossary import phrase
from ropa.model import Absence, Part
from ropa.model.part import Entry
from ropa.model.spec import specs
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table
from ropa.outline.inside import inside, standing_in
from ropa.outline.page import Cell, Column, Paragraph, Section
from ropa.outline.pointing import Pointing

if TYPE_CHECKING:
    from ropa.rules import CheckReport

OPEN, LIMITS = "open", "cannot-say"


def open_section(words: Cells, pointing: Pointing) -> Iterator[Section]:
    """A row for each field that is not yet known; no section where there is none."""
    told = [card(Absence, key) for key in ("unknown", "owner", "due")]
    heads = (
        Column(words.audit("where"), width=40, names=True),
        Column(words.audit("open-field"), width=30),
        *(Column(one.label(words.language), width=14 if one.key == "due" else 36) for one in told),
    )
    rows = [
        (
            (pointing.at(path).cell,),
            (Cell(_label(words, entry, key)),),
            *(words.cells(value, one) if (value := getattr(absence, one.attribute)) else () for one in told),
        )
        for path, entry in _entries(words.register)
        for key, absence in entry.absences.items()
        if absence.state == "unknown"
    ]
    if rows:
        table = filled_table(heads, rows)
        yield Section(OPEN, words.audit(OPEN), (Paragraph(words.audit("open-intro")), table))


def _label(words: Cells, entry: Entry, key: str) -> str:
    if key in specs(type(entry)):
        return card(type(entry), key).label(words.language)
    return phrase(f"agenda.{key}", words.language)  # recipients: no field, the flows answer it


def _entries(part: Part, path: str = "") -> Iterator[tuple[str, Entry]]:
    """Every entry of the register that says why something is not there, with its path, in its order."""
    for here, one in standing_in(part, path, _tells):
        yield from _entry(one, here)


def _tells(one: object) -> bool:
    """Whether there is anything to look for in an entry: most have neither absences nor parts of their own."""
    if not isinstance(one, Part):
        return False
    own = isinstance(one, Entry) and bool(one.absences)
    return own or any(getattr(one, attribute) for _, attribute in inside(type(one)))


def _entry(one: object, path: str) -> Iterator[tuple[str, Entry]]:
    if isinstance(one, Entry) and one.absences:
        yield path, one
    if isinstance(one, Part):
        yield from _entries(one, path)


def limits_section(words: Cells, on: date, checked: CheckReport | None, *, law: bool) -> Section:
    """What this document cannot say, as far as it concerns this register. `law`: it rests on dated decisions."""
    said = [words.audit("cannot-practice", on=on.isoformat()), words.audit("cannot-absent")]
    asked = sum(one.asked for one in checked.coverage) if checked else 0
    if checked and asked:
        held = {state: sum(getattr(one, state) for one in checked.coverage) for state in ("blank", "unknown")}
        said.append(words.audit("cannot-answer", asked=asked, **held))
    if words.register.sources:
        said.append(words.audit("cannot-sources"))
    if words.register.general:
        said.append(words.audit("cannot-allocate"))
    if checked or law:
        said.append(words.audit("cannot-judge"))
    if law:
        said.append(words.audit("cannot-law"))
    return Section(
        LIMITS, words.audit(LIMITS), tuple(map(Paragraph, said)), short=words.audit("tab.cannot-say")
    )

"""Lay out what comes before the sections: the title page, and the contents that lead to every section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ropa.formats.pdf.paginate import Flow, paginate
from ropa.formats.pdf.prose import BETWEEN, CAPTION, CAPTION_PITCH, labelled
from ropa.formats.pdf.row import Mark, Row, Rule, row_of
from ropa.formats.pdf.setter import Setter, together
from ropa.formats.pdf.sheet import (
    ACCENT,
    PORTRAIT,
    SUBTITLE,
    SUBTITLE_PITCH,
    TEXT,
    TITLE,
    TITLE_PITCH,
    heading,
)
from ropa.glossary import phrase, spoken
from ropa.outline.page import Lines, Outline

CONTENTS = "contents"
"""The place the contents stand at; no section's place is called so."""
SHOWN = 3
"""How deep the contents go."""
IN_SHORT = 2
"""How deep they go where that brings them onto one page."""
NUMBER_WIDTH = 32.0
INDENT = 14.0
DOWN_TO_TITLE = 132.0
LISTED = 40
"""So many characters are told by their number."""


class Spacing(NamedTuple):
    """How far the entries of the contents stand apart: from line to line, and over one of the top."""

    pitch: float
    above: float


SPACINGS = (Spacing(13.5, 7.0), Spacing(12.25, 4.0))
"""The second one is taken where it saves a page."""
TIGHT = (SPACINGS[1], Spacing(11.75, 2.5))
"""What is tried without the deepest entries, to have the contents on one page."""


def title_page(setter: Setter, outline: Outline) -> Iterator[Row]:
    """Title, subtitle, facts and notice, in the upper part of a page of their own; and what the typeface lacks."""
    width = PORTRAIT.body_width
    yield Row((), 1, DOWN_TO_TITLE, rule=Rule(ACCENT, 3.0, 0.0, 54.0))
    yield row_of((setter.lane(outline.title, 0.0, width, TITLE),), TITLE_PITCH, above=16.0, pad=4.0)
    if outline.subtitle:
        yield row_of(
            (setter.lane(together(outline.subtitle), 0.0, width, SUBTITLE),), SUBTITLE_PITCH, pad=2.0
        )
    if outline.facts:
        first, *rest = labelled(setter, Lines(outline.facts), PORTRAIT)
        yield first._replace(above=34.0)
        yield from rest
    above = 26.0 + BETWEEN
    for text in (outline.notice, _lacking(setter.unshown, outline.language)):
        if text:
            yield row_of((setter.lane(text, 0.0, width, CAPTION),), CAPTION_PITCH, above=above)
            above = BETWEEN


def _lacking(characters: Iterable[str], language: str) -> str:
    """Says which characters stand as another one, by their numbers: whoever has the paper only can look them up."""
    codes = [f"U+{ord(one):04X}" for one in sorted(characters)]
    if not codes:
        return ""
    listed = ", ".join(codes[:LISTED]) + (f" … (+{len(codes) - LISTED})" if len(codes) > LISTED else "")
    return phrase("report.lacking", spoken(language), codes=listed)


def contents(setter: Setter, outline: Outline) -> Sequence[Row]:
    """A heading and an entry for each section; the page numbers are filled in when it is drawn."""
    choices = [tuple(_contents(setter, outline, spacing, SHOWN)) for spacing in SPACINGS]
    chosen = min(choices, key=_pages)
    if _pages(chosen) > 1:
        short = (tuple(_contents(setter, outline, spacing, IN_SHORT)) for spacing in TIGHT)
        return next((rows for rows in short if _pages(rows) == 1), chosen)
    return chosen


def _pages(rows: Sequence[Row]) -> int:
    return len(paginate([Flow(PORTRAIT, rows)]))


def _contents(setter: Setter, outline: Outline, spacing: Spacing, depth: int) -> Iterator[Row]:
    style, width = heading(1), PORTRAIT.body_width
    title = setter.furniture.get("contents", "")
    if not outline.sections:
        return
    yield row_of(
        (setter.lane(title, 0.0, width, style.ink),),
        style.pitch,
        pad=style.pad,
        rule=Rule(ACCENT, 0.8, 0.0, width),
        hold=True,
        mark=Mark(CONTENTS, title, 1),
    )
    for level, section in outline.walk():
        if level <= depth:
            yield _entry(setter, section.key, section.title, level, spacing)


def _entry(setter: Setter, key: str, title: str, level: int, spacing: Spacing) -> Row:
    x = INDENT * (level - 1)
    ink = TEXT._replace(bold=level == 1, size=TEXT.size if level < SHOWN else TEXT.size - 0.75)
    goal = setter.goal(key)
    shown = " ".join(title.split())
    lane = tuple(
        piece._replace(goal=goal)
        for piece in setter.lane(shown, x, PORTRAIT.body_width - x - NUMBER_WIDTH - 8.0, ink)
    )
    above = spacing.above if level == 1 else 0.0
    return row_of((lane,), spacing.pitch, above=above, pad=0.75, leads=goal)

"""Lay out the sections: each block measured for the sheet its section is printed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ropa.formats.pdf import bars, prose, table
from ropa.formats.pdf.columns import table_sheet
from ropa.formats.pdf.in_text import figure_in_text
from ropa.formats.pdf.paginate import Flow, Page, is_cut, paginate
from ropa.formats.pdf.row import Row
from ropa.formats.pdf.setter import Setter
from ropa.formats.pdf.sheet import LANDSCAPE, PORTRAIT, SHEETS, Sheet
from ropa.formats.pdf.spoken import is_spoken, spoken
from ropa.outline.page import Block, Figure, Lines, Outline, Paragraph, Section, Table, Timeline

SHORT = 12
"""So many lines and rows, or fewer, may go without a sheet of their own kind."""
PART = 0.6
"""They take up this part of the other sheet at most."""
PAGES = 3
"""Of so many pages at most, all are laid on their side rather than that the last of them stays empty."""
EMPTY = 0.4
"""A page that is filled to this part of it only is as good as empty."""
SOME = 120.0
"""Less than this room under what stands on a page is not filled up."""
APART = 18.0
"""The space between one row of a table and the next where they are told in lines."""


class Run(NamedTuple):
    """Sections that follow each other, each with its depth, and want the same sheet."""

    sheet: Sheet
    sections: list[tuple[int, Section]]


def flows(setter: Setter, outline: Outline) -> Iterator[Flow]:
    """The sections in reading order, gathered by the sheet they need."""
    sheet, rows = PORTRAIT, list[Row]()
    runs = list(_runs(setter, outline))
    for at, run in enumerate(runs):
        if sheet == LANDSCAPE and run.sheet == PORTRAIT:
            run = _filled_up(setter, run, rows)
        if not run.sections:
            continue
        after = runs[at + 1 : at + 2]
        if run.sheet == PORTRAIT and sheet != LANDSCAPE and after and after[0].sheet == LANDSCAPE:
            more, moved = _without_a_tail(setter, run, rows if sheet == PORTRAIT else [])
            wanted, runs[at + 1] = PORTRAIT, Run(LANDSCAPE, [*moved, *after[0].sections])
        else:
            wanted, more = _laid_out(setter, run, sheet, after)
        if wanted != sheet and rows:
            yield Flow(sheet, rows)
            rows = []
        sheet = wanted
        rows += more
    if rows:
        yield Flow(sheet, rows)


def _filled_up(setter: Setter, run: Run, rows: list[Row]) -> Run:
    """What is left of upright sections once those that find room on the last page of the rows are put there."""
    last = paginate([Flow(LANDSCAPE, rows)])[-1:] if rows else []
    left = LANDSCAPE.body_height - last[0].slices[-1].bottom if last and last[0].slices else 0.0
    sections = run.sections
    while sections:
        end = next((at for at, (level, _) in enumerate(sections) if at and level == 1), len(sections))
        made = list(_all_rows(setter, Run(LANDSCAPE, sections[:end]), LANDSCAPE)) if left > SOME else []
        left -= sum(row.above + row.height for row in made)
        if not made or left < 0:
            break
        rows += made
        sections = sections[end:]
    return Run(run.sheet, sections)


def _without_a_tail(
    setter: Setter, run: Run, before: list[Row]
) -> tuple[list[Row], list[tuple[int, Section]]]:
    """The rows of an upright run, without its last section where that would leave the last page all but empty."""
    top = max((at for at, (level, _) in enumerate(run.sections) if level == 1), default=0)
    kept, last = run.sections[:top], run.sections[top:]
    head, tail = (list(_all_rows(setter, Run(PORTRAIT, held), PORTRAIT)) for held in (kept, last))
    if not head or sum(row.height for row in tail) > PAGES * PORTRAIT.body_height:
        return [*head, *tail], []
    pages = paginate([Flow(PORTRAIT, [*before, *head, *tail])])
    return ([*head, *tail], []) if _is_filled(pages[-1]) else (head, last)


def _runs(setter: Setter, outline: Outline) -> Iterator[Run]:
    run = Run(PORTRAIT, [])
    for level, section in outline.walk():
        wanted = _sheet(setter, section)
        if wanted != run.sheet:
            yield run
            run = Run(wanted, [])
        run.sections.append((level, section))
    yield run


def _laid_out(setter: Setter, run: Run, before: Sheet, after: Sequence[Run]) -> tuple[Sheet, list[Row]]:
    """On the sheet it wants; the little that stands between tables on their side does not turn the paper twice."""
    rows = list(_all_rows(setter, run, run.sheet))
    if not (before == LANDSCAPE and run.sheet == PORTRAIT and all(one.sheet == LANDSCAPE for one in after)):
        return run.sheet, rows
    empty = bool(after) and _leaves_a_page(rows)
    if empty or _is_little(run):
        turned = list(_all_rows(setter, run, LANDSCAPE))
        if empty or sum(row.above + row.height for row in turned) <= LANDSCAPE.body_height * PART:
            return LANDSCAPE, turned
    return run.sheet, rows


def _is_little(run: Run) -> bool:
    return sum(_count(block) for _, section in run.sections for block in section.blocks) <= SHORT


def _leaves_a_page(rows: Sequence[Row]) -> bool:
    """Whether these rows fill a few pages, and the last of them hardly."""
    if sum(row.above + row.height for row in rows) > PAGES * PORTRAIT.body_height:
        return False
    pages = paginate([Flow(PORTRAIT, rows)])
    return len(pages) <= PAGES and not _is_filled(pages[-1])


def _is_filled(page: Page) -> bool:
    """Whether more stands on an upright page than as good as nothing."""
    return page.slices[-1].bottom > PORTRAIT.body_height * EMPTY


def _count(block: Block) -> int:
    if isinstance(block, Lines):
        return len(block.lines)
    return len(block.rows) if isinstance(block, Table) else 1


def _all_rows(setter: Setter, run: Run, sheet: Sheet) -> Iterator[Row]:
    for level, section in run.sections:
        made = [prose.headed(setter, section, level, sheet)]
        for number, block in enumerate(section.blocks, start=1):
            if isinstance(block, Figure) and block.within:
                used = sum(row.above + row.height for row in made)
                made += figure_in_text(setter, block, sheet, level, used)
                continue
            # A text says what the table under it shows, or the sections.
            introduces = isinstance(block, Paragraph) and (number < len(section.blocks) or section.sections)
            rows = _rows(setter, block, sheet)
            made += (_introducing(row, sheet) for row in rows) if introduces else rows
        yield from made


def _introducing(row: Row, sheet: Sheet) -> Row:
    """A text that does not stand at the foot of a page without what it introduces, unless it is long itself."""
    return row._replace(keep=True) if is_cut(row, sheet) else row._replace(hold=True)


def _sheet(setter: Setter, section: Section) -> Sheet:
    """As large as its blocks ask for. A bare heading goes with the first section under it, lest it stand alone."""
    while not section.blocks and section.sections:
        section = section.sections[0]
    return max((_asks(setter, block) for block in section.blocks), key=SHEETS.index, default=PORTRAIT)


def _asks(setter: Setter, block: Block) -> Sheet:
    if isinstance(block, Table):
        return PORTRAIT if is_spoken(block) else table_sheet(block)
    if isinstance(block, Figure) and block.within:
        return PORTRAIT
    return prose.figure_sheet(setter, block) if isinstance(block, Figure) else PORTRAIT


def _lower(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows clearly apart from what stands over them."""
    for number, row in enumerate(rows):
        yield row if number else row._replace(above=APART)


def _rows(setter: Setter, block: Block, sheet: Sheet) -> Iterator[Row]:
    if isinstance(block, Lines):
        yield from prose.labelled(setter, block, sheet)
    elif isinstance(block, Paragraph):
        yield from prose.paragraph(setter, block, sheet)
    elif isinstance(block, Table):
        if sheet == PORTRAIT and is_spoken(block):
            for number, lines in enumerate(spoken(block)):
                rows = prose.labelled(setter, lines, sheet)
                yield from _lower(rows) if number else rows
        else:
            yield from table.rows(setter, block, sheet)
    elif isinstance(block, Timeline):
        yield bars.timeline(block, sheet)
    else:
        yield from prose.figure(setter, block, sheet)

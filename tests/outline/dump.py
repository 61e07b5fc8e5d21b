"""An outline as text, to be read and compared."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.outline import Cell, Figure, Line, Lines, Outline, Paragraph, Section, Table, Timeline


def dump(outline: Outline) -> str:
    """All that an outline says, in order: `~` is said to be less than a fact, `→` leads somewhere, `[…]` is law."""
    return "\n".join(_outline(outline)) + "\n"


def _outline(outline: Outline) -> Iterator[str]:
    yield f"= {outline.title}"
    yield f"  {outline.subtitle} ({outline.language}, {outline.on})"
    yield from map(_line, outline.facts)
    yield f"! {outline.notice}"
    for level, section in outline.walk():
        yield f"{'#' * level} {section.title} {{{section.key}}}"
        yield from _blocks(section)


def _blocks(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Lines):
            yield from map(_line, block.lines)
        elif isinstance(block, Table):
            yield "| " + " | ".join(column.label + _note(column.note) for column in block.columns)
            yield from ("- " + " | ".join(_cells(cells) for cells in row) for row in block.rows)
        elif isinstance(block, Paragraph):
            yield f"{'~' if block.muted else ''}{block.text}"
        elif isinstance(block, (Figure, Timeline)):
            yield f"[{block.alt}]"


def _line(line: Line) -> str:
    return f"  {line.label}{_note(line.note)}: {_cells(line.cells)}"


def _note(note: str) -> str:
    return f" [{note}]" if note else ""


def _cells(cells: tuple[Cell, ...]) -> str:
    return " ¶ ".join(_cell(cell) for cell in cells)


def _cell(cell: Cell) -> str:
    return f"{'~' if cell.muted else ''}{cell.value}{f' →{cell.target}' if cell.target else ''}"


def texts(outline: Outline) -> Iterator[str]:
    """Every text of an outline, one by one."""
    yield from (outline.title, outline.subtitle, outline.notice)
    for line in outline.facts:
        yield from _of_line(line)
    for _, section in outline.walk():
        yield section.title
        for block in section.blocks:
            if isinstance(block, Lines):
                for line in block.lines:
                    yield from _of_line(line)
            elif isinstance(block, Table):
                yield from (part for column in block.columns for part in (column.label, column.note))
                yield from (str(cell.value) for row in block.rows for cells in row for cell in cells)
            else:
                yield block.text if isinstance(block, Paragraph) else block.alt


def _of_line(line: Line) -> Iterator[str]:
    yield from (line.label, line.note, *(str(cell.value) for cell in line.cells))


def cells(outline: Outline) -> Iterator[Cell]:
    """Every cell of an outline."""
    for line in outline.facts:
        yield from line.cells
    for _, section in outline.walk():
        for block in section.blocks:
            if isinstance(block, Lines):
                yield from (cell for line in block.lines for cell in line.cells)
            elif isinstance(block, Table):
                yield from (cell for row in block.rows for held in row for cell in held)

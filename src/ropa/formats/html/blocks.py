"""What stands in a section, as markup: lines, tables, paragraphs and pictures. No text is ever read as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ropa.drawing import Picture, svg
from ropa.drawing.crop import FRAME, UNEXPLAINED, cropped
from ropa.drawing.ink import MARGIN
from ropa.formats.page.quote import markup
from ropa.formats.plain import plain
from ropa.formats.timeline import picture
from ropa.outline.page import Block, Cell, Column, Figure, Line, Lines, Paragraph, Table, Timeline
from ropa.typeface import printable

Pictures = Callable[..., Picture]
"""Draws a figure, in a width where one is told."""
PAPER = 510.0
"""What the margins leave of a sheet of A4: how wide a picture is that is only printed."""


class Printer:
    """Prints the blocks of one document: knows where its links may lead."""

    def __init__(self, places: Mapping[str, str], pictures: Pictures) -> None:
        self._places = places
        self._pictures = pictures
        self._live: list[str] = []
        self._drawn = 0

    def live(self, page: str | None) -> None:
        """The first picture on its own becomes this page, which answers; on paper it stays a picture."""
        self._live = [page] if page else []

    def block(self, block: Block, title: str) -> str:
        """A block of the section of that title."""
        if isinstance(block, Paragraph):
            return f"<p{_muted(block.muted)}>{markup(block.text)}</p>"
        if isinstance(block, Lines):
            return self.lines(block.lines)
        if isinstance(block, Table):
            return self._table(block, title)
        if isinstance(block, Timeline):
            return f"<figure>{self._still(picture(block), block.alt)}</figure>"
        return self._figure(block)

    def _still(self, drawing: Picture, alt: str, corner: tuple[float, float] = (0.0, 0.0)) -> str:
        """A picture that does not answer."""
        self._drawn += 1
        _, _, drawn = svg(drawing, f"f{self._drawn}", corner).partition("\n")  # that it is a file of its own
        return f'<div class="scroll" tabindex="0" role="region" aria-label="{markup(alt)}">{drawn}</div>'

    def lines(self, lines: Iterable[Line]) -> str:
        """Labels with what is said under each."""
        rows = [
            f"<div><dt>{markup(line.label)}{_note(line.note)}</dt><dd>{self._cells(line.cells)}</dd></div>"
            for line in lines
        ]
        return f'<dl class="lines">{"".join(rows)}</dl>' if rows else ""

    def _cells(self, cells: tuple[Cell, ...]) -> str:
        if len(cells) > 1:
            return f"<ul>{''.join(f'<li>{self._cell(one)}</li>' for one in cells)}</ul>"
        return "".join(self._cell(one) for one in cells)

    def _cell(self, cell: Cell) -> str:
        lines = printable(plain(cell.value), keep_lines=True, any_script=True).split("\n")
        said, *more = map(markup, lines)
        place = self._places.get(cell.target) if cell.target else None
        if place:
            said = f'<a href="#{place}">{said}</a>'
        said += "".join(f'<span class="fact"> {one}</span>' for one in more)
        own = self._places.get(cell.anchor) if cell.anchor else None
        if own or cell.muted:
            mark = f' id="{own}"' if own else ""
            said = f"<span{mark}{_muted(cell.muted)}>{said}</span>"
        return said

    def _table(self, table: Table, title: str) -> str:
        if not table.rows:
            return ""
        heads = "".join(
            f'<th scope="col"{_kind(one)}>{markup(one.label)}{_note(one.note)}</th>' for one in table.columns
        )
        rows = "".join(f"<tr>{self._row(table, row)}</tr>" for row in table.rows)
        return (
            f'<div class="scroll" tabindex="0" role="region" aria-label="{markup(title)}"><table>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def _row(self, table: Table, row: tuple[tuple[Cell, ...], ...]) -> str:
        found = []
        for number, (column, cells) in enumerate(zip(table.columns, row, strict=True), start=1):
            head = number <= table.naming and bool(cells)  # a heading without a word would be read aloud
            name = 'th scope="row"' if head else "td"
            found.append(f"<{name}{_kind(column)}>{self._cells(cells)}</{'th' if head else 'td'}>")
        return "".join(found)

    def _figure(self, figure: Figure) -> str:
        if figure.brief:  # the page has the whole one below
            return ""
        # One legend is enough: that of the picture of everything. The heading says what a picture is called.
        printed = bool(self._live) and not figure.within
        whole = self._pictures(figure, PAPER + 2 * MARGIN) if printed else self._pictures(figure)
        x, y, drawn = cropped(whole, UNEXPLAINED if figure.within else FRAME)
        still = self._still(drawn, figure.alt, (x, y))
        if not printed:
            return f"<figure>{still}</figure>"
        page = self._live.pop()
        return (
            f'<figure class="live"><iframe title="{markup(figure.alt)}" srcdoc="{markup_of(page)}"></iframe>'
            f"{still}</figure>"
        )


def markup_of(page: str) -> str:
    """A page within an attribute: its markup stays as it is, only what would end the attribute is written otherwise."""
    return page.replace("&", "&amp;").replace('"', "&quot;")


def _muted(muted: bool) -> str:
    return ' class="muted"' if muted else ""


def _note(note: str) -> str:
    return f" <small>{markup(note)}</small>" if note else ""


def _kind(column: Column) -> str:
    return "" if column.kind == "text" else f' class="{column.kind}"'

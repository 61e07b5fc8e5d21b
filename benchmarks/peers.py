"""The same report by programs that others use: typst, and WeasyPrint. Measured where they are installed, never needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ropa import outline, typeface
from ropa.drawing import Picture, picture, svg
from ropa.formats import html, pdf

SET = """\
#set document(title: {title})
#set page(paper: "a4", numbering: "1 / 1", header: text(size: 7.5pt, {title}))
#set text(font: "DejaVu Sans", size: 8pt, lang: {language}, hyphenate: true)
#set table(stroke: (bottom: 0.4pt + gray), inset: 3pt)
#set table.cell(align: left + top)
#show table.cell.where(y: 0): set text(size: 7pt)
#show link: set text(fill: rgb("#0b4f5c"))
= #{title}
#{subtitle}
#outline(title: {contents}, depth: 3)
"""

WIDE = 4
"""Tables of more columns go on a page on its side."""

Pictures = Callable[..., Picture]

FONTS = Path(typeface.__file__).parent


class Typst:
    """The words of a report as typst's markup: every text is a string, so that nothing in it is read as markup."""

    def __init__(self, made: outline.Outline, pictures: Mapping[int, str]) -> None:
        self.made = made
        self.pictures = pictures
        """The file of each figure, by its identity."""
        self.places = dict(self._places())

    def source(self) -> str:
        """The whole document."""
        made = self.made
        head = SET.format(
            title=_text(made.title),
            subtitle=_text(made.subtitle),
            contents=_text(made.furniture.get("contents", "")),
            language=_text(made.language),
        )
        return "\n".join([head, self._lines(made.facts), f"#{_text(made.notice)}", *self._sections()])

    def _places(self) -> Iterator[tuple[str, str]]:
        for number, (_, section) in enumerate(self.made.walk()):
            yield section.key, f"s{number}"
            for block in section.blocks:
                if isinstance(block, outline.Table):
                    for row, fields in enumerate(block.rows):
                        anchors = {cell.anchor for field in fields for cell in field if cell.anchor}
                        yield from ((one, f"r{number}-{row}-{at}") for at, one in enumerate(sorted(anchors)))

    def _sections(self) -> Iterator[str]:
        for level, section in self.made.walk():
            yield f"#heading(level: {level + 1}, {_text(section.title)}) <{self.places[section.key]}>"
            for block in section.blocks:
                yield self._block(block)

    def _block(self, block: Any) -> str:
        if isinstance(block, outline.Paragraph):
            return f"#par({_text(block.text)})"
        if isinstance(block, outline.Lines):
            return self._lines(block.lines)
        if isinstance(block, outline.Table):
            return self._table(block)
        if isinstance(block, outline.Figure):
            return f"#figure(image({_text(self.pictures[id(block)])}, alt: {_text(block.alt)}))"
        return ""  # a picture of another kind: less work than ours

    def _lines(self, lines: tuple[outline.Line, ...]) -> str:
        rows = [f"{_label(line.label, line.note)}, {self._field(line.cells)}" for line in lines]
        return f"#table(columns: (1fr, 2fr), {', '.join(rows)})"

    def _table(self, table: outline.Table) -> str:
        shares = ", ".join(f"{column.width}fr" for column in table.columns)
        head = ", ".join(_label(column.label, column.note) for column in table.columns)
        rows = ["".join(f"{self._field(field)}, " for field in row) for row in table.rows]
        made = f"table(columns: ({shares},), table.header({head}), {''.join(rows)})"
        return f"#page(flipped: true, {made})" if len(table.columns) > WIDE else f"#{made}"

    def _field(self, cells: tuple[outline.Cell, ...]) -> str:
        return f"[{'#linebreak()'.join(map(self._cell, cells))}]"

    def _cell(self, cell: outline.Cell) -> str:
        said = _text("" if cell.value is None else str(cell.value))
        place = self.places.get(cell.target) if cell.target else None
        shown = f"#link(<{place}>, {said})" if place else f"#{said}"
        own = self.places.get(cell.anchor) if cell.anchor else None
        return f"{shown}#metadata(none) <{own}>" if own else shown


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\\b", "").replace("\\f", "")


def _label(label: str, note: str) -> str:
    return f"[#{_text(label)} #{_text(note)}]"


def typst(made: outline.Outline, folder: Path) -> Callable[[], bytes]:
    """What makes the PDF, given the markup and the pictures as files."""
    import typst as engine  # type: ignore[import-not-found,unused-ignore]  # where it is installed

    drawn, files = pictures(made), {}
    for number, figure in enumerate(figures(made)):
        files[id(figure)] = f"{number}.svg"
        (folder / f"{number}.svg").write_text(svg(drawn(figure)), "utf-8")
    file = folder / "report.typ"
    file.write_text(Typst(made, files).source(), "utf-8")
    return lambda: engine.compile(str(file), font_paths=[str(FONTS)], ignore_system_fonts=True)


def weasyprint(made: outline.Outline) -> Callable[[], bytes]:
    """What makes the PDF, given our own page of the same report."""
    import weasyprint as engine  # type: ignore[import-not-found,import-untyped,unused-ignore]

    page = html.write(made, pictures=pictures(made))
    return lambda: engine.HTML(string=page).write_pdf()


def figures(made: outline.Outline) -> list[outline.Figure]:
    """Every picture of a report."""
    blocks = [block for _, section in made.walk() for block in section.blocks]
    return [block for block in blocks if isinstance(block, outline.Figure)]


def pictures(made: outline.Outline) -> Pictures:
    """What gives a printer the pictures of a report: all are drawn by now, for the widths that paper asks for."""
    drawn: dict[tuple[int, float | None], Picture] = {}

    def ready(figure: outline.Figure, width: float | None = None) -> Picture:
        known = id(figure), width
        if known not in drawn:
            drawn[known] = picture(figure.graph, language=figure.language, on=figure.on, width=width)
        return drawn[known]

    sections = [
        replace(
            one, sections=(), blocks=tuple(held for held in one.blocks if isinstance(held, outline.Figure))
        )
        for _, one in made.walk()
    ]
    only = replace(made, sections=tuple(one for one in sections if one.blocks))
    pdf.lay_out(only, pictures=ready)
    for figure in figures(made):
        ready(figure)
    return ready

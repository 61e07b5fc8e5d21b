"""How the workbook looks: one calm colour, hairlines that survive a black-and-white printer, and no decoration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

ACCENT = "1F4E5F"
HAIRLINE = "BFC8CC"
GREY = "6B6B6B"
FACE = "Calibri"

ISO_DATE = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Look:
    """The numbers under which the workbook knows the styles of one kind of field, and its letter size in points.

    Each comes in a pair: as it is, and marked as text ("quote prefix") for what Excel would take for a
    formula when somebody edits the cell.
    """

    size: int
    text: tuple[int, int]
    muted: tuple[int, int]
    link: tuple[int, int]
    number: int
    date: int
    wraps: bool
    spare: int
    """How many lines are kept free below the text, because a button stands there."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Every kind of field a sheet has."""

    title: Look
    subtitle: Look
    heading: Look
    subheading: Look
    running: Look
    label: Look
    body: Look
    note: Look
    guide: Look
    article: Look
    header: Look


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is said once about a kind of field; its styles follow."""

    size: int = 10
    bold: bool = False
    color: str = "000000"
    underlined: bool = False
    fill: str = ""
    line: bool = False
    parted: bool = False
    wraps: bool = True
    bottom: bool = False
    spare: int = 0


def looks(sheet: Worksheet) -> Looks:
    """Register all styles in the workbook this sheet belongs to."""
    plain = _Draft()
    loud = _Draft(bold=True, color=ACCENT, wraps=False)
    header = _Draft(bold=True, color="FFFFFF", fill=ACCENT, spare=1)
    drafts = {
        "title": replace(loud, size=20),
        "subtitle": _Draft(size=13, color=GREY, wraps=False),
        "heading": replace(loud, size=14),
        "subheading": replace(loud, size=12),
        "running": _Draft(wraps=False),
        "label": replace(plain, bold=True, color=ACCENT, line=True),
        "body": replace(plain, line=True, parted=True),
        "note": _Draft(size=8, color=GREY, line=True),
        "guide": replace(plain, line=True, color=ACCENT, underlined=True),
        "article": replace(header, size=8, bold=False, bottom=True, spare=0),
        "header": header,
    }
    return Looks(**{name: _look(sheet, draft) for name, draft in drafts.items()})


def _look(sheet: Worksheet, draft: _Draft) -> Look:
    plain = Font(
        name=FACE,
        size=draft.size,
        bold=draft.bold,
        color=draft.color,
        underline="single" if draft.underlined else None,
    )
    muted = Font(name=FACE, size=draft.size, italic=True, color=draft.color if draft.fill else GREY)
    link = Font(name=FACE, size=draft.size, bold=draft.bold, color=ACCENT, underline="single")
    return Look(
        size=draft.size,
        text=_pair(sheet, draft, plain),
        muted=_pair(sheet, draft, muted),
        link=_pair(sheet, draft, link),
        number=_style(sheet, draft, plain, horizontal="right").style_id,
        date=_style(sheet, draft, plain, ISO_DATE, "left").style_id,
        wraps=draft.wraps,
        spare=draft.spare,
    )


def _pair(sheet: Worksheet, draft: _Draft, font: Font) -> tuple[int, int]:
    plain, quoted = (_style(sheet, draft, font) for _ in range(2))
    quoted.quotePrefix = True
    return plain.style_id, quoted.style_id


def _style(
    sheet: Worksheet,
    draft: _Draft,
    font: Font,
    shown: str = "General",
    horizontal: Literal["left", "right"] = "left",
) -> Cell:
    # A cell that is never put on the sheet: the public way to learn the number of a style.
    cell = Cell(sheet, row=1, column=1)
    cell.font = font
    cell.number_format = shown
    cell.alignment = Alignment(
        horizontal=horizontal,
        # So that a number does not touch the text of the next column.
        indent=1 if horizontal == "right" else 0,
        vertical="bottom" if draft.bottom else "top",
        wrap_text=draft.wraps,
    )
    if draft.fill:
        cell.fill = PatternFill("solid", fgColor=draft.fill)
    if draft.line:
        side = Side(style="thin", color=HAIRLINE)
        cell.border = Border(bottom=side, right=side if draft.parted else None)
    return cell

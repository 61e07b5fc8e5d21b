"""One field of a sheet as XML: text as text, numbers as numbers, days as days, and never a formula."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from ropa.formats.excel.style import FACE, GREY, Look
from ropa.formats.excel.text import markup
from ropa.outline.page import Cell, Value

Field = tuple[Cell, ...]
"""What stands in one cell of a sheet: one thing said, or several under each other."""

_DAY_ZERO = date(1899, 12, 30).toordinal()
# Excel believes in 29 February 1900; only from the next day on do its days have our numbers.
_FIRST_DAY = date(1900, 3, 1)
_EXACT = 10**15
"""From here on a number loses digits in Excel, so it is written as a text."""

_FORMULA_STARTS = frozenset("=+-@\t\r")
_BLANKS = frozenset(" \t\r\n")


def spoken(field: Field) -> str:
    """A field as one text, its paragraphs on lines of their own."""
    if len(field) == 1:
        return _said(field[0].value)
    return "\n".join(filter(None, [_said(cell.value) for cell in field]))


def _said(value: Value) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def counted(at: str, value: Value, look: Look) -> str | None:
    """A number, a day or a truth value as a cell; None for what can only be said as a text."""
    if isinstance(value, bool):
        return f'<c r="{at}" s="{look.number}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, int):
        return f'<c r="{at}" s="{look.number}"><v>{value}</v></c>' if abs(value) < _EXACT else None
    if isinstance(value, float):
        return f'<c r="{at}" s="{look.number}"><v>{value!r}</v></c>' if math.isfinite(value) else None
    if type(value) is date and value >= _FIRST_DAY:
        return f'<c r="{at}" s="{look.date}"><v>{value.toordinal() - _DAY_ZERO}</v></c>'
    return None


def empty(at: str, look: Look) -> str:
    """A cell with nothing in it but its style."""
    return f'<c r="{at}" s="{look.text[0]}"/>'


def written(at: str, text: str, styles: tuple[int, int]) -> str:
    """A text as a cell of its own: an inline string, which Excel never reads as anything else."""
    style = styles[text[0] in _FORMULA_STARTS]
    return f'<c r="{at}" s="{style}" t="inlineStr"><is>{_string(text)}</is></c>'


def mixed(at: str, field: Field, look: Look) -> str:
    """Paragraphs of which some are muted, in one cell."""
    shown = [cell for cell in field if _said(cell.value)]
    style = look.text[_said(shown[0].value)[0] in _FORMULA_STARTS]
    return f'<c r="{at}" s="{style}" t="inlineStr"><is>{"".join(_runs(shown, look.size))}</is></c>'


def _runs(cells: list[Cell], size: int) -> Iterator[str]:
    font = f'<rPr><i/><sz val="{size}"/><color rgb="FF{GREY}"/><rFont val="{FACE}"/></rPr>'
    plain = f'<rPr><sz val="{size}"/><color rgb="FF000000"/><rFont val="{FACE}"/></rPr>'
    for number, cell in enumerate(cells, start=1):
        text = _said(cell.value) + ("\n" if number < len(cells) else "")
        yield f"<r>{font if cell.muted else plain}{_string(text)}</r>"


def _string(text: str) -> str:
    kept = ' xml:space="preserve"' if text[0] in _BLANKS or text[-1] in _BLANKS or "\n" in text else ""
    return f"<t{kept}>{markup(text)}</t>"

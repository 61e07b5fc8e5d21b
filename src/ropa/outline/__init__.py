"""What a reader should see of a register, in order and in the reader's language, whatever it is printed on."""

from ropa.outline.page import Cell, Column, Figure, Line, Lines, Outline, Paragraph, Section, Table
from ropa.outline.report import report
from ropa.outline.workbook import workbook

__all__ = [
    "Cell",
    "Column",
    "Figure",
    "Line",
    "Lines",
    "Outline",
    "Paragraph",
    "Section",
    "Table",
    "report",
    "workbook",
]

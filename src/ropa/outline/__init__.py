"""What a reader should see of a register, in order and in the reader's language, whatever it is printed on."""

from ropa.outline.page import (
    Bar,
    Cell,
    Column,
    Figure,
    Line,
    Lines,
    Outline,
    Paragraph,
    Section,
    Table,
    Timeline,
)
from ropa.outline.report import report
from ropa.outline.workbook import workbook

__all__ = [
    "Bar",
    "Cell",
    "Column",
    "Figure",
    "Line",
    "Lines",
    "Outline",
    "Paragraph",
    "Section",
    "Table",
    "Timeline",
    "report",
    "workbook",
]

"""Small pieces of HTML with which values show themselves in a notebook; every text in them is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ropa.glossary.book import phrase

MOST = 200
"""How many lines a value shows of itself before it says how many more there are."""


def heading(text: str) -> str:
    """A line above.

    >>> heading("R&D")
    '<p><strong>R&amp;D</strong></p>'
    """
    return f"<p><strong>{escape(text)}</strong></p>"


def table(rows: Iterable[Sequence[object]]) -> str:
    """Rows of cells; the first of each says what the row is about.

    >>> table([("<b>", 1)])
    '<table><tr><th scope="row" style="text-align:left">&lt;b&gt;</th><td style="text-align:left">1</td></tr></table>'
    """
    return f"<table>{''.join(_row(row) for row in rows)}</table>"


def _row(row: Sequence[object]) -> str:
    first, *rest = (escape(str(cell)) for cell in row)
    cells = "".join(f'<td style="text-align:left">{cell}</td>' for cell in rest)
    return f'<tr><th scope="row" style="text-align:left">{first}</th>{cells}</tr>'


def listing(above: str, texts: Sequence[str], language: str) -> str:
    """A heading with lines under it."""
    return heading(above) + lines(texts, language)


def lines(texts: Sequence[str], language: str) -> str:
    """Lines one under another, each with its indent kept; of very many the first, then how many more there are."""
    more = [phrase("notebook.more", language, number=len(texts) - MOST)] if len(texts) > MOST else []
    shown = [*texts[:MOST], *more]
    return "".join(f'<div style="white-space:pre-wrap">{escape(text)}</div>' for text in shown)

"""Puts the page together: title, contents and sections, with a style of its own and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from string import Template

from ropa.formats.html.blocks import Pictures, Printer
from ropa.formats.page import fingerprints
from ropa.formats.page.quote import fingerprint, markup
from ropa.glossary import phrase
from ropa.outline.page import Cell, Outline, Section, Table

DEEPEST = 6
"""HTML knows so many levels of headings; the title is the first."""


@cache
def _file(name: str) -> str:
    return (files("ropa.formats.html") / name).read_text("utf-8")


def write(outline: Outline, *, pictures: Pictures, page: str | None = None) -> str:
    """The outline as one page; the same outline gives the same text.

    `page` is the sharing page: it stands where the first picture is and answers there, on paper the picture stays.
    The page runs no script but that one's (its content-security policy names it by its SHA-256), and asks nothing of
    any network.
    """
    places = dict(_places(outline))
    printer = Printer(places, pictures)
    printer.live(page)
    style = _file("report.css")
    return Template(_file("report.html")).substitute(
        language=markup(outline.language),
        policy=_policy(style, page),
        style=style,
        title=markup(f"{outline.title} — {outline.subtitle}"),
        heading=markup(outline.title),
        subtitle=markup(outline.subtitle),
        facts=printer.lines(outline.facts),
        notice=markup(outline.notice),
        skip=markup(phrase("html.skip", outline.language)),
        contents=markup(outline.furniture.get("contents", "")),
        list=_contents(outline.sections, places),
        sections="\n".join(_section(printer, one, places, 2) for one in outline.sections),
    )


def _places(outline: Outline) -> Iterator[tuple[str, str]]:
    """Where links may lead, by names of our own: a key is a stranger's text."""
    seen: set[str] = set()
    for number, (_, section) in enumerate(outline.walk(), start=1):
        if section.key not in seen:
            seen.add(section.key)
            yield section.key, f"s{number}"
    for number, cell in enumerate(_anchored(outline), start=1):
        if cell.anchor and cell.anchor not in seen:
            seen.add(cell.anchor)
            yield cell.anchor, f"c{number}"


def _anchored(outline: Outline) -> Iterator[Cell]:
    for _, section in outline.walk():
        for block in section.blocks:
            if isinstance(block, Table):
                yield from (cell for row in block.rows for field in row for cell in field if cell.anchor)


def _contents(sections: tuple[Section, ...], places: dict[str, str]) -> str:
    if not sections:
        return ""
    rows = [
        f'<li><a href="#{places[one.key]}">{markup(one.title)}</a>{_contents(one.sections, places)}</li>'
        for one in sections
    ]
    return f"<ol>{''.join(rows)}</ol>"


def _section(printer: Printer, section: Section, places: dict[str, str], level: int) -> str:
    deep = min(level, DEEPEST)
    blocks = "\n".join(printer.block(one, section.title) for one in section.blocks)
    inner = "\n".join(_section(printer, one, places, level + 1) for one in section.sections)
    return f'<section><h{deep} id="{places[section.key]}">{markup(section.title)}</h{deep}>\n{blocks}\n{inner}</section>'


def _policy(style: str, page: str | None) -> str:
    within, script = fingerprints() if page else ("", "'none'")
    rules = {
        "default-src": "'none'",
        "style-src": f"{fingerprint(style)} {within}".strip(),
        "script-src": script,
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {what}" for name, what in rules.items())

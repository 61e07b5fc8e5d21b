"""A letter as a page that prints on one sheet of paper: nothing in it runs, nothing is fetched."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template

from ropa.formats.page.quote import fingerprint, markup
from ropa.glossary import phrase
from ropa.letters import Letter


@cache
def _file(name: str) -> str:
    return (files("ropa.formats") / name).read_text("utf-8")


def write(letter: Letter) -> str:
    """The letter as HTML; the same letter gives the same text."""
    style = _file("letter.css")
    return Template(_file("letter.html")).substitute(
        language=markup(letter.language),
        policy=f"default-src 'none'; style-src {fingerprint(style)}; img-src data:; base-uri 'none'; form-action 'none'",
        style=style,
        title=markup(letter.subject),
        sender=markup(letter.sender),
        day=markup(letter.day),
        to=markup(phrase("letters.to", letter.language, name=letter.name)),
        subject=markup(phrase("letters.subject", letter.language, subject=letter.subject)),
        salutation=markup(letter.salutation),
        paragraphs="\n".join(f"<p>{markup(one)}</p>" for one in letter.paragraphs),
        topics=" ".join(dict.fromkeys(one.topic for one in letter.questions)),
        points="\n".join(f"<li>{markup(one.text)}</li>" for one in letter.questions),
        closing="\n".join(f"<p>{markup(one)}</p>" for one in letter.closing),
    )

"""The page as a file: complete, closed, and the same for the same register."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.builders import a_register, bakery_text

from ropa.formats.export import export
from ropa.formats.native import loads
from ropa.formats.page import write
from ropa.formats.page.page import SCRIPTS
from ropa.formats.page.quote import fingerprint
from ropa.formats.page.words import SAID
from ropa.glossary import LANGUAGES, has_phrase, phrase
from ropa.model import Register
from ropa.rules import check

ON = date(2026, 11, 22)
NASTY = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> \u2028 \u202e\u200f"


class Read(HTMLParser):
    """Every start tag of a page with its attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, Any]]] = []
        self.raw: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw[-1] = (self.raw[-1][0], self.raw[-1][1] + data)


def page(register: Register | None = None, language: str = "nl") -> str:
    return write(register or loads(bakery_text()), language=language, on=ON)


def hostile() -> Register:
    """Every text that a stranger writes is an attack."""
    return a_register(
        parties=[{"key": "bakery", "name": NASTY}, {"key": "host", "name": NASTY, "services": [NASTY]}],
        agreements=[{"key": "paper", "name": NASTY, "kind": NASTY, "between": ["bakery", "host"]}],
        activities=[
            {
                "key": "work",
                "name": NASTY,
                "personal_data": [NASTY],
                "data_subjects": [NASTY],
                "flows": [{"recipient": "host", "role": "processor", "processing": [NASTY], "when": NASTY}],
            }
        ],
    )


def test_is_the_same_twice() -> None:
    """Same register, day and language: the same text."""
    assert page() == page()


def test_holds_everything_itself() -> None:
    """Nothing is fetched: no address but that of the SVG name space, no element that loads."""
    text = page()
    read = Read(text)

    assert set(re.findall(r"https?://[^\"' >]+", text)) == {"http://www.w3.org/2000/svg"}
    assert not {tag for tag, _ in read.tags} & {"img", "iframe", "object", "embed", "base", "use", "image"}
    assert [told["href"] for tag, told in read.tags if tag == "link"] == ["data:,"]
    assert all("src" not in told for _, told in read.tags)


@pytest.mark.parametrize("register", [None, hostile()], ids=["bakery", "hostile"])
def test_policy(register: Register | None) -> None:
    """Only the page's own script and style may run, known by their hash; nothing stands in an attribute."""
    read = Read(page(register))
    policy = next(
        told["content"] for tag, told in read.tags if told.get("http-equiv") == "Content-Security-Policy"
    )
    style, data, script = (text for _, text in read.raw)

    assert ["style", "script", "script"] == [tag for tag, _ in read.raw]
    assert f"style-src {fingerprint(style)}" in policy
    assert f"script-src {fingerprint(script)}" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not [name for _, told in read.tags for name in told if name.startswith("on") or name == "style"]
    assert json.loads(data)["flows"]


def test_hostile_names_are_shown() -> None:
    """They are in the data as text."""
    read = Read(page(hostile()))
    told = json.loads(read.raw[1][1])

    assert told["parties"][0]["name"].startswith("</script><script>alert(1)")
    assert "\u202e" not in read.raw[1][1]


def test_says_its_language() -> None:
    """The language of the page and its words."""
    for language in LANGUAGES:
        text = page(language=language)

        assert f'<html lang="{language}">' in text
        assert phrase("page.search", language) in text


def test_scripts_say_only_what_they_are_given() -> None:
    """Each phrase that a script asks for is there, and none is sent in vain."""
    text = "\n".join((files("ropa.formats.page") / name).read_text("utf-8") for name in SCRIPTS)
    named = set(re.findall(r'words(?:\.|\[")([\w-]+)', text)) - {
        "and",
        "comma",
        "data-of",
        "semicolon",
        "some-data",
    }
    begun = tuple(re.findall(r"words\[`([\w-]+-)\$", text))

    assert named <= set(SAID)
    assert [one for one in SAID if one not in named and not one.startswith(begun)] == []
    assert all(has_phrase(f"page.{one}") for one in SAID)


def test_markup_is_never_made_from_data() -> None:
    """No script writes markup, runs text, or asks for anything."""
    for name in SCRIPTS:
        text = (files("ropa.formats.page") / name).read_text("utf-8")

        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text
        )
        assert not re.search(r"fetch\(|XMLHttpRequest|WebSocket|import\(|sendBeacon|localStorage", text)


def test_chosen_party() -> None:
    """The page of a party opens with it."""
    text = write(loads(bakery_text()), language="nl", on=ON, party="loonwijzer")

    assert '"chosen":"loonwijzer"' in text


def test_is_the_sharing_format_under_its_suffix(tmp_path: Path) -> None:
    """`--as sharing` writes a page or a picture, as the file is called."""
    register = loads(bakery_text())
    where = export(register, tmp_path / "sharing.html", as_="sharing", language="nl", on=ON)
    picture = export(register, tmp_path / "sharing.svg", as_="sharing", language="nl", on=ON)

    told = write(register, language="nl", on=ON, report=check(register, on=ON))
    assert told == where.read_text("utf-8")
    assert "<svg" in picture.read_text("utf-8")[:100]

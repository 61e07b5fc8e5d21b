"""The library's own sentences: complete in every language, with the same gaps, and each of them said somewhere."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ropa.glossary import LANGUAGES, phrase
from ropa.glossary.book import ONE

SRC = Path(__file__).parents[2] / "src" / "ropa"
HERE = SRC / "glossary"
NOT_PHRASES = {"fields", "countries"}
FILES = sorted(
    path for path in (*HERE.glob("*.toml"), *HERE.glob("rules/*.toml")) if path.stem not in NOT_PHRASES
)


def blocks(value: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every block of words, by its key."""
    if any(language in value for language in LANGUAGES):
        yield path, value
        return
    for key, inner in value.items():
        yield from blocks(inner, f"{path}.{key}".lstrip("."))


PHRASES = {key: block for file in FILES for key, block in blocks(tomllib.loads(file.read_text("utf-8")))}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def code() -> Iterator[tuple[Path, ast.AST]]:
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node


def said() -> set[str]:
    """Every text in the code, and what an f-string begins with: `period.{unit}` counts for all that begins so."""
    found = set()
    for _, node in code():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
        if isinstance(node, ast.JoinedStr):
            parts = [one.value if isinstance(one, ast.Constant) else "*" for one in node.values]
            found.add("".join(map(str, parts)))
    return found


def test_there_are_phrases() -> None:
    """The tests below have something to look at."""
    assert len(PHRASES) > 100
    assert {"report.title", "check.as-of", "rules.item-missing.message"} <= set(PHRASES)


@pytest.mark.parametrize("key", PHRASES)
def test_is_complete(key: str) -> None:
    """All four languages, nothing empty, nothing else, and the same gaps in each."""
    words = PHRASES[key]

    assert set(words) == set(LANGUAGES), f"[{key}]\n" + "\n".join(
        f'{language} = "{words.get(language, "")}"' for language in LANGUAGES
    )
    assert all(text.strip() for text in words.values())
    assert len({frozenset(gaps(text)) for text in words.values()}) == 1


def test_key_begins_with_its_file() -> None:
    """So that a key says where it stands."""
    for file in FILES:
        assert set(tomllib.loads(file.read_text("utf-8"))) == {
            file.parent.name if file.parent != HERE else file.stem
        }


def test_every_key_in_the_code_is_there() -> None:
    """`phrase("report.title", …)` and the shorter `words.phrase("title")` name words that exist."""
    endings = {key.partition(".")[2] for key in PHRASES}
    missing = []
    for path, node in code():
        if not (isinstance(node, ast.Call) and node.args):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if called == "phrase" and isinstance(first, ast.Constant):
            keys = PHRASES if isinstance(node.func, ast.Name) else endings
            if first.value not in keys:
                missing.append(f"{path.name}:{node.lineno}: {first.value}")

    assert missing == []


def test_no_words_that_nobody_says() -> None:
    """Every phrase is named in the code: whole, by its end, or by a pattern; a rule's by the rule."""
    texts = said()
    patterns = [
        re.compile(".+".join(map(re.escape, text.split("*"))))
        for text in texts
        if "*" in text and len(text) > 3
    ]

    def used(key: str) -> bool:
        key = key.removesuffix(ONE)
        names = {key, key.partition(".")[2], key.rpartition(".")[2]}
        return bool(names & texts) or any(one.fullmatch(name) for one in patterns for name in names)

    assert [key for key in PHRASES if not key.startswith("rules.") and not used(key)] == []


@pytest.mark.parametrize("key", [key for key in PHRASES if key.endswith(ONE)])
def test_what_is_said_of_one_stands_beside_what_is_said_of_several(key: str) -> None:
    """With no other gaps, a number among those of several: that is what chooses between the two."""
    several = PHRASES[key.removesuffix(ONE)]

    assert gaps(PHRASES[key]["en"]) <= gaps(several["en"])
    assert gaps(several["en"]) & {"number", "count"}


def test_one_is_not_many() -> None:
    """A single one has words of its own where a language needs them."""
    said = [phrase("drawing.more", "fr", count=count) for count in (2, 1, 0)]

    assert said == ["+ 2 autres", "+ 1 autre", "+ 0 autres"]
    assert phrase("summary.others", "nl", number=1) == "en 1 andere"


def test_french_signs_do_not_begin_a_line() -> None:
    """The blank before them, and within quotation marks, is one at which no line ends."""
    for key in PHRASES:
        said = phrase(key, "fr")
        assert not re.search(r" [:;?!%»]|« ", said), key


@pytest.mark.parametrize("key", PHRASES)
def test_a_country_stands_by_itself(key: str) -> None:
    """Behind a colon or in brackets: in a sentence some names take an article, and in German a case (`in den USA`)."""
    after_a_word = re.compile(r"\w \{(country|countries|destination|region|regions)\}")
    assert not [text for text in PHRASES[key].values() if isinstance(text, str) and after_a_word.search(text)]

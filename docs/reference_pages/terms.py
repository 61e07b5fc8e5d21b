"""The page of every known term, in the languages of the glossary."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from reference_pages.markdown import MADE, table
from ropa.fields import every_card
from ropa.glossary import LANGUAGES


def terms() -> str:
    """Every known term, in the languages of the glossary."""
    text = [
        MADE + "# Known terms\n",
        "The words the glossary can say in every language. Lists that the law closes (legal bases, roles, grounds, "
        "special categories) take these and nothing else, and so do a few short lists; most take free text as well. "
        "Above each list stands which fields take its words; a field that takes only some of them says which. Countries are ISO 3166-1 codes (`GB`, not UK), `EU` or `EEA`.\n",
    ]
    for file in sorted((files("ropa.glossary") / "terms").iterdir(), key=lambda one: one.name):
        name = file.name.removesuffix(".toml")
        blocks = tomllib.loads(file.read_text("utf-8"))
        rows = (
            (f"`{word}`", *(_said(block[one]) for one in LANGUAGES), _brings(block))
            for word, block in blocks.items()
        )
        text += [f"## {name}\n", *_taken(name, blocks), table(("term", *LANGUAGES, "brings"), rows)]
    return "\n".join(text)


def _taken(vocabulary: str, words: Iterable[str]) -> Iterator[str]:
    """Which fields take the words of a vocabulary, and how many of them."""
    rows = []
    for one in every_card():
        if one.vocabulary != vocabulary:
            continue
        closed = [str(word) for word in one.closed]
        if not closed:
            takes = "these, or free text"
        elif set(closed) >= set(words):
            takes = "these only"
        else:
            takes = "only " + ", ".join(f"`{word}`" for word in closed)
        rows.append(f"- `{one.key}` ({one.owner}): {takes}")
    if rows:
        yield "\n".join(rows) + "\n"


def _said(words: str | list[str]) -> str:
    return words if isinstance(words, str) else ", ".join(words)


def _brings(block: dict[str, Any]) -> str:
    """What a term says besides its labels."""
    return ", ".join(
        f"{key}: {str(value).lower() if value is True else value}"
        for key, value in block.items()
        if key not in LANGUAGES
    )

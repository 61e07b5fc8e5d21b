"""The chains and the pictures of the gallery, and the picture of the README."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import ropa
from reference_pages.markdown import MADE, SPOKEN
from ropa.cli.show import one_line
from ropa.formats.svg import write as drawn
from ropa.glossary import LANGUAGES
from ropa.model.dump import plain

TOP = Path(__file__).parents[2]
EXAMPLES = TOP / "examples"
GALLERY = ("qlix", "qlinx", "qooqie", "proximus-ict", "wolq")
"""The organisations whose statements were read; their pictures are in the language of those statements."""
DAY = date(2026, 6, 1)
"""The day of the pictures: a fixed one, so that they only change when a register or the drawing does."""


def chains() -> dict[str, Callable[[], str]]:
    """The chains of the gallery, a page for each organisation, in every language of the glossary."""
    return {f"chains/{name}.md": partial(_chain, name) for name in GALLERY}


def _chain(name: str) -> str:
    file = f"examples/{name}/register.yaml"
    register = ropa.load(TOP / file)
    holder = register.party(register.holder or "")
    found = ropa.chain(register, holder.key, on=DAY)
    text = [
        MADE + f"# The chain of {plain(holder.name)}\n",
        "Everybody below it, activity by activity, as its public statement says it, in four languages. Names and titles "
        "stay in the language of the register. The [gallery](../gallery.md) tells more about the register; "
        "[Ask the chain](../how-to/questions-to-the-chain.md) tells how to read it.\n",
    ]
    for language in LANGUAGES:
        text += [
            f"## {SPOKEN[language]}\n",
            f"```sh\nropa chain {file} --on {DAY} --language {language}\n```\n",
            "\n".join(("```text", str(DAY), *map(one_line, found.tree(language)), "```\n")),
        ]
    return "\n".join(text)


def pictures() -> dict[str, Callable[[], str]]:
    """The bakery in English, as the README shows it, and the gallery."""
    languages = {"bakery": "en", **dict.fromkeys(GALLERY, "nl")}
    return {f"pictures/{name}.svg": partial(_picture, name, language) for name, language in languages.items()}


def _picture(name: str, language: str) -> str:
    graph = ropa.sharing_graph(ropa.load(EXAMPLES / name / "register.yaml"), on=DAY)
    return drawn(graph, language=language, on=DAY)

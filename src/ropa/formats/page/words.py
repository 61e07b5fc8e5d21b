"""The words of the page: those that stand in its markup, and those that its script says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ropa.formats.page.quote import markup
from ropa.glossary import phrase
from ropa.sharing.saying import Saying

SAID = (
    "about-people",
    "all-parties",
    "all-people",
    "breach",
    "breach-none",
    "breach-touches",
    "chain",
    "chain-ends",
    "chain-people",
    "choose",
    "close",
    "column-data",
    "column-from",
    "column-paper",
    "column-role",
    "column-to",
    "column-where",
    "count-activities",
    "findings",
    "findings-count",
    "flow-drawn",
    "found",
    "found-more",
    "found-none",
    "from",
    "holds-nothing",
    "finding-error",
    "finding-note",
    "finding-warning",
    "kind-activity",
    "kind-data",
    "kind-land",
    "kind-party",
    "kind-people",
    "light-breach",
    "light-chain",
    "light-near",
    "lights",
    "maybe",
    "maybe-data",
    "more",
    "none-match",
    "only",
    "only-all",
    "only-found",
    "outside",
    "parties-apart",
    "people",
    "receives",
    "receives-nothing",
    "remedy",
    "rests-on",
    "seat",
    "sends",
    "sends-nothing",
    "shown",
    "shown-all",
    "to",
    "unknown-data",
    "unstated-land",
    "zoomed",
)
"""The phrases of `page.toml` that the script says; gaps in braces are filled there."""


def said(words: Saying) -> dict[str, str]:
    """What the script says, by its name; gaps are left open."""
    made = {key: phrase(f"page.{key}", words.language) for key in SAID}
    shared = {"data-of": words.tell("data-of"), "some-data": words.tell("some-data")}
    shared["semicolon"] = words.tell("semicolon")
    return made | shared | {"and": words.phrase("and"), "comma": words.phrase("comma")}


class Marked(Mapping[str, str]):
    """What fills the gaps of the markup: given values as they are, and `page.…` from the glossary, made safe."""

    def __init__(self, language: str, given: Mapping[str, str]) -> None:
        self._language, self._given = language, given

    def __getitem__(self, key: str) -> str:
        if key.startswith("page."):
            return markup(phrase(key, self._language))
        return self._given[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

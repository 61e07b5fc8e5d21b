"""Clean registers of several kinds, complete and invented: an inspector has nothing to say to them, not even a note.

A register is the sum of the fragments in `defects/registers`; `defects/kinds.yaml` says which kind has which, and
`defects/places.yaml` what differs from country to country. A fragment says its texts in four languages side by side;
`$word` stands for a word of the place, or for a day that goes with the day of the check. The seed chooses the place and
what a holder does besides.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import yaml

HERE = Path(__file__).with_name("defects")
LANGUAGES = frozenset({"en", "nl", "fr", "de"})
DAYS = {"recently": -160, "before": -600, "later": 1100}
"""Days of a register, counted from the day of the check."""

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """Which clean register: its kind, its place (by the seed where none is given), the day it is clean on."""

    kind: str
    place: str
    seed: int
    on: date


def kinds() -> tuple[str, ...]:
    """The kinds of registers there are."""
    return tuple(read("kinds"))


def places() -> Mapping[str, Data]:
    """What differs from place to place, by the name of the place."""
    return {one["place"]: one for one in read("places")}


def clean(ground: Ground) -> Data:
    """A clean register as plain data, the same each time.

    >>> made = clean(Ground("shop", "BE-fr", 1, date(2026, 11, 21)))
    >>> made["language"], made["parties"][0]["name"], made["activities"][0]["name"]
    ('fr', 'Le Moulin', 'Livraison de farine')
    """
    kind, chance = read("kinds")[ground.kind], random.Random(f"{ground.kind} {ground.place} {ground.seed}")
    besides = [one for one in kind["may"] if chance.random() < 0.5]
    made: Data = {}
    for name in _with_others(["base", *kind["does"], *besides]):
        _join(made, read(f"registers/{name}"))
    _join(made, {"parties": [{"key": "holder", **kind["holder"]}]})
    always = made.pop("each_activity")
    made["activities"] = [{**one, **always} for one in made["activities"]]
    return said(made, _words(ground, kind["name"]))


def said(value: Any, words: Mapping[str, Any]) -> Any:
    """A value of a fragment in one language and one place."""
    if isinstance(value, dict):
        if LANGUAGES.issuperset(value) and words["language"] in value:
            return said(value[words["language"]], words)
        return {key: said(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [said(one, words) for one in value]
    return Template(value).safe_substitute(words) if isinstance(value, str) else value


def words_of(ground: Ground) -> Mapping[str, Any]:
    """The words that stand for `$word` in a register."""
    return _words(ground, read("kinds")[ground.kind]["name"])


def _words(ground: Ground, names: list[str]) -> Mapping[str, Any]:
    place = places()[ground.place]
    name = dict(zip(("nl", "fr", "de", "en"), names, strict=True))[place["language"]]
    days = {word: (ground.on + timedelta(days=ago)).isoformat() for word, ago in DAYS.items()}
    return {**place, **days, "name": name}


def _with_others(names: list[str]) -> Iterator[str]:
    """Fragments with those they need, each once."""
    told: dict[str, None] = {}
    for name in names:
        told.update(dict.fromkeys((*read(f"registers/{name}").get("with", ()), name)))
    yield from told


def _join(made: Data, fragment: Data) -> None:
    """Adds a fragment: entries of one key are one entry."""
    for field, value in fragment.items():
        if field == "with":
            continue
        held = made.setdefault(field, deepcopy(value))
        if not isinstance(value, list) or held == value:
            continue
        for one in value:
            same = next((other for other in held if "key" in one and other.get("key") == one["key"]), None)
            if same is None:
                held.append(deepcopy(one))
            else:
                same.update(deepcopy(one))


@cache
def read(name: str) -> Any:
    """A file of this benchmark."""
    return yaml.load(
        (HERE / f"{name}.yaml").read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )

"""How soon an answer is promised, read from words: "4 weeks", "een maand", "30 Werktage"."""

from __future__ import annotations

import re
from functools import cache

from ropa.glossary import LANGUAGES, known
from ropa.model.text import Text, sayings
from ropa.rules.lexicon import words
from ropa.rules.span import days

NUMBERS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 30)
"""The numbers that are understood written out."""
LONGEST = 1_000
"""Characters of a promise that are looked at."""


def promised_days(said: Text | None) -> int | None:
    """The fewest days within which an answer is promised, by the first period in the words; None where there is none.

    >>> promised_days("Een maand"), promised_days("within six weeks"), promised_days("30 werkdagen"), promised_days("Soon")
    (28, 42, 42, None)
    """
    for wording in sayings(said):
        found = _shape().search(wording[:LONGEST].casefold())
        if found:
            return _days(found["number"], found["unit"])
    return None


def _days(number: str, unit: str) -> int:
    count = int(number) if number.isdecimal() else _numbers()[number]
    iso = _units()[unit]
    return count * 7 // 5 if iso == WORKING else days(f"P{count}{iso}")[0]


WORKING = "working"


@cache
def _numbers() -> dict[str, int]:
    return {word: number for number in NUMBERS for word in words("rights", f"number-{number}")}


@cache
def _units() -> dict[str, str]:
    plain = {
        word.casefold(): block["iso"]
        for block in known("periods").values()
        for language in LANGUAGES
        for word in block[language]
        if block["iso"] in "YMWD"
    }
    return {**plain, **dict.fromkeys(words("rights", "working-days"), WORKING)}


@cache
def _shape() -> re.Pattern[str]:
    number, unit = (
        "|".join(re.escape(word) for word in sorted(table, key=lambda one: (-len(one), one)))
        for table in (_numbers(), _units())
    )
    return re.compile(rf"(?<!\w)(?P<number>\d{{1,3}}|{number})\s+(?P<unit>{unit})(?!\w)")

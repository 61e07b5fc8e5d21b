"""Which decision somebody may mean who gives no number of one: a country's, or that of a scheme such as the DPF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from ropa.law.adequacy import Decision, Kind

SAID_FOR = {"UK": "GB", "EL": "GR"}
"""Codes that are no country's in ISO 3166, and which is said by them."""
MOST = 3
LONGEST = 100


def meant(cited: str, number: str, rows: Mapping[str, object], decisions: Iterable[Decision]) -> list[str]:
    """The numbers that may be meant: those of such a year, or a like one, else those about such a country or scheme, the latest first."""
    short = number[:LONGEST]
    begins = [one for one in rows if one.startswith(f"{short}/")]  # the year alone
    near = begins[:MOST] or get_close_matches(short, rows, n=1, cutoff=0.6)
    if near:
        return near
    word = re.sub(r"[\W_]+", "-", str(cited)[:LONGEST].casefold()).strip("-")
    found = [row for row in decisions if row.number in rows and word and _is_about(row, word)]
    found.sort(key=lambda row: (row.until or date.max, row.since), reverse=True)
    return [row.number for row in found[:MOST]]


def _is_about(row: Decision, word: str) -> bool:
    if row.kind is not Kind.ADEQUACY:
        return False
    code = SAID_FOR.get(word.upper(), word.upper())
    known = (row.scheme, row.ground.value, row.organisation)
    return code in row.countries or any(f"-{word}-" in f"-{one}-" for one in known if one)

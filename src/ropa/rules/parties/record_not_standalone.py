"""A field says where to look instead of what is processed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.model.text import Text, sayings
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
LOOKED_AT = (("purposes", "text"), ("data_subjects", "kind"), ("personal_data", "kind"))
LONGEST = 200
"""A longer text says something besides where to look."""


@rule(
    "ROPA160",
    article="30(4)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="art30-strict",
)
def record_not_standalone(register: Register, on: date) -> Iterator[Place]:
    """A purpose or a category is only a link, or only says where to look: the record does not stand by itself.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages, personal_data: [salary, See annex 2]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages, personal_data: [salary, The notes of annex 2]}]
    ```
    """
    told: set[str] = set()
    for seen in register.seen():
        if not seen.activity.holds(on):
            continue
        for field, word in LOOKED_AT:
            if not any(_refers(getattr(one, word)) for one in seen.values(field, on)):
                continue  # most say what they mean, and need no path
            for said in seen.said(field, on):
                text = getattr(said.value, word)
                if said.path not in told and _refers(text):
                    told.add(said.path)
                    yield Place(said.path, {"said": named(register, [text])})


def _refers(text: Text) -> bool:
    return any(ADDRESS.fullmatch(one) is not None or _looks(one) for one in sayings(text))


def _looks(text: str) -> bool:
    if len(text) > LONGEST or not lexicon("parties", "documents").finds(text):
        return False
    first = text.split()[:3]
    return any(lexicon("parties", "look").is_all_of(" ".join(first[:number])) for number in (1, 2, 3))

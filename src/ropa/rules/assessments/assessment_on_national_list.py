"""An activity is of a type on the national list, and no impact assessment is on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, ListedType, Tables, listed_in
from ropa.model import Register
from ropa.rules.assessed import State, criteria, holder_country, state
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.lexicon import Lexicon
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule(
    "ROPA291",
    article="35(4)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="assessments",
    profile="accountability",
)
def assessment_on_national_list(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """The list of the holder's country names what an activity does, at the scale the register states, and no assessment is there.

    Lists are matched by kinds of data and a few words only; what they ask besides is for a person to see.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: NL}]
    activities: [{key: thieves, purposes: Keeping a blacklist of shoplifters}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: NL}]
    activities: [{key: thieves, purposes: Keeping a blacklist of shoplifters, dpia: {done: 2026-02-01}}]
    ```
    """
    country = holder_country(register)
    rows = (
        [(row, Lexicon(row.words) if row.words else None) for row in listed_in(country, on, tables)]
        if country
        else []
    )
    for one in controlled(register, on).activities if rows else ():
        if state(one, on) in (State.DONE, State.DECIDED_NOT):
            continue
        row = next((row for row, words in rows if _matches(one, row, words)), None)
        if row:
            yield Place(one.path, {"activity": activity(register, one.key), "type": row.name})


def _matches(one: Controlled, row: ListedType, words: Lexicon | None) -> bool:
    stated = criteria(one)
    if not all(need in stated for need in row.needs):
        return False
    own = one.seen.activity
    if words and any(
        words.finds(text) for text in (own.name, own.description, *(p.text for p in own.purposes))
    ):
        return True
    return any(at.value.kind in row.kinds for at in one.items)

"""The time limits stand in a document that the register does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register, Retention
from ropa.model.text import Text, sayings
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.stated import stated

SHORTEST = 4
"""Letters of a title that can be recognised in a reference."""


@rule("ROPA242", article="30(1)(f)", duty=Duty.WHERE_POSSIBLE, certainty=Certainty.LIKELY, theme="retention")
def retention_in_another_document(register: Register, on: date) -> Iterator[Place]:
    """For the period itself the register points to a document that is not among its sources or notices.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: {criterion: Differs by kind of order, reference: Retention policy of 2024}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: {period: P2Y, starts: delivery, reference: Retention policy of 2024}}]
    ```
    """
    titles = _titles(register)
    for one in stated(register, on, "retention"):
        document = _document(one.value)
        if document and not _is_held(document, titles):
            yield Place(one.path, {"document": named(register, [document])})


def _document(said: Retention) -> Text | None:
    if said.period is not None:
        return None
    if said.reference is not None:
        return said.reference
    return said.criterion if lexicon("retention", "elsewhere").finds(said.criterion) else None


def _titles(register: Register) -> tuple[str, ...]:
    given = [*(one.title for one in register.sources), *(one.title for one in register.notices)]
    titles = (title for one in given for title in sayings(one))
    return tuple(title.casefold() for title in titles if len(title) >= SHORTEST)


def _is_held(document: Text, titles: Sequence[str]) -> bool:
    return any(title in words.casefold() for words in sayings(document) for title in titles)

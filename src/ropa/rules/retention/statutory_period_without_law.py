"""Data are kept because the law asks for it, and which law is not said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register, Retention
from ropa.model.text import Text
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.stated import stated
from ropa.rules.unnamed import names_no_law


@rule("ROPA241", article="30(1)(f)", duty=Duty.WHERE_POSSIBLE, certainty=Certainty.LIKELY, theme="retention")
def statutory_period_without_law(register: Register, on: date) -> Iterator[Place]:
    """A time limit, or an exception to one, rests on a legal obligation without naming the law: nobody can check it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: invoices, retention: {criterion: The statutory period, starts: end-of-financial-year}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: invoices, retention: {criterion: The statutory period, law: Companies Act 1 s. 2}}]
    ```
    """
    for one in stated(register, on, "retention"):
        words = _unnamed(one.value)
        if words:
            yield Place(one.path, {"words": named(register, [words])})


def _unnamed(said: Retention) -> Text | None:
    """The words that lean on a law without naming it."""
    if said.law is not None:
        return said.law if names_no_law(said.law) else None
    legal = lexicon("retention", "legal-period")
    return next((words for words in (said.criterion, said.unless) if words and legal.finds(words)), None)

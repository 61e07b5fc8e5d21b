"""Data are kept longer than the law that is cited for it asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register, Retention
from ropa.rules.lexicon import Lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.span import period, shorter
from ropa.rules.statutory import beside_law


@rule("ROPA250", article="5(1)(e)", duty=Duty.GOOD_PRACTICE, theme="retention", profile="accountability")
def retention_above_cited_minimum(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A period rests on a law and is longer than that law asks, and no further reason is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: NL}]
    activities:
      - {key: accounts, personal_data: invoices, retention: {period: P12Y, starts: delivery, law: AWR art. 52}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: NL}]
    activities:
      - {key: accounts, personal_data: invoices, retention: {period: P7Y, starts: delivery, law: AWR art. 52}}
    ```
    """
    for one in beside_law(register, on, tables):
        asked = one.row.minimum
        cites = one.limit.law is not None and one.row.cited and Lexicon(one.row.cited).finds(one.limit.law)
        if asked and cites and shorter(asked, one.period) and not _further(one.limit):
            facts = {
                "period": period(register, one.period),
                "minimum": period(register, asked),
                "data": named(register, one.kinds, "personal-data"),
                "law": one.row.law,
            }
            yield Place(one.stated.path, facts)


def _further(said: Retention) -> bool:
    """Whether there is another reason, or a margin of a year to count to the end of it."""
    return any(
        value is not None for value in (said.when, said.unless, said.then_for, said.reference, said.note)
    )

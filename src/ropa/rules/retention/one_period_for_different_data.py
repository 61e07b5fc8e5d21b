"""One period for data that the law treats differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ropa.law import Duty
from ropa.law.statutory import statutory_terms
from ropa.model import Item, Register
from ropa.model.text import Text
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import Fact, activity, named
from ropa.rules.rule import Place, rule


@rule("ROPA245", article="30(1)(f)", duty=Duty.GOOD_PRACTICE, theme="retention")
def one_period_for_different_data(register: Register, on: date) -> Iterator[Place]:
    """An activity has one period for all its data, and for some of them national laws set periods of their own.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: orders, personal_data: [name, email, invoices], retention: {period: P10Y, starts: delivery}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        personal_data: [name, email, invoices]
        retention:
          - {period: P10Y, starts: end-of-financial-year, covers: invoices}
          - {period: P2Y, starts: delivery, covers: [name, email]}
    ```
    """
    regulated = frozenset(kind for row in statutory_terms() for kind in row.kinds)
    for one in controlled(register, on).activities:
        said = one.seen.said("retention", on)
        if len(said) == 1 and not said[0].general and said[0].value.period and not said[0].value.covers:
            kinds = [item.kind for item in _items(one, on)]
            apart = [kind for kind in kinds if kind in regulated]
            if apart and len(apart) < len(kinds):
                yield Place(one.path, _facts(register, one, apart))


def _items(one: Controlled, on: date) -> tuple[Item, ...]:
    return one.seen.values("personal_data", on)


def _facts(register: Register, one: Controlled, apart: Sequence[Text]) -> dict[str, Fact]:
    return {"activity": activity(register, one.key), "data": named(register, apart, "personal-data")}

"""Data are kept shorter than a national law asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.model.text import Text
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.span import days, period, shorter
from ropa.rules.statutory import Beside, beside_law


@rule(
    "ROPA248",
    article="5(1)(e)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="retention",
    profile="accountability",
)
def retention_below_statutory_minimum(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A period is shorter than the law of the holder's country asks for such data, and no other activity keeps them longer.

    The laws are those of a dated table, and the same law may reckon a certain document otherwise: likely, not recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities: [{key: accounts, personal_data: invoices, retention: {period: P7Y, starts: end-of-financial-year}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities: [{key: accounts, personal_data: invoices, retention: {period: P10Y, starts: end-of-financial-year}}]
    ```
    """
    asked = [one for one in beside_law(register, on, tables) if one.row.minimum]
    kept = _longest(asked)
    for one in asked:
        short = [kind for kind in one.kinds if shorter(kept[kind], one.row.minimum)]
        if short:
            facts = {
                "period": period(register, one.period),
                "minimum": period(register, one.row.minimum),
                "data": named(register, short, "personal-data"),
                "law": one.row.law,
            }
            yield Place(one.stated.path, facts)


def _longest(asked: list[Beside]) -> dict[Text, str]:
    """How long each kind of data is kept somewhere, at the longest: a shorter copy elsewhere is no fault."""
    kept: dict[Text, str] = {}
    for one in asked:
        for kind in one.kinds:
            if kind not in kept or days(one.period) > days(kept[kind]):
                kept[kind] = one.period
    return kept

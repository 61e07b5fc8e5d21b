"""Data are kept longer than a national law allows or a supervisor recommends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register, Retention
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.span import period, shorter
from ropa.rules.statutory import Beside, beside_law


@rule(
    "ROPA249",
    article="5(1)(e)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="retention",
    profile="accountability",
)
def retention_above_maximum(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A period is longer than a law of the holder's country allows, or than its supervisor recommends, for such data.

    With an exception or on a condition it is not looked at: that may be the reason.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities: [{key: camera, personal_data: camera-images, retention: {period: P3M, starts: recording}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities: [{key: camera, personal_data: camera-images, retention: {period: 30 days, starts: recording}}]
    ```
    """
    for one in beside_law(register, on, tables):
        most = _most(one)
        if most and shorter(most, one.period) and not _explained(one.limit):
            facts = {
                "period": period(register, one.period),
                "maximum": period(register, most),
                "data": named(register, one.kinds or one.row.subjects, _vocabulary(one)),
                "law": one.row.law,
            }
            yield Place(one.stated.path, facts, duty=Duty.GOOD_PRACTICE if one.row.guideline else None)


def _most(one: Beside) -> str:
    consented = one.limit.starts == "consent-given" and one.row.with_consent
    return consented or one.row.maximum


def _explained(said: Retention) -> bool:
    return any(value is not None for value in (said.unless, said.when, said.possible))


def _vocabulary(one: Beside) -> str:
    return "personal-data" if one.kinds else "data-subjects"

"""A privacy statement was last changed long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.span import is_older
from ropa.rules.statements import title, valid

YEARS = 3
"""After how many years a statement is worth reading again."""


@rule(
    "ROPA272",
    article="5(2)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="notices",
    profile="accountability",
)
def notice_not_revised(register: Register, on: date) -> Iterator[Place]:
    """The last day on which a privacy statement was published or changed lies more than three years back.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    notices: [{title: Privacy at the bakery, published: 2018-05-25}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    notices: [{title: Privacy at the bakery, published: 2018-05-25, changed: 2025-02-01}]
    ```
    """
    for path, one in valid(register, on):
        days = [day for day in (one.published, one.changed, one.reviewed) if day is not None and day <= on]
        if days and is_older(max(days), YEARS, on):
            yield Place(path, {"notice": title(register, one), "day": max(days).isoformat()})

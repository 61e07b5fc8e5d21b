"""Data are kept for ever, and no law that asks for it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register, Retention
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.stated import stated
from ropa.rules.unnamed import names_no_law

ARCHIVES = {"archive", "public-archive", "anonymise", "aggregate"}
"""Endings after which keeping without limit is another matter (Article 89)."""


@rule(
    "ROPA247",
    article="5(1)(e)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="retention",
    profile="accountability",
)
def retention_unlimited(register: Register, on: date) -> Iterator[Place]:
    """Data are kept without limit in time, without a law or an archive (Article 89) to explain it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: recipes, retention: We keep them indefinitely}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: recipes, retention: "Not indefinitely: until the baker retires"}]
    ```
    """
    for one in stated(register, on, "retention"):
        if _is_unlimited(one.value):
            yield Place(one.path, {"criterion": named(register, [one.value.criterion])})


def _is_unlimited(said: Retention) -> bool:
    if (
        said.period is not None
        or not names_no_law(said.law)
        or ARCHIVES & {one for one in said.then if one in ARCHIVES}
    ):
        return False
    return lexicon("retention", "unlimited").finds(said.criterion) and not lexicon(
        "retention", "limited"
    ).finds(said.criterion)

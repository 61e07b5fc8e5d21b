"""An answer to a request is promised for later than the law gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.naming import named
from ropa.rules.provided import ways
from ropa.rules.reply import promised_days
from ropa.rules.rule import Place, rule

MONTH = 31
"""Days of the longest month."""
RIGHTS = frozenset({
    "access", "copy", "rectification", "erasure", "restriction", "information-on-recipients", "portability",
    "objection", "objection-to-direct-marketing", "automated-decisions", "human-intervention",
})  # fmt: skip
"""The rights of Articles 15 to 22."""


@rule(
    "ROPA265",
    article="12(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="rights",
    profile="accountability",
)
def reply_later_than_a_month(register: Register, on: date) -> Iterator[Place]:
    """The time in which an answer is promised is longer than a month; an extension is another matter.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {exercise: {right: access, reply_within: 6 weeks}}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {exercise: {right: access, reply_within: 4 weeks, extension: Two months}}}]
    ```
    """
    for way in ways(register, on):
        said = way.exercise
        promised = promised_days(said.reply_within)
        if promised and promised > MONTH and RIGHTS & {one for one in said.right if isinstance(one, str)}:
            facts = {
                "right": named(register, said.right, "rights"),
                "promised": named(register, [said.reply_within or ""]),
            }
            yield Place(way.path, facts)

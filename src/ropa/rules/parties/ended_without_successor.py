"""What replaced an ended activity is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Activity, Register
from ropa.model.text import sayings
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule("ROPA159", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="parties", profile="accountability")
def ended_without_successor(register: Register, on: date) -> Iterator[Place]:
    """An activity has ended, another goes on with the same name or purpose, and nothing says that it took its place.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages-1, name: Wages, valid_until: 2025-12-31}, {key: wages-2, name: Wages}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages-1, name: Wages, valid_until: 2025-12-31}, {key: wages-2, name: Wages, supersedes: wages-1}]
    ```
    """
    replaced = {key for one in register.activities for key in one.supersedes}
    going = [one for one in register.activities if one.holds(on) and one.status != "ended"]
    by_word: dict[str, str] = {}
    for one in going:
        for word in _words(one):
            by_word.setdefault(word, one.key)
    for one in register.activities:
        ended = one.status == "ended" or bool(one.valid_until and one.valid_until < on)
        heirs = [by_word[word] for word in _words(one) if word in by_word] if ended else []
        if heirs and one.key not in replaced:
            yield Place(
                f"activities.{one.key}",
                {"activity": activity(register, one.key), "other": activity(register, heirs[0])},
            )


def _words(one: Activity) -> Iterator[str]:
    said = [one.name, *(purpose.text for purpose in one.purposes)]
    return (" ".join(text.casefold().split()) for value in said for text in sayings(value))

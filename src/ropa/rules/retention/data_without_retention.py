"""The time limits of an activity leave some of its data out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.model.text import Text
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule("ROPA246", article="30(1)(f)", duty=Duty.WHERE_POSSIBLE, theme="retention")
def data_without_retention(register: Register, on: date) -> Iterator[Place]:
    """Every time limit of an activity says for which data it is, and for some of the activity's data none is.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: orders, personal_data: [name, invoices], retention: {period: P10Y, starts: delivery, covers: invoices}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        personal_data: [name, invoices]
        retention:
          - {period: P10Y, starts: end-of-financial-year, covers: invoices}
          - {period: P2Y, starts: delivery, covers: name}
    ```
    """
    for one in controlled(register, on).activities:
        if "retention" in one.seen.activity.absences:
            continue
        left = _left_out(one, on)
        if left:
            facts = {
                "activity": activity(register, one.key),
                "data": named(register, left, "personal-data"),
            }
            yield Place(one.path, facts)


def _left_out(one: Controlled, on: date) -> list[Text]:
    """The kinds of data that no time limit is for; none where one is for all, or where there is no limit at all."""
    said = one.seen.values("retention", on)
    if not said or any(not limit.covers for limit in said):
        return []
    covered = {kind for limit in said for kind in limit.covers}
    kinds = [item.kind for item in one.seen.values("personal_data", on) if "retention" not in item.absences]
    return [kind for kind in dict.fromkeys(kinds) if kind not in covered]

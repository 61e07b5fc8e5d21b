"""The time limits of an activity leave some of its data out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register, Retention
from ropa.model.text import Text
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule("ROPA246", article="30(1)(f)", duty=Duty.WHERE_POSSIBLE, theme="retention")
def data_without_retention(register: Register, on: date) -> Iterator[Place]:
    """Every time limit of an activity says for which data it is, and for some of the activity's data none is.

    A limit on a condition only is none for the rest either.

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
        said = one.seen.values("retention", on)
        left = _left_out(one, said, on)
        if left:
            facts = {
                "activity": activity(register, one.key),
                "data": named(register, left, "personal-data"),
                "when": named(register, [limit.when for limit in said if limit.when]),
            }
            lone = _is_on_condition(said)
            certainty = Certainty.LIKELY if lone else Certainty.RECORDED
            yield Place(one.path, facts, certainty=certainty, variant="conditional" if lone else "")


def _left_out(one: Controlled, said: Sequence[Retention], on: date) -> list[Text]:
    """The kinds of data that no time limit is for; none where one is for all, or where there is no limit at all."""
    if not said or (any(not limit.covers for limit in said) and not _is_on_condition(said)):
        return []
    covered = {kind for limit in said for kind in limit.covers}
    kinds = [item.kind for item in one.seen.values("personal_data", on) if "retention" not in item.absences]
    return [kind for kind in dict.fromkeys(kinds) if kind not in covered]


def _is_on_condition(said: Sequence[Retention]) -> bool:
    """Whether the one limit that does not say for which data it is, is on a condition: of several, one may be for the rest."""
    for_all = [limit for limit in said if not limit.covers]
    return len(for_all) == 1 and for_all[0].when is not None

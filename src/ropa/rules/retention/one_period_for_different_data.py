"""One period for data that the law treats differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ropa.law import Duty, StatutoryTerm, Tables, terms_of
from ropa.model import Register, Retention
from ropa.model.text import Text
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import Fact, activity, named
from ropa.rules.rule import Place, rule
from ropa.rules.unnamed import names_no_law


@rule("ROPA245", article="30(1)(f)", duty=Duty.GOOD_PRACTICE, theme="retention")
def one_period_for_different_data(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """An activity has one period for all its data, and for some of them the law of the holder's country sets its own.

    The laws are those of a dated table, for these people; a period that names the law it follows is left alone.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: NL}]
    activities:
      - {key: orders, personal_data: [name, email, invoices], retention: {period: P10Y, starts: delivery}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: NL}]
    activities:
      - key: orders
        personal_data: [name, email, invoices]
        retention:
          - {period: P10Y, starts: end-of-financial-year, covers: invoices}
          - {period: P2Y, starts: delivery, covers: [name, email]}
    ```
    """
    holder = register.party(register.holder) if register.holder else None
    if holder is None or holder.country is None:
        return
    rows = [one for one in terms_of(holder.country, on, holder.services, tables) if not one.guideline]
    for one in controlled(register, on).activities if rows else ():
        if _is_one_for_all(one, on):
            told = _apart(one, rows, on)
            if told and len(told) < len(_kinds(one, on)):
                yield Place(one.path, _facts(register, one, told))


def _is_one_for_all(one: Controlled, on: date) -> bool:
    """Whether one period is for all its data, and no law that sets it is named."""
    said = one.seen.said("retention", on)
    if len(said) != 1 or said[0].general:
        return False
    limit: Retention = said[0].value
    return limit.period is not None and not limit.covers and names_no_law(limit.law)


def _kinds(one: Controlled, on: date) -> list[Text]:
    return [item.kind for item in one.seen.values("personal_data", on)]


def _apart(one: Controlled, rows: Sequence[StatutoryTerm], on: date) -> dict[Text, list[str]]:
    """The data for which the law of the country sets a period for some of these people, each with these laws."""
    people = set(map(str, one.kinds))
    about = [row for row in rows if not row.subjects or people.intersection(row.subjects)]
    found = {kind: [row.law for row in about if kind in row.kinds] for kind in _kinds(one, on)}
    return {kind: laws for kind, laws in found.items() if laws}


def _facts(register: Register, one: Controlled, told: Mapping[Text, Sequence[str]]) -> dict[str, Fact]:
    return {
        "activity": activity(register, one.key),
        "data": named(register, list(told), "personal-data"),
        "law": named(register, [law for laws in told.values() for law in laws]),
    }

"""Standard clauses known only from a source that is older than the clauses of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ropa.law import Certainty, Clauses, Duty, Ground, Tables
from ropa.model import Entry, Register, Source
from ropa.rules.rule import Place, rule
from ropa.transfer import Transfer, transfers


@rule(
    "ROPA199",
    article="46(2)(c)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def clauses_of_an_older_source(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Clauses are stated by a source older than those of today: it can only mean clauses that are out of use by now.

    Where an agreement tells which clauses they are, other rules look at it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    sources: [{key: statement, title: Privacy statement, published: 2018-09-13}]
    activities: [{key: shop, transfers: {countries: IN, grounds: standard-contractual-clauses, evidence: L4}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    sources: [{key: statement, title: Privacy statement, published: 2024-09-13}]
    activities: [{key: shop, transfers: {countries: IN, grounds: standard-contractual-clauses, evidence: L4}}]
    ```
    """
    current, until = _generations(tables.clause_sets)
    if current is None or until is None or on <= until:
        return
    told: set[str] = set()
    for one in transfers(register, on=on, tables=tables):
        if one.path in told or not _states_clauses(one):
            continue
        told.add(one.path)
        day = _day_of(register, one.path)
        if day is not None and day < current.adopted:
            facts = {"published": day.isoformat(), "decision": current.number, "until": until.isoformat()}
            yield Place(one.path, facts)


def _generations(sets: Iterable[Clauses]) -> tuple[Clauses | None, date | None]:
    """The clauses of today, and the last day of all that came before."""
    tools = [one for one in sets if one.transfer_tool and one.regime == "eu"]
    ended = [one.until for one in tools if one.until is not None]
    current = [one for one in tools if one.until is None and not one.ended_by]
    return max(current, key=lambda one: one.adopted, default=None), max(ended, default=None)


def _states_clauses(one: Transfer) -> bool:
    papers = one.hop.agreements if one.hop else ()
    return not papers and Ground.STANDARD_CONTRACTUAL_CLAUSES in (*one.grounds, *one.grounds_any_of)


def _day_of(register: Register, path: str) -> date | None:
    """The day of the latest source behind an entry; None where one has no day."""
    entry = register.entry(path)
    named = {one.source for one in entry.evidence} if isinstance(entry, Entry) else set()
    if not named or not register.sources:
        return None
    first = register.sources[0]
    days = [_last(next((one for one in register.sources if one.key == key), first)) for key in named]
    return None if None in days else max(day for day in days if day is not None)


def _last(source: Source) -> date | None:
    return source.changed or source.published

"""Data are outside the region that an agreement promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.lacking import lacking
from ropa.rules.naming import named, party
from ropa.rules.rule import Place, rule
from ropa.rules.told import countries
from ropa.sharing import GapKind


@rule("ROPA181", article="28(3)(a)", duty=Duty.SHALL, theme="recipients", profile="accountability")
def outside_promised_region(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Data leave the regions within which an agreement says that they stay.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office, name: The Office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], regions: EEA}
    activities: [{key: wages, flows: {recipient: office, role: processor, countries: US}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office, name: The Office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], regions: EEA}
    activities: [{key: wages, flows: {recipient: office, role: processor, countries: "NO"}}]
    ```
    """
    for gap in lacking(register, on, GapKind.OUTSIDE_REGION, tables):
        facts = {
            "recipient": party(register, gap.recipient),
            "countries": countries(register, gap.countries),
            "regions": countries(register, gap.regions),
            "agreement": named(register, [register.agreement(key).name or key for key in gap.agreements]),
        }
        # the same gap in several activities is told at each: the message names none, and each may be waived by itself
        for path in gap.at:
            yield Place(
                path, facts, certainty=Certainty.LIKELY if gap.possible or gap.how != "outside" else None
            )

"""The day asked about lies before the Regulation applied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import APPLIES, Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule


@rule("ROPA165", article="99(2)", duty=Duty.GOOD_PRACTICE, theme="parties", profile="accountability")
def regulation_not_yet_applicable(register: Register, on: date) -> Iterator[Place]:
    """The register is read as it was on a day before the Regulation applied.

    Flagged:

    ```yaml
    # on: 2018-05-24
    ropa: 1
    holder: bakery
    ```

    Accepted:

    ```yaml
    # on: 2018-05-25
    ropa: 1
    holder: bakery
    ```
    """
    if on < APPLIES:
        yield Place("", {"on": on.isoformat()})

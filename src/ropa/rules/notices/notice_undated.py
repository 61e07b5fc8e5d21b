"""A privacy statement bears no date and no version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.statements import title, valid
from ropa.rules.unread import unread


@rule("ROPA271", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="notices", profile="accountability")
def notice_undated(register: Register, on: date) -> Iterator[Place]:
    """Neither a day of publication or change nor a version of a privacy statement is on record.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    notices: [{title: Privacy at the bakery}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    notices: [{title: Privacy at the bakery, version: "2"}]
    ```
    """
    elsewhere = {path for path, _ in unread(register, on)}
    for path, one in valid(register, on):
        if one.published is None and one.changed is None and one.version is None:
            # of a document nobody read another rule tells more
            unless = "ROPA232" if path in elsewhere else ""
            yield Place(path, {"notice": title(register, one)}, unless=unless)

"""What there is to know about cookies stands in a document that the register does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.statements import title
from ropa.rules.unread import unread


@rule(
    "ROPA232",
    article="ePrivacy Directive 5(3)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def cookies_in_another_document(register: Register, on: date) -> Iterator[Place]:
    """A cookie statement is named, and no cookie is on record, or those that are point to it for more.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site}]
    notices: [{title: Cookie policy}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: session, set_by: bakery}}]
    notices: [{title: Cookie policy}]
    ```
    """
    for path, one in unread(register, on):
        yield Place(path, {"document": title(register, one)})

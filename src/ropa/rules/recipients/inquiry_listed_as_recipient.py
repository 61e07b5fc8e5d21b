"""An authority in a particular inquiry is listed among the recipients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.inquiries import looks_like_an_inquiry
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule


@rule("ROPA174", article="4(9)", duty=Duty.GOOD_PRACTICE, theme="recipients", profile="art30-strict")
def inquiry_listed_as_recipient(register: Register, on: date) -> Iterator[Place]:
    """A public authority that receives data in a particular inquiry stands among the recipients.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: police, name: The Police, services: police}]
    activities: [{key: camera, flows: {recipient: police, role: controller, when: On an order of the court}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: police, name: The Police, services: police}]
    activities: [{key: camera, flows: {recipient: police, role: authority-inquiry, when: On an order of the court}}]
    ```
    """
    told: set[str] = set()
    for hop in register.flows(on=on):
        if hop.path not in told and looks_like_an_inquiry(register, hop):
            told.add(hop.path)
            yield Place(hop.path, {"recipient": party(register, hop.recipient)})

"""An authority in a particular inquiry is listed among the recipients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Role
from ropa.model import Register
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule

AUTHORITIES = {
    "authority",
    "supervisory-authority",
    "court",
    "police",
    "tax-authority",
    "labour-inspectorate",
}


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
        one = register.party(hop.recipient)
        public = one.public_body or AUTHORITIES & {word for word in one.services if isinstance(word, str)}
        if not public or Role.AUTHORITY_INQUIRY in hop.role or hop.path in told:
            continue
        if lexicon("recipients", "inquiry").finds(hop.flow.when):
            told.add(hop.path)
            yield Place(hop.path, {"recipient": party(register, hop.recipient)})

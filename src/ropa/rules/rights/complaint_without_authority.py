"""The right to complain is given, and no authority is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables, authorities_in
from ropa.model import Register
from ropa.model.text import sayings
from ropa.rules.complaints import complaints
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA266",
    article="13(2)(d)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="rights",
    profile="accountability",
)
def complaint_without_authority(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Where to complain is said in words that name none of the supervisory authorities, and the holder names none either.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {complaint: The competent authority}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {complaint: "Autoriteit Persoonsgegevens, The Hague"}}]
    ```
    """
    holder = register.party(register.holder) if register.holder else None
    if holder and any(authorities_in(said, tables) for said in sayings(holder.supervisory_authority)):
        return
    for one in complaints(register, on):
        otherwise = lexicon("rights", "authority-otherwise").finds(one.text)
        if not otherwise and not authorities_in(one.words, tables):
            yield Place(one.path, {"complaint": named(register, [one.text])})

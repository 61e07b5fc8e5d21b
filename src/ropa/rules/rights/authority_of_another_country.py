"""The authority that is named is that of another country."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables, authorities_in, authority_of
from ropa.model import Register
from ropa.model.text import sayings
from ropa.rules.complaints import complaints
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA268",
    article="13(2)(d)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="rights",
    profile="accountability",
)
def authority_of_another_country(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """The holder's country is on record, and the only authority named is certainly that of another one.

    It may be right: of another establishment, or of a lead authority.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities: [{key: orders, rights: {complaint: Autoriteit Persoonsgegevens}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities: [{key: orders, rights: {complaint: Gegevensbeschermingsautoriteit}}]
    ```
    """
    holder = register.party(register.holder) if register.holder else None
    if holder is None or holder.country is None or not authority_of(holder.country, tables=tables):
        return
    said = [(f"parties.{holder.key}", words) for words in sayings(holder.supervisory_authority)]
    said += [(one.path, one.words) for one in complaints(register, on)]
    for path, words in said:
        countries = {one.country for one in authorities_in(words, tables)}
        known = authorities_in(words, tables, certain=True)
        certain = dict.fromkeys(one.country for one in known if one.verified)
        if certain and holder.country not in countries:
            facts = {
                "authority": named(register, [words]),
                "country": named(register, tuple(certain), "countries"),
            }
            yield Place(path, facts)

"""Changes of a privacy statement reach only those who look for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.statements import valid


@rule(
    "ROPA273",
    article="12(1)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="notices",
    profile="accountability",
)
def changes_told_by_publication_only(register: Register, on: date) -> Iterator[Place]:
    """Whatever way changes are announced by, it is one that data subjects have to look at by themselves.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    notices: [{title: Privacy at the bakery, announced_by: Publication on the website}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    notices: [{title: Privacy at the bakery, announced_by: [Publication on the website, E-mail to customers]}]
    ```
    """
    looked_for = lexicon("notices", "looked-for")
    for path, one in valid(register, on):
        if one.announced_by and all(
            looked_for.finds(way) and not lexicon("notices", "told").finds(way) for way in one.announced_by
        ):
            yield Place(path, {"way": named(register, one.announced_by)})

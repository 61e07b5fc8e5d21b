"""A condition that rests on a law is cited without the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.grounds import grounds
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

OF_LAW = ("9(2)(b)", "9(2)(g)", "9(2)(h)", "9(2)(i)", "9(2)(j)")


@rule(
    "ROPA136",
    article="9(2)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def special_ground_without_law(register: Register, on: date) -> Iterator[Place]:
    """A condition of Article 9(2) that rests on Union or national law is cited, and the law is not.

    For care, 9(2)(h), a contract with a professional will do: the reference to it is enough.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: staff, personal_data: sick-leave, purposes: {text: Planning, special_grounds: 9(2)(b)}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: staff, personal_data: sick-leave,
         purposes: {text: Planning, special_grounds: {ground: 9(2)(b), law: Absence Act}}}
    ```
    """
    for one in grounds(register, on):
        said = one.value
        if said.ground in OF_LAW and not said.law and not (said.ground == "9(2)(h)" and said.reference):
            yield Place(
                one.path,
                {"ground": named(register, [said.ground], "special-grounds")},
                article=said.ground,
            )

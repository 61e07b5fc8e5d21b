"""A register number is mistyped: its check digits do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.model.check_digits import fits
from ropa.model.number import number_of
from ropa.rules.naming import named, party
from ropa.rules.rule import Place, rule


@rule("ROPA168", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="parties", profile="accountability")
def number_that_does_not_check(register: Register, on: date) -> Iterator[Place]:
    """The check digits of a KBO, SIREN, LEI or Belgian VAT number do not fit the rest of it.

    By these numbers parties are recognised in other registers: a wrong one unites nobody, or the wrong ones. A KvK
    number has no check digits, and what is not written like a number of its register is left alone.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, registration: {scheme: kbo, number: "0123.456.794"}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, registration: {scheme: kbo, number: "0123.456.749"}}]
    ```
    """
    for one in register.parties:
        for at, said in enumerate(one.registration if one.holds(on) else (), start=1):
            number = number_of(said)
            if number is not None and not fits(number):
                yield Place(
                    f"parties.{one.key}.registration.{at}",
                    {
                        "party": party(register, one.key),
                        "register": named(register, [said.scheme], "schemes"),
                        "number": named(register, [said.number]),
                    },
                )

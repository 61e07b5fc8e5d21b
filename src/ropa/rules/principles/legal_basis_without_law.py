"""A legal obligation or a public task is the basis, and the law is not named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import LegalBasis, Register
from ropa.rules.at_once import is_everywhere, the_register
from ropa.rules.controlled import At, Controlled, Said, controlled
from ropa.rules.naming import Fact, entry, named
from ropa.rules.rule import Place, rule
from ropa.rules.unnamed import names_no_law


@rule(
    "ROPA102",
    article="6(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def legal_basis_without_law(register: Register, on: date) -> Iterator[Place]:
    """A legal obligation or a public task is stated as legal basis without the law that lays it down.

    One finding for each activity; one for the register where no law is named anywhere. "A legal obligation" names no law.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: invoices, purposes: {text: Keeping invoices, legal_bases: legal-obligation}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: invoices
        purposes: {text: Keeping invoices, legal_bases: {basis: legal-obligation, law: "VAT Code, article 60"}}
    ```
    """
    lacking: dict[str, list[At]] = {}
    named_somewhere = False
    for one in controlled(register, on).holders():
        for basis in _of_law(one):
            if _names_no_law(basis.value):
                lacking.setdefault(one.path, []).append(basis)
            else:
                named_somewhere = True
    if is_everywhere(list(lacking), named_somewhere):
        everything = [basis for found in lacking.values() for basis in found]
        yield Place("", {"basis": _words(register, everything), "what": the_register})
        return
    for path, found in lacking.items():
        at = found[0].path if len(found) == 1 else path
        yield Place(at, {"basis": _words(register, found), "what": entry(register, path)})


def _of_law(one: Controlled | Said) -> list[At]:
    """The legal obligations and public tasks that an activity or a general entry states."""
    stated = [basis for aim in one.aims for basis in (*aim.bases, *aim.any_of)]
    if isinstance(one, Said):
        stated += [*one.bases, *one.any_of]
    return [at for at in stated if at.value.basis in (Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK)]


def _names_no_law(basis: LegalBasis) -> bool:
    return not basis.law or names_no_law(basis.law)


def _words(register: Register, found: list[At]) -> Fact:
    return named(register, [one.value.basis for one in found], "legal-bases")

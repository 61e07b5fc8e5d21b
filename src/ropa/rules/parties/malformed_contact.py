"""Contact details are recorded that nobody can use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ropa.law import Certainty, Duty
from ropa.model import Contact, Party, Register, Rights
from ropa.rules.answering import answering, contact_of
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.told import sign

ADDRESS = re.compile(r"(?:mailto:)?[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+", re.IGNORECASE)
SPELLED = re.compile(r"[(\[{]\s*(?:at|a|apenstaartje)\s*[)\]}]| at | apenstaartje ", re.IGNORECASE)
"""Addresses written out so that programs do not collect them."""
LOOKS_LIKE_A_SITE = re.compile(r"(?:[a-z]{3,6}:/|[a-z]{3,6}//|www\b)", re.IGNORECASE)
SITE = re.compile(
    r"(?:[a-z]+://)?(?!www\.[^\s/.:,]+(?:[/:?#]|$))[^\s/.:,]+(?:\.[^\s/.:,]+)+(?::\d+)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
LEAST_DIGITS, MOST_DIGITS = 3, 17
"""A short number of an emergency or service line; an international number with its prefixes."""
LONGEST = 2_000


@rule(
    "ROPA152",
    article="30(1)(a)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="art30-strict",
)
def malformed_contact(register: Register, on: date) -> Iterator[Place]:
    """An e-mail address, telephone number or address of a site cannot be used as it stands.

    The register holds it as the source prints it: the mistake may be the source's. Only what is plainly no address is told.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, contact: {email: "info@the bakery.example", address: Mill Street 1}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, contact: {email: info@bakery.example, phone: "112", web: The form on our site}}]
    ```
    """
    answers = {
        id(contact_of(register, person)) for one in answering(register, on) for person in _persons(one)
    }
    for at, contact in _contacts(register, on):
        for field, is_whole in (("email", _is_email), ("phone", _is_phone), ("web", _is_site)):
            said = getattr(contact, field)
            if said is not None and not is_whole(said[:LONGEST]):
                facts = {"what": sign(field), "said": named(register, [said])}
                if id(contact) in answers:
                    yield Place(at, facts)
                else:
                    yield Place(at, facts, article="5(1)(d)", duty=Duty.GOOD_PRACTICE)


def _persons(one: Party) -> tuple[Any, ...]:
    return tuple(person for person in (one.contact, one.representative, one.dpo) if person is not None)


def _contacts(register: Register, on: date) -> Iterator[tuple[str, Contact]]:
    """Every set of contact details, each once."""
    for one in register.parties:
        for field in ("contact", "representative", "dpo"):
            said = getattr(one, field)
            if isinstance(said, Contact) and one.holds(on):
                yield f"parties.{one.key}.{field}", said
    told = (said for seen in register.seen() if seen.activity.holds(on) for said in seen.said("rights", on))
    for path, rights in {said.path: said.value for said in told}.items():
        if isinstance(rights, Rights) and isinstance(rights.contact, Contact):
            yield f"{path}.contact", rights.contact


def _is_email(said: str) -> bool:
    found = [one.strip("<>()[].,;:") for one in said.split() if "@" in one]
    return all(ADDRESS.fullmatch(one) for one in found) if found else SPELLED.search(said) is not None


def _is_phone(said: str) -> bool:
    digits = [
        len(re.findall(r"\d", one)) for one in re.split(r"[/;,]|\s(?:of|or|ou|oder|en|and|et|und)\s", said)
    ]
    return sum(digits) >= LEAST_DIGITS and max(digits) <= MOST_DIGITS


def _is_site(said: str) -> bool:
    """A text that does not look like an address of a site is none, and is left alone."""
    return all(
        SITE.fullmatch(one.strip("<>()[].,;")) is not None
        for one in said.split()
        if LOOKS_LIKE_A_SITE.match(one)
    )

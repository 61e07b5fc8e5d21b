"""Where a transfer goes, in words: several rules name it."""

from __future__ import annotations

from collections.abc import Callable

from ropa.glossary import phrase, term, text
from ropa.model import Register
from ropa.transfer import Transfer


def destination(register: Register, one: Transfer) -> Callable[[str], str]:
    """Where to and to whom, as far as the register says."""

    def said(language: str) -> str:
        name = register.party(one.recipient).name or one.recipient if one.recipient else ""
        recipient = text(name, language, register.language)
        country = term("countries", one.country, language) if one.country else ""
        if country and recipient:
            return f"{country} ({recipient})"
        return country or recipient or phrase("rules.words.third-country", language)

    return said

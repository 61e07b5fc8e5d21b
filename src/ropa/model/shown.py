"""What a register shows of itself in a notebook: whose it is, how large, and its activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ropa.glossary import markup, phrase, spoken, text

if TYPE_CHECKING:
    from ropa.model.register import Register


def shown(register: Register) -> str:
    """A heading, counts, and the names of the activities, in the register's language; every text is escaped."""
    language = spoken(register.language)
    holder = register.party(register.holder).name or register.holder if register.holder else ""
    flows = register.flows()
    counts = (
        ("parties", len(register.party_keys)),
        ("activities", len(register.activities)),
        ("flows", len(flows)),
        ("processors", len({hop.recipient for hop in flows if hop.is_processor})),
        ("agreements", len(register.agreements)),
    )
    names = [text(one.name or one.key, language, register.language) for one in register.activities]
    return (
        markup.heading(text(holder, language, register.language))
        + markup.table((phrase(f"notebook.{name}", language), number) for name, number in counts)
        + markup.lines(names, language)
    )

"""Writes the letters that a register asks for on a day."""

from __future__ import annotations

from datetime import date

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.letters import faults, owners, unknowns, vendors
from ropa.letters.dealings import Dealings
from ropa.letters.letter import Letter
from ropa.letters.paper import Paper
from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.text import as_day, sayings
from ropa.rules import check
from ropa.sharing.impact.whom import parties_called, party_called


def ask(
    register: Register, *, on: date, language: str | None = None, to: str | None = None
) -> tuple[Letter, ...]:
    """A letter to each vendor and to each owner that has something to answer, and to nobody else.

    A vendor is asked what `check` finds about it and what is `unknown` of it; what is waived is not asked. An owner is
    asked what it would find out, and what the check finds of its activities and no vendor can answer. What is recorded
    is never asked. `to` is a party, by key, register number or name, or the name of an owner: only that letter, or none where nothing is open;
    `UnknownEntry` where the register knows neither. `UnknownLanguage` for a language without words.

    >>> parties = [{"key": "bakery", "name": "The Bakery"}, {"key": "post", "name": "Post Ltd", "contact": {"email": "p@p"}}]
    >>> activity = {"key": "mail", "name": "Mail", "flows": {"recipient": "post", "role": "controller"}}
    >>> register = Register(holder="bakery", parties=parties, activities=[activity])
    >>> letter, = ask(register, on=date(2026, 10, 1))
    >>> letter.to, [one.topic for one in letter.questions]
    ('post', ['places', 'officer'])
    """
    one_register(register)
    on = as_day(on)
    paper = Paper(register, on, language)
    dealings = Dealings(register, on)
    of_findings = [(one, tuple(faults.points(dealings, one))) for one in check(register, on=on).findings]
    of_unknowns = [(one, tuple(unknowns.points(dealings, one))) for one in unknowns.unknowns(register, on)]
    asked = [point for _, several in (*of_findings, *of_unknowns) for point in several]
    points = vendors.points_by_party(dealings, asked)
    # what is put to a vendor is not put to an owner as well
    ours = owners.questions_by_owner(
        paper,
        [one for one, several in of_findings if not several],
        [one for one, several in of_unknowns if not several],
    )
    letters = [vendors.letter(dealings, paper, key, points[key]) for key in points]
    letters += [owners.letter(paper, owner, ours[owner]) for owner in ours]
    return tuple(letters) if to is None else _only(register, paper, letters, to)


def _only(register: Register, paper: Paper, letters: list[Letter], to: str) -> tuple[Letter, ...]:
    known = {*register.party_keys, *(one.to for one in letters)}
    known |= {paper.words.text(one.owner) for one in register.activities if one.owner}
    if to not in known:
        if parties_called(register, to):
            return _only(register, paper, letters, party_called(register, to))
        known |= {name for party in register.parties for name in sayings(party.name)}
        hint = nearest(to, sorted(known))
        raise UnknownEntry(
            f"there is no party or owner {to[:60]!r}" + (f"; did you mean {hint!r}?" if hint else "")
        )
    return tuple(one for one in letters if one.to == to)

"""A flow as a row of the page: who, to whom, as what, where, on which paper and ground, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ropa.glossary import phrase
from ropa.law import Role, Tables, outside_eea
from ropa.model import PEOPLE, Hop
from ropa.sharing.saying import Saying
from ropa.transfer import Transfer, judge, transfers_of
from ropa.wording import ASIDE, role_of

IN_COLUMNS = frozenset({"roles", "countries", "grounds", "personal-data", "data-subjects"})
"""Vocabularies whose words have a column of their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a flow says beside its activity and its data; activities that say the same share a row."""

    sender: str
    recipient: str
    role: str
    roles: tuple[str, ...]
    """What the recipient is or may be, each by itself."""
    kind: str
    """What that means in a breach: `processor`, `controller`, `staff`, or `open`."""
    place: str
    lands: tuple[str, ...]
    leaves: bool
    """Whether some of the countries lie outside the EEA on the day."""
    paper: str
    ground: str
    more: tuple[str, ...]
    """Everything else the flow says, each with its label."""
    possible: bool


def row_of(words: Saying, hop: Hop, on: date, tables: Tables | None = None, *, judged: bool = True) -> Row:
    """A flow on a day in words; `tables` are dated tables with rows of one's own.

    Who does not see all that transfers are `judged` by is told what is stated, and of no lack.
    """
    away = transfers_of(words.register, hop, on=on, tables=tables)
    grounds = (_ground(words, one, on, tables, judged=judged) for one in away)
    lands = tuple(dict.fromkeys((*hop.countries, *hop.flow.access_from)))
    return Row(
        sender=hop.sender,
        recipient=hop.recipient,
        role=role_of(words, hop),
        roles=_roles(words, hop),
        kind=_kind(hop),
        place="" if hop.source and not lands else words.place(hop),
        lands=lands,
        leaves=bool(outside_eea(lands, on, tables)),
        paper=_paper(words, hop, judged=judged),
        ground="; ".join(filter(None, grounds)),
        more=tuple(_more(words, hop)),
        possible=hop.flow.possible is True,
    )


def begin_row(words: Saying, controller: str) -> Row:
    """The row of data that people give to a controller without a flow that says how."""
    role = words.term("roles", Role.CONTROLLER)
    return Row(PEOPLE, controller, role, (role,), "controller", "", (), False, "", "", (), False)


def _roles(words: Saying, hop: Hop) -> tuple[str, ...]:
    if hop.sub_processor or not hop.role:
        return (role_of(words, hop),)
    return tuple(words.term("roles", role) for role in hop.role)


def _kind(hop: Hop) -> str:
    if hop.is_processor or hop.returned:
        return "processor"
    if not hop.role:
        return "controller" if hop.source else "open"
    if Role.PROCESSOR in hop.role:
        return "open"
    return "staff" if hop.role == (Role.OWN_STAFF,) else "controller"


def _paper(words: Saying, hop: Hop, *, judged: bool) -> str:
    if hop.agreements:
        return words.phrase("comma").join(words.refer("agreement", key) for key in hop.agreements)
    return phrase("chain.no-agreement", words.language) if judged and _kind(hop) == "processor" else ""


def _ground(words: Saying, transfer: Transfer, on: date, tables: Tables | None, *, judged: bool) -> str:
    """The grounds as recorded, and how the transfer stands on the day."""
    stated = [words.term("grounds", one) for one in transfer.grounds]
    if transfer.grounds_any_of:
        either = words.phrase("or").join(words.term("grounds", one) for one in transfer.grounds_any_of)
        stated.append(phrase("page.one-of", words.language, grounds=either))
    if not judged:
        grounds = words.phrase("comma").join(stated)
        return f"{words.country(transfer.country)}: {grounds}" if grounds and transfer.country else grounds
    said = judge(words.register, transfer, on=on, tables=tables).message(words.language)
    if not stated:
        return said
    grounds = words.phrase("comma").join(stated)
    if not transfer.country:
        return f"{grounds} – {said}"
    # Most verdicts begin with the country too.
    country = words.country(transfer.country)
    rest = said.removeprefix(country).lstrip(" \u00a0\u202f:") if said.startswith(country) else said
    return f"{country}: {grounds} – {rest}"


def _more(words: Saying, hop: Hop) -> Iterator[str]:
    for one, value in words.fields(hop.flow, ASIDE):
        if not (one.refers or one.vocabulary in IN_COLUMNS or isinstance(value, bool)):
            yield f"{one.label(words.language)}: {words.say(value, one)}"
    if hop.flow.customers:
        behalf = words.parties(hop.flow.customers)
        yield phrase("page.on-behalf", words.language, parties=behalf)
    if hop.general:
        yield words.tell("in-general")

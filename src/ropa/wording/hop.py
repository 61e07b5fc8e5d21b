"""How a flow reads in a line: to whom, as what, and what more the register says of it."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.fields import card
from ropa.law import Role
from ropa.model import PEOPLE, Flow, Hop
from ropa.wording.value import ASIDE, Wording

TOLD = ASIDE | {"sender", "recipient", "role", "agreements", "possible", "note"}
"""Fields of a flow that its line tells in its own way, or leaves to the table of flows."""


def recipient_line(words: Wording, hop: Hop, *, sender_told: bool = False, by_line: bool = False) -> str:
    """A recipient in a line: who, as what, and what more the register says of the flow.

    Through whom it goes, unless the sender stands before the line already. `by_line` tells each fact on its own line,
    under who it is and as what.
    """
    more = [f"{role_of(words, hop)}{words.reading(hop.flow, 'role')}", *_moved(words, hop)]
    if sender_told:
        pass
    elif hop.sender == PEOPLE:
        more.append(words.phrase("from-people"))
    elif hop.sender not in hop.controllers:
        said = f"{words.party(hop.sender)}{words.reading(hop.flow, 'sender')}"
        more.append(words.phrase("through", sender=said))
    return _line(
        words, f"{words.party(hop.recipient)}{words.reading(hop.flow, 'recipient')}", more, hop, by_line
    )


def origin_line(words: Wording, hop: Hop) -> str:
    """A source of data in a line: from whom, and what more the register says of the flow."""
    who = f"{words.party(hop.sender)}{words.reading(hop.flow, 'sender')}"
    return _line(words, who, list(_moved(words, hop)), hop)


def _line(words: Wording, who: str, more: list[str], hop: Hop, by_line: bool = False) -> str:
    said = words.reading(hop.flow)
    if by_line:
        general = f" ({words.phrase('in-general')})" if hop.general else ""
        return (
            "\n".join((f"{who} — {more[0]}{general}{said}", *more[1:])) if more else f"{who}{general}{said}"
        )
    if hop.general:
        more.append(words.phrase("in-general"))
    return f"{who} — {words.semicolon.join(more)}{said}" if more else f"{who}{said}"


def _moved(words: Wording, hop: Hop) -> Iterator[str]:
    """What a flow says beside who it is between."""
    for one, value in words.fields(hop.flow, TOLD):
        yield words.labelled(one, words.say(value, one), hop.flow)
    if hop.agreements:
        papers = card(Flow, "agreements")
        yield words.labelled(papers, words.say(hop.agreements, papers), hop.flow)
    for key, absence in hop.flow.absences.items():
        yield words.labelled(card(Flow, key), words.absent(absence))
    if hop.flow.possible:
        yield words.phrase("possible")


def role_of(words: Wording, hop: Hop) -> str:
    """What the recipient is, in words: open where it is undecided or not stated."""
    if hop.sub_processor:
        return words.term("roles", "sub-processor")
    if hop.returned:
        return words.phrase("role-returned")
    if not hop.role:
        return words.term("roles", Role.CONTROLLER) if hop.source else words.phrase("role-not-stated")
    said = [words.term("roles", role) for role in hop.role]
    return said[0] if len(said) == 1 else words.phrase("role-open", roles=words.phrase("or").join(said))

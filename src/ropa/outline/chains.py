"""The chains of processors below a party: a row for each link, at any depth, on which paper and with whose leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from ropa.fields import card
from ropa.law import Role
from ropa.model import Flow, Register
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table
from ropa.outline.links import LinkCells
from ropa.outline.page import Cell, Column, Paragraph, Section, Table
from ropa.outline.scope import Scope
from ropa.sharing import Chain, Cycle, Diamond, Link, chain
from ropa.sharing.saying import Saying
from ropa.sharing.told import tell_cycle, tell_diamond

KEY = "chains"
NOTES = f"{KEY}:ways"

Row = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """The processors below a party, and what a processor passes on."""

    party: str
    links: tuple[Link, ...]
    found: Chain

    @property
    def apart(self) -> bool:
        """Whether it is somebody else's chain than the holder's: nobody but those in it is named."""
        return self.party != self.found.register.holder

    @property
    def named(self) -> frozenset[str]:
        """Everybody in it."""
        ends = (key for link in self.links for key in (link.sender, link.recipient, *link.customers))
        return frozenset((self.party, *ends))


def chains(register: Register, party: str | None, on: date) -> Chains | None:
    """The chains below a party on a day; None where no processor is in them.

    Recipients that a controller itself sends to, and that are no processor, stand in the table of flows alone; who may
    be one is shown here too. What goes on below the holder begins with the link by which it is reached itself.
    """
    if party not in register.party_keys:
        return None
    found = chain(register, f"parties.{party}", on=on)
    processors = {(link.activity, link.recipient) for link in found.links if link.rank is not None}
    links = tuple(
        link
        for link in found.links
        if link.rank is not None or Role.PROCESSOR in link.role or (link.activity, link.sender) in processors
    )
    if not processors:
        return None
    if party == register.holder:
        links = (*_led(register, party, links, on),)
    return Chains(party, links, found)


def _led(register: Register, party: str, links: Iterable[Link], on: date) -> Iterator[Link]:
    """The links with those to the party itself before them, activity by activity."""
    links = tuple(links)
    told = {(link.hop.path, link.sender) for link in links}  # round a circle it is one of those below
    for activity, below in groupby(links, key=lambda link: link.activity):
        if activity and party not in register.controllers_of(register.activity(activity)):
            above = chain(register, f"activities.{activity}", on=on).links
            yield from (
                one
                for one in above
                if one.recipient == party and one.rank and (one.hop.path, one.sender) not in told
            )
        yield from below


def intro(words: Cells, held: Chains) -> tuple[Paragraph, ...]:
    """What the table of a chain shows."""
    said = [words.phrase("chains-intro")]
    if not held.apart:
        said.append(words.phrase("chains-elsewhere"))
    return (Paragraph(" ".join(said)),)


def chains_table(words: Cells, held: Chains) -> Table:
    """A row for each link of each activity, every fact in a column of its own."""
    say = LinkCells(words, held.found.on, None if not held.apart else held.named)

    def activity(link: Link) -> tuple[Cell, ...]:
        return (Cell(say.saying.activity(link.activity)),)

    columns = (
        (Column(words.phrase("activity"), width=26, names=True), activity),
        (Column(words.phrase("rank"), width=8, kind="number", names=True), say.rank),
        (_column(words, "sender", 24, names=True), say.sender),
        (_column(words, "recipient", 24, names=True), say.recipient),
        (_column(words, "role", 24), say.role),
        (_column(words, "countries", 20), say.countries),
        (_column(words, "access_from", 18), say.reached_from),
        (_column(words, "agreements", 30), say.agreements),
        (Column(words.phrase("authorisation"), width=28), say.authorisation),
        (_column(words, "personal_data", 36), say.data),
        (_column(words, "data_subjects", 26), say.people),
        (Column(words.phrase("on-behalf-of"), width=24), say.behalf),
    )
    return filled_table(
        [head for head, _ in columns], [tuple(cells(link) for _, cells in columns) for link in held.links]
    )


def chains_in_short(words: Cells, scope: Scope, held: Chains) -> Table:
    """The same for reading: what reads alike in several activities stands once."""
    say = LinkCells(words, held.found.on, None if not held.apart else held.named)
    columns = (
        (Column(words.phrase("rank"), width=7, kind="number", names=True), say.rank),
        (_column(words, "sender", 20, names=True), say.sender),
        (_column(words, "recipient", 20, names=True), say.recipient),
        (Column(words.phrase("role-and-place"), width=28), say.role_and_place),
        (Column(words.phrase("agreement-and-authorisation"), width=56), say.papers),
        (_column(words, "personal_data", 60), say.carried),
        (Column(words.phrase("on-behalf-of"), width=22), lambda link: say.behalf_beyond(link, held.party)),
    )
    alike: dict[Row, list[str]] = {}
    for link in held.links:
        alike.setdefault(tuple(cells(link) for _, cells in columns), []).append(link.activity)
    return filled_table(
        [Column(words.phrase("activity"), width=24, names=True), *(head for head, _ in columns)],
        [(scope.cells(activities), *row) for row, activities in alike.items()],
    )


def _column(words: Cells, key: str, width: int, *, names: bool = False) -> Column:
    return Column(card(Flow, key).label(words.language), width=width, names=names)


class _Together(Saying):
    """Words in which one activity stands for all of which the same is said."""

    together = ""

    def activity(self, key: str) -> str:
        """The name of all of them."""
        return self.together


def ways(words: Cells, scope: Scope, held: Chains) -> Section | None:
    """Who is reached by several ways, and among whom data can go round, under a heading; nothing where nobody is."""
    said = [*_ways(words, scope, held)]
    if not said:
        return None
    return Section(NOTES, words.phrase("chains-ways"), tuple(Paragraph(text) for text in said))


def _ways(words: Cells, scope: Scope, held: Chains) -> Iterator[str]:
    round_: dict[Cycle, list[str]] = {}
    met: dict[Diamond, list[str]] = {}
    for diamond in held.found.diamonds:
        met.setdefault(replace(diamond, activity=""), []).append(diamond.activity)
    for cycle in held.found.cycles:
        round_.setdefault(replace(cycle, activity=""), []).append(cycle.activity)
    for one, activities in met.items():
        yield tell_diamond(_together(words, scope, activities), one)
    for path, activities in round_.items():
        yield tell_cycle(_together(words, scope, activities), path)


def _together(words: Cells, scope: Scope, activities: list[str]) -> Saying:
    saying = _Together(words.register, words.language)
    saying.together = saying.row(str(cell.value) for cell in scope.cells(activities))
    return saying

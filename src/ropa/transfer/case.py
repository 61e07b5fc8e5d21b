"""One transfer on one day, with all that its verdict turns on."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.law import Decision, Ground, Role, Tables
from ropa.model import PEOPLE, Party, Register
from ropa.model.text import Frozen, sayings
from ropa.transfer.departure import Transfer
from ropa.transfer.verdict import Standing, Verdict

AT_WORK = {"employees", "former-employees", "temporary-workers", "interns", "apprentices"}
"""Known terms for people whose data are human resources data of the sender (our reading)."""

NOBODY = Party(key="nobody")


class Case:
    """A transfer to be judged: the register around it, the day, the tables, and what is taken as struck down.

    What every verdict turns on is looked up at once, the rest when it is asked for: a register has many transfers.
    """

    __slots__ = ("holding", "on", "recipient", "register", "revoked", "rows", "tables", "transfer")

    def __init__(
        self, register: Register, transfer: Transfer, on: date, revoked: frozenset[str], tables: Tables
    ) -> None:
        self.register = register
        self.transfer = transfer
        self.on = on
        self.revoked = revoked
        self.tables = tables
        self.recipient = self._party(transfer.recipient)
        """Who receives; a party without facts where nobody is stated."""
        self.rows = self._rows()
        """Every decision about the country, or about the organisation, whenever it held."""
        self.holding = tuple([row for row in self.rows if row.in_force(on) and not self.struck(row)])
        """Those that hold on the day."""

    @property
    def sender(self) -> Party:
        """Who sends; a party without facts where nobody is stated."""
        return self._party(self.transfer.sender)

    def _party(self, key: str) -> Party:
        return NOBODY if key in ("", PEOPLE) else self.register.party(key)

    @property
    def to_organisation(self) -> bool:
        """Whether the recipient is an international organisation: the decision on a country is not about it."""
        return self.transfer.recipient in self.register.international_organisations

    def _rows(self) -> tuple[Decision, ...]:
        if not self.to_organisation:
            return self.tables.of_country(self.transfer.country)
        called = {one.strip().casefold() for one in sayings(self.recipient.name)}
        return tuple(
            row for row in self.tables.of_organisations if called & {name.casefold() for name in row.names}
        )

    @property
    def place_known(self) -> bool:
        """Whether it is stated where it goes."""
        return bool(self.transfer.country) or self.to_organisation

    @property
    def about_workers(self) -> bool:
        """Whether it carries data of people at work for somebody."""
        hop = self.transfer.hop
        return hop is not None and any(isinstance(one, str) and one in AT_WORK for one in hop.data_subjects)

    @property
    def recipient_role(self) -> Role | None:
        """What the recipient is; None where that is open."""
        hop = self.transfer.hop
        if hop is None or len(hop.role) > 1:
            return None
        return hop.role[0] if hop.role else (Role.CONTROLLER if hop.source else None)

    @property
    def open_whether(self) -> str:
        """Why it may be no transfer at all, as a reason: one organisation has to make data available to another one.

        What people give by themselves has no such sender, what colleagues see no such recipient (EDPB Guidelines
        05/2021). What leaves the browser of a visitor for a third party does: by the same guidelines the website sends it.
        """
        if self.transfer.sender == PEOPLE:
            return "from-people"
        return "own-staff" if self.recipient_role is Role.OWN_STAFF else ""

    @property
    def sender_role(self) -> Role | None:
        """What the sender is; None where that does not follow from the register."""
        hop = self.transfer.hop
        if hop is None or hop.sender == PEOPLE:
            return None
        if hop.sender in hop.controllers:
            return Role.CONTROLLER
        if hop.sub_processor:
            return Role.PROCESSOR
        return self._received_as.get((hop.activity, hop.sender))

    @property
    def _received_as(self) -> dict[tuple[str, str], Role]:
        """As what each party received the data of each activity, where that is one thing."""
        made: dict[tuple[str, str], Role] = self.register.kept(
            ("ropa.transfer", "received-as"), lambda: _received_as(self.register)
        )
        return made

    def struck(self, row: Decision) -> bool:
        """Whether a decision is taken as struck down, or what moved its end is and that end has come."""
        return row.number in self.revoked or any(
            one.number in self.revoked and one.since <= self.on
            for one in (self.tables.extensions(row.number) if self.revoked else ())
        )

    def verdict(
        self,
        standing: Standing,
        *reasons: str,
        ground: Ground | None = None,
        decision: str = "",
        **facts: Any,
    ) -> Verdict:
        """A verdict with the facts every one has."""
        around: dict[str, Any] = {
            "country": self.transfer.country,
            "recipient": (self.recipient.name or self.transfer.recipient) if self.transfer.recipient else "",
            "on": self.on,
        }
        if self._follows(ground):
            around["follows"] = True
        return Verdict(standing, reasons[0], ground, decision, Frozen({**around, **facts}), reasons[1:])

    def _follows(self, ground: Ground | None) -> bool:
        """Whether a ground is not stated of the flow: an agreement is one, or the recipient is listed."""
        hop = self.transfer.hop
        if ground is None or hop is None:
            return False
        return ground not in hop.flow.grounds and ground not in hop.flow.grounds_any_of

    def about(self, row: Decision, standing: Standing, reason: str, ground: Ground | None = None) -> Verdict:
        """A verdict that names a decision and its days."""
        return self.verdict(
            standing,
            reason,
            ground=ground or row.ground,
            decision=row.number,
            since=row.since,
            until=row.until or "",
            ended_by=row.ended_by,
        )

    def nothing(self, row: Decision, reason: str) -> Verdict:
        """The verdict where no ground is recorded: it names the decision that nearly reaches, or once did."""
        return self.verdict(
            Standing.MISSING,
            reason,
            decision=row.number,
            since=row.since,
            until=row.until or "",
            ended_by=row.ended_by,
        )


def _received_as(register: Register) -> dict[tuple[str, str], Role]:
    found: dict[tuple[str, str], set[Role]] = {}
    for hop in register.flows():
        found.setdefault((hop.activity, hop.recipient), set()).update(hop.role)
    return {place: next(iter(roles)) for place, roles in found.items() if len(roles) == 1}

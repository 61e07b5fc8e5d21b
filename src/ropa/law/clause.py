"""One generation of standard contractual clauses, and for whom each of its modules is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa.law.role import Role

AS_CONTROLLER = (Role.CONTROLLER, Role.JOINT_CONTROLLER)
"""Roles that count as controller where clauses speak of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """For which sender and recipient clauses are, and under which module."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    sender: Role
    recipient: Role
    module: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A row of the table of clauses (Article 46(2)(c)). Days are inclusive; None where no end is known."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    number: str
    adopted: date
    since: date
    """The first day a contract could be made with them."""
    source: str
    checked_on: date
    regime: str = "eu"
    new_until: date | None = None
    """The last day a new contract could be made with them."""
    until: date | None = None
    """The last day a contract made before could be relied on."""
    ended_by: str = ""
    amends: str = ""
    parties: tuple[Fit, ...] = ()
    transfer_tool: bool = True
    """False where they are for another purpose: no transfer can rest on them."""
    verified: bool = True
    """Whether all its days were read in a source."""
    note: str = ""

    @property
    def modules(self) -> tuple[str, ...]:
        """Its modules, where it has any."""
        return tuple(fit.module for fit in self.parties if fit.module)

    def fit(self, sender: Role, recipient: Role) -> Fit | None:
        """What of these clauses is for those two roles; None where nothing is."""
        wanted = (_as_party(sender), _as_party(recipient))
        return next((one for one in self.parties if (one.sender, one.recipient) == wanted), None)


def _as_party(role: Role) -> Role:
    return Role.CONTROLLER if role in AS_CONTROLLER else role

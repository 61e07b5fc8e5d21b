"""Who answers for data along the way by which they came: the last one that got them for itself (Article 4(7) and (8))."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ropa.law import Role
from ropa.model import Hop

ON_ITS_OWN = {Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.AUTHORITY_INQUIRY}
"""Recipients that answer for what they hold themselves."""
ON_BEHALF = {Role.PROCESSOR, Role.OWN_STAFF}


class Passed(NamedTuple):
    """Whose data are once they went along a way."""

    own: str = ""
    """The last party that got them for itself; empty where they still are those of the controllers of the activity."""
    undecided: tuple[str, ...] = ()
    """Those after it of whom it is open what they are: each may have them for itself."""


def passed(path: Iterable[Hop]) -> Passed:
    """Who got data for itself on the way. What a controller of the activity gets is counted as its own already."""
    own, undecided = "", dict[str, None]()
    for hop in path:
        if hop.source:
            own, undecided = "", {}
        elif not hop.returned and not (hop.role and ON_BEHALF.issuperset(hop.role)):
            if hop.role and ON_ITS_OWN.issuperset(hop.role):
                own, undecided = hop.recipient, {}
            else:
                undecided[hop.recipient] = None
    return Passed(own, tuple(undecided))

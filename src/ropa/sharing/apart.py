"""Those to whom data go and who are no recipients or third parties all the same: Article 4(9) and 4(10)."""

from __future__ import annotations

from ropa.law import Role
from ropa.model import Hop

NO_RECIPIENTS = {Role.AUTHORITY_INQUIRY, Role.OWN_STAFF}


def is_apart(hop: Hop) -> bool:
    """Whether a flow goes to own staff or to an authority in a particular inquiry."""
    return bool(hop.role) and NO_RECIPIENTS.issuperset(hop.role)

"""Public authorities that receive data in a particular inquiry: no recipients, Article 4(9)."""

from __future__ import annotations

from ropa.law import Role
from ropa.model import Hop, Register
from ropa.rules.lexicon import lexicon

AUTHORITIES = frozenset({
    "authority", "supervisory-authority", "court", "police", "tax-authority", "labour-inspectorate",
})  # fmt: skip


def looks_like_an_inquiry(register: Register, hop: Hop) -> bool:
    """Whether an authority gets data on an order or a request, and the flow is not kept apart as an inquiry."""
    one = register.party(hop.recipient)
    public = one.public_body or AUTHORITIES & {word for word in one.services if isinstance(word, str)}
    if not public or Role.AUTHORITY_INQUIRY in hop.role:
        return False
    return lexicon("recipients", "inquiry").finds(hop.flow.when)

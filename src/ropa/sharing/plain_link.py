"""A link of a chain as plain data."""

from __future__ import annotations

from typing import Any

from ropa.model.dump import plain
from ropa.sharing.link import Link


def plain_link(one: Link) -> dict[str, Any]:
    """Who is engaged by whom, where, on which paper, with whose leave, and for what."""
    party = one.party
    return {
        "activity": one.activity,
        "rank": one.rank,
        "sender": one.sender,
        "recipient": one.recipient,
        "name": plain(party.name) or one.recipient,
        "registration": [plain(number) for number in party.registration],
        "country": party.country or "",
        "role": [role.value for role in one.role],
        "sub_processor": one.hop.sub_processor,
        "countries": [*one.countries],
        "access_from": [*one.access_from],
        "agreements": [{"key": paper.key, "kind": plain(paper.kind) or ""} for paper in one.agreements],
        "authorisations": [
            {"by": by.by, "permission": by.permission.value, "agreements": [*by.agreements]}
            for by in one.authorisations
        ],
        "withheld": [
            {
                "by": by.by,
                "processor": by.processor,
                "permission": by.permission.value,
                "agreements": [*by.agreements],
                "possible": by.possible,
            }
            for by in one.withheld
        ],
        "personal_data": [plain(item) for item in dict.fromkeys(item for item, _ in one.tokens) if item],
        "people": [plain(person) for person in dict.fromkeys(person for _, person in one.tokens) if person],
        "customers": [*one.customers],
        "possible": one.possible,
        "circle": one.circle,
        "flow": one.hop.path,
    }

"""Where a finding about a legitimate interest belongs."""

from __future__ import annotations

from ropa.model import Register
from ropa.rules.controlled import At


def place_of(register: Register, basis: At) -> str:
    """The shared interest that a legal basis refers to, or else the legal basis itself."""
    said = basis.value.interest
    shared = isinstance(said, str) and any(one.key == said for one in register.interests)
    return f"interests.{said}" if shared else basis.path

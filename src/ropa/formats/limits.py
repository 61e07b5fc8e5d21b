"""How much a stranger's file may ask of this machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Generous for any register, and an end to every bomb. Pass your own to `ropa.load` to change them."""

    size: int = 64_000_000
    """Bytes in a file."""
    values: int = 10_000_000
    """Values in a file."""
    depth: int = 64
    """Mappings and lists within one another."""
    key: int = 1_024
    """Characters in a key."""
    files: int = 10_000
    """Files in a folder."""


LIMITS = Limits()

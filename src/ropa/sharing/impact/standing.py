"""How a transfer stands, as plain data."""

from __future__ import annotations

from ropa.law import Ground
from ropa.transfer import Verdict


def as_plain(verdict: Verdict | None) -> dict[str, str] | None:
    """A verdict as texts; nothing where there is none, as it was no transfer or is one no more."""
    if verdict is None:
        return None
    ground: Ground | None = verdict.ground
    return {
        "standing": verdict.standing.value,
        "ground": ground.value if ground else "",
        "decision": verdict.decision,
        "reason": verdict.reason,
    }

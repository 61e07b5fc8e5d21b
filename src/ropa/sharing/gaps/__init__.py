"""What the chains of a register lack: papers, leave, places, grounds, and steps that are not recorded."""

from ropa.sharing.gaps.ask import Gaps, gaps
from ropa.sharing.gaps.gap import Gap, GapKind

__all__ = ["Gap", "GapKind", "Gaps", "gaps"]

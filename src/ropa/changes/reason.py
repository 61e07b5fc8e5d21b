"""Why a change is grave, in the order in which an officer would look."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a change is grave; of as many reasons the one that stands first here comes first."""

    SPECIAL_DATA = "special-data"
    """Data of Articles 9 or 10 are in it."""
    THIRD_COUNTRY = "third-country"
    """Data go, or can be reached, outside the EEA."""
    GROUND = "ground"
    """The ground of a transfer is lost or weaker, or a new transfer has none that holds."""
    SUB_PROCESSOR = "sub-processor"
    """A processor engages another, or one that was planned is engaged now."""
    RETENTION = "retention"
    """Data are kept longer, or no limit is recorded any more."""
    LEGAL_BASIS = "legal-basis"
    """The legal basis, or the exception of Article 9(2), is another or is gone."""
    NEW_RECIPIENT = "new-recipient"
    """Somebody else receives data in the activity who did not."""

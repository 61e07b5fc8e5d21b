"""Which flows leave the European Economic Area on a day, on which ground, and whether that ground holds."""

from ropa.transfer.departure import (
    LISTED_IN,
    PAPER,
    PRIVACY_FRAMEWORK,
    Grounds,
    Transfer,
    grounds_of,
    transfers,
    transfers_of,
)
from ropa.transfer.judge import Judged, fallen, judge, judged, relies_on, unstated
from ropa.transfer.place import Whereabouts, place_of
from ropa.transfer.verdict import Standing, Verdict

__all__ = [
    "LISTED_IN",
    "PAPER",
    "PRIVACY_FRAMEWORK",
    "Grounds",
    "Judged",
    "Standing",
    "Transfer",
    "Verdict",
    "Whereabouts",
    "fallen",
    "grounds_of",
    "judge",
    "judged",
    "place_of",
    "relies_on",
    "transfers",
    "transfers_of",
    "unstated",
]

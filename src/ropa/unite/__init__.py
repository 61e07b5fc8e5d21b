"""Several registers: put into one, or a customer's held against its processor's."""

from ropa.unite.join import join
from ropa.unite.joined import Joined, Made, NotUnited, Place, United
from ropa.unite.merge import Conflict
from ropa.unite.mirror import mirror
from ropa.unite.mirrored import Difference, Mirror
from ropa.unite.name import Renamed
from ropa.unite.same_work import SameWork

__all__ = [
    "Conflict",
    "Difference",
    "Joined",
    "Made",
    "Mirror",
    "NotUnited",
    "Place",
    "Renamed",
    "SameWork",
    "United",
    "join",
    "mirror",
]

"""What changed between two registers, as an officer would name it."""

from ropa.changes.change import Change, Changes
from ropa.changes.find import diff
from ropa.changes.kind import ChangeKind
from ropa.changes.reason import Reason
from ropa.changes.telling import Row

__all__ = ["Change", "ChangeKind", "Changes", "Reason", "Row", "diff"]

"""What falls due: the days a register names, and the days that follow from them, in the order in which they come."""

from ropa.agenda.ask import Agenda, due
from ropa.agenda.item import Due, DueKind
from ropa.agenda.span import INTERVALS, Intervals

__all__ = ["INTERVALS", "Agenda", "Due", "DueKind", "Intervals", "due"]

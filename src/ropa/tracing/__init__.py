"""Sources held against entries: which passage each entry rests on, what rests on nothing, what has no evidence."""

from ropa.tracing.held import Trace, Unplaced, trace, trace_marks
from ropa.tracing.mark import Mark, marks, read_marks
from ropa.tracing.passage import Passage, Resting
from ropa.tracing.place import Lost

__all__ = [
    "Lost",
    "Mark",
    "Passage",
    "Resting",
    "Trace",
    "Unplaced",
    "marks",
    "read_marks",
    "trace",
    "trace_marks",
]

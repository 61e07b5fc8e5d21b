"""Sources held against entries: which passage each entry rests on, what rests on nothing, what has no evidence."""

from ropa.trace.mark import Mark, marks, read_marks
from ropa.trace.passage import Passage, Resting
from ropa.trace.place import Lost
from ropa.trace.tracing import Trace, Unplaced, trace, trace_marks

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

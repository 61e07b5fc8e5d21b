"""Lets Python's collector of cyclic garbage rest while a register is read: half of the time would go into it.

What is read is a tree, and all of it is kept: there is nothing to collect before the end.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """The collector rests, and afterwards is what it was before.

    >>> with no_collecting():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

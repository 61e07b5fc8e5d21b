"""How far long work has come: a bar on a terminal, a line for each file in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ropa.cli.show import say

FEW = 4
"""Less work than this needs no bar."""


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """Gives what is to be called with the name of each file that is done."""
    if total < FEW or not sys.stderr.isatty():
        yield say
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def step(name: str) -> None:
            bar.advance(task)
            bar.console.out(name, highlight=False)

        yield step

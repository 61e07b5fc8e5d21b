"""How far long work has come: a bar on a terminal; and a line for each file, once it is in its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from ropa.cli.show import one_line, say

FEW = 4
"""Less work than this needs no bar."""


class Steps(NamedTuple):
    """What is to be called with the name of a file."""

    making: Callable[[str], None]
    """It is made, and may still come to nothing: only a bar shows it."""
    step: Callable[[str], None]
    """It is in its place."""


def _quiet(name: str) -> None:
    """Nobody watches."""


def _line(name: str) -> None:
    say(one_line(name))


@contextmanager
def progress(total: int) -> Iterator[Steps]:
    """Shows how far work has come. A path is printed when `step` is told it, never before the file is there."""
    if total < FEW or not sys.stderr.isatty():
        yield Steps(_quiet, _line)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield Steps(
            lambda name: bar.advance(task), lambda name: bar.console.out(one_line(name), highlight=False)
        )

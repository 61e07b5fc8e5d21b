"""Room in a table goes to the columns that make its rows tall."""

from __future__ import annotations

import pytest

from ropa.formats.pdf.columns import LANDSCAPE, parts, wants
from ropa.formats.pdf.even import evened
from ropa.outline.page import Cell, Column, Table

LONG = "all processing activities of the register (stated in general)"


def test_what_every_row_says_gets_room_of_what_few_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column that is empty but once does not make all other rows tall."""
    rows = [((Cell(LONG),), (), (Cell("L1"),)) for _ in range(12)]
    rows[3] = ((Cell("one"),), (Cell("by letter, by telephone and at the counter " * 3),), (Cell("L2"),))
    columns = wants(Table((Column("Activity"), Column("Channels"), Column("Evidence")), tuple(rows)))

    ((fit, _),) = parts(columns, LANDSCAPE)
    monkeypatch.setattr("ropa.formats.pdf.columns.evened", lambda widths, *_: tuple(widths))
    ((before, _),) = parts(columns, LANDSCAPE)

    assert fit.widths[0] > before.widths[0]
    assert fit.widths[1] < before.widths[1]


def test_nothing_gets_narrower_than_its_least_and_no_room_is_lost() -> None:
    """Whatever is given is taken."""
    rows = [((40.0, 1), (4.0, 1), (2.0, 1)), ((1.0, 1), (9.0, 2), (1.0, 1))]
    made = evened((60.0, 60.0, 40.0), (50.0, 45.0, 38.0), rows, 8.0, 9.0)

    assert sum(made) == 160.0
    assert all(width >= least for width, least in zip(made, (50.0, 45.0, 38.0), strict=True))
    assert made[0] > 60.0

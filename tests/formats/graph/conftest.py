"""The graph of the bakery."""

from __future__ import annotations

from datetime import date

import pytest

from ropa.model import Register
from ropa.sharing import SharingGraph, sharing_graph


@pytest.fixture
def graph_of_bakery(bakery: Register, on: date) -> SharingGraph:
    """Who shares what with whom in the bakery, on a day."""
    return sharing_graph(bakery, on)

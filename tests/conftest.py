"""What several tests look at: the bakery that is read in the documentation, on one day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load
from ropa.model import Register

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def on() -> date:
    """The day the examples are looked at."""
    return date(2026, 11, 21)


@pytest.fixture(scope="session")
def bakery_file() -> Path:
    """The register of the bakery."""
    return ROOT / "examples" / "bakery" / "register.yaml"


@pytest.fixture(scope="session")
def bakery(bakery_file: Path) -> Register:
    """The bakery: a chain of processors, a helpdesk in India, joint controllers, two gaps."""
    return load(bakery_file)

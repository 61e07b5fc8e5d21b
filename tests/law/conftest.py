"""What the tests of one's own rows share."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.law.rows import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A file with that text."""

    def made(text: str) -> Path:
        path = tmp_path / "rows.toml"
        path.write_text(text, "utf-8")
        return path

    return made

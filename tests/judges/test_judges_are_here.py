"""Where the judges are asked to be there, as `.ci/run` asks, their tests may not step aside."""

from __future__ import annotations

import os
import shutil

import pytest
from tests.judges.browser import missing


@pytest.mark.skipif(
    os.environ.get("ROPA_JUDGES") != "required", reason="ROPA_JUDGES=required does not ask for it"
)
@pytest.mark.parametrize(
    "program", ["soffice", "pdftotext", "pdfinfo", "qpdf", "xmllint", "rsvg-convert", "dot", "node"]
)
def test_is_installed(program: str) -> None:
    """The program can be found."""
    assert shutil.which(program)


@pytest.mark.skipif(
    os.environ.get("ROPA_JUDGES") != "required", reason="ROPA_JUDGES=required does not ask for it"
)
def test_the_browser_and_its_programs_are_installed() -> None:
    """Chromium, and what it is driven and judged with."""
    assert not missing()

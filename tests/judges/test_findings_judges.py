"""Other people's programs on the findings: xmllint reads the JUnit XML."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.formats.findings.conftest import Makes, checked, unread

from ropa.formats.findings import junit
from ropa.formats.findings.told import Unread
from ropa.law import Level

__all__ = ["checked", "unread"]


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
def test_junit_is_well_formed(checked: Makes, unread: Unread, tmp_path: Path) -> None:
    """xmllint takes it, whatever stands in the register, and finds a case for each rule."""
    file = tmp_path / "junit.xml"
    file.write_text(junit.write([checked(), unread], [Level.ERROR, Level.ERROR]), "utf-8")

    done = subprocess.run(
        ["xmllint", "--nonet", "--xpath", "count(//testcase)", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout.strip()) == (0, "", "5")

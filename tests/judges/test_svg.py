"""Other programs read the SVG: an XML parser and a renderer."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.drawing.graphs import bakery

from ropa.drawing import picture, svg


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The picture of a small story, in a file; one name is hostile."""
    graph = bakery()
    graph.nodes["party:bank"]["name"] = '<script>"&\x00\ud800 Ελλάς 漢字'
    path = tmp_path / "sharing.svg"
    path.write_text(svg(picture(graph, language="fr", on=date(2026, 5, 3))), encoding="utf-8")
    return path


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
def test_xmllint_finds_nothing(file: Path) -> None:
    """The file is well-formed XML and needs nothing from elsewhere."""
    judged = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--pedantic", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (judged.returncode, judged.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="rsvg-convert is not installed")
def test_rsvg_draws_it(file: Path, tmp_path: Path) -> None:
    """A renderer draws it without complaint, in the size it says."""
    out = tmp_path / "sharing.png"
    judged = subprocess.run(
        ["rsvg-convert", str(file), "-o", str(out)], capture_output=True, text=True, check=False
    )

    assert (judged.returncode, judged.stderr) == (0, "")
    assert out.read_bytes().startswith(b"\x89PNG")

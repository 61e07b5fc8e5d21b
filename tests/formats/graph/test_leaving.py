"""The graph leaves as a file: by suffix, by name, and in a folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.errors import CouldNotWrite
from ropa.formats.export import FORMATS, export
from ropa.formats.graph import form
from ropa.model import Register

BEGINS = {
    ".graphml": b"<?xml",
    ".dot": b"digraph",
    ".gv": b"digraph",
    ".mmd": b"---\ntitle: ",
    ".cyjs": b'{\n  "data": {',
}


@pytest.mark.parametrize("suffix", BEGINS)
def test_by_suffix(bakery: Register, on: date, tmp_path: Path, suffix: str) -> None:
    """Each suffix has its form, twice the same bytes, in the language asked for; it is written over freely."""
    path = tmp_path / f"a{suffix}"
    first = export(bakery, path, on=on, language="fr").read_bytes()

    assert first.startswith(BEGINS[suffix])
    assert first == export(bakery, path, on=on, language="fr").read_bytes()
    assert first != export(bakery, path, on=on, language="de").read_bytes()
    assert first != export(bakery, path, on=date(2020, 1, 1), language="fr").read_bytes()


def test_by_name(bakery: Register, on: date, tmp_path: Path) -> None:
    """`.json` is the register itself, so that node-link JSON is asked for; no register is written over by it."""
    own = tmp_path / FORMATS["node-link"].filename
    for _ in range(2):
        assert b'"multigraph": true' in export(bakery, own, on=on, as_="node-link").read_bytes()
    held = export(bakery, tmp_path / "a.json", on=on)
    with pytest.raises(CouldNotWrite, match="already there"):
        export(bakery, held, on=on, as_="node-link")


def test_every_form_is_a_format() -> None:
    """Under one name, and each file name of a folder once."""
    names = [one.filename for one in FORMATS.values()]

    assert set(form.FORMS) <= set(FORMATS)
    assert len(set(names)) == len(names)


def test_the_records_of_a_party(bakery: Register, on: date, tmp_path: Path) -> None:
    """With a party, its flows only, as in the picture."""
    text = export(bakery, tmp_path / "a.dot", on=on, party="postduif").read_text("utf-8")

    assert text.count(" -> ") == 1
    assert '"party:postduif"' in text

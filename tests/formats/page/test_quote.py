"""Text from strangers stays text, in markup and in data."""

from __future__ import annotations

import json
import re

import pytest

from ropa.formats.page.quote import data, fingerprint, markup

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    "\u202egnp.exe\u200f",
    "=1+1",
    '" onload="alert(1)',
    "& &amp; &lt;",
    "_x0041_",
    "\x00\x1b\ud800",
    "Ελλάδα Київ 漢字",
    "x" * 40_000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_data_ends_no_script(text: str) -> None:
    """Neither a tag nor a comment nor a line end stands in it, and a reader gets the text back as it is shown."""
    made = data({"name": text, "several": [text, 1, True, None]})

    assert not re.search("[<>&\u2028\u2029\x00-\x1f\u202a-\u202e\ud800-\udfff]", made)
    assert json.loads(made)["name"] == json.loads(made)["several"][0]
    if text.isprintable() and not re.search("[\u200f\ud800]", text):
        assert text == json.loads(made)["name"]


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_opens_nothing(text: str) -> None:
    """It stands in an element or a quoted attribute and does not get out."""
    assert not re.search("[<>\"'\u2028\u202e\x00]", markup(text))


def test_fingerprint() -> None:
    """One letter makes another script."""
    assert fingerprint("a") != fingerprint("b")
    assert fingerprint("a").startswith("'sha256-")

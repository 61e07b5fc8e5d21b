"""The picture of a chain stands in the text of its activity, for whoever reads the report."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ropa.formats.export import export
from ropa.model import Register

ON = date(2026, 6, 1)


def chain(length: int) -> Register:
    """A processor that engages another, and so on; nothing is said of papers, so that every link has findings."""
    keys = ["acme", *(f"p{at}" for at in range(length))]
    names = (
        "Acme Widgets Limited Company",
        "First Processor Software",
        "Second Hosting Group",
        "Third Support Services",
    )
    parties = [{"key": key, "name": f"{names[at % 4]} {at}", "country": "BE"} for at, key in enumerate(keys)]
    flows: list[dict[str, Any]] = [
        {"sender": one, "recipient": other, "role": "processor", "processing": "hosting", "countries": "BE"}
        for one, other in pairwise(keys)
    ]
    said = {"data_subjects": "customers", "personal_data": ["name", "email"]}
    activities = [
        {"key": "crm", "name": "Customers", **said, "flows": flows},
        {
            "key": "pay",
            "name": "Wages",
            "data_subjects": "employees",
            "personal_data": "name",
            "flows": flows[:1],
        },
    ]
    return Register.of({"holder": "acme", "parties": parties, "activities": activities})


def printed(register: Register, reader: str, folder: Path) -> str:
    made = export(register, folder / "out.pdf", language="en", on=ON, for_=reader)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(made).pages).split())


@pytest.mark.parametrize("reader", ["internal", "authority", "public"])
@pytest.mark.parametrize("length", [2, 3])
def test_a_chain_is_drawn_in_its_activity(reader: str, length: int, tmp_path: Path) -> None:
    """Badges of findings do not make it illegible, and four boxes in a row still fit."""
    said = printed(chain(length), reader, tmp_path)

    assert "could not be read" not in said
    assert "Who has a part in “Customers”" in said or "To whom data of “Customers” are passed on" in said


def test_of_a_long_chain_is_said_where_it_is_drawn(tmp_path: Path) -> None:
    """Six boxes in a row would break every word into crumbs, or be smaller than 7 points: the whole picture has them."""
    said = printed(chain(5), "internal", tmp_path)

    assert (
        "At the width of this page it could not be read; “Who shares data with whom” shows these flows"
        in said
    )

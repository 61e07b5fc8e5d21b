"""`ropa mirror`: two registers, a line for each difference, and a status that a pipeline can use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ropa.cli.mirror import command

CUSTOMER = """\
ropa: 1
holder: bakery
parties:
  - {key: bakery, name: The Bakery, registration: {scheme: kbo, number: "0123.456.749"}}
  - {key: payroll, name: Loonwijzer, registration: {scheme: kbo, number: "0987.654.394"}}
activities:
  - {key: wages, name: Wages, personal_data: salary, flows: {recipient: payroll, role: processor, countries: BE}}
"""
VENDOR = """\
ropa: 1
holder: us
parties:
  - {key: us, name: Loonwijzer, registration: {scheme: vat, number: BE0987654394}}
  - {key: client, registration: {scheme: kbo, number: "0123456749"}}
activities:
  - {key: payroll, name: Payroll, controllers: client, personal_data: loon,
     flows: {recipient: us, role: processor, countries: BE, access_from: IN}}
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with both registers."""
    (tmp_path / "customer.yaml").write_text(CUSTOMER, "utf-8")
    (tmp_path / "vendor.yaml").write_text(VENDOR, "utf-8")
    return tmp_path


def run(here: Path, *words: str) -> tuple[object, str]:
    paths = [str(here / "customer.yaml"), str(here / "vendor.yaml"), "--on", "2026-06-01", *words]
    done = CliRunner().invoke(command, paths, catch_exceptions=False, standalone_mode=False)
    return done.return_value, done.output


def test_a_difference_is_status_one(here: Path) -> None:
    """The day first, then a line for each."""
    status, told = run(here, "--language", "en")

    assert status == 1
    assert told.splitlines() == [
        "2026-06-01",
        "Wages ↔ Payroll: Accessible from, recorded only by Loonwijzer: India",
    ]


def test_agreement_is_status_nought(here: Path) -> None:
    """And is said."""
    (here / "vendor.yaml").write_text(VENDOR.replace(", access_from: IN", ""), "utf-8")
    status, told = run(here, "--language", "nl")

    assert status == 0
    assert "stemmen overeen (vergeleken verwerkingsactiviteiten: 1)" in told


def test_json(here: Path) -> None:
    """The same for a program, with the same status."""
    status, told = run(here, "--format", "json")
    found = json.loads(told)

    assert status == 1
    assert [(one["kind"], one["vendor"]["only"]) for one in found["differences"]] == [("access_from", ["IN"])]
    assert found["on"] == "2026-06-01"


def test_who_is_who_can_be_said(here: Path) -> None:
    """Where there are no numbers, by key or by name."""
    (here / "vendor.yaml").write_text(
        VENDOR.replace(', registration: {scheme: kbo, number: "0123456749"}', ", name: the bakery"), "utf-8"
    )

    assert "has a party of that name, the bakery (client)" in run(here, "--language", "en")[1]
    assert "party" not in run(here, "--language", "en", "--customer-as", "client")[1]
    assert "party" not in run(here, "--language", "en", "--by-name")[1]

"""`ropa export --for public`: who publishes a processor's record is told that it names customers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ropa.cli import ropa as command

TEXT = """ropa: 1
language: {language}
holder: host
parties:
  - {{key: host, name: Host BV}}
  - {{key: cloud, name: Cloud BV}}
  - {{key: acme, name: Acme Foods}}
  - {{key: beta, name: Beta Clinics}}
activities:
  - key: shop
    controllers: {controllers}
    flows: [{{recipient: {recipient}, role: processor, processing: hosting}}]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(
    *words: str, language: str = "en", controllers: str = "[acme, beta]", recipient: str = "host"
) -> Result:
    text = TEXT.format(language=language, controllers=controllers, recipient=recipient)
    Path("r.yaml").write_text(text, "utf-8")
    return CliRunner().invoke(
        command, ["export", "r.yaml", *words, "--on", "2026-01-01"], standalone_mode=False
    )


@pytest.mark.parametrize(
    "words", [("p.html",), ("--bundle", "p.zip", "--as", "yaml"), ("--into", "p", "--as", "yaml")]
)  # fmt: skip
def test_is_told_how_many_customers_it_names(here: Path, words: tuple[str, ...]) -> None:
    told = export(*words, "--for", "public").stderr
    assert "this copy names 2 customers on whose behalf Host BV processes data" in told
    assert "it asks nobody to publish it" in told


def test_is_told_in_the_language_of_the_register(here: Path) -> None:
    told = export("p.html", "--for", "public", language="nl", controllers="acme").stderr
    assert "dit exemplaar noemt 1 klant voor wie Host BV gegevens verwerkt" in told


@pytest.mark.parametrize(
    "how",
    [
        {"words": ("p.html", "--for", "authority")},
        {"words": ("p.html", "--for", "public"), "controllers": "host", "recipient": "cloud"},
        {"words": ("p.html", "--for", "public", "--as", "sub-processors")},
    ],
)
def test_nothing_is_said_where_no_customer_is_named(here: Path, how: dict[str, str]) -> None:
    words = how.pop("words")
    assert export(*words, **how).stderr == ""

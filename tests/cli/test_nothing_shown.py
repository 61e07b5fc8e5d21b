"""Where there is nothing to show, that is said: an answer without a word is none."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from ropa.cli import ropa as command

TEXT = """ropa: 1
holder: us
parties: [{key: us}, {key: host}]
activities:
  - {key: a, personal_data: name, flows: [{recipient: host, valid_until: 2025-12-31}]}
"""


def test_a_graph_without_flows_says_so(tmp_path: Path) -> None:
    """In the language asked for; on a day with a flow it is the flow."""
    (tmp_path / "one.yaml").write_text(TEXT, "utf-8")

    def said(day: str) -> list[str]:
        words = ["graph", str(tmp_path / "one.yaml"), "--party", "host", "--on", day, "--language", "nl"]
        return CliRunner().invoke(command, words).output.splitlines()

    assert said("2026-06-01") == ["2026-06-01", "Er zijn geen stromen van persoonsgegevens om te tonen."]
    assert "us → host" in said("2025-06-01")[1]

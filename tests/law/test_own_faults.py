"""What is wrong with a file of one's own rows: all of it at once, with its line and the nearest right word."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.law.rows import AUTHORITY, DPIA, FOOT, JOINS, TERM, Write

from ropa.errors import FileNotUnderstood
from ropa.law import standard
from ropa.law.own import MOST_BYTES

FAULTS = [
    ("\n[[memberships]]\n", 2, "memberships: there is no such table; did you mean [[membership]]?"),
    ("[[quux]]\n", 1, "quux: there is no such table; write one of [[decision]], "),
    ("retention = 3\n", 1, "retention: rows are wanted here; write [[retention]] above each"),
    ("[retention]\nlaw = 'x'\n", 1, "retention: rows are wanted here"),
    (JOINS.replace("countries", "country"), 2, "membership.0.country: this key is not known here; did you mean 'countries'?"),
    (JOINS.replace('"ME"', '"UK"'), 2, "membership.0.countries: there is no country 'UK'; did you mean 'GB'?"),
    (JOINS.replace('"ME"', '"me"'), 2, "membership.0.countries: there is no country 'me'; did you mean 'ME'?"),
    (JOINS.replace('"ME"', '"XX"'), 2, "there is no country 'XX'; write its ISO 3166 code"),
    (JOINS.replace('"ME"', '"EEA"'), 1, "a membership is that of one country or several"),
    (JOINS + "until = 2025-01-01\n", 6, "membership.0.until: the last day is before the first"),
    (JOINS + JOINS.replace('"ME", ', ""), 6, "membership.1: this is about the same, from the same first day, as membership.0"),
    (TERM, 1, "a row has a minimum or a maximum"),
    (f'{TERM}minimum = "P7Y"\nmaximum = "P9Y"\n', 1, "a row has a minimum or a maximum"),
    (f'{TERM}minimum = "7 years"\n', 1, "a period is written as ISO 8601 has it: P7Y, P4W"),
    (f'{TERM}minimum = "P7Y"\n' * 2, 8, "retention.1: this is about the same"),
    (f'{TERM}minimum = "P7Y"\nguidelines = true\n', 8, "did you mean 'guideline'?"),
    (TERM.replace('kinds = ["invoices", "transactions"]\n', "kinds = []\n") + 'minimum = "P7Y"\n', 1, "write kinds, subjects or both"),
    (AUTHORITY.replace("The New Supervisor", " "), 1, "no form of it is empty"),
    (AUTHORITY.replace('{ nl = "Het Nieuwe Toezicht", en = "The New Supervisor" }', '"AP"'), 3, "authority.0.names: "),
    (f'{AUTHORITY}for = "public"\n', 1, "public-bodies, private-bodies, union-bodies"),
    (DPIA.replace("eye tracking", "*"), 1, "none of these words is empty"),
    (DPIA.replace('words = ["eye tracking"]\n', ""), 1, "write kinds, words or both"),
    (DPIA.replace("checked_on = 2026-03-02\n", ""), 1, "dpia.0.checked_on: this is not there; write checked_on = …"),
    ('[[decision]]\nnumber = "(EU) 2027/1"\nfrom = 2027-01-01\nscope = "whole"\n' + FOOT, 2, "did you mean '2027/1'?"),
    ('[[decision]]\nnumber = "2027/1"\nfrom = 2027-01-01\nscope = "hole"\n' + FOOT, 4, "did you mean 'whole'?"),
    ('[[decision]]\nnumber = "2027/1"\n# [[decision]]\nfrom = "soon"\nscope = "whole"\n' + FOOT, 4, "decision.0.from: "),
    ("[[age]\n", 1, "at line 1"),
    ("\n\nage = [[[", 3, "at end of document"),
]  # fmt: skip
"""What is wrong, on which line, and what is said."""


@pytest.mark.parametrize(("text", "line", "told"), FAULTS)
def test_a_fault_with_its_line(write: Write, text: str, line: int, told: str) -> None:
    """One clear error, with the nearest right word."""
    path = write(text)
    with pytest.raises(FileNotUnderstood, match=re.escape(told)) as raised:
        standard().with_file(path)
    assert str(raised.value).startswith(f"{path}:{line}: ")


def test_everything_at_once(write: Write) -> None:
    """Faults of several rows and tables are told together, each once."""
    path = write(JOINS.replace("countries", "contries") + f'{TERM}minimum = "P7"\n[[agess]]\n')
    with pytest.raises(FileNotUnderstood) as raised:
        standard().with_file(path)
    assert [(one.at, one.line) for one in raised.value.problems] == [
        ("membership.0.contries", 2),
        ("retention.0", 6),
        ("agess", 13),
    ]


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe[[age]]", b"\x00", b"x = " + b"[" * 100_000, b"#" * (MOST_BYTES + 1), b'"a\\u0007b" = 1', b"x" * 900_000],
)  # fmt: skip
def test_hostile_files(tmp_path: Path, content: bytes) -> None:
    """Not understood, in few words."""
    path = tmp_path / "rows.toml"
    path.write_bytes(content)
    with pytest.raises(FileNotUnderstood) as raised:
        standard().with_file(path)
    assert len(str(raised.value)) < 1_000


def test_a_file_full_of_faults(write: Write) -> None:
    """Every one is counted, the first are shown."""
    with pytest.raises(FileNotUnderstood) as raised:
        standard().with_file(write("[[age]]\nag = 1\n" * 5_000))
    assert (
        raised.value.total == len(raised.value.problems) == 20_000
    )  # three lacking and one unknown in each row
    assert {(one.at, one.line) for one in raised.value.problems[-4:]} == {
        ("age.4999.country", 9_999),
        ("age.4999.source", 9_999),
        ("age.4999.checked_on", 9_999),
        ("age.4999.ag", 10_000),
    }
    shown = str(raised.value).splitlines()
    assert (len(shown), "19800" in shown[-1]) == (201, True)


def test_a_folder_and_nothing(tmp_path: Path) -> None:
    """Neither is a file; nor is a pipe, which would never end."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "none.toml", tmp_path / "pipe"):
        with pytest.raises(FileNotUnderstood):
            standard().with_file(path)


def test_lists_in_lists_without_end(write: Write) -> None:
    """Are told as what they are, and not in the words of Python."""
    with pytest.raises(FileNotUnderstood, match="nested too deep"):
        standard().with_file(write("[[membership]]\na = " + "[" * 100_000))

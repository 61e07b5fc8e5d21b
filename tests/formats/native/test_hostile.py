"""Whatever a stranger sends ends in a register or in a sentence with file and line: no crash, no echo, no end of memory.

The ids are those of the list of hostile inputs this was drawn from: Y for YAML, J for JSON.
"""

from __future__ import annotations

import os
import random
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tests.builders import BAKERY
from tests.strategies import thorough

from ropa.errors import FileNotUnderstood, RopaError
from ropa.formats.limits import Limits
from ropa.formats.native import load, loads
from ropa.formats.native.yaml_text import read

BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
MERGE = "m0: &m0 {k: v}\n" + "".join(f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]\n" for n in range(1, 9))

REFUSED = {
    "Y01-alias-bomb": (BOMB, 1, "anchors"),
    "Y02-merge-bomb": (MERGE, 1, "anchors"),
    "Y02-merge-key": ("a: {b: c}\nd:\n  <<: {b: c}\n", 3, "merge keys"),
    "Y03-recursive": ("ropa: 1\na: &a [*a]\n", 2, "anchors"),
    "Y04-anchor": ("ropa: 1\nx: &name value\n", 2, "write the value out"),
    "Y04-alias": ("ropa: 1\nx: *name\n", 2, "aliases"),
    "Y05-key-twice": ("ropa: 1\nholder: a\nholder: b\n", 3, "first on line 2"),
    "Y06-key-twice-in-quotes": ('ropa: 1\nholder: a\n"holder": b\n', 3, "first on line 2"),
    "Y07-number-as-key": ("ropa: 1\n1: a\n", 2, "not known here"),
    "Y07-nothing-as-key": ("ropa: 1\n~: a\n", 2, "not known here"),
    "Y07-empty-key": ("ropa: 1\n: a\n", 2, ""),
    "Y08-list-as-key": ("ropa: 1\n? [a, b]\n: c\n", 2, "a key must be a word"),
    "Y08-mapping-as-key": ("ropa: 1\n? {a: 1}\n: c\n", 2, "a key must be a word"),
    "Y09-python-apply": ("a: !!python/object/apply:os.system [id]\n", 1, "tags"),
    "Y10-python-name": ("a: !!python/name:os.system\n", 1, "tags"),
    "Y10-own-tag": ("a: !foo b\n", 1, "tags"),
    "Y10-verbatim-tag": ("a: !<tag:evil> b\n", 1, "tags"),
    "Y11-binary": ("a: !!binary aGVsbG8=\n", 1, "tags"),
    "Y11-set": ("a: !!set {b}\n", 1, "tags"),
    "Y11-timestamp": ("a: !!timestamp x\n", 1, "tags"),
    "Y11-bool": ("a: !!bool maybe\n", 1, "tags"),
    "Y12-include": ("a: !include ../../etc/passwd\n", 1, "tags"),
    "Y12-environment": ("a: !env SECRET\n", 1, "tags"),
    "Y13-brackets": ("a: " + "[" * 30_000, 1, "deeper"),
    "Y14-braces": ("{" * 1_000_000, 1, ""),
    "Y14-dashes": ("- " * 1_000_000, 1, "deeper"),
    "Y14-questions": ("? " * 1_000_000, 1, "a key must be a word"),
    "Y14-own-brackets": ("x-a: " + "[" * 1_000_000, 1, "deeper"),
    "Y15-anchors": ("".join(f"a{n}: &b{n} c\n" for n in range(1000)), 1, "anchors"),
    "Y17-huge-number": ("ropa: 1\nagreements: [{key: a, notice_days: " + "9" * 5000 + "}]\n", 2, ""),
    "Y18-no-number": ("ropa: 1\nagreements: [{key: a, notice_days: .nan}]\n", 2, "whole number"),
    "Y23-no-such-day": ("ropa: 1\nadopted: 2024-02-30\n", 2, "no such day"),
    "Y23-short-day": ("ropa: 1\nadopted: 2024-1-1\n", 2, "year-month-day"),
    "Y23-month-13": ("ropa: 1\nadopted: 2024-13-01\n", 2, "no such day"),
    "Y23-day-zero": ("ropa: 1\nadopted: 0000-00-00\n", 2, "no such day"),
    "Y25-instant": ("ropa: 1\nadopted: 2024-01-01T00:00:00Z\n", 2, "year-month-day"),
    "Y26-two-documents": ("ropa: 1\n---\nropa: 1\n", 2, "second document"),
    "Y27-more-after-the-end": ("ropa: 1\n...\nropa: 1\n", 3, ""),
    "Y28-empty": ("", 1, "empty"),
    "Y28-comments": ("# nothing\n\n", 1, "empty"),
    "Y28-marker": ("---\n", 1, "empty"),
    "Y29-list": ("- ropa: 1\n", 1, "this is a list"),
    "Y29-word": ("ropa\n", 1, "a single value"),
    "Y30-version": (f"%YAML 1.{'1' * 5000}\n---\nropa: 1\n", 1, ""),
    "Y31-tab": ("ropa: 1\nparties:\n\t- key: a\n", 3, "indent with spaces"),
    "Y32-nul": ("ropa: 1\nholder: \x00\n", 2, "does not allow"),
    "Y32-bell": ("ropa: 1\nholder: a\x07\n", 2, "does not allow"),
    "Y35-utf-16-without-mark": ("ropa: 1\nholder: é\n".encode("utf-16-le"), 2, "UTF-8"),
    "Y35-utf-32": ("ropa: 1\n".encode("utf-32"), 1, ""),
    "Y36-windows-1252": ("ropa: 1\nadopted_by: é\n".encode("cp1252"), 2, "UTF-8"),
    "Y37-half-character": ('ropa: 1\nadopted_by: "\\ud800"\n', 2, ""),
    "Y37-pair-of-halves": ('ropa: 1\nadopted_by: "\\ud83d\\ude00"\n', 2, ""),
    "Y39-at": ("ropa: 1\nadopted_by: @me\n", 2, "quotes"),
    "Y39-backtick": ("ropa: 1\nadopted_by: `x`\n", 2, "quotes"),
    "Y39-colon": ("ropa: 1\nadopted_by: a: b\n", 2, "quotes"),
    "Y40-open-quote": ('ropa: 1\nadopted_by: "' + "a " * 500_000, 2, ""),
    "Y40-open-bracket": ("ropa: 1\nparties: [\n" + "a,\n" * 1000, 1003, ""),
    "Y41-long-key": ("ropa: 1\n? " + "k" * 2000 + "\n: v\n", 2, "1024"),
    "Y42-block": ("ropa: 1\nadopted_by: |\n    a\n  b\nholder: c\n", 4, ""),
    "Y45-typing-error": ("ropa: 1\nactivities: [{key: a, retentoin: P7Y}]\n", 2, "did you mean 'retention'"),
    "Y46-dunder": ("ropa: 1\n__class__: a\n", 2, "not known here"),
    "Y46-config": ("ropa: 1\nmodel_config: {extra: ignore}\n", 2, "not known here"),
    "Y46-proto": ("ropa: 1\nparties: [{key: a, __proto__: {}, constructor: x}]\n", 2, "not known here"),
    "Y46-private": ("ropa: 1\n_origin: a\n_steps: {}\n", 2, "not known here"),
}

UNDERSTOOD = {
    "Y16-sexagesimal": ("1:" * 20_000 + "1", "1:" * 20_000 + "1"),
    "Y17-digits": ("9" * 5000, "9" * 5000),
    "Y17-hex": ("0x" + "f" * 1000, "0x" + "f" * 1000),
    "Y18-nan": (".nan", ".nan"),
    "Y19-norway": ("NO", "NO"),
    "Y19-off": ("off", "off"),
    "Y20-zeros": ("0049 30 1234", "0049 30 1234"),
    "Y20-octal": ("010", "010"),
    "Y20-grouped": ("1_000", "1_000"),
    "Y21-version": ("3.10", "3.10"),
    "Y22-time": ("12:30:45", "12:30:45"),
    "Y24-day": ("2024-01-01", "2024-01-01"),
    "Y32-escaped": ('"\\0\\x1b"', "\0\x1b"),
    "Y38-next-line": ('"a\\Nb\\Lc"', "a\x85b\u2028c"),
    "Y47-modeline": ("a  # yaml-language-server: $schema=file:///etc/passwd", "a"),
}

J_REFUSED = {
    "J01-brackets": ("[" * 100_000, 1, "deeper"),
    "J01-braces": ('{"a":' * 100_000, 1, "deeper"),
    "J02-key-twice": ('{"ropa": 1,\n"holder": "a",\n"holder": "b"}', 3, "first on line 2"),
    "J04-nan": ('{"ropa": NaN}', 1, "NaN"),
    "J04-infinity": ('{"ropa": 1, "x-a": -Infinity}', 1, "Infinity"),
    "J05-too-large": ('{"ropa": 1,\n"x-a": 1e999}', 2, "finite"),
    "J05-half": ('{"ropa": 1,\n"agreements": [{"key": "a", "notice_days": 1.5}]}', 2, "whole number"),
    "J06-digits": ('{"ropa": ' + "9" * 5000 + "}", 1, ""),
    "J07-half-character": ('{"ropa": 1,\n"adopted_by": "\\ud800"}', 2, "surrogate"),
    "J07-wrong-order": ('{"ropa": 1,\n"adopted_by": "\\udc00\\ud800"}', 2, "surrogate"),
    "J07-bytes": (b'{"ropa": 1, "adopted_by": "\xed\xa0\x80"}', 1, "UTF-8"),
    "J10-latin-1": ('{"ropa": 1,\n"adopted_by": "é"}'.encode("latin-1"), 2, "UTF-8"),
    "J11-trailing-comma": ('{"ropa": 1,\n}', 2, "not JSON"),
    "J11-comment": ('{"ropa": 1} // x', 1, "not JSON"),
    "J11-single-quotes": ("{'ropa': 1}", 1, "not JSON"),
    "J12-two-documents": ('{"ropa": 1}\n{"ropa": 1}', 2, "not JSON"),
    "J13-empty": ("", 1, "not JSON"),
    "J13-null": ("null", 1, "empty"),
    "J13-list": ("[]", 1, "a list"),
    "J13-text": ('"text"', 1, "a single value"),
    "J14-raw-newline": ('{"ropa": 1, "adopted_by": "a\nb"}', 1, "not JSON"),
    "J15-zip": (b"PK\x03\x04\xff", 1, "a zip file"),
    "J15-gzip": (b"\x1f\x8b\x08\x00", 1, "a gzip file"),
    "J16-long-text": ('{"ropa": 1,\n"adopted_by": "' + "a" * 200_000 + '"}', 2, "longer than 100000"),
    "J21-number-as-text": ('{"ropa": 1,\n"version": 1.10}', 2, "in quotes"),
    "J22-from-the-future": ('{"ropa": 2}', 1, "version 1"),
    "J22-no-version": ("{}", 1, "version of the format is missing"),
    "J-quotes-without-end": ('"' + '\\"' * 200_000, 1, "not JSON"),
}


def refusal(text: str | bytes, *, json: bool = False) -> FileNotUnderstood:
    """How a text is refused."""
    with pytest.raises(FileNotUnderstood) as caught:
        loads(text, name="stranger", json=json)
    return caught.value


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_yaml_that_is_refused(case: str) -> None:
    """With the line, and a sentence that is no longer than a sentence."""
    text, line, said = REFUSED[case]
    error = refusal(text)

    assert any(one.line == line and said in f"{one.wrong}; {one.instead}" for one in error.problems), str(
        error
    )[:500]
    assert all(one.file == "stranger" and len(str(one)) < 500 for one in error.problems)


@pytest.mark.parametrize("case", J_REFUSED, ids=str)
def test_json_that_is_refused(case: str) -> None:
    """As strictly as YAML."""
    text, line, said = J_REFUSED[case]
    error = refusal(text, json=True)

    assert any(one.line == line and said in f"{one.wrong}; {one.instead}" for one in error.problems), str(
        error
    )[:500]
    assert all(one.file == "stranger" and len(str(one)) < 500 for one in error.problems)


@pytest.mark.parametrize("case", UNDERSTOOD, ids=str)
def test_yaml_that_is_taken_as_typed(case: str) -> None:
    """No value is taken for a number, a time or a truth because it looks like one."""
    written, meant = UNDERSTOOD[case]

    assert meant == loads(f"ropa: 1\nreference: {written}\n").reference


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_y33_y34_j09_marks_of_byte_order_are_understood(encoding: str) -> None:
    """In YAML and in JSON."""
    assert loads("ropa: 1\nadopted_by: é\n".encode(encoding)).adopted_by == "é"
    assert loads('{"ropa": 1, "adopted_by": "é"}'.encode(encoding), json=True).adopted_by == "é"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_y38_lines_are_counted_whatever_their_end(end: str) -> None:
    """Unix, Windows, old Mac."""
    assert refusal(end.join(["ropa: 1", "language: nl", "wrong: 1", ""])).problems[0].line == 3


def test_y15_values_are_counted() -> None:
    """Lists, mappings and texts, under keys of one's own too."""
    for text in ("ropa: 1\nparties: [" + "a, " * 1000 + "]", "ropa: 1\nx-a: [" + "a, " * 1000 + "]"):
        with pytest.raises(FileNotUnderstood, match="more than 500 values"):
            loads(text, limits=Limits(values=500))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_y43_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A pipe nobody writes into, a device without end, a file that is too large or not there."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "large.yaml").write_bytes(b"#" * 2000)
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero"), tmp_path / "large.yaml", tmp_path / "none.yaml"):
        with pytest.raises(FileNotUnderstood):
            load(path, limits=Limits(size=1000))


def test_y48_without_libyaml_it_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML built without it has the same events."""
    import yaml

    from ropa.formats.native import yaml_text

    fast = read(BAKERY).data
    monkeypatch.setattr(yaml_text, "_Parser", type("Slow", (yaml.SafeLoader,), {}))

    assert fast == read(BAKERY).data


def test_j08_j17_odd_values_are_kept() -> None:
    """A NUL is a character; a reference to elsewhere is a text that nobody follows."""
    register = loads('{"ropa": 1, "adopted_by": "\\u0000", "x-a": {"$ref": "http://a.invalid/"}}', json=True)

    assert register.adopted_by == "\0"
    assert register.__pydantic_extra__ == {"x-a": {"$ref": "http://a.invalid/"}}


def test_reading_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the text asks for."""
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a socket was opened"))
    for text, _, _ in REFUSED.values():
        refusal(text)


def outcome(text: str | bytes, *, json: bool = False) -> str:
    """How reading ends: in a register or in our own error, whose message this is."""
    try:
        return f"a register of {loads(text, json=json).holder}"
    except RopaError as error:
        return str(error)


@thorough
@given(st.text(max_size=200) | st.binary(max_size=200), st.booleans())
def test_anything_ends_in_our_own_error(text: str | bytes, json: bool) -> None:
    """Random text and bytes: nothing but a register or a `RopaError`."""
    assert outcome(text, json=json)


MARKS = [
    *"[]{}:,-?&*!|>'\"%@`#\t\n\r \x00\x85\ufeff\ud800<~0",
    "---",
    "...",
    "<<: ",
    "!!",
    "\r\n",
    "  ",
    "ropa",
    "x-",
    "null",
]


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_register_ends_in_our_own_error(seed: int) -> None:
    """A register with pieces cut, doubled, moved and replaced."""
    dice = random.Random(seed)
    for _ in range(60):
        text = BAKERY
        for _ in range(dice.randint(1, 6)):
            start = dice.randrange(len(text))
            end = min(len(text), start + dice.choice([0, 1, 2, 10, 100]))
            text = text[:start] + dice.choice([*MARKS, text[start:end] * 2, ""]) + text[end:]
        assert outcome(text).replace("\n", "").isprintable()


def test_the_stack_is_not_used_up() -> None:
    """Depth is counted, not found out by falling."""
    before = sys.getrecursionlimit()
    for mark in "[{":
        for prefix in ("", "ropa: 1\nx-a: ", "ropa: 1\nparties: "):
            refusal(prefix + mark * 1_000_000)

    assert before == sys.getrecursionlimit()

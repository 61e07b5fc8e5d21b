"""Pages of documentation as a test sees them: their blocks, in the order a reader meets them."""

from __future__ import annotations

import contextlib
import glob
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

NO_BREAK = "\u00a0"
"""A blank at which no line ends: on a page it looks like any other."""

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = sorted(
    page
    for page in (ROOT / "docs").rglob("*.md")
    if page.relative_to(ROOT / "docs").parts[0] not in ("reference", "decisions")
)
"""The pages a person writes and a reader follows. Reference pages are made, decisions have nothing to run."""

_FENCE = re.compile(r"^```(\w+)(?: ([\w./-]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# ([\w./-]+\.\w+)\n")
_EXITS = re.compile(r"# exits with (\d+)\s*$")


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, its text and the line it begins on."""

    kind: str
    text: str
    line: int
    file: str | None
    """The file it is to be saved as: named behind its kind, or in a comment on its first line."""


def blocks(page: Path) -> list[Block]:
    """The blocks of a page."""
    text = page.read_text("utf-8")
    return [
        Block(kind, inside, text[: found.start()].count("\n") + 1, name or _named(inside))
        for found in _FENCE.finditer(text)
        for kind, name, inside in [found.groups()]
    ]


def _named(text: str) -> str | None:
    found = _FILE.match(text)
    return found[1] if found else None


@dataclass
class Reader:
    """Somebody who follows a page to the letter, in a folder of their own with the examples in it."""

    folder: Path
    names: dict[str, Any] = field(default_factory=dict)
    said: str = ""

    def __post_init__(self) -> None:
        shutil.copytree(ROOT / "examples", self.folder / "examples")
        (self.folder / "docs/pictures").mkdir(parents=True)

    def follow(self, page: Path, skip: int = 0) -> None:
        """Does what each block says; `skip` is how many shell blocks at the beginning are not run."""
        for block in blocks(page):
            if block.kind == "sh" and skip:
                skip -= 1
                continue
            with contextlib.chdir(self.folder):
                try:
                    self._do(block, page)
                except AssertionError as error:
                    raise AssertionError(f"{page.relative_to(ROOT)}:{block.line}: {error}") from error

    def _do(self, block: Block, page: Path) -> None:
        if block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, "utf-8")
        elif block.kind == "text":
            told = shown(block.text.replace(NO_BREAK, " "))
            assert told.fullmatch(self.said.rstrip().replace(NO_BREAK, " ")), (
                f"the page shows\n{block.text}\nthe program says\n{self.said}"
            )
        elif block.kind == "python":
            out = io.StringIO()
            with (
                contextlib.redirect_stdout(out),
                mock.patch.object(sys, "path", [str(self.folder), *sys.path]),
            ):
                exec(compile("\n" * block.line + block.text, str(page), "exec"), self.names)
            self.said = out.getvalue()
        elif block.kind == "sh":
            self.said = "".join(self._run(line) for line in commands(block.text))

    def _run(self, line: str) -> str:
        words = [one for word in shlex.split(line, comments=True) for one in expanded(word)]
        wanted = _EXITS.search(line)
        status, said = called(words[1:]) if words[0] == "ropa" else other(line)
        assert status == (int(wanted[1]) if wanted else 0), f"{line}: exit status {status}\n{said}"
        return said


def commands(text: str) -> Iterator[str]:
    """The commands of a shell block, one a line; a backslash at the end joins two lines."""
    yield from (
        line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")
    )


def expanded(word: str) -> list[str]:
    """A word as a shell gives it to a program: the files that a pattern stands for, in order, or the word itself."""
    return (sorted(glob.glob(word)) if "*" in word else []) or [word]


def called(arguments: list[str]) -> tuple[int, str]:
    """The exit status of `ropa` and what it says."""
    from ropa.cli import main

    out = io.StringIO()
    with (
        mock.patch.object(sys, "argv", ["ropa", *arguments]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
    ):
        try:
            main()
        except SystemExit as done:
            return int(done.code or 0), out.getvalue()
    return 0, out.getvalue()


def other(line: str) -> tuple[int, str]:
    """The exit status of another program and what it says."""
    who = {
        f"GIT_{role}_{what}": "reader@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        line, shell=True, capture_output=True, text=True, env={**os.environ, **who, "PATH": path}, check=False
    )
    return done.returncode, done.stdout + done.stderr


def shown(text: str) -> re.Pattern[str]:
    """What a page shows of an output: a line `…` stands for any lines, `…` within a line for anything in it."""
    lines = [
        r"(?:[^\n]*\n)*?" if line.strip() == "…" else _line(line) + "\n" for line in text.rstrip().split("\n")
    ]
    if text.rstrip().endswith("\n…"):
        return re.compile("".join(lines[:-1]).removesuffix("\n") + r"(?:\n[^\n]*)*")
    return re.compile("".join(lines).removesuffix("\n"))


def _line(line: str) -> str:
    return r"[^\n]*".join(re.escape(part) for part in line.split("…"))

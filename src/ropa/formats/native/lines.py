"""On which line each value of a file stands: looked up only once something is wrong, or somebody asks."""

from __future__ import annotations

import json as json_module
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

Tree = Any
"""A mapping key → (line, tree), a list of (line, tree), or None at a single value."""

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)


@dataclass(slots=True)
class Lines:
    """The lines of one file."""

    root: Tree = None
    twice: list[tuple[int, int, str]] = field(default_factory=list)
    """Keys that stand twice in one entry: the line of the second, of the first, and the key."""
    _stack: list[Any] = field(default_factory=list)
    _key: tuple[str, int] | None = None

    def wants_key(self) -> bool:
        """Whether the next single value is a key."""
        return bool(self._stack) and isinstance(self._stack[-1], dict) and self._key is None

    def key(self, word: str, line: int) -> None:
        """A key, whose value follows."""
        if word in self._stack[-1]:
            self.twice.append((line, self._stack[-1][word][0], word))
        self._key = word, line

    def value(self, new: Tree, line: int) -> None:
        """A value: a mapping or list that opens here, or None for a single one."""
        if not self._stack:
            self.root = new
        elif isinstance(self._stack[-1], list):
            self._stack[-1].append((line, new))
        elif self._key is not None:
            self._stack[-1][self._key[0]] = self._key[1], new
        self._key = None
        if new is not None:
            self._stack.append(new)

    def close(self) -> None:
        """The end of the mapping or list that opened last."""
        if self._stack:
            self._stack.pop()
        self._key = None

    def line_of(self, loc: tuple[str | int, ...]) -> int:
        """The line a place stands on; where it is not written, that of what should hold it.

        >>> lines_of("a:\\n  - b: 1\\n  - c: 2\\n").line_of(("a", 1, "c"))
        3
        """
        line = 1
        found: Any = self.root
        for part in loc:
            here = _within(found, part)
            if here is not None:
                line, found = here
            elif isinstance(part, str) or isinstance(found, list):
                break  # a number into what is no list: the one value that stands in for a list of one
        return line


def _within(found: Tree, part: str | int) -> Any:
    """The line and the tree of a part, if it is written."""
    if isinstance(found, dict):
        return found.get(part)
    return found[part] if isinstance(found, list) and isinstance(part, int) and part < len(found) else None


def lines_of(text: str, *, json: bool = False) -> Lines:
    """The lines of every key and list item, as far as the text can be read."""
    found = Lines()
    if json:
        _json(text, found)
    else:
        with suppress(yaml.YAMLError):  # what was read before still has its lines
            _yaml(text, found)
    return found


def _yaml(text: str, found: Lines) -> None:
    event: Any
    for event in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.CollectionEndEvent):
            found.close()
        elif isinstance(event, yaml.CollectionStartEvent):
            found.value({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        elif isinstance(event, yaml.ScalarEvent) and found.wants_key():
            found.key(event.value, line)
        elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            found.value(None, line)


def _json(text: str, found: Lines) -> None:
    line, before = 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", before, token.start())
        before = token.start()
        mark = token[0]
        if mark in "{[":
            found.value({} if mark == "{" else [], line)
        elif mark in "}]":
            found.close()
        elif mark[0] == '"' and found.wants_key():
            found.key(_word(mark), line)
        elif mark not in ":,":
            found.value(None, line)


def _word(token: str) -> str:
    try:
        return str(json_module.loads(token, strict=False))
    except ValueError:
        return token

"""The values of a YAML text with the place of each: what `keep` cuts and pastes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml


@dataclass(slots=True)
class Node:
    """A value and where it stands; `text[start:end]` is how it was written.

    The end of a list or mapping in block style is the end of its last line, comment included.
    """

    kind: str
    """`mapping`, `list` or `single`."""
    start: int
    end: int
    opens: int = -1
    """Where the lines begin that belong to it: above its start where it begins on a line of its own."""
    is_flow: bool = False
    column: int = 0
    pairs: list[Pair] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    said: bool = True
    """False where a single value is nothing."""

    @property
    def is_block(self) -> bool:
        """Whether it is a list or mapping written one below the other."""
        return self.kind != "single" and not self.is_flow


@dataclass(slots=True)
class Pair:
    """A key with its value."""

    key: str
    start: int
    key_end: int
    value: Node


def root_of(text: str) -> Node | None:
    """The one value of a text that can be read; None where it has none."""
    events = iter(yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    for event in events:
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            return _node(event, events, text)
    return None


def line_end(text: str, at: int) -> int:
    """The end of the line a place stands on."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _node(event: Any, events: Iterator[Any], text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    column = event.start_mark.column
    if isinstance(event, yaml.ScalarEvent):
        if event.style in ("|", ">"):  # its mark lies beyond the empty lines after it
            end = start + len(text[start:end].rstrip("\n "))
        return Node(
            "single", start, end, start, said=not (event.implicit[0] and event.value in ("", "~", "null"))
        )
    node = Node("list", start, end, start, bool(event.flow_style), column)
    if isinstance(event, yaml.MappingStartEvent):
        node.kind = "mapping"
    last: Any = None
    for last in events:
        if isinstance(last, yaml.CollectionEndEvent):
            break
        if node.kind == "mapping":
            node.pairs.append(_pair(last, events, text))
        else:
            node.items.append(_node(last, events, text))
    node.end = last.end_mark.index if node.is_flow else _block_end(node, text)
    return node


def _pair(event: Any, events: Iterator[Any], text: str) -> Pair:
    value = _node(next(events), events, text)
    start = event.start_mark.index
    if text[start - 2 : start] == "? ":
        start -= 2
    first_line = line_end(text, event.end_mark.index)
    if value.is_block and first_line < value.start:
        value.opens = first_line
    return Pair(event.value, start, event.end_mark.index, value)


def _block_end(node: Node, text: str) -> int:
    last = node.pairs[-1].value if node.pairs else node.items[-1] if node.items else None
    if last is None:
        return node.end
    if node.pairs and last.start == last.end:
        return line_end(text, max(last.end, node.pairs[-1].key_end))
    return line_end(text, last.end)

"""On which line each value of a file stands: looked up only once something is wrong."""

from __future__ import annotations

from typing import Any

import yaml

Tree = Any
"""A mapping key → (line, tree), a list of (line, tree), or None at a scalar."""


def tree(text: str | bytes) -> Tree:
    """The lines of every key and list item. JSON is read by the same parser; what cannot be parsed gives None."""
    root: Tree = None
    stack: list[tuple[Any, Any]] = []
    current: Any = None
    key: Any = None
    try:
        for event in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                current, key = stack.pop()
                continue
            if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                continue
            line = event.start_mark.line + 1
            if isinstance(current, dict) and key is None and isinstance(event, yaml.ScalarEvent):
                key = (event.value, line)
                continue
            new: Any = {} if isinstance(event, yaml.MappingStartEvent) else [] if isinstance(event, yaml.SequenceStartEvent) else None
            if isinstance(current, dict) and key is not None:
                current[key[0]] = (key[1], new)
            elif isinstance(current, list):
                current.append((line, new))
            elif root is None:
                root = new
            if new is not None:
                stack.append((current, None))
                current = new
            key = None
    except yaml.YAMLError:
        return None
    return root


def line_of(found: Tree, loc: tuple[str | int, ...]) -> int:
    """The line a place stands on; where it is not written, that of what should hold it.

    >>> line_of(tree("a:\\n  - b: 1\\n  - c: 2\\n"), ("a", 1, "c"))
    3
    """
    line = 1
    for part in loc:
        if isinstance(found, dict) and isinstance(part, str) and part in found:
            line, found = found[part]
        elif isinstance(found, list) and isinstance(part, int) and part < len(found):
            line, found = found[part]
        else:
            break
    return line

"""Changes the text of a register where the register changed, and leaves every other byte and comment as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ropa.formats.native import layout
from ropa.formats.native.align import aligned
from ropa.formats.native.node import Node, Pair, line_end, root_of
from ropa.formats.native.splice import Body, end_of, together
from ropa.model import Part, Register, plain
from ropa.model.dump import order, said
from ropa.model.spec import specs

Fields = Mapping[str, Any]
_NOT = object()
"""Stands for a field that is not there."""


def patched(text: str, old: Fields, new: Fields) -> str | None:
    """The text of a register's old fields turned into one of its new ones; None where it has to be written anew.

    Whether it worked is for the caller to see: it reads the outcome and compares.
    """
    root = root_of(text)
    if root is None or root.kind != "mapping":
        return None
    quiet = frozenset(key for key, spec in specs(Register).items() if spec.default not in (None, ()))
    body = _Patch(text).fields(root, old, new, tuple(specs(Register)), quiet)
    return None if body is None else text[: root.start] + body + text[root.end :]


class _Patch:
    """Renders the nodes of one text. None says: write this value anew."""

    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, node: Node, old: Any, new: Any) -> str | None:
        """The text of a node with the new value in it."""
        if old == new and type(old) is type(new):
            return self.text[node.opens : node.end]
        if isinstance(old, (tuple, list)) and type(old) is type(new):
            return self._list(node, old, new)
        if node.kind != "mapping" or not new:
            return None
        if isinstance(old, Part) and type(old) is type(new):
            return self.fields(node, said(old), said(new), tuple(spec.key for spec in order(type(new))))
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            return self.fields(node, old, new, tuple(new))
        return None

    def _list(self, node: Node, old: Any, new: Any) -> str | None:
        if node.kind == "list" and len(old) == len(node.items):
            pairs = zip(aligned(old, new), new, strict=True)
            return together(
                self.text, node, [(index, self._item(index, node, old, one)) for index, one in pairs]
            )
        if (
            isinstance(old, tuple) and len(old) == len(new) == 1
        ):  # a list of one, written without its brackets
            return self.value(node, old[0], new[0])
        return None

    def _item(self, index: int | None, node: Node, old: Any, new: Any) -> str:
        tail = ""
        if index is not None:
            item = node.items[index]
            tail = self._tail(item, node, item.end)
            value = self.value(item, old[index], new)
            if value is not None:
                return value + tail
        return (
            layout.flow(plain(new))
            if node.is_flow
            else _with_tail(layout.item(plain(new), node.column), tail)
        )

    def fields(
        self,
        node: Node,
        old: Fields,
        new: Fields,
        names: tuple[str, ...],
        quiet: frozenset[str] = frozenset(),
    ) -> str | None:
        """A mapping with other fields. `quiet` fields may be written though they hold what they hold anyway."""
        written = [pair.key for pair in node.pairs]
        if len(set(written)) < len(written) or not set(written).issuperset(old):
            return None
        if any(
            pair.key not in old and pair.key not in new and pair.key not in quiet and _says(pair.value)
            for pair in node.pairs
        ):
            return None  # it says in other words what the register holds: `criterion: 7 years`
        bodies: list[Body] = []
        keys: list[str] = []
        for index, pair in enumerate(node.pairs):
            if pair.key in new or pair.key not in old:
                bodies.append(
                    (index, self._pair(pair, node, old.get(pair.key, _NOT), new.get(pair.key, _NOT)))
                )
                keys.append(pair.key)
        for key in new:
            if key not in written:
                place = _place(key, keys, names)
                keys.insert(place, key)
                bodies.insert(place, (None, self._new_pair(key, new[key], node)))
        return together(self.text, node, bodies)

    def _pair(self, pair: Pair, node: Node, old: Any, new: Any) -> str:
        """A key and its value, with the comment at the end of the line."""
        if new is _NOT:
            return self.text[pair.start : end_of(self.text, pair.value, node, pair.key_end)]
        value = None if old is _NOT else self.value(pair.value, old, new)
        tail = self._tail(pair.value, node, pair.key_end)
        if value is not None:
            return self.text[pair.start : pair.value.opens] + value + tail
        word = self.text[pair.start : pair.key_end].removeprefix("? ")
        if node.is_flow:
            return layout.flow_pair(pair.key, plain(new))
        if len(word) > layout.LONG_KEY:
            return layout.pair(pair.key, plain(new), node.column)
        column = node.column + len(word) + 1
        return f"{word}:" + _with_tail(layout.below(plain(new), column, node.column, literal=not tail), tail)

    def _new_pair(self, key: str, value: Any, node: Node) -> str:
        return (
            layout.flow_pair(key, plain(value))
            if node.is_flow
            else layout.pair(key, plain(value), node.column)
        )

    def _tail(self, value: Node, node: Node, key_end: int) -> str:
        """What follows a value on its last line: nothing, or a comment."""
        if node.is_flow or value.is_block:
            return ""
        end = max(value.end, key_end)
        return self.text[end : line_end(self.text, end)]


def _with_tail(written: str, tail: str) -> str:
    """A value written anew, with the comment on its first line."""
    first, newline, rest = written.partition("\n")
    return f"{first}{tail}{newline}{rest}"


def _place(key: str, keys: list[str], names: tuple[str, ...]) -> int:
    """Where a new key goes among those that are there: behind the last that comes before it."""
    rank = {name: number for number, name in enumerate(names)}
    mine = rank.get(key, len(rank))
    before = [place for place, one in enumerate(keys) if rank.get(one, len(rank)) <= mine]
    return before[-1] + 1 if before else 0


def _says(node: Node) -> bool:
    return node.said if node.kind == "single" else bool(node.pairs or node.items)

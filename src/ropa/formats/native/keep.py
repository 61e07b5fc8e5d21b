"""Changes the text of a register where the register changed, and leaves every other byte and comment as it is.

A comment belongs to what stands below it on the same indentation, and a comment at the end of a line to that
line. With an entry that is removed go its line comments and the comment lines directly above it; what is set
apart by an empty line, such as a heading, stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ropa.formats.native import layout
from ropa.formats.native.align import aligned
from ropa.formats.native.node import Node, Pair, line_end, root_of
from ropa.model import Part, plain
from ropa.model.dump import order, said

Fields = Mapping[str, Any]


class CannotKeep(Exception):
    """The text is written in a way that this change does not fit into: write it anew."""


def patched(text: str, old: Fields, new: Fields, names: tuple[str, ...]) -> str:
    """The text of the old fields turned into one of the new; `names` is the order of the fields.

    Whether it worked is for the caller to see: it reads the outcome and compares.
    """
    root = root_of(text)
    if root is None or root.kind != "mapping":
        raise CannotKeep
    body = _Patch(text).fields(root, old, new, names)
    return text[: root.start] + body + text[root.end :]


class _Patch:
    """Renders nodes of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, node: Node, old: Any, new: Any) -> str | None:
        """The text of a node with the new value in it; None where it has to be written anew."""
        if old == new and type(old) is type(new):
            return self.text[node.start : node.end]
        if isinstance(old, tuple) and isinstance(new, tuple):
            return self._tuple(node, old, new)
        if isinstance(old, list) and isinstance(new, list) and node.kind == "list" and new:
            return self._items(node, old, new)
        if node.kind != "mapping" or not new:
            return None
        if isinstance(old, Part) and isinstance(new, Part) and type(old) is type(new):
            names = tuple(spec.key for spec in order(type(new)))
            return self.fields(node, said(old), said(new), names)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            return self.fields(node, old, new, tuple(new))
        return None

    def _tuple(self, node: Node, old: tuple[Any, ...], new: tuple[Any, ...]) -> str | None:
        if node.kind == "list" and new:
            return self._items(node, old, new)
        if len(old) == len(new) == 1 and node.kind != "list":  # a list of one, written without its brackets
            return self.value(node, old[0], new[0])
        return None

    def fields(self, node: Node, old: Fields, new: Fields, names: tuple[str, ...]) -> str | None:
        """A mapping with other fields."""
        written = {pair.key: pair for pair in node.pairs}
        if len(written) < len(node.pairs) or any(
            pair.value.said and pair.key not in old and not _is_empty(pair.value) and pair.key not in new
            for pair in node.pairs
        ):
            return None  # it says in other words what the register holds: `criterion: 7 years`
        if any(key not in written for key in old):
            return None
        kept = [pair for pair in node.pairs if pair.key in new or pair.key not in old]
        added = [key for key in new if key not in written]
        bodies: list[tuple[int | None, str]] = [
            (node.pairs.index(pair), self._pair(pair, node, old.get(pair.key), new.get(pair.key))) for pair in kept
        ]
        keys = [pair.key for pair in kept]
        for key in added:
            place = _place(key, keys, names)
            keys.insert(place, key)
            bodies.insert(place, (None, self._new_pair(key, new[key], node)))
        return self._together(node, bodies)

    def _pair(self, pair: Pair, node: Node, old: Any, new: Any) -> str:
        """A key and its value, with the comment at the end of the line."""
        if new is None or (old is not None and old == new):
            return self.text[pair.start : self._end(pair.value, node, pair.key_end)]
        value = None if old is None else self.value(pair.value, old, new)
        if value is not None and pair.value.start >= pair.key_end:
            between = self.text[pair.key_end : pair.value.start]
            return self.text[pair.start : pair.key_end] + between + value + self._tail(pair.value, node, pair.key_end)
        word = self.text[pair.start : pair.key_end]
        if word.startswith("?"):
            raise CannotKeep
        if node.is_flow:
            return f"{word}: {layout.flow(plain(new))}"
        tail = self._tail(pair.value, node, pair.key_end)
        below = layout.below(plain(new), node.column + len(word) + 1, node.column, literal=not tail)
        first, newline, rest = below.partition("\n")
        return f"{word}:{first}{tail}{newline}{rest}"

    def _new_pair(self, key: str, value: Any, node: Node) -> str:
        return layout.flow_pair(key, plain(value)) if node.is_flow else layout.pair(key, plain(value), node.column)

    def _items(self, node: Node, old: Any, new: Any) -> str | None:
        """A list with other entries."""
        if len(old) != len(node.items):
            return None
        return self._together(
            node,
            [
                (index, self._new_item(one, node)) if index is None else (index, self._item(node.items[index], node, old[index], one))
                for index, one in zip(aligned(old, new), new, strict=True)
            ],
        )  # fmt: skip

    def _item(self, item: Node, node: Node, old: Any, new: Any) -> str:
        value = self.value(item, old, new)
        if value is not None:
            return value + self._tail(item, node, item.end)
        if node.is_flow:
            return layout.flow(plain(new))
        tail = self._tail(item, node, item.end)
        first, newline, rest = layout.item(plain(new), node.column).partition("\n")
        return f"{first}{tail}{newline}{rest}"

    def _new_item(self, value: Any, node: Node) -> str:
        return layout.flow(plain(value)) if node.is_flow else layout.item(plain(value), node.column)

    def _end(self, value: Node, node: Node, key_end: int) -> int:
        """Where an entry ends: in block style with its line."""
        end = max(value.end, key_end)
        if node.is_flow:
            return end if value.end > key_end else key_end
        return line_end(self.text, end)

    def _tail(self, value: Node, node: Node, key_end: int) -> str:
        """What follows a value on its last line: nothing, or a comment."""
        if node.is_flow or (value.kind != "single" and not value.is_flow):
            return ""
        end = max(value.end, key_end)
        tail = self.text[end : line_end(self.text, end)]
        return tail.removeprefix(":") if value.end < key_end or value.start == value.end else tail

    def _together(self, node: Node, bodies: list[tuple[int | None, str]]) -> str | None:
        """The entries of a node put together again, each with what stood above it."""
        spans = self._spans(node)
        if not bodies or not spans:
            return None
        if [index for index, _ in bodies] == list(range(len(spans))):
            return self._in_place(node, spans, [body for _, body in bodies])
        if node.is_flow:
            return self._flow(node, spans, bodies)
        return self._block(node, spans, bodies)

    def _spans(self, node: Node) -> list[tuple[int, int]]:
        """Where each entry begins and ends; in block style from its dash to the end of its line."""
        if node.kind == "mapping":
            return [(one.start, self._end(one.value, node, one.key_end)) for one in node.pairs]
        return [(one.start, self._end(one, node, one.end)) for one in node.items]

    def _in_place(self, node: Node, spans: list[tuple[int, int]], bodies: list[str]) -> str:
        parts, before = [], node.start
        for (start, end), body in zip(spans, bodies, strict=True):
            parts += [self.text[before:start], body]
            before = end
        return "".join(parts) + self.text[before : node.end]

    def _flow(self, node: Node, spans: list[tuple[int, int]], bodies: list[tuple[int | None, str]]) -> str:
        """Between braces or brackets: entries keep the space before them, where it is not the first's."""
        gaps = [self.text[before[1] : start[0]] for before, start in zip(spans, spans[1:], strict=False)]
        if any("#" in gap for gap in gaps):
            raise CannotKeep
        opening, closing = self.text[node.start : spans[0][0]], self.text[spans[-1][1] : node.end]
        column = len(opening) + node.column
        out = opening
        for place, (index, body) in enumerate(bodies):
            gap = "" if not place else gaps[index - 1] if index else ", "
            if gap == ", " and column + len(body) + 2 > layout.WIDTH:
                gap = f",\n{' ' * (node.column + 1)}"
            out += gap + body
            column = len(gap + body) - gap.rfind("\n") - 1 if "\n" in gap else column + len(gap + body)
        return out + closing

    def _block(self, node: Node, spans: list[tuple[int, int]], bodies: list[tuple[int | None, str]]) -> str:
        """One below the other: each entry takes along the lines above it."""
        leads = [self.text[before[1] : start[0]] for before, start in zip(spans, spans[1:], strict=False)]
        dash = "- " if node.kind == "list" else ""
        pad = f"\n{' ' * node.column}{dash}"
        if leads and all(lead.startswith("\n\n") for lead in leads):
            pad = "\n" + pad
        leads.insert(0, dash + " " * (spans[0][0] - node.start - len(dash)))
        kept = {index for index, _ in bodies if index is not None}
        orphans = {index + 1: _staying(leads[index]) for index in range(1, len(leads)) if index not in kept}
        out = ""
        for place, (index, body) in enumerate(bodies):
            lead = pad if index is None or (index == 0 and place) else orphans.get(index, "") + leads[index]
            out += (lead.lstrip("\n ") if index != 0 or dash else lead) + body if not place else lead + body
        return out


def _staying(lead: str) -> str:
    """What stays of the lines above an entry that goes: everything above the last empty line."""
    lines = lead.split("\n")[1:-1]
    empty = [number for number, line in enumerate(lines) if not line.strip()]
    above = lines[: empty[-1]] if empty else []
    return "".join(f"\n{line}" for line in above) if any(line.strip() for line in above) else ""


def _place(key: str, keys: list[str], names: tuple[str, ...]) -> int:
    """Where a new key goes among those that are there: behind the last that comes before it."""
    rank = {name: number for number, name in enumerate(names)}
    mine = rank.get(key, len(rank))
    before = [place for place, one in enumerate(keys) if rank.get(one, len(rank)) <= mine]
    return before[-1] + 1 if before else 0


def _is_empty(node: Node) -> bool:
    return node.kind != "single" and not node.pairs and not node.items

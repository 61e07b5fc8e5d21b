"""Puts the entries of a list or mapping together again: each takes along what stood above it.

A comment belongs to what stands below it, and a comment at the end of a line to that line. With an entry that is
removed go the comment lines directly above it; what is set apart by an empty line, such as a heading, stays.
"""

from __future__ import annotations

from itertools import pairwise

from ropa.formats.native import layout
from ropa.formats.native.node import Node, line_end

Body = tuple[int | None, str]
"""The number an entry had, if it was there before, and its text now."""
Span = tuple[int, int]


def end_of(text: str, value: Node, node: Node, key_end: int) -> int:
    """Where an entry of a node ends: in block style with its line."""
    end = max(value.end, key_end)
    return end if node.is_flow else line_end(text, end)


def spans_of(text: str, node: Node) -> list[Span]:
    """Where each entry begins and ends."""
    if node.kind == "mapping":
        return [(one.start, end_of(text, one.value, node, one.key_end)) for one in node.pairs]
    return [(one.start, end_of(text, one, node, one.end)) for one in node.items]


def together(text: str, node: Node, bodies: list[Body]) -> str | None:
    """The text of a node with these entries; None where it has to be written anew."""
    spans = spans_of(text, node)
    if not bodies or not spans:
        return None
    leads = [text[node.opens : spans[0][0]]]
    leads += [text[before[1] : after[0]] for before, after in pairwise(spans)]
    if [index for index, _ in bodies] == list(range(len(spans))):
        kept = "".join(lead + body for lead, (_, body) in zip(leads, bodies, strict=True))
        return kept + text[spans[-1][1] : node.end]
    if node.is_flow:
        return _flow(node, leads, bodies, text[spans[-1][1] : node.end])
    return _block(node, leads, bodies)


def _flow(node: Node, leads: list[str], bodies: list[Body], closing: str) -> str | None:
    """Between braces or brackets: entries keep the space before them, where it is not the first's."""
    if any("#" in lead for lead in leads):
        return None
    out = leads[0]
    column = len(out) + node.column
    for place, (index, body) in enumerate(bodies):
        gap = "" if not place else leads[index] if index else ", "
        if gap == ", " and column + len(body) + 2 > layout.WIDTH:
            gap = f",\n{' ' * (node.column + 1)}"
        out += gap + body
        column = len(gap + body) - gap.rfind("\n") - 1 if "\n" in gap else column + len(gap + body)
    return out + closing


def _block(node: Node, leads: list[str], bodies: list[Body]) -> str:
    """One below the other."""
    new = f"\n{' ' * node.column}{'- ' if node.kind == 'list' else ''}"
    if len(leads) > 1 and all(lead.startswith("\n\n") for lead in leads[1:]):
        new = "\n" + new
    staying, left = _staying(leads, {index for index, _ in bodies if index is not None})
    on_own_line = leads[0].startswith("\n")
    out = ""
    for place, (index, body) in enumerate(bodies):
        lead = new if index is None else staying.get(index, "") + leads[index]
        if not lead.startswith("\n") and place:
            lead = new
        elif lead.startswith("\n") and not place:
            lead = "\n" + lead.lstrip("\n") if on_own_line else lead.lstrip("\n ")
        out += lead + body
    return out + left


def _staying(leads: list[str], kept: set[int]) -> tuple[dict[int, str], str]:
    """What stays of the lines above entries that go, by the next entry that is kept; and what is left at the end."""
    found: dict[int, str] = {}
    waiting = ""
    for index, lead in enumerate(leads):
        if index not in kept:
            waiting += _apart(lead)
        elif waiting:
            found[index], waiting = waiting, ""
    return found, waiting


def _apart(lead: str) -> str:
    """The lines above an entry that an empty line sets apart from it."""
    lines = lead.split("\n")[1:-1]
    empty = [number for number, line in enumerate(lines) if not line.strip()]
    above = lines[: empty[-1]] if empty else []
    return "".join(f"\n{line}" for line in above) if any(line.strip() for line in above) else ""

"""Flows on a way that the register does not simply state: said in general, on a condition, inferred or contradicted."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, NamedTuple

from ropa.model import Hop
from ropa.model.dump import plain
from ropa.model.part import read_as
from ropa.sharing.saying import Saying


class Stated(NamedTuple):
    """How the flows of a path are stated where that is not simply so."""

    alike: Hashable
    """What must be the same for two paths to be told of as one."""
    hops: tuple[Hop, ...] = ()
    """Those flows, in the order of the path."""


SIMPLY = Stated(())


def stated(path: Iterable[Hop]) -> Stated:
    """The flows of a path that are not simply stated; of most paths none."""
    found = tuple([hop for hop in path if hop.general or hop.flow.when or _reading(hop)])
    return Stated(tuple(map(_said, found)), found) if found else SIMPLY


def tell_stated(words: Saying, hops: Iterable[Hop], *, alone: bool, activity: str) -> Iterator[str]:
    """How each is stated; which flow that is, unless it is alone on its way."""
    for hop in hops:
        said = [*words.stated(hop)]
        if not activity and hop.general:
            said.remove(words.phrase("in-general"))  # in place of the activity that is said already
        if said:
            row = words.phrase("comma").join(said)
            path = words.path((hop.sender, hop.recipient))
            yield row if alone else words.tell("impact.on-flow", path=path, said=row)


def stated_as_json(hops: Iterable[Hop]) -> list[dict[str, Any]]:
    """As plain data."""
    return [
        {
            "sender": hop.sender,
            "recipient": hop.recipient,
            "general": hop.general,
            "reading": _reading(hop),
            "when": plain(hop.flow.when) or "",
        }
        for hop in hops
    ]


def _reading(hop: Hop) -> str:
    evidence = hop.flow.evidence
    return read_as(evidence) if evidence else ""


def _said(hop: Hop) -> Hashable:
    return hop.sender, hop.recipient, hop.general, hop.flow.when, _reading(hop)

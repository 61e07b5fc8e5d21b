"""The picture of who shares data with whom, as SVG."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal

from ropa import drawing
from ropa.drawing.findings import Told
from ropa.law import Tables
from ropa.sharing import SharingGraph, countries, drawn, fold
from ropa.sharing.folding import MOST, By

View = Literal["parties", "countries"]


def write(
    graph: SharingGraph,
    *,
    language: str,
    on: date | None,
    view: View = "parties",
    by: By = "country",
    most: int = MOST,
    keep: Collection[str] = (),
    findings: Iterable[Told] = (),
    tables: Tables | None = None,
    judged: bool = True,
) -> str:
    """A sharing graph, or a part of one, as a standalone SVG document; parties that no flow touches are left out.

    Without a day (`on=None`) no flow is called planned or ended, and the picture says so.
    Of more than `most` parties those that share a country, a kind of service or a group (`by`) are drawn as one,
    but never the nodes in `keep`; the `view` of countries draws nothing but these.
    Parties and flows that `findings` (of `ropa.check`) point at carry a badge. `tables` are dated tables with rows of
    one's own; the library's where none are given. Who does not see all that transfers are `judged` by is told of no lack.
    """
    shown = drawn(graph)
    shown = countries(shown) if view == "countries" else fold(shown, by, most, keep=list(keep))
    return drawing.svg(
        drawing.picture(shown, language=language, on=on, findings=findings, tables=tables, judged=judged)
    )

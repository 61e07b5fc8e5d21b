"""What is missing in chains and flows: the sentences of all gaps, by kind."""

from __future__ import annotations

from dataclasses import replace

from ropa.outline.cells import Cells
from ropa.outline.page import Block, Cell, Line, Lines, Paragraph, Section
from ropa.sharing import Gap, GapKind, Gaps

KEY = "chains:missing"


def missing_section(words: Cells, found: Gaps) -> Section:
    """The gaps under their heading, or that there are none."""
    told: Block
    if found.gaps:
        kinds: dict[GapKind, list[Gap]] = {}
        for gap in found.gaps:
            kinds.setdefault(gap.kind, []).append(gap)
        told = Lines(tuple(_line(words, found, kind, tuple(held)) for kind, held in kinds.items()))
    else:
        told = Paragraph(" ".join(found.sentences(words.language)))
    return Section(KEY, words.phrase("missing"), (Paragraph(words.phrase("missing-intro")), told))


def _line(words: Cells, found: Gaps, kind: GapKind, gaps: tuple[Gap, ...]) -> Line:
    said = replace(found, gaps=gaps).sentences(words.language)
    return Line(words.phrase(f"gap.{kind.value}"), tuple(Cell(one) for one in said))

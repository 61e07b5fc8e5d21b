"""What stands at the very end: how much rests on which source, and what the words mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ropa.fields import called
from ropa.glossary import citation, phrase
from ropa.model import Dpia, Evidence, Part
from ropa.model.part import Entry
from ropa.model.spec import specs
from ropa.outline.cells import Cells
from ropa.outline.page import Cell, Column, Paragraph, Section, Table

EVIDENCE, TERMS = "evidence", "terms"
READINGS = ("stated", "inferred", "contradicted")
OF_THE_LAW = (
    ("controller", "4(7)"),
    ("joint-controllers", "26(1)"),
    ("processor", "4(8)"),
    ("sub-processor", "28(2)"),
    ("recipient", "4(9)"),
    ("personal-data", "4(1)"),
    ("special", "9(1)"),
    ("transfer", "44"),
    ("adequacy", "45(3)"),
    ("safeguard", "46(1)"),
    ("officer", "37"),
    ("assessment", "35"),
)
"""The words of the Regulation that are explained, with the provision each is from."""
TOLD_BY: dict[str, type[Part]] = {"inferred": Evidence, "contradicted": Evidence, "assessment": Dpia}
"""What stands only where entries of a kind are shown."""
OF_OURS = ("not-stated", "declared", "in-general", "inferred", "contradicted")
"""The words of a printed register itself."""


def evidence_section(words: Cells) -> Iterator[Section]:
    """Of each kind of entry, how many a source states, how many are read out of it; none where there is no source."""
    register = words.register
    if not register.sources:
        return
    held: dict[tuple[str, type[Part]], Counter[str]] = {}
    first = register.sources[0].key
    for entry in _entries(register):
        for source, reading in {(one.source or first, one.reading or READINGS[0]) for one in entry.evidence}:
            held.setdefault((source, type(entry)), Counter())[reading] += 1
    shown = [one for one in READINGS if any(count[one] for count in held.values())]
    several = len({source for source, _ in held}) > 1
    heads = (
        *([Column(words.brief("source"), width=36, names=True)] if several else []),
        Column(words.brief("kind"), width=36, names=True),
        *(Column(words.term("readings", one), width=18, kind="number") for one in shown),
    )
    order = {one.key: place for place, one in enumerate(register.sources)}
    rows = tuple(
        (
            *([(Cell(words.refer("source", source), target="documents"),)] if several else []),
            (Cell(called(part, words.language, many=True)),),
            *((Cell(count[one]),) for one in shown),
        )
        for (source, part), count in sorted(held.items(), key=lambda item: order.get(item[0][0], len(order)))
    )
    if rows:
        told = (Paragraph(words.brief("evidence-intro")), Table(heads, rows))
        yield Section(EVIDENCE, words.brief(EVIDENCE), told)


def _entries(part: Part) -> Iterator[Entry]:
    """Every entry of the register that rests on a place in a source."""
    for key, spec in specs(type(part)).items():
        if not spec.part or key in ("evidence", "absences"):
            continue
        held = getattr(part, spec.name)
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, Entry) and one.evidence:
                yield one
            if isinstance(one, Part) and not isinstance(one, Evidence):
                yield from _entries(one)


def terms_section(words: Cells) -> Section:
    """The terms used, in a few words each."""

    def says(key: str) -> str:
        return phrase(f"definitions.{key}", words.language)

    heads = (
        Column(says("term"), width=30, names=True),
        Column(says("meaning"), width=80),
        Column(words.check("head-provision"), width=22),
    )
    explained = [
        one
        for one in (*OF_THE_LAW, *((word, "") for word in OF_OURS))
        if one[0] not in TOLD_BY or words.shown.kind(TOLD_BY[one[0]])
    ]
    rows = tuple(
        (
            (Cell(says(f"word.{word}")),),
            (Cell(says(f"means.{word}")),),
            (Cell(citation(article, words.language)),) if article else (),
        )
        for word, article in explained
    )
    return Section(TERMS, says("title"), (Paragraph(says("intro")), Table(heads, rows)))

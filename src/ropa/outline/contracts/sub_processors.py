"""The list of sub-processors: who they are, where, on which paper, how their transfers stand, and what changes when."""

from __future__ import annotations

from datetime import date

from ropa.audience import Reader
from ropa.errors import UnknownEntry
from ropa.glossary import citation, require
from ropa.law import Tables
from ropa.model import Register
from ropa.outline.contracts.changes import changes
from ropa.outline.contracts.document import document
from ropa.outline.contracts.engaged import Engaged
from ropa.outline.contracts.listed import Listed, listed
from ropa.outline.contracts.table import Shape, table
from ropa.outline.contracts.unnamed import unnamed
from ropa.outline.contracts.words import AnnexCells
from ropa.outline.page import Block, Outline, Paragraph, Section
from ropa.outline.shown import Shown

KEY = "sub-processors"


def sub_processors(
    register: Register,
    *,
    language: str,
    on: date,
    party: str | None = None,
    digest: str | None = None,
    apart: bool = False,
    reader: Reader | None = None,
    tables: Tables | None = None,
) -> Outline:
    """Every sub-processor of the holder (or of `party`) on a day, at any depth, and the dated changes (Article 28(2), (4)).

    Of who is only a controller it lists the processors and theirs. On whose behalf it is done is not told. Without a
    `reader` it is for the party itself: it counts what its customers allow, refusals too, and tells how transfers
    stand. For any other reader it says who, what, where, since when and on which ground data leave, and can be given
    to every customer. With `apart`, every fact has a column of its own, as a sheet wants it. `UnknownEntry` where there is no such party, or nobody holds the
    register and none is named.
    """
    words = AnnexCells(register, require(language), Shown(reader), tables)
    whose = party or register.holder
    if whose is None:
        raise UnknownEntry("this register names no holder: say whose sub-processors are meant")
    held = listed(register, whose, on)
    say = Engaged(words, on, held.named, (whose,))
    sections = (
        _list(words, on, held, say, apart=apart),
        changes(words, on, held.ever, say, on_behalf=held.on_behalf),
    )
    article = citation("28(2)" if held.on_behalf else "28", words.language)
    kind = "sub-processors" if held.on_behalf else "processors"
    subtitle = f"{words.party(whose)} · {article}"
    made = document(words, on, kind, sections, subtitle=subtitle, digest=digest)
    return unnamed(made, register, held.named) if held.on_behalf else made


def _list(words: AnnexCells, on: date, held: Listed, say: Engaged, *, apart: bool) -> Section:
    kind = "sub-processors" if held.on_behalf else "processors"
    title = words.annex(f"{kind}.heading", day=on.isoformat())
    short = words.annex(f"{kind}.short")
    if not held.links:
        none = words.annex(f"{kind}.none", party=words.party(held.party))
        return Section(KEY, title, (Paragraph(none, muted=True),), short=short)
    internal = held.on_behalf and words.shown.gaps
    shape = Shape(words, say, on_behalf=held.on_behalf)
    blocks: tuple[Block, ...] = (
        Paragraph(words.annex(f"{kind}.intro", party=words.party(held.party))),
        *([Paragraph(words.annex(f"{kind}.internal", party=words.party(held.party)))] if internal else []),
        table(words, on, held.links, shape.apart() if apart else shape.short()),
    )
    return Section(KEY, title, blocks, short=short)

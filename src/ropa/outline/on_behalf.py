"""The record of Article 30(2) as a section: the rows that the law asks, and below them a part for each activity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import citation
from ropa.model import Activity
from ropa.outline.activity_picture import ActivityPictures, with_picture
from ropa.outline.cells import Cells
from ropa.outline.chains import KEY as CHAINS, chains
from ropa.outline.front import party_lines
from ropa.outline.letters import own_lines
from ropa.outline.page import Block, Cell, Line, Lines, Paragraph, Section
from ropa.outline.processed import processor_blocks
from ropa.outline.served import beyond_lines, served
from ropa.records import ProcessorRecord
from ropa.sharing import Link
from ropa.wording import recipient_line


def as_processor(words: Cells, record: ProcessorRecord, drawn: ActivityPictures | None) -> Section:
    """The record of a processor; without parts and pictures where it is somebody else's."""
    article = citation("30(2)", words.language)
    title = f"{words.phrase('as-processor', party=words.party(record.party.key))} — {article}"
    return Section(
        f"processor:{record.party.key}",
        title,
        (Lines(party_lines(words, record.party, "30(2)(a)", record.on)), *processor_blocks(words, record)),
        tuple(_on_behalf(words, record, drawn)),
    )


def _on_behalf(words: Cells, record: ProcessorRecord, drawn: ActivityPictures | None) -> Iterator[Section]:
    """What the holder does for others only, an activity each: for whom, down which chain, and what it says of it itself.

    Purposes are theirs: the holder alone is shown what it recorded of them.
    """
    register, own = words.register, record.party.key
    if own != register.holder:
        return
    activities = served(words, own, record.on)
    held = chains(register, own, record.on) if activities else None
    links: dict[str, list[Link]] = {}
    for link in held.links if held else ():
        if link.recipient == own:
            continue  # how the holder itself is reached is said above
        links.setdefault(link.activity, []).append(link)
    for activity in activities:
        key = f"processor:{own}:{activity.key}"
        told = (
            *_for_whom(words, activity),
            *_chain(words, links.get(activity.key, [])),
            *own_lines(words, activity),
        )
        name = words.text(activity.name) or activity.key
        figure = drawn.block(activity.key, key) if drawn else None
        yield Section(key, name, (*with_picture(told, figure), *_beyond(words, activity, record.on)))


def _beyond(words: Cells, activity: Activity, on: date) -> Iterator[Block]:
    """What else is recorded of it, under a line that says so."""
    lines = tuple(beyond_lines(words, activity, on))
    if lines:
        yield Paragraph(words.phrase("beyond-letters"))
        yield Lines(lines)


def _for_whom(words: Cells, activity: Activity) -> Iterator[Line]:
    """The controllers on whose behalf it is done."""
    found = words.register.controllers_of(activity)
    if found:
        cells = tuple(Cell(words.party(key), target="parties") for key in found)
        yield Line(words.phrase("on-behalf-of"), cells, citation("30(2)(a)", words.language))


def _chain(words: Cells, links: list[Link]) -> Iterator[Line]:
    """Who receives the data below the holder, as the table of chains has it in full."""
    cells = tuple(
        dict.fromkeys(
            Cell(recipient_line(words, one.hop, by_line=words.by_line), target=CHAINS) for one in links
        )
    )
    if cells:
        yield Line(words.phrase(CHAINS), cells, citation("28(4)", words.language))

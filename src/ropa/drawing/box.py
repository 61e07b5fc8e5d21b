"""The box of a party: its role, its name, what it does and where."""

from __future__ import annotations

from dataclasses import dataclass

from ropa.drawing.frame import BADGE, Shape, badge, badge_width, frame
from ropa.drawing.ink import INK, LOOKS, MUTED, Measures
from ropa.drawing.parties import Party, says_party, says_roles
from ropa.drawing.shape import Group, Point, Words
from ropa.drawing.threads import Size
from ropa.drawing.voice import Voice
from ropa.typeface import width, wrap

MOST_NAME = 5
MOST_SERVICES = 3
PORT = 9.0
"""Height a box needs for each edge on one side."""

Badges = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class BoxOf:
    """What stands in a box, line by line, and how large the box is."""

    party: Party
    role: tuple[str, ...]
    name: tuple[str, ...]
    name_size: float
    services: tuple[str, ...]
    badges: tuple[Badges, ...]
    size: Size


def compose(party: Party, voice: Voice, measures: Measures, edges: int) -> BoxOf:
    """Fit a party into a box that is high enough for its text, and for `edges` on one side."""
    inner = measures.box - 2 * measures.pad
    people = party.look == "people"
    role = () if people else wrap(says_roles(party, voice), inner, measures.small, most=3)
    name_size = _size(party.name, inner, measures)
    name = wrap(party.name, inner, name_size, bold=True, most=MOST_NAME)
    services = wrap(", ".join(party.services), inner, measures.small, most=MOST_SERVICES)
    badges = _rows(party, voice, inner)
    lines = (len(role) + len(services)) * measures.small + len(name) * name_size
    high = lines * measures.leading + len(badges) * (BADGE + 3) + 2 * measures.pad
    return BoxOf(party, role, name, name_size, services, badges, (measures.box, max(high, PORT * edges)))


def _size(name: str, inner: float, measures: Measures) -> float:
    """The size of a name: a little smaller where that keeps its longest word whole."""
    longest = max((width(word, measures.name, bold=True) for word in name.split()), default=0.0)
    fitting = measures.name * inner / longest if longest > inner else measures.name
    return fitting if fitting >= measures.small else measures.name


def _rows(party: Party, voice: Voice, inner: float) -> tuple[Badges, ...]:
    """The badges of countries, as many to a row as fit."""
    badges = [(code, code in party.outside) for code in party.countries]
    badges += [(voice.phrase("access", country=code), code in party.outside) for code in party.access_from]
    rows: list[Badges] = []
    room = 0.0
    for text, outside in badges:
        wide = badge_width(text) + 3
        if wide > room + 3:
            rows.append([])
            room = inner
        rows[-1].append((text, outside))
        room -= wide
    return tuple(rows)


def draw(box: BoxOf, middle: Point, voice: Voice, measures: Measures) -> Group:
    """The box around its middle."""
    wide, high = box.size
    x, y = middle[0] - wide / 2, middle[1] - high / 2
    party = box.party
    shapes: list[Shape] = [*frame(x, y, wide, high, LOOKS[party.look], party.named)]
    text = (len(box.role) + len(box.services)) * measures.small + len(box.name) * box.name_size
    at = middle[1] - (text * measures.leading + len(box.badges) * (BADGE + 3)) / 2
    parts = (
        (box.role, measures.small, False, MUTED),
        (box.name, box.name_size, True, INK),
        (box.services, measures.small, False, INK),
    )
    for lines, size, bold, fill in parts:
        for line in lines:
            shapes.append(Words(middle[0], at + size, line, size, bold, fill, "middle"))
            at += size * measures.leading
    for row in box.badges:
        left = middle[0] - (sum(badge_width(code) + 3 for code, _ in row) - 3) / 2
        for code, outside in row:
            shapes += badge(left, at + 3, code, outside)
            left += badge_width(code) + 3
        at += BADGE + 3
    return Group(party.key, says_party(party, voice), tuple(shapes))

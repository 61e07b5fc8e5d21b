"""The box of a party: its role, its name, what it does and where."""

from __future__ import annotations

from dataclasses import dataclass

from ropa.drawing.findings import Found, badge as found_badge, says_found
from ropa.drawing.frame import BADGE, Shape, badge, badge_width, frame
from ropa.drawing.ink import INK, MUTED, Measures
from ropa.drawing.label import listed
from ropa.drawing.lettering import width, wrap
from ropa.drawing.parties import NAMES, Party, says_count, says_party, says_roles
from ropa.drawing.shape import Group, Point, Words
from ropa.drawing.threads import Size
from ropa.drawing.voice import Voice

PILE = 6.0
"""How far the frames of parties that stand together stick out behind each other."""

ROUND = 6.0
"""How much less room there is for words where both ends of a box are round."""
MOST_NAME = 12
"""No name has so many lines: only what is none is cut."""
MOST_SERVICES = 3
BETWEEN = 3.0
"""Distance between badges."""

Badges = list[tuple[str, bool] | Found]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box."""

    text: str
    size: float
    bold: bool = False
    fill: str = INK

    @property
    def wide(self) -> float:
        """How wide it is."""
        return width(self.text, self.size, self.bold)


@dataclass(frozen=True, slots=True)
class BoxOf:
    """What stands in a box, line by line, and how large the box is; `beside` are badges in its first line."""

    party: Party
    lines: tuple[Line, ...]
    beside: Badges
    badges: tuple[Badges, ...]
    text: float
    """How high all of it is."""
    size: Size
    found: Found | None = None
    """What findings say of it."""


def compose(
    party: Party, voice: Voice, measures: Measures, edges: int, found: Found | None = None, loops: float = 0.0
) -> BoxOf:
    """Fit a party into a box that is high enough for its text, its badges, and for `edges` on one side.

    It is as wide as its `loops` at least.
    """
    pile = PILE if party.piled else 0.0
    wide = max(measures.box, loops, _widest_badge(party, voice, found) + 2 * measures.pad + pile)
    inner = wide - 2 * measures.pad - pile - (ROUND if party.look == "people" else 0.0)
    lines = _lines(party, voice, measures, inner)
    badges = _rows(party, voice, inner, found)
    beside: Badges = []
    # Beside a name, not beside what the party is: that would read as part of it.
    if (
        measures.terse
        and lines[0].bold
        and len(badges) == 1
        and lines[0].wide + 2 * BETWEEN + _wide(badges[0]) <= inner
    ):
        beside, badges = badges[0], ()
    first = max(BADGE + BETWEEN, lines[0].size * measures.leading) if beside else 0.0
    rest = lines[1:] if beside else lines
    text = first + sum(line.size for line in rest) * measures.leading + len(badges) * (BADGE + BETWEEN)
    high = max(text + 2 * measures.pad + pile, measures.port * edges)
    return BoxOf(party, lines, beside, badges, text, (wide, high), found)


def _lines(party: Party, voice: Voice, measures: Measures, inner: float) -> tuple[Line, ...]:
    """Role, name and services. Where room is short, the labels of the flows say the role, the description the services."""
    terse, small = measures.terse, measures.small
    role: tuple[str, ...] = ()
    silent = terse and not measures.quiet and party.look != "controller" and not party.folded
    if party.look != "people" and not silent:
        role = wrap(says_roles(party, voice), inner, small, language=voice.language)
    size = _size(party.name, inner, measures)
    # A party has its name in the language of the register; where a word must be broken, it is broken as that does.
    spoken = voice.language if party.look == "people" or not voice.default else voice.default
    name = wrap(party.name, inner, size, bold=True, most=MOST_NAME, language=spoken)
    services = (
        () if terse else wrap(", ".join(party.services), inner, small, most=MOST_SERVICES, language=spoken)
    )
    if party.folded:
        services = (says_count(party, voice), *listed(party.folded, voice, inner, small, between=NAMES))
    return (
        *(Line(text, small, fill=MUTED) for text in role),
        *(Line(text, size, True) for text in name or ("",)),
        *(Line(text, small) for text in services),
    )


def _size(name: str, inner: float, measures: Measures) -> float:
    """The size of a name: a little smaller where that keeps its longest word whole."""
    longest = max((width(word, measures.name, bold=True) for word in name.split()), default=0.0)
    fitting = measures.name * inner / longest if longest > inner else measures.name
    return fitting if fitting >= measures.small else measures.name


def _rows(party: Party, voice: Voice, inner: float, found: Found | None) -> tuple[Badges, ...]:
    """The badge of findings and those of countries, as many to a row as fit."""
    rows: list[Badges] = []
    room = 0.0
    for one in _badges(party, voice, found):
        wide = _width(one) + BETWEEN
        if wide > room + BETWEEN:
            rows.append([])
            room = inner
        rows[-1].append(one)
        room -= wide
    return tuple(rows)


def _badges(party: Party, voice: Voice, found: Found | None) -> Badges:
    badges: Badges = [found] if found else []
    badges += [(code, code in party.outside) for code in party.countries]
    badges += [(voice.phrase("access", country=code), code in party.outside) for code in party.access_from]
    return badges


def _widest_badge(party: Party, voice: Voice, found: Found | None) -> float:
    """A badge is not broken: a box is at least as wide."""
    return max(map(_width, _badges(party, voice, found)), default=0.0)


def _wide(row: Badges) -> float:
    """How wide a row of badges is."""
    return sum(_width(one) + BETWEEN for one in row) - BETWEEN


def _width(one: tuple[str, bool] | Found) -> float:
    return one.wide if isinstance(one, Found) else badge_width(one[0])


def draw(box: BoxOf, middle: Point, measures: Measures, voice: Voice) -> Group:
    """The box around its middle."""
    party = box.party
    pile = PILE if party.piled else 0.0
    wide, high = box.size[0] - pile, box.size[1] - pile
    x, y = middle[0] - box.size[0] / 2, middle[1] - box.size[1] / 2 + pile
    # The frames behind show that several stand here; the front one has the text.
    shapes: list[Shape] = []
    for off in (pile, pile / 2, 0.0) if pile else (0.0,):
        shapes += frame(x + off, y - off, wide, high, party.ink, party.named)
    centre, at = x + wide / 2, y + (high - box.text) / 2
    lines = box.lines
    if box.beside:
        shapes += _first_line(lines[0], box.beside, centre, at)
        at += max(BADGE + BETWEEN, lines[0].size * measures.leading)
        lines = lines[1:]
    for line in lines:
        shapes.append(Words(centre, at + line.size, line.text, line.size, line.bold, line.fill, "middle"))
        at += line.size * measures.leading
    for row in box.badges:
        shapes += _row(row, centre - _wide(row) / 2, at + BETWEEN)
        at += BADGE + BETWEEN
    said = [says_party(party, voice), says_found(box.found, voice)]
    return Group(party.key, "; ".join(one for one in said if one), tuple(shapes))


def _first_line(line: Line, beside: Badges, centre: float, top: float) -> list[Shape]:
    """A line of text with badges beside it."""
    left = centre - (line.wide + 2 * BETWEEN + _wide(beside)) / 2
    words = Words(left, top + BADGE / 2 + line.size * 0.36 + 1, line.text, line.size, line.bold, line.fill)
    return [words, *_row(beside, left + line.wide + 2 * BETWEEN, top + 1)]


def _row(row: Badges, left: float, top: float) -> list[Shape]:
    shapes: list[Shape] = []
    for one in row:
        shapes += found_badge(left, top, one) if isinstance(one, Found) else badge(left, top, *one)
        left += _width(one) + BETWEEN
    return shapes

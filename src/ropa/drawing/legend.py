"""The legend: every mark that the picture uses, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ropa.drawing.arrow import arrow
from ropa.drawing.findings import ICON, NOTHING, Findings, entry_of
from ropa.drawing.flows import Flow, Kind
from ropa.drawing.frame import BADGE, Shape, badge, badge_width, frame
from ropa.drawing.ink import INK, LOOKS, MUTED, OUTSIDE
from ropa.drawing.label import bars
from ropa.drawing.parties import Party
from ropa.drawing.route import curve
from ropa.drawing.shape import Group, Point, Words
from ropa.drawing.voice import Voice
from ropa.law import Level
from ropa.typeface import width, wrap

ROW = 20.0
SAMPLE = 36.0
TEXT = 7.6
BETWEEN = 18.0

Sample = Callable[[float, float], tuple[Shape, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark and what it means; the sample is drawn around its left end, `wide` points long."""

    sample: Sample
    meaning: str
    wide: float = SAMPLE


def entries(
    parties: Iterable[Party], flows: Iterable[Flow], voice: Voice, findings: Findings = NOTHING
) -> list[Entry]:
    """The marks that these parties and flows use, and the findings about them."""
    parties, flows = tuple(parties), tuple(flows)
    kinds = {flow.kind for flow in flows}
    return [
        *_roles(parties, voice),
        *_lines(kinds, voice),
        *_badges(parties, voice),
        *_found(findings, voice),
    ]


def _roles(parties: tuple[Party, ...], voice: Voice) -> Iterable[Entry]:
    used = {party.look for party in parties if not (party.abroad or (party.folded and not party.look))}
    for role in LOOKS:
        if role in used:
            special = {"people": "legend-people", "": "legend-roleless"}.get(role)
            yield Entry(_framed(role), voice.phrase(special) if special else voice.term("roles", role))
    if any(not party.named for party in parties):
        yield Entry(_framed("", named=False), voice.phrase("said-unnamed"))
    if any(party.piled for party in parties):
        yield Entry(_pile, voice.phrase("legend-together"))
    if abroad := [party for party in parties if party.abroad]:
        said = "legend-outside" if abroad[0].by == "place" else "legend-outside-parties"
        yield Entry(lambda x, y: frame(x, y - 6.5, SAMPLE, 13.0, OUTSIDE), voice.phrase(said))


def _pile(x: float, y: float) -> tuple[Shape, ...]:
    frames = (frame(x + off, y - 5 - off, SAMPLE - 4, 11.0, LOOKS[""]) for off in (4.0, 2.0, 0.0))
    return tuple(shape for shapes in frames for shape in shapes)


def _framed(role: str, named: bool = True) -> Sample:
    return lambda x, y: frame(x, y - 6.5, SAMPLE, 13.0, LOOKS[role], named)


def _lines(kinds: set[Kind], voice: Voice) -> Iterable[Entry]:
    used = {(kind.open, kind.possible) for kind in kinds}
    meanings = {
        (False, False): "legend-flow",
        (True, False): "legend-open",
        (False, True): "legend-possible",
        (True, True): "legend-open-possible",
    }
    for (undecided, possible), meaning in meanings.items():
        if (undecided, possible) in used:
            yield Entry(_line(undecided, possible, leaves=False), voice.phrase(meaning))
    if any(kind.leaves for kind in kinds):
        yield Entry(_line(False, False, leaves=True), voice.phrase("legend-leaves"))


def _line(undecided: bool, possible: bool, leaves: bool) -> Sample:
    kind = Kind(
        role=() if undecided else ("?",),
        begins=False,
        source=False,
        possible=possible,
        leaves=leaves,
        status="",
    )

    def draw(x: float, y: float) -> tuple[Shape, ...]:
        return *arrow(curve([(x, y), (x + SAMPLE, y)]), kind), *(
            bars(x + SAMPLE / 2 - 3, y) if leaves else ()
        )

    return draw


def _badges(parties: tuple[Party, ...], voice: Voice) -> Iterable[Entry]:
    processed = [(code, code in party.outside) for party in parties for code in party.countries]
    reached = [(code, code in party.outside) for party in parties for code in party.access_from]
    inside = next((code for code, outside in processed if not outside), None)
    outside = next((code for code, outside in processed + reached if outside), None)
    if inside:
        yield _badge(inside, False, voice.phrase("legend-country"))
    if outside:
        yield _badge(outside, True, voice.phrase("legend-outside"))
    if reached:
        code, dark = reached[0]
        yield _badge(voice.phrase("access", country=code), dark, voice.phrase("legend-access"))


def _found(findings: Findings, voice: Voice) -> Iterable[Entry]:
    worst = {found.worst for found in findings.at.values()}
    for level in Level:
        if level in worst:
            yield Entry(entry_of(level), voice.phrase(f"legend-found-{level.value}"), ICON)


def _badge(text: str, outside: bool, meaning: str) -> Entry:
    return Entry(lambda x, y: badge(x, y - BADGE / 2, text, outside), meaning, badge_width(text))


def says_countries(parties: Iterable[Party], voice: Voice) -> str:
    """The codes of countries in the picture with their names."""
    codes = sorted({code for party in parties for code in (*party.countries, *party.access_from)})
    names = ", ".join(f"{code} = {voice.term('countries', code)}" for code in codes)
    return voice.phrase("legend-countries", countries=names) if names else ""


def legend(
    marks: Iterable[Entry], countries: str, at: Point, room: float, voice: Voice
) -> tuple[Group | None, float]:
    """The legend from a point on, in rows at most `room` wide; and how high it is. Without marks there is none."""
    shapes: list[Shape] = []
    meanings: list[str] = []
    x, y = at[0], at[1] + 24
    for mark in marks:
        meanings.append(mark.meaning)
        lines = wrap(mark.meaning, room - mark.wide - 6, TEXT)
        wide = mark.wide + 6 + max((width(line, TEXT) for line in lines), default=0.0)
        if x > at[0] and x + wide > at[0] + room:
            x, y = at[0], y + ROW
        shapes += mark.sample(x, y)
        for nth, line in enumerate(lines):
            shapes.append(Words(x + mark.wide + 6, y + 2.7 + nth * TEXT * 1.2, line, TEXT, fill=INK))
        y += max(0, len(lines) - 1) * TEXT * 1.2
        x += wide + BETWEEN
    if not shapes:
        return None, 0.0
    heading = voice.phrase("legend")
    shapes.insert(0, Words(at[0], at[1] + 8, heading, 8.6, True, INK))
    y += ROW / 2
    for line in wrap(countries, room, TEXT):
        y += TEXT * 1.3
        shapes.append(Words(at[0], y, line, TEXT, fill=MUTED))
    said = [*meanings, countries] if countries else meanings
    return Group("legend", f"{heading}: {'; '.join(said)}", tuple(shapes)), y + 4 - at[1]

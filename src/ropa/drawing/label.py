"""The label of a flow: the role of the recipient, what is done, and what a reader must not overlook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ropa.drawing.findings import Found, badge
from ropa.drawing.flows import Flow
from ropa.drawing.frame import BADGE, Shape
from ropa.drawing.ink import INK, LEAVING, MUTED, PAPER, Measures
from ropa.drawing.lettering import width, wrap
from ropa.drawing.parties import NAMES
from ropa.drawing.shape import Box, Point, Polygon, Words
from ropa.drawing.telling import behalf, marks, says_conditions, says_role, says_transfers
from ropa.drawing.threads import Size
from ropa.drawing.voice import Voice
from ropa.glossary import phrase

MARK = 13.0
"""Room at the left of a label for the mark of flows that leave the EEA."""

SIDE = 3.0
MOST_LINES = 3
TERSE_LINES = 2
"""Lines of one thing where there is little room."""
STRETCH = 1.3
"""So much wider a label may become for a word of a role."""
MOST_DEEDS = 12
BETWEEN = "\u00a0· "
"""Between what is said of how a flow is stated: the dot stays with what it follows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label."""

    text: str
    bold: bool = False
    fill: str = INK


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a label, and how large it is, its mark included."""

    lines: tuple[Line, ...]
    leaves: bool
    size: Size
    found: Found | None = None
    """What findings say of the flow: a badge under the lines, or beside the last where there is little room below."""
    beside: bool = False


def compose(
    flow: Flow,
    voice: Voice,
    measures: Measures,
    on: date | None,
    found: Found | None = None,
    to: tuple[str, ...] = (),
) -> Label | None:
    """What the label of a flow says; a plain flow of which nothing is found has none. `to` are the roles its box tells."""
    room, size = measures.label - MARK, measures.small
    most = TERSE_LINES if measures.terse else MOST_LINES
    spoken = voice.language
    told = "" if measures.quiet and _in_its_role(flow, to) else says_role(flow, voice)
    lines = [
        Line(text, True) for text in wrap(told, _whole(told, room, size), size, bold=True, language=spoken)
    ]
    if flow.folded and flow.count:
        lines.append(Line(voice.phrase("flows", count=flow.count), not told))
    lines += [Line(text) for text in _deeds(flow, voice, room, measures)]
    lines += [Line(text) for text in _behalf(flow, voice, room, size)]
    lines += [Line(text, fill=MUTED) for text in _status(flow, voice, room, size, most)]
    for said in says_transfers(flow, voice, on):
        # Neither a role nor a ground is cut: they are words of the law.
        leaving = wrap(said, room, size, bold=True, language=spoken)
        lines += [Line(text, True, LEAVING) for text in leaving]
    if not lines and not found:
        return None
    wide = max((width(line.text, size, line.bold) for line in lines), default=0.0) + 2 * SIDE
    high = len(lines) * size * measures.leading + 3
    mark, beside = (MARK if flow.kind.leaves else 0.0), False
    if found:
        last = width(lines[-1].text, size, lines[-1].bold) + SIDE + found.wide if lines else room + 1
        beside = measures.terse and not measures.quiet and last <= room
        wide, high = (
            (max(wide, last + 2 * SIDE), high + BADGE - size * measures.leading)
            if beside
            else (max(wide, found.wide + 2 * SIDE), high + BADGE + 1)
        )
    return Label(tuple(lines), flow.kind.leaves, (wide + mark, high), found, beside)


def _whole(told: str, room: float, size: float) -> float:
    """A little more room where a role is then not broken within a word: it is a word of the law."""
    longest = max((width(word, size, bold=True) for word in told.split(" ")), default=0.0)
    return max(room, longest) if longest <= room * STRETCH else room


def _in_its_role(flow: Flow, to: tuple[str, ...]) -> bool:
    """Whether the recipient is in this flow what it always is."""
    return len(to) == 1 and flow.kind.role == to and not (flow.kind.source or flow.kind.returned)


def _status(flow: Flow, voice: Voice, room: float, size: float, most: int) -> tuple[str, ...]:
    """Whether it may happen, whether that is said outright, and under which conditions; a dot sets off each from the next.

    The dot ends a line and never begins one, where it would read as a sign of its own. Of flows of many parties each
    may happen on a condition of its own: that their description tells.
    """
    own = voice.default or voice.language
    said, partly = marks(flow, voice), marks(flow, voice, partly=True)
    when = says_conditions(flow, voice)
    if not flow.kind.mixed or (len(when) == 1 and flow.says("when", "conditions") == "wholly"):
        # Conditions may be long; what is marked is never cut.
        (partly if flow.says("when", "conditions") == "partly" else said).extend(
            _cut(one, room, size, most, own) for one in when
        )
    if partly:
        said.append(voice.partly(phrase("report.semicolon", voice.language).join(partly)))
    return wrap(BETWEEN.join(said), room, size, language=own)


def _cut(text: str, room: float, size: float, most: int, language: str) -> str:
    """As much of a text as so many lines hold."""
    lines = wrap(text, room, size, most=most + 1, language=language)
    return text if len(lines) <= most else f"{text[: sum(map(len, lines[:most]))].rstrip()}…"


def _behalf(flow: Flow, voice: Voice, room: float, size: float) -> Iterator[str]:
    """On whose behalf, as many as fit on two lines."""
    for names, say in behalf(flow, voice):
        yield from listed(names, voice, room, size, TERSE_LINES, NAMES, say)


def _deeds(flow: Flow, voice: Voice, room: float, measures: Measures) -> tuple[str, ...]:
    """What is done with the data; where that is not stated, in which activities."""
    size = measures.small
    if deeds := voice.terms("processing", flow.all("processing")):
        return listed(deeds, voice, room, size, MOST_LINES)
    if flow.kind.begins:
        return ()
    names = tuple(voice.text(name) for name in flow.each("activity_name", "activity_names"))
    if len(names) > 1:
        return wrap(voice.phrase("activities", count=len(names)), room, size)
    return wrap(" ".join(names), room, size, most=TERSE_LINES, language=voice.default or voice.language)


def listed(
    deeds: tuple[str, ...],
    voice: Voice,
    room: float,
    size: float,
    most: int = MOST_LINES,
    between: str = ", ",
    say: Callable[[str], str] = str,
) -> tuple[str, ...]:
    """As many as fit, in the words that `say` puts around them; how many more there are is said, never hidden."""
    for shown in range(min(len(deeds), MOST_DEEDS), 1, -1):
        rest = len(deeds) - shown
        text = between.join(deeds[:shown]) + (f" {voice.phrase('more', count=rest)}" if rest else "")
        lines = wrap(say(text), room, size, most=most + 1, language=voice.language)
        if len(lines) <= most:
            return lines
    rest = len(deeds) - 1
    more = wrap(voice.phrase("more", count=rest), room, size) if rest else ()
    return (*wrap(say(deeds[0]), room, size, most=max(1, most - len(more)), language=voice.language), *more)


def draw(label: Label, middle: Point, measures: Measures) -> tuple[Shape, ...]:
    """The label around its middle, on paper of its own so that its line does not run through it."""
    wide, high = label.size
    x, y = middle[0] - wide / 2, middle[1] - high / 2
    start = x + (MARK if label.leaves else 0.0)
    shapes: list[Shape] = [Box(start, y, wide - (start - x), high, fill=PAPER)]
    if label.leaves:
        shapes += bars(x + MARK / 2, middle[1])
    for at, line in enumerate(label.lines):
        base = y + 1.5 + measures.small * (at * measures.leading + 0.95)
        if label.beside and line is label.lines[-1]:
            base = y + high - BADGE / 2 - 1 + measures.small * 0.36
        shapes.append(Words(start + SIDE, base, line.text, measures.small, line.bold, line.fill))
    if label.found:
        said = label.lines[-1] if label.beside else None
        left = width(said.text, measures.small, said.bold) + SIDE if said else 0.0
        shapes += badge(start + SIDE + left, y + high - BADGE - 1, label.found)
    return tuple(shapes)


def bars(x: float, y: float) -> tuple[Polygon, ...]:
    """The mark of a border: two bars across the line."""
    return tuple(
        Polygon(((at, y - 6), (at + 1.6, y - 6), (at + 1.6, y + 6), (at, y + 6)), fill=LEAVING)
        for at in (x - 3, x + 1)
    )

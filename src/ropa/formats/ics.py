"""An agenda as a calendar file (RFC 5545), written only: whole-day events that a calendar program can follow.

The bytes depend on the register, the day asked for and the language, never on the clock. It is written by hand because
three rules are all it takes (escape, fold, end lines); the tests read it back with a calendar library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256

from ropa.agenda import Agenda, Due
from ropa.agenda.telling import Telling
from ropa.glossary import citation, phrase, spoken
from ropa.sharing.saying import saying

MOST_OCTETS = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARKS: Mapping[str, str] = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def write(agendas: Agenda | Iterable[Agenda], language: str | None = None) -> str:
    """A calendar with an event for each thing that falls due, of one agenda or of several.

    `language` is the reader's; each register's own where it is not given. An event keeps its name (UID) when its day
    moves, so that a calendar that follows the file moves the event.
    """
    several = (agendas,) if isinstance(agendas, Agenda) else tuple(agendas)
    speaks = language or spoken(several[0].register.language if several else "")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ropa//due//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(phrase('agenda.calendar', speaks))}",
    ]
    names: dict[str, int] = {}
    for agenda in several:
        telling = Telling(saying(agenda.register, language), agenda.on or agenda.until)
        for one in agenda.items:
            lines += _event(agenda, one, telling, _once(names, _name(agenda, one)))
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def escaped(text: str) -> str:
    """A text as a value: with marks of the format made harmless.

    >>> print(escaped("Brood, taart; enz.\\nBEGIN:VEVENT"))
    Brood\\, taart\\; enz.\\nBEGIN:VEVENT
    """
    text = re.sub("\r\n?|[\x85\u2028\u2029]", "\n", text)
    return re.sub(r"[\\;,\n]", lambda found: _MARKS[found[0]], _CONTROL.sub("\ufffd", text))


def folded(line: str) -> str:
    """A line of at most 75 octets; what is left goes on the next, after a space. No character is cut in two."""
    pieces, size = [""], 0
    for mark in line:
        octets = len(mark.encode())
        if size + octets > MOST_OCTETS:
            pieces.append("")
            size = 1  # the space before it
        pieces[-1] += mark
        size += octets
    return "\r\n ".join(pieces)


def _event(agenda: Agenda, one: Due, telling: Telling, uid: str) -> Iterator[str]:
    words = telling.words
    holder = words.party(agenda.register.holder) if agenda.register.holder else ""
    about = [holder, citation(one.article, words.language), one.path]
    stamp = _day(agenda.on or one.day)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@ropa"
    yield f"DTSTAMP:{stamp}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
    if one.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(one.day + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(telling.sentence(one))}"
    yield f"DESCRIPTION:{escaped(chr(10).join(part for part in about if part))}"
    yield f"CATEGORIES:{escaped(one.kind.value)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _name(agenda: Agenda, one: Due) -> str:
    """By what an event is known for as long as the register calls its holder and the entry so."""
    return sha256(f"{agenda.register.holder or ''}/{one.name}".encode()).hexdigest()[:32]


def _once(names: dict[str, int], name: str) -> str:
    """The same name never twice in a file: registers of two holders may use one key."""
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}-{names[name]}"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"

"""A calendar that another library reads as it was meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st
from icalendar import Calendar

from ropa.agenda import due
from ropa.formats.ics import escaped, folded, write
from ropa.glossary import LANGUAGES
from ropa.model import Register

ON = date(2026, 10, 10)
HOSTILE = 'Tax; "wages", \\ and more\r\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Fooled\u2028é🦊'


def register(name: str = "Wages", holder: str = "us") -> Register:
    """One activity to be looked at again, one term."""
    return Register(
        holder=holder,
        parties=[{"key": holder, "name": name}],
        activities=[
            {
                "key": "a",
                "name": name,
                "reviewed": "2025-11-01",
                "absences": {"retention": {"unknown": name, "due": "2026-12-31"}},
            }
        ],
    )


def events(text: str) -> list[object]:
    """The events as a calendar library reads them."""
    return [*Calendar.from_ical(text).walk("VEVENT")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_read_back(language: str) -> None:
    """Days, texts and stamps come back."""
    found = due(register(), on=ON)
    read = events(write(found, language))

    assert [one.day for one in found.items] == [event.get("DTSTART").dt for event in read]  # type: ignore[attr-defined]
    assert {"DATE"} == {event.get("DTSTART").params["VALUE"] for event in read}  # type: ignore[attr-defined]
    assert {ON} == {event.get("DTSTAMP").dt.date() for event in read}  # type: ignore[attr-defined]
    for event, line in zip(read, found.sentences(language), strict=True):
        assert str(event.get("SUMMARY")) in line  # type: ignore[attr-defined]


def test_hostile_names_stay_text() -> None:
    """A name with line ends, commas and words of the format is one event's text."""
    read = events(write(due(register(HOSTILE), on=ON)))

    assert 2 == len(read)
    assert all("Fooled" in str(event.get("DESCRIPTION")) for event in read)  # type: ignore[attr-defined]


def test_lines() -> None:
    """CRLF everywhere, and no line of more than 75 octets."""
    text = write(due(register(HOSTILE * 3), on=ON), "fr")
    lines = text.encode().split(b"\r\n")

    assert b"" == lines[-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert text.encode().decode() == text  # no character is cut in two


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_folding_loses_nothing(line: str) -> None:
    """Unfolded it is the line again."""
    text = escaped(line)

    assert folded(text).replace("\r\n ", "") == text
    assert not {"\r", "\n"} & set(text)


def test_the_same_bytes_and_the_same_names() -> None:
    """Nothing of the clock; an event keeps its name when its day moves, and never shares it."""
    first, second = (
        due(register(), on=ON),
        due(register().replace("a", reviewed="2026-01-01"), on=ON, within=400),
    )
    names = [[str(event.get("UID")) for event in events(write(one))] for one in (first, second)]  # type: ignore[attr-defined]

    assert write(first) == write(due(register(), on=ON))
    assert set(names[0]) == set(names[1])
    assert 2 == len({*names[0]})


def test_several_registers_in_one_calendar() -> None:
    """The same holder twice gives no name twice."""
    read = events(
        write([due(register(), on=ON), due(register(), on=ON), due(register(holder="they"), on=ON)])
    )

    assert 6 == len(read) == len({str(event.get("UID")) for event in read})  # type: ignore[attr-defined]


def test_nothing_is_a_calendar() -> None:
    """Without events."""
    assert [] == events(write(due(Register(), on=ON)))
    assert [] == events(write([]))


def test_the_last_day_of_the_calendar() -> None:
    """Has no day after it."""
    item = {"key": "a", "absences": {"retention": {"unknown": "x", "due": "9999-12-31"}}}
    read = events(write(due(Register(holder="us", activities=[item]), on=ON, within="P9999Y")))

    assert [date.max] == [event.get("DTSTART").dt for event in read]  # type: ignore[attr-defined]

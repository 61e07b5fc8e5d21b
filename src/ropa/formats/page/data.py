"""Everything the page can be asked, as plain data: words in the reader's language, flows as rows, reach as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ropa.drawing.flows import flows
from ropa.drawing.parties import Party, parties as drawn_parties, says_roles
from ropa.drawing.voice import Voice
from ropa.formats.page.activity import Numbers, activity_of, begun, set_of, surely, way_of
from ropa.formats.page.breach import Breaches
from ropa.formats.page.found import Found
from ropa.formats.page.picture import Ends, Place, Shown
from ropa.formats.page.row import Row, begin_row, row_of
from ropa.formats.page.words import said
from ropa.law import Tables
from ropa.model import PEOPLE, Register
from ropa.sharing import sharing_graph
from ropa.sharing.graph import from_people, party_node, people_node
from ropa.sharing.reach import Reach
from ropa.sharing.saying import Saying

if TYPE_CHECKING:
    from ropa.rules.finding import Finding

Rows = dict[Row, list[dict[str, Any]]]


def of(
    register: Register,
    *,
    language: str,
    on: date,
    seen: Shown,
    findings: Iterable[Finding] = (),
    tables: Tables | None = None,
    judged: bool = True,
) -> dict[str, Any]:
    """The data of the page of a register on a day, as its picture was drawn, with what was found."""
    found = Found(findings)
    words, reach, graph = Saying(register, language, on), Reach.of(register, on), sharing_graph(register, on)
    voice = Voice(language, register.language or "", tables, judged)
    boxes = drawn_parties(graph, flows(graph, on, tables), voice, on)
    numbers = Numbers((one, at) for at, one in enumerate(_keys(register, reach)))
    data, people, roles, lands = Numbers(), Numbers(), Numbers(), Numbers()
    activities = [
        {"name": words.activity(key), **activity_of(reach, key, numbers, data, people)} for key in reach
    ]
    rows = _rows(words, reach, numbers, seen.lines, found, tables, judged)
    table = [_plain(row, ways, numbers, roles, lands) for row, ways in rows.items()]
    breaches = Breaches(register, language, on, tables)
    parties = [
        _party(key, boxes.get(party_node(key)), words, voice)
        | ({} if party_node(key) in seen.parties else {"apart": True})
        | found.of_party(key)
        | (breaches.at(key) if judged else {})
        for key in numbers
        if key  # data that are for no recorded controller are for nobody: a number, and no party
    ]
    return {
        "words": said(words),
        "parties": parties,
        "breaches": list(breaches.said),
        "people": [{"key": people_node(one), "name": words.term("data-subjects", one)} for one in people],
        "kinds": [{"name": words.term("personal-data", one)} for one in data],
        "roles": [{"name": one} for one in roles],
        "lands": [{"name": words.country(one)} for one in lands],
        "activities": activities,
        "flows": table,
        "drawn": list(seen.drawn),
        "labels": list(seen.labels.items()),
        "folds": {
            key: [numbers[one.removeprefix(party_node(""))] for one in nodes]
            for key, nodes in seen.folds.items()
        },
    } | ({"found": told} if (told := found.told(language)) else {})


def _keys(register: Register, reach: Reach) -> Iterator[str]:
    """Every party once: as the register lists them, then whoever only a flow or an activity names."""
    ends = (end for hops in reach.hops.values() for hop in hops for end in (hop.sender, hop.recipient))
    tags = (end for key in reach for at in reach[key].possible.at for end in at)
    listed = (one.key for one in register.parties)
    yield from dict.fromkeys(one for one in (*listed, *ends, *tags) if one not in ("", PEOPLE))


def _party(key: str, box: Party | None, words: Saying, voice: Voice) -> dict[str, Any]:
    about = [says_roles(box, voice), *box.services] if box else []
    if box and not box.named:
        about.append(voice.phrase("said-unnamed"))
    seat = words.register.party(key).country
    made: dict[str, Any] = {"key": key, "name": words.party(key), "about": [one for one in about if one]}
    return made | ({"seat": words.country(seat)} if seat else {})


def _rows(
    words: Saying,
    reach: Reach,
    numbers: Numbers,
    lines: Mapping[Place, tuple[Ends, ...]],
    found: Found,
    tables: Tables | None,
    judged: bool,
) -> Rows:
    rows: Rows = {}
    stated = Numbers()
    for at, key in enumerate(reach):
        spread = reach[key]
        for way in spread.ways:
            made = way_of(spread, way, at, numbers) | found.of_flow(way.hop)
            ends = way.hop.sender, way.hop.recipient
            made["drawn"] = _drawn(lines.get((key, way.hop.path), ()), *ends)
            made["nth"] = stated[
                way.hop.path, *ends
            ]  # one flow of the register may hold for several activities
            rows.setdefault(row_of(words, way.hop, reach.on or date.max, tables, judged=judged), []).append(
                made
            )
        for row, given in _begun(words, reach, numbers, lines, key):
            rows.setdefault(row, []).append({"in": at, **given})
    return rows


def _begun(
    words: Saying, reach: Reach, numbers: Numbers, lines: Mapping[Place, tuple[Ends, ...]], key: str
) -> Iterator[tuple[Row, dict[str, Any]]]:
    """What people give to the controllers of an activity where no flow says how: drawn, so told."""
    spread, seen = reach[key], reach.seen.get(key)
    drawn = lines.get((key, seen.path), ()) if seen else ()
    own = from_people(seen, reach.on) if seen else ()
    given = spread.asked(data=own)
    for controller in spread.matter.controllers:
        if any(recipient == party_node(controller) for _, recipient, _ in drawn):
            begins = {"takes": set_of(given), "own": numbers[spread.matter.tag(controller)]}
            begins |= surely(given, begun(spread, controller) & given)
            yield begin_row(words, controller), begins | {"drawn": _drawn(drawn, PEOPLE, controller)}


def _drawn(lines: Iterable[Ends], sender: str, recipient: str) -> list[int]:
    """The lines between these two; those that begin with people stand for them all."""
    to = party_node(recipient)
    return [
        line
        for start, end, line in lines
        if end == to and (start.startswith("people:") if sender == PEOPLE else start == party_node(sender))
    ]


def _plain(
    row: Row, ways: list[dict[str, Any]], numbers: Numbers, roles: Numbers, lands: Numbers
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "from": -1 if row.sender == PEOPLE else numbers[row.sender],
        "to": numbers[row.recipient],
        "as": row.role,
        "roles": [roles[one] for one in row.roles],
        "kind": row.kind,
        "place": row.place,
        "lands": [lands[one] for one in row.lands],
        "leaves": row.leaves,
        "paper": row.paper,
        "rests": row.ground,
        "more": list(row.more),
        "maybe": row.possible,
        "ways": ways,
    }
    # a number is always said: 0 is the first party
    return {key: value for key, value in made.items() if value or type(value) is int}

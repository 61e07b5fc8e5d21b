"""What an edge of the sharing graph says: the facts of a flow, or of data that begin without one, in plain form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ropa.model import PEOPLE, Hop, Seen
from ropa.model.dump import plain
from ropa.transfer import Grounds


def listed(values: Iterable[Any]) -> list[Any]:
    """Each value in its plain form; always a list, however many there are."""
    return [one if one.__class__ is str else plain(one) for one in values]


class Words(dict[tuple[Any, ...], list[Any]]):
    """Rows of words in their plain form: the same few stand on most flows."""

    def __missing__(self, words: tuple[Any, ...]) -> list[Any]:
        found = self[words] = listed(words)
        return found


def of_flow(hop: Hop, name: Any, known: Grounds, words: Words) -> dict[str, Any]:
    """The facts of one flow; `name` is that of its activity."""
    flow = hop.flow.__dict__  # read as it is: every look at a field of a model goes a long way round
    any_of, when = flow["grounds_any_of"], flow["when"]
    starts, ends = flow["valid_from"], flow["valid_until"]
    countries, access_from = flow["countries"], flow["access_from"]
    grounds = known.of(hop, countries + access_from)
    return {
        "begins": hop.sender == PEOPLE,
        "activity": hop.activity,
        "activity_name": name,
        "personal_data": [*words[hop.personal_data]],
        "data_subjects": [*words[hop.data_subjects]],
        "role": [*words[flow["role"]]],
        "sub_processor": hop.sub_processor,
        "processing": [*words[flow["processing"]]],
        "countries": [*countries],
        "access_from": [*access_from],
        "agreements": [*hop.agreements],
        "grounds": [*words[grounds]] if grounds else [],
        "grounds_any_of": [*words[any_of]] if any_of else [],
        "possible": flow["possible"] is True,
        "when": plain(when) if when else "",
        "general": hop.general,
        "is_source": hop.source,
        "customers": [*flow["customers"]],
        "path": hop.path,
        "valid_from": starts.isoformat() if starts else "",
        "valid_until": ends.isoformat() if ends else "",
    }


def of_beginning(seen: Seen, name: Any, data: Iterable[Any]) -> dict[str, Any]:
    """The facts of data that begin with people by no flow; whose they are is for each edge to say."""
    activity = seen.activity
    return {
        "begins": True,
        "activity": activity.key,
        "activity_name": name,
        "personal_data": [*data],
        "data_subjects": [],
        "role": [],
        "sub_processor": False,
        "processing": [],
        "countries": [],
        "access_from": [],
        "agreements": [],
        "grounds": [],
        "grounds_any_of": [],
        "possible": False,
        "when": "",
        "general": False,
        "is_source": False,
        "customers": [],
        "path": seen.path,
        "valid_from": _day(activity.valid_from),
        "valid_until": _day(activity.valid_until),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""

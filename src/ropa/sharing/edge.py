"""What an edge of the sharing graph says: the facts of a flow, or of data that begin without one, in plain form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn, SupportsIndex

from ropa.law import Ground
from ropa.model import PEOPLE, Evidence, Hop, Seen
from ropa.model.dump import plain
from ropa.model.part import DAYS, read_as
from ropa.model.text import Frozen
from ropa.transfer import LISTED_IN, Grounds


class Row(list[Any]):
    """A list that stands on many edges at once, and so can't be changed; copied or pickled it is a plain list.

    >>> Row(["BE"]) == ["BE"], Row(["BE"]) + ["NL"]
    (True, ['BE', 'NL'])
    """

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this list stands on many edges: put another list in its place")

    append = clear = extend = insert = pop = remove = reverse = sort = _refuse
    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse

    def __reduce_ex__(self, _: SupportsIndex) -> tuple[type[list[Any]], tuple[tuple[Any, ...]]]:
        return list, (tuple(self),)


class Worded(Frozen[str]):
    """A text in several languages that stands on many edges at once; copied or pickled it is a plain mapping."""

    called = "a text on many edges"
    instead = "put another one in its place"

    def __reduce__(self) -> tuple[type[dict[str, str]], tuple[dict[str, str]]]:
        return dict, (dict(self),)


NOTHING = Row()


def worded(value: Any) -> Any:
    """A value in its plain form; what is a text in several languages refuses to be changed."""
    found = plain(value)
    return Worded(found) if isinstance(found, dict) else found


def listed(values: Iterable[Any]) -> Row:
    """Each value in its plain form; always a list, however many there are."""
    return Row([one if one.__class__ is str else worded(one) for one in values])


class Words(dict[tuple[Any, ...], Row]):
    """Rows of words in their plain form: the same few stand on most flows."""

    def __missing__(self, words: tuple[Any, ...]) -> Row:
        found = self[words] = listed(words)
        return found


BLANK: dict[str, Any] = {
    "begins": False,
    "activity": "",
    "activity_name": "",
    "personal_data": NOTHING,
    "data_subjects": NOTHING,
    "role": NOTHING,
    "sub_processor": False,
    "processing": NOTHING,
    "countries": NOTHING,
    "access_from": NOTHING,
    "agreements": NOTHING,
    "grounds": NOTHING,
    "listed_in": NOTHING,
    "grounds_any_of": NOTHING,
    "adequate": NOTHING,
    "adequate_if": NOTHING,
    "possible": False,
    "when": "",
    "general": False,
    "is_source": False,
    "is_return": False,
    "customers": NOTHING,
    "path": "",
    "valid_from": "",
    "valid_until": "",
    "inferred": NOTHING,
    "contradicted": NOTHING,
}
"""Every attribute of an edge, in its order: a copy is filled in, so that each edge has all of them."""
LISTING = Ground.DPF_LISTED
WHOLE = "flow"
"""What stands for the flow itself among the fields that are not simply stated."""
LISTED = ("role", "processing", "countries", "access_from", "grounds_any_of", "customers")
"""The fields of a flow that stand on its edge as they are stated."""


def of_flow(hop: Hop, name: Any, known: Grounds, words: Words, data: Row, people: Row) -> dict[str, Any]:
    """The facts of one flow, with the data of the people that it carries; `name` is that of its activity."""
    flow = hop.flow.__dict__  # read as it is: every look at a field of a model goes a long way round
    facts = BLANK.copy()  # and only what differs is put in: of most flows little is said
    facts["begins"] = hop.sender == PEOPLE
    facts["activity"] = hop.activity
    facts["activity_name"] = name
    facts["personal_data"] = data
    facts["data_subjects"] = people
    for said in LISTED:
        if flow[said]:
            facts[said] = words[flow[said]]
    if hop.agreements:
        facts["agreements"] = words[hop.agreements]
    if grounds := known.of(hop, flow["countries"] + flow["access_from"]):
        facts["grounds"] = words[grounds]
        if LISTING in grounds and LISTING not in flow["grounds"]:
            facts["listed_in"] = words[LISTED_IN]
    facts["sub_processor"] = hop.sub_processor
    facts["general"] = hop.general
    facts["is_source"] = hop.source
    facts["is_return"] = hop.returned
    facts["possible"] = flow["possible"] is True
    facts["path"] = hop.path
    for said in DAYS:
        if flow[said]:
            facts[said] = flow[said].isoformat()
    if flow["when"]:
        facts["when"] = worded(flow["when"])
    if flow["evidence"]:
        facts |= _readings(flow["evidence"])
    return facts


def grounds_in(facts: Mapping[str, Any], country: str) -> list[str]:
    """The grounds of an edge that stand for one of its countries: a listing counts for its own country alone."""
    only = facts.get("listed_in") or ()
    return [one for one in facts.get("grounds") or () if not only or one != LISTING or country in only]


def _readings(evidence: Sequence[Evidence]) -> dict[str, Row]:
    """Which fields are no more than inferred, or contradicted somewhere."""
    fields = ("", *dict.fromkeys(name for one in evidence for name in one.for_))
    return {
        reading: Row([one or WHOLE for one in fields if read_as(evidence, one) == reading])
        for reading in ("inferred", "contradicted")
    }


def of_beginning(seen: Seen, name: Any, data: Row) -> dict[str, Any]:
    """The facts of data that begin with people by no flow; whose they are is for each edge to say."""
    activity = seen.activity
    facts = BLANK.copy()
    facts["begins"] = True
    facts["activity"] = activity.key
    facts["activity_name"] = name
    facts["personal_data"] = data
    facts["is_source"] = True  # as of a flow from people to a controller
    facts["path"] = seen.path
    facts["valid_from"] = _day(activity.valid_from)
    facts["valid_until"] = _day(activity.valid_until)
    return facts


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""

"""Questions that follow from what a register says it does not know yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ropa.fields import card, cards
from ropa.letters.dealings import Dealings
from ropa.letters.point import Point
from ropa.model import Absence, Activity, Agreement, Flow, Part, Party, Register
from ropa.model.spec import specs
from ropa.model.spot import segments

TOPIC_OF = {
    "role": "role",
    "countries": "places",
    "access_from": "places",
    "grounds": "ground",
    "agreements": "agreement",
    "sub_processors": "sub-processors",
    "notice_days": "notice",
    "personal_data": "data",
    "contact": "contact",
    "dpo": "officer",
}
"""Fields for which there is a question of their own; for any other it is asked by its label."""
ARTICLES = {"data": "30(1)(c)", "places": "30(1)(e)", "notice": "28(2)", "officer": "37(7)"}
ACCOUNTABILITY = "5(2)"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field that a register says is not known yet."""

    path: str
    """The entry whose field it is."""
    owner: Part
    field: str
    absence: Absence
    activity: str
    """The activity it stands in; empty where it stands in none."""

    @property
    def article(self) -> str:
        """The provision that the field answers."""
        key = {"recipients": "flows"}.get(self.field, self.field)
        asked = next((one.article for one in cards(type(self.owner)) if one.key == key), "")
        return asked or ACCOUNTABILITY

    def label(self, language: str) -> str:
        """What readers call the field."""
        key = {"recipients": "flows"}.get(self.field, self.field)
        return card(type(self.owner), key).label(language)


def unknowns(register: Register, on: date) -> Iterator[Unknown]:
    """Every field that is not known yet, in what holds on a day and in what is to come."""
    todo: list[tuple[Part, str, str]] = [(register, "", "")]
    while todo:
        part, path, activity = todo.pop()
        for field, absence in getattr(part, "absences", {}).items():
            if absence.state == "unknown":
                yield Unknown(path, part, field, absence, activity)
        todo += reversed([*_inside(part, path, activity, on)])


def _inside(part: Part, path: str, activity: str, on: date) -> Iterator[tuple[Part, str, str]]:
    for key, spec in specs(type(part)).items():
        value = getattr(part, spec.name) if spec.part and not spec.mapping else None
        held = value if isinstance(value, tuple) else (value,)
        ends = segments(value) if isinstance(value, tuple) else ("",)
        for end, one in zip(ends, held, strict=True):
            over = getattr(one, "valid_until", None)
            if isinstance(one, Part) and not (over and over < on):
                within = str(one.key) if isinstance(one, Activity) else activity
                yield one, ".".join(step for step in (path, key, end) if step), within


def points(dealings: Dealings, one: Unknown) -> Iterator[Point]:
    """What a vendor is asked of an unknown: one that has an owner is the owner's to find out."""
    if one.absence.owner is not None:
        return
    topic = TOPIC_OF.get(one.field, "unknown")
    article = ARTICLES.get(topic, one.article)
    subject, why = (one.field, one.absence.unknown) if topic == "unknown" else ("", None)
    if isinstance(one.owner, Flow):
        for hop in dealings.by_path.get(one.path, ()):
            for point in dealings.point(hop, topic, article):
                yield replace(point, subject=subject, why=why)
    elif isinstance(one.owner, (Party, Agreement)):
        others = (one.owner.key,) if isinstance(one.owner, Party) else one.owner.between
        for key in others:
            if dealings.can_be_asked(key):
                yield Point(
                    to=key,
                    topic=topic,
                    article=article,
                    activities=dealings.activities_of(key),
                    paths=(one.path,),
                    subject=subject or (one.owner.key if isinstance(one.owner, Agreement) else ""),
                    why=why,
                )

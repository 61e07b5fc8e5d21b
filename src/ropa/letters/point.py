"""One open point before it is put in words: whom to ask, what about, and for which activity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from ropa.model.text import Text

TOPICS = (
    "role",
    "role-doubtful",
    "agreement",
    "agreement-ended",
    "agreement-on-condition",
    "agreement-undated",
    "arrangement",
    "sub-processors",
    "authorisation",
    "permission",
    "permission-limited",
    "permission-below",
    "notice",
    "measures",
    "places",
    "region",
    "region-promised",
    "region-above",
    "ground",
    "clauses",
    "paper",
    "assessment",
    "data",
    "unknown",
    "contact-and-officer",
    "contact",
    "officer",
)
"""What a letter asks about, in the order in which it asks."""

ASKED_BY: Mapping[str, tuple[str, ...]] = {
    "agreement": ("agreement-ended", "agreement-on-condition"),
    "paper": ("ground",),
}
"""Questions that another one asks already, where it is about the same activities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something that one party is asked."""

    to: str
    """The key of the party that is asked."""
    topic: str
    article: str
    about: str = ""
    """Another party it is about: one that the asked party sends data to."""
    activities: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    engager: str = ""
    """Another controller than the holder, where it is about that one's contract with the asked party; of leave for
    somebody further down, who engages it."""
    subject: str = ""
    """The key of an agreement, or a field."""
    why: Text | None = None
    """What the register says of it."""

    @property
    def key(self) -> str:
        """The words of the question: one about another party reads differently."""
        return f"{self.topic}.{'onward' if self.about else 'own'}"


_what = attrgetter("to", "topic", "article", "about", "engager", "subject")


def united(points: Iterable[Point]) -> tuple[Point, ...]:
    """The same question about several activities as one, by topic and then in the order of the register."""
    same: dict[object, list[Point]] = {}
    for one in points:
        why = one.why if isinstance(one.why, str) or one.why is None else tuple(one.why.items())
        same.setdefault((*_what(one), why), []).append(one)
    found = [
        replace(
            several[0],
            activities=tuple(dict.fromkeys(key for one in several for key in one.activities if key)),
            paths=tuple(dict.fromkeys(path for one in several for path in one.paths)),
        )
        for several in same.values()
    ]
    left = (one for one in found if not any(_asks(other, one) for other in found))
    return tuple(sorted(left, key=lambda one: TOPICS.index(one.topic)))


def _asks(other: Point, one: Point) -> bool:
    """Whether another question asks for the same."""
    return (
        other.topic in ASKED_BY.get(one.topic, ())
        and (other.to, other.about) == (one.to, one.about)
        and not one.engager
        and set(one.activities) <= set(other.activities)
    )

"""What is processed under a contract, activity by activity: whose data, which, for what, how, where and how long."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from ropa.fields import card
from ropa.glossary import citation
from ropa.law import SpecialCategory
from ropa.model import Activity, Flow, Hop, Item, Purpose, Retention, Seen
from ropa.model.text import Text
from ropa.outline.contracts.resting import answering
from ropa.outline.contracts.words import REMARKS, AnnexCells, Row
from ropa.outline.page import Cell, Line
from ropa.sharing.borne import FIELDS, Borne
from ropa.sharing.reach import Reach

SENSITIVE = (("special", "9(1)"), ("reveals", "9(1)"), ("criminal", "10"))
"""What makes data sensitive, and the provision."""


class Matter:
    """What the register says of one activity, as far as some flows of it go: of the data they carry, those of whom they serve."""

    def __init__(
        self, words: AnnexCells, on: date, activity: str, hops: Sequence[Hop], served: Collection[str]
    ) -> None:
        self.words = words
        self.on = on
        self.key = activity
        self.hops = hops
        self._borne = Borne.of(words.register, activity, on)
        self._served = served
        self._seen: Seen | None = Reach.of(words.register, on).seen.get(activity)

    @property
    def name(self) -> str:
        """What the activity is called."""
        words = self.words
        return words.refer(Activity.noun, self.key) if self.key else words.phrase("said-in-general")

    def _line(self, said: str, cells: Row, article: str = "") -> Line:
        note = citation(article, self.words.language) if article else ""
        return Line(said, cells or self.words.unsaid(), note)

    def _of_flow(self, field: str, article: str = "") -> Line:
        """A field of the flows, the values of all of them together."""
        one = card(Flow, field)
        values = dict.fromkeys(value for hop in self.hops for value in self._named(hop, field))
        return self._line(one.label(self.words.language), self.words.together(values, field), article)

    def _named(self, hop: Hop, field: str) -> tuple[Text, ...]:
        """What a flow says in a field; of the data only those of whom it serves."""
        if field in FIELDS:
            whose = answering(self.words.register, self._borne.whose(hop), self._served)
            return self._borne.named(hop, field, whose)
        named: tuple[Text, ...] = getattr(hop, field, None) or getattr(hop.flow, field)
        return named

    def subject(self) -> Line:
        """What it is about: the activity, and what it says happens."""
        words = self.words
        told = self._seen.activity.description if self._seen else None
        cells = (Cell(self.name), *((Cell(words.text(told)),) if told else ()))
        return self._line(words.annex("subject-matter"), cells)

    def duration(self) -> Line:
        """From when until when."""
        words = self.words
        starts = {hop.first_day for hop in self.hops} - {None}
        ends = {hop.last_day for hop in self.hops} - {None}
        said = [words.annex("since", day=min(day for day in starts if day).isoformat())] if starts else []
        said += [words.annex("until", day=max(day for day in ends if day).isoformat())] if ends else []
        return self._line(words.annex("duration"), tuple(map(Cell, said)))

    def nature(self) -> Line:
        """What is done with the data."""
        values = dict.fromkeys(one for hop in self.hops for one in hop.flow.processing)
        return self._line(self.words.annex("nature"), self.words.together(values, "processing"))

    def purposes(self, *, recipient: bool = False) -> Line:
        """What it is for, as the activity itself states it; with `recipient`, what the recipient wants it for too."""
        own: Iterable[Purpose] = self._seen.activity.purposes if self._seen else ()
        theirs = (one for hop in self.hops for one in hop.flow.purposes) if recipient else ()
        words, of = self.words, card(Purpose, "text")
        held = dict.fromkeys(
            words.say(one.text, of) for one in (*own, *theirs) if one.text and one.holds(self.on)
        )
        return self._line(words.annex("purpose"), tuple(map(Cell, held)))

    def people(self) -> Line:
        """Whose data."""
        return self._of_flow("data_subjects")

    def data(self) -> Line:
        """Which data."""
        return self._of_flow("personal_data")

    def sensitive(self) -> Line:
        """Which of them are sensitive: special categories, and convictions; that none is marked so."""
        words = self.words
        cells = tuple(
            Cell(f"{words.say(one.kind, card(Item, 'kind'))} ({said})") for one, said in self.delicate()
        )
        known = any(hop.personal_data for hop in self.hops)
        return self._line(
            words.annex("sensitive"), cells or ((Cell(words.annex("sensitive-none")),) if known else ())
        )

    def delicate(self) -> Iterator[tuple[Item, str]]:
        """Those data, each with what makes it so."""
        for item in self._seen.values("personal_data", self.on) if self._seen else ():
            said = [*self._protected(item)]
            if said and str(item.kind) in self.carried:
                yield item, self.words.phrase("comma").join(said)

    def _protected(self, item: Item) -> Iterator[str]:
        """What makes data sensitive; what it is called already is not said again."""
        words = self.words
        kind = words.say(item.kind, card(Item, "kind"))
        for name, article in SENSITIVE:
            value = item.says(name)
            if value:
                special = isinstance(value, SpecialCategory)
                said = words.term("special-categories", value) if special else words.label(Item, name)
                if said != kind:
                    yield said
                yield citation(article, words.language)

    @cached_property
    def carried(self) -> frozenset[str]:
        """The data that go there."""
        return frozenset(str(value) for hop in self.hops for value in self._named(hop, FIELDS[0]))

    @property
    def beside(self) -> frozenset[str]:
        """The data of the activity that do not."""
        every = self._seen.values("personal_data", self.on) if self._seen else ()
        return frozenset(str(item.kind) for item in every) - self.carried

    def places(self, article: str) -> Iterator[Line]:
        """Where it is done, and from where the data can be reached."""
        yield self._of_flow("countries", article)
        yield self._of_flow("access_from")

    def retention(self, article: str = "") -> Line:
        """How long these data are kept, and what happens then."""
        cells = tuple(Cell(self.words.part(one, leave=REMARKS)) for one in self._kept())
        return self._line(self.words.annex("retention"), cells, article)

    def ending(self) -> Line:
        """What happens to the data at the end, where it is stated by itself."""
        words, of = self.words, card(Retention, "then")
        found = dict.fromkeys(words.say(one.then, of) for one in self._kept() if one.then)
        return self._line(words.annex("ending"), tuple(map(Cell, found)), "28(3)(g)")

    def _kept(self) -> Iterator[Retention]:
        """The time limits for the data that the flows carry."""
        for one in self._seen.values("retention", self.on) if self._seen else ():
            covers = tuple(kind for kind in one.covers if not self.carried or str(kind) in self.carried)
            if covers or not one.covers:
                yield one if covers == one.covers else one.model_copy(update={"covers": covers})


def besides(matters: Iterable[Matter]) -> frozenset[str]:
    """The data of several activities that go there in none of them."""
    held = tuple(matters)
    every = frozenset(kind for one in held for kind in one.beside)
    return every - {kind for one in held for kind in one.carried}

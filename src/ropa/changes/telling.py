"""How a change reads: where it is, what it is called, what there was and what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ropa.changes.begun import PAST, PLANNED
from ropa.changes.content import EMPTY
from ropa.changes.engaged import ARRIVALS, DEPARTURES
from ropa.changes.holder import is_later, of_others
from ropa.changes.kind import ChangeKind
from ropa.changes.shorten import as_written, cut, from_where_they_differ
from ropa.changes.walk import TOGETHER, Step
from ropa.fields import called, cards
from ropa.glossary import citation, has_phrase, phrase
from ropa.model import Absence, Flow, General, Hop, Item, Keyed, Part, Register
from ropa.model.data import BROUGHT
from ropa.model.spec import specs
from ropa.sharing.saying import Saying
from ropa.transfer import Standing

if TYPE_CHECKING:
    from ropa.changes.change import Change

ARROW = "→"
LONGEST = 240
"""Characters of a value that are shown; the rest is for the file."""
SHORT = 100
"""Characters of what an entry is called."""
FEW = 3
"""Places in sources that are named, and data; of more places only the number."""
BY_FIELD = frozenset({ChangeKind.FIELD_ADDED, ChangeKind.FIELD_REMOVED, ChangeKind.FIELD_CHANGED})
"""Kinds whose name is made with the label of the field."""
WITHOUT_OTHER = frozenset({ChangeKind.OUTSIDE_EEA, ChangeKind.ACCESS_OUTSIDE_EEA})
"""Kinds that say by themselves that there was nothing before."""

TRANSFERRED = frozenset((*ARRIVALS, *DEPARTURES))
"""Kinds that tell of a transfer where they tell who it goes to."""


@dataclass(frozen=True, slots=True)
class Row:
    """A change in the cells of a table, in one language."""

    weight: int
    kind: str
    """What it is called."""
    place: str
    """Where it is, in words; empty where the entry itself came or went."""
    before: str
    after: str
    article: str
    where: str
    """The path, for whoever looks it up."""


class Telling:
    """Words for changes: what there was is read in the old register, what there is in the new one."""

    def __init__(self, old: Saying, new: Saying) -> None:
        self.old, self.new = old, new

    def phrase(self, key: str, **values: object) -> str:
        """A sentence or a piece of one."""
        return phrase(f"changes.{key}", self.new.language, **values)

    def remarks(self, old: Register, new: Register) -> Iterator[str]:
        """That two registers are of two holders, or that the earlier one is the later one."""
        if of_others(old, new):
            holders = {"old": self.old.party(old.holder or ""), "new": self.new.party(new.holder or "")}
            yield self.phrase("of-others", **holders)
        if is_later(old, new):
            yield self.phrase("later", old=old.adopted, new=new.adopted)

    def sentence(self, one: Change) -> str:
        """A change on one line: `Wages: retention lengthened: 7 years → 10 years`."""
        row = self.row(one)
        detail = f" {ARROW} ".join(words for words in (row.before, row.after) if words)
        kind = self._kind(one) if row.place else row.kind
        return self.new.colon.join(piece for piece in (row.place, kind, detail) if piece)

    def row(self, one: Change) -> Row:
        """The cells of a change."""
        before, after = self._values(one)
        kind = self._kind(one)
        return Row(
            weight=one.weight,
            kind=kind[:1].upper() + kind[1:],
            place=self._place(one, before if one.after is None else after),
            before=before,
            after=self._with_data(one, after),
            article=citation(one.article, self.new.language) if one.article else "",
            where=one.where,
        )

    def _with_data(self, one: Change, after: str) -> str:
        """What is there now, with the data of Articles 9 and 10 that it brings somewhere."""
        if not one.sensitive or one.kind is ChangeKind.SPECIAL_DATA_SHARED:
            return after
        data = self.new.items(one.sensitive[:FEW]) + (" …" if len(one.sensitive) > FEW else "")
        return self.new.semicolon.join(words for words in (after, data) if words)

    def _kind(self, one: Change) -> str:
        if one.kind in BY_FIELD:
            return self.phrase(f"kind.{one.kind.value}", field=self._field(one))
        said = self.phrase(f"kind.{one.kind.value}")
        told_with = "" if one.kind in TRANSFERRED else self.new.countries(one.countries)
        aside = self._field(one) if one.tells_field else told_with
        return f"{said} ({aside})" if aside else said

    def _field(self, one: Change) -> str:
        """The label of the field it is in; of the one that is absent where it is about an absence."""
        own = one.card.label(self.new.language) if one.card and one.card.key == one.field else ""
        if own or not one.trail:
            return own or one.field
        known = {card.key: card for card in cards(type(one.trail[-1].part))}
        if one.field in known:
            return known[one.field].label(self.new.language)
        key = f"report.{one.field}"
        return phrase(key, self.new.language) if has_phrase(key) else one.field

    def _place(self, one: Change, said: str) -> str:
        """The entries around it, one in the other; the last is left out where the change itself says it."""
        named = [(step, self._head(step)) for step in one.trail]
        if one.kind in BY_FIELD:  # no other kind needs to say in what it is: its name does
            named = [(step, head or called(type(step.part), self.new.language)) for step, head in named]
        heads = [cut(head, SHORT) for _, head in named if head]
        if heads and heads[-1] == cut(said, SHORT):
            heads.pop()
        return " › ".join(heads).replace(f"› {ARROW}", ARROW)

    def _head(self, step: Step) -> str:
        """What an entry on the way is called: its name, whom it goes to, or what it says first."""
        words, part = (self.new if step.after is not None else self.old), step.part
        if isinstance(part, Keyed):
            return words.refer(part.noun, part.key)
        if isinstance(part, General):
            return self._general(part, words)
        if isinstance(part, Flow) and part.recipient:
            return f"{ARROW} {words.parties(part.recipient)}"
        heads = part.headline or (part.bare,)
        return words.colon.join(words.say(value, of) for of, value in words.fields(part) if of.key in heads)

    def _general(self, part: General, words: Saying) -> str:
        said = words.tell("in-general")
        covered = words.row(words.activity(key) for key in part.activities)
        return said[:1].upper() + said[1:] + (f" ({covered})" if covered else "")

    def _values(self, one: Change) -> tuple[str, str]:
        """What there was and what there is; as it stands in the file where both read alike."""
        before, after = self._said(one.before, one, self.old), self._said(one.after, one, self.new)
        if before and before == after:
            before, after = as_written(one.before, one.after)
        before, after = from_where_they_differ(before, after)
        return cut(before, LONGEST), cut(after, LONGEST)

    def _said(self, value: Any, one: Change, words: Saying) -> str:
        if value is None or value == ():
            return self._nothing(one, value is one.after)
        if one.hop is not None:
            return self._engaged(one, one.hop, words)
        if isinstance(value, Standing):
            return words.phrase(f"standing.{value.value}")
        if isinstance(value, Part):
            return self._part(value, words)
        if one.card is None:
            return as_written(value, None)[0]
        if one.kind is ChangeKind.EVIDENCE_CHANGED and len(value) > FEW:
            return self.phrase("places", number=len(value))
        said = words.say(value, one.card)
        return f"{said} ({self._stands(one.standing)})" if one.standing and value is one.after else said

    def _part(self, part: Part, words: Saying) -> str:
        if isinstance(part, Absence):
            return words.absent(part)
        if isinstance(part, Keyed):
            return words.refer(part.noun, part.key)
        if isinstance(part, Item):  # what the known term brings with it goes without saying
            brought = frozenset(name for name in BROUGHT if getattr(part, name) is None)
            return words.part(part, leave=brought)
        return words.part(part) or called(type(part), words.language)

    def _stands(self, standing: Standing) -> str:
        return self.new.phrase(f"standing.{standing.value}")

    def _engaged(self, one: Change, hop: Hop, words: Saying) -> str:
        """Whom a flow brings in and as what; sender and recipient where both were there already."""
        if one.kind in (ChangeKind.SOURCE_ADDED, ChangeKind.SOURCE_REMOVED):
            return words.party(hop.sender)
        who = f"{words.party(hop.recipient)} ({words.recipient(hop)})"
        both = one.kind in (ChangeKind.FLOW_ADDED, ChangeKind.FLOW_REMOVED)
        if both:
            return f"{words.party(hop.sender)} {ARROW} {who}"
        return self._transferred(one, words) if one.countries else self._dated(one, hop, who)

    def _transferred(self, one: Change, words: Saying) -> str:
        """Whom a flow brings in or lets go, with the transfer that it is, and how that stands."""
        assert one.hop is not None
        who = f"{words.party(one.hop.recipient)} ({words.recipient(one.hop)})"
        to = words.countries(one.countries)
        how = f" ({self._stands(one.standing)})" if one.standing else ""
        return words.semicolon.join((who, self.phrase("transfer", countries=to) + how))

    def _dated(self, one: Change, hop: Hop, who: str) -> str:
        """With the day from which somebody is planned, or the last one of somebody who is not engaged any more."""
        if one.kind in PLANNED.values():
            return self.phrase("planned-from", who=who, day=hop.first_day)
        return self.phrase("was-until", who=who, day=hop.last_day) if one.kind in PAST.values() else who

    def _nothing(self, one: Change, now: bool) -> str:
        """What stands where there is nothing: no word where the name of the change says it."""
        if (
            one.hop is not None
            or one.kind.value.endswith(("-added", "-removed"))
            or one.kind in WITHOUT_OTHER
        ):
            return ""
        if one.kind is ChangeKind.STATE_CHANGED:
            entry = one.trail[-1].after if now else one.trail[-1].before
            spec = specs(type(entry)).get(one.field) if entry else None
            filled = spec is not None and getattr(entry, spec.name) not in EMPTY
            return self.phrase("recorded" if filled else "not-recorded")
        together = one.card is not None and (one.card.owner, one.card.key) in TOGETHER
        return self.phrase("none-named" if together else "not-recorded")

"""The answer to a what-if: activities touched, who tells whom, transfers that stand otherwise than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ropa.model import PEOPLE
from ropa.model.dump import plain
from ropa.model.text import Text
from ropa.sharing.answer import Answer
from ropa.sharing.impact.access import Access
from ropa.sharing.impact.arranged import Arranged
from ropa.sharing.impact.force import NotInForce
from ropa.sharing.impact.notification import Notification
from ropa.sharing.impact.other_days import OtherDays
from ropa.sharing.impact.standing import as_plain
from ropa.sharing.saying import Saying
from ropa.sharing.tokens import Token
from ropa.transfer import Transfer, Verdict


@dataclass(frozen=True, slots=True)
class Touched:
    """What is touched of one activity: data of the same controllers that came by the same parties."""

    activity: str
    parties: tuple[str, ...]
    """Who is concerned beside the party asked for; with a removal, who no longer gets these data."""
    tokens: tuple[Token, ...]
    """Which data, each with whose."""
    customers: tuple[str, ...]
    """For which controllers; with a breach, those that assess it: itself too, where it answers for itself."""
    path: tuple[str, ...]
    """The parties along the way by which just these data got there, from where they begin."""
    possible: bool = False
    """Whether they only may have got there."""
    holding_open: bool = False
    """Whether that is for no flow that only may happen, but as it is open that they were held where they begin."""
    member_of: str = ""
    """The category that holds them and of which the party asked for is one: its part of them is not recorded."""
    open_roles: tuple[str, ...] = ()
    """With a breach, of whom on the way it is open what they are here: a processor, or one that answers itself."""
    until_now: tuple[str, ...] = ()
    """With a flow that falls or moves, the countries where the data are today; none where that is not stated."""

    @property
    def people(self) -> tuple[Text, ...]:
        """Whose data."""
        return tuple(dict.fromkeys(who for _, who in self.tokens if who is not None))

    @property
    def personal_data(self) -> tuple[Text, ...]:
        """Which data."""
        return tuple(dict.fromkeys(item for item, _ in self.tokens if item is not None))


@dataclass(frozen=True, slots=True)
class Changed:
    """A transfer that stands otherwise than before. `before` is None where it was no transfer, `after` where it goes."""

    transfer: Transfer
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True)
class Impact(Answer):
    """What an event touches. `question` is what was asked, by its name."""

    question: Mapping[str, Any]
    activities: tuple[Touched, ...]
    notify: tuple[Notification, ...] = ()
    transfers: tuple[Changed, ...] = ()
    agreements: tuple[str, ...] = ()
    """Agreements that fall away, or whose regions are broken."""
    other_days: tuple[OtherDays, ...] = ()
    """With a breach, what the party got before that day or will get after it, in other activities."""
    arranged: tuple[Arranged, ...] = ()
    """With a breach, what joint controllers arranged of it."""
    not_in_force: NotInForce | None = None
    """Of a decision that falls: that it is not in force on the day, so that nothing rests on it then."""
    access_stays: tuple[Access, ...] = ()
    """Of a party that moves: from where else the data of its flows can be reached today, which the move leaves as it is."""

    def _say(self, words: Saying) -> Iterator[str]:
        kind, asked = next(iter(self.question.items()))
        yield words.sentence(f"impact.{kind}", **self._asked(words, kind, asked))
        if self.not_in_force and self.on:
            yield from self.not_in_force.sentences(words, self.on)
        if not (self.activities or self.transfers or self.agreements):
            yield words.sentence("impact.nothing")
        yield from (one.sentence(words, asked) for one in self.other_days)
        yield from self.touched(words)
        if kind == "move" and self.activities and not (self.transfers or self.agreements):
            yield words.sentence("impact.move-same")
        yield from (_change(words, one) for one in self.transfers)
        for key in self.agreements:
            yield words.sentence(f"impact.agreement-{kind}", agreement=words.refer("agreement", key))
        yield from dict.fromkeys(one.sentence(words) for one in self.access_stays)
        yield from self.told(words)

    def touched(self, words: Saying) -> Iterator[str]:
        """A sentence for each activity and path that is touched."""
        kind, asked = next(iter(self.question.items()))
        for one in self.activities:
            variant = kind
            if kind == "breach" and (asked in one.customers or not one.customers):
                variant = "own"
            elif kind == "remove" and not one.parties:
                variant = "remove-alone"
            # a name keeps its first letter as it is written
            yield (words.tell if one.activity else words.sentence)(
                f"impact.touched-{variant}",
                activity=words.activity(one.activity),
                data=words.data(one.tokens),
                path=words.path(one.path),
                parties=words.parties(one.parties) or words.tell("nobody"),
                customers=words.parties(one.customers) or words.tell("impact.not-recorded"),
                place=words.countries(one.until_now) or words.phrase("country-not-stated"),
            ) + _aside(words, one)

    def told(self, words: Saying) -> Iterator[str]:
        """Who tells or assesses what, and by which arrangement."""
        yield from (one.sentence(words) for one in self.notify)
        yield from (one.sentence(words) for one in self.arranged)

    def _asked(self, words: Saying, kind: str, asked: Any) -> dict[str, str]:
        if kind == "revoke":
            return {"decision": str(asked)}
        if kind == "move":
            ((party, country),) = asked.items()
            return {"party": self._name(words, party), "country": words.country(country)}
        return {"party": self._name(words, asked)}

    def _name(self, words: Saying, key: str) -> str:
        return words.party(key) if key in self.register.party_keys else key

    def _plain(self) -> dict[str, Any]:
        return {
            "question": dict(self.question),
            "activities": [
                {
                    "activity": one.activity,
                    "parties": list(one.parties),
                    "people": [plain(who) for who in one.people],
                    "personal_data": [plain(item) for item in one.personal_data],
                    "customers": list(one.customers),
                    "path": list(one.path),
                    "possible": one.possible,
                    "holding_open": one.holding_open,
                    "member_of": one.member_of,
                    "open_roles": list(one.open_roles),
                    "until_now": list(one.until_now),
                }
                for one in self.activities
            ],
            "notify": [one.as_json() for one in self.notify],
            "other_days": [
                {
                    "activity": one.activity,
                    "until": one.until.isoformat() if one.until else "",
                    "since": one.since.isoformat() if one.since else "",
                }
                for one in self.other_days
            ],
            "arranged": [
                {"agreement": one.agreement, "duty": one.duty, "party": one.party} for one in self.arranged
            ],
            "transfers": [_transfer(one) for one in self.transfers],
            "agreements": list(self.agreements),
            "not_in_force": self.not_in_force.as_json() if self.not_in_force else None,
            "access_stays": [one.as_json() for one in self.access_stays],
        }


def _aside(words: Saying, one: Touched) -> str:
    """What stands in brackets behind an activity: that it is only possible, and why."""
    said = []
    if one.holding_open:
        said.append(words.tell("impact.may-hold" if one.member_of else "may-hold"))
    elif one.possible:
        said.append(words.phrase("possible"))
    if one.member_of:
        said.append(words.tell("impact.as-member", category=words.party(one.member_of)))
    if one.open_roles:
        said.append(words.tell("impact.role-open", party=words.parties(one.open_roles)))
    return f" ({words.phrase('comma').join(said)})" if said else ""


def _change(words: Saying, one: Changed) -> str:
    ends = words.path((one.transfer.sender, one.transfer.recipient)) if one.transfer.recipient else ""
    verdict = one.after or one.before
    key = "new" if one.before is None else "gone" if one.after is None else "changed"
    if one.transfer.sender == PEOPLE and key != "changed":
        key += "-people"  # whether what people send themselves is a transfer at all, the verdict says
    return words.tell(
        f"impact.transfer-{key}",
        path=ends or words.party(one.transfer.sender),
        activity=words.activity(one.transfer.activity),
        why=verdict.message(words.language) if verdict else "",
    )


def _transfer(one: Changed) -> dict[str, Any]:
    return {
        "activity": one.transfer.activity,
        "flow": one.transfer.path,
        "sender": one.transfer.sender,
        "recipient": one.transfer.recipient,
        "country": one.transfer.country,
        "reached": one.transfer.reached,
        "before": as_plain(one.before),
        "after": as_plain(one.after),
    }

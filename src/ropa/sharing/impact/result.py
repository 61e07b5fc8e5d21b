"""The answer to a what-if: activities touched, who tells whom, transfers that stand otherwise than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ropa.glossary import citation
from ropa.model import PEOPLE
from ropa.model.dump import plain
from ropa.sharing.answer import Answer
from ropa.sharing.impact.access import Access
from ropa.sharing.impact.arranged import Arranged
from ropa.sharing.impact.force import NotInForce
from ropa.sharing.impact.notification import Notification
from ropa.sharing.impact.other_days import OtherDays
from ropa.sharing.impact.standing import as_plain
from ropa.sharing.impact.touched import Touched
from ropa.sharing.saying import Saying
from ropa.transfer import Transfer, Verdict

INSTEAD = "2(2)(d)"
"""What keeps law enforcement by competent authorities out of the GDPR."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A transfer that stands otherwise than before. `before` is None where it was no transfer, `after` where it goes."""

    transfer: Transfer
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True)
class Impact(Answer):
    """What an event touches. `question` is what was asked, by its name."""

    question: Mapping[str, Any] = field(hash=False)
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
    members: tuple[str, ...] = ()
    """Of a group or category that is asked for: its members that may hold data by themselves, to be asked for too."""
    law_enforcement: tuple[str, ...] = ()
    """With a breach, those that assess it and get data on inquiry: for law enforcement another law applies."""

    def _say(self, words: Saying) -> Iterator[str]:
        kind, asked = next(iter(self.question.items()))
        yield words.sentence(f"impact.{kind}", **self._asked(words, kind, asked))
        if self.not_in_force and self.on:
            yield from self.not_in_force.sentences(words, self.on)
        if not (self.activities or self.transfers or self.agreements or self.members):
            yield words.sentence("impact.nothing")
        yield from self.touched(words)
        yield from (one.sentence(words, asked) for one in self.other_days)
        yield from (_change(words, one) for one in self.transfers)
        for key in self.agreements:
            yield words.sentence(f"impact.agreement-{kind}", agreement=words.refer("agreement", key))
        if kind == "move":
            yield from self._not_derived(words)
        yield from dict.fromkeys(one.sentence(words) for one in self.access_stays)
        yield from self.told(words)

    def touched(self, words: Saying) -> Iterator[str]:
        """A sentence for each activity and path that is touched."""
        kind = next(iter(self.question))
        yield from (one.sentence(words, kind, self._party) for one in self.activities)

    def _not_derived(self, words: Saying) -> Iterator[str]:
        """Of a move: that it changes no transfer, or from what none can be derived."""
        by_flows = all(not (one.itself or one.member_of) for one in self.activities)
        if self.activities and by_flows and not (self.transfers or self.agreements):
            yield words.sentence("impact.move-same")
        party = self._name(words, self._party)
        if any(one.itself and not one.member_of for one in self.activities):
            yield words.sentence("impact.move-itself", party=party)
        if any(one.member_of for one in self.activities):
            yield words.sentence("impact.move-member", party=party)

    def told(self, words: Saying) -> Iterator[str]:
        """Who tells or assesses what, by which arrangement and which law; and whom else to ask about."""
        yield from (one.sentence(words) for one in self.notify)
        yield from (one.sentence(words) for one in self.arranged)
        article = citation(INSTEAD, words.language)
        for key in self.law_enforcement:
            yield words.sentence("impact.law-enforcement", party=words.party(key), article=article)
        if self.members:
            yield words.tell(
                "impact.members", party=self._name(words, self._party), parties=words.parties(self.members)
            )

    @property
    def _party(self) -> str:
        """Whom the question is about; with a decision, that."""
        asked = next(iter(self.question.values()))
        return str(asked if isinstance(asked, str) else next(iter(asked)))

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
            "question": plain(self.question),
            "activities": [one.as_json() for one in self.activities],
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
            "members": list(self.members),
            "law_enforcement": list(self.law_enforcement),
        }


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

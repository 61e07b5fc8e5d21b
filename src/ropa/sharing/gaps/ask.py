"""Asks a register for all its gaps, and tells them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.glossary import citation, phrase
from ropa.law import Tables
from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.dump import plain
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.sharing.answer import Answer
from ropa.sharing.gaps.authorisation import without_authorisation
from ropa.sharing.gaps.contract import without_contract
from ropa.sharing.gaps.ended import not_in_force
from ropa.sharing.gaps.gap import Gap, united
from ropa.sharing.gaps.look import Look
from ropa.sharing.gaps.notice import short_notice
from ropa.sharing.gaps.onward import without_ground
from ropa.sharing.gaps.origin import never_received
from ropa.sharing.gaps.region import outside_region
from ropa.sharing.gaps.system import without_flow
from ropa.sharing.gaps.unused import unused
from ropa.sharing.saying import Saying

SEARCHES: tuple[Callable[[Look], Iterator[Gap]], ...] = (
    without_contract,
    without_authorisation,
    outside_region,
    short_notice,
    without_ground,
    not_in_force,
    never_received,
    without_flow,
    unused,
)


@dataclass(frozen=True)
class Gaps(Answer):
    """The gaps of a register on a day, by kind; the same one in several activities stands once."""

    gaps: tuple[Gap, ...]

    def _say(self, words: Saying) -> Iterator[str]:
        if not self.gaps:
            yield phrase("gaps.nothing", words.language)
        for one in self.gaps:
            yield _sentence(words, one)

    def _plain(self) -> dict[str, Any]:
        return {"gaps": [_plain(one) for one in self.gaps]}


@no_collecting()
def gaps(register: Register, *, on: date, tables: Tables | None = None) -> Gaps:
    """What the chains of a register lack on a day, as far as the register shows.

    A gap says "not recorded", never "unlawful": each names the provision by which a person has to look. `tables` are
    dated tables with rows of your own; the library's where none are given.
    """
    one_register(register, tables)
    look = Look(register, as_day(on), tables)
    return Gaps(register, look.on, united(one for search in SEARCHES for one in search(look)))


def _sentence(words: Saying, one: Gap) -> str:
    key = f"gaps.{one.kind.value}" + ("-one" if one.promised == 1 else "")
    said = phrase(
        f"{key}.{one.how}" if one.how else key,
        words.language,
        sender=_who(words, (one.sender,)),
        recipient=_who(words, (one.recipient,)),
        customers=_who(words, one.customers),
        processor=_who(words, (one.processor,)),
        agreements=words.few(one.agreements, words.paper),
        regions=words.countries(one.regions),
        countries=words.countries(one.countries) or words.party(one.recipient),
        promised=one.promised,
        given=one.given,
        data=words.data(one.tokens) if one.tokens else "",
        system=words.refer("system", one.system) if one.system else "",
    )
    if one.decisions:
        said += phrase("gaps.reached", words.language, decisions=words.row(one.decisions))
    about = [words.few(one.activities, words.activity)] if one.activities else []
    if one.possible:
        about.append(words.phrase("possible"))
    about.append(citation(one.article, words.language))
    together = phrase("report.semicolon", words.language).join(about)
    return phrase("gaps.line", words.language, said=said[:1].upper() + said[1:], about=together)


def _who(words: Saying, keys: tuple[str, ...]) -> str:
    return words.few([key for key in keys if key], words.party)


def _plain(one: Gap) -> dict[str, Any]:
    said = {
        "sender": one.sender,
        "recipient": one.recipient,
        "customers": [*one.customers],
        "processor": one.processor,
        "agreements": [*one.agreements],
        "regions": [*one.regions],
        "countries": [*one.countries],
        "decisions": [*one.decisions],
        "promised": one.promised,
        "given": one.given,
        "personal_data": [plain(item) for item in dict.fromkeys(item for item, _ in one.tokens) if item],
        "people": [plain(person) for person in dict.fromkeys(person for _, person in one.tokens) if person],
        "system": one.system,
    }
    return {
        "gap": one.kind.value,
        "how": one.how,
        "article": one.article,
        "at": [*one.at],
        "activities": [*one.activities],
        **{name: value for name, value in said.items() if value not in ("", [], None)},
        "possible": one.possible,
    }

"""With whose leave a sub-processor is engaged, and with what notice: those who are not named are counted, each kind apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ropa.glossary import phrase
from ropa.model import Agreement
from ropa.outline.contracts.words import AnnexCells, Row
from ropa.outline.page import Cell
from ropa.sharing import Authorisation, Link, Permission

ORDER = tuple(Permission)
DECIDED = (Permission.BY_NAME, Permission.NOT_LISTED, Permission.REFUSED)
"""What papers say of one sub-processor by itself, or of all: there is nothing to object to."""


class Allowed:
    """What the papers say of one link. `named` may be named; with `asked` only what those allow counts.

    Of everybody else it is said how many there are, refusals included: the whole is for who keeps the register.
    """

    def __init__(
        self, words: AnnexCells, on: date, named: frozenset[str], asked: frozenset[str] | None
    ) -> None:
        self._words = words
        self._on = on
        self._named = named
        self._asked = asked

    def authorisation(self, link: Link) -> Row:
        """What each allows, and what those further up withhold; that nothing is recorded."""
        if not (link.hop.onward and self._words.shown.gaps):
            return ()
        found = [(one.permission, one.by) for one in self._counted(link)]
        said = [*self._told(found)] if found else [self._permission(Permission.NOT_RECORDED, "")]
        above = ((one.permission, one.by) for one in link.withheld if self._counts(one.by))
        return (*said, *(self._further_up(cell) for cell in self._told(above)))

    def notice(self, link: Link) -> Row:
        """The notice periods agreed for a change of sub-processors; nothing where nobody has to be told."""
        if not (link.hop.onward and self._words.shown.gaps):
            return ()
        allowed = self._counted(link)
        agreed = [(number, one.by) for one in allowed for number in self._agreed(one)]
        told = {one for _, one in agreed}
        silent = [one.by for one in allowed if one.permission is Permission.GENERAL and one.by not in told]
        if not agreed and not silent:
            if allowed and all(one.permission in DECIDED for one in allowed):
                return ()  # who is authorised by name, or not at all, is not announced
            return (self._words.unsaid_of(Agreement, "notice_days"),)
        return (
            *(
                Cell(self._words.annex("notice-agreed", number=number) + self._of_so_many(those))
                for number in sorted({number for number, _ in agreed})
                if (those := [by for one, by in agreed if one == number])
            ),
            *self._silent(silent),
        )

    def _silent(self, silent: list[str]) -> Iterator[Cell]:
        """Whoever authorised in general, and with what notice is not recorded."""
        if silent:
            cell = self._words.unsaid_of(Agreement, "notice_days")
            yield Cell(f"{cell.value}{self._of_so_many(silent)}", muted=True)

    def _agreed(self, one: Authorisation) -> set[int]:
        papers = map(self._words.register.agreement, one.agreements)
        return {
            paper.notice_days for paper in papers if paper.notice_days is not None and paper.holds(self._on)
        }

    def _counted(self, link: Link) -> list[Authorisation]:
        return [one for one in link.authorisations if self._counts(one.by)]

    def _counts(self, by: str) -> bool:
        return self._asked is None or by in self._asked

    def _told(self, found: Iterable[tuple[Permission, str]]) -> Iterator[Cell]:
        """Each kind once, from most to least, with whom it is of."""
        held: dict[tuple[Permission, str], list[str]] = {}
        for how, by in found:
            held.setdefault((how, by if by in self._named else ""), []).append(by)
        for (how, by), those in sorted(held.items(), key=lambda one: ORDER.index(one[0][0])):
            whose = phrase("chain.by", self._words.language, parties=self._words.party(by)) if by else ""
            mark = f"{self._words.phrase('comma')}{whose}" if by else self._of_so_many(those)
            yield self._permission(how, mark)

    def _permission(self, how: Permission, mark: str) -> Cell:
        said = phrase(f"chain.permission.{how.value}", self._words.language)
        return Cell(said + mark, muted=how is Permission.NOT_RECORDED)

    def _further_up(self, cell: Cell) -> Cell:
        return Cell(self._words.annex("further-up", said=cell.value), cell.muted)

    def _of_so_many(self, those: Iterable[str]) -> str:
        """How many they are; nothing where they may be named, or nobody knows how many there are."""
        number = 0
        for by, _ in Counter(those).items():
            party = self._words.register.party(by)
            if by in self._named or self._asked is not None or (party.named is False and not party.members):
                return ""
            number += len(party.members) if party.named is False else 1
        return self._words.annex("of-so-many", number=number)

"""What an export is asked to be, and for whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from ropa.audience import Copy, copy_for, customers
from ropa.errors import NotUnderstood, Problem
from ropa.glossary import require, spoken
from ropa.law import Tables
from ropa.law.own_mark import own_mark
from ropa.law.standard import given as tables_given
from ropa.model import Register, TransferImpactAssessment
from ropa.model.digest import digest
from ropa.model.text import as_day

if TYPE_CHECKING:
    from ropa.changes import Changes
    from ropa.rules import CheckReport


class Options(TypedDict, total=False):
    """What whoever exports may say, however many files it makes; each means what `Wish` says of it."""

    on: date | None
    party: str | None
    for_: str
    customer: str | None
    archival: bool
    attach: bool
    agreement: str | None
    tables: Tables | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks of an export; what is left open has its usual value."""

    language: str | None = None
    """The reader's; the register's own where it is not given."""
    on: date | None = None
    """The day the register is shown for; today where it is not given."""
    party: str | None = None
    """Whose records; the holder's where it is not given."""
    for_: str = "internal"
    """Who will read it."""
    customer: str | None = None
    """Which customer, where it is for one."""
    since: Register | None = field(default=None, repr=False)
    """An earlier register, so that what changed is shown."""
    archival: bool = False
    """Whether a document is to be kept for years (PDF/A)."""
    attach: bool = False
    """Whether the register travels within the document, as its reader may see it."""
    agreement: str | None = None
    """The agreement that an annex belongs to."""
    tables: Tables | None = field(default=None, repr=False)
    """Dated tables with rows of one's own; the library's where none are given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a format is given to write: every question answered, the register cut to what the reader may see."""

    copy: Copy
    language: str
    on: date
    party: str | None
    suffix: str
    """The suffix of the file, for a format that has several forms."""
    before: Register | None
    archival: bool
    attach: bool
    agreement: str | None
    tables: Tables | None
    """The dated tables that everything in it is judged by; None: the library's."""

    @property
    def register(self) -> Register:
        """The register as this reader sees it."""
        return self.copy.register

    @property
    def checked(self) -> CheckReport | None:
        """What a check finds on the day, made once however many formats show it; None for whom it is not meant."""
        if not self.copy.reader.findings:
            return None
        from ropa.rules import check

        found: CheckReport = self.register.kept(
            ("ropa.formats", "checked", self.on, self.tables),
            lambda: check(self.register, on=self.on, tables=self.tables),
        )
        return found

    @property
    def changes(self) -> Changes | None:
        """What is new since the earlier register, worked out once however many formats show it."""
        if self.before is None:
            return None
        from ropa.changes import diff

        before = self.before
        key = ("ropa.formats", "changes", self.on, digest(before), self.tables)
        found: Changes = self.register.kept(
            key, lambda: diff(before, self.register, on=self.on, tables=self.tables)
        )
        return found

    @property
    def judged(self) -> bool:
        """Whether the reader sees all that transfers are judged by: else it is told of no lack."""
        return not self.copy.reader.leaves(TransferImpactAssessment)

    @property
    def own_rows(self) -> str | None:
        """The mark of the rows of one's own in the tables; None where there are none."""
        return own_mark(self.tables)

    @property
    def content(self) -> str:
        """The content digest: of the register as this reader sees it, and of all that is asked.

        It is the same whatever version of this library writes it, and whatever the format.
        """
        return self.content_with(self.own_rows)

    def content_with(self, own_rows: str | None) -> str:
        """The same digest, had these rows of one's own been in the tables: a manifest has only their mark."""
        return digest(
            self.register,
            language=self.language,
            on=self.on,
            reader=self.copy.reader.name,
            party=self.party,
            before=digest(self.before) if self.before else None,
            agreement=self.agreement,
            tables=own_rows,
        )


def asked(register: Register, wish: Wish, suffix: str = "") -> Asked:
    """A wish with every question answered. `UnknownEntry` and `UnknownLanguage` where it can't be."""
    tables_given(wish.tables)
    wish = replace(wish, party=_meant(register, wish.party), customer=_meant(register, wish.customer))
    if wish.party is not None:
        register.party(wish.party)
    shown = _copy(register, wish)
    if wish.party is not None:
        shown.register.party(wish.party)
    return Asked(
        shown,
        require(wish.language or spoken(register.language)),
        date.today() if wish.on is None else as_day(wish.on),
        wish.party,
        suffix,
        _before(wish.since, register, wish) if wish.since else None,
        wish.archival,
        wish.attach,
        wish.agreement,
        wish.tables,
    )


def _meant(register: Register, word: str | None) -> str | None:
    """The key of the party of this key, number or name; a word that is nobody's stays as it is."""
    from ropa.sharing.impact.whom import parties_called, party_called

    return party_called(register, word) if word and parties_called(register, word) else word


def _before(since: Register, register: Register, wish: Wish) -> Register:
    """The earlier register as the same reader saw it; one without entries where nothing was recorded for a customer yet."""
    _refuse_another(since, register)
    if wish.customer and wish.customer not in customers(since):
        return Register(language=since.language, **({"holder": since.holder} if since.holder else {}))
    return _copy(since, wish).register


def _refuse_another(since: Register, register: Register) -> None:
    """What stands in the register of one holder is not printed in the papers of another one."""
    from ropa.changes.holder import is_later, of_others

    if of_others(since, register):
        wrong = (
            f"the earlier register is of another holder, {since.holder!r}; this one is of {register.holder!r}"
        )
        raise NotUnderstood([Problem("since", wrong, "give an earlier register of the same holder")])
    if is_later(since, register):
        wrong = f"the earlier register was adopted on {since.adopted}, after this one ({register.adopted})"
        raise NotUnderstood([Problem("since", wrong, "give the two the other way round")])


def _copy(register: Register, wish: Wish) -> Copy:
    """The copy of that reader, made once however many formats it is written in."""
    key = ("ropa.formats", "copy", wish.for_, wish.customer)
    copied: Copy = register.kept(key, lambda: copy_for(register, wish.for_, wish.customer))
    return copied

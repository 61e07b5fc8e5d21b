"""One thing that falls due: its day, what kind of thing it is, and whom and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ropa.model.text import Text


class DueKind(StrEnum):
    """The kinds of things on an agenda; those of one day stand in this order."""

    UNKNOWN = "unknown"
    """Something nobody knows yet, and somebody would find out."""
    WAIVER = "waiver"
    """The last day on which somebody answers for a finding."""
    DECISION = "decision"
    """The last day on which a decision of the Commission can be relied on."""
    AGREEMENT = "agreement"
    """The last day of an agreement."""
    NOTICE = "notice"
    """The last day to announce a planned sub-processor."""
    CERTIFICATE = "certificate"
    """The last day of a certificate or listing."""
    TRANSFER_ASSESSMENT = "transfer-assessment"
    """An assessment of transfers to be made again."""
    ASSESSMENT = "assessment"
    """A data protection impact assessment to be looked at again."""
    REVIEW = "review"
    """An entry, or the register, to be looked at again."""
    STATEMENT = "statement"
    """A privacy statement to be read again."""
    END = "end"
    """The last day on which an entry holds."""


ORDER = {kind: place for place, kind in enumerate(DueKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that falls due. What a kind has nothing to say about stays empty."""

    day: date
    """The last day: a term, an end, or the day something is to be looked at again."""
    kind: DueKind
    path: str = ""
    """The entry it is about; empty for the register as a whole and for what stands in the tables of the law."""
    article: str
    """The provision by which to look at it."""
    overdue: bool = False
    """Whether its day has passed."""
    since: date | None = None
    """The day it is counted from: of the last review, of the assessment, of the first day of a planned flow."""
    subject: str = ""
    """The field that is unknown, the rule that is waived, the number of a decision, the key of an agreement."""
    owner: Text | None = None
    """Who will find out, or answers for it."""
    why: Text | None = None
    """What the register says of it."""
    activities: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    """Whom it is about; of a notice: who announces, whom it engages, and whom it tells."""
    days: int | None = None
    """Days of notice."""

    @property
    def name(self) -> str:
        """What stays the same about it when its day moves: a calendar knows it by this."""
        return "/".join((self.kind.value, self.path, self.subject))

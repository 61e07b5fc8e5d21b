"""To which countries flows go without a recorded ground, and yet within reach of an adequacy decision (Article 45)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ropa.law import Tables, standard
from ropa.model import PEOPLE, Hop, Register
from ropa.sharing.edge import Row, Words
from ropa.transfer import Grounds, Standing, transfers_of, unstated

NOTHING: Mapping[str, Row] = {}


class ByLaw:
    """Looks that up for the flows of a day: those that are alike in all it turns on are judged once."""

    def __init__(self, register: Register, on: date, tables: Tables | None, words: Words) -> None:
        self._register, self._on, self._tables, self._words = register, on, tables, words
        self._grounds = Grounds.on(register, on)
        self._organisations = register.international_organisations
        self._reached = _Reached(tables or standard(), on)
        self._alike: dict[object, Mapping[str, Row]] = {}

    def of(self, hop: Hop) -> Mapping[str, Row]:
        """The countries of a flow that a decision reaches (`adequate`), or may reach (`adequate_if`)."""
        flow = hop.flow.__dict__  # read as it is: every look at a field of a model goes a long way round
        organisation = hop.recipient in self._organisations
        places, access = flow["countries"], flow["access_from"]
        if not (
            self._reached[places]
            or (access and self._reached[access])
            or (organisation and (places or access))
        ):
            return NOTHING
        # what is a ground for every country leaves nothing to the law
        if flow["grounds_any_of"] or self._grounds.of(hop, ()):
            return NOTHING
        recipient = self._register.party(hop.recipient)
        if organisation or recipient.certifications:
            return self._judged(hop)
        seat = None if hop.sender == PEOPLE else self._register.party(hop.sender).country
        turns_on = places, access, recipient.public_body, seat, hop.data_subjects
        if turns_on not in self._alike:
            self._alike[turns_on] = self._judged(hop)
        return self._alike[turns_on]

    def _judged(self, hop: Hop) -> Mapping[str, Row]:
        found: dict[str, dict[str, None]] = {}
        for one in transfers_of(self._register, hop, on=self._on, tables=self._tables):
            verdict = (
                None if one.has_ground else unstated(self._register, one, on=self._on, tables=self._tables)
            )
            if verdict is not None and one.country:
                sure = verdict.standing is Standing.ADEQUATE
                found.setdefault("adequate" if sure else "adequate_if", {})[one.country] = None
        return {name: self._words[tuple(codes)] for name, codes in found.items()}


class _Reached(dict[tuple[str, ...], bool]):
    """Whether a decision in force reaches one of these countries: the same few stand on most flows."""

    def __init__(self, rows: Tables, on: date) -> None:
        super().__init__()
        self._rows, self._on = rows, on

    def __missing__(self, codes: tuple[str, ...]) -> bool:
        rows = (row for code in codes for row in self._rows.of_country(code))
        found = self[codes] = any(row.in_force(self._on) for row in rows)
        return found

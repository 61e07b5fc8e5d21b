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
    """Looks that up for the flows of a day, without a day for none: those that are alike in all it turns on are judged once."""

    def __init__(self, register: Register, on: date | None, tables: Tables | None, words: Words) -> None:
        self._register, self._on, self._tables, self._words = register, on, tables, words
        self._grounds, self._rows = Grounds.on(register, on), tables or standard()
        self._organisations = register.international_organisations
        self._reached: dict[tuple[str, ...], bool] = {}
        self._alike: dict[object, Mapping[str, Row]] = {}

    def of(self, hop: Hop) -> Mapping[str, Row]:
        """The countries of a flow that a decision reaches (`adequate`), or may reach (`adequate_if`)."""
        flow, on = hop.flow, self._on
        codes = flow.countries + flow.access_from
        if on is None or not codes or flow.grounds_any_of:
            return NOTHING
        organisation = hop.recipient in self._organisations
        # what is a ground for every country leaves nothing to the law
        if not (organisation or self._is_reached(codes, on)) or self._grounds.of(hop, ()):
            return NOTHING
        recipient = None if hop.recipient == PEOPLE else self._register.party(hop.recipient)
        if organisation or recipient is None or recipient.certifications:
            return self._judged(hop, on)
        seat = None if hop.sender == PEOPLE else self._register.party(hop.sender).country
        turns_on = flow.countries, flow.access_from, recipient.public_body, seat, hop.data_subjects
        if turns_on not in self._alike:
            self._alike[turns_on] = self._judged(hop, on)
        return self._alike[turns_on]

    def _is_reached(self, codes: tuple[str, ...], on: date) -> bool:
        if codes not in self._reached:
            rows = (row for code in codes for row in self._rows.of_country(code))
            self._reached[codes] = any(row.in_force(on) for row in rows)
        return self._reached[codes]

    def _judged(self, hop: Hop, on: date) -> Mapping[str, Row]:
        found: dict[str, dict[str, None]] = {}
        for one in transfers_of(self._register, hop, on=on, tables=self._tables):
            verdict = None if one.has_ground else unstated(self._register, one, on=on, tables=self._tables)
            if verdict is not None and one.country:
                sure = verdict.standing is Standing.ADEQUATE
                found.setdefault("adequate" if sure else "adequate_if", {})[one.country] = None
        return {name: self._words[tuple(codes)] for name, codes in found.items()}

"""A word stands in the register that is nearly a known term, and is taken for a word of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ropa.glossary import phrase, quoted
from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.model.index import collections
from ropa.model.part import Entry
from ropa.model.spot import segments
from ropa.rules.naming import Fact
from ropa.rules.rule import Place, rule
from ropa.rules.spelling import misspelt


@rule(
    "ROPA189", article="5(2)", duty=Duty.GOOD_PRACTICE, certainty=Certainty.LIKELY, profile="accountability"
)
def term_misspelt(register: Register, on: date) -> Iterator[Place]:
    """A word is nearly a known term: it may be mistyped, and is not recognised for what it is.

    Where the list of terms is open any word may stand, as one of your own. It is printed as it is written, in no other
    language, and no rule that looks for the term finds it. One finding for each party, activity or other entry.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: payroll, data_subjects: employes, personal_data: [name, bankaccount]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: payroll, data_subjects: [employees, volunteers-in-the-shop], personal_data: [name, bank-account]}]
    ```
    """
    for name in collections(type(register)):
        entries = getattr(register, name)
        for step, one in zip(segments(entries), entries, strict=True):
            found = dict(misspelt(one)) if not isinstance(one, Entry) or one.holds(on) else {}
            if found:
                yield Place(f"{name}.{step}", {"terms": _told(found.items())})


def _told(found: Collection[tuple[str, str]]) -> Fact:
    """Each word with the term it may stand for."""

    def said(language: str) -> str:
        each = (
            phrase("rules.words.perhaps", language, word=quoted(word, language), term=quoted(term, language))
            for word, term in found
        )
        return phrase("report.semicolon", language).join(each)

    return said

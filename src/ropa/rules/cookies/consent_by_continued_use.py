"""Consent to a cookie is taken from silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import known
from ropa.law import Certainty, Duty
from ropa.model import Cookie, Register
from ropa.rules.lexicon import lexicon
from ropa.rules.placed import ASSUMED, EXEMPT, called, placed
from ropa.rules.rule import Place, rule


@rule("ROPA281", article="4(11)", duty=Duty.SHALL, theme="cookies", profile="accountability")
def consent_by_continued_use(register: Register, on: date) -> Iterator[Place]:
    """Consent to a cookie is assumed from going on to use the site, or from the settings of the browser.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: advertising, consent: given-by-use}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: advertising, consent: given-by-choice}}]
    ```
    """
    for one in placed(register, on):
        consent, kind = one.cookie.consent, one.cookie.kind
        if consent is None or (isinstance(kind, str) and kind in EXEMPT):
            continue
        facts = {"cookie": called(register, one.cookie)}
        if consent in ASSUMED:
            yield Place(one.path, facts, certainty=Certainty.LIKELY if one.cookie.possible else None)
        elif lexicon("cookies", "by-use").finds(consent) or _is_left_to_the_browser(one.cookie):
            yield Place(one.path, facts, certainty=Certainty.LIKELY)


def _is_left_to_the_browser(cookie: Cookie) -> bool:
    """Whether who does not want it has to change a browser, where how consent is asked is not said in a known word."""
    known_word = isinstance(cookie.consent, str) and cookie.consent in known("consent")
    return not known_word and lexicon("cookies", "by-settings").finds(cookie.refuse)

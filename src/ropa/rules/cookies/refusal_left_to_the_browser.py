"""Who does not want a cookie is sent to a browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import known, phrase
from ropa.law import Certainty, Duty
from ropa.model import Cookie, Register
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import Fact
from ropa.rules.placed import ASSUMED, called, placed, waits_for_consent
from ropa.rules.rule import Place, rule


@rule(
    "ROPA296",
    article="7(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def refusal_left_to_the_browser(register: Register, on: date) -> Iterator[Place]:
    """Cookies that wait for consent can be refused by the settings of a browser only: no choice on the site is recorded.

    One finding for each activity or general entry.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: analytical, refuse: In the browser settings}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: analytical, refuse: By a button in the banner of the site}}]
    ```
    """
    found: dict[str, list[Fact]] = {}
    for one in placed(register, on):
        if waits_for_consent(one) and _is_left_to_the_browser(one.cookie):
            found.setdefault(one.path.rpartition(".cookies")[0], []).append(called(register, one.cookie))
    for path, cookies in found.items():
        yield Place(path, {"cookies": _together(cookies)})


def _is_left_to_the_browser(cookie: Cookie) -> bool:
    """Unless consent is taken from those settings, which is a fault of its own."""
    consent = cookie.consent
    known_word = isinstance(consent, str) and consent in known("consent") and consent not in ASSUMED
    if not (consent is None or known_word) or lexicon("cookies", "own-choice").finds(cookie.refuse):
        return False
    return lexicon("cookies", "by-settings").finds(cookie.refuse)


def _together(cookies: list[Fact]) -> Fact:
    return lambda language: phrase("report.semicolon", language).join(
        dict.fromkeys(one(language) for one in cookies)
    )

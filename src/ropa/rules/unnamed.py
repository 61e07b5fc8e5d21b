"""Whether words in the place of a law name one, or say no more than that there is a law."""

from __future__ import annotations

from ropa.model.text import Text
from ropa.rules.lexicon import general, lexicon


def names_no_law(said: Text | None) -> bool:
    """Whether no particular law is named: nothing is said, or words that fit every law.

    >>> names_no_law("legal accounting requirement"), names_no_law("Gesetzliche Vorgaben"), names_no_law(None)
    (True, True, True)
    >>> names_no_law("§ 147 AO"), names_no_law("Companies Act 1, s. 2")
    (False, False)
    """
    if said is None:
        return True
    return lexicon("retention", "left-open").finds(said) or general("principles", "law").is_all(said)

"""Who among the data subjects of an activity are children."""

from __future__ import annotations

from ropa.model.text import Text
from ropa.rules.controlled import Controlled


def minors(one: Controlled) -> list[Text]:
    """The categories that are children, or of which the register says that there are children among them."""
    return [people.kind for people in one.people if people.says("children")]

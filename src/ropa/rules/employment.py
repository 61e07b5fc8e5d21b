"""Who among the data subjects stands in a relation of employment to the controller, or hopes to."""

from __future__ import annotations

from ropa.model.text import Text
from ropa.rules.controlled import Controlled
from ropa.rules.lexicon import lexicon

EMPLOYED = (
    "employees",
    "temporary-workers",
    "interns",
    "apprentices",
    "trainees",
    "civil-servants",
    "employee-representatives",
)
APPLYING = "applicants"


def employed(one: Controlled) -> list[Text]:
    """Employees and those who are in a like position."""
    return [kind for kind in one.kinds if kind in EMPLOYED or _is_staff(kind)]


def applying(one: Controlled) -> list[Text]:
    """Applicants."""
    return [kind for kind in one.kinds if kind == APPLYING]


def _is_staff(kind: Text) -> bool:
    return lexicon("principles", "staff").is_all_of(kind)

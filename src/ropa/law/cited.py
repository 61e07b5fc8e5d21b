"""The number of a decision, in the many ways it is cited."""

from __future__ import annotations

import re

NUMBER = re.compile(r"\d{4}/\d{1,4}")
"""The number within the ways a decision is cited: (EU) 2021/914, 2010/87/EU."""


def plain_number(cited: str) -> str:
    """The number of a decision as the tables write it.

    >>> plain_number("Commission Decision (EU) 2021/914"), plain_number("2010/87/EU"), plain_number("TCA")
    ('2021/914', '2010/87', 'TCA')
    """
    said = str(cited)[:1000]
    found = NUMBER.search(said)
    return found[0] if found else said.strip()

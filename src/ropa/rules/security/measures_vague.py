"""What protects the data is said in words that fit any protection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Measure, Register
from ropa.rules.guarded import guarded, is_vague
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

DUTIES = ("confidentiality-obligation",)
"""What people are bound to: no description of a measure."""
INFERRED = "inferred"


@rule("ROPA253", article="30(1)(g)", duty=Duty.WHERE_POSSIBLE, certainty=Certainty.LIKELY, theme="security")
def measures_vague(register: Register, on: date) -> Iterator[Place]:
    """The security measures are described as "appropriate measures" or the like, and no measure says more.

    That people are bound to secrecy says nothing of how data are protected, and what is only inferred describes nothing.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, security: Appropriate technical and organisational measures}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, security: [Appropriate measures, locked-storage]}]
    ```
    """
    told: set[str] = set()
    for one in guarded(register, on):
        vague = [at for at in one.measures if is_vague(at[1])]
        if vague and not any(_says_more(measure) for _, measure in one.measures) and vague[0][0] not in told:
            told.add(vague[0][0])
            yield Place(
                vague[0][0],
                {"measures": named(register, [measure.text for _, measure in vague])},
                article=one.article,
            )


def _says_more(measure: Measure) -> bool:
    inferred = bool(measure.evidence) and all(one.reading == INFERRED for one in measure.evidence)
    return not (is_vague(measure) or measure.text in DUTIES or inferred)

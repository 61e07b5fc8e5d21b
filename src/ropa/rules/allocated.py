"""Whether a purpose has a legal basis of its own, or only one that is stated around it."""

from __future__ import annotations

from ropa.rules.controlled import Aim, Controlled, Said


def with_nothing_stated(one: Controlled | Said) -> list[Aim]:
    """The purposes without a legal basis, where none is stated for all of them either."""
    around = (one,) if isinstance(one, Said) else one.said
    if any(_speaks_for_all(said) for said in around):
        return []
    return [aim for aim in one.aims if not (aim.bases or aim.any_of or _does_not_apply(aim))]


def left_open(said: Said, aims: list[Aim]) -> list[Aim]:
    """The purposes for which a general entry states several legal bases without saying which."""
    if not (said.any_of or len(said.bases) > 1):
        return []
    if not _speaks_for_all(said):
        return []
    return [aim for aim in aims if not (aim.bases or aim.any_of or _does_not_apply(aim))]


def _speaks_for_all(said: Said) -> bool:
    """Whether it states a basis for whatever it covers: one it names no activities and has a condition for does not."""
    return bool(said.any_of) or any(said.general.activities or not one.value.when for one in said.bases)


def _does_not_apply(aim: Aim) -> bool:
    absence = aim.purpose.absences.get("legal_bases")
    return absence is not None and absence.state == "not-applicable"

"""Who tells whom of a breach, by which provision, and what there is to be weighed (Articles 33 and 34)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ropa.glossary import citation
from ropa.law import Role
from ropa.model.dump import plain
from ropa.model.text import Text
from ropa.sharing.saying import Saying


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something of the register that an assessment of the risk looks at; it decides nothing."""

    kind: str
    """`special`, `reveals`, `criminal`, `national_id`, `children`, `vulnerable` or `number`."""
    what: Text
    """The data or the people it is about."""
    value: str = ""
    """The special category, or how many."""
    possible: bool = False
    """Whether the data that say so only may be there."""


@dataclass(frozen=True, slots=True)
class Notification:
    """Who tells whom, by which provision, and what is there to be weighed. A person decides."""

    who: str
    whom: str
    """A party's key; `data-subjects`; or `supervisory-authority`."""
    article: str
    indicators: tuple[Indicator, ...] = ()
    authority: Text | None = None
    """What the register calls the authority."""
    if_role: Role | None = None
    """What a party has to be for this, where that is open; None where nothing turns on it."""
    if_who: str = ""
    """Which party."""
    possible: bool = False
    """Whether all the data that it is about only may be there."""

    def sentence(self, words: Saying) -> str:
        """Who tells whom, on what it turns where a role or the data are open, and what there is to be weighed."""
        said = words.tell(
            f"impact.notice-{self.article.replace('(', '-').replace(')', '')}",
            who=words.party(self.who),
            whom=words.text(self.authority) or words.tell("impact.authority")
            if self.whom == "supervisory-authority"
            else words.party(self.whom),
            article=citation(self.article, words.language),
        )
        if self.if_role:
            role = words.term("roles", self.if_role)
            said = words.tell("impact.if-role", who=words.party(self.if_who), role=role, said=said)
        return " ".join([said, *self._besides(words)])

    def _besides(self, words: Saying) -> Iterator[str]:
        """What is not certain, and what there is to be weighed: what is only possible apart from the rest."""
        if self.possible:
            yield words.tell("impact.not-certain")
        told: set[str] = set()
        for key, possible in (("indicators", False), ("indicators-possible", True)):
            every = (_sign(words, sign) for sign in self.indicators if sign.possible is possible)
            signs = [one for one in dict.fromkeys(every) if one not in told]  # two items may be called alike
            told.update(signs)
            if signs:
                yield words.tell(f"impact.{key}", indicators=words.apart(signs))

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "who": self.who,
            "whom": self.whom,
            "article": self.article,
            "indicators": [
                {
                    "kind": sign.kind,
                    "what": plain(sign.what),
                    "value": sign.value,
                    "possible": sign.possible,
                }
                for sign in self.indicators
            ],
            "authority": plain(self.authority) or "",
            "if_role": self.if_role.value if self.if_role else "",
            "if_who": self.if_who,
            "possible": self.possible,
        }


def _sign(words: Saying, sign: Indicator) -> str:
    if sign.kind == sign.what:  # children are children by their very name
        return words.term("data-subjects", sign.what)
    vocabulary = "data-subjects" if sign.kind in ("children", "vulnerable", "number") else "personal-data"
    what = words.term(vocabulary, sign.what)
    value = (
        words.term("special-categories", sign.value) if sign.kind in ("special", "reveals") else sign.value
    )
    return words.tell(f"impact.sign.{sign.kind}", what=what, value=value)

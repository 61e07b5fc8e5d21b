"""The matrix: article by article, the rules that rest on it and the fields that answer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import ropa
from reference_pages.citing import cites
from reference_pages.markdown import MADE, sentence, table
from reference_pages.rules import link
from ropa.explaining.article import asking, within
from ropa.fields import FieldCard, every_card
from ropa.formats.findings.words import title
from ropa.glossary import citation
from ropa.rules import Rule
from ropa.rules.records.item_missing import item_missing

FIRST, LAST = 5, 49
"""The articles a register is about: from the principles to the last on transfers."""
LETTERS = (
    *(f"30(1)({letter})" for letter in "abcdefg"),
    *(f"30(2)({letter})" for letter in "abcd"),
)
"""What Article 30 asks for, letter by letter: these stand here whether anything rests on them or not."""
_SHAPE = re.compile(r"(\d+)(?:\((\d+)\))?(?:\(([a-z])\))?(.*)")


def matrix() -> str:
    """Every provision with its rules and fields, and what is left over on either side."""
    provisions = _provisions()
    articles = sorted({_number(one) for one in provisions} - {0})
    text = [
        MADE + "# Articles, rules and fields\n",
        "For each provision the [rules](rules.md) that rest on it, or whose findings can cite it, and the [fields](fields.md) that answer it. "
        "`item-missing` asks for whatever Article 30 makes a duty, whichever letter it stands under. A rule may look at more "
        "fields than those of its provision; this page only says what rests on what.\n",
        f"In short: {len(ropa.RULES)} rules and {len([1 for one in every_card() if one.article])} fields on "
        f"{len(provisions)} provisions. [Articles without a rule](#articles-without-a-rule) · "
        "[Fields that no rule asks about](#fields-that-no-rule-asks-about)\n",
        '`ropa explain "30(1)(d)"` says the same of one provision, in four languages.\n',
    ]
    for article in articles:
        text += [f"## Article {article}\n", _table(one for one in provisions if _number(one) == article)]
    text += ["## Other law\n", _table(one for one in provisions if not _number(one))]
    text += _without_rule()
    text += _unasked()
    return "\n".join(text)


def _provisions() -> list[str]:
    found = {
        *LETTERS,
        *(provision for one in ropa.RULES for provision in (one.article, *cites(one))),
        *(one.article for one in every_card() if one.article),
    }
    return sorted(found, key=_order)


def _order(provision: str) -> tuple[int, int, str, str]:
    shape = _SHAPE.fullmatch(provision)
    if not shape:
        return (0, 0, "", provision)
    return (int(shape[1]), int(shape[2] or 0), shape[3] or "", shape[4])


def _number(provision: str) -> int:
    """The article of a provision; 0 for one of another law."""
    return _order(provision)[0]


def _table(provisions: Iterable[str]) -> str:
    rows = (
        (citation(one, "en"), _said(_resting(one)), ", ".join(map(_field, _answering(one))))
        for one in provisions
    )
    return table(("provision", "rules", "fields"), rows)


def _resting(provision: str) -> Iterator[Rule]:
    """The rules on exactly this provision, those whose findings can cite it, and the one that asks for its fields."""
    asked = any(item_missing in asking(card) for card in _answering(provision))
    for rule in ropa.RULES:
        if provision in (rule.article, *cites(rule)) or (rule is item_missing and asked):
            yield rule


def _answering(provision: str) -> tuple[FieldCard, ...]:
    return tuple(one for one in every_card() if one.article == provision)


def _said(rules: Iterable[Rule]) -> str:
    return "; ".join(f"{link(one, 'rules/')} {title(one, 'en')}" for one in rules)


def _field(card: FieldCard) -> str:
    return f"[{card.owner}.{card.key}](fields.md#{card.owner.lower()})"


def _without_rule() -> Iterator[str]:
    """The articles no rule rests on; those a field answers are marked."""
    yield "## Articles without a rule\n"
    yield (
        f"Of Articles {FIRST} to {LAST}; many ask nothing that a register could show. In brackets the fields that answer one.\n"
    )
    for article in range(FIRST, LAST + 1):
        if not any(_number(each) == article for one in ropa.RULES for each in (one.article, *cites(one))):
            fields = [_field(one) for one in every_card() if _number(one.article) == article]
            yield f"- {sentence(citation(str(article), 'en'))}" + (
                f" ({', '.join(fields)})" if fields else ""
            )
    yield ""
    letters = [one for one in LETTERS if not any(True for _ in _resting(one))]
    yield (
        "Letters of Article 30 that no rule asks for by themselves: "
        f"{', '.join(citation(one, 'en') for one in letters) or 'none'}.\n"
    )


def _unasked() -> Iterator[str]:
    """The fields no rule asks about: those with a provision first."""
    yield "## Fields that no rule asks about\n"
    unasked = [one for one in every_card() if one.article and not asking(one)]
    yield "They answer a provision, and no rule rests on it or on a part of it:\n"
    yield table(
        ("field", "provision", "rules on a wider provision"),
        ((_field(one), citation(one.article, "en"), _said(_wider(one))) for one in unasked),
    )
    yield "These answer no provision by themselves; they say more of those that do, and rules read many of them on the way:\n"
    owners = dict.fromkeys(one.owner for one in every_card() if not one.article)
    yield table(
        ("part", "fields"),
        (
            (
                f"[{owner}](fields.md#{owner.lower()})",
                ", ".join(f"`{one.key}`" for one in every_card() if one.owner == owner and not one.article),
            )
            for owner in owners
        ),
    )


def _wider(card: FieldCard) -> Iterator[Rule]:
    return (one for one in ropa.RULES if within(card.article, one.article))

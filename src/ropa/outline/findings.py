"""What a check found, as sections: by level, waived ones apart, and what persons observed apart from both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ropa.fields import card
from ropa.glossary import citation, has_phrase, phrase
from ropa.law import Certainty, Duty, Level
from ropa.model import Observation, Waiver
from ropa.outline.cells import Cells
from ropa.outline.entries import entries_table, filled_table, section
from ropa.outline.page import Block, Cell, Column, Paragraph, Section, Table
from ropa.outline.pointing import Pointing

if TYPE_CHECKING:
    from ropa.rules import CheckReport, Rule
    from ropa.rules.finding import Finding

KEY, WAIVED, OBSERVED = "findings", "waived", "observations"
MANY, SHOWN = 500, 10
"""Of more findings than so many, a document to be read shows so many places of each rule."""

CALLED: dict[type, str] = {Level: "audit.one", Duty: "check.duty", Certainty: "check.certainty"}
"""Where the glossary has their words."""

Row = tuple[tuple[Cell, ...], ...]
LOUDNESS = {one: place for place, one in enumerate(Level)}
_STEPS = re.compile(r"\d+|[a-z]+")


class Found:
    """The findings of a check as a reader of one language sees them, the loudest first."""

    def __init__(self, words: Cells, checked: CheckReport, pointing: Pointing) -> None:
        self._words = words
        self.checked = checked
        self._at = pointing.at
        self.findings = sorted(checked.findings, key=self._order)
        self.waived = sorted(checked.waived, key=lambda one: self._order(one.finding))

    def _order(self, one: Finding) -> tuple[int, tuple[tuple[int, str], ...], int]:
        return LOUDNESS[one.level], _by_number(one.article), self._at(one.where).rank

    def title(self, rule: Rule) -> str:
        """What a rule is about, in a few words."""
        return rule.title(self._words.language)

    def rule(self, one: Finding) -> tuple[Cell, ...]:
        """Which rule it is of: what it is about and its code; the provision, where the message does not name it."""
        title, article = self.title(one.rule), citation(one.article, self._words.language)
        named = article in one.message(self._words.language)
        code = one.code if named else f"{one.code}, {article}"
        return (Cell(f"{title[:1].upper()}{title[1:]} ({code})"),)

    def article(self, one: Finding) -> tuple[Cell, ...]:
        """The provision."""
        return (Cell(citation(one.article, self._words.language)),)

    def code(self, one: Finding) -> tuple[Cell, ...]:
        """The code, which leads to the place too: the name of a place can be too long for a link on a sheet."""
        return (Cell(one.code, target=self._at(one.where).cell.target),)

    def where(self, one: Finding) -> tuple[Cell, ...]:
        """The place, with what leads there."""
        return (self._at(one.where).cell,)

    def message(self, one: Finding) -> tuple[Cell, ...]:
        """What is not recorded. A path in it becomes the name of the place, as a reader has no file at hand."""
        said = one.message(self._words.language)
        if "." in one.where and one.where in said:
            said = said.replace(one.where, self._at(one.where).name)
        return (Cell(said),)

    def remedy(self, one: Finding) -> tuple[Cell, ...]:
        """What to do, where the rule says it."""
        said = one.remedy(self._words.language)
        return (Cell(said),) if said else ()

    def level(self, one: Finding) -> tuple[Cell, ...]:
        """How loudly it speaks, in a word."""
        return (Cell(self.word(one.level)),)

    def theme(self, one: Finding) -> tuple[Cell, ...]:
        """What its rule is about."""
        key = f"theme-{one.rule.theme}"
        return (Cell(self._words.audit(key) if has_phrase(f"audit.{key}") else one.rule.theme),)

    def word(self, one: Level | Duty | Certainty) -> str:
        """What a level, a duty or a certainty is called."""
        return phrase(f"{CALLED[type(one)]}-{one.value.replace(' ', '-')}", self._words.language)

    def list(self, key: str, kind: type[Level | Duty | Certainty], width: int) -> Column:
        """The column of one of them, with all it may say."""
        return Column(self._words.audit(key), width=width, choices=tuple(map(self.word, kind)))

    def answered(self, waiver: Waiver) -> Row:
        """Why a finding is waived, who answers for it, and until when."""
        return (
            (Cell(self._words.text(waiver.reason)),) if waiver.reason else (),
            (Cell(self._words.text(waiver.by)),) if waiver.by else (),
            (Cell(waiver.until),) if waiver.until else (),
        )

    def answering(self) -> tuple[Column, ...]:
        """The heads of that."""
        widths = {"reason": 40, "by": 24, "until": 14}
        return tuple(
            Column(card(Waiver, key).label(self._words.language), width=width)
            for key, width in widths.items()
        )


def _by_number(article: str) -> tuple[tuple[int, str], ...]:
    """A provision so that Article 9 comes before Article 30."""
    return tuple((int(step), "") if step.isdecimal() else (0, step) for step in _STEPS.findall(article))


def counts(words: Cells, checked: CheckReport) -> str:
    """How many there are at each level, in a line."""
    held = dict.fromkeys(Level, 0)
    for one in checked.findings:
        held[one.level] += 1
    return words.phrase("comma").join(
        words.check(f"count-{level.value}", number=number) for level, number in held.items()
    )


def _intro(words: Cells, checked: CheckReport) -> Iterator[Paragraph]:
    yield Paragraph(words.audit("findings-intro", on=checked.on.isoformat()))
    yield Paragraph(words.audit("levels-explained"))
    yield Paragraph(counts(words, checked) if checked.findings else words.audit("no-findings"))


def findings_sheets(words: Cells, found: Found) -> Iterator[Section]:
    """A table of all findings to work in, and one of those that are waived, if any are."""
    columns = (
        (found.list("level", Level, 14), found.level),
        (Column(words.audit("code"), width=11, names=True), found.code),
        (Column(words.check("head-rule"), width=34), lambda one: (Cell(found.title(one.rule)),)),
        (Column(words.check("head-provision"), width=20), found.article),
        (Column(words.audit("theme"), width=22), found.theme),
        (Column(words.audit("where"), width=34), found.where),
        (Column(words.check("head-finding"), width=60), found.message),
        (Column(words.check("head-remedy"), width=50), found.remedy),
        (found.list("binding", Duty, 16), lambda one: (Cell(found.word(one.duty)),)),
        (found.list("certainty", Certainty, 18), lambda one: (Cell(found.word(one.certainty)),)),
        (Column(words.audit("path"), width=26), lambda one: (Cell(one.where),) if one.where else ()),
    )
    rows = [tuple(cells(one) for _, cells in columns) for one in found.findings]
    table = [filled_table([head for head, _ in columns], rows)] if rows else []
    yield Section(KEY, words.audit(KEY), (*_intro(words, found.checked), *table))
    if found.waived:
        yield replace(waived_section(words, found), short=words.audit("tab.waived"))


def waived_section(words: Cells, found: Found) -> Section:
    """The findings somebody answers for."""
    heads = (
        Column(words.check("head-rule"), width=36, names=True),
        Column(words.audit("where"), width=30),
        Column(words.check("head-finding"), width=50),
        *found.answering(),
    )
    rows = [
        (
            *(cells(one.finding) for cells in (found.rule, found.where, found.message)),
            *found.answered(one.waiver),
        )
        for one in found.waived
    ]
    blocks = Paragraph(words.audit("waived-intro")), filled_table(heads, rows)
    return Section(WAIVED, words.audit(WAIVED), blocks)


def observed_section(words: Cells, pointing: Pointing, most: int | None = None) -> Iterator[Section]:
    """What persons observed, the place by its name; no section where nobody did."""
    seen = words.register.observations
    if not seen:
        return
    table = entries_table(words, Observation, seen, most)
    where = card(Observation, "at").label(words.language)
    places = [number for number, column in enumerate(table.columns) if column.label == where]
    rows = tuple(
        tuple(
            tuple(pointing.at(str(cell.value)).cell for cell in cells) if number in places else cells
            for number, cells in enumerate(row)
        )
        for row in table.rows
    )
    yield section(words, OBSERVED, (Paragraph(words.audit("observed-intro")), replace(table, rows=rows)))


def findings_section(words: Cells, found: Found) -> Section:
    """The findings to be read, a section for each level; of very many the first of each rule, with their number."""
    short = len(found.findings) > MANY
    blocks: list[Block] = [*_intro(words, found.checked)]
    if short:
        blocks.append(Paragraph(words.audit("shortened", number=len(found.findings), shown=SHOWN)))
        blocks.append(_per_rule(words, found))
    levels = (
        Section(f"{KEY}:{level.value}", words.check(f"level-{level.value}"), (_table(words, found, held, short),))
        for level in Level
        if (held := [one for one in found.findings if one.level is level])
    )  # fmt: skip
    return Section(KEY, words.audit(KEY), tuple(blocks), tuple(levels))


def _per_rule(words: Cells, found: Found) -> Table:
    heads = (
        Column(words.check("head-rule"), width=60, names=True),
        Column(words.audit("level"), width=16),
        Column(words.audit("number"), width=12, kind="number"),
    )
    held: dict[tuple[str, Level], list[Finding]] = {}
    for one in found.findings:
        held.setdefault((one.code, one.level), []).append(one)
    rows = [
        ((Cell(f"{code} — {found.title(several[0].rule)}"),), found.level(several[0]), (Cell(len(several)),))
        for (code, _), several in held.items()
    ]
    return Table(heads, tuple(rows))


def _table(words: Cells, found: Found, findings: Iterable[Finding], short: bool) -> Table:
    """A row for each thing found: where the same is said of several places, they stand together."""
    heads = (
        Column(words.check("head-rule"), width=34, names=True),
        Column(words.audit("where"), width=34),
        Column(words.check("head-finding"), width=60),
        Column(words.check("head-remedy"), width=48),
    )
    rows: dict[Row, dict[Cell, None]] = {}
    seen: dict[str, int] = {}
    last: dict[str, Row] = {}
    for one in findings:
        seen[one.code] = seen.get(one.code, 0) + 1
        if not short or seen[one.code] <= SHOWN:
            last[one.code] = (found.rule(one), found.message(one), found.remedy(one))
            rows.setdefault(last[one.code], {})[found.where(one)[0]] = None
    for code, row in last.items():
        if short and seen[code] > SHOWN:
            rows[row][Cell(words.audit("more", number=seen[code] - SHOWN), muted=True)] = None
    return Table(
        heads,
        tuple((rule, tuple(places), *said) for (rule, *said), places in rows.items()),
    )

"""A country by its name in any language, and what Chapter V leaves for a transfer there on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.errors import UnknownEntry
from ropa.explaining import explain
from ropa.explaining.limits import limits
from ropa.explaining.listing import LISTED, TABLES
from ropa.fields import every_card
from ropa.glossary import LANGUAGES, citation, known, phrase, term
from ropa.law import APPLIES, Decision, Ground, Kind, standard
from ropa.model.country_called import called
from ropa.rules import RULES

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    "word", ["CH", "Switzerland", "Zwitserland", "Suisse", "Schweiz", "SUISSE", "ch", " Schweiz ", "suisse"]
)
def test_a_country_by_any_of_its_names(word: str) -> None:
    """In each language, whatever the case; its code in small letters too."""
    assert str(explain(word, language="en")).startswith("CH: Switzerland")


@pytest.mark.parametrize(
    ("word", "code"),
    [("cote d’ivoire", "CI"), ("Osterreich", "AT"), ("antigua and barbuda", "AG"), ("guinee bissau", "GW"), ("UK", "GB"), ("EU", "EU")],
)  # fmt: skip
def test_a_country_spelled_otherwise(word: str, code: str) -> None:
    """Without accents, hyphens or signs; by a code that others use."""
    assert str(explain(word, language="en")).startswith(f"{code}: ")


def test_no_name_is_that_of_two_countries() -> None:
    """In whatever language; and none is a word of something else."""
    for code, block in known("countries").items():
        for language in LANGUAGES:
            assert called(block[language]) == code, (code, language)
    others = {*LISTED, TABLES, *(one.name for one in RULES), *(one.key for one in every_card())}
    assert not [one for one in others if called(one, small=False)]


def test_a_word_that_is_a_code_in_small_letters_is_itself_first() -> None:
    """The table of that name, not a region."""
    assert str(explain("eea", language="en")).startswith("eea: Countries")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Zwitserlant", "Zwitserland"), ("swizerland", "Switzerland"), ("Suise", "Suisse"), ("agess", "ages"), ("retentoin", "retention")],
)  # fmt: skip
def test_nearly_a_country_or_a_table(word: str, meant: str) -> None:
    """The one that was meant is told."""
    with pytest.raises(UnknownEntry, match=f"did you mean '{meant}'"):
        explain(word)


class TestWhatIsLeft:
    """What a transfer to a country can rest on, on a day."""

    def said(self, code: str, on: date) -> list[str]:
        return str(explain(code, language="en", on=on)).splitlines()

    def test_no_decision(self) -> None:
        """Every ground of Articles 46 and 49 with its provision, and what the tables know of it; none that is over."""
        lines = self.said("IN", ON)
        assert (
            "On 2026-11-22 outside the EEA, and the tables hold no adequacy decision for it on that day."
            in lines
        )
        grounds = [line for line in lines if line.startswith("- ")]
        asked = [one for one in Ground if one.provision[:2] in ("46", "49")]
        assert len(grounds) == len(asked) == 16
        for one, line in zip(asked, grounds, strict=True):
            assert term("grounds", one.value, "en") in line
            assert citation(one.provision, "en") in line
        clauses = next(line for line in grounds if "46(2)(c)" in line)
        assert "for new contracts: 2021/914" in clauses
        assert "with an assessment of the law of the destination" in clauses
        assert "2010/87" not in clauses
        assert any("46(2)(b)" in line and "Article 47" in line for line in grounds)

    def test_by_day(self) -> None:
        """Clauses of before, and no assessment before anybody asked for one."""
        (clauses,) = (line for line in self.said("IN", date(2022, 1, 1)) if "46(2)(c)" in line)
        assert (
            "for new contracts: 2021/914 · for contracts made before: 2001/497, 2004/915, 2010/87" in clauses
        )
        (clauses,) = (line for line in self.said("IN", date(2019, 1, 1)) if "46(2)(c)" in line)
        assert clauses.endswith("for new contracts: 2001/497, 2004/915, 2010/87")

    @pytest.mark.parametrize(
        ("code", "on", "told", "left"),
        [
            ("CH", ON, "an adequacy decision that can be relied on: 2000/518", False),
            ("US", ON, "an adequacy decision that can be relied on: 2023/1795", True),
            ("US", date(2021, 1, 1), "no adequacy decision", True),
            ("JP", ON, "2019/419", True),
            ("KR", ON, "2022/254", True),
            ("GB", date(2021, 3, 1), "a treaty to the same effect as an adequacy decision: TCA", False),
            ("GB", date(2020, 12, 31), "inside the EEA: sending data there is no transfer", False),
            ("NO", ON, "inside the EEA: sending data there is no transfer", False),
        ],
    )  # fmt: skip
    def test_how_far_a_decision_reaches(self, code: str, on: date, told: str, left: bool) -> None:
        """Where it leaves somebody out, the grounds that are left for them stand below."""
        lines = self.said(code, on)
        assert any(line.startswith(f"On {on}") and told in line for line in lines)
        assert any(line.startswith("- ") for line in lines) is left

    @pytest.mark.parametrize(
        "row", [one for one in standard().decisions if one.countries], ids=lambda row: row.number
    )
    def test_all_limits_of_a_decision(self, row: Decision) -> None:
        """What its row holds is told on each day it can be relied on, word for word as under its number."""
        told = {line for _, line in limits(row, "en")}
        asked = (row.scheme, row.hr_apart, row.excludes, row.unknown_for)
        assert len(told) == 1 + sum(map(bool, asked))
        assert told <= {*str(explain(row.number, language="en")).splitlines()}
        on = max(row.since, APPLIES)
        shown = row.kind is not Kind.EXTENSION and row.in_force(on)
        assert all(told <= {*self.said(code, on)} for code in row.countries if shown)

    def test_limits_of_those_that_have_several(self) -> None:
        """The list, human resources, what is left out and the exporters it is not known for; what nobody read."""
        assert [
            "Only for organisations on the list of the scheme.",
            "List: EU-U.S. Data Privacy Framework.",
            "Human resources data are covered only where the listing says so.",
        ] == self.said("US", ON)[6:9]
        assert (
            "Not known whether it has effect for exporters in: Iceland, Liechtenstein, Norway."
            in self.said("BR", ON)
        )

    def test_what_is_not_known_for_some_exporters_leaves_their_grounds(self, tmp_path: Path) -> None:
        """A decision that may not hold for all of the EEA is not all there is to rest on; nor one nobody read."""
        (tmp_path / "rows.toml").write_text(
            '[[decision]]\nnumber = "2026/9999"\ncountries = ["IN"]\nadopted = 2026-01-01\nfrom = 2026-01-01\n'
            'scope = "whole"\nunknown_for = ["NO"]\nverified = false\nsource = "ours"\nchecked_on = 2026-11-01\n',
            "utf-8",
        )
        told = str(
            explain("IN", language="en", on=ON, tables=standard().with_file(tmp_path / "rows.toml"))
        ).splitlines()

        assert "Not known whether it has effect for exporters in: Norway." in told
        assert "Not all of the days were read in a source." in told
        assert "Grounds that Chapter V leaves for what the decision does not reach:" in told

    def test_an_assessment_goes_with_what_verdicts_ask_it_of(self) -> None:
        """Clauses, binding rules and ad hoc clauses; of no derogation."""
        asked = [line for line in self.said("IN", ON) if "with an assessment" in line]
        assert [(line.split(" · ")[1]) for line in asked] == [
            "Article 46(2)(b)",
            "Article 46(2)(c)",
            "Article 46(3)(a)",
        ]

    def test_of_the_union_no_table_lacks_a_row(self) -> None:
        """Its rows are those of its states; it has an authority, and no age of its own."""
        for code in ("EU", "EEA"):
            assert not [line for line in self.said(code, ON) if "no row for it" in line]

    def test_without_a_day(self) -> None:
        """Only rows are told."""
        assert "On 20" not in str(explain("US", language="en"))

    def test_a_country_of_the_eea(self) -> None:
        """Its age, authority, terms and list; a table without a row for it is named."""
        assert "no row for it yet" not in str(explain("NL", language="en", on=ON))
        lines = self.said("IT", ON)
        assert "14 years" in lines
        assert any("Garante" in line for line in lines)
        assert lines[-1] == f"The tables hold no row for it yet: {phrase('explain.table-retention', 'en')}."

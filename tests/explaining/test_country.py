"""A country by its name in any language, and what Chapter V leaves for a transfer there on a day."""

from __future__ import annotations

from datetime import date

import pytest

from ropa.errors import UnknownEntry
from ropa.explaining import explain
from ropa.explaining.called import called
from ropa.explaining.listing import LISTED, TABLES
from ropa.fields import every_card
from ropa.glossary import LANGUAGES, citation, known, phrase, term
from ropa.law import Ground
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

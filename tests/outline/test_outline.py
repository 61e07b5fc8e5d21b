"""What holds for every outline of every register: nothing is lost, nothing is invented, every link leads somewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.outline.dump import cells, dump, texts
from tests.outline.everything import Everything
from tests.strategies import registers

from ropa.errors import UnknownLanguage
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.outline import Outline, Table, report, workbook

ON = date(2026, 11, 21)
MADE: tuple[Callable[..., Outline], ...] = (report, workbook)
both = pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)

NOT_PRINTED = {
    "SharedMeasure": "printed where an entry refers to it",
    "Interest": "printed where a legal basis refers to it",
    "DeclaredTransfer.note": "is about the file",
    "Waiver": "is shown with the findings",
    "LeftOut": "is shown by a trace",
}
"""What no printed register shows, with the reason."""
ONLY_IN_THE_REPORT = {"General.note": "a sheet is no place for a remark on many rows"}


def register(*activities: dict[str, Any], **facts: Any) -> Register:
    parties = [{"key": key} for key in ("bakery", "cafe", "host", "bank")]
    return Register.of({"holder": "bakery", "parties": parties, "activities": activities, **facts})


def said(make: Callable[..., Outline], told: Register, language: str = "en", **how: Any) -> str:
    return dump(make(told, language=language, on=ON, **how))


@both
class TestNothingIsLost:
    """What stands in the register can be read."""

    def test_every_field(self, make: Callable[..., Outline]) -> None:
        """Every text of every field comes out, save what is said not to."""
        everything = Everything()
        out = "\n".join(texts(make(Register.of(everything.register()), language="en", on=ON)))
        allowed = {*NOT_PRINTED, *(ONLY_IN_THE_REPORT if make is workbook else ())}
        lost = {
            name
            for mark, name in everything.marks.items()
            if mark not in out and not {name, name.partition(".")[0]} & allowed
        }

        assert len(everything.marks) > 200
        assert lost == set()

    def test_long_texts(self, make: Callable[..., Outline]) -> None:
        """40,000 characters are 40,000 characters."""
        long = "Ω" * 40_000
        told = register(
            {"key": "a", "description": long, "purposes": long, "flows": {"recipient": "host", "when": long}}
        )

        assert said(make, told).count(long) >= 3

    def test_conditions_of_transfers(self, make: Callable[..., Outline]) -> None:
        """A transfer on a condition says so; a ground that is one of several too."""
        stated = {
            "countries": "US",
            "when": "Only if asked",
            "grounds_any_of": ["adequacy", "derogation-consent"],
        }
        out = said(make, register({"key": "a", "transfers": stated}))

        assert "Only if asked" in out
        assert "one of: adequacy decision" in out

    def test_legal_bases_said_in_general(self, make: Callable[..., Outline]) -> None:
        """What the source does not allocate is printed unallocated."""
        told = register({"key": "a"}, general={"legal_bases_any_of": ["consent", "contract"]})

        out = said(make, told)

        assert "consent [Article 6(1)(a)]" in out
        assert "performance of a contract [Article 6(1)(b)]" in out

    def test_joint_controllers_send_once(self, make: Callable[..., Outline]) -> None:
        """What joint controllers send together reads the same for both, and is said once."""
        both_ = {"key": "a", "controllers": ["bakery", "cafe"], "joint": True}
        out = make(
            register({**both_, "flows": {"recipient": "host", "countries": "US"}}), language="en", on=ON
        )
        held = [
            cell.value for cell in cells(out) if str(cell.value).startswith(("host — ", "United States — "))
        ]

        assert len(held) == len(set(held)) == 2


def test_keys_of_strangers() -> None:
    """An activity may be called what a section of ours is called."""
    keys = ["general", "flows", "parties", "controller", "bakery"]
    told = register(*({"key": key} for key in keys), general={"commitments": "no-sale", "retention": "P1Y"})
    found = [section.key for _, section in report(told, language="en", on=ON).walk()]

    assert len(set(found)) == len(found)


@both
@given(
    told=registers(), language=st.sampled_from(LANGUAGES), on=st.dates(date(2018, 5, 25), date(2030, 1, 1))
)
@settings(max_examples=15, deadline=None)
def test_whatever_the_register(make: Callable[..., Outline], told: Register, language: str, on: date) -> None:
    """Any register of the right shape has an outline: keys unique, links that lead, rows as wide as their heads."""
    out = make(told, language=language, on=on)
    keys = [section.key for _, section in out.walk()]

    places = {*keys, *(cell.anchor for cell in cells(out))} if make is workbook else {*keys, None}

    assert len(set(keys)) == len(keys)
    for cell in cells(out):
        assert cell.value is not None
        assert cell.target is None or cell.target in places
    for _, section in out.walk():
        assert section.title.strip()
        for block in section.blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.columns)}
    assert dump(out) == dump(make(told, language=language, on=on))


@both
@pytest.mark.parametrize("language", LANGUAGES)
class TestAlmostNothing:
    """A register that hardly says anything."""

    @pytest.mark.parametrize("data", [{}, {"holder": "bakery"}], ids=["nothing", "holder"])
    def test_is_printed(self, make: Callable[..., Outline], language: str, data: dict[str, Any]) -> None:
        """It has a title, a notice and sections that say that there is nothing."""
        out = make(Register.of(data), language=language, on=ON)

        assert out.title
        assert out.notice
        assert out.sections
        assert "{" not in "".join(texts(out)).replace("{page}", "").replace("{pages}", "")

    def test_labels_are_the_readers(self, make: Callable[..., Outline], language: str) -> None:
        """No label is a key of the file: an underscore never reaches a reader."""
        everything = Everything()
        told = Register.of(everything.register())
        out = make(told, language=language, on=ON)
        words = "\n".join(texts(out))
        for mark in everything.marks:
            words = words.replace(mark, "")

        assert "_" not in words


class TestWords:
    """How things are said."""

    def told(self, flow: dict[str, Any], language: str = "en", **facts: Any) -> str:
        return said(report, register({"key": "a", "flows": flow, **facts}), language)

    def test_open_roles(self) -> None:
        """Undecided and not stated are said as such."""
        assert "host — undecided: processor or controller" in self.told(
            {"recipient": "host", "role": ["processor", "controller"]}
        )
        assert "host — role not stated" in self.told({"recipient": "host"})

    def test_a_source_is_a_controller(self) -> None:
        """Who receives data as controller of the activity has a role, though no flow states it."""
        out = self.told({"sender": "data-subjects", "recipient": "bakery"})

        assert "role not stated" not in out
        assert "Received from: the data subjects" in out

    def test_people_lead_nowhere(self) -> None:
        """The data subjects are no party one could turn to."""
        assert "the data subjects →" not in self.told({"sender": "data-subjects", "recipient": "bakery"})

    def test_who_is_no_recipient(self) -> None:
        """An authority in an inquiry is shown, and apart from the recipients."""
        out = self.told({"recipient": "host", "role": "authority-inquiry"})

        assert "Categories of recipients [Article 30(1)(d)]: ~not stated" in out
        assert "Not recipients in the sense of Article 4(9) and (10): host — " in out

    def test_words_in_two_languages(self) -> None:
        """Wherever words may stand they may stand in two languages, also where a key may."""
        interest = {"basis": "legitimate-interests", "interest": {"nl": "Veiligheid", "fr": "Sécurité"}}
        out = self.told({"recipient": "host"}, "fr", purposes={"text": "a", "legal_bases": interest})

        assert "Sécurité" in out
        assert "Veiligheid" not in out

    def test_stated_in_general(self) -> None:
        """What is said once for all is marked wherever it is shown."""
        told = register({"key": "a"}, general={"retention": "P1Y", "flows": {"recipient": "bank"}})
        out = said(report, told)

        assert "1 year (stated in general)" in out
        assert "bank — role not stated (stated in general)" in out

    def test_absences(self) -> None:
        """None, not applicable, unknown and simply nothing are four different things."""
        absences = {
            "purposes": "none",
            "retention": {"not_applicable": "because"},
            "security": {"unknown": "who knows", "owner": "An", "due": "2027-01-01"},
        }
        out = self.told({"recipient": "host"}, absences=absences)

        assert "Purposes of the processing [Article 30(1)(b)]: none\n" in out
        assert "not applicable: because" in out
        assert "~not yet known: who knows (To be found out by: An; Due by: 2027-01-01)" in out
        assert "Categories of data subjects [Article 30(1)(c)]: ~not stated" in out

    def test_texts_in_the_readers_language(self) -> None:
        """Else in the register's own, else in any."""
        names = {"nl": "Lonen", "fr": "Salaires"}
        told = register({"key": "a", "name": names}, language="nl")

        assert "## Salaires " in said(report, told, "fr")
        assert "## Lonen " in said(report, told, "de")
        assert "## Salaires " in said(report, register({"key": "a", "name": {"fr": "Salaires"}}), "de")

    def test_text_that_looks_like_a_period(self) -> None:
        """Only a period is read as one."""
        assert "5 years" in self.told({"recipient": "host"}, retention="P5Y")
        assert "Purposes of the processing [Article 30(1)(b)]: P5Y" in self.told(
            {"recipient": "host"}, purposes="P5Y"
        )


class TestAsked:
    """A language and a party."""

    @both
    def test_a_language_nobody_speaks(self, make: Callable[..., Outline]) -> None:
        """Is told, with the ones there are."""
        with pytest.raises(UnknownLanguage, match="en, nl, fr, de"):
            make(register(), language="la", on=ON)

    def test_a_reading_is_no_assessment(self) -> None:
        """A register drawn from a source says that it is a reading."""
        told = register(
            {"key": "a", "evidence": "L1"},
            sources=[{"key": "s", "title": "Privacybeleid", "published": "2024-05-01"}],
        )

        assert "reading of a text (Privacybeleid (2024-05-01))" in report(told, language="en", on=ON).notice

    def test_figure(self) -> None:
        """The picture counts what it shows."""
        out = said(report, register({"key": "a", "flows": [{"recipient": "host"}, {"recipient": "bank"}]}))

        assert "[Parties shown, bakery included: 3; data flows: 2, each counted once" in out

    def test_no_figure_that_nobody_could_read(self) -> None:
        """Two hundred recipients are listed, not drawn."""
        parties = [{"key": "bakery"}, *({"key": f"p{number}"} for number in range(200))]
        flows = [{"recipient": f"p{number}"} for number in range(200)]
        told = Register.of(
            {"holder": "bakery", "parties": parties, "activities": [{"key": "a", "flows": flows}]}
        )

        assert "too many for one legible picture" in said(report, told)


@both
class TestSomebodyElse:
    """The records of a party that is not the holder stand by themselves."""

    def test_show_nobody_who_is_not_in_its_flows(self, make: Callable[..., Outline]) -> None:
        """The host sees the bakery, and nothing of the bank, the agreements with it, or the bakery's other work."""
        told = Register.of(
            {
                "holder": "bakery",
                "parties": [
                    {"key": "bakery", "name": "Bakery Ltd"},
                    {"key": "host", "name": "Host Ltd"},
                    {"key": "bank", "name": "Secret Bank"},
                ],
                "agreements": [{"key": "credit", "name": "Secret credit", "between": ["bakery", "bank"]}],
                "activities": [
                    {
                        "key": "shop",
                        "flows": [{"recipient": "host", "role": "processor", "processing": "hosting"}],
                    },
                    {"key": "loans", "name": "Secret loans", "flows": [{"recipient": "bank"}]},
                ],
            }
        )
        shown = said(make, told, party="host")

        assert "Host Ltd" in shown
        assert "Bakery Ltd" in shown
        assert "Secret" not in shown
        assert "Secret" in said(make, told)

    def test_other_controllers_are_named(self, make: Callable[..., Outline]) -> None:
        """Who answers for itself beside the holder is not left out of the register."""
        told = register({"key": "a", "controllers": ["bakery", "cafe"]})

        assert "cafe" in said(make, told)

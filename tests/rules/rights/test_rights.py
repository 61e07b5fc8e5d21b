"""Rules about rights: which are called for, how they may be limited, and where a complaint goes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import asked, places

from ropa.rules.reply import promised_days

ALWAYS = ["access", "rectification", "erasure", "restriction", "complaint"]
HERE = "activities.a.rights.exercise.1"


def with_rights(name: str, exercise: Any, on: date = date(2026, 11, 21), **facts: Any) -> Any:
    return places(name, on, activities=[{"key": "a", "rights": {"exercise": exercise}, **facts}])


def lacking(*rights: str, **facts: Any) -> list[str]:
    """The articles of the rights that are missing."""
    activity = {"key": "a", "rights": {"exercise": {"right": list(rights)}}, **facts}
    return [one.article for one in asked("right-not-provided", activities=[activity])]


class TestNotProvided:
    """A right is asked for only where the activity calls for it."""

    def test_always(self) -> None:
        """Four rights and the complaint; a copy is access."""
        assert lacking(*ALWAYS) == []
        assert lacking("copy", *ALWAYS[1:]) == []
        assert lacking("contact-dpo") == ["15", "16", "17", "18", "77"]

    @pytest.mark.parametrize(
        ("basis", "articles"),
        [
            ("consent", ["20", "7(3)"]),
            ("contract", ["20"]),
            ("legitimate-interests", ["21"]),
            ("public-task", ["21"]),
            ("legal-obligation", []),
            ("vital-interests", []),
        ],
    )
    def test_by_basis(self, basis: str, articles: list[str]) -> None:
        """Portability, objection and withdrawal go with the legal basis."""
        assert lacking(*ALWAYS, purposes={"text": "Baking", "legal_bases": basis}) == articles

    def test_erasure_and_legal_obligations(self) -> None:
        """What the law obliges to keep is not erased."""
        only = {"text": "Books", "legal_bases": "legal-obligation"}
        assert lacking("access", "rectification", "restriction", "complaint", purposes=only) == []

    def test_marketing(self) -> None:
        """Unsubscribing is objecting, by whatever words."""
        letter = {"purposes": {"text": "Sending the newsletter", "legal_bases": "legitimate-interests"}}

        assert lacking(*ALWAYS, **letter) == ["21", "21(2)"]
        assert lacking(*ALWAYS, "Afmelden voor de nieuwsbrief", **letter) == ["21"]
        assert lacking(*ALWAYS, "objection", **letter) == []
        assert lacking(*ALWAYS, commitments="unsubscribe-any-time", **letter) == ["21"]

    def test_basis_not_recorded(self) -> None:
        """Portability and objection may go with a basis that nobody recorded; one stated in general settles it."""
        baking = {"purposes": "Baking"}
        general = [{"activities": "a", "legal_bases": "legal-obligation"}]
        settled = {"key": "a", "rights": {"exercise": {"right": ALWAYS}}, **baking}

        assert lacking(*ALWAYS, **baking) == ["20", "21"]
        assert lacking(*ALWAYS, "portability", "objection", **baking) == []
        assert asked("right-not-provided", general=general, activities=[settled]) == ()

    def test_consent_now_and_then(self) -> None:
        """Consent as a basis there sometimes is asks for withdrawal where it is stated, and everywhere if nowhere."""
        general = [
            {
                "legal_bases": {"basis": "consent", "when": "Sometimes"},
                "rights": {"exercise": {"right": ALWAYS}},
            }
        ]
        books = {"key": "books", "purposes": {"text": "Books", "legal_bases": "legal-obligation"}}
        letter = {"key": "letter", "purposes": {"text": "Letters", "legal_bases": "consent"}}

        def found(*activities: dict[str, Any]) -> list[tuple[str, str]]:
            every = asked("right-not-provided", general=general, activities=list(activities))
            return [(one.where, one.article) for one in every if one.article == "7(3)"]

        assert found(books, letter) == [("activities.letter", "7(3)")]
        assert found(books) == [("activities.books", "7(3)")]

    def test_decisions(self) -> None:
        """Only where there are some."""
        assert lacking(*ALWAYS, automated_decisions={"exists": True}) == ["22"]
        assert lacking(*ALWAYS, automated_decisions={"exists": False}) == []
        assert lacking(*ALWAYS, "human-intervention", automated_decisions={"exists": True}) == []

    def test_one_finding_a_right(self) -> None:
        """Missing in one activity it is told there, in several once for all; what is said in general counts."""
        general = [{"rights": {"exercise": {"right": ALWAYS[1:]}}}]
        given = {"key": "a", "rights": {"exercise": {"right": "access"}}}
        several = [given, *({"key": f"b{number}"} for number in range(40))]

        assert places("right-not-provided", general=general, activities=several[:2]) == [
            ("activities.b0", "warning")
        ]
        assert places("right-not-provided", general=general, activities=several) == [("", "warning")]

    def test_none_at_all(self) -> None:
        """Where no right is on record that is one note, and nothing else."""
        assert places("right-not-provided", activities=[{"key": "a"}]) == []
        assert places("rights-not-recorded", activities=[{"key": "a"}, {"key": "b"}]) == [("", "note")]
        assert places("rights-not-recorded") == []

    @pytest.mark.parametrize("rights", [{"contact": {"email": "an@bakery.example"}}, {"note": "Ask An"}])
    def test_whom_to_ask_alone(self, rights: dict[str, Any]) -> None:
        """Contact details say of no right how it is exercised: no more is told than of nothing at all."""
        told = [{"key": "a", "rights": rights}]

        assert places("right-not-provided", activities=told) == []
        assert places("rights-not-recorded", activities=told) == [("", "note")]

    def test_day(self) -> None:
        """A right that is given from tomorrow is not given today."""
        later = {"right": ALWAYS, "valid_from": "2026-11-22"}
        now = {"key": "now", "right": "contact-dpo"}

        assert len(with_rights("right-not-provided", [now, later])) == 5
        assert with_rights("right-not-provided", [now, later], date(2026, 11, 22)) == []


class TestLimits:
    """What a right costs, waits for and is given for."""

    @pytest.mark.parametrize(
        ("exercise", "level"),
        [
            ({"free": False}, "error"),
            ({"free": False, "when": "Bij veel werk"}, "warning"),
            ({"limits": "Tegen vergoeding van 5 euro"}, "warning"),
            ({"free": True, "limits": "Zonder kosten in rekening te brengen"}, ""),
            ({"limits": "Bij buitensporige verzoeken tegen vergoeding"}, ""),
            ({"free": False, "when": "Kennelijk ongegrond"}, ""),
            ({}, ""),
        ],
    )
    def test_cost(self, exercise: dict[str, Any], level: str) -> None:
        """Excessive requests may cost something."""
        found = with_rights("right-at-a-cost", {"right": "access", **exercise})
        assert found == ([(HERE, level)] if level else [])

    def test_identity(self) -> None:
        """A copy of a document, not a question."""
        name = "copy-of-identity-document-asked"

        assert with_rights(name, {"right": "access", "limits": "Met kopie identiteitsbewijs"}) == [
            (HERE, "note")
        ]
        assert with_rights(name, {"right": "access", "limits": "Bij twijfel tonen van het paspoort"}) == []

    @pytest.mark.parametrize(
        ("exercise", "flagged"),
        [
            ({"right": "access", "limits": "Slechts één keer"}, True),
            ({"right": "objection", "limits": "Uniquement après un formulaire dûment rempli"}, True),
            ({"right": "withdraw-consent", "limits": "Unless we have another legitimate interest"}, True),
            ({"right": "objection", "limits": "Unless we have another legitimate interest"}, False),
            ({"right": "erasure", "limits": "We may keep them for other purposes"}, True),
            ({"right": "access", "limits": "Not for other purposes"}, False),
            ({"right": "erasure", "when": "De gegevens zijn onjuist"}, True),
            ({"right": "rectification", "when": "De gegevens zijn onjuist"}, False),
            ({"right": "erasure", "limits": "Een kopie kan nog in back-ups staan"}, False),
        ],
    )
    def test_limits(self, exercise: dict[str, Any], flagged: bool) -> None:
        """Each limit for the rights that do not have it."""
        assert with_rights("right-limited", exercise) == ([(HERE, "warning")] if flagged else [])

    @pytest.mark.parametrize(
        ("words", "days"),
        [
            ("4 weken", 28), ("6 weeks", 42), ("Een maand", 28), ("binnen 2 maanden", 58), ("un mois", 28),
            ("zwei Monate", 58), ("30 werkdagen", 42), ("Onverwijld", None), (None, None), ("1 2 3", None),
            ("within 1 calendar month, or 3 months if complex", 28), ("14 Tagen", 14),
        ],
    )  # fmt: skip
    def test_promise(self, words: str | None, days: int | None) -> None:
        """By the first period of the words; working days are more than days."""
        assert promised_days(words) == days

    def test_reply(self) -> None:
        """Only for the rights of Articles 15 to 22, and not for questions or an extension."""
        name = "reply-later-than-a-month"

        assert with_rights(name, {"right": "erasure", "reply_within": "6 weken"}) == [(HERE, "warning")]
        assert (
            with_rights(name, {"right": "erasure", "reply_within": "31 dagen", "extension": "2 maanden"})
            == []
        )
        assert with_rights(name, {"right": "Vragen stellen", "reply_within": "6 weken"}) == []

    def test_contact(self) -> None:
        """One way is enough, or somebody to ask."""
        name = "rights-without-contact"
        ways = [{"right": "access"}, {"right": "erasure", "channels": "email"}]

        assert with_rights(name, ways[0]) == [("", "note")]
        assert with_rights(name, ways) == []
        assert with_rights(name, []) == []


class TestComplaint:
    """Where to complain, and whether that is an authority of the country."""

    @pytest.mark.parametrize(
        ("words", "flagged"),
        [
            ("De privacy-autoriteit", True),
            ("Autoriteit Bescherming Persoonsgegevens", True),
            ("the data protection authority of your country", True),
            ("Autoriteit Persoonsgegevens", False),
            ("AP, na 25 mei 2018", False),
            ("La CNIL, 3 place de Fontenoy", False),
            ("https://www.autoriteitpersoonsgegevens.nl/klacht", False),
            ("Landesbeauftragter für Datenschutz in Hannover", False),
            ({"nl": "De autoriteit", "fr": "L’Autorité de protection des données"}, False),
        ],
    )
    def test_by_name(self, words: Any, flagged: bool) -> None:
        """A name, an abbreviation or an address is one; a word for all of them is not."""
        found = places(
            "complaint-without-authority", activities=[{"key": "a", "rights": {"complaint": words}}]
        )
        assert found == ([("activities.a.rights", "note")] if flagged else [])

    def test_the_holder_names_one(self) -> None:
        """Then it is known which is meant; a holder that names none by name does not help."""
        activity = {"key": "a", "rights": {"complaint": "De toezichthouder"}}
        for named, number in (("Autoriteit Persoonsgegevens", 0), ("De toezichthouder", 1)):
            party = {"key": "bakery", "supervisory_authority": named}
            found = places("complaint-without-authority", parties=[party], activities=[activity])
            assert len(found) == number

    @pytest.mark.parametrize(
        ("country", "words", "flagged"),
        [
            ("BE", "Autoriteit Persoonsgegevens", True),
            ("NL", "Autoriteit Persoonsgegevens", False),
            ("BE", "Autoriteit Persoonsgegevens of Gegevensbeschermingsautoriteit", False),
            ("PT", "CNPD", False),
            ("FR", "CNPD", True),
            ("NL", "Data Protection Authority", False),
            ("DE", "Datenschutzbehörde", False),
            ("US", "Autoriteit Persoonsgegevens", False),
            (None, "Autoriteit Persoonsgegevens", False),
        ],
    )
    def test_country(self, country: str | None, words: str, flagged: bool) -> None:
        """Only where that is certain: a name that several have tells no country, and no country is no other one."""
        facts = {
            "parties": [{"key": "bakery", "country": country}],
            "activities": [{"key": "a", "rights": {"complaint": words}}],
        }
        assert len(places("authority-of-another-country", **facts)) == flagged

    def test_of_the_holder(self) -> None:
        """The authority that a party names is looked at as well."""
        party = {"key": "bakery", "country": "BE", "supervisory_authority": "AEPD"}
        assert places("authority-of-another-country", parties=[party]) == [("parties.bakery", "note")]

"""A source held against a register: every passage, every value and every place is accounted for."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from ropa.errors import UnknownEntry
from ropa.model import Register
from ropa.tracing import Lost, Mark, Trace, marks, read_marks, trace, trace_marks

TEXT = """Bakkerij De Korenaar

1. Wie wij zijn
Wij bakken brood.

2. Uw gegevens
2.1 Namen
Wij vragen uw naam.
2.2 Bewaren
 - zeven jaar
3. Slot

Vragen
Bel ons.
Of schrijf.

Dank u."""


def register(**fields: Any) -> Register:
    return Register(holder="korenaar", **{"parties": [{"key": "korenaar", "evidence": "L1"}], **fields})


def lines(found: Trace, path: str) -> list[int]:
    return [one.line for one in found.passages if path in [entry.path for entry in one.entries]]


def activity(**fields: Any) -> Register:
    return register(activities=[{"key": "brood", **fields}])


class TestPassages:
    def test_are_the_lines_that_are_not_empty_numbered_as_in_the_file(self) -> None:
        """Empty lines count in the numbers and are no passages."""
        found = trace(register(), TEXT)

        assert [one.line for one in found.passages] == [1, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15, 17]
        assert found.passages[2].text == "Wij bakken brood."

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_are_numbered_alike_whatever_the_line_breaks(self, ending: str) -> None:
        """A form feed or a line separator inside a line starts no new one, as in an editor."""
        found = trace(register(), ending.join(["een\x0c\u2028\x85een", "", "drie"]))

        assert [one.line for one in found.passages] == [1, 3]

    def test_show_every_entry_that_rests_on_them(self) -> None:
        """Two entries on one line are both shown, with the fields the evidence is for and its reading."""
        found = trace(
            activity(evidence=[{"at": "L1", "for": "name", "reading": "inferred"}], name="Brood"), TEXT
        ).passages[0]

        assert [(one.path, one.fields, one.reading) for one in found.entries] == [
            ("parties.korenaar", (), "stated"),
            ("activities.brood", ("name",), "inferred"),
        ]

    def test_paths_lead_back_to_their_entries(self) -> None:
        """Each path is one that the register can look up."""
        told = activity(
            purposes=[{"text": "Bakken", "evidence": "L4"}],
            flows=[
                {"recipient": "korenaar", "evidence": "L4"},
                {"recipient": "korenaar", "role": "processor", "evidence": "L6"},
            ],
            rights={"exercise": [{"right": "access", "evidence": "L8"}]},
        )
        found = {one.path for passage in trace(told, TEXT).passages for one in passage.entries}

        assert {
            "parties.korenaar",
            "activities.brood.purposes.1",
            "activities.brood.flows.1",
            "activities.brood.flows.2",
            "activities.brood.rights.exercise.1",
        } == found
        assert all(told.entry(path) for path in found)

    def test_rest_on_nothing_until_left_out_with_a_reason(self) -> None:
        """Leaving out without a reason leaves the passage where it is; a covered one is covered all the same."""
        found = trace(register(left_out=[{"at": ["L1", "L3"], "why": "Kop"}, {"at": "L4"}]), TEXT)

        assert [one.line for one in found.left_out] == [3]
        assert found.left_out[0].reasons == ("Kop",)
        assert [one.line for one in found.covered] == [1]
        assert 4 in [one.line for one in found.uncovered]
        assert len(found.passages) == len(found.covered) + len(found.left_out) + len(found.uncovered)


class TestPlaces:
    @pytest.mark.parametrize(
        ("at", "expected"),
        [
            ("L8", [8]),
            ("L3-L4", [3, 4]),
            ("L3-4", [3, 4]),
            ("L11-L13", [11, 13]),
            ("§ 1", [3, 4]),
            ("§ 2", [6, 7, 8, 9, 10]),
            ("§ 2.1", [7, 8]),
            ("§2.2", [9, 10]),
            ("§ 3", [11, 13, 14, 15, 17]),
            ("Vragen", [13, 14, 15]),
            ("  vragen ", [13, 14, 15]),
            ("2. Uw gegevens", [6, 7, 8, 9, 10]),
        ],
    )
    def test_are_lines_sections_and_headings(self, at: str, expected: list[int]) -> None:
        """A section ends where the next of its rank begins; a heading without a number has the block under it."""
        assert expected == lines(trace(activity(evidence=at), TEXT), "activities.brood")

    def test_within_numbered_articles_are_items_by_their_number(self) -> None:
        """§ 6.2 is the second item of article 6, whatever its own sub-items are called."""
        text = "Artikel 5. A\n 1. a\n 2. b\nArtikel 6. B\n 1. c\n 2. d\n  1. e\n  2. f\n 3. g\nArtikel 7. C\n 2. h"

        assert lines(trace(activity(evidence="§ 6.2"), text), "activities.brood") == [6, 7, 8]
        assert lines(trace(activity(evidence="§ 6.2.2"), text), "activities.brood") == [8]
        assert lines(trace(activity(evidence="§ 7"), text), "activities.brood") == [10, 11]

    @pytest.mark.parametrize(
        ("at", "why"),
        [
            ("L999", Lost.OUTSIDE),
            ("L0", Lost.OUTSIDE),
            ("L2", Lost.OUTSIDE),
            ("L17-L18", Lost.OUTSIDE),
            ("L4-L3", Lost.OUTSIDE),
            ("L" + "9" * 5000, Lost.NOT_FOUND),
            ("§ 9", Lost.NOT_FOUND),
            ("§ 2.7", Lost.NOT_FOUND),
            ("Nergens", Lost.NOT_FOUND),
            ("", Lost.NOT_FOUND),
        ],
    )
    def test_that_are_lost_are_told(self, at: str, why: Lost) -> None:
        """A place outside the text, on empty lines only, or that nothing bears covers no passage."""
        found = trace(activity(evidence=at), TEXT)

        assert [("activities.brood", at, why)] == [(one.path, one.at, one.why) for one in found.unplaced]
        assert lines(found, "activities.brood") == []
        assert not found.complete

    def test_that_could_be_two_are_no_place(self) -> None:
        """The same heading or number twice is ambiguous."""
        found = trace(activity(evidence=["Slot", "§ 1"]), "Slot\n1. a\n\nSlot\n1. b")

        assert [one.why for one in found.unplaced] == [Lost.AMBIGUOUS, Lost.AMBIGUOUS]

    def test_left_out_are_looked_for_too(self) -> None:
        """A passage left out that is not there is told with its number in the list."""
        found = trace(register(left_out=[{"at": ["L3", "L99"], "why": "Kop"}]), TEXT)

        assert [(one.path, one.at) for one in found.unplaced] == [("left_out.1", "L99")]


class TestEvidence:
    def test_covers_what_stands_in_the_entry(self) -> None:
        """An entry's evidence covers its fields and the entries inside, however deep."""
        told = activity(
            evidence="L4", name="Brood", rights={"exercise": [{"right": "access"}]}, purposes="Bakken"
        )

        assert trace(told, TEXT).without_evidence == ()

    def test_for_a_field_covers_that_field_only(self) -> None:
        """What stands in the other fields is bare, entry by entry."""
        told = activity(
            evidence={"at": "L4", "for": "purposes"},
            name="Brood",
            purposes="Bakken",
            personal_data=["name", "email"],
        )

        assert trace(told, TEXT).without_evidence == (
            "activities.brood.name",
            "activities.brood.personal_data.1",
            "activities.brood.personal_data.2",
        )

    def test_of_its_own_does_not_bare_the_rest_of_an_entry(self) -> None:
        """Evidence for one field of an inner entry leaves the outer entry's evidence on the others."""
        told = activity(
            evidence="L4",
            purposes=[{"text": "Bakken", "when": "Nu", "evidence": {"at": "L6", "for": "when"}}],
        )

        assert trace(told, TEXT).without_evidence == ()

    def test_missing_altogether_is_told_once(self) -> None:
        """An entry without any is named itself, not field by field."""
        told = register(
            activities=[{"key": "brood", "name": "Brood", "owner": "Jan"}], notices=[{"title": "Beleid"}]
        )

        assert trace(told, TEXT).without_evidence == ("activities.brood", "notices.1")

    def test_is_not_asked_of_the_keeping_of_the_register(self) -> None:
        """Keys, remarks, reviews, sources, waivers and observations state nothing of the organisation."""
        told = register(
            version="2",
            status="draft",
            sources=[{"key": "beleid", "title": "Beleid"}],
            waivers=[{"rule": "ROPA001"}],
            observations=["Let op"],
            activities=[{"key": "brood", "note": "Nakijken", "reviewed": "2025-01-01"}],
        )

        assert trace(told, TEXT).without_evidence == ()

    def test_is_asked_of_absences_that_state_something(self) -> None:
        """There is none, and does not apply, are stated; nobody knows is not."""
        told = activity(
            absences={
                "transfers": "none",
                "retention": {"unknown": "Wie weet"},
                "storage": {"not_applicable": "Geen"},
            }
        )
        whole = activity(absences={"transfers": "none"}, evidence={"at": "L4", "for": "transfers"})

        assert trace(told, TEXT).without_evidence == ("activities.brood",)
        assert trace(whole, TEXT).without_evidence == ()
        assert trace(activity(absences={"transfers": {"unknown": "Wie weet"}}), TEXT).without_evidence == ()

    def test_counts_for_its_own_source_only(self) -> None:
        """Evidence without a source belongs to the first; each source is traced by itself."""
        told = register(
            sources=[{"key": "een"}, {"key": "twee"}],
            activities=[
                {"key": "brood", "evidence": {"at": "L4", "source": "twee"}},
                {"key": "taart", "evidence": "L6"},
            ],
            left_out=[{"source": "twee", "at": "L3", "why": "Kop"}],
        )

        assert (
            lines(trace(told, TEXT), "activities.brood"),
            lines(trace(told, TEXT), "activities.taart"),
        ) == ([], [6])
        assert lines(trace(told, TEXT, "twee"), "activities.brood") == [4]
        assert [one.line for one in trace(told, TEXT, "twee").left_out] == [3]
        assert trace(told, TEXT).left_out == ()
        with pytest.raises(UnknownEntry, match="drie"):
            trace(told, TEXT, "drie")

    @pytest.mark.parametrize("reading", ["inferred", "contradicted"])
    def test_that_is_not_stated_outright_is_shown_so(self, reading: str) -> None:
        """It covers, and says how."""
        found = trace(activity(name="Brood", evidence={"at": "L4", "reading": reading}), TEXT)

        assert [reading] == [
            one.reading for passage in found.passages if passage.line == 4 for one in passage.entries
        ]
        assert found.without_evidence == ()


class TestDocument:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (TEXT.encode(), True),
            (TEXT, True),
            ("\ufeff" + TEXT, True),
            (TEXT.replace("\n", "\r\n"), True),
            (TEXT.replace("\n", "\r\n").encode(), False),
            (TEXT + ".", False),
        ],
    )
    def test_is_recognised_by_its_sha256(self, text: str | bytes, expected: bool) -> None:
        """Bytes must be the same; a text read with other line breaks is still the same document."""
        told = register(sources=[{"key": "beleid", "sha256": sha256(TEXT.encode()).hexdigest().upper()}])

        assert expected is trace(told, text).matches

    def test_without_a_sha256_is_not_known(self) -> None:
        """None, and the trace can still be complete."""
        found = trace(register(sources=[{"key": "beleid"}]), "Bakkerij De Korenaar")

        assert found.matches is None
        assert found.complete

    def test_with_another_sha256_is_never_complete(self) -> None:
        """A trace of another text proves nothing."""
        assert not trace(
            register(sources=[{"key": "beleid", "sha256": "0" * 64}]), "Bakkerij De Korenaar"
        ).complete

    def test_in_utf_16_or_broken_utf_8_is_read(self) -> None:
        """Line numbers survive an encoding that does not."""
        assert trace(register(), "Één\nTwee".encode("utf-16")).passages[0].text == "Één"
        assert [one.line for one in trace(register(), b"\xff\xfb\nTwee").passages] == [1, 2]

    def test_may_be_empty(self) -> None:
        """No passages; the evidence is lost."""
        assert (len(trace(register(), "").passages), len(trace(register(), "").unplaced)) == (0, 1)


class TestMarks:
    def test_trace_like_the_text(self) -> None:
        """With evidence by line, the marks give the same result as the text, its words apart."""
        told = activity(evidence=["L3-L4", "L99"], name="Brood")
        full, found = trace(told, TEXT), trace_marks(told, marks(TEXT))

        assert [(one.line, one.digest, one.entries) for one in full.passages] == [
            (one.line, one.digest, one.entries) for one in found.passages
        ]
        assert full.unplaced == found.unplaced
        assert {None} == {one.text for one in found.passages}

    def test_cannot_find_headings(self) -> None:
        """Without words there are no headings and no numbers."""
        found = trace_marks(activity(evidence=["Vragen", "§ 2"]), marks(TEXT))

        assert [one.why for one in found.unplaced] == [Lost.NEEDS_TEXT, Lost.NEEDS_TEXT]

    def test_are_read_as_they_are_written(self) -> None:
        """Remarks between them are passed over."""
        written = "# merken\n" + "\n".join(map(str, marks(TEXT))) + "\n\n"

        assert marks(TEXT) == read_marks(written)

    def test_tell_another_word_but_not_other_blanks(self) -> None:
        """A changed word changes the mark; blanks around the line do not."""
        assert marks("Wij bakken.") == marks("  Wij bakken. \r\n")
        assert marks("Wij bakken.") != marks("Wij bakten.")
        assert isinstance(marks("\ud800")[0], Mark)

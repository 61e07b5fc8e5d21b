"""How the printed report reads: words parted as their language does, pages that end where a reader would end them."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from typing import Any

import pyphen
import pytest
from hypothesis import given, settings, strategies as st

from ropa import typeface
from ropa.drawing.crop import cropped
from ropa.drawing.ink import MARGIN
from ropa.drawing.shape import Box, Group, Picture, Words
from ropa.formats.pdf import Book, columns, lay_out
from ropa.formats.pdf.paginate import Page
from ropa.formats.pdf.row import Piece, Row, echoes
from ropa.formats.pdf.setter import HYPHEN, Setter
from ropa.formats.pdf.sheet import (
    FOOTER_AT,
    FURNITURE,
    LANDSCAPE,
    LARGE,
    PORTRAIT,
    POSTER,
    SPREAD,
    TEXT,
    Sheet,
)
from ropa.outline.page import Block, Cell, Column, Figure, Line, Lines, Outline, Paragraph, Section, Table

LONG = {
    "nl": ("verwerkingsverantwoordelijke", "klanttevredenheidsonderzoek", "Gegevensbeschermingsautoriteit"),
    "de": ("Datenschutzbeauftragter", "Auftragsverarbeitungsvertrag", "Verarbeitungstätigkeiten"),
    "fr": ("proportionnalité", "anticonstitutionnellement", "pseudonymisation"),
}
HASH = "0123456789abcdef" * 4


def drawn(figure: Figure, width: float | None) -> Picture:
    """A picture as wide and as tall as the alt text says, with words of 7 points; narrower boxes change nothing."""
    wide, high = map(float, figure.alt.split())
    return Picture(
        wide, high, "Picture", "", "en", (Group("g", "", (Box(0, 0, wide, high), Words(0, 9, "words", 7.0))),)
    )


def outline(*blocks: Block, language: str = "nl", **changed: Any) -> Outline:
    given = {"title": "Register", "subtitle": "", "language": language, "on": date(2026, 1, 2)}
    given |= {"facts": (), "notice": "", "furniture": {"continued": "vervolg"}}
    given |= {"sections": (Section("a", "A", blocks),)}
    return Outline(**(given | changed))


def laid_out(*blocks: Block, **changed: Any) -> Book:
    return lay_out(outline(*blocks, **changed), pictures=drawn)


def table(*fields: tuple[Any, ...], width: int = 24) -> Table:
    """A table with such rows; a list is a field of several cells."""
    rows = tuple(
        tuple(tuple(map(Cell, said)) if isinstance(said, list) else (Cell(said),) for said in row)
        for row in fields
    )
    return Table(tuple(Column(f"K{at}", width=width) for at in range(len(fields[0]))), rows)


def lanes(book: Book) -> list[tuple[Row, tuple[Piece, ...]]]:
    found, seen = list[tuple[Row, tuple[Piece, ...]]](), set[int]()
    for page in book.pages[2:]:
        for piece in page.slices:
            if id(piece.row) not in seen:
                seen.add(id(piece.row))
                found += [(piece.row, lane) for lane in piece.row.lanes]
    return found


def texts(book: Book) -> list[str]:
    """What the lanes say, without the hyphens that are not the words' own."""
    return ["".join(line.text for line in lane).replace(HYPHEN, "").strip() for _, lane in lanes(book)]


def shown(book: Book) -> list[list[str]]:
    """The lines on each page, what is said again included."""
    return [
        [
            line.text.strip()
            for piece in page.slices
            for lane in (
                *(lane[piece.first : piece.last] for lane in piece.row.lanes),
                *echoes(piece.row, piece.first, piece.last),
            )
            for line in lane
        ]
        for page in book.pages[2:]
    ]


class TestWords:
    """A word that does not fit is parted, and can be found and copied as if it were not."""

    @pytest.mark.parametrize(("language", "words"), LONG.items())
    def test_long_words_are_parted_where_their_language_allows_it(
        self, language: str, words: tuple[str, ...]
    ) -> None:
        setter, allowed = Setter(outline(language=language), drawn), pyphen.Pyphen(lang=language)

        for word in words:
            lines = setter.lines(word, 55.0, TEXT)
            assert len(lines) > 1
            assert "".join(lines).replace(HYPHEN, "") == word
            assert all(line.endswith(HYPHEN) for line in lines[:-1])
            at = 0
            for line in lines[:-1]:
                at += len(line) - 1
                assert at in allowed.positions(word)

    def test_a_word_that_fits_is_never_parted(self) -> None:
        words = [word for words in LONG.values() for word in words]

        assert HYPHEN not in "".join(
            line.text for _, lane in lanes(laid_out(Paragraph(" ".join(words * 20)))) for line in lane
        )

    def test_addresses_are_broken_at_their_marks_and_get_no_hyphen(self) -> None:
        address = "https://www.example.org/privacyverklaring/verwerkingsregister"
        lines = Setter(outline(), drawn).lines(address, 60.0, TEXT)

        assert "".join(lines) == address
        assert lines[:2] == ("https://www", ".example")
        assert HYPHEN not in "".join(lines)

    @pytest.mark.parametrize("columns", range(2, 15))
    def test_a_hash_is_broken_into_equal_parts(self, columns: int) -> None:
        book = laid_out(table((HASH, *["some words of a field"] * (columns - 1)), width=40))
        (lane,) = [lane for _, lane in lanes(book) if lane and lane[0].text.startswith("0123")]

        sizes = [len(line.text) for line in lane]
        assert sum(sizes) == 64
        assert len(set(sizes[:-1])) <= 1
        assert sizes[-1] > sizes[0] - len(sizes)

    def test_a_date_is_never_broken(self) -> None:
        book = laid_out(table(*[tuple(date(2026, 1, 1 + at) for at in range(14))] * 3, width=1))

        assert all(len(lane) == 1 for _, lane in lanes(book))

    def test_links_say_whole_words(self) -> None:
        word = LONG["nl"][0]
        cells = tuple((Cell(word, target="a"),) for _ in range(12))
        book = laid_out(Table(tuple(Column("n" * 8, width=1) for _ in cells), (cells,)))

        assert word in texts(book)

    @settings(max_examples=30, deadline=None)
    @given(
        st.lists(
            st.text(st.sampled_from("abcdegimnorstuvwy-/.@ 0123"), max_size=60) | st.sampled_from(LONG["nl"]),
            min_size=1,
            max_size=8,
        ),
        st.integers(2, 14),
    )
    def test_every_line_fits_and_every_hyphen_stands_where_the_language_has_one(
        self, said: list[str], columns: int
    ) -> None:
        book = laid_out(table(*[tuple((said * columns)[:columns])] * 2, width=10))
        allowed = pyphen.Pyphen(lang="nl")

        for _, lane in lanes(book):
            for line, following in zip(lane, (*lane[1:], None), strict=True):
                assert line.x >= -0.01
                if line.text.endswith(HYPHEN):
                    assert following is not None
            whole = "".join(line.text for line in lane)
            for word in (word for word in whole.split() if HYPHEN in word):
                at = 0
                for part in re.split(f"([^\\W\\d_{HYPHEN}]+(?:{HYPHEN}[^\\W\\d_{HYPHEN}]+)*)", word)[1::2]:
                    at, letters = 0, part.replace(HYPHEN, "")
                    for piece in part.split(HYPHEN)[:-1]:
                        at += len(piece)
                        assert at in allowed.positions(letters)


class TestPageEnds:
    """Pages end where little is torn apart."""

    @pytest.mark.parametrize("before", range(20, 56))
    def test_the_first_and_last_rows_of_a_table_stand_together(self, before: int) -> None:
        rows = table(*[(f"row {at}", "said") for at in range(40)])
        book = laid_out(Paragraph("\n".join(["filler"] * before)), rows)

        for number, page in enumerate(book.pages[2:]):
            own = [piece.row for piece in page.slices if piece.row.table and not piece.again]
            data = [row for row in own if row.heads != -1]
            if number == 0 and own:
                assert len(data) >= 3
            assert len(data) != 1

    @pytest.mark.parametrize("before", range(56))
    def test_the_last_line_of_a_list_is_not_alone_on_a_page(self, before: int) -> None:
        tall = Lines(
            (*(Line(f"L{at}", (Cell("x\n" * 20),)) for at in range(2)), Line("Sources", (Cell("L1"),)))
        )
        book = laid_out(Paragraph("\n".join(["filler"] * before)), tall)

        for page in book.pages[2:]:
            assert [piece.row.lanes[0][0].text for piece in page.slices] != ["Sources"]
        assert sum(line == "Sources" for page in shown(book) for line in page) == 1

    @pytest.mark.parametrize("before", range(30, 56))
    def test_a_text_stays_with_the_table_under_it(self, before: int) -> None:
        filler = Section("f", "Filler", (Paragraph("\n".join(["filler"] * before)),))
        shows = Section("s", "Shows", (Paragraph("introduces"), table(*[("row", "said")] * 9)))
        book = laid_out(sections=(filler, shows))

        assert [page for page in shown(book) if "introduces" in page] == [
            page for page in shown(book) if "K0" in page and "(vervolg)" not in page
        ]

    @pytest.mark.parametrize("before", range(0, 56, 3))
    def test_rows_of_less_than_a_third_of_a_page_are_never_cut(self, before: int) -> None:
        book = laid_out(Paragraph("\n".join(["filler"] * before)), table(*[("k", "x\n" * 15)] * 9))

        for page in book.pages[2:]:
            for piece in page.slices:
                if piece.row.table:
                    assert (piece.first, piece.last) == (0, piece.row.lines)

    def test_a_row_that_goes_on_says_again_what_it_is_about(self) -> None:
        book = laid_out(table(("Payroll", "Bakery", [f"thing {at}" for at in range(150)])))
        first, *rest = shown(book)

        assert rest
        assert "Payroll (vervolg)" not in first
        for page in rest:
            assert {"Payroll (vervolg)", "Bakery", "(vervolg)"} <= set(page)

    def test_a_row_whose_key_is_long_is_known_by_the_others(self) -> None:
        book = laid_out(table(([f"thing {at}" for at in range(150)], "Bakery", "said")))

        for page in shown(book)[1:]:
            assert "Bakery (vervolg)" in page

    def test_rows_are_cut_between_paragraphs_where_that_is_near(self) -> None:
        book = laid_out(table(("key", [f"{at} " + "words " * 25 for at in range(60)])))

        for page in book.pages[3:]:
            (cut,) = [piece for piece in page.slices if not piece.again]
            assert cut.row.lanes[1][cut.first].text.startswith("•")

    def test_no_page_is_empty_and_a_little_text_among_wide_tables_stays_with_them(self) -> None:
        wide = table(*[tuple(["as many words as fill a column"] * 12)] * 3)
        sections = (
            Section("a", "A", (wide,)),
            Section("b", "B", (Paragraph("little"),)),
            Section("c", "C", (wide,)),
            Section("d", "D", (Paragraph("much\n" * 60),)),
        )
        book = laid_out(sections=sections)

        assert [page.sheet for page in book.pages[2:]] == [LANDSCAPE, PORTRAIT, PORTRAIT]
        assert all(page.slices for page in book.pages)

    def test_no_page_is_begun_for_the_little_that_a_line_more_on_the_others_can_hold(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def pages(rows: int) -> list[Page]:
            return laid_out(Lines((Line("L", (Cell("said"),)),) * rows)).pages[2:]

        paginate = import_module("ropa.formats.pdf.paginate")
        with monkeypatch.context() as patched:
            patched.setattr(paginate, "LOWER", 0.0)
            over = next(rows for rows in range(60, 90) if len(pages(rows)) == 3)
        (first, last), three = pages(over), pages(over + 10)

        assert first.sheet.bottom == last.sheet.bottom == PORTRAIT.bottom - paginate.LOWER
        assert first.sheet.bottom > FOOTER_AT + FURNITURE.size
        # Where it does not help, pages end where they always do.
        assert [page.sheet for page in three] == [PORTRAIT] * 3

    @pytest.mark.parametrize(("sections", "pages", "pitch"), [(20, 1, 13.5), (36, 1, 12.25), (60, 2, 13.5)])
    def test_the_contents_are_set_closer_where_that_saves_a_page(
        self, sections: int, pages: int, pitch: float
    ) -> None:
        book = laid_out(sections=tuple(Section(str(at), f"S {at}") for at in range(sections)))
        entries = [piece.row for page in book.pages for piece in page.slices if piece.row.leads]

        assert book.numbers["s1"] == 2 + pages
        assert len(entries) == sections
        assert {row.pitch for row in entries} == {pitch}


class TestColumns:
    """Columns share the width so that rows are not tall and narrow."""

    def measures(self) -> Table:
        """Rows that say one long word in most columns, and much in the last."""
        heads = ("Namens", "Verwerkingen", "Gegevens", "Betrokkenen", "Landen", "Rol", "Maatregelen")
        said = [f"Passende maatregelen tegen verlies — Getroffen door: verwerker {at}" for at in range(12)]
        fields = (*(["verwerkingsverantwoordelijke"] * 6), said)
        return Table(tuple(Column(head, width=24) for head in heads), table(fields, fields, fields).rows)

    def test_a_tall_column_gets_the_room_that_others_can_spare(self, monkeypatch: pytest.MonkeyPatch) -> None:
        made = laid_out(self.measures())
        with monkeypatch.context() as patched:
            patched.setattr(columns, "SHORTER", 0.0)
            before = laid_out(self.measures())

        tall, taller = (max(row.lines for row, _ in lanes(book)) for book in (made, before))
        assert tall <= taller * columns.SHORTER

    def test_headings_are_not_broken_for_it(self) -> None:
        heads = {
            line.text for row, lane in lanes(laid_out(self.measures())) if row.heads == -1 for line in lane
        }

        assert not [text for text in heads if text.endswith(HYPHEN)]


class TestHeaders:
    """The running header names section and document, whole where two lines hold them."""

    LENGTHY = "Coöperatieve Vereniging van Bakkers in de Kempen als verwerkingsverantwoordelijke — artikel 30, lid 1"

    def said(self, text: str, width: float) -> tuple[str, ...]:
        lines = Setter(outline(), drawn).headline(text, width, FURNITURE)
        return tuple(line.replace("\u00a0", " ") for line in lines)  # numbers stay with the word before them

    def test_a_long_title_takes_two_lines(self) -> None:
        lines = self.said(self.LENGTHY, 300.0)

        assert len(lines) == 2
        assert " ".join(lines) == self.LENGTHY

    @pytest.mark.parametrize("width", [120.0, 150.0, 180.0])
    def test_a_longer_one_keeps_the_provision_whole(self, width: float) -> None:
        lines = self.said(self.LENGTHY, width)

        assert len(lines) == 2
        assert lines[0].endswith("…")
        assert lines[1] == "— artikel 30, lid 1"
        assert all(typeface.width(line, FURNITURE.size) <= width for line in lines)

    def test_an_endless_one_is_cut(self) -> None:
        lines = self.said("Ω" * 40_000, 200.0)

        assert len(lines) == 2
        assert lines[-1].endswith("…")


class TestContents:
    """The contents stand on one page where leaving out the deepest entries brings them there."""

    def pages(self, sections: int, inner: int) -> list[Page]:
        deep = tuple(Section(f"s{at}", f"Section {at}", (), self._below(at, inner)) for at in range(sections))
        book = laid_out(sections=deep)
        return [page for page in book.pages if any(piece.row.leads for piece in page.slices)]

    def _below(self, at: int, inner: int) -> tuple[Section, ...]:
        return (
            Section(f"s{at}.", "Below", (), tuple(Section(f"s{at}.{one}", "Deep") for one in range(inner))),
        )

    def test_of_a_few_too_many_do_not_spill(self) -> None:
        assert len(self.pages(15, 1)) == 1
        assert len(self.pages(15, 4)) == 1

    def test_of_very_many_are_whole(self) -> None:
        pages = self.pages(60, 2)

        assert len(pages) > 1
        assert any(
            line.text.strip() == "Deep" for page in pages for one in page.slices for line in one.row.lanes[0]
        )


class TestPictures:
    """A picture is printed on the smallest sheet on which its words can be read, as the screen shows it."""

    @pytest.mark.parametrize(
        ("size", "sheet"),
        [
            ("300 200", PORTRAIT),
            ("480 500", PORTRAIT),
            ("540 500", PORTRAIT),
            ("700 380", LANDSCAPE),
            ("700 900", POSTER),
            ("1050 600", SPREAD),
        ],
    )
    def test_the_sheet_fits_the_picture(self, size: str, sheet: Sheet) -> None:
        book = laid_out(Figure(None, size, date(2026, 1, 1), "en"))
        (drawing,) = [piece.row.drawing for piece in book.pages[2].slices if piece.row.drawing]

        assert book.pages[2].sheet == sheet
        assert 7.0 * drawing.scale >= (6.99 if sheet in LARGE else 5.99)

    def test_a_narrower_drawing_is_asked_for_only_where_the_whole_one_is_too_small(self) -> None:
        asked: list[float | None] = []

        def noted(figure: Figure, width: float | None) -> Picture:
            asked.append(width)
            return drawn(figure, width)

        lay_out(outline(Figure(None, "480 500", date(2026, 1, 1), "en")), pictures=noted)
        assert asked == [None]

        lay_out(outline(Figure(None, "1800 300", date(2026, 1, 1), "en")), pictures=noted)
        widths = [sheet.body_width + 2 * MARGIN for sheet in (LANDSCAPE, SPREAD)]
        assert asked == [None, None, *widths]


class TestPicturesInText:
    """A picture stands under the text on the same page where it can be read there, and something else does where not."""

    def page(self, *blocks: Block, level: int = 1) -> list[Row]:
        """The rows on the page of a section, below the top where it is deeper."""
        inner = Section("b", "B", blocks)
        whole = Section("a", "A", (), (inner,)) if level > 1 else inner
        book = laid_out(sections=(whole,))
        assert {page.sheet for page in book.pages[2:]} == {PORTRAIT}
        return [piece.row for piece in book.pages[2].slices]

    def within(self, alt: str, instead: Figure | Lines | None = None) -> Figure:
        return Figure(None, alt, date(2026, 1, 1), "en", within=True, instead=instead)

    def instead(self) -> Lines:
        return Lines((Line("Picture", (Cell("elsewhere", target="b"),)),))

    def test_it_stands_under_the_text_on_the_same_page(self) -> None:
        rows = self.page(Lines((Line("Number", (Cell(3),)),)), self.within("480 300"))

        assert [bool(row.drawing) for row in rows] == [False, False, True, False]

    @pytest.mark.parametrize(
        ("level", "high", "drawn_here"), [(1, 520, True), (2, 520, False), (2, 310, True)]
    )
    def test_one_of_many_is_half_a_page_high_at_most(self, level: int, high: int, drawn_here: bool) -> None:
        found = self.page(self.within(f"480 {high}", self.instead()), level=level)

        assert any(row.drawing for row in found) is drawn_here
        assert (
            any(lane and lane[0].text == "elsewhere" for row in found for lane in row.lanes) is not drawn_here
        )

    def test_one_with_less_in_it_comes_before_the_words(self) -> None:
        rows = self.page(self.within("2000 300", self.within("481 100", self.instead())))

        (drawing,) = [row.drawing for row in rows if row.drawing]
        assert drawing.picture.width == pytest.approx(481, abs=3)

    def test_nothing_is_said_where_nothing_can_be_read(self) -> None:
        assert len(self.page(self.within("2000 300"))) == 1

    def test_the_title_is_left_out_and_the_space_it_took_up(self) -> None:
        title = Group("title", "", (Words(20, 30, "A title", 14.0),))
        node = Group(
            "party:a", "", (Box(100, 80, 50, 20, stroke="#000000"), Words(120, 92, "A", 9.0, anchor="end"))
        )
        whole = Picture(300, 200, "A title", "", "en", (title, node))

        left, top, made = cropped(whole, ("title",))
        assert (left, top) == (99.0, 79.0)
        assert (made.width, made.height) == (52.0, 22.0)
        assert made.groups == (node,)


class TestTablesTold:
    """A table of a row or two that is too wide for a page is told in lines, and does not turn the paper."""

    def wide(self, rows: int) -> Table:
        columns = tuple(Column(f"Column{at}", width=40) for at in range(9))
        said = tuple((Cell(f"Word {at} " * 12),) if at else () for at in range(9))
        return Table(columns, (said,) * rows)

    @pytest.mark.parametrize(("rows", "sheet"), [(1, PORTRAIT), (2, PORTRAIT), (3, LANDSCAPE)])
    def test_only_a_row_or_two(self, rows: int, sheet: Sheet) -> None:
        assert laid_out(self.wide(rows)).pages[2].sheet == sheet

    def test_what_is_empty_has_no_line(self) -> None:
        book = laid_out(self.wide(1))
        labels = [lane[0].text.strip() for row, lane in lanes(book) if lane and lane is row.lanes[0]]

        assert labels[1:] == [f"Column{at}" for at in range(1, 9)]

    def test_an_introduction_is_not_left_alone_under_its_heading(self) -> None:
        """Not before a table, and not before the first section that it introduces."""
        inner = Section("b", "B", (table(*[("x", "y")] * 30),))
        for filled in range(40, 56):
            before = Section("z", "Z", tuple(Paragraph("x") for _ in range(filled)))
            book = laid_out(sections=(before, Section("a", "A", (Paragraph("intro"),), (inner,))))
            for page in book.pages[2:]:
                last = page.slices[-1].row
                assert not last.mark
                assert not any(piece.text.startswith("intro") for lane in last.lanes for piece in lane)

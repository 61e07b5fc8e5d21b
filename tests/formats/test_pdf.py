"""The PDF printer: every text comes out whole and inside the margins, and the reader finds the way."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from pypdf import PdfReader

from ropa import typeface
from ropa.drawing.shape import Box, Curve, Group, Picture, Polygon, Words
from ropa.formats.pdf import Book, lay_out, write
from ropa.formats.pdf.row import echoes
from ropa.formats.pdf.sheet import ACCENT, BLACK, GREY, LANDSCAPE, PORTRAIT, SPREAD, Sheet
from ropa.outline.page import (
    Block,
    Cell,
    Column,
    Figure,
    Line,
    Lines,
    Outline,
    Paragraph,
    Section,
    Table,
)

FURNITURE = {"contents": "Contents", "page": "Page {page} of {pages}", "continued": "(continued)"}
HOSTILE = (
    "=1+1",
    "<b>bold</b>",
    "<dpo@example.org>",
    "a <b",
    "R&D &amp; &#99999999;",
    '<img src="/etc/passwd"/>',
    "_x0041_",
    "(a) \\ ) b \\051",
    "{page} %s %(x)s",
    "BT /F1 12 Tf (x) Tj ET",
    "Žluťoučký kůň",
    "Αθήνα",
    "София",
    "ﬁ → ✓ €",
)


def picture(figure: Figure, width: float | None) -> Picture:
    """A picture as wide as the alt text says in its first word."""
    wide = float(figure.alt.split()[0])
    shapes = (
        Box(0, 0, wide, 100, stroke="#333333", fill="#ffffff", radius=4, dash=(3, 2)),
        Words(10, 50, "Inside (the) picture", 9, bold=True),
        Curve(((0, 0), (10, 10), (20, 20), (30, 30)), stroke="#0b4f5c"),
        Polygon(((0, 0), (10, 0), (5, 8)), fill="#333333"),
    )
    return Picture(wide, 100, "Who shares", "", "en", (Group("g", "", shapes),))


def outline(*sections: Section, **changed: Any) -> Outline:
    given = {"title": "Register", "subtitle": "Bakery", "language": "en", "on": date(2026, 1, 2)}
    given |= {"facts": (), "notice": "", "furniture": FURNITURE}
    return Outline(**(given | {"sections": sections} | changed))


def section(key: str, *blocks: Block, title: str = "", inner: tuple[Section, ...] = ()) -> Section:
    return Section(key, title or f"Section {key}", blocks, inner)


def says(label: str, *values: Any, note: str = "") -> Lines:
    return Lines((Line(label, tuple(Cell(value) for value in values), note),))


def table(rows: int, *columns: Column, text: str = "a few words") -> Table:
    return Table(columns, tuple(tuple((Cell(f"{text} {at}"),) for _ in columns) for at in range(rows)))


def read(printed: Outline) -> PdfReader:
    return PdfReader(BytesIO(write(printed, pictures=picture)))


def text_of(printed: Outline) -> list[str]:
    return [page.extract_text() for page in read(printed).pages]


def squeezed(texts: list[str]) -> str:
    """All that is printed, without blanks: where lines were broken does not matter."""
    return re.sub(r"\s", "", "".join(texts))


def outside(book: Book) -> list[str]:
    """What reaches over the margins of its page."""
    found = []
    for page in book.pages:
        for piece in page.slices:
            if piece.top < -0.01 or piece.bottom > page.sheet.body_height + 0.01:
                found.append(f"{piece.top} to {piece.bottom}")
            for line in (line for lane in (*piece.row.lanes, *piece.row.echo) for line in lane):
                end = line.x + typeface.width(line.text.rstrip(), line.ink.size, line.ink.bold)
                if line.x < -0.01 or end > page.sheet.body_width + 0.01:
                    found.append(line.text)
    return found


def lines_on(book: Book) -> list[list[str]]:
    """The lines of text on each page."""
    return [
        [
            line.text.rstrip()
            for piece in page.slices
            for lane in (
                *(lane[piece.first : piece.last] for lane in piece.row.lanes),
                *echoes(piece.row, piece.first, piece.last),
            )
            for line in lane
        ]
        for page in book.pages
    ]


class TestTexts:
    """Text is data."""

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_text_is_printed_as_it_stands_wherever_it_stands(self, text: str) -> None:
        blocks = (
            Lines((Line(text, (Cell(text), Cell(text)), text),)),
            Paragraph(text),
            Table((Column(text, text),), (((Cell(text),),),)),
        )
        printed = outline(
            section("a", *blocks, title=text),
            title=text,
            subtitle=text,
            notice=text,
            facts=(Line(text, (Cell(text),), text),),
        )

        body = text_of(printed)

        # In a column of a table a text may be broken; everywhere else it stands on one line.
        assert squeezed(body[:1]).count(squeezed([text])) >= 6
        assert squeezed(body[2:]).count(squeezed([text])) >= 9
        assert body[2].count(text.replace("ﬁ", "ﬁ")) >= 6

    def test_a_thousand_different_characters_come_out_too(self) -> None:
        shown = "".join(
            map(chr, (*range(0xC0, 0x24F), *range(0x391, 0x3A1), *range(0x3A3, 0x3C9), *range(0x400, 0x45F)))
        )
        words = " ".join(shown[at : at + 9] for at in range(0, len(shown), 9))

        assert squeezed([words]) in squeezed(text_of(outline(section("a", Paragraph(words)))))

    def test_texts_of_a_row_are_read_one_after_the_other(self) -> None:
        long = " ".join(f"word{at}" for at in range(60))
        printed = outline(
            section("a", Lines((Line("A label of more than one line, as it is", (Cell(long),)),)))
        )

        assert squeezed([long]) in squeezed(text_of(printed))

    @pytest.mark.parametrize("bad", ["a\x00b", "a\u202eb", "a\ud800b", "a\x1b[31mb", "漢字"])
    def test_what_cannot_be_shown_is_shown_to_be_missing(self, bad: str) -> None:
        assert "\ufffd" in text_of(outline(section("a", Paragraph(bad))))[2]

    def test_letters_that_the_typeface_lacks_are_told_by_their_numbers(self) -> None:
        """On the first page, in the document's language, wherever they stand: in a text or in a picture."""
        for block in (Paragraph("Home 漢 שׁ"), Lines((Line("漢", (Cell("שׁ"),)),))):
            first = text_of(outline(section("a", block)))[0]
            assert "U+05C1, U+05E9, U+6F22" in " ".join(first.split())
        assert "U+" not in text_of(outline(section("a", Paragraph("Łódź \u202e Αθήνα"))))[0]

    def test_no_more_letters_are_listed_than_can_be_read(self) -> None:
        many = "".join(map(chr, range(0x4E00, 0x4E00 + 50)))
        first = text_of(outline(section("a", Paragraph(many))))[0]

        assert first.count("U+") == 40
        assert "(+10)" in first

    def test_line_breaks_are_kept(self) -> None:
        book = lay_out(outline(section("a", Paragraph("one\ntwo\r\nthree"))), pictures=picture)

        assert lines_on(book)[2][-3:] == ["one", "two", "three"]

    def test_values_are_plain(self) -> None:
        printed = outline(section("a", says("x", date(2024, 2, 29)), says("y", 1234567, 0.1, 1e22)))

        body = text_of(printed)[2]

        for shown in ("2024-02-29", "1234567", "0.1", "10000000000000000000000"):
            assert shown in body

    def test_a_word_of_40000_characters_comes_out_whole(self) -> None:
        word = "".join(chr(97 + at * 7 % 26) for at in range(40_000))
        columns = (Column("Narrow", width=8), Column("Other"))
        for block in (Paragraph(word), says("x", word), says(word), Table(columns, (((Cell(word),), ()),))):
            printed = outline(section("a", block))

            assert outside(lay_out(printed, pictures=picture)) == []
            body = squeezed([page.split("\n", 1)[1].rsplit("\n", 1)[0] for page in text_of(printed)[2:]])
            for again in ("x(continued)", "(continued)", "NarrowOther"):
                body = body.replace(again, "")
            assert word in body

    def test_each_long_text_is_broken_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        broken: list[str] = []
        wrap = typeface.wrap

        def counted(text: str, *more: Any, **named: Any) -> tuple[str, ...]:
            broken.append(text)
            return wrap(text, *more, **named)

        monkeypatch.setattr(typeface, "wrap", counted)
        texts = [f"{at} " + "a rather long story " * 20 for at in range(30)]
        lay_out(outline(section("a", *(Paragraph(text) for text in texts))), pictures=picture)

        assert sorted(text for text in broken if len(text) > 200) == sorted(text.rstrip() for text in texts)


class TestPages:
    """Nothing is cut, nothing hangs over, nothing stands alone."""

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.text(max_size=200), min_size=1, max_size=12), st.integers(1, 14))
    def test_nothing_is_drawn_outside_the_margins(self, texts: list[str], columns: int) -> None:
        cells = tuple((Cell(text), Cell(text, muted=True, target="a")) for text in texts)
        heads = tuple(Column(texts[at % len(texts)], texts[-1], width=at * 5) for at in range(columns))
        blocks: tuple[Block, ...] = (
            Lines(tuple(Line(text, field, text) for text, field in zip(texts, cells, strict=True))),
            Table(heads, tuple(tuple(field for _ in heads) for field in cells)),
            Figure(None, f"900 {texts[0]}", date(2026, 1, 1), "en"),
        )
        printed = outline(Section("a", texts[0], blocks), title=texts[-1], notice=texts[0])

        assert outside(lay_out(printed, pictures=picture)) == []
        write(printed, pictures=picture)

    def test_an_empty_outline_is_a_title_page(self) -> None:
        reader = read(outline())

        assert len(reader.pages) == 1
        assert "Register" in reader.pages[0].extract_text()
        assert reader.outline == []

    def test_nothing_to_say_is_no_reason_to_fail(self) -> None:
        empty = (Lines(()), Paragraph(""), Table((), ()), Table((Column(""),), ()), Lines((Line("", ()),)))

        assert len(read(outline(section("a", *empty), title="", subtitle="", furniture={})).pages) == 3

    def test_a_heading_is_never_the_last_thing_on_a_page(self) -> None:
        for lines in range(38, 58):
            filler = Paragraph("\n".join("filler" for _ in range(lines)))
            inner = section("b", table(3, Column("One"), Column("Two")))
            book = lay_out(outline(section("a", filler, inner=(inner,))), pictures=picture)

            for page in book.pages[2:]:
                assert page.slices[-1].row.mark is None
                assert not page.slices[-1].row.hold

    def test_a_table_says_its_heading_again_on_each_page(self) -> None:
        book = lay_out(
            outline(section("a", table(200, Column("Who", "30(1)"), Column("What")))), pictures=picture
        )

        pages = lines_on(book)[2:]
        assert len(pages) > 2
        for number, lines in enumerate(pages):
            assert {"Who", "30(1)", "What"} <= set(lines)
            assert ("(continued)" in lines) == (number > 0)

    def test_a_row_taller_than_a_page_is_cut_between_lines(self) -> None:
        text = " ".join(f"w{at}" for at in range(6000))
        columns = Column("Who"), Column("What")
        book = lay_out(
            outline(section("a", Table(columns, (((Cell(text),), (Cell("x"),)),)))), pictures=picture
        )

        pages = lines_on(book)[2:]
        assert len(pages) > 2
        assert [
            word for page in pages for line in page for word in line.split() if re.match(r"w\d", word)
        ] == (text.split())
        assert outside(book) == []

    def test_a_line_that_goes_on_upon_the_next_page_says_its_label_again(self) -> None:
        book = lay_out(outline(section("a", says("Purposes", *range(100)))), pictures=picture)

        assert ["Purposes (continued)" in lines for lines in lines_on(book)[2:]] == [False, True]

    def test_several_cells_are_bulleted_and_one_is_not(self) -> None:
        book = lay_out(outline(section("a", says("x", "one"), says("y", "two", "three"))), pictures=picture)

        assert lines_on(book)[2][1:] == ["x", "one", "y", "• two", "• three"]

    def test_numbers_end_under_each_other(self) -> None:
        rows = tuple(((Cell(value),),) for value in (1, 20, 300))
        book = lay_out(
            outline(section("a", Table((Column("Number of people", kind="number"),), rows))), pictures=picture
        )

        ends = {
            round(line.x + typeface.width(line.text, line.ink.size, line.ink.bold), 3)
            for piece in book.pages[2].slices[1:]
            for lane in piece.row.lanes
            for line in lane
        }
        assert len(ends) == 1

    @pytest.mark.parametrize(
        ("columns", "sheet"), [(2, PORTRAIT), (6, PORTRAIT), (12, LANDSCAPE), (30, LANDSCAPE)]
    )
    def test_wide_tables_are_printed_on_sheets_on_their_side(self, columns: int, sheet: Sheet) -> None:
        text = "as many words as fill a column of this width"
        wide = table(3, *(Column(f"Column{at}") for at in range(columns)), text=text)
        book = lay_out(outline(section("a", wide), section("b", Paragraph("x\n" * 60))), pictures=picture)

        assert book.pages[2].sheet == sheet
        assert book.pages[-1].sheet == PORTRAIT
        assert {f"Column{at}" for at in range(columns)} <= {line for page in lines_on(book) for line in page}
        assert outside(book) == []

    def test_every_column_has_room_for_eight_characters(self) -> None:
        columns = [Column("x" * 8, width=1)] + [Column("y" * 8, width=200) for _ in range(13)]
        book = lay_out(outline(section("a", table(3, *columns))), pictures=picture)

        assert lines_on(book)[2].count("x" * 8) == 1
        assert lines_on(book)[2].count("y" * 8) == 13

    def test_a_column_too_many_is_printed_below_with_the_first_one_repeated(self) -> None:
        columns = [Column(f"Col{at:02}") for at in range(40)]
        book = lay_out(outline(section("a", table(3, *columns))), pictures=picture)

        shown = [line for page in lines_on(book)[2:] for line in page if line.startswith("Col")]
        assert shown.count("Col00") > 1
        assert sorted(set(shown)) == [column.label for column in columns]
        assert all(shown.count(column.label) == 1 for column in columns[1:])

    @pytest.mark.parametrize("colour", [ACCENT, BLACK, GREY])
    def test_every_colour_of_text_stands_out_from_the_paper(self, colour: str) -> None:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

        assert 1.05 / (luminance + 0.05) >= 4.5

    def test_what_is_muted_is_set_in_grey(self) -> None:
        printed = outline(section("a", Lines((Line("x", (Cell("not stated", muted=True),)),))))
        book = lay_out(printed, pictures=picture)

        inks = {
            line.text: line.ink for piece in book.pages[2].slices for lane in piece.row.lanes for line in lane
        }
        assert inks["not stated"].colour == GREY


class TestWay:
    """Contents, links, bookmarks and furniture."""

    def printed(self) -> Outline:
        tops = []
        for top in range(6):
            inner = tuple(
                section(f"{top}.{at}", *(says(f"Label {line}", "said " * 40) for line in range(9)))
                for at in range(8)
            )
            tops.append(section(f"{top}", inner=inner))
        return outline(*tops)

    def test_the_contents_name_the_page_that_each_section_stands_on(self) -> None:
        printed = self.printed()
        pages = text_of(printed)
        contents = [page for page in pages if re.search(r"(?: \.){5}", page)]
        entries = dict(
            re.findall(r"^(Section [\d.]*\d)[ .]+ (\d+)$", "\n".join(contents).replace(" .\n", " . "), re.M)
        )

        assert len(entries) == 6 + 48
        for title, number in entries.items():
            assert re.search(rf"^{re.escape(title)}$", pages[int(number) - 1], re.M), title

    def test_bookmarks_nest_as_the_sections_do_and_lead_to_their_pages(self) -> None:
        reader = read(self.printed())
        contents, *marks = reader.outline

        assert contents.title == "Contents"
        tops, inner = marks[::2], marks[1::2]
        assert [top.title for top in tops] == [f"Section {at}" for at in range(6)]
        for group in inner:
            for mark in group:
                page = reader.pages[reader.get_destination_page_number(mark)].extract_text()
                assert f"\n{mark.title}\n" in page

    def test_a_cell_with_a_target_leads_there(self) -> None:
        cells = (Cell("go", target="b"), Cell("nowhere", target="no such section"))
        reader = read(
            outline(
                section("a", Lines((Line("x", cells),))), section("b", *[Paragraph("y\n" * 80)], title="Goal")
            )
        )

        links = [
            annotation.get_object() for page in reader.pages[2:] for annotation in page.get("/Annots", ())
        ]
        assert [link["/Contents"] for link in links] == ["go"]
        numbers = {page.indirect_reference.idnum: page for page in reader.pages if page.indirect_reference}
        goal = numbers[links[0]["/Dest"][0].indirect_reference.idnum]
        assert "\nGoal\n" in goal.extract_text()

    def test_each_page_says_where_the_reader_is(self) -> None:
        pages = text_of(self.printed())

        assert "Page" not in pages[0]
        for number, page in enumerate(pages[1:], start=2):
            assert f"Page {number} of {len(pages)}" in page
            assert page.startswith(("Contents Register\n", "Section"))
        assert pages[-1].startswith("Section 5 Register\n")

    def test_the_document_knows_its_title_and_language(self) -> None:
        reader = read(outline(title="Règistre) \\ (x", language="fr"))

        assert reader.metadata is not None
        assert reader.metadata.title == "Règistre) \\ (x"
        root = reader.trailer["/Root"]
        assert root["/Lang"] == "fr"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"] in (True, "true")

    def test_endless_titles_are_cut_in_panels_and_headers_but_not_on_the_page(self) -> None:
        title = "Ω" * 40_000
        reader = read(outline(section("a", Paragraph("x"), title=title), title=title))

        assert len(reader.outline[1].title) == 301
        assert "".join(page.extract_text() for page in reader.pages).count("Ω") >= 3 * 40_000

    def test_keys_may_be_anything_and_even_twice(self) -> None:
        printed = outline(section("(a) /\x00é"), section("(a) /\x00é"), section(""), section("x" * 40_000))

        assert len(read(printed).outline) == 5


class TestPictures:
    """Figures are drawn as vectors, with their alt text as caption."""

    @pytest.mark.parametrize(("wide", "sheet"), [(300, PORTRAIT), (900, LANDSCAPE), (2000, SPREAD)])
    def test_a_picture_is_shrunk_to_the_page_that_shows_it_largest(self, wide: int, sheet: Sheet) -> None:
        printed = outline(section("a", Figure(None, f"{wide} points of who shares", date(2026, 1, 1), "en")))
        book = lay_out(printed, pictures=picture)
        (drawing,) = [piece.row.drawing for piece in book.pages[2].slices if piece.row.drawing]

        assert book.pages[2].sheet == sheet
        assert drawing.scale <= 1
        assert drawing.x >= -0.01
        assert drawing.x + wide * drawing.scale <= sheet.body_width + 0.01
        body = text_of(printed)[2]
        for text in ("Inside (the) picture", f"{wide} points of who shares"):
            assert text in body
        assert "/XObject" not in read(printed).pages[2]["/Resources"]


class TestReadAloud:
    """The document says what is a heading, a cell or a picture, in reading order."""

    def printed(self) -> Outline:
        words = " ".join(f"word{at}" for at in range(900))
        lines = Lines(
            (Line("Label", (Cell("said"), Cell("goes", target="b")), "30(1)"), Line("Long", (Cell(words),)))
        )
        inner = section("b", Figure(None, "300 points (of) → alt", date(2026, 1, 1), "en"))
        return outline(section("a", lines, table(90, Column("Who"), Column("What")), inner=(inner,)))

    def elements(self, reader: PdfReader) -> list[tuple[str, str, Any]]:
        """Type, text and dictionary of each element, in the order of the structure."""
        spoken = [spoken_on(page) for page in reader.pages]
        numbers = {
            page.indirect_reference.idnum: at
            for at, page in enumerate(reader.pages)
            if page.indirect_reference
        }
        found: list[tuple[str, str, Any]] = []

        def page_of(thing: Any) -> int:
            return numbers[thing["/Pg"].indirect_reference.idnum]

        def walk(element: Any) -> None:
            own = len(found)
            found.append((element["/S"], "", element))
            for kid in element["/K"]:
                kid = kid.get_object()
                if isinstance(kid, int):
                    text = spoken[page_of(element)].pop(kid)
                elif kid.get("/Type") == "/MCR":
                    text = spoken[page_of(kid)].pop(kid["/MCID"])
                elif kid.get("/Type") == "/OBJR":
                    continue
                else:
                    assert idnum(kid["/P"]) == idnum(element)
                    walk(kid)
                    continue
                found[own] = (found[own][0], found[own][1] + text, element)

        root: Any = reader.trailer["/Root"]
        (top,) = root["/StructTreeRoot"]["/K"]
        walk(top.get_object())
        assert spoken == [{}] * len(spoken)  # each mark belongs to exactly one element
        return found

    def test_everything_is_said_once_in_reading_order(self) -> None:
        elements = self.elements(read(self.printed()))

        kinds = [kind for kind, _, _ in elements]
        assert kinds[0] == "/Document"
        said = [(kind.lstrip("/"), text.strip()) for kind, text, _ in elements if text]
        assert ("H1", "Section a") in said
        assert ("H2", "Section b") in said
        assert said[said.index(("TH", "Label 30(1)")) + 1 :][:3] == [
            ("LBody", "? said"),
            ("Link", "? goes"),
            ("TH", "Long"),
        ]
        assert ("TD", " ".join(f"word{at}" for at in range(900))) in said
        assert said.count(("TH", "Who")) == 1
        assert kinds.count("/Table") == 2
        assert kinds.count("/TR") == 2 + 1 + 90
        assert [text for kind, text, _ in elements if kind == "/TOCI"] == ["", ""]

    def test_heading_cells_say_what_they_are_the_heading_of(self) -> None:
        elements = self.elements(read(self.printed()))

        scopes = {text.strip(): one["/A"]["/Scope"] for kind, text, one in elements if kind == "/TH"}
        named = {f"a few words {at}": "/Row" for at in range(90)}
        labels = {"Label 30(1)": "/Row", "Long": "/Row"}
        assert scopes == {**labels, **named, "Who": "/Column", "What": "/Column"}

    def test_all_columns_that_name_a_row_are_its_headings(self) -> None:
        columns = (Column("Activity"), Column("Party", names=True), Column("What"))
        elements = self.elements(read(outline(section("a", table(2, *columns)))))

        kinds = [kind for kind, _, _ in elements if kind in ("/TH", "/TD")]
        assert kinds == ["/TH"] * 3 + ["/TH", "/TH", "/TD"] * 2

    def test_several_things_said_are_a_list(self) -> None:
        said = Lines((Line("Label", (Cell("one"), Cell("word " * 900), Cell("three", target="a"))),))
        elements = self.elements(read(outline(section("a", said, says("Other", "• alone")))))

        assert self.inside(elements, "/L") == ["/LI"] * 3
        assert self.inside(elements, "/LI") == ["/LBody"] * 3
        bodies = [text.strip() for kind, text, _ in elements if kind in ("/LBody", "/Link")]
        # An item that goes on upon the next page is still one item; a text that looks like one is none.
        assert bodies[1:] == ["? one", f"? {'word ' * 900}".strip(), "", "? three"]

    def inside(self, elements: list[tuple[str, str, Any]], tag: str) -> list[str]:
        """The types of what is directly within all elements of a type."""
        kids = [kid.get_object() for kind, _, one in elements if kind == tag for kid in one["/K"]]
        return [kid["/S"] for kid in kids if "/S" in kid]

    def test_a_picture_is_called_by_its_name_and_said_in_words_under_it(self) -> None:
        """The caption is read aloud too: what it says is not also the picture's alternative text."""
        printed = read(self.printed())

        (figure,) = [one for kind, _, one in self.elements(printed) if kind == "/Figure"]
        assert figure["/Alt"] == "Who shares"
        assert sum(page.extract_text().count("300 points (of) → alt") for page in printed.pages) == 1

    def test_every_mark_and_link_finds_back_to_its_element(self) -> None:
        reader = read(self.printed())
        root: Any = reader.trailer["/Root"]
        numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        back = dict(zip(numbers[::2], numbers[1::2], strict=True))

        for page in reader.pages:
            elements = [one.get_object() for one in back[page["/StructParents"]]]
            assert len(elements) == len(spoken_on(page))
            for annotation in page.get("/Annots", ()):
                link = back[annotation.get_object()["/StructParent"]].get_object()
                assert link["/S"] == "/Link"
                objects = [kid for kid in link["/K"] if isinstance(kid, dict) and "/Obj" in kid]
                assert [idnum(kid["/Obj"]) for kid in objects] == [annotation.idnum]


def spoken_on(page: Any) -> dict[int, str]:
    """The text of each mark on a page. Marks do not nest and do not reach over the ends of text objects."""
    found: dict[int, str] = {}
    current: int | None = None
    inside = within_text = False
    for operands, operator in page.get_contents().operations:
        if operator in (b"BDC", b"BMC"):
            assert not inside
            inside, opened_in_text = True, within_text
            if operator == b"BDC":
                current = operands[1]["/MCID"]
                assert current == len(found)
                found[current] = ""
        elif operator == b"EMC":
            assert inside
            assert opened_in_text == within_text
            inside, current = False, None
        elif operator in (b"BT", b"ET"):
            within_text = operator == b"BT"
        elif operator == b"Tj":
            assert inside, operands
            if current is not None:
                found[current] += decoded(operands[0])
    assert not inside
    return found


def decoded(string: Any) -> str:
    """The text of a string of the first subset, in which ASCII stands for itself."""
    data = string.original_bytes if hasattr(string, "original_bytes") else bytes(string)
    return "".join(chr(code) if 32 <= code < 127 else "?" for code in data)


def idnum(thing: Any) -> int:
    number: int = thing.indirect_reference.idnum
    return number


class TestBytes:
    """The same outline is the same bytes."""

    def test_the_same_bytes_twice_and_in_another_process(self) -> None:
        printed = outline(section("a", table(5, Column("Ω"), Column("Я")), Paragraph("é ✓")))
        first = write(printed, pictures=picture)

        assert first == write(printed, pictures=picture)
        script = (
            "import hashlib, datetime as d\n"
            "from ropa.formats.pdf import write\n"
            "from ropa.outline.page import *\n"
            f"print(hashlib.sha256(write(eval({repr(printed).replace('datetime.date', 'd.date')!r}), "
            "pictures=None)).hexdigest())"
        )
        hashes = {
            subprocess.run(
                [sys.executable, "-c", script],
                env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout.strip()
            for seed in ("1", "2")
        }
        import hashlib

        assert hashes == {hashlib.sha256(first).hexdigest()}

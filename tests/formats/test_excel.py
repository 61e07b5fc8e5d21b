"""The workbook printer: what goes in comes out again when openpyxl reads the file, and nothing else does."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings, strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from ropa.formats.excel import sheet as sheet_room, write
from ropa.formats.excel.cell import spoken
from ropa.formats.excel.continued import BULLET, MOST_LINES, continued
from ropa.formats.excel.lines import lines_of, room
from ropa.formats.excel.text import Names, head, legible, markup, pieces, units
from ropa.formats.excel.width import widths
from ropa.outline.page import Cell, Column, Figure, Line, Lines, Outline, Paragraph, Section, Table, Value

FURNITURE = {
    "contents": "Contents",
    "page": "Page {page} of {pages}",
    "continued": "continued",
}


def outline(*sections: Section, **changed: Any) -> Outline:
    """An outline about nothing, with the given sections."""
    given: dict[str, Any] = {
        "title": "Register",
        "subtitle": "Somebody",
        "language": "en",
        "on": date(2026, 5, 1),
        "facts": (),
        "notice": "",
        "sections": sections,
        "furniture": FURNITURE,
    }
    return Outline(**(given | changed))


def column(values: Sequence[Value], title: str = "Texts") -> Section:
    """A section with one table of one column."""
    return Section(
        "texts", title, (Table((Column("Heading"),), tuple(((Cell(value),),) for value in values)),)
    )


def read(content: bytes) -> Any:
    return load_workbook(BytesIO(content))


def table_values(content: bytes) -> list[Any]:
    """What stands under the heading of `column`."""
    return [row[0].value for row in read(content)["Texts"].iter_rows(min_row=3)]


def sheet_xml(content: bytes, number: int) -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(f"xl/worksheets/sheet{number}.xml").decode()


def test_printing_twice_gives_the_same_bytes() -> None:
    """The clock of the machine is nowhere in the file."""
    printed = outline(column(["a", 1, date(2026, 1, 1)]))

    assert write(printed) == write(printed)
    assert read(write(printed)).properties.modified.date() == date(2026, 5, 1)


def test_importing_the_formats_does_not_import_openpyxl() -> None:
    """Who prints no workbook does not wait for openpyxl."""
    code = "import sys, ropa.formats.excel; sys.exit('openpyxl' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "value", ["text", 12, -3, 2.5, True, False, 10**14, "0049", "3.10", "NO", "#REF!", "TRUE"]
)
def test_values_keep_their_kind(value: Value) -> None:
    """Numbers are numbers and texts are texts, also those that look like a number, an error or a truth value."""
    (found,) = table_values(write(outline(column([value]))))

    assert found == value
    assert type(found) is type(value)


def test_days_are_days() -> None:
    """A day is a number with a format that every language shows as year, month, day."""
    content = write(outline(column([date(2024, 2, 29), date(1900, 3, 1)])))
    first, second = (row[0] for row in read(content)["Texts"].iter_rows(min_row=3))

    assert first.value.date() == date(2024, 2, 29)
    assert second.value.date() == date(1900, 3, 1)
    assert first.is_date
    assert first.number_format == "yyyy-mm-dd"


@pytest.mark.parametrize(
    "value", [date(1900, 2, 28), date(1, 1, 1), 10**15, 10**400, float("nan"), float("inf")]
)
def test_what_excel_cannot_count_is_a_text(value: Value) -> None:
    """Excel has no days before 1900, a false one in 1900, and fifteen digits."""
    (found,) = table_values(write(outline(column([value]))))

    assert found == (value.isoformat() if isinstance(value, date) else str(value))


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 20", "-x", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "="]
)
def test_no_text_becomes_a_formula(text: str) -> None:
    """What starts like a formula is a text, and stays one when somebody edits the cell."""
    content = write(outline(column([text])))
    cell = read(content)["Texts"]["A3"]

    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert "<f>" not in sheet_xml(content, 2)


def test_an_ordinary_text_has_no_quote_prefix() -> None:
    """The mark is for what needs it."""
    assert not read(write(outline(column(["a=1"]))))["Texts"]["A3"].quotePrefix


HOSTILE = st.characters() | st.sampled_from("\ud800\udfff\x00\x1f\x7f\ufffe_x041AF\r\n\t =+-@&<>\"'\u202e😀")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(HOSTILE, min_size=1, max_size=30), min_size=1, max_size=25))
def test_every_text_comes_back(texts: list[str]) -> None:
    """Only control characters are replaced, visibly; everything else is read as it was written."""
    found = [unescape(value) for value in table_values(write(outline(column(texts))))]

    assert found == [legible(text) for text in texts]


@example("_x0041_x00af_")
@given(st.text(st.sampled_from("_x0041AFfg "), max_size=40))
def test_what_looks_like_an_escape_is_escaped(text: str) -> None:
    """Also where the end of one look-alike is the beginning of the next."""
    assert unescape(markup(text)) == text


@given(st.text(max_size=60), st.integers(2, 9))
def test_pieces_fit_and_make_up_the_text(text: str, most: int) -> None:
    """No piece is too long, none is shorter than it need be, and none is missing."""
    found = list(pieces(text, most))

    assert "".join(found) == text
    assert all(units(piece) <= most for piece in found)
    assert all(units(piece) >= most - 1 for piece in found[:-1])


def test_length_is_counted_as_excel_counts() -> None:
    """An emoji is two units, so half as many fit."""
    assert head("😀" * 10, 5) == "😀😀"
    assert units("a" * 7 + "é") == 8


def rows_under_heading(content: bytes) -> list[tuple[Any, ...]]:
    """The rows of the sheet "Texts" below its heading."""
    return [tuple(cell.value for cell in row) for row in read(content)["Texts"].iter_rows(min_row=3)]


def named(*rows: tuple[str, ...], names: int = 1) -> Section:
    """A section with a table of which the first columns say which row it is."""
    columns = tuple(Column(f"C{n}", names=n < names) for n in range(len(rows[0])))
    return Section(
        "texts", "Texts", (Table(columns, tuple(tuple((Cell(one),) for one in row) for row in rows)),)
    )


@pytest.mark.parametrize(
    "text", ["word " * 14_000, "😀" * 20_000, "a" * 32_768, "漢" * 2_000, "line\n" * 200]
)
def test_a_text_too_tall_for_a_row_goes_on_in_the_next(text: str) -> None:
    """No row is taller than Excel draws, every row has the name, and put together the parts are the text."""
    content = write(outline(named(("payroll", "short"), ("shop", text), names=1)))
    first, *rest = rows_under_heading(content)
    parts = [rest[0][1], *(row[1].removeprefix("(continued)\n") for row in rest[1:])]

    assert first == ("payroll", "short")
    assert {row[0] for row in rest} == {"shop"}
    assert all(row[1].startswith("(continued)\n") for row in rest[1:])
    assert "".join(parts) == text
    assert all(float(height) < 409 for height in re.findall(r' ht="([\d.]+)"', sheet_xml(content, 2)))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.text(st.sampled_from("ab漢 \n-😀"), max_size=900), min_size=1, max_size=9),
    st.integers(5, 60),
    st.integers(0, 40),
)
def test_rows_that_go_on_have_every_paragraph(texts: list[str], width: int, also: int) -> None:
    """Every row fits, the first columns stand in all of them, and no letter is lost or doubled."""
    field = tuple(Cell(text) for text in texts)
    rows = list(
        continued([(Cell("name"),), field, (Cell("x " * also),)], {1: 20, 2: width, 3: 30}, 1, "goes on")
    )
    told = [cell.value for row in rows for cell in row[1] if not (cell.muted and cell.value == "(goes on)")]

    assert all(row[0] == (Cell("name"),) for row in rows)
    assert all(lines_of(spoken(tuple(row[1])), width) <= MOST_LINES for row in rows)
    assert "".join(map(str, told)).replace(BULLET, "") == "".join(texts)


def test_a_name_too_tall_is_not_repeated() -> None:
    """A column that itself goes on cannot say in every row which row it is."""
    rows = rows_under_heading(write(outline(named(("n" * 5_000, "short"), names=1))))

    assert "".join(row[0].removeprefix("(continued)\n") for row in rows) == "n" * 5_000
    assert [row[1] for row in rows if row[1]] == ["short"]


def test_a_long_title_is_not_cut() -> None:
    """It takes as many lines as it needs."""
    found = read(write(outline(column(["x"], "Activity " * 200))))
    lines = [str(row[0].value) for row in found.worksheets[1].iter_rows()]

    assert " ".join(lines).split() == ["Activity"] * 200 + ["Heading", "x"]


def test_paragraphs_that_wrap_have_bullets() -> None:
    """Short ones stand apart by themselves. A bullet is never alone on a line."""
    long = ((Cell("word " * 60), Cell("short")), (Cell("a"), Cell("b")))
    table = Table((Column("A"), Column("B")), (long,))
    (row,) = rows_under_heading(write(outline(Section("texts", "Texts", (table,)))))

    assert row == (f"{BULLET}{'word ' * 60}\n{BULLET}short", "a\nb")
    assert not BULLET[-1].isascii()


def test_a_column_has_bullets_or_none() -> None:
    """Where one field of it needs them, all that have several paragraphs have them."""
    rows = (((Cell("a"), Cell("b")),), ((Cell("c"),),), ((Cell("word " * 60), Cell("d")),))
    found = rows_under_heading(write(outline(Section("texts", "Texts", (Table((Column("A"),), rows),)))))

    assert [one.count(BULLET) for (one,) in found] == [2, 0, 2]


def test_words_of_nine_columns_are_whole_in_a_wider_face() -> None:
    """Dutch words of a record stay whole also where Calibri is not installed; the sheet is still one page wide."""
    words = ("bankrekeningnummer", "contactpersonen", "verzuimregistratie", "verwerkersovereenkomst")
    heads = tuple(Column(f"Kop {number}") for number in range(9))
    row = tuple((Cell(words[number % 4]), Cell(f"{words[number % 4]} " * 3)) for number in range(9))
    found = widths(Section("texts", "Texts", (Table(heads, (row, row)),)))

    assert all(
        width * 1.08 >= len(words[(place - 1) % 4]) + 2
        for place, width in found.items()
        if place % 4 in (1, 2, 3)
    )
    assert sum(found.values()) <= 192


@pytest.mark.parametrize(
    ("columns", "pages", "again"), [(1, 1, None), (4, 1, None), (20, 1, None), (40, 2, "$A:$B")]
)
def test_a_sheet_is_one_page_of_a4_wide_if_that_can_be_read(
    columns: int, pages: int, again: str | None
) -> None:
    """However much its columns say; one with very many repeats on every page those that say which row it is."""
    heads = tuple(Column(f"C{n}", names=n < 2) for n in range(columns))
    rows = (tuple((Cell("word " * 60),) for _ in heads),)
    found = read(write(outline(Section("texts", "Texts", (Table(heads, rows),)))))["Texts"]

    assert (str(found.page_setup.paperSize), found.page_setup.fitToWidth) == ("9", pages)
    assert found.print_title_cols == again


def test_a_column_is_no_wider_than_what_stands_in_it() -> None:
    """It has room for the longest word of its heading, and is never too wide to be read."""
    columns = (Column("Country of establishment"), Column("A"))
    row = ((Cell("NL"),), (Cell("x" * 200),))
    found = read(write(outline(Section("texts", "Texts", (Table(columns, (row,)),)))))["Texts"]

    assert len("establishment") <= found.column_dimensions["A"].width < len("establishment") + 3
    assert found.column_dimensions["B"].width <= 92


def test_columns_share_a_page_so_that_rows_are_low() -> None:
    """A column that says much is wider than one that says little, and all together are as wide as a page."""
    columns = (Column("Much"), Column("Some"), Column("Little"))
    row = ((Cell("word " * 200),), (Cell("word " * 50),), (Cell("a word"),))
    found = read(write(outline(Section("texts", "Texts", (Table(columns, (row, row)),)))))["Texts"]
    widths = [found.column_dimensions[one].width for one in "ABC"]

    assert sum(widths) <= 160
    assert widths[0] > widths[1] > widths[2]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(st.text(st.sampled_from("abcdefgh ÄW漢\n"), max_size=200), min_size=3, max_size=3),
        max_size=6,
    )
)
def test_a_word_is_whole_where_there_is_room(rows: list[list[str]]) -> None:
    """Every column has room for the longest word of its heading, and three columns are never wider than a page."""
    heads = tuple(Column(one) for one in ("Verarbeitungstätigkeit", "Empfänger", "Wie"))
    table = Table(heads, tuple(tuple((Cell(text),) for text in row) for row in rows))
    found = widths(Section("texts", "Texts", (table,)))

    assert sum(found.values()) <= 160
    assert all(room(found[place]) >= len(one.label) for place, one in enumerate(heads, start=1))


def test_what_stands_in_a_closed_list_can_be_chosen() -> None:
    """The fields of the column, and no others, offer its words and warn of any other."""
    columns = (
        Column("Level", choices=("error", "warning")),
        Column("Free"),
        Column("Odd", choices=("a, b", "c")),
    )
    rows = tuple(((Cell(one),), (Cell("x"),), (Cell("c"),)) for one in ("error", "warning"))
    content = write(outline(Section("texts", "Texts", (Table(columns, rows),))))
    (found,) = read(content)["Texts"].data_validations.dataValidation

    assert (str(found.sqref), found.formula1) == ("A3:A4", '"error,warning"')
    assert (found.type, found.errorStyle, found.showErrorMessage) == ("list", "warning", True)


def test_a_tab_has_the_short_title() -> None:
    """The sheet itself is headed by the whole one."""
    found = read(write(outline(Section("a", "Applications, sites and archives", short="Applications"))))

    assert found.sheetnames == ["Register", "Applications"]
    assert found["Applications"]["A1"].value == "Applications, sites and archives"


def test_several_cells_of_a_field_stand_under_each_other() -> None:
    """Paragraphs are lines of one cell; a muted one among them is grey and italic by itself."""
    row = ((Cell("India"), Cell("not stated", muted=True), Cell(date(2026, 1, 2)), Cell("=1")),)
    content = write(outline(Section("texts", "Texts", (Table((Column("A"),), (row,)),))))

    assert table_values(content) == ["India\nnot stated\n2026-01-02\n=1"]
    assert sheet_xml(content, 2).count("<i/>") == 1


def test_what_is_muted_is_grey_and_italic() -> None:
    """What is not in the register looks less than a fact."""
    row = ((Cell("not stated", muted=True),), (Cell("stated"),))
    table = Table((Column("A"), Column("B")), (row,))
    found = read(write(outline(Section("texts", "Texts", (table,)))))["Texts"]

    assert (found["A3"].font.i, found["A3"].font.color.rgb) == (True, "006B6B6B")
    assert not found["B3"].font.i


def wide() -> Section:
    """A section as real ones are: an introduction, a table with provisions, labelled lines inside."""
    columns = (Column("Name", width=30), Column("Purpose", "Art. 30(1)(b)", 40))
    rows = (((Cell("Payroll", target="inner"),), (Cell("To pay"),)), ((Cell("Other", target="gone"),), ()))
    inner = Section("inner", "In detail", (Lines((Line("Label", (Cell("Value"),), "Art. 5"),)),))
    return Section(
        "outer", "Activities: all/some", (Paragraph("Introduction."), Table(columns, rows)), (inner,)
    )


def test_a_section_is_a_sheet() -> None:
    """Heading, introduction, provisions, headings, rows; what is nested follows below."""
    found = read(write(outline(wide())))["Activities- all-some"]

    assert [tuple(cell.value for cell in row) for row in found.iter_rows()] == [
        ("Activities: all/some", None, None),
        ("Introduction.", None, None),
        (None, "Art. 30(1)(b)", None),
        ("Name", "Purpose", None),
        ("Payroll", "To pay", None),
        ("Other", None, None),
        (None, None, None),
        (None, None, None),
        ("In detail", None, None),
        ("Label", "Value", "Art. 5"),
    ]


def tables(sheet: Any) -> dict[str, tuple[str, list[str]]]:
    """The tables of a sheet as openpyxl finds them: where they are, and their columns."""
    return {one.name: (one.ref, one.column_names) for one in sheet.tables.values()}


def test_the_first_table_of_a_sheet_is_frozen_and_printed_with_its_header() -> None:
    """The provisions stand above the headings, so the filter buttons belong to the headings."""
    found = read(write(outline(wide())))["Activities- all-some"]

    assert found.freeze_panes == "A5"
    assert tables(found) == {"Activities_all_some": ("A4:B6", ["Name", "Purpose"])}
    assert found.print_title_rows == "$3:$4"
    assert (found.column_dimensions["A"].width, found.column_dimensions["B"].width) == (28, 30)
    assert found.column_dimensions["C"].width == 24
    assert (found.page_setup.orientation, found.page_setup.fitToWidth) == ("landscape", 1)


def test_links_stay_inside_the_workbook() -> None:
    """A cell leads to the row of its section; where no such section is printed it leads nowhere."""
    content = write(outline(wide()))
    found = read(content)

    assert found["Activities- all-some"]["A5"].hyperlink.location == "'Activities- all-some'!A9"
    assert found["Activities- all-some"]["A6"].hyperlink is None
    assert "Target=" not in sheet_xml(content, 2)


def test_a_field_of_several_lines_has_no_link() -> None:
    """LibreOffice would draw it on one line and the paragraphs would run together."""
    field = (Cell("One", target="texts"), Cell("Two", target="texts"))
    found = read(write(outline(Section("texts", "Texts", (Table((Column("A"),), ((field,),)),)))))["Texts"]

    assert found["A3"].value == "One\nTwo"
    assert found["A3"].hyperlink is None


def test_the_cover_says_what_this_is_and_leads_to_the_sheets() -> None:
    """Title, facts, notice, contents."""
    facts = (Line("Controller", (Cell("Example & Sons"), Cell("Amsterdam")), "Art. 30(1)(a)"),)
    found = read(write(outline(wide(), column(["x"]), facts=facts, notice="Mind <this>.")))["Register"]
    values = [cell.value for row in found.iter_rows() for cell in row if cell.value is not None]

    assert values == [
        "Register",
        "Somebody",
        "Controller",
        "Example & Sons\nAmsterdam",
        "Art. 30(1)(a)",
        "Mind <this>.",
        "Contents",
        "Activities: all/some",
        "Texts",
    ]
    links = [cell.hyperlink.location for row in found.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Activities- all-some'!A1", "'Texts'!A1"]


def test_figures_are_left_out() -> None:
    """A section of nothing but figures has no sheet, and nothing leads to it."""
    figure = Figure(None, "A picture", date(2026, 1, 1), "en")
    field = ((Cell("See", target="picture"),),)
    table = Section("texts", "Texts", (figure, Table((Column("A"),), (field,))))
    found = read(write(outline(Section("picture", "Picture", (figure,)), table)))

    assert found.sheetnames == ["Register", "Texts"]
    assert found["Texts"]["A3"].hyperlink is None


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.text(HOSTILE, max_size=40) | st.sampled_from(["History", "a", "A", "Ａ", "''", "_x0041_"]),
        max_size=12,
    )
)
def test_sheet_names_are_names_excel_accepts(titles: list[str]) -> None:
    """At most 31 units, none of the seven characters, no apostrophe at an end, no name twice, and not "History"."""
    names = Names()
    found = [names.take(title) for title in titles]

    for name in found:
        assert 1 <= units(name) <= 31
        assert not set(name) & set("[]:*?/\\\n\t")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert legible(name) == unescape(name) == name
    assert len({name.casefold() for name in found} | {"history"}) == len(found) + 1


def test_sheets_with_strange_names_can_be_read_and_linked() -> None:
    """Apostrophes inside a name are doubled wherever the name is quoted."""
    sections = [Section(f"k{n}", "Jan's & <Co>", column(["x"]).blocks) for n in range(3)]
    found = read(write(outline(*sections)))

    assert found.sheetnames == ["Register", "Jan's & <Co>", "Jan's & <Co> (2)", "Jan's & <Co> (3)"]
    assert found["Register"]["A6"].hyperlink.location == "'Jan''s & <Co>'!A1"


def test_the_margins_take_a_title_literally() -> None:
    """`&` starts a command there, so it is doubled; a long title is shortened, as it stands in full on the cover."""
    content = write(outline(column(["x"]), title="R&D &A " + "x" * 300, subtitle="Sons & Co · Article 30"))
    margins = ElementTree.fromstring(sheet_xml(content, 2)).find("{*}headerFooter")
    assert margins is not None
    above, below = margins.findtext("{*}oddHeader"), margins.findtext("{*}oddFooter")

    assert above == "&LSons && Co · Article 30&R2026-05-01"
    assert below == "&LR&&D &&A " + "x" * 82 + "… · &A&RPage &P of &N"
    assert "&LRegister&R" in sheet_xml(write(outline(subtitle="")), 1).replace("&amp;", "&")


def test_a_table_longer_than_a_sheet_goes_on_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel has 1,048,576 rows; the header stands above every part, and every part is a table."""
    monkeypatch.setattr(sheet_room, "MOST_ROWS", 6)
    found = read(write(outline(column(range(9)))))

    assert found.sheetnames[1:] == ["Texts", "Texts (2)"]
    assert [row[0].value for row in found["Texts"].iter_rows()] == ["Texts", "Heading", 0, 1, 2, 3]
    assert [row[0].value for row in found["Texts (2)"].iter_rows()] == ["Heading", 4, 5, 6, 7, 8]
    assert tables(found["Texts"]) == {"Texts": ("A2:A6", ["Heading"])}
    assert tables(found["Texts (2)"]) == {"Texts_2": ("A1:A6", ["Heading"])}


def test_no_sheet_has_more_links_than_excel_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel drops all links of a sheet that has more than 65,530."""
    monkeypatch.setattr(sheet_room, "MOST_LINKS", 2)
    rows = tuple(((Cell("See", target="texts"),),) for _ in range(4))
    found = read(write(outline(Section("texts", "Texts", (Table((Column("A"),), rows),)))))["Texts"]

    assert [bool(found.cell(row, 1).hyperlink) for row in range(3, 7)] == [True, True, False, False]
    assert [found.cell(row, 1).value for row in range(3, 7)] == ["See"] * 4


def test_a_reader_that_trusts_the_stated_extent_sees_everything() -> None:
    """openpyxl's own streaming reader believes the extent in the file."""
    content = write(outline(wide()))
    book = load_workbook(BytesIO(content), read_only=True)

    assert book["Activities- all-some"].calculate_dimension() == "A1:C11"


def test_tall_rows_say_how_tall_they_are() -> None:
    """Programs that do not fit rows would print text over text; no row is marked as sized by a person."""
    xml = sheet_xml(write(outline(column(["short", "word " * 30, "line\n" * 200]))), 2)

    assert '<row r="3"><' in xml
    assert '<row r="4" ht="' in xml
    assert '<row r="5" ht="' in xml
    assert "customHeight" not in xml


def test_an_empty_outline_is_a_workbook() -> None:
    """A register of nothing still has a cover."""
    assert read(write(outline())).sheetnames == ["Register"]
    assert read(write(outline(Section("a", "")))).sheetnames == ["Register", "1"]


def test_a_second_table_has_a_sheet_of_its_own() -> None:
    """Only the first table of a sheet can be frozen and printed under its own header; words stay where they are."""
    one = Table((Column("One"),), (((Cell("a"),),),))
    other = Table((Column("Other"),), (((Cell("b"),),),))
    remark = Section("remark", "A remark", (Paragraph("Said beside it"),))
    below = Section("below", "Below", (other,))
    found = read(write(outline(Section("texts", "Texts", (one,), (below, remark)))))

    assert found.sheetnames[1:] == ["Texts", "Below"]
    assert [row[0].value for row in found["Below"].iter_rows()] == ["Below", "Other", "b"]
    assert tables(found["Below"]) == {"Below": ("A2:A3", ["Other"])}
    assert "Said beside it" in [row[0].value for row in found["Texts"].iter_rows()]


def test_a_link_may_lead_to_a_row() -> None:
    """To the first of the rows a long one goes on in; the first cell of a name counts."""
    target = Table(
        (Column("Name"),),
        (((Cell("a"),),), ((Cell("b" * 3000, anchor="@b"),),), ((Cell("c", anchor="@b"),),)),
    )
    leading = Table((Column("See"),), (((Cell("go", target="@b"),),), ((Cell("nowhere", target="@z"),),)))  # fmt: skip
    content = write(outline(Section("first", "First", (leading,)), Section("texts", "Texts", (target,))))
    links = ElementTree.fromstring(sheet_xml(content, 2)).findall(".//{*}hyperlink")

    assert [one.get("location") for one in links] == ["'Texts'!A4"]


def test_a_cover_is_one_page() -> None:
    """Unless it is so long that nobody could read it then."""
    short, long = (read(write(outline(*(column(["x"], f"T{n}") for n in range(many))))) for many in (3, 90))

    assert short.worksheets[0].page_setup.fitToHeight == 1
    assert not long.worksheets[0].page_setup.fitToHeight

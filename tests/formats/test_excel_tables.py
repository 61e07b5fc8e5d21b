"""Tables, notes and the parts they stand in: what Excel insists on before it opens a file without repairing it."""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings, strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from ropa import load
from ropa.formats.excel import write
from ropa.formats.excel.tables import TableNames, headings
from ropa.formats.excel.text import legible, units
from ropa.outline import workbook
from ropa.outline.page import Cell, Column, Outline, Section, Table

EXAMPLES = Path(__file__).parents[2] / "examples"

ORDER = re.findall(
    r"\w+",
    """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells
    conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks
    colBreaks drawing legacyDrawing tableParts""",
)
"""What a worksheet is made of, in the only order Excel reads (ECMA-376 part 1, 18.3.1.99)."""


def outline(*sections: Section) -> Outline:
    """An outline about nothing, with the given sections."""
    return Outline("Register", "Somebody", "en", date(2026, 5, 1), (), "", sections)


def section(*tables: Table, title: str = "Texts") -> Section:
    """A section with tables in one row of blocks."""
    return Section("texts", title, tables)


def table(*labels: str, rows: int = 1) -> Table:
    """A table with headings, and numbers below."""
    columns = tuple(Column(label) for label in labels)
    return Table(columns, tuple(tuple((Cell(row),) for _ in columns) for row in range(rows)))


def read(content: bytes) -> Any:
    """The workbook, without a complaint."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return load_workbook(BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of the file by name."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("Name", "name", "NAME"), ["Name", "name (2)", "NAME (3)"]),
        (("", "  ", "3"), ["1", "2", "3"]),
        (("", "1"), ["1", "1 (2)"]),
        (("One\nTwo", "a & <b>", '"q"'), ["One\nTwo", "a & <b>", '"q"']),
        (("a_x0041_b", "\x00\ud800"), ["a_x0041_b", "\ufffd\ufffd"]),
        (("=1+1", "#REF!", "12"), ["=1+1", "#REF!", "12"]),
    ],
)
def test_headings_are_the_names_of_the_columns(labels: tuple[str, ...], found: list[str]) -> None:
    """Letter for letter, none empty and none twice, or Excel throws the table away."""
    sheet = read(write(outline(section(table(*labels)))))["Texts"]
    (one,) = sheet.tables.values()

    assert one.column_names == found
    assert [unescape(cell.value) for cell in sheet[2]] == found
    assert {cell.data_type for cell in sheet[2]} == {"s"}


def test_a_line_break_in_a_heading_is_escaped() -> None:
    """An attribute would lose it otherwise; Excel writes it so itself."""
    found = parts(write(outline(section(table("One\nTwo", "_x000a_")))))["xl/tables/table1.xml"]

    assert b'name="One_x000a_Two"' in found
    assert b'name="_x005F_x000a_"' in found


@example(["𝒜" * 300, "𝒜" * 300])
@settings(deadline=None)
@given(st.lists(st.text(max_size=300), min_size=1, max_size=9))
def test_no_heading_stands_twice_or_is_too_long(labels: list[str]) -> None:
    """Excel compares without case and counts 255 units."""
    found = headings([Column(label) for label in labels])

    assert len({name.casefold() for name in found}) == len(labels)
    assert all(1 <= units(name) <= 255 and legible(name) == name for name in found)


TITLES = st.text(max_size=40) | st.sampled_from(
    [
        "R",
        "c",
        "A1",
        "XFD1048576",
        "R1C1",
        "Z1S1",
        "2024",
        "a b",
        "A_B",
        "True",
        "_x0041_",
        "É",
        "ﬁ",
        "²",
        "👍",
    ]
)


@example(["x _x0041_ y"])
@settings(deadline=None)
@given(st.lists(TITLES, max_size=12))
def test_table_names_are_names_excel_accepts(titles: list[str]) -> None:
    """A letter or underscore, then letters, digits and underscores; no cell of any notation; none twice."""
    names = TableNames()
    found = [names.take(title) for title in titles]

    for name in found:
        assert re.fullmatch(r"[^\W\d]\w*", name)
        assert not re.fullmatch(r"(?i)[a-z]{1,3}\d*|[rzl]\d*[cs]\d*", name)
        assert units(name) == len(name) <= 255
        assert unescape(name) == name
    assert len({name.casefold() for name in found} | {"true", "false"}) == len(found) + 2


def test_every_table_of_a_sheet_is_one() -> None:
    """Also where two stand under each other; one without rows stays bare headings, as Excel knows none such."""
    book = read(write(outline(section(table("A", rows=2), table("B"), table("C", rows=0)))))

    assert book["Texts"].tables.items() == [
        ("Texts", "A2:A4"),
        ("Texts_2", "A6:A7"),
    ]
    assert book["Texts"]["A9"].value == "C"


def test_every_table_has_a_filter_and_its_sheet_has_none() -> None:
    """Excel refuses a file in which both are there."""
    content = write(outline(section(table("A", "B"))))
    one = ElementTree.fromstring(parts(content)["xl/tables/table1.xml"])

    assert one.find("{*}autoFilter").attrib == {"ref": "A2:B3"}  # type: ignore[union-attr]
    assert read(content)["Texts"].auto_filter.ref is None


def test_a_heading_says_its_provision_in_a_note() -> None:
    """The row above is printed; the note is there wherever the heading is. Where there is no provision there is none."""
    columns = (Column("Name"), Column("Purpose", "Art. 30(1)(b) & <more>"))
    content = write(outline(section(Table(columns, (((Cell("a"),), (Cell("b"),)),)))))
    sheet = read(content)["Texts"]

    assert sheet["A3"].comment is None
    assert sheet["B3"].comment.text == "Art. 30(1)(b) & <more>"
    assert sheet["B2"].value == "Art. 30(1)(b) & <more>"
    assert [cell.value for cell in sheet[3]] == ["Name", "Purpose"]


@pytest.fixture(
    scope="module", params=[("qlinx", "nl"), ("wolq", "de"), ("bakery", "en")], ids=lambda one: one[0]
)
def real(request: pytest.FixtureRequest) -> bytes:
    """The workbook of an example."""
    name, language = request.param
    return write(workbook(load(EXAMPLES / name / "register.yaml"), language=language, on=date(2026, 9, 1)))


def test_a_sheet_has_its_parts_in_the_order_excel_reads(real: bytes) -> None:
    """Each at most once, tables last, and no filter or merged cell beside them."""
    for name, content in parts(real).items():
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
            found = [child.tag.split("}")[1] for child in ElementTree.fromstring(content)]
            assert found == sorted(set(found), key=ORDER.index), name
            assert not {"autoFilter", "mergeCells"} & set(found)


def test_whatever_is_led_to_is_there(real: bytes) -> None:
    """Every part leads where a part is, by a path from where it stands, and every part says what it is."""
    found = parts(real)
    kinds = found["[Content_Types].xml"].decode()
    for name, content in found.items():
        if name.startswith("xl/worksheets/_rels/"):
            targets = [one.attrib["Target"] for one in ElementTree.fromstring(content)]
            assert targets
            assert all(target.startswith("../") and f"xl/{target[3:]}" in found for target in targets)
    named = re.findall(r'PartName="/([^"]+)"', kinds)
    assert set(named) <= set(found)
    assert {one for one in found if one.startswith(("xl/tables", "xl/comments"))} <= set(named)


def test_names_and_numbers_of_tables_are_unique(real: bytes) -> None:
    """In the whole workbook, without looking at case."""
    found = [
        ElementTree.fromstring(content)
        for name, content in parts(real).items()
        if name.startswith("xl/tables/")
    ]
    assert len(found) > 10
    for what in ("id", "name", "displayName"):
        assert len({one.attrib[what].casefold() for one in found}) == len(found)


def test_no_two_tables_touch_and_each_stands_on_its_headings(real: bytes) -> None:
    """What stands in the first row of a table is what its columns are called, and there is a row below."""
    for sheet in read(real).worksheets:
        for one in sheet.tables.values():
            first, *rest = sheet[one.ref]
            assert rest
            assert [unescape(cell.value) for cell in first] == one.column_names

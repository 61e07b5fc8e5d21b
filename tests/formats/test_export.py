"""Exports: every format of one register, whatever stands in it, the same bytes each time."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from openpyxl.utils.escape import unescape

from ropa.errors import CouldNotWrite, UnknownEntry, UnknownFormat, UnknownLanguage
from ropa.formats.export import FORMATS, export, format_of
from ropa.formats.native import load
from ropa.glossary import LANGUAGES
from ropa.model import Register

ON = date(2026, 11, 21)
SUFFIXES = [suffix for one in FORMATS.values() for suffix in one.suffixes]

HOSTILE = {
    "formula": "=1+1",
    "plus": "+31 20 123 45 67",
    "at": "@SUM(A1)",
    "minus": "-2+3",
    "markup": "<b>vet</b> <font color='red'>",
    "entities": "Brood & Banket &amp; &lt;",
    "escape": "_x0041_ and _x000D_",
    "braces": "{holder} {0} %s %(x)s",
    "comment": "--> ]]> <!-- </svg><script>alert(1)</script>",
    "greek": "Αρτοποιείο Ωμέγα",
    "cyrillic": "Пекарня Колос",
    "polish": "Piekarnia Kłos żółć",
}
CONTROL = "voor\x00\x07\x1b[31mna"
BIDI = "naam\u202egnp.exe\u2066x"
CJK = "面包店 빵집 パン"


def hostile(more: dict[str, str] | None = None) -> Register:
    """A register in which every kind of text is hostile."""
    texts = {**HOSTILE, **(more or {})}
    parties = [{"key": f"p-{name}", "name": text, "contact": {"name": text}} for name, text in texts.items()]
    activities = [
        {
            "key": f"a-{name}",
            "name": text,
            "description": text,
            "purposes": text,
            "data_subjects": text,
            "personal_data": text,
            "flows": {"recipient": f"p-{name}", "role": "processor", "processing": text, "when": text},
            "security": text,
        }
        for name, text in texts.items()
    ]
    return Register.of(
        {"holder": "us", "parties": [{"key": "us", "name": "Wij"}, *parties], "activities": activities}
    )


def written(told: Register, suffix: str, folder: Path, **how: Any) -> bytes:
    path = folder / f"out{suffix}"
    return export(told, path, **{"on": ON, "force": True, **how}).read_bytes()


def sheet_texts(data: bytes) -> list[Any]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def pdf_text(data: bytes) -> str:
    """All text of a PDF without white space: lines are broken where the page ends them."""
    return "".join("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def svg_text(data: bytes) -> str:
    return "".join("".join(ET.fromstring(data).itertext()).split())


class TestFormats:
    """Which format a file is written in."""

    @pytest.mark.parametrize(("name", "format_"), FORMATS.items(), ids=list(FORMATS))
    def test_suffixes(self, name: str, format_: Any) -> None:
        """Each suffix stands for one format, in any case of letters; so does each name."""
        for suffix in format_.suffixes:
            assert format_of(Path(f"a{suffix.upper()}")) is format_
        assert format_of(Path("a.bin"), name) is format_
        assert not format_.suffixes or Path(format_.filename).suffix in format_.suffixes

    def test_no_suffix_means_two_things(self) -> None:
        """A suffix belongs to one format."""
        assert len(set(SUFFIXES)) == len(SUFFIXES)

    def test_unknown(self) -> None:
        """What there is, or what was meant."""
        with pytest.raises(UnknownFormat, match=r"\.docx.*\.xlsx"):
            format_of(Path("a.docx"))
        with pytest.raises(UnknownFormat, match="did you mean 'workbook'"):
            format_of(Path("a.docx"), "workbok")
        with pytest.raises(UnknownFormat, match="there are yaml"):
            format_of(Path("a"), "q" * 10_000)


class TestExport:
    """Files."""

    @pytest.mark.parametrize("suffix", [".yaml", ".json", ".xlsx", ".pdf", ".svg"])
    def test_same_bytes(self, bakery: Register, tmp_path: Path, suffix: str) -> None:
        """The same register, language and day: the same bytes; another day or language is another file."""
        first = written(bakery, suffix, tmp_path, language="fr")

        assert first == written(bakery, suffix, tmp_path, language="fr")
        if suffix not in (".yaml", ".json"):
            assert first != written(bakery, suffix, tmp_path, language="de")
            assert first != written(bakery, suffix, tmp_path, language="fr", on=date(2020, 1, 1))

    @pytest.mark.parametrize("suffix", [".yaml", ".yml", ".json"])
    def test_register_files_are_precious(self, bakery: Register, tmp_path: Path, suffix: str) -> None:
        """One that exists is not written over, unless told to."""
        path = tmp_path / f"register{suffix}"
        path.write_text("mine")

        with pytest.raises(CouldNotWrite, match="already there"):
            export(bakery, path, on=ON)
        assert path.read_text() == "mine"
        with pytest.raises(CouldNotWrite, match="already there"):
            export(bakery, path, on=ON, as_="sharing")
        assert path.read_text() == "mine"
        export(bakery, path, on=ON, force=True)
        assert load(path) == bakery

    def test_others_are_written_over(self, bakery: Register, tmp_path: Path) -> None:
        """A picture is made anew."""
        path = tmp_path / "a.svg"
        path.write_text("old")

        assert export(bakery, path, on=ON) == path
        assert path.read_bytes().startswith(b"<")

    def test_as(self, bakery: Register, tmp_path: Path) -> None:
        """A name is stronger than a suffix."""
        data = export(bakery, tmp_path / "a.bin", on=ON, as_="report").read_bytes()

        assert data.startswith(b"%PDF-")

    def test_language(self, bakery: Register, tmp_path: Path) -> None:
        """The register's own where nobody asks; English where the glossary does not speak that."""
        other = Register.of({"language": "pt", "holder": "padaria"})

        assert b"Gegevens" in written(bakery, ".svg", tmp_path) or b"gegevens" in written(
            bakery, ".svg", tmp_path
        )
        assert "Record of processing activities" in {
            str(cell.value) for cell in sheet_texts(written(other, ".xlsx", tmp_path))
        }
        with pytest.raises(UnknownLanguage):
            export(bakery, tmp_path / "b.svg", language="pt", on=ON)
        assert not (tmp_path / "b.svg").exists()

    def test_party(self, bakery: Register, tmp_path: Path) -> None:
        """Another party's records; a party nobody knows is told before anything is written."""
        assert "Wolkenrek BV als verwerker".replace(" ", "") in pdf_text(
            written(bakery, ".pdf", tmp_path, party="wolkenrek")
        )
        with pytest.raises(UnknownEntry, match="wolkenrek"):
            export(bakery, tmp_path / "c.pdf", party="wolkenrekk", on=ON)
        assert not (tmp_path / "c.pdf").exists()

    def test_nowhere_to_write(self, bakery: Register, tmp_path: Path) -> None:
        """A folder that is not there, or is a file."""
        (tmp_path / "file").write_text("")
        for path in (tmp_path / "none" / "a.svg", tmp_path / "file" / "a.svg"):
            with pytest.raises(CouldNotWrite):
                export(bakery, path, on=ON)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [".xlsx", ".pdf", ".svg", ".yaml", ".json"])
@pytest.mark.parametrize("data", [{}, {"holder": "us"}], ids=["nothing", "holder"])
def test_almost_nothing(tmp_path: Path, language: str, suffix: str, data: dict[str, Any]) -> None:
    """A register that says nothing leaves in every format and language."""
    assert written(Register.of(data), suffix, tmp_path, language=language)


class TestHostile:
    """Text from strangers is text."""

    def test_workbook(self, tmp_path: Path) -> None:
        """Every text is a text in its cell: no formula, nothing escaped away."""
        cells = sheet_texts(written(hostile(), ".xlsx", tmp_path))
        values = {
            unescape(str(cell.value)) for cell in cells
        }  # openpyxl leaves the format's own escapes as they are

        assert set(HOSTILE.values()) <= values
        assert {cell.data_type for cell in cells} <= {"s", "d", "n"}

    def test_pdf(self, tmp_path: Path) -> None:
        """Every text can be read off the pages."""
        out = pdf_text(written(hostile(), ".pdf", tmp_path))

        for text in HOSTILE.values():
            assert "".join(text.split()) in out

    def test_svg(self, tmp_path: Path) -> None:
        """The picture is well-formed, has no elements of a stranger's, and its words are there."""
        data = written(hostile(), ".svg", tmp_path)
        out = svg_text(data)

        for text in HOSTILE.values():
            assert "".join(text.split()) in out
        assert {one.tag.rpartition("}")[2] for one in ET.fromstring(data).iter()}.isdisjoint(
            {"script", "b", "font", "a"}
        )

    @pytest.mark.parametrize("suffix", [".xlsx", ".pdf", ".svg"])
    def test_control_and_direction(self, tmp_path: Path, suffix: str) -> None:
        """Characters that command a terminal or turn a line round are not passed on as they are."""
        data = written(hostile({"control": CONTROL, "bidi": BIDI}), suffix, tmp_path)
        read = {
            ".xlsx": lambda d: "".join(str(c.value) for c in sheet_texts(d)),
            ".pdf": pdf_text,
            ".svg": svg_text,
        }
        out = read[suffix](data)

        assert "voor" in out
        assert "gnp.exe" in out
        assert not set(out) & {"\x00", "\x07", "\x1b"}
        if suffix != ".xlsx":
            assert not set(out) & {"\u202e", "\u2066"}

    def test_scripts_without_letters(self, tmp_path: Path) -> None:
        """Writing the typeface has no letters for stays whole in workbook and picture, and does not stop a report."""
        told = hostile({"cjk": CJK})

        assert CJK in {str(cell.value) for cell in sheet_texts(written(told, ".xlsx", tmp_path))}
        assert "".join(CJK.split()) in svg_text(written(told, ".svg", tmp_path))
        assert written(told, ".pdf", tmp_path)

    def test_long(self, tmp_path: Path) -> None:
        """40,000 characters stay 40,000 characters: over several cells, and over several pages."""
        long = " ".join(f"w{number:05}" for number in range(5715))[:40_000]
        told = hostile({"long": long})
        cells = [str(cell.value) for cell in sheet_texts(written(told, ".xlsx", tmp_path))]
        pages = pdf_text(written(told, ".pdf", tmp_path))

        assert all(len(text) <= 32_767 for text in cells)
        for word in (long.split()[0], long.split()[2800], long.split()[-1]):
            assert any(word in text for text in cells)
            assert word in pages
        assert ET.fromstring(written(told, ".svg", tmp_path)) is not None


@pytest.mark.parametrize("paper", ["processing-annex", "scc-annex"])
def test_an_annex_is_for_its_parties(bakery: Register, tmp_path: Path, paper: str) -> None:
    """Half of one would say that what was left out is not stated; a list of sub-processors can be published."""
    with pytest.raises(UnknownFormat, match="for its parties"):
        export(bakery, tmp_path / "annex.html", on=ON, as_=paper, for_="public", agreement="x")
    assert not list(tmp_path.iterdir())
    export(bakery, tmp_path / "list.html", on=ON, as_="sub-processors", for_="public")

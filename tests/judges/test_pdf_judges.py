"""qpdf and poppler as judges of the PDF: it is sound, its fonts are in it, and its text can be copied out of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from ropa.drawing.shape import Group, Picture, Words
from ropa.formats.pdf import Attachment, write
from ropa.outline.page import Cell, Column, Figure, Line, Lines, Outline, Paragraph, Section, Table

TEXTS = (
    "=1+1",
    "<b>bold</b> & more",
    "(a) \\ )",
    "Žluťoučký kůň",
    "Αθήνα",
    "София",
    "€ 12 → ✓",
    "a\x00b\u202ec",
)
LONG = "pseudonymisation-characteristics"


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def picture(figure: Figure, width: float | None) -> Picture:
    return Picture(1200, 80, "Picture", "", "en", (Group("g", "", (Words(5, 40, "In the picture", 9),)),))


def printed() -> Outline:
    """Every kind of block, on upright and on turned sheets."""
    lines = Lines(
        tuple(Line(f"Label {at}", (Cell(text), Cell("to b", target="b"))) for at, text in enumerate(TEXTS))
    )
    wide = Table(
        tuple(Column(f"Column {at}", "30(1)") for at in range(12)),
        tuple(
            tuple((Cell(f"some more words for field {row} {at}"),) for at in range(12)) for row in range(40)
        ),
    )
    narrow = Table(
        tuple(Column(f"Narrow {at}", width=1) for at in range(14)),
        (tuple((Cell(LONG),) for _ in range(14)),),
    )
    return Outline(
        title="Register (of everything)",
        subtitle="Bakery",
        language="en",
        on=date(2026, 1, 2),
        facts=(Line("Fact", (Cell("stated"),)),),
        notice="This shows what is recorded.",
        sections=(
            Section("a", "First", (lines, Paragraph("running text " * 400))),
            Section(
                "b",
                "Second",
                (wide, narrow),
                (Section("c", "Third", (Figure(None, "alt", date(2026, 1, 2), "en"),)),),
            ),
        ),
        furniture={"contents": "Contents", "page": "Page {page} of {pages}", "continued": "(continued)"},
    )


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "register.pdf"
    path.write_bytes(write(printed(), pictures=picture))
    return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same made for an archive, without and with files that travel within it, by the level it states."""
    folder = tmp_path_factory.mktemp("kept")
    attached = (
        Attachment("register.yaml", b"ropa: 1\n", "application/yaml"),
        Attachment("naïve (2).txt", b"\x00", "text/plain"),
    )
    for level, files in (("2b", ()), ("3b", attached)):
        (folder / f"{level}.pdf").write_bytes(
            write(printed(), pictures=picture, archival=True, attached=files)
        )
    return {level: folder / f"{level}.pdf" for level in ("2b", "3b")}


def told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@needs("qpdf")
def test_qpdf_finds_nothing_wrong(file: Path) -> None:
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", file)


@needs("qpdf")
@pytest.mark.parametrize("level", ["2b", "3b"])
def test_qpdf_finds_nothing_wrong_with_what_is_kept(kept: dict[str, Path], level: str) -> None:
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", kept[level])


@pytest.mark.parametrize("level", ["2b", "3b"])
def test_pikepdf_finds_what_an_archive_asks_for(kept: dict[str, Path], level: str) -> None:
    """Its rules are those that a machine can check of ISO 19005-2 and -3, of the very bytes written."""
    pdfa = pytest.importorskip("pikepdf.pdfa", reason="the judge of archives is not installed")

    report = pdfa.validate_written(kept[level], level)
    assert report.verdict == "pass", report.summary()


@pytest.mark.parametrize("name", ["plain", "2b", "3b"])
def test_pdfua_finds_nothing_in_the_way_of_who_listens(file: Path, kept: dict[str, Path], name: str) -> None:
    """The rules of ISO 14289-1 that a machine can check. That the file claims to meet them all is left out on purpose."""
    pdfua = pytest.importorskip("pdfua", reason="the judge of accessibility is not installed")

    report = pdfua.validate(kept.get(name, file))
    assert {finding.rule_id for finding in report.findings} == {"UA-28-004"}


@needs("pdfdetach")
def test_what_travels_within_comes_out_again(kept: dict[str, Path], tmp_path: Path) -> None:
    told("pdfdetach", "-saveall", "-o", tmp_path, kept["3b"])

    assert (tmp_path / "register.yaml").read_bytes() == b"ropa: 1\n"
    assert (tmp_path / "naïve (2).txt").read_bytes() == b"\x00"


@needs("pdffonts")
def test_every_font_is_embedded_and_says_what_its_characters_are(file: Path) -> None:
    fonts = told("pdffonts", file).splitlines()[2:]

    assert len(fonts) >= 2
    for font in fonts:
        assert re.search(r" yes yes yes +\d+ +0$", font), font


@needs("pdftotext")
@pytest.mark.parametrize("mode", [[], ["-layout"], ["-raw"]])
def test_text_can_be_copied_out(file: Path, mode: list[str]) -> None:
    text = told("pdftotext", *mode, file, "-")

    for shown in (
        *TEXTS[:-1],
        "a\ufffdb\ufffdc",
        "In the picture",
        "This shows what is recorded.",
        "Page 2 of",
    ):
        assert shown in text
    assert "\u00ad\n" in text if mode != ["-layout"] else "\u00ad" in text
    pages = text.split("\f")
    entries = re.findall(r"^ *(First|Second|Third)[ .]+(\d+)$", text, re.M)
    assert len(entries) == 3
    for title, number in entries:
        assert re.search(rf"^ *{title}$", pages[int(number) - 1], re.M)


@needs("pdfinfo")
def test_the_structure_can_be_read_aloud(file: Path) -> None:
    done = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True)

    assert done.stderr == ""
    for line in (
        '"First"',
        '"Label 1"',
        '"• <b>bold</b> & more',
        '"some more words for field 39 11"',
        "Figure",
    ):
        assert line in done.stdout
    assert done.stdout.count('"Column 11 30(1)"') == 1
    assert "running text running text" in done.stdout
    # A word that was parted is read aloud as one word, without the hyphen that is not its own.
    assert done.stdout.count(f'"{LONG}"') == 14


@needs("pdftotext")
def test_no_word_stands_outside_the_paper(file: Path) -> None:
    pages = re.split("<page ", told("pdftotext", "-bbox", file, "-"))[1:]

    assert len(pages) > 4
    for page in pages:
        size = re.match(r'width="([\d.]+)" height="([\d.]+)"', page)
        assert size
        width, height = map(float, size.groups())
        for x, y, right, bottom in re.findall(
            r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"', page
        ):
            assert float(x) >= 55
            assert float(right) <= width - 55
            assert float(y) >= 20
            assert float(bottom) <= height - 20

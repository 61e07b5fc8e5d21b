"""A PDF to be kept: its colours, what travels within it, what it says of itself, and how its objects are stored."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms
from pypdf import PdfReader

from ropa.formats.pdf import Attachment, srgb, write
from ropa.outline.page import Cell, Column, Line, Lines, Outline, Section, Table

YAML = Attachment("register.yaml", b"ropa: 1\n" * 50, "application/yaml")


def outline(**changed: Any) -> Outline:
    given: dict[str, Any] = {
        "title": "Register <of> & all",
        "subtitle": "Bäckerei",
        "language": "de",
        "on": date(2026, 1, 2),
        "facts": (),
        "notice": "",
        "sections": (
            Section("a", "First", (Lines((Line("Label", (Cell("said"), Cell("there", target="b"))),)),)),
            Section("b", "Second", (Table((Column("Who"),), (((Cell("x"),),),)),)),
        ),
    }
    return Outline(**(given | changed))


def written(printed: Outline | None = None, **options: Any) -> bytes:
    return write(printed or outline(), pictures=None, **options)  # type: ignore[arg-type]


def root(data: bytes) -> Any:
    return PdfReader(BytesIO(data)).trailer["/Root"]


def metadata(data: bytes) -> str:
    return str(root(data)["/Metadata"].get_data().decode())


class TestArchive:
    """What is asked for is there, and only then."""

    def test_the_level_follows_from_what_is_in_it(self) -> None:
        parts = [
            re.findall(
                r"<pdfaid:(?:part|conformance)>(\w)<", metadata(written(archival=kept, attached=files))
            )
            for kept, files in ((False, ()), (False, (YAML,)), (True, ()), (True, (YAML,)))
        ]

        assert parts == [[], [], ["2", "B"], ["3", "B"]]

    def test_its_colours_are_stated_once_it_is_to_be_kept(self) -> None:
        (intent,) = root(written(archival=True))["/OutputIntents"]

        assert intent["/S"] == "/GTS_PDFA1"
        assert intent["/DestOutputProfile"].get_data() == srgb.profile()
        assert "/OutputIntents" not in root(written())

    @pytest.mark.parametrize("archival", [False, True])
    def test_a_file_travels_within(self, archival: bool) -> None:
        other = Attachment("naïve (x) \\ /../y.txt", b"", "text/x; (a) >>")
        data = written(archival=archival, attached=(YAML, other, YAML))

        found = PdfReader(BytesIO(data)).attachments
        assert [found[f"{number:04}"] for number in range(3)] == [[YAML.data], [b""], [YAML.data]]
        specs = [one.get_object() for one in root(data)["/AF"]]
        assert [spec["/UF"] for spec in specs] == [YAML.name, other.name, YAML.name]
        assert {spec["/AFRelationship"] for spec in specs} == {"/Source"}
        assert specs[0]["/EF"]["/F"]["/Subtype"] == "/application/yaml"

    def test_both_ways_of_saying_what_it_is_agree_and_no_clock_is_read(self) -> None:
        data = written(archival=True)
        info = PdfReader(BytesIO(data)).metadata

        assert info is not None
        assert info.title == "Register <of> & all"
        assert info.creation_date is None
        said = metadata(data)
        assert "Register &lt;of&gt; &amp; all</rdf:li>" in said
        assert "Bäckerei</rdf:li>" in said
        assert "<rdf:li>de</rdf:li>" in said
        assert f"<pdf:Producer>{info.producer}</pdf:Producer>" in said

    def test_the_same_bytes_each_time_and_a_name_of_their_own(self) -> None:
        options: dict[str, Any] = {"archival": True, "attached": (YAML,)}
        data = written(**options)

        assert data == written(**options)
        ids = {
            str(PdfReader(BytesIO(one)).trailer["/ID"])
            for one in (data, written(), written(outline(title="x")))
        }
        assert len(ids) == 3


class TestColours:
    """The profile is what it says it is."""

    def test_it_is_the_one_that_others_know_as_srgb(self) -> None:
        ours = ImageCms.ImageCmsProfile(BytesIO(srgb.profile()))
        theirs = ImageCms.createProfile("sRGB")
        colours = Image.linear_gradient("L")
        picture = Image.merge("RGB", (colours, colours.rotate(90), colours.rotate(180)))
        turned = ImageCms.profileToProfile(picture, ours, theirs)

        assert ImageCms.getProfileDescription(ours).strip() == srgb.NAME
        assert turned is not None
        pairs = zip(picture.tobytes(), turned.tobytes(), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= 1

    def test_its_numbers_are_those_of_the_standard(self) -> None:
        primaries = {"red": (0.64, 0.33), "green": (0.30, 0.60), "blue": (0.15, 0.06)}
        screen = bright(0.3127, 0.3290)
        adapt = times(inverse(CONE), scaled(CONE, screen, srgb.WHITE))
        columns = [bright(x, y) for x, y in primaries.values()]
        shares = at(inverse([list(row) for row in zip(*columns, strict=True)]), screen)

        assert [number for row in adapt for number in row] == pytest.approx(srgb.ADAPTED, abs=2e-4)
        for share, column, stated in zip(shares, columns, (srgb.RED, srgb.GREEN, srgb.BLUE), strict=True):
            assert at(adapt, [share * part for part in column]) == pytest.approx(stated, abs=2e-4)
        assert [sum(parts) for parts in zip(srgb.RED, srgb.GREEN, srgb.BLUE, strict=True)] == pytest.approx(
            srgb.WHITE, abs=3e-4
        )


CONE = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
"""From colours to what the eye makes of them, after Bradford."""
Rows = list[list[float]]


def bright(x: float, y: float) -> list[float]:
    return [x / y, 1.0, (1 - x - y) / y]


def at(rows: Rows, column: Any) -> list[float]:
    return [sum(one * other for one, other in zip(row, column, strict=True)) for row in rows]


def times(rows: Rows, others: Rows) -> Rows:
    columns = [at(rows, column) for column in zip(*others, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def scaled(rows: Rows, before: Any, after: Any) -> Rows:
    """The rows, each made so much more as `after` has more of it than `before`."""
    factors = [one / other for one, other in zip(at(rows, after), at(rows, before), strict=True)]
    return [[factor * one for one in row] for factor, row in zip(factors, rows, strict=True)]


def inverse(rows: Rows) -> Rows:
    (a, b, c), (d, e, f), (g, h, i) = rows
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    turned = [
        [e * i - f * h, c * h - b * i, b * f - c * e],
        [f * g - d * i, a * i - c * g, c * d - a * f],
        [d * h - e * g, b * g - a * h, a * e - b * d],
    ]
    return [[one / whole for one in row] for row in turned]


class TestObjects:
    """How the file is put together."""

    def many_links(self) -> Outline:
        """A name that takes up three lines in each of many rows, and leads somewhere."""
        name = "Gesellschaft für die Verarbeitung personenbezogener Daten in der Werbung " * 3
        rows = tuple(((Cell(f"{number}"),), (Cell(name, target="b"),)) for number in range(400))
        table = Table((Column("Number"), Column("Name", width=40)), rows)
        return outline(sections=(Section("a", "First", (table,)), Section("b", "Second")))

    def test_a_link_of_several_lines_is_one_link(self) -> None:
        reader = PdfReader(BytesIO(written(self.many_links())))
        links = [link.get_object() for page in reader.pages[2:] for link in page.get("/Annots", ())]

        assert 400 <= len(links) < 440  # a few go on upon the next page, and are clicked there
        heights = [link["/Rect"][3] - link["/Rect"][1] for link in links]
        assert sorted(heights)[len(heights) // 2] > 20

    def test_an_entry_of_the_contents_is_one_link_from_title_to_number(self) -> None:
        reader = PdfReader(BytesIO(written()))
        links = [link.get_object() for link in reader.pages[1]["/Annots"]]

        assert [link["/Contents"] for link in links] == ["First 3", "Second 3"]
        assert all(link["/Rect"][2] - link["/Rect"][0] > 400 for link in links)

    def test_what_is_small_is_deflated_together(self) -> None:
        data = written(self.many_links())

        assert b"/S/TD" not in data
        assert len(data) < 150_000
        assert data.count(b" obj\n") < 80

    def test_data_end_with_a_line_of_their_own(self) -> None:
        data = written(archival=True, attached=(YAML,))

        assert re.findall(rb"(.)endstream", data, re.S) == [b"\n"] * data.count(b"endstream")
        for found in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data):
            assert data[found.end() + int(found[1]) :].startswith(b"\nendstream\nendobj\n")

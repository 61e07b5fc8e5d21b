"""Every byte of a file that a reader can get at: of what is packed within it, and of what a PDF says."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """The texts in a file, each with where it stands, in small letters."""
    if data[:2] == b"PK":
        packed = zipfile.ZipFile(BytesIO(data))
        for inner in packed.namelist():
            yield from unpacked(f"{name}/{inner}", packed.read(inner))
    elif data[:5] == b"%PDF-":
        yield from _said(name, data)
    else:
        yield name, data.decode("utf-8", "replace").casefold()


def _said(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    import pypdf

    reader = pypdf.PdfReader(BytesIO(data))
    for number, page in enumerate(reader.pages, start=1):
        # words are broken where a line ends: without blanks nothing hides between them
        yield f"{name}, page {number}", "".join(page.extract_text().split()).replace("\u00ad", "").casefold()
    yield (
        f"{name}, metadata",
        f"{reader.metadata} {reader.xmp_metadata and reader.xmp_metadata.stream.get_data()}".casefold(),
    )
    for number in range(1, len(reader.xref.get(0, {})) + 1):
        with_strings = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        yield f"{name}, object {number}", str(with_strings).casefold()
    for inner, several in reader.attachments.items():
        for one in several:
            yield from unpacked(f"{name}/{inner}", one)

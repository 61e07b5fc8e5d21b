"""What is put into the file for those who keep it: the meaning of its colours, and files attached to it.

ISO 19005-2 and -3 (PDF/A) ask for the first; only part 3 allows the second, whatever the file attached may be.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import md5
from typing import Any, NamedTuple
from urllib.parse import quote

from ropa.formats.pdf import srgb
from ropa.formats.pdf.pack import Objects
from ropa.formats.pdf.structure import string

SOURCE = "Source"
"""What an attached file is to the document: what it was made from."""


class Attachment(NamedTuple):
    """A file that travels within the document: its name, what it holds, and its media type."""

    name: str
    data: bytes
    media_type: str


def level(archival: bool, attached: Sequence[Attachment]) -> str:
    """The part and level of PDF/A that the file is made for; none where it is not for an archive.

    >>> level(True, ()), level(True, (Attachment("r.yaml", b"", "application/yaml"),)), level(False, ())
    ('2B', '3B', '')
    """
    if not archival:
        return ""
    return "3B" if attached else "2B"


def state_colours(catalog: Any, objects: Objects) -> None:
    """Say that all colours are those of screens."""
    profile = objects.stream("/N 3", srgb.profile())
    name = string(srgb.NAME)
    _add(
        catalog,
        "OutputIntents",
        f"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}/DestOutputProfile {profile}>>]",
    )


def attach(catalog: Any, objects: Objects, attached: Sequence[Attachment]) -> None:
    """Put files into the document. Those of the same name both stay."""
    files = []
    for number, (name, data, media_type) in enumerate(attached):
        params = f"/Params<</Size {len(data)}/CheckSum<{md5(data, usedforsecurity=False).hexdigest()}>>>"
        stream = objects.stream(f"/Type/EmbeddedFile/Subtype/{_name(media_type)}{params}", data)
        shown = string(name)
        spec = objects.add(
            f"<</Type/Filespec/F{shown}/UF{shown}/AFRelationship/{SOURCE}/EF<</F {stream}/UF {stream}>>>>"
        )
        # The tree of names is sorted, and a viewer shows the file's own name: a number serves.
        files.append((string(f"{number:04}"), spec))
    _add(catalog, "AF", f"[{' '.join(spec for _, spec in files)}]")
    names = " ".join(f"{key} {spec}" for key, spec in files)
    catalog.Names = objects.add(f"<</EmbeddedFiles<</Names[{names}]>>>>")


def _add(catalog: Any, key: str, body: str) -> None:
    catalog.__NoDefault__ = [*catalog.__NoDefault__, key]
    setattr(catalog, key, body)


def _name(text: str) -> str:
    """A text as a name of PDF: what could end it is written in digits.

    >>> _name("application/yaml")
    'application#2Fyaml'
    """
    return quote(text, safe="+").replace("%", "#")

"""A bundle: everything that is handed over at once, with its manifest, in one zip file that is always the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file knows; the day of the files stands in the manifest."""
ORDINARY = 0o100644 << 16
"""A plain file that its owner may change and everybody may read."""
UNIX = 3


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files in one zip, in their order, with nothing in it of the hour or the machine.

    >>> packed([("a.txt", b"hello")]) == packed([("a.txt", b"hello")])
    True
    """
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, data in files:
            one = zipfile.ZipInfo(name, LONG_AGO)
            one.external_attr = ORDINARY
            one.create_system = UNIX
            one.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(one, data)
    return held.getvalue()

"""Put the objects of a document into a file, many of them deflated together.

ISO 32000-1, 7.5.7 and 7.5.8: object streams and a cross-reference stream. The library writes each object out in letters
instead, and the structure of a long document has a hundred thousand of them: five times the file, twice the time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate
from struct import Struct
from typing import Any

from reportlab.pdfbase import pdfdoc as untyped_pdfdoc

pdfdoc: Any = untyped_pdfdoc
HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and four bytes that say that the file is no text."""
TOGETHER = 200
"""So many objects share a stream: a viewer inflates all of them to see one."""
ENTRY = Struct(">BIH")
"""One entry of the cross-reference stream: its kind, where, and which one there."""
FREE, BY_ITSELF, WITHIN = 0, 1, 2
END = b"endstream"
EFFORT = 5
"""How hard to deflate, of nine: more takes half as long again and saves the hundredth part."""


class Objects:
    """The objects of a document that the library does not know, by their numbers, beside those that it does."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._small: dict[int, str] = {}
        self._data: dict[int, bytes] = {}
        document.format = self._file

    def number(self) -> int:
        """A number for an object that is put in its place later."""
        document = self._document
        number: int = document.objectcounter + 1
        document.objectcounter = number
        return number

    def put(self, number: int, body: str) -> None:
        """The object of that number, as PDF writes it, in ASCII."""
        self._small[number] = body

    def add(self, body: str) -> str:
        """One more object; how others write that they mean it."""
        number = self.number()
        self.put(number, body)
        return reference(number)

    def stream(self, entries: str, data: bytes) -> str:
        """One more object that holds data, deflated; how others write that they mean it."""
        number = self.number()
        self._data[number] = _stream(entries, data)
        return reference(number)

    def _file(self) -> bytes:
        """The whole file: called by the library in place of its own way, once all pages are drawn."""
        document = self._document
        root, info = (
            document.Reference(thing).format(document).decode() for thing in (document.Catalog, document.info)
        )
        writer, small = _Writer(), self._small
        for number, body in self._formatted():
            if body.endswith(END):
                writer.put(number, body)
            else:
                small[number] = body.decode("latin-1")
        for number, body in self._data.items():
            writer.put(number, body)
        numbers, last = sorted(small), document.objectcounter
        for start in range(0, len(numbers), TOGETHER):
            last += 1
            group = numbers[start : start + TOGETHER]
            writer.pack(last, group, [small[number] for number in group])
        return writer.close(last + 1, root, info)

    def _formatted(self) -> Iterator[tuple[int, bytes]]:
        """Each object of the library's. Formatting one may bring up another, which gets the next number."""
        document, number = self._document, 0
        while number < document.objectcounter:
            number += 1
            name = document.numberToId.get(number)
            if name is None:
                continue
            body: bytes = pdfdoc.format(document.idToObject[name], document, toplevel=1)
            body = body.strip(b"\n")
            # The data must end with a line of its own: an archive asks for it.
            yield number, body.removesuffix(END) + b"\n" + END if body.endswith(END) else body


def reference(number: int) -> str:
    """How an object is meant by others.

    >>> reference(7)
    '7 0 R'
    """
    return f"{number} 0 R"


class _Writer:
    """Collects what is written, and remembers where."""

    def __init__(self) -> None:
        self._out = [HEAD]
        self._at = len(HEAD)
        self._places = {0: ENTRY.pack(FREE, 0, 0xFFFF)}

    def put(self, number: int, body: bytes) -> None:
        """An object by itself."""
        self._places[number] = ENTRY.pack(BY_ITSELF, self._at, 0)
        written = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._out.append(written)
        self._at += len(written)

    def pack(self, number: int, numbers: Sequence[int], bodies: Sequence[str]) -> None:
        """Several objects, none of which holds data, in a stream that has this number."""
        starts = accumulate((len(body) + 1 for body in bodies), initial=0)
        for which, inner in enumerate(numbers):
            self._places[inner] = ENTRY.pack(WITHIN, number, which)
        head = " ".join([f"{inner} {start}" for inner, start in zip(numbers, starts, strict=False)]) + "\n"
        data = (head + "\n".join(bodies)).encode("latin-1")
        self.put(number, _stream(f"/Type/ObjStm/N {len(numbers)}/First {len(head)}", data))

    def close(self, number: int, root: str, info: str) -> bytes:
        """The file. Its name is what it holds, so that the same document is the same file."""
        start = self._at
        self._places[number] = ENTRY.pack(BY_ITSELF, start, 0)
        table = b"".join([self._places[at] for at in range(number + 1)])
        written = b"".join(self._out)
        name = sha256(written).hexdigest()[:32]
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root}/Info {info}/ID[<{name}><{name}>]"
        xref = b"%d 0 obj\n%b\nendobj\n" % (number, _stream(entries, table))
        return b"".join((written, xref, b"startxref\n%d\n%%%%EOF\n" % start))


def _stream(entries: str, data: bytes) -> bytes:
    deflated = zlib.compress(data, EFFORT)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(deflated)}>>\nstream\n".encode("ascii")
    return b"".join((head, deflated, b"\n", END))

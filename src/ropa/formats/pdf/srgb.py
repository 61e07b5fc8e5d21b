"""A profile of the colours of screens: what an archive needs to show the few colours of a report as they were meant.

ICC.1:2004-10 in its shortest form: three primaries, the white they were seen under, and one curve. The numbers are those
of IEC 61966-2-1; whoever wants to see where they come from finds them worked out in the tests.
"""

from __future__ import annotations

from struct import pack

NAME = "sRGB IEC61966-2.1"
WHITE = (0.9642, 1.0, 0.8249)
"""The white that profiles are written for, D50."""
RED, GREEN, BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
"""The primaries of sRGB, adapted to that white."""
ADAPTED = (1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168)
"""How they were adapted, from the white of a screen (D65), by the Bradford method."""
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""From a value to light: gamma, scale and offset, and a straight line of a slope up to a value."""
RGB_DISPLAY = (b"mntr", b"RGB ", b"XYZ ")
VERSION = 0x04200000
HEAD = 128


def profile() -> bytes:
    """The profile as it is put into a file; always the same bytes."""
    curve = _element(b"para", pack(">HH", 3, 0) + _numbers(*CURVE))
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _element(b"XYZ ", _numbers(*WHITE)),
        b"chad": _element(b"sf32", _numbers(*ADAPTED)),
        b"rXYZ": _element(b"XYZ ", _numbers(*RED)),
        b"gXYZ": _element(b"XYZ ", _numbers(*GREEN)),
        b"bXYZ": _element(b"XYZ ", _numbers(*BLUE)),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = HEAD + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for element in tags.values():
        if element not in places:
            places[element] = start + len(body)
            body += element
    table = b"".join(pack(">4sII", tag, places[one], len(one)) for tag, one in tags.items())
    whole = pack(">I", len(tags)) + table + body
    return _head(HEAD + len(whole)) + whole


def _head(size: int) -> bytes:
    """What every profile begins with. Its date is that of the standard it states."""
    device, space, connection = RGB_DISPLAY
    start = pack(">I4xI4s4s4s", size, VERSION, device, space, connection)
    made = pack(">6H4s", 1999, 10, 1, 0, 0, 0, b"acsp")
    return (start + made + bytes(28) + _numbers(*WHITE)).ljust(HEAD, b"\0")


def _element(kind: bytes, data: bytes) -> bytes:
    """An element, padded so that the next one begins at a multiple of four."""
    made = kind + bytes(4) + data
    return made + bytes(-len(made) % 4)


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return _element(b"mluc", pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data)


def _numbers(*numbers: float) -> bytes:
    """Numbers with sixteen bits before the point and sixteen after it."""
    return b"".join(pack(">i", round(number * 65536)) for number in numbers)

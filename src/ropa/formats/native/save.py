"""From a register to a file: over an old one only what changed is written, else the short forms a person would use."""

from __future__ import annotations

import json as json_module
from datetime import date
from pathlib import Path
from typing import Any

from ropa.errors import CouldNotWrite, NotUnderstood, RopaError
from ropa.formats.limits import LIMITS
from ropa.formats.native import layout
from ropa.formats.native.document import mark_of, text_of
from ropa.formats.native.keep import Fields, patched
from ropa.formats.native.load import is_json, loads
from ropa.formats.safe_file import a_path, read_bytes, write_atomic
from ropa.model import Register, plain
from ropa.model.asked import one_register
from ropa.model.dump import said
from ropa.model.pause import no_collecting


def dumps(register: Register, *, json: bool = False) -> str:
    """The text of a register: YAML, or JSON.

    >>> print(dumps(Register(holder="bakery")), end="")
    ropa: 1
    holder: bakery
    """
    return write(fields(one_register(register)), json=json)


def fields(register: Register) -> dict[str, Any]:
    """What a file of a register says, by key."""
    return {"ropa": register.ropa, **said(register)}


def write(said_there: Fields, *, json: bool = False) -> str:
    """The text of the fields of a register."""
    data = {key: plain(value) for key, value in said_there.items()}
    if json:
        return json_module.dumps(data, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"
    return layout.mapping(data, 0) + "\n"


@no_collecting()
def save(register: Register, path: str | Path) -> None:
    """Writes a register to a YAML or JSON file, or into a folder; what does not change keeps its bytes and comments.

    A JSON file is written anew. `CouldNotWrite` leaves what was there; it is also raised where that is not understood.
    """
    one_register(register)
    where = a_path(path)
    if where.is_dir():
        from ropa.formats.native.folder import save_folder

        save_folder(register, where)
        return
    try:
        data = _over(where, register) if where.exists() else dumps(register, json=is_json(where)).encode()
    except NotUnderstood as error:
        raise not_understood(where, error) from None
    write_atomic(where, data)


def not_understood(where: Path, error: NotUnderstood) -> CouldNotWrite:
    """Why nothing is written: what stands there may be somebody's work, one typing error away from a register."""
    return CouldNotWrite(f"{where} is not understood: {error.problems[0]}; repair it or remove it first")


def _over(where: Path, register: Register) -> bytes:
    """What to write over a file; `NotUnderstood` where it holds something, and no register."""
    old = read_bytes(where, LIMITS.size)
    if not is_json(where):
        return kept(old, register, str(where))
    if text_of(old, str(where)).strip():
        loads(old, name=str(where), json=True)
    return dumps(register, json=True).encode()


def kept(old: bytes, register: Register, name: str = "register") -> bytes:
    """The bytes of a file with the register in it, changed only where the register changed."""
    text = text_of(old, name)
    if not text.strip():
        return as_bytes(old, dumps(register))
    before = loads(text, name=name)
    new = with_fields(text, fields(before), fields(register))
    if new is None or not _holds(new, register):
        new = like(text, dumps(register))
    return as_bytes(old, new)


def with_fields(text: str, old: Fields, new: Fields) -> str | None:
    """The text with other fields in it, its line ends kept; None where it has to be written anew."""
    changed = patched(text.replace("\r\n", "\n"), old, new)
    return None if changed is None else like(text, changed)


def like(text: str, new: str) -> str:
    """The new text with the line ends of the old one."""
    has_both = "\r\n" in text and text.count("\r\n") == text.count("\n")
    return new.replace("\n", "\r\n") if has_both else new


def as_bytes(old: bytes, text: str) -> bytes:
    """The bytes of a text in the encoding of the file it goes into."""
    mark, encoding = mark_of(old)
    return mark + text.encode(encoding)


def _holds(text: str, register: Register) -> bool:
    try:
        return loads(text) == register
    except RopaError:
        return False

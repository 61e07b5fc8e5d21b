"""A short mark of what a register says: the same for the same content, however it is written down."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ropa.model.dump import plain

if TYPE_CHECKING:
    from ropa.model.register import Register


def digest(register: Register, **asked: str | date | None) -> str:
    """The SHA-256 of what a register says, in hexadecimal; `asked` is what else the answer hangs on.

    Comments, the order of keys and the layout of the file do not count; the order of entries does, for it is printed.
    It does not change with the version of this library.

    >>> from ropa import Register
    >>> one = Register(holder="shop", parties=[{"key": "shop"}])
    >>> digest(one) == digest(Register(parties=[{"key": "shop"}], holder="shop")), digest(one) == digest(one, language="nl")
    (True, False)
    """
    said = register.kept(("ropa.model", "canonical"), lambda: _written(plain(register)))
    about = {key: value for key, value in asked.items() if value is not None}
    return sha256(f"{said}\n{_written(about)}".encode()).hexdigest()


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_day)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a register holds no {type(value).__name__}")

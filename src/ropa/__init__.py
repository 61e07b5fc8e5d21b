"""ropa: keep, check and show a GDPR Article 30 record of processing activities.

Names are looked up when they are first used, so a script pays only for what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ropa.errors import (
        CouldNotWrite,
        FileNotUnderstood,
        MissingExtra,
        NotUnderstood,
        Problem,
        RopaError,
        UnknownEntry,
        UnknownFormat,
        UnknownLanguage,
    )
    from ropa.formats.limits import Limits
    from ropa.formats.native import load, save

_HOMES = {
    "ropa.errors": (
        "CouldNotWrite",
        "FileNotUnderstood",
        "MissingExtra",
        "NotUnderstood",
        "Problem",
        "RopaError",
        "UnknownEntry",
        "UnknownFormat",
        "UnknownLanguage",
    ),
    "ropa.formats.limits": ("Limits",),
    "ropa.formats.native": ("load", "save"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'ropa' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]

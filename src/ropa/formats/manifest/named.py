"""How the files of registers are written down in a manifest: by where they are, or by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ropa.formats.manifest.record import from_folder
from ropa.formats.native.folder import files_of

NUMBERED = "register-{number}"
"""A register of which nothing may be told by its name."""


@dataclass(frozen=True, slots=True)
class Named:
    """Names files from a folder on; with none by the name of each and of its folder, or only by number.

    What a file is called may tell of whom it is (`clinic-south/register.yaml`). Its SHA-256 tells which it is without that.
    """

    base: Path | None
    numbers: Mapping[Path, str] = field(default_factory=dict)

    @classmethod
    def by_number(cls, registers: Iterable[Path]) -> Named:
        """Names registers by their place among these, and the files of a folder by their place in it."""
        found: dict[Path, str] = {}
        for number, where in enumerate(dict.fromkeys(registers), start=1):
            name = NUMBERED.format(number=number)
            inside = files_of(where) if where.is_dir() else ()
            found[where] = name if where.is_dir() else f"{name}{where.suffix}"
            found.update({path: f"{name}/{at}{path.suffix}" for at, path in enumerate(inside, start=1)})
        return cls(None, found)

    def __call__(self, path: str | Path) -> str:
        return self.numbers.get(Path(path)) or from_folder(path, self.base)

    @property
    def as_they_are(self) -> bool:
        """Whether files go by their own names."""
        return not self.numbers

    def folder(self, register: Path) -> PurePosixPath:
        """The folder for what is made of a register that goes by its number."""
        return PurePosixPath(PurePosixPath(self(register)).stem)

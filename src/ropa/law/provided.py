"""An enum whose members know the provision they come from."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Provided(StrEnum):
    """A closed list of the law: each member is its machine word and carries its `provision`."""

    provision: str

    def __new__(cls, word: str, provision: str) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.provision = provision
        return member

"""Data of Articles 9 and 10: whether an item is one, and which of them a flow carries."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from ropa.changes.content import content
from ropa.model import Hop, Item, Register
from ropa.model.text import Text


def is_sensitive(item: object) -> bool:
    """Whether an item is, or reveals, a special category (Article 9(1)), or is about offences (Article 10)."""
    return isinstance(item, Item) and any(item.says(name) for name in ("special", "reveals", "criminal"))


@lru_cache(maxsize=4096)
def _by_itself(kind: str) -> bool:
    return is_sensitive(Item(kind=kind))


class Sensitive:
    """The sensitive data of a register, looked up by flow."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._marked: dict[str, frozenset[Hashable]] | None = None

    def carried(self, hop: Hop) -> tuple[Text, ...]:
        """What a flow carries of them: marked in its activity, or so by the known term."""
        marked = self._marks().get(hop.activity, frozenset())
        return tuple(kind for kind in hop.personal_data if self._is(kind, marked))

    def _marks(self) -> dict[str, frozenset[Hashable]]:
        if self._marked is None:
            self._marked = {
                one.activity.key: frozenset(
                    content(item.kind) for item in one.values("personal_data") if is_sensitive(item)
                )
                for one in self._register.seen()
            }
        return self._marked

    def _is(self, kind: Text, marked: frozenset[Hashable]) -> bool:
        return content(kind) in marked or (isinstance(kind, str) and _by_itself(kind))

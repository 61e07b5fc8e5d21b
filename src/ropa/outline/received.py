"""From whom data are received, where that is said in general: once, with a reference at each activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ropa.model import Hop
from ropa.outline.cells import Cells
from ropa.outline.general import Numbered
from ropa.outline.page import Cell
from ropa.records import ControllerEntry
from ropa.wording import origin_line


class Received:
    """The sources of the entries of a record. What is said in general in more letters than `brief` is only referred to.

    `target` is the section references lead to. What reads differently for one entry than for others stays with it.
    """

    def __init__(
        self,
        words: Cells,
        generals: Sequence[Numbered],
        entries: Sequence[ControllerEntry],
        target: str,
        brief: int,
    ) -> None:
        self._words, self._target, self._brief = words, target, brief
        self._generals = generals
        self._cells: dict[str, tuple[Cell, ...]] = {}
        for entry in entries:
            for path, _ in entry.seen.generals:
                said = tuple(dict.fromkeys(self._plain(hop) for hop in entry.sources if _is_of(hop, path)))
                known = self._cells.get(path, said)
                self._cells[path] = tuple(cell for cell in known if cell in said)

    def in_general(self, held: Numbered) -> tuple[Cell, ...]:
        """What a general entry says of sources to all that it covers."""
        cells = self._cells.get(held.path, ())
        return cells if sum(len(str(cell.value)) for cell in cells) > self._brief else ()

    def answer(self, entry: ControllerEntry) -> tuple[Cell, ...]:
        """What an entry says of its sources itself, and the numbers under which it is said in general."""
        return tuple(dict.fromkeys(self._answer(entry)))

    def _answer(self, entry: ControllerEntry) -> Iterator[Cell]:
        words, paths = self._words, {path for path, _ in entry.seen.generals}
        telling = [held for held in self._generals if held.path in paths and self.in_general(held)]
        told = {cell for held in telling for cell in self.in_general(held)}
        for hop in entry.sources:
            if not (hop.general and self._plain(hop) in told):
                yield Cell(origin_line(words, hop))
        if telling:
            numbers = words.phrase("comma").join(held.number for held in telling)
            said = words.phrase("see-general", colon=words.colon, numbers=numbers)
            yield Cell(said, target=self._target)

    def _plain(self, hop: Hop) -> Cell:
        return Cell(origin_line(self._words, replace(hop, general=False)))


def _is_of(hop: Hop, path: str) -> bool:
    return hop.general and hop.path.startswith(f"{path}.")

"""Makes one register's plain data of one file or many, and tells for each place which file it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from ropa.errors import FileNotUnderstood, NotUnderstood, Problem
from ropa.formats.native.document import Document
from ropa.formats.native.origin import Homes
from ropa.model import Register
from ropa.model.shape import SAME_KEY, fields_of, items_of
from ropa.model.spec import specs

Loc = tuple[str | int, ...]


class Joined:
    """The plain data of several files as one: lists one after the other, everything else once."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self.problems: list[tuple[int, Problem]] = []
        self.homes = Homes()
        self.data: Any = documents[0].data if len(documents) == 1 else {}
        if len(documents) > 1 or isinstance(self.data, Mapping):
            self.data = {}
            for number, one in enumerate(documents):
                self._add(number, one)
            self._ask_version()

    def _add(self, number: int, one: Document) -> None:
        self.problems += [(number, problem) for problem in one.mistakes()]
        if one.data is None:
            return
        if not isinstance(one.data, Mapping):
            wrong = "a file of a register is a mapping of its fields"
            self.problems.append(
                (number, Problem("", wrong, "begin with parties: or activities:", 1, one.name))
            )
            return
        for key, value in one.data.items():
            spec = specs(Register).get(key)
            if spec and spec.many:
                self._add_list(number, key, value)
            elif key in self.homes.single:
                first = self.documents[self.homes.single[key]]
                wrong = f"this already stands in {first.name}:{first.lines.line_of((key,))}"
                problem = Problem(key, wrong, "keep one of them", loc=(key,))
                self.problems.append((number, one.at(problem, (key,))))
            else:
                self.homes.single[key] = number
                self.data[key] = value

    def _add_list(self, number: int, key: str, value: Any) -> None:
        items = [] if value is None else [*items_of(value)]
        held: list[Any] = self.data.setdefault(key, [])
        self.homes.lists.setdefault(key, []).append((len(held), number))
        held += items

    def _ask_version(self) -> None:
        if "ropa" not in self.data:
            problem = Problem("ropa", "the version of the format is missing", "begin with ropa: 1", 1)
            self.problems.append((0, self.documents[0].at(problem, ())))

    def register(self) -> Register:
        """The register; `FileNotUnderstood` lists everything wrong, each with its file and line."""
        found = self.problems
        try:
            register = Register.of(self.data)
        except NotUnderstood as error:
            found = found + [self._placed(problem) for problem in error.problems]
        if found:
            found.sort(key=lambda one: (one[0], one[1].line or 0, one[1].at))
            raise FileNotUnderstood([problem for _, problem in found])
        return register

    def _placed(self, problem: Problem) -> tuple[int, Problem]:
        number, loc = self.homes.home(problem.loc)
        if problem.wrong.startswith(SAME_KEY) and len(problem.loc) == 3:
            problem = self._beside_first(problem)
        return number, self.documents[number].at(problem, loc)

    def _beside_first(self, problem: Problem) -> Problem:
        """A key used twice, with the place where it was used first."""
        collection, index = str(problem.loc[0]), problem.loc[1]
        key = fields_of(self.data[collection][index]).get("key")
        number, loc = self.homes.home((collection, self._firsts[collection][key], "key"))
        first = self.documents[number]
        wrong = f"{SAME_KEY} the one in {first.name}:{first.lines.line_of(loc)}"
        return Problem(problem.at, wrong, problem.instead, loc=problem.loc)

    @cached_property
    def _firsts(self) -> dict[str, dict[Any, int]]:
        firsts: dict[str, dict[Any, int]] = {}
        for collection in self.homes.lists:
            found = firsts.setdefault(collection, {})
            for index, entry in enumerate(self.data[collection]):
                key = fields_of(entry).get("key")
                if isinstance(key, str):
                    found.setdefault(key, index)
        return firsts

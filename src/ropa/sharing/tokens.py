"""What an activity is about, and the tokens its data are counted in: one kind of data of one group of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from types import MappingProxyType

from ropa.model.text import Text

Token = tuple[Text | None, Text | None]
"""One kind of data of one group of people; None where the activity does not say which."""


@dataclass(frozen=True)
class Matter:
    """What one activity is about: its tokens, and the controllers it is for."""

    activity: str
    tokens: tuple[Token, ...]
    controllers: tuple[str, ...]
    joint: bool = False
    """Whether all controllers answer for what one of them holds."""
    members: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    """The known members of a controller that is a category of parties."""

    @cached_property
    def among(self) -> frozenset[str]:
        """The controllers, to be asked whether one is among them."""
        return frozenset(self.controllers)

    @property
    def says_data(self) -> bool:
        """Whether the activity says which data there are."""
        return self.tokens[0][0] is not None

    def tag(self, controller: str) -> str:
        """Under which controller the data of one are counted: the first of joint ones stands for all."""
        return self.controllers[0] if self.joint and controller in self.among else controller

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The controllers that data are counted for; `""` where the register names none: data move all the same."""
        return tuple(dict.fromkeys(self.tag(one) for one in self.controllers)) or ("",)

    @cached_property
    def ranked(self) -> Mapping[str, int]:
        """The place of each of these tags."""
        return {tag: place for place, tag in enumerate(self.tags)}

    def answers_for(self, tag: str) -> tuple[str, ...]:
        """The controllers that a tag stands for; none where the register names no controller."""
        if not tag:
            return ()
        return self.controllers if self.joint and tag in self.tags else (tag,)

    def narrowed(self, customers: Sequence[str], tag: str) -> tuple[str, ...]:
        """For whom data of one controller are, once a flow goes only on behalf of some customers.

        A customer that is no controller itself is one of a category of controllers: of those that list it as a
        member, or of any where none does.
        """
        named, outside = self._called(tuple(customers))
        if not outside:
            return (tag,) if tag in named else ()
        return tuple(one for one in named if one == tag or tag in outside.get(one, ()))

    def accepted(self, customers: Sequence[str]) -> tuple[str, ...]:
        """Under which tags anything at all passes a flow that goes only on behalf of some customers."""
        named, outside = self._called(tuple(customers))
        return tuple(dict.fromkeys((*named, *(tag for tags in outside.values() for tag in tags))))

    @cached_property
    def _known(self) -> dict[tuple[str, ...], tuple[Mapping[str, None], Mapping[str, tuple[str, ...]]]]:
        return {}

    def _called(self, customers: tuple[str, ...]) -> tuple[Mapping[str, None], Mapping[str, tuple[str, ...]]]:
        """The tags of customers; and of those that are no controllers themselves, of whom they may be a part."""
        if customers not in self._known:
            named = dict.fromkeys(self.tag(one) for one in customers)
            outside = {one: self._parts_of(one) for one in named if one not in self.among}
            self._known[customers] = named, outside
        return self._known[customers]

    def _parts_of(self, customer: str) -> tuple[str, ...]:
        return tuple(one for one, held in self.members.items() if customer in held) or self.tags


def tokens_of(items: Iterable[tuple[Text, Sequence[Text]]], people: Sequence[Text]) -> tuple[Token, ...]:
    """The tokens of an activity: each kind of data with whose it is, or with all its people.

    >>> tokens_of([("name", ()), ("salary", ("employees",))], ("employees", "applicants"))
    (('name', 'employees'), ('name', 'applicants'), ('salary', 'employees'))
    """
    groups = tuple(people) or (None,)
    found = [pair for item, whose in items for pair in product((item,), tuple(whose) or groups)]
    return tuple(dict.fromkeys(found)) or tuple((None, one) for one in groups)

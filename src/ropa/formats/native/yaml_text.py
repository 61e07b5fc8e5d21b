"""Reads YAML through parser events: every plain scalar is text, and nothing but data is understood.

The schema gives the types, so `NO` is Norway, `01234` and `1.10` stay what was typed and `on` is a word.
Anchors, aliases, tags, merge keys and second documents are refused; keys that stand twice are reported.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from ropa.formats.limits import LIMITS, Limits
from ropa.formats.native import own
from ropa.formats.native.read import NOTHING, Reading, Refused

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML built without libyaml: the same events, slower

    class _Parser(yaml.SafeLoader):  # type: ignore[no-redef]
        pass


_PLAIN_TAGS = (None, "!", "tag:yaml.org,2002:str")
_NO_KEY = object()

_Scalar = yaml.ScalarEvent
_Mapping = yaml.MappingStartEvent
_Sequence = yaml.SequenceStartEvent
_Ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _refuse_marks(event: Any) -> None:
    if event.anchor is not None:
        raise Refused(_line(event), "anchors (&name) are not read", "write the value out where it is needed")
    if event.tag not in _PLAIN_TAGS:
        raise Refused(_line(event), "tags (!name) are not read", "write the value itself")


class _Builder:
    """What reading events needs beside its loop: the rare events, keys, and what stands under keys of one's own."""

    def __init__(self, limits: Limits, get: Callable[[], Any]) -> None:
        self.limits = limits
        self.get = get
        self.reading = Reading()
        self.words: dict[str, str] = {}
        self.values = 0

    def other(self, event: Any) -> None:
        """The events that are neither values nor ends."""
        if isinstance(event, yaml.AliasEvent):
            raise Refused(
                _line(event), "aliases (*name) are not read", "write the value out where it is needed"
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.reading.data is not None:
            raise Refused(_line(event), "a second document begins here", "keep one register in a file")

    def key(self, event: Any, current: dict[str, Any], level: int) -> Any:
        """A key whose value is still to come; `_NO_KEY` where it was one's own and its value has been read."""
        word: str = event.value
        if word == "<<" and not event.style:
            raise Refused(_line(event), "merge keys (<<) are not read", "write the values out")
        if len(word) > self.limits.key:
            raise Refused(_line(event), f"a key longer than {self.limits.key} characters")
        if word in current:
            self.reading.twice = True
        if word[:2] == "x-":
            current[word] = own.value(self.get(), self.get, level + 1, self.check)
            return _NO_KEY
        return word if word == "<<" else self.words.setdefault(word, word)

    def check(self, event: Any, level: int) -> None:
        """Refuses what no register may hold, for readers other than the loop."""
        self.values += 1
        if isinstance(event, yaml.AliasEvent):
            self.other(event)
        _refuse_marks(event)
        if level > self.limits.depth and not isinstance(event, _Scalar):
            raise Refused(_line(event), f"nested deeper than {self.limits.depth} levels")
        if self.values > self.limits.values:
            raise Refused(_line(event), f"more than {self.limits.values} values")


def _events(text: str | bytes, limits: Limits) -> Reading:  # noqa: C901  one loop, kept whole for speed
    get = _Parser(text).get_event if _Parser.__name__ == "CParser" else _slow(text)
    builder = _Builder(limits, get)
    stack: list[tuple[Any, bool, Any]] = []
    current: Any = None
    in_mapping = False
    key: Any = _NO_KEY
    values = 0
    depth, most = limits.depth, limits.values
    nothing, no_key, words = NOTHING, _NO_KEY, builder.words
    event: Any = get()
    while event is not None:
        kind = event.__class__
        if kind is _Scalar:
            if event.anchor is not None or event.tag is not None:
                _refuse_marks(event)
            if in_mapping and key is no_key:
                key = words.get(event.value)  # a word met before has been looked at
                if key is None or key in current:
                    key = builder.key(event, current, len(stack))
                event = get()
                continue
            value: Any = event.value
            if value in nothing and event.implicit[0]:
                value = None
            values += 1
            if in_mapping:
                current[key] = value
                key = no_key
            elif current is None:
                builder.reading.data = value
            else:
                current.append(value)
        elif kind is _Mapping or kind is _Sequence:
            if event.anchor is not None or event.tag is not None:
                _refuse_marks(event)
            if in_mapping and key is no_key:
                raise Refused(_line(event), "a key must be a word", "write key: value")
            if len(stack) >= depth:
                raise Refused(_line(event), f"nested deeper than {depth} levels")
            values += 1
            if values > most:
                raise Refused(_line(event), f"more than {most} values")
            new: Any = {} if kind is _Mapping else []
            if current is None:
                builder.reading.data = new
            elif in_mapping:
                current[key] = new
            else:
                current.append(new)
            stack.append((current, in_mapping, None))
            current, in_mapping, key = new, kind is _Mapping, no_key
        elif kind in _Ends:
            current, in_mapping, _ = stack.pop()
            key = no_key
        else:
            builder.other(event)
        event = get()
    if values > most:
        raise Refused(1, f"more than {most} values")
    return builder.reading


def _slow(text: str | bytes) -> Any:
    parser = _Parser(text)
    return lambda: parser.get_event() if parser.check_event() else None


def read(text: str | bytes, limits: Limits = LIMITS) -> Reading:
    """Plain data out of YAML text: mappings, lists, texts and None. `Refused` tells where it stops and why.

    >>> read("country: NO\\nversion: 1.10\\nnumber: 01234\\nswitch: on\\nnothing:").data
    {'country': 'NO', 'version': '1.10', 'number': '01234', 'switch': 'on', 'nothing': None}
    """
    try:
        return _events(text, limits)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refused(mark.line + 1 if mark else 1, *_sentence(error)) from None
    except yaml.YAMLError as error:
        raise Refused(
            _line_of(error, text),
            "a character that YAML does not allow",
            "remove it, or escape it in double quotes",
        ) from None
    except (ValueError, ArithmeticError, RecursionError, AttributeError, KeyError) as error:
        raise Refused(1, f"this is not YAML ({type(error).__name__})") from None


def _line_of(error: yaml.YAMLError, text: str | bytes) -> int:
    position = getattr(error, "position", 0) or 0
    newline = b"\n" if isinstance(text, bytes) else "\n"
    return text[:position].count(newline) + 1  # type: ignore[arg-type]


def _sentence(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    problem = (error.problem or "this is not YAML").replace("\n", " ")[:200]
    if "\\t" in repr(problem) or "cannot start any token" in problem:
        return f"not YAML: {problem}", "indent with spaces, and put text with special characters in quotes"
    if "mapping values are not allowed" in problem:
        return f"not YAML: {problem}", "put text with a colon in quotes"
    if error.context_mark and "end of stream" in problem:
        return f"not YAML: what opens on line {error.context_mark.line + 1} is never closed", "close it"
    return f"not YAML: {problem}", "check the indentation and the quotes around here"

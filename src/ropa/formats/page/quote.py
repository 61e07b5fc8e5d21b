"""Puts text from strangers into a page so that it stays text: in markup, and as data beside a script."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from typing import Any

from ropa.typeface import printable

_MARKUP = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def markup(text: str) -> str:
    """A text for the content of an element or a quoted attribute.

    >>> markup('<b>"A&B"</b>')
    '&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;'
    """
    return escape(printable(text, any_script=True))


def data(value: Any) -> str:
    """Plain data as JSON that ends no script and opens no comment, whatever is written in it.

    >>> data({"name": "</script><!--"})
    '{"name":"\\\\u003c/script\\\\u003e\\\\u003c!--"}'
    """
    return json.dumps(_shown(value), ensure_ascii=False, separators=(",", ":")).translate(_MARKUP)


def _shown(value: Any) -> Any:
    """The same data with every text as a medium can show it; such data are a few levels deep, never more."""
    if isinstance(value, str):
        return printable(value, any_script=True)
    if isinstance(value, Mapping):
        return {key: _shown(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_shown(one) for one in value]
    return value


def fingerprint(text: str) -> str:
    """By what a content-security policy knows a script or a style: nothing else of its kind runs.

    >>> fingerprint("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

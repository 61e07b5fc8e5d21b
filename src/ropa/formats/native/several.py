"""Tells a folder of several registers from one register spread over a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ropa.errors import FileNotUnderstood, Problem
from ropa.formats.native.document import Document
from ropa.model.shape import fields_of, items_of


def refuse_several(folder: Path, paths: Sequence[Path], documents: Sequence[Document]) -> None:
    """`FileNotUnderstood` where several files each begin a register and describe a holder of their own.

    A file of a register that repeats its first lines by mistake is not meant: there the holder is described once.
    """
    heads = [path for path, one in zip(paths, documents, strict=True) if _is_head(one.data)]
    if len(heads) > 1:
        wrong = f"this folder holds {len(heads)} registers, each with a holder of its own"
        raise FileNotUnderstood([Problem("", wrong, _instead(folder, heads), None, str(folder))])


def _is_head(data: object) -> bool:
    """Whether a file is a register by itself: it names a holder, and describes that party."""
    if not isinstance(data, Mapping) or not {"ropa", "holder", "parties"} <= data.keys():
        return False
    return any(fields_of(one).get("key") == data["holder"] for one in items_of(data["parties"]))


def _instead(folder: Path, heads: Sequence[Path]) -> str:
    """How to name them all."""
    below = {len(path.relative_to(folder).parts) for path in heads}
    if below == {1}:
        return f"write {folder}/*{heads[0].suffix}"
    if below == {2} and len({path.parent for path in heads}) == len(heads):
        return f"write {folder}/*"
    return "name them one by one"

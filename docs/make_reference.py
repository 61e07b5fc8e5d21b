"""Writes docs/reference, docs/chains and docs/pictures from the library; `--check` only tells which are out of date.

python docs/make_reference.py
python docs/make_reference.py --check

A page that is no longer made, such as that of a rule that is gone, is taken away.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from reference_pages.calls import commands, formats, python
from reference_pages.fields import fields
from reference_pages.gallery import chains, pictures
from reference_pages.markdown import MADE
from reference_pages.matrix import matrix
from reference_pages.rules import rule_pages, rules
from reference_pages.tables import tables
from reference_pages.terms import terms

HERE = Path(__file__).parent
MADE_WHOLE = ("reference", "chains")
"""The folders in which every page is made."""

PAGES: dict[str, Callable[[], str]] = {
    "reference/fields.md": fields,
    "reference/rules.md": rules,
    "reference/matrix.md": matrix,
    "reference/tables.md": tables,
    "reference/terms.md": terms,
    "reference/commands.md": commands,
    "reference/formats.md": formats,
    "reference/python.md": python,
    **rule_pages(),
    **chains(),
    **pictures(),
}


def stale(docs: Path) -> Iterator[tuple[Path, str]]:
    """The pages whose file is not what it should be, with what should stand there."""
    for name, make in PAGES.items():
        page, text = docs / name, make()
        if not page.exists() or page.read_text("utf-8") != text:
            yield page, text


def superfluous(docs: Path) -> Iterator[Path]:
    """The files in the folders of made pages that are none of them."""
    for folder in MADE_WHOLE:
        for file in sorted((docs / folder).rglob("*")):
            if file.is_file() and file.relative_to(docs).as_posix() not in PAGES:
                yield file


def main(arguments: list[str]) -> int:
    """Writes the pages, or with `--check` exits with 1 where one is out of date or too many; `--into FOLDER` for another docs."""
    check = "--check" in arguments
    docs = Path(arguments[arguments.index("--into") + 1]) if "--into" in arguments else HERE
    pages, extra = list(stale(docs)), list(superfluous(docs))
    for page, text in pages:
        print(page.relative_to(docs.parent))
        if not check:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, "utf-8", newline="\n")
    for file in extra:
        print(f"{file.relative_to(docs.parent)}: superfluous")
        if not check and file.read_text("utf-8", errors="replace").startswith(MADE.strip()):
            file.unlink()
    return 1 if (pages or extra) and check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The pages tell the truth: every command and every script in them runs and says what the page shows."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.docs.pages import PAGES, README, ROOT, Block, Reader, blocks, shown

import ropa
from ropa.formats.native import loads
from ropa.model.spec import parts, specs

LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", [README, *PAGES], ids=lambda page: str(page.relative_to(ROOT)))
def test_a_reader_who_follows_a_page_gets_what_it_shows(page: Path, tmp_path: Path) -> None:
    """Blocks run in order; the README's first two commands install things and are run elsewhere."""
    Reader(tmp_path).follow(page, skip=2 if page == README else 0)


def test_the_readme_begins_with_its_two_commands() -> None:
    """One line each: that is how other programs find them."""
    shell = [block.text for block in blocks(README) if block.kind == "sh"]

    assert [text.count("\n") for text in shell[:2]] == [1, 1]
    assert ".venv/bin/ropa export examples/*/register.yaml --into out" in shell[0]
    assert ".venv/bin/python -m pytest" in shell[1]


def test_the_picture_is_what_its_command_draws(tmp_path: Path) -> None:
    """The README names the command; it gives the committed picture to the byte."""
    reader = Reader(tmp_path)
    reader.follow(README, skip=2)

    assert (tmp_path / "docs/pictures/bakery.svg").read_bytes() == (
        ROOT / "docs/pictures/bakery.svg"
    ).read_bytes()


def test_reference_pages_are_up_to_date() -> None:
    """They are made from the fields, rules, terms, commands and formats; `python docs/make_reference.py` makes them."""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "make_reference.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), "run python docs/make_reference.py"


def test_the_gallery_has_every_statement_that_was_read() -> None:
    """Each register that rests on a public text has its picture and its register linked, and nothing else has."""
    page = (ROOT / "docs" / "gallery.md").read_text("utf-8")
    read = {found.parent.name for found in ROOT.glob("examples/*/passages.txt")}

    assert len(read) >= 5
    assert set(re.findall(r"\(pictures/([\w-]+)\.svg\)", page)) == read
    assert set(re.findall(r"\(\.\./examples/([\w-]+)/register\.yaml\)", page)) == read


def test_the_python_page_has_every_public_name() -> None:
    """Each name of `ropa.__all__` once, with a sentence."""
    page = (ROOT / "docs" / "reference" / "python.md").read_text("utf-8")

    assert sorted(re.findall(r"^\| `ropa\.(\w+)` \| \S", page, re.MULTILINE)) == sorted(ropa.__all__)


def test_the_fields_page_tells_what_a_bare_text_means() -> None:
    """Each part that may be written as a bare text says for which field it stands; one that must have a key may not."""
    page = (ROOT / "docs" / "reference" / "fields.md").read_text("utf-8")
    told = re.findall(r"^## (\w+)\n(?:(?!^## ).*\n)*?A bare text means: `(\w+)`\.$", page, re.MULTILINE)

    assert dict(told) == {
        part.__name__: part.bare
        for part in parts(ropa.Register)
        if part.bare and not ("key" in specs(part) and specs(part)["key"].required)
    }


def test_links_lead_somewhere() -> None:
    """Every relative link of every page is a file; a heading behind a # is one of that page's."""
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for link in LINK.findall(page.read_text("utf-8"))
        if "://" not in link and not _leads(page, link)
    ]

    assert broken == []


def _leads(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_the_index_leads_to_every_page() -> None:
    """A page that nobody links is read by nobody; chains are linked from the gallery, a rule from the list of rules."""
    listing = "reference/rules.md"
    linked = {name: _linked(ROOT / "docs" / name) for name in ("index.md", "gallery.md", listing)}
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")}
    chains = {page for page in pages if page.startswith("chains/")}
    rules = {page for page in pages if page.startswith("reference/rules/")}

    assert len(chains) >= 5
    assert len(rules) == len(ropa.RULES)
    assert pages - chains - rules - {"index.md"} <= linked["index.md"]
    assert chains <= linked["gallery.md"]
    assert {page.removeprefix("reference/") for page in rules} <= linked[listing]


def _linked(page: Path) -> set[str]:
    return {link.partition("#")[0] for link in LINK.findall(page.read_text("utf-8"))}


def test_the_map_has_every_room() -> None:
    """The floors that are enforced are the floors that are drawn, from the top to the ground."""
    [contract] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    drawn = re.findall(
        r"^```\n(.*?)^```$", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.M | re.S
    )[0]
    floors = [set(re.findall(r"^\w+|(?<=  )\w+(?=   )|\w+$", line)) for line in drawn.splitlines()]

    for floor in contract["layers"]:
        rooms = set(floor.split(" | ")) - {"__main__"}
        assert not rooms or any(rooms <= drawn_floor for drawn_floor in floors), floor


def test_whole_registers_on_the_pages_are_registers() -> None:
    """A YAML block that begins with `ropa: 1` can be copied as it stands."""
    found = [(page, block) for page in [README, *PAGES] for block in blocks(page) if _is_register(block)]

    assert len(found) > 1
    for _, block in found:
        loads(block.text)


def _is_register(block: Block) -> bool:
    return block.kind == "yaml" and re.search(r"^ropa: 1$", block.text, re.MULTILINE) is not None


@pytest.mark.parametrize(
    ("page", "said", "same"),
    [
        ("one\ntwo\n", "one\ntwo", True),
        ("one\n", "one\ntwo", False),
        ("one\n…\n", "one\ntwo\nthree", True),
        ("…\nthree\n", "one\ntwo\nthree", True),
        ("one\n…\nthree\n", "one\ntwo\nthree", True),
        ("one\n…\nfour\n", "one\ntwo\nthree", False),
        ("o…e (1)\n", "one or more (1)", True),
        ("o…e\n", "one\ne", False),
    ],
)
def test_an_ellipsis_leaves_out_lines_and_nothing_else(page: str, said: str, same: bool) -> None:
    """The comparison that the other tests rest on can fail."""
    assert bool(shown(page).fullmatch(said)) == same

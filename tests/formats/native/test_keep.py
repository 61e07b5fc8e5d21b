"""Saving over a file changes what changed, and nothing else: no byte, no comment."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st
from tests.builders import BAKERY
from tests.strategies import registers, thorough, words

from ropa.errors import CouldNotWrite, NotUnderstood
from ropa.formats.native import dumps, layout, load, loads, save
from ropa.formats.native.save import kept
from ropa.model import Activity, Flow, Party, Register, plain

WAGES = "loonadministratie"


def changed(change: Callable[[Register], Register], text: str = BAKERY) -> tuple[list[str], list[str]]:
    """The lines that go and the lines that come when a text is saved with a change, which is then read back."""
    new = change(loads(text))
    out = kept(text.encode(), new).decode()
    assert new == loads(out)
    lines = list(difflib.ndiff(text.splitlines(), out.splitlines()))
    return [one[2:] for one in lines if one[0] == "-"], [one[2:] for one in lines if one[0] == "+"]


def wages(**changes: Any) -> Callable[[Register], Register]:
    """The bakery with other wages."""
    return lambda register: register.replace(WAGES, **changes)


def test_nothing_changed_is_the_same_bytes() -> None:
    """Long forms, odd spaces and all."""
    assert BAKERY.encode() == kept(BAKERY.encode(), loads(BAKERY))


def test_a_changed_text_changes_its_line() -> None:
    """One line, its neighbours untouched."""
    gone, come = changed(lambda register: register.replace("loonwijzer", name="NO: new"))

    assert (gone, come) == (["    name: Loonwijzer NV"], ['    name: "NO: new"'])


def test_a_comment_at_the_end_of_the_line_stays() -> None:
    """It belongs to the line, whatever the value."""
    gone, come = changed(lambda register: register.model_copy(update={"language": "fr"}))

    assert (gone, come) == (["language: nl   # Dutch"], ["language: fr   # Dutch"])


def test_new_fields_come_where_they_belong() -> None:
    """In the order in which entries are written; long values below."""
    gone, come = changed(wages(reference="A-1", note="later"))

    assert (gone, come) == ([], ["    reference: A-1", "    note: later"])


def test_a_removed_field_takes_its_comment() -> None:
    """The comment line directly above it."""
    gone, come = changed(lambda register: register.replace("loonwijzer", country=None))

    assert (gone, come) == (["    # in Gent", "    country: BE"], [])


def test_entries_on_one_line_stay_on_one_line() -> None:
    """What is added goes between the braces; the comment behind stays."""
    gone, come = changed(lambda register: register.replace("wolkenrek", public_body=False))

    assert (gone, len(come)) == (["     country: NL, services: hosting-provider}"], 1)
    assert come[0] == "     country: NL, services: hosting-provider, public_body: false}"


def test_a_removed_flow_takes_its_comments() -> None:
    """Above it and at the end of its line; its neighbours keep theirs."""
    flows = loads(BAKERY).activity(WAGES).flows
    first = changed(wages(flows=flows[1:]))
    second = changed(wages(flows=flows[:1]))

    assert [first[0][0], first[0][1][-5:], first[1]] == ["      # to the office", "# one", []]
    assert [second[0][0], second[0][1][-5:], second[1]] == ["      # and on", "# two", []]


def test_entries_that_change_places_take_their_comments() -> None:
    """The order of a list is part of what it says."""
    flows = loads(BAKERY).activity(WAGES).flows
    out = kept(BAKERY.encode(), loads(BAKERY).replace(WAGES, flows=flows[::-1])).decode()

    assert out.index("# and on") < out.index("# two") < out.index("# to the office") < out.index("# one")
    assert sorted(BAKERY.splitlines()) == sorted(out.splitlines())


def test_a_new_entry_first_leaves_comments_with_their_entries() -> None:
    """The comment above the old first entry stays above it."""
    flow = Flow(recipient="wolkenrek", role="controller")
    gone, come = changed(lambda register: wages(flows=(flow, *register.activity(WAGES).flows))(register))

    assert (gone, come) == ([], ["      - {recipient: wolkenrek, role: controller}"])
    out = kept(
        BAKERY.encode(), loads(BAKERY).replace(WAGES, flows=(flow, *loads(BAKERY).activity(WAGES).flows))
    ).decode()
    assert "controller}\n      # to the office\n" in out


def test_headings_stay_when_entries_go() -> None:
    """What an empty line sets apart from the entry below it is not that entry's."""

    def without(register: Register) -> Register:
        return register.replace(WAGES, flows=register.activity(WAGES).flows[:1]).without("wolkenrek")

    gone, _ = changed(without)

    assert "  # the cloud" in gone
    assert "  # HOSTING" not in gone


def test_written_in_other_words_is_unchanged() -> None:
    """`10 jaar` is P10Y and {text: …} is a text: neither is touched when the entry beside it changes."""
    register = loads(BAKERY)
    gone, come = changed(wages(retention=(*register.activity(WAGES).retention, "as long as needed")))

    assert (gone, come) == ([], ["      - as long as needed"])
    gone, come = changed(wages(purposes=("Lonen berekenen", *register.activity(WAGES).purposes[1:], "Meer")))
    assert (gone, come) == ([], ["      - Meer"])


def test_line_ends_mark_and_encoding_stay(tmp_path: Path) -> None:
    """CRLF stays CRLF, also in new lines; a byte order mark and UTF-16 stay."""
    file = tmp_path / "r.yaml"
    for before in (
        BAKERY.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + BAKERY.encode(),
        BAKERY.encode("utf-16"),
    ):
        file.write_bytes(before)
        new = load(file).replace("loonwijzer", name="é\nb").put(Party(key="nieuw"))
        save(new, file)

        assert new == load(file)
        after = file.read_bytes()
        assert before[:2] == after[:2] or b"\xef" not in before[:1]
        if b"\r\n" in before and before[:1] == b"#":
            assert after.count(b"\r\n") == after.count(b"\n")


def test_what_is_not_understood_is_not_written_over(tmp_path: Path) -> None:
    """A typing error is no reason to throw somebody's file away; an empty file holds nothing to lose."""
    for name, befores in (
        ("r.yaml", ("not: a register", "[", "- 1", "ropa: 1\nropa: 1\n", "# to do\n")),
        ("r.json", ("{", "[]")),
    ):
        file = tmp_path / name
        for before in befores:
            file.write_text(before, encoding="utf-8")
            with pytest.raises(CouldNotWrite, match=r"is not understood: .*; repair it or remove it first"):
                save(loads(BAKERY), file)
            assert before == file.read_text("utf-8")
        file.write_text(" \n", encoding="utf-8")
        save(loads(BAKERY), file)
        assert loads(BAKERY) == load(file)


@pytest.mark.parametrize(
    "text", ["ropa: 1\nholder:\n  a\n", "{ropa: 1, holder: a}\n", "---\nropa: 1\n? holder\n: a\n...\n"]
)
def test_odd_ways_of_writing_survive(text: str) -> None:
    """Whatever the style, the outcome is the register that was saved."""
    new = loads(text).model_copy(update={"holder": "b", "version": "1.10", "x-own": [1, {"a": "b"}]})

    assert new == loads(kept(text.encode(), new))


def test_a_value_below_another_that_is_empty() -> None:
    """A key without a value is nothing, and is filled in where it stands."""
    text = "ropa: 1\nholder: # who\nversion:\nreference: r\n"
    new = loads(text).model_copy(update={"holder": "b", "version": "2"})

    assert kept(text.encode(), new).decode() == 'ropa: 1\nholder: b # who\nversion: "2"\nreference: r\n'


@st.composite
def changes(draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[Register, Register]:
    """A register, and the same with one change."""
    old = draw(registers())
    kinds = [
        (one, kind) for kind in ("parties", "activities", "systems", "sources") for one in getattr(old, kind)
    ]
    assume(kinds)
    entry, kind = draw(st.sampled_from(kinds))
    how = draw(st.integers(0, 3))
    try:
        if how == 0:
            return old, old.without(entry.key, kind)
        if how == 1:
            return old, old.put(Activity(key="brand-new", name=draw(words)), Party(key="party-new"))
        return old, old.replace(entry.key, kind, note=draw(words), reviewed=draw(st.none() | st.dates()))
    except NotUnderstood:
        assume(False)
        raise


def commented(text: str) -> str:
    """The text with a comment above each entry of its outer lists."""
    lines = [
        f"  # entry {number}\n{line}" if line.startswith("  - ") else line
        for number, line in enumerate(text.split("\n"))
    ]
    return "\n".join(lines)


@thorough
@given(changes())
def test_unchanged_entries_keep_their_lines(both: tuple[Register, Register]) -> None:
    """For any register and any one change: it is read back, and every other entry stands as it stood."""
    old, new = both
    text = commented(dumps(old))
    assume("\x85" not in text)
    try:
        assume(loads(text) == old)
    except NotUnderstood:
        assume(False)  # the comment fell into a text of several lines

    out = kept(text.encode(), new).decode()

    assert new == loads(out)
    for kind in ("parties", "activities", "systems", "sources", "agreements", "measures"):
        after = getattr(new, kind)
        for entry in getattr(old, kind):
            if entry in after:
                written = f"  - {layout.item(plain(entry), 2)}"
                above = text[: text.index(written)].rsplit("\n", 2)[-2]
                assert f"{above}\n{written}" in out

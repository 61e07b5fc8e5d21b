"""A register in a folder: read as one, saved so that every entry stays in its file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ropa.errors import FileNotUnderstood
from ropa.formats.limits import Limits
from ropa.formats.native import load, origin_of, save
from ropa.model import Activity, Party, Register, SharedMeasure, System

MAIN = "ropa: 1\nholder: a\n# who\nparties:\n  - {key: a}  # ourselves\n"
MORE = "parties:\n  # bee\n  - {key: b}\n  - key: c\n"
PAY = "activities:\n  - key: pay\n    flows: [{recipient: b}]  # out\n"
HIRE = "# people\nactivities:\n  - key: hire\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files of parties, a file for each activity, and one of JSON."""
    (tmp_path / "acts").mkdir()
    for name, text in {
        "main.yaml": MAIN,
        "more.yml": MORE,
        "acts/pay.yaml": PAY,
        "acts/hire.yaml": HIRE,
        "systems.json": '{"systems": [{"key": "s"}]}',
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    """Every file as it stands."""
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.*") if path.is_file()}


def test_lists_are_joined_in_the_order_of_the_files(folder: Path) -> None:
    """Folders within and both kinds of files."""
    register = load(folder)

    assert [one.key for one in register.activities] == ["hire", "pay"]
    assert [one.key for one in register.parties] == ["a", "b", "c"]
    assert register.systems[0].key == "s"


def test_other_files_are_passed_over(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Hidden files, what editors leave behind, other kinds, and links that lead out of the folder."""
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("holder: z\n", encoding="utf-8")
    for name in (
        ".main.yaml",
        "main.yaml~",
        "#main.yaml#",
        "~main.yaml",
        "main.yaml.bak",
        "notes.txt",
        ".git",
    ):
        (folder / name).write_text("[", encoding="utf-8")
    (folder / "link.yaml").symlink_to(outside)

    assert load(folder).holder == "a"


def test_two_places_are_named_where_something_stands_twice(folder: Path) -> None:
    """A key and a single field: both with file and line, in one go."""
    (folder / "z.yaml").write_text("holder: a\nparties:\n  - {key: x}\n  - key: b\n", encoding="utf-8")
    with pytest.raises(FileNotUnderstood) as caught:
        load(folder)

    assert [
        f"{folder}/z.yaml:1: holder: this already stands in {folder}/main.yaml:2; keep one of them",
        f"{folder}/z.yaml:4: parties.b.key: the same key as the one in {folder}/more.yml:3; give each its own key",
    ] == str(caught.value).splitlines()


def test_all_problems_of_all_files_at_once(folder: Path) -> None:
    """Each with its own file and line."""
    (folder / "acts/pay.yaml").write_text(
        "activities:\n  - key: pay\n    flows: {recipient: d}\n", encoding="utf-8"
    )
    (folder / "acts/hire.yaml").write_text("activities:\n  - key: hire\n    nmae: x\n", encoding="utf-8")
    with pytest.raises(FileNotUnderstood) as caught:
        load(folder)

    assert [(Path(one.file).name, one.line) for one in caught.value.problems] == [
        ("hire.yaml", 3),
        ("pay.yaml", 3),
    ]


def test_every_file_that_cannot_be_read_is_told(folder: Path) -> None:
    """Not only the first."""
    (folder / "acts/pay.yaml").write_text("[", encoding="utf-8")
    (folder / "more.yml").write_text("a: &b c", encoding="utf-8")
    with pytest.raises(FileNotUnderstood) as caught:
        load(folder)

    assert {"pay.yaml", "more.yml"} == {Path(one.file).name for one in caught.value.problems}


def test_saving_nothing_new_writes_nothing(folder: Path) -> None:
    """Not a byte, not a date."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")}
    save(load(folder), folder)

    assert before == {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")}


def test_each_entry_stays_in_its_file(folder: Path) -> None:
    """Only the file of what changed is written, comments and all."""
    before = texts(folder)
    new = load(folder).replace("b", name="Bee").replace("pay", name="Wages")
    save(new, folder)
    after = texts(folder)

    assert {"more.yml", "acts/pay.yaml"} == {name for name in before if before[name] != after[name]}
    assert MORE.replace("{key: b}", "{key: b, name: Bee}") == after["more.yml"]
    assert new == load(folder)


def test_new_entries_go_where_their_like_is(folder: Path) -> None:
    """Behind the entry before; in a file of their own where each has one; else into the main file."""
    new = load(folder).put(
        Party(key="d"), Activity(key="fire"), System(key="t"), SharedMeasure(key="m", text="MFA")
    )
    save(new, folder)
    after = texts(folder)

    assert after["more.yml"] == MORE + "  - {key: d}\n"
    assert after["acts/fire.yaml"] == "activities:\n  - {key: fire}\n"
    assert '"t"' in after["systems.json"]
    assert after["main.yaml"] == MAIN + "measures:\n  - {key: m, text: MFA}\n"
    assert {"hire", "pay", "fire"} == {one.key for one in load(folder).activities}


def test_removed_entries_go(folder: Path) -> None:
    """Also the last of a file, which then says nothing."""
    save(load(folder).without("pay").without("s"), folder)

    assert [one.key for one in load(folder).activities] == ["hire"]
    assert load(folder).systems == ()


def test_an_empty_folder_gets_one_file(tmp_path: Path) -> None:
    """Called register.yaml."""
    register = Register(holder="a", parties=[{"key": "a"}])
    save(register, tmp_path)

    assert os.listdir(tmp_path) == ["register.yaml"]
    assert register == load(tmp_path)


def test_an_empty_folder_is_no_register(tmp_path: Path) -> None:
    """Nor is one with comments only."""
    for _ in range(2):
        with pytest.raises(FileNotUnderstood, match="no register in this folder"):
            load(tmp_path)
        (tmp_path / "a.yaml").write_text("# nothing\n", encoding="utf-8")


def test_limits_hold_for_the_folder_as_a_whole(folder: Path) -> None:
    """Files and bytes."""
    for limits in (Limits(files=3), Limits(size=100)):
        with pytest.raises(FileNotUnderstood):
            load(folder, limits=limits)


def test_a_path_has_its_file_and_line(folder: Path) -> None:
    """Entries, fields, and what is not there: the line of what should hold it."""
    origin = origin_of(load(folder))
    assert origin is not None

    for path, name, line in (
        ("parties.c", "more.yml", 4),
        ("activities.pay.flows.b", "acts/pay.yaml", 3),
        ("activities.pay.flows.b.countries", "acts/pay.yaml", 3),
        ("activities.hire.purposes", "acts/hire.yaml", 3),
        ("systems.s", "systems.json", 1),
        ("holder", "main.yaml", 2),
        ("", "acts/hire.yaml", 1),
    ):
        assert (f"{folder}/{name}", line) == origin.place(path)


def test_a_changed_file_has_no_lines(folder: Path) -> None:
    """Rather none than wrong ones; a register changed in Python has no origin."""
    register = load(folder)
    origin = origin_of(register)
    (folder / "more.yml").write_text("# longer\n" + MORE, encoding="utf-8")

    assert origin is not None
    assert origin.place("parties.c") is None
    assert origin_of(register.replace("c", name="C")) is None


HEAD = "ropa: 1\nholder: h\nparties: {key: h}\n"


@pytest.mark.parametrize(
    ("names", "instead"),
    [
        (("a.yaml", "b.yaml", "c.yaml"), "write {}/*.yaml"),
        (("a/register.yaml", "b/register.yaml"), "write {}/*"),
        (("a.yaml", "b/c.yaml"), "name them one by one"),
    ],
)
def test_a_folder_of_registers_is_told_in_one_line(
    tmp_path: Path, names: tuple[str, ...], instead: str
) -> None:
    """Each file names its holder and describes it: these are several registers."""
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HEAD)
    with pytest.raises(FileNotUnderstood) as told:
        load(tmp_path)

    (problem,) = told.value.problems
    assert f"holds {len(names)} registers" in problem.wrong
    assert problem.instead == instead.format(tmp_path)


def test_first_lines_that_stand_twice_make_no_second_register(tmp_path: Path) -> None:
    """The holder is described once: the lines are to be taken away."""
    (tmp_path / "a.yaml").write_text(HEAD)
    (tmp_path / "b.yaml").write_text("ropa: 1\nholder: h\nparties: {key: c}\n")
    with pytest.raises(FileNotUnderstood, match="keep one of them"):
        load(tmp_path)

"""Whole files: what stood there before survives every failure, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ropa.errors import CouldNotWrite, FileNotUnderstood
from ropa.formats.safe_file import make_folder, read_bytes, write_atomic


def failing(error: BaseException) -> Callable[..., Any]:
    def fail(*given: object, **named: object) -> None:
        raise error

    return fail


def full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that is already there."""
    path = tmp_path / "register.yaml"
    path.write_bytes(b"old")
    return path


def test_a_new_file_is_as_open_as_the_umask_says(tmp_path: Path) -> None:
    """As any program would create it."""
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "new", b"new")
    finally:
        os.umask(before)

    assert (tmp_path / "new").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["new"]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_an_old_file_keeps_its_permissions(old: Path, mode: int) -> None:
    """Who closed a register to others finds it closed after saving."""
    old.chmod(mode)
    write_atomic(old, b"new")

    assert old.read_bytes() == b"new"
    assert stat.S_IMODE(old.stat().st_mode) == mode


@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
@pytest.mark.parametrize("error", [full(), KeyboardInterrupt(), MemoryError()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    """A full disk or Ctrl-C at any step costs nothing that was there."""
    monkeypatch.setattr(os, call, failing(error))
    expected = CouldNotWrite if isinstance(error, OSError) else type(error)
    with pytest.raises(expected) as raised:
        write_atomic(old, b"new")
    monkeypatch.undo()

    assert old.read_bytes() == b"old"
    assert os.listdir(old.parent) == [old.name]
    if isinstance(error, OSError):
        assert str(raised.value) == f"{old}: No space left on device"


def test_a_link_keeps_pointing_and_its_file_is_written(old: Path, tmp_path: Path) -> None:
    """Registers kept elsewhere stay where they are."""
    link = tmp_path / "link"
    link.symlink_to(old)
    write_atomic(link, b"new")

    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """There is no file to write."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(CouldNotWrite):
        write_atomic(tmp_path / "a", b"new")

    assert (tmp_path / "a").is_symlink()


def test_without_force_an_old_file_is_refused(old: Path) -> None:
    """And a new one is written."""
    with pytest.raises(CouldNotWrite, match=r"register\.yaml: is already there"):
        write_atomic(old, b"new", force=False)
    write_atomic(old.with_name("other"), b"new", force=False)

    assert old.read_bytes() == b"old"
    assert sorted(os.listdir(old.parent)) == ["other", "register.yaml"]


@pytest.mark.parametrize("links", [True, False])
def test_without_force_a_file_that_appears_meanwhile_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Another program may create the file between our look and our move; also where the disk knows no links."""
    target, sync = tmp_path / "new", os.fsync

    def appear(handle: int) -> None:
        target.write_bytes(b"theirs")
        sync(handle)

    monkeypatch.setattr(os, "fsync", appear)
    if not links:
        monkeypatch.setattr(os, "link", failing(OSError(errno.EPERM, "Operation not permitted")))
    with pytest.raises(CouldNotWrite, match="is already there"):
        write_atomic(target, b"ours", force=False)

    assert target.read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["new"]


def test_without_force_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory stick knows no links; if the move fails there, the name that was taken is given back."""
    monkeypatch.setattr(os, "link", failing(OSError(errno.EPERM, "Operation not permitted")))
    write_atomic(tmp_path / "new", b"new", force=False)
    monkeypatch.setattr(os, "replace", failing(full()))
    with pytest.raises(CouldNotWrite):
        write_atomic(tmp_path / "other", b"new", force=False)

    assert (tmp_path / "new").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["new"]


def test_of_many_writers_without_force_one_wins(tmp_path: Path) -> None:
    """Everybody else is told."""
    outcomes: list[str] = []

    def write(number: int) -> None:
        try:
            write_atomic(tmp_path / "new", b"%d" % number, force=False)
            outcomes.append(str(number))
        except CouldNotWrite:
            outcomes.append("")

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert [(tmp_path / "new").read_text()] == [outcome for outcome in outcomes if outcome]
    assert len(outcomes) == 8


@needs_pipes
def test_only_files_are_written_over(tmp_path: Path) -> None:
    """A folder, a pipe or a device in the place of the file stays what it is."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path(os.devnull)):
        with pytest.raises(CouldNotWrite, match="is not a file"):
            write_atomic(path, b"new")

    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="for an administrator no file is read-only")
def test_a_read_only_file_is_not_written_over(old: Path) -> None:
    """Moving over it would be possible, but who made it read-only meant it."""
    old.chmod(0o444)
    with pytest.raises(CouldNotWrite, match="is read-only"):
        write_atomic(old, b"new")


@pytest.mark.parametrize("name", ["missing/new", "nul\x00", "x" * 300])
def test_impossible_names_are_told_with_the_path(tmp_path: Path, name: str) -> None:
    """No error of the operating system reaches the caller bare."""
    with pytest.raises(CouldNotWrite) as raised:
        write_atomic(tmp_path / name, b"new")

    assert str(tmp_path / name) in str(raised.value)


def test_a_long_name_leaves_room_for_writing_beside_it(tmp_path: Path) -> None:
    """The name of the file beside is not made of the name of the file."""
    write_atomic(tmp_path / ("x" * 255), b"new")

    assert (tmp_path / ("x" * 255)).read_bytes() == b"new"


@pytest.mark.parametrize("size", [0, 1, 5])
def test_a_file_up_to_the_limit_is_read(tmp_path: Path, size: int) -> None:
    """The limit itself is allowed."""
    (tmp_path / "file").write_bytes(b"x" * size)

    assert read_bytes(tmp_path / "file", 5) == b"x" * size


def test_a_larger_file_is_refused(tmp_path: Path) -> None:
    """With its name and the limit."""
    (tmp_path / "file").write_bytes(b"x" * 6)
    with pytest.raises(FileNotUnderstood, match="is larger than 5 bytes") as raised:
        read_bytes(tmp_path / "file", 5)

    assert raised.value.problems[0].file == str(tmp_path / "file")


def test_a_file_larger_than_one_gulp_is_read_whole(tmp_path: Path) -> None:
    """Reading goes on until the end."""
    content = os.urandom(3_000_001)
    (tmp_path / "file").write_bytes(content)

    assert read_bytes(tmp_path / "file", 10_000_000) == content


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file that hides its size")
def test_a_file_that_says_it_is_empty_is_read_to_its_end() -> None:
    """Some files state no size."""
    assert read_bytes(Path("/proc/self/status"), 100_000).startswith(b"Name:")
    with pytest.raises(FileNotUnderstood, match="is larger than 10 bytes"):
        read_bytes(Path("/proc/self/status"), 10)


@needs_pipes
def test_only_files_are_read(tmp_path: Path) -> None:
    """A folder, a pipe nobody writes into, a device without end, and what is not there."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(FileNotUnderstood, match="is not a file"):
            read_bytes(path, 5)
    for path in (tmp_path / "missing", tmp_path / "nul\x00"):
        with pytest.raises(FileNotUnderstood):
            read_bytes(path, 5)


def test_a_folder_is_made_in_one_that_is_there(tmp_path: Path) -> None:
    """Also where it is there already; a name that leads nowhere is an error, and nothing is made."""
    make_folder(tmp_path / "new")
    make_folder(tmp_path / "new")

    assert (tmp_path / "new").is_dir()
    with pytest.raises(CouldNotWrite, match="gone is not there"):
        make_folder(tmp_path / "gone" / "new")
    assert not (tmp_path / "gone").exists()

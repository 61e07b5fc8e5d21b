"""Reads and writes whole files: never half of one, never more than asked, and never anything but a file.

A program that is killed, a full disk or Ctrl-C in the middle of a save must not cost a register: the new
content is complete and on the disk before it takes the place of the old.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from ropa.errors import CouldNotWrite, FileNotUnderstood, NotUnderstood, Problem

AT_ONCE = 1 << 20

# Waiting for somebody to write into a pipe would be for ever; the names that a system lacks it does not need.
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def a_path(given: object) -> Path:
    """The path of a file or folder; `NotUnderstood` for several of them, or for anything else."""
    if isinstance(given, (str, Path)):
        return Path(given)
    instead = "give one at a time" if isinstance(given, (list, tuple, set, frozenset)) else ""
    raise NotUnderstood([Problem("", "the path of a file is wanted here", instead)])


def write_atomic(path: Path, data: bytes, *, force: bool = True) -> None:
    """Write a whole file, or leave everything as it was and raise `CouldNotWrite`.

    A file that is already there keeps its permissions, and is refused if `force` is false, also when another
    program creates it in this very moment. Where `path` is a link, the file it points at is written.
    """
    try:
        _write(path, data, force)
    except FileExistsError:
        raise CouldNotWrite(f"{path}: is already there") from None
    except (OSError, ValueError) as error:
        # ValueError: the name has a character that no file name may have.
        raise CouldNotWrite(f"{path}: {_said(error)}") from error


def refuse(path: Path, *, force: bool = True) -> None:
    """Raise the `CouldNotWrite` that writing this file would end in, as far as that is seen beforehand; write nothing."""
    try:
        if _standing(Path(os.path.realpath(path))) is not None and not force:
            raise FileExistsError
    except FileExistsError:
        raise CouldNotWrite(f"{path}: is already there") from None
    except (OSError, ValueError) as error:
        raise CouldNotWrite(f"{path}: {_said(error)}") from error


def make_folder(path: Path) -> None:
    """Make a folder in one that is there, or raise `CouldNotWrite`; one that is already there is fine.

    Those above it are not made: a name that is mistyped would become folders nobody looks into.
    """
    try:
        path.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise CouldNotWrite(f"{path}: the folder {path.parent} is not there") from None
    except (OSError, ValueError) as error:
        raise CouldNotWrite(f"{path}: {_said(error)}") from error


def _write(path: Path, data: bytes, force: bool) -> None:
    target = Path(os.path.realpath(path))
    before = _standing(target)
    if before is not None and not force:
        raise FileExistsError
    beside = target.with_name(f".ropa-{secrets.token_hex(8)}")
    try:
        _fill(beside, data, before)
        if force:
            os.replace(beside, target)
        else:
            _move_to_new(beside, target)
    except BaseException:
        # Also Ctrl-C: nobody wants to find our leftovers.
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _settle(target.parent)


def _standing(target: Path) -> os.stat_result | None:
    """What is known of the file that is already there, if one is."""
    try:
        before = os.lstat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(before.st_mode):
        # Moving a file over /dev/null would leave the whole system without it.
        raise OSError("is not a file")
    if not os.access(target, os.W_OK):
        # The move below needs a writable folder only, but who made a file read-only meant it.
        raise PermissionError("is read-only")
    return before


def _fill(beside: Path, data: bytes, before: os.stat_result | None) -> None:
    # A new file gets what the umask leaves; an old one is never, not even for a moment, more open than it was.
    with os.fdopen(os.open(beside, _CREATE, 0o666 if before is None else 0o600), "wb") as file:
        if before is not None:
            # Some network folders refuse; the file then stays more closed than it was.
            with contextlib.suppress(OSError):
                os.chmod(beside, before.st_mode & 0o777)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move_to_new(beside: Path, target: Path) -> None:
    """Move to a name nobody has; two programs cannot both succeed."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, such as a memory stick: take the name first, then move over it.
        os.close(os.open(target, _CREATE, 0o666))
        try:
            os.replace(beside, target)
        except BaseException:
            target.unlink()
            raise
    else:
        beside.unlink()


def _settle(folder: Path) -> None:
    """Have the move itself written to the disk, where the system lets a program ask for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def read_bytes(path: Path, most: int) -> bytes:
    """All bytes of a file that has at most `most` of them.

    Raises `FileNotUnderstood` for what is missing, larger, or no ordinary file: a folder, a pipe, a device.
    """
    try:
        return _read(path, most)
    except (OSError, ValueError) as error:
        raise FileNotUnderstood([Problem(at="", wrong=_said(error), file=str(path))]) from error


def _read(path: Path, most: int) -> bytes:
    handle = os.open(path, _READ)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("is not a file")
        content = bytearray()
        # Not by its stated size: a file can grow, and some say 0 and go on for ever.
        while len(content) <= most and (chunk := os.read(handle, min(AT_ONCE, most + 1 - len(content)))):
            content += chunk
    finally:
        os.close(handle)
    if len(content) > most:
        raise OSError(f"is larger than {most} bytes")
    return bytes(content)


def _said(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)

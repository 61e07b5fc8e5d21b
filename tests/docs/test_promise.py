"""What docs/promise.md says of the whole way from file to file: no network, no other programs or files, same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVERYTHING = """
import sys
from datetime import date
from pathlib import Path

folder, source = Path(sys.argv[1]), Path(sys.argv[2])
touched = []


def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.")):
        touched.append(f"{event} {arguments!r}")
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        # `os.open` gives no mode; what it does is in the flags
        path, writes = os.fsdecode(arguments[0]), bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
        own = path.startswith((str(folder), scratch)) or (not writes and path.startswith((str(source), *allowed)))
        if not own:
            touched.append(f"open {path}")


import os
import tempfile

import ropa

scratch = tempfile.gettempdir()
allowed = tuple({os.path.realpath(one) for one in (*sys.path, sys.prefix, sys.base_prefix) if one} | {*sys.path} - {""})
import openpyxl, reportlab.pdfgen.canvas, networkx  # libraries read the settings of the machine when they are imported

sys.addaudithook(watch)
register = ropa.load(source)
day = date(2026, 6, 1)
ropa.check(register, on=day)
ropa.sharing_graph(register, on=day)
for name, one in ropa.FORMATS.items():
    ropa.export(register, folder / name / one.filename, on=day, as_=name, language="fr")
ropa.save(ropa.load(folder / "yaml" / "register.yaml"), folder / "yaml" / "register.yaml")
print(*touched, sep="\\n", end="")
"""


def everything(folder: Path, source: Path, **environment: str) -> str:
    """Every format of a register into a folder, by a program of its own; what it touched besides."""
    from ropa.formats.export import FORMATS

    scratch = folder.parent / f"{folder.name}-scratch"
    scratch.mkdir()
    for name in FORMATS:
        (folder / name).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-c", EVERYTHING, str(folder), str(source)],
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "TMPDIR": str(scratch),
            "PYTHONPATH": os.pathsep.join(one for one in sys.path if one),
            **environment,
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(scratch.iterdir()) == [], "something is left in the folder for temporary files"
    return done.stdout


BAKERY = ROOT / "examples" / "bakery" / "register.yaml"


def test_nothing_is_touched_but_the_files_it_was_given(tmp_path: Path) -> None:
    """No socket, no other program, no file but the register, the output, the installation and a scratch file."""
    assert everything(tmp_path / "out", BAKERY) == ""


def test_the_watch_sees_what_it_watches_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that opens a socket or a file elsewhere is caught."""
    stray = 'import socket; socket.socket().close(); open("/etc/hostname", "w" if 0 else "r")'
    monkeypatch.setattr(
        sys.modules[__name__], "EVERYTHING", EVERYTHING.replace("print(*touched", f"{stray}\nprint(*touched")
    )

    told = everything(tmp_path / "out", BAKERY)

    assert "socket." in told
    assert "open /etc/hostname" in told


def test_the_same_register_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the hash seed, the time zone and the locale of the machine."""
    one, other = tmp_path / "one", tmp_path / "other"
    everything(one, BAKERY, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    everything(other, BAKERY, PYTHONHASHSEED="2", TZ="America/Anchorage", LC_ALL="C.UTF-8", PYTHONUTF8="1")
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())

    assert len(files) >= 5
    assert [str(file) for file in files if (one / file).read_bytes() != (other / file).read_bytes()] == []

"""A browser as a judge: opens a page without a network, does with it what a test asks, and tells what it saw.

Chromium is the system's own; Playwright, axe, mermaid and cytoscape are the npm packages that `web/package.json` pins,
in the folder that ROPA_WEB_JUDGES names, or else in `ropa-web-judges` in the user's cache:

    mkdir -p "$ROPA_WEB_JUDGES" && cp tests/judges/web/package.json "$ROPA_WEB_JUDGES"
    npm install --prefix "$ROPA_WEB_JUDGES" --ignore-scripts --no-audit --no-fund
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

WEB = Path(__file__).parent / "web"
PROGRAMS = Path(
    os.environ.get("ROPA_WEB_JUDGES")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ropa-web-judges"
)
PINNED: dict[str, str] = json.loads((WEB / "package.json").read_text("utf-8"))["dependencies"]


@dataclass(frozen=True)
class Seen:
    """What a browser saw of a page."""

    result: Any
    """What the script returned."""
    complaints: tuple[str, ...]
    """Errors and warnings on the console, and exceptions nobody caught."""
    requests: tuple[str, ...]
    """What the page asked for beside itself; it got nothing from a network."""


@cache
def chromium() -> str | None:
    """The browser, by the names it goes by."""
    return next(
        (
            found
            for name in ("chromium", "chromium-browser", "google-chrome")
            if (found := shutil.which(name))
        ),
        None,
    )


@cache
def missing() -> str:
    """What is not installed as it is pinned; nothing where all is."""
    lacks = [name for name, found in (("chromium", chromium()), ("node", shutil.which("node"))) if not found]
    for name, version in PINNED.items():
        package = PROGRAMS / "node_modules" / name / "package.json"
        if not package.exists() or json.loads(package.read_text("utf-8"))["version"] != version:
            lacks.append(f"{name} {version} in {PROGRAMS}")
    return ", ".join(lacks)


needs_browser = pytest.mark.skipif(
    bool(missing()) and os.environ.get("ROPA_JUDGES") != "required", reason=f"not installed: {missing()}"
)
"""On a test that opens a page. Where the judges are required nothing is skipped, and `open_page` says what is missing."""


def open_page(
    page: Path | None, script: str = "", *, given: Any = None, seconds: float = 90, **view: Any
) -> Seen:
    """Opens a file (None: an empty page) and runs a script, the body of an async JavaScript function.

    The script has `page` (of Playwright: `await page.click("…")`, `return await page.evaluate(…)`), `given`, and
    `await load("axe-core/axe.min.js")`, which runs a file of a pinned package in the page, whatever its
    content-security policy says. `view` is what Playwright's `newContext` takes: `viewport={"width": 800, "height":
    600}`, `colorScheme="dark"`, `reducedMotion="reduce"`, `javaScriptEnabled=False`.
    """
    assert not missing(), f"not installed: {missing()}"
    asked = {
        "page": str(page.resolve()) if page else None,
        "script": script,
        "given": given,
        "programs": str(PROGRAMS),
        "chromium": chromium(),
        "view": view,
    }
    told = json.loads(node(WEB / "open.mjs", json.dumps(asked), seconds=seconds))
    return Seen(told["result"], tuple(told["complaints"]), tuple(told["requests"]))


def node(program: Path, said: str, *arguments: str, seconds: float = 90) -> str:
    """What a program for node answers to a text."""
    done = subprocess.run(
        ["node", str(program), *arguments],
        input=said,
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout

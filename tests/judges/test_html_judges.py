"""Chromium opens the report as a reader does: it reads well, nothing is fetched, and the picture in it answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.formats.page.test_page import hostile
from tests.judges.browser import needs_browser
from tests.judges.test_page_judges import AXE, EXAMPLES, seen

import ropa

ON = date(2026, 11, 21)
OUTSIDE = AXE.replace("{resultTypes", "{iframes: false, resultTypes")
"""The page within has its own tests; what axe says from frame to frame the browser would complain of."""
LANGUAGES = ("nl", "fr", "de", "en")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of each example, one in each language and more, and of a register in which every text is an attack."""
    folder = tmp_path_factory.mktemp("reports")
    every = {path.parent.name: ropa.load(path) for path in EXAMPLES} | {"hostile": hostile()}
    return {
        name: ropa.export(
            register, folder / f"{name}.html", language=LANGUAGES[number % len(LANGUAGES)], on=ON
        )
        for number, (name, register) in enumerate(every.items())
    }


@needs_browser
class TestReport:
    """One page, from disk, without a network."""

    @pytest.mark.parametrize("name", [*(path.parent.name for path in EXAMPLES), "hostile"])
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_reads_well(self, reports: dict[str, Path], name: str, scheme: str) -> None:
        """axe finds nothing; no complaint, no request."""
        assert [] == seen(reports[name], OUTSIDE, colorScheme=scheme)

    def test_the_picture_in_it_answers(self, reports: dict[str, Path]) -> None:
        """A party is found and chosen, as on the page by itself."""
        told = seen(
            reports["bakery"],
            """const inner = page.frameLocator(".live iframe");
               await inner.locator('#picture [data-key="party:toonbank"]').click();
               return await inner.locator("#panel-title").textContent();""",
        )
        assert "Toonbank" in told

    def test_every_link_leads_somewhere(self, reports: dict[str, Path]) -> None:
        told = seen(
            reports["qlinx"],
            """return await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
                 .filter((one) => !document.getElementById(one.getAttribute("href").slice(1))).length);""",
        )
        assert told == 0

    def test_hostile_names_stay_words(self, reports: dict[str, Path]) -> None:
        """No script but the page's own, no picture, no element made of a name."""
        told = seen(
            reports["hostile"],
            """return await page.evaluate(() => [document.scripts.length, document.querySelectorAll("img").length,
                 document.querySelectorAll("iframe").length]);""",
        )
        assert told == [0, 0, 1]

    def test_on_paper_the_picture_stands_still(self, reports: dict[str, Path]) -> None:
        told = seen(
            reports["bakery"],
            """await page.emulateMedia({media: "print"});
               return [await page.locator(".live iframe").isVisible(), await page.locator(".live svg").isVisible()];""",
        )
        assert told == [False, True]

    def test_narrow(self, reports: dict[str, Path]) -> None:
        """Nothing is wider than a telephone, tables scroll by themselves."""
        told = seen(
            reports["qlix"],
            "return await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);",
            viewport={"width": 360, "height": 700},
        )
        assert told <= 0

    @pytest.mark.parametrize("width", [1300, 800])
    def test_the_legend_has_room(self, reports: dict[str, Path], width: int) -> None:
        """All of it is seen without moving it aside, on a screen that is not a telephone's."""
        told = seen(
            reports["qlinx"],
            """const inner = page.frames().find((one) => one !== page.mainFrame());
               return await inner.evaluate(() => {
                 document.querySelector(".key").open = true;
                 const room = document.getElementById("key");
                 return room.scrollWidth - room.clientWidth;
               });""",
            viewport={"width": width, "height": 900},
        )
        assert told <= 0

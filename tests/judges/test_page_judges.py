"""Chromium opens the page as a reader does: nothing breaks, nothing is fetched, and it answers what it is asked."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from tests.builders import a_register
from tests.formats.page.test_data import two_customers
from tests.formats.page.test_page import NASTY, hostile
from tests.judges.browser import WEB, Seen, needs_browser, node, open_page
from tests.sharing.test_reach import registers

import ropa
from ropa.formats.page import write
from ropa.formats.page.data import of
from ropa.formats.page.picture import shown
from ropa.law import Level
from ropa.model import PEOPLE, Register
from ropa.sharing import walk
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import Trail

ON = date(2026, 11, 21)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/register.yaml"))
BAKERY = next(path for path in EXAMPLES if path.parent.name == "bakery")
AXE = """
await load("axe-core/axe.min.js");
const found = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"],
  // It takes marks and codes in a box ("! 1", "NL") for its visible name; a label says them in words (TestFindings).
  rules: {"label-content-name-mismatch": {enabled: false}}}));
return found.violations.map((one) => [one.impact, one.id, one.nodes.map((node) => node.html.slice(0, 200))]);
"""
TOONBANK = """'#picture [data-key="party:toonbank"]'"""
CHOOSE = f"await page.click({TOONBANK});"

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each example, and of a register in which every text is an attack."""
    folder = tmp_path_factory.mktemp("pages")
    every = {path.parent.name: ropa.load(path) for path in EXAMPLES} | {"hostile": hostile()}
    made = {}
    for name, register in every.items():
        made[name] = folder / f"{name}.html"
        made[name].write_text(write(register, language="nl", on=ON), "utf-8")
    return made


def seen(page: Path, script: str, **view: Any) -> Any:
    """What a script returns on a page that complains of nothing and asks for nothing."""
    found: Seen = open_page(page, script, **view)

    assert ((), ()) == (found.complaints, found.requests)
    return found.result


@needs_browser
class TestOpens:
    """From disk, without a network."""

    @pytest.mark.parametrize("name", [*(path.parent.name for path in EXAMPLES), "hostile"])
    def test_without_a_word(self, pages: dict[str, Path], name: str) -> None:
        """No error, no request, and every party stands in the panel."""
        told = seen(
            pages[name],
            """return await page.evaluate(() => [
                 document.querySelectorAll("#panel .all li").length, given.parties.length + given.people.length,
                 document.querySelectorAll("#rows tr").length, given.flows.length]);""",
        )

        assert (told[1], told[3]) == (told[0], told[2])
        assert told[0] > 1

    def test_counts_agree(self, pages: dict[str, Path]) -> None:
        """As many parties as the head counts stand under that heading in the panel; others are told apart."""
        told = seen(
            pages["bakery"],
            """return await page.evaluate(() => [document.querySelector(".facts").textContent,
                 document.querySelector("#panel-title .count").textContent,
                 document.querySelector("#panel .all").children.length]);""",
        )

        assert f"partijen: {told[1]} " in told[0]
        assert int(told[1]) == told[2]

    def test_the_chosen_party_is_in_sight_on_a_telephone(self, tmp_path: Path) -> None:
        """Where the picture is shown in part it is that part; and badges of countries keep their line."""
        page = tmp_path / "page.html"
        page.write_text(write(ropa.load(BAKERY), language="nl", on=ON, party="toonbank"), "utf-8")
        told = seen(
            page,
            """return await page.evaluate(() => {
                 const [box, frame] = [document.querySelector("#picture .chosen"), find("canvas")].map((one) => one.getBoundingClientRect());
                 const thick = [...document.querySelectorAll('#picture .chosen > rect[rx="2"]')].map((one) => parseFloat(getComputedStyle(one).strokeWidth));
                 return [box.left >= frame.left, box.right <= frame.right, thick.length > 0 && Math.max(...thick) < 1]; });""",
            viewport={"width": 400, "height": 800},
        )

        assert [True, True, True] == told

    def test_hostile_names_run_nothing(self, pages: dict[str, Path]) -> None:
        """They are read as they were written, and no element was made of them."""
        told = seen(
            pages["hostile"],
            """await page.fill("#words", "alert"); await page.press("#words", "Enter");
               return await page.evaluate(() => [document.title, document.scripts.length,
                 document.querySelectorAll("img").length, document.getElementById("panel-title").textContent]);""",
        )

        assert (2, 0) == (told[1], told[2])
        assert told[3].startswith(NASTY[:40])

    def test_without_script(self, pages: dict[str, Path]) -> None:
        """The picture is there, and the page says what is missing."""
        told = seen(
            pages["bakery"],
            """return [await page.locator("#picture").isVisible(), await page.locator("noscript p").isVisible(),
                 await page.locator("#ask").isVisible()];""",
            javaScriptEnabled=False,
        )

        assert [True, True, False] == told


@needs_browser
class TestAnswers:
    """Search, choice, filters."""

    def test_search(self, pages: dict[str, Path]) -> None:
        """Any part of a name finds it, accents or not, and how many there are is announced."""
        told = seen(
            pages["bakery"],
            """const found = async (word) => { await page.fill("#words", word);
                 return [await page.textContent("#found"), ...await page.locator("#results button").allTextContents()]; };
               return [await found("HULP"), await found("allergïeen"), await found("zzz"), await found("")];""",
        )

        assert ["gevonden: 1", "Hulplijn Pvt Ltd partij"] == told[0]
        assert ["gevonden: 1", "allergieën persoonsgegevens"] == told[1]
        assert [["niets gevonden"], [""]] == told[2:]

    def test_click_shows_the_flows(self, pages: dict[str, Path]) -> None:
        """What a party receives, from whom, under which agreement and ground, and what goes on from it."""
        told = seen(
            pages["bakery"],
            CHOOSE
            + """return await page.evaluate(() => ({
                 name: document.getElementById("panel-title").textContent,
                 lists: [...document.querySelectorAll("#panel .flows")].map((list) => [...list.children].map((one) => one.textContent)),
                 tells: [...document.querySelectorAll("#panel .tells li")].map((one) => one.textContent),
                 lit: [...document.querySelectorAll("#picture .flow.lit")].map((one) => one.dataset.key),
                 rows: document.querySelectorAll("#rows tr").length }));""",
        )

        receives, sends, chain, touched = told["lists"]
        assert "Toonbank Ltd" == told["name"]
        assert "van Bakkerij De Korenaar BV" in receives[0]
        assert "verwerkersovereenkomst (dpa-toonbank)" in receives[0]
        assert "allergieën" in receives[0]
        assert ["Wolkenrek BV" in sends[0], "Hulplijn Pvt Ltd" in sends[1]] == [True, True]
        assert "India: standaardcontractbepalingen [artikel 46, lid 2, onder c)]" in sends[1]
        assert 2 == len(chain)
        answer = ropa.impact(ropa.load(BAKERY), breach="toonbank", on=ON).sentences("nl")
        assert list(answer[1:]) == touched + told["tells"]
        assert "allergieën" in touched[0]
        assert "artikel 33, lid 2" in told["tells"][0]
        assert [
            "flow:party:korenaar>party:toonbank#processor",
            "flow:party:toonbank>party:hulplijn#sub-processor/leaves",
            "flow:party:toonbank>party:wolkenrek#sub-processor",
        ] == sorted(told["lit"])
        assert 3 == told["rows"]

    def test_breach_lights_where_data_came_from(self, pages: dict[str, Path]) -> None:
        """Customers and the controller, and nothing behind the party."""
        told = seen(
            pages["bakery"],
            CHOOSE
            + """await page.check("input[value=breach]");
               return await page.evaluate(() =>
                 [...document.querySelectorAll("#picture :is(.party, .people).lit")].map((one) => one.dataset.key));""",
        )

        assert ["party:korenaar", "party:toonbank", "people:customers"] == sorted(told)

    def test_filters_reduce(self, pages: dict[str, Path]) -> None:
        """Each leaves fewer rows, together fewer still, and clearing brings all back."""
        told = seen(
            pages["bakery"],
            """const rows = () => page.locator("#rows tr").count(); const all = [await rows()];
               for (const [id, label] of [["activity", "Bestellingen in de webwinkel"], ["data", "allergieën"], ["role", "verwerker"]]) {
                 await page.selectOption("#" + id, {label}); all.push(await rows()); }
               await page.selectOption("#land", {label: "India"}); all.push(await rows());
               all.push(await page.textContent("#shown"));
               await page.click("#clear"); await page.waitForTimeout(50); all.push(await rows());
               await page.selectOption("#land", "outside"); all.push(await rows());
               return all;""",
        )

        every, orders, allergies, processors, india, said, again, outside = told
        assert every > orders > allergies > processors > india == 0
        assert "Geen gegevensstroom voldoet aan alles wat gevraagd is." == said
        assert (every, 1) == (again, outside)

    def test_table_filter_and_light_follow_the_data(self, tmp_path: Path) -> None:
        """Who works for one customer alone is not lit, filtered or told with the data of another."""
        page = tmp_path / "two.html"
        page.write_text(write(two_customers(), language="en", on=ON), "utf-8")
        told = seen(
            page,
            """const row = () => page.evaluate(() => [...document.querySelectorAll("#rows tr")].map((one) => one.textContent));
               const lit = () => page.evaluate(() => document.querySelector('#picture [data-key="party:desk"]').classList.contains("lit"));
               const all = [await row()];
               await page.selectOption("#data", {label: "data concerning health"}); all.push(await row(), await lit());
               await page.selectOption("#data", {label: "name"}); all.push(await row(), await lit());
               return all;""",
        )
        every, health, lit_by_health, name, lit_by_name = told
        to_desk = [one for one in every if "sub-processor" in one]

        assert len(to_desk) == 1
        assert "name of customers" in to_desk[0]
        assert "health" not in to_desk[0]
        assert not [one for one in health if "sub-processor" in one]
        assert [one for one in name if "sub-processor" in one] == to_desk
        assert (lit_by_health, lit_by_name) == (False, True)

    def test_keyboard(self, pages: dict[str, Path]) -> None:
        """A party is reached, chosen, followed and left without a mouse."""
        told = seen(
            pages["bakery"],
            """await page.focus("#canvas"); const window = () => page.getAttribute("#picture", "viewBox");
               const before = await window(); await page.keyboard.press("ArrowRight"); const moved = await window();
               await page.keyboard.press("+"); const nearer = await window(); await page.keyboard.press("0");
               const again = await window();
               const focused = () => page.evaluate(() => document.activeElement.dataset.key ?? document.activeElement.textContent);
               while (await focused() !== "party:toonbank") await page.keyboard.press("Tab");
               await page.keyboard.press("Enter");
               const pressed = await page.getAttribute('#picture [data-key="party:toonbank"]', "aria-pressed");
               const said = await page.textContent("#found");
               await page.focus("#words"); await page.keyboard.type("post"); await page.keyboard.press("ArrowDown");
               await page.keyboard.press("Enter");
               const next = await focused(); await page.keyboard.press("Escape");
               return { changed: [before !== moved, moved !== nearer, before === again], pressed, said, next,
                 left: await page.locator("#picture .lit.chosen").count() };""",
        )

        assert [True, True, True] == told["changed"]
        assert ("true", "Toonbank Ltd — uitgelichte gegevensstromen: 3") == (told["pressed"], told["said"])
        assert ("Postduif BV", 0) == (told["next"], told["left"])

    def test_address_brings_back(self, pages: dict[str, Path]) -> None:
        """What was asked stands in the address after `#`, and is asked again when the page is opened there."""
        told = seen(
            pages["bakery"],
            CHOOSE
            + """await page.selectOption("#role", {label: "subverwerker"}); await page.reload();
               return [await page.textContent("#panel-title"), await page.locator("#rows tr").count()];""",
        )

        assert ["Toonbank Ltd", 2] == told


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ropa.CheckReport]:
    """The page of the bakery with what the rules find in it at a flow, and one finding said of its recipient."""
    told = yaml.safe_load(BAKERY.read_text("utf-8"))
    news = next(one for one in told["activities"] if one["key"] == "nieuwsbrief")
    del news["flows"]["countries"]
    register = Register.of(told)
    report = ropa.check(register, on=ON)
    warning = next(one for one in report.findings if one.level == Level.WARNING)
    moved = replace(warning, place=replace(warning.place, at="parties.postduif"))
    report = replace(report, findings=(*report.findings, moved))
    page = tmp_path_factory.mktemp("checked") / "bakery.html"
    page.write_text(write(register, language="nl", on=ON, report=report), "utf-8")
    return page, report


POSTDUIF = """'#picture [data-key="party:postduif"]'"""
LINE = """'#picture [data-key="flow:party:korenaar>party:postduif#processor"]'"""


@needs_browser
class TestFindings:
    """What the rules found stands where it is about."""

    def test_of_a_party(self, checked: tuple[Path, ropa.CheckReport]) -> None:
        """Chosen, its findings are listed with what to do; the box says their number aloud, not its marks."""
        page, report = checked
        found = [one for one in report.findings if one.where.partition(".flows")[0] == "parties.postduif"]
        told = seen(
            page,
            f"""await page.click({POSTDUIF});
               return {{ label: await page.getAttribute({POSTDUIF}, "aria-label"),
                 faults: await page.locator("#panel > .faults > li").allTextContents() }};""",
        )

        assert found
        assert len(found) == len(told["faults"])
        for one, said in zip(found, told["faults"], strict=True):
            assert one.message("nl") in said
            assert one.remedy("nl") in said
        assert told["label"].startswith("Postduif BV, verwerker, ")
        assert told["label"].endswith(", 1 waarschuwing")
        assert "!" not in told["label"]

    def test_of_a_line(self, checked: tuple[Path, ropa.CheckReport]) -> None:
        """A click beside the thin line chooses it: its findings, its flow, both its ends; the address brings it back."""
        page, report = checked
        flow = [one for one in report.findings if one.where.startswith("activities.nieuwsbrief.flows")]
        told = seen(
            page,
            f"""const near = await page.evaluate(() => {{
                 const line = document.querySelector({LINE} + " path.room");
                 const at = line.getPointAtLength(line.getTotalLength() * 0.15).matrixTransform(line.getScreenCTM());
                 return [at.x, at.y + 3]; }});
               await page.mouse.click(...near);
               const look = () => page.evaluate(() => ({{
                 title: document.getElementById("panel-title").textContent,
                 faults: [...document.querySelectorAll("#panel > .faults > li")].map((one) => one.textContent),
                 lit: [...document.querySelectorAll("#picture .lit")].map((one) => one.dataset.key).sort(),
                 rows: document.querySelectorAll("#rows tr:not(.under)").length }}));
               const clicked = await look(); await page.reload(); return [clicked, await look()];""",
        )

        assert flow
        assert told[0] == told[1]
        assert told[0]["title"] == "Bakkerij De Korenaar BV → Postduif BV"
        assert all(any(one.message("nl") in said for said in told[0]["faults"]) for one in flow)
        assert [
            "flow:party:korenaar>party:postduif#processor",
            "party:korenaar",
            "party:postduif",
        ] == told[0]["lit"]
        assert told[0]["rows"] == 1

    def test_a_line_by_keyboard(self, checked: tuple[Path, ropa.CheckReport]) -> None:
        """It is reached, said in a sentence, chosen, and left."""
        told = seen(
            checked[0],
            """await page.focus("#canvas");
               const key = () => page.evaluate(() => document.activeElement.dataset.key ?? "");
               for (let at = 0; at < 99 && await key() !== "flow:party:korenaar>party:postduif#processor"; at++)
                 await page.keyboard.press("Tab");
               const said = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
               await page.keyboard.press("Enter");
               const chosen = await page.textContent("#panel-title"); await page.keyboard.press("Escape");
               return [said, chosen, await page.locator("#picture .chosen").count()];""",
        )

        assert told[0].startswith("Van Bakkerij De Korenaar BV naar Postduif BV: ")
        assert ["Bakkerij De Korenaar BV → Postduif BV", 0] == told[1:]

    def test_only_with_findings(self, checked: tuple[Path, ropa.CheckReport]) -> None:
        """The filter leaves the flows that something was found of, or of their ends; their rows say what."""
        page, report = checked
        told = seen(
            page,
            """const rows = () => page.locator("#rows tr").count(); const all = await rows();
               await page.selectOption("#only", "found"); const some = await rows();
               const said = await page.locator("#rows tr .faults li").allTextContents();
               await page.reload(); return [all, some, await rows(), said.join(" ")];""",
        )

        assert told[0] > told[1] == told[2] > 0
        flows = [one for one in report.findings if ".flows." in one.where]
        assert all(one.message("nl") in told[3] for one in flows)

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("chosen", [POSTDUIF, LINE])
    def test_axe_finds_nothing(
        self, checked: tuple[Path, ropa.CheckReport], scheme: str, chosen: str
    ) -> None:
        """With findings listed and opened: no violation, in light and in dark."""
        script = (
            f"""await page.focus({chosen}); await page.keyboard.press("Enter");
               await page.selectOption("#only", "found");
               await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));"""
            + AXE
        )

        assert [] == seen(checked[0], script, colorScheme=scheme, viewport={"width": 1400, "height": 900})


@needs_browser
class TestForEverybody:
    """Whoever reads it, however."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing(self, pages: dict[str, Path], scheme: str) -> None:
        """In use, with a party chosen and a search open: no violation at all, in light and in dark."""
        script = CHOOSE + 'await page.check("input[value=breach]"); await page.fill("#words", "a");' + AXE

        assert [] == seen(
            pages["bakery"], script, colorScheme=scheme, viewport={"width": 1400, "height": 900}
        )

    @pytest.mark.parametrize("name", ["qlix", "wolq"])
    def test_axe_on_a_small_screen(self, pages: dict[str, Path], name: str) -> None:
        """At rest; the table is then read as cards, and is a table still."""
        assert [] == seen(pages[name], AXE, viewport={"width": 390, "height": 844})

    def test_nothing_sticks_out(self, pages: dict[str, Path]) -> None:
        """A small screen scrolls down, not sideways."""
        told = seen(
            pages["qlix"],
            """return await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);""",
            viewport={"width": 390, "height": 844},
        )

        assert told[0] <= told[1]

    def test_print_has_every_row(self, tmp_path: Path) -> None:
        """What was not yet scrolled to is printed too."""
        flows = [{"key": f"f{at}", "recipient": "host", "processing": [f"task {at}"]} for at in range(250)]
        page = tmp_path / "long.html"
        register = a_register(activities=[{"key": "work", "flows": flows}])
        page.write_text(write(register, language="en", on=ON), "utf-8")
        told = seen(
            page,
            """const before = await page.locator("#rows tr").count(); await page.pdf();
               return [before, await page.locator("#rows tr").count()];""",
        )

        assert [100, 250] == told


@needs_browser
def test_a_large_register(tmp_path: Path) -> None:
    """Two thousand parties: the picture is folded, the table begun, and search finds the last."""
    parties = [
        {"key": "bakery"},
        *({"key": f"p{at}", "country": "NL" if at % 2 else "BE"} for at in range(2000)),
    ]
    activities = [
        {
            "key": f"a{at}",
            "personal_data": ["name", "email"],
            "data_subjects": ["customers"],
            "flows": [
                {"recipient": f"p{at * 20 + step}", "role": "processor"}
                | ({"sender": f"p{at * 20 + step // 2}"} if step else {})
                for step in range(20)
            ],
        }
        for at in range(100)
    ]
    page = tmp_path / "large.html"
    page.write_text(write(a_register(parties=parties, activities=activities), language="en", on=ON), "utf-8")
    told = seen(
        page,
        """await page.fill("#words", "p1999"); await page.press("#words", "Enter");
           return await page.evaluate(() => [document.getElementById("panel-title").textContent,
             document.querySelectorAll("#picture g.fold.chosen").length, document.querySelectorAll("#rows tr").length,
             performance.now()]);""",
    )

    assert ["p1999", 1, 1] == told[:3]


# --- the closures of the script are those of the library ---


def closures(register: Register) -> Iterator[tuple[Spread, str, dict[str, Any], list[str]]]:
    """For each activity and party: what the script works out, and the parties by number."""
    data = of(register, language="en", on=ON, seen=shown(register, language="en", on=ON))
    script = (files("ropa.formats.page") / "reach.js").read_text("utf-8")
    found = json.loads(node(WEB / "reach.mjs", json.dumps({"script": script, "data": data})))
    keys, reach = [one["key"] for one in data["parties"]], Reach.of(register, ON)
    for activity, by_party in zip(reach, found, strict=True):
        for key, told in zip(keys, by_party, strict=True):
            yield reach[activity], key, told, keys


def between(ways: Any, keys: list[str]) -> set[tuple[str, str, int]]:
    """The ways between parties that a script names."""
    return {(keys[start], keys[end], int(takes, 16)) for start, end, takes, _ in ways if start >= 0}


def named(ways: Iterator[Way]) -> set[tuple[str, str, int]]:
    return {(way.hop.sender, way.hop.recipient, way.tokens) for way in ways if way.hop.sender != PEOPLE}


def same(register: Register) -> None:
    for spread, key, told, keys in closures(register):
        here = {at: spread.possible.at[at] for at in spread.possible.of(key)}
        onward = Trail(here, [way for way in spread.ways if way.hop.sender != PEOPLE], spread.arrives)

        assert onward.at == {(keys[party], keys[tag]): int(mask, 16) for party, tag, mask in told["at"]}
        assert named(walk.onward(spread, here)) == between(told["onward"], keys)
        assert named(walk.before(spread, here, spread.possible)) == between(told["back"], keys)


@needs_node
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_closures_of_the_examples(path: Path) -> None:
    """From every party of every activity, onward and back: the script and the library agree."""
    same(ropa.load(path))


@needs_node
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_closures_of_any_register(register: Register) -> None:
    """Cycles, diamonds, joint controllers, customers, members of a category: the script and the library agree."""
    same(register)

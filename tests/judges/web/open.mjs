// Opens a page in Chromium without a network and does with it what a test asks.
//
// Standard input: {page, script, given, programs, chromium, view: {...}}; standard output: {result, complaints, requests}.
// The script is the body of an async function of `page` (of Playwright), `given`, and `load`, which runs a file of an
// installed package in the page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const asked = JSON.parse(readFileSync(0, "utf-8"));
const programs = createRequire(path.join(asked.programs, "package.json"));
const { chromium } = programs("playwright-core");

const browser = await chromium.launch({
  executablePath: asked.chromium,
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const context = await browser.newContext({ offline: true, ...asked.view });
  const page = await context.newPage();
  const address = asked.page ? pathToFileURL(asked.page).href : "about:blank";
  const complaints = [];
  const requests = [];
  page.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) complaints.push(`${said.type()}: ${said.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  await page.goto(address, { waitUntil: "load" });
  const tools = await context.newCDPSession(page);
  const load = async (file) => {
    // As a script of the page would run: what it declares is there for all, and no policy of the page stops it.
    const expression = readFileSync(path.join(asked.programs, "node_modules", file), "utf-8");
    const { exceptionDetails } = await tools.send("Runtime.evaluate", { expression });
    if (exceptionDetails) throw new Error(`${file}: ${exceptionDetails.exception?.description}`);
  };
  const AsyncFunction = (async () => {}).constructor;
  const result = await new AsyncFunction("page", "given", "load", asked.script)(page, asked.given, load);
  process.stdout.write(JSON.stringify({ result: result ?? null, complaints, requests }));
} finally {
  await browser.close();
}

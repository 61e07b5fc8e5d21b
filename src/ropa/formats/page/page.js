// All together: a choice or a filter changes the picture, the panel and the table at once.

function update() {
  const chosen = lit();
  const filtered = FILTERS.some((one) => asked[one] !== "");
  const ways = given.ways.filter((way) => (!chosen || chosen.has(way)) && passes(way));
  paint(ways, Boolean(chosen) || filtered);
  tabulate(ways);
  remember();
}

function choose(kind, at, fromList = false) {
  asked.chosen = kind ? { kind, at } : null;
  panel();
  update();
  reveal();
  if (fromList) find("panel-title").focus();
  const name = kind && find("panel-title").textContent;
  find("found").textContent = name ? fill(words.zoomed, { name, count: stated(rows.flatMap(([, ways]) => ways)) }) : "";
}

/** Brings what is chosen into sight. */
function reveal() {
  const box = asked.chosen && boxes.get(boxKey(asked.chosen.kind, asked.chosen.at));
  if (box) view.reveal(box.group);
}

function light(kind) {
  asked.light = kind;
  panel();
  document.querySelector("input[name=light]:checked")?.focus();
  update();
}

function filter() {
  for (const one of FILTERS) asked[one] = find(one).value;
  update();
}

function clear() {
  find("ask").reset();
}

function options(id, list, ...more) {
  find(id).append(
    ...more.map(([value, text]) => make("option", { value }, text)),
    ...list.map((one, at) => make("option", { value: at }, short(one.name))),
  );
}

const short = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function remember() {
  const { chosen, light: lights, ...filters } = asked;
  const told = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  if (chosen)
    told.set(
      "chosen",
      chosen.kind === "party" ? `party:${given.parties[chosen.at].key}` : boxKey(chosen.kind, chosen.at),
    );
  if (chosen && lights !== "chain") told.set("light", lights);
  try {
    history.replaceState(null, "", `#${told}`);
  } catch {
    // Some frames have no history: the page works without.
  }
}

function recall() {
  const said = new URLSearchParams(location.hash.slice(1));
  for (const one of FILTERS) find(one).value = said.get(one) ?? "";
  for (const one of FILTERS) asked[one] = find(one).value;
  if (["near", "breach"].includes(said.get("light"))) asked.light = said.get("light");
  const key = said.get("chosen") ?? (given.chosen && `party:${given.chosen}`);
  const party = given.parties.findIndex((one) => `party:${one.key}` === key);
  const people = given.people.findIndex((one) => one.key === key);
  const line = given.drawn.findIndex(([one]) => one === key);
  if (party >= 0) asked.chosen = { kind: "party", at: party };
  else if (people >= 0) asked.chosen = { kind: "people", at: people };
  else if (line >= 0) asked.chosen = { kind: "flow", at: line };
}

const DARK = "(prefers-color-scheme: dark)";

/** The palette that was chosen, or that the reader's system asks for. */
function theme() {
  const chosen = document.querySelector("input[name=theme]:checked")?.value;
  document.documentElement.dataset.theme = chosen || (matchMedia(DARK).matches ? "dark" : "light");
}

function start() {
  theme();
  for (const hidden of document.querySelectorAll("[hidden]:is(form, fieldset, .tools, #panel)"))
    hidden.hidden = false;
  document.documentElement.classList.add("alive");
  find("canvas").tabIndex = 0;
  find("canvas").style.aspectRatio = picture.viewBox.baseVal.width / picture.viewBox.baseVal.height;
  Object.entries({ role: "group", "aria-labelledby": "picture-title", "aria-describedby": "hint" }).forEach(
    ([one, value]) => find("canvas").setAttribute(one, value),
  );
  offerFindings();
  options("activity", given.activities);
  options("data", given.kinds);
  options("land", given.lands, [OUTSIDE, words.outside], [NO_LAND, words["unstated-land"]]);
  options("role", given.roles);
  draw();
  picture.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(event.target);
  });
  find("ask").addEventListener("submit", (event) => event.preventDefault());
  find("ask").addEventListener("change", (event) => event.target.tagName === "SELECT" && filter());
  find("ask").addEventListener("reset", () => setTimeout(() => (search(), filter(), choose(null))));
  find("ask").addEventListener("keydown", inResults);
  find("words").addEventListener("input", search);
  find("nearer").addEventListener("click", () => view.zoom(STEP));
  find("further").addEventListener("click", () => view.zoom(1 / STEP));
  find("whole").addEventListener("click", () => view.whole());
  find("more").addEventListener("click", () => write(2 * AT_ONCE));
  document
    .querySelector(".theme")
    .addEventListener("change", theme);
  matchMedia(DARK).addEventListener("change", theme);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (asked.chosen) choose(null);
    else clear();
  });
  addEventListener("beforeprint", () => {
    write(rows.length);
    for (const one of document.querySelectorAll(".rest")) one.whole();
    for (const one of document.querySelectorAll("#table details")) one.open = true;
  });
  new IntersectionObserver(
    (seen) => seen.some((one) => one.isIntersecting) && !find("more").hidden && write(2 * AT_ONCE),
    { rootMargin: "400px" },
  ).observe(find("more"));
  view.begin();
  recall();
  panel();
  update();
  reveal();
}

const view = plane(find("canvas"), picture, pick);
start();

// Search: everything that has a name, found by any part of its words.

const plainly = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const NAMED = { party: "parties", people: "people", activity: "activities", data: "kinds", land: "lands" };
const index = Object.entries(NAMED).flatMap(([kind, list]) =>
  given[list].map((one, at) => ({
    kind,
    at,
    name: one.name,
    text: plainly([one.name, one.key ?? "", ...(one.about ?? [])].join(" ")),
  })),
);
const MOST_FOUND = 12;

function search() {
  const wanted = plainly(find("words").value).split(/\s+/).filter(Boolean);
  const found = wanted.length ? index.filter((one) => wanted.every((word) => one.text.includes(word))) : [];
  const most = found.slice(0, MOST_FOUND);
  const items = most.map((one) =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", dir: "auto", onclick: () => take(one) },
        one.name,
        " ",
        make("span", { class: "kind" }, words[`kind-${one.kind}`]),
      ),
    ),
  );
  find("results").replaceChildren(...items);
  find("results").hidden = !items.length;
  const said = !found.length
    ? words["found-none"]
    : found.length > most.length
      ? words["found-more"]
      : words.found;
  find("found").textContent = wanted.length ? fill(said, { count: found.length, shown: most.length }) : "";
}

function take({ kind, at }) {
  find("results").hidden = true;
  if (kind === "party" || kind === "people") return choose(kind, at, true);
  find(kind).value = at;
  filter();
  find(kind).focus();
}

function inResults(event) {
  const buttons = [...find("results").querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  if (event.key === "Enter" && at < 0) {
    event.preventDefault();
    if (!find("results").hidden) buttons[0]?.click();
  } else if (event.key === "Escape" && !find("results").hidden) {
    // The first Escape closes what was found, the next one clears what was chosen.
    event.stopPropagation();
    find("results").hidden = true;
    find("words").focus();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!buttons.length || find("results").hidden) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? find("words") : buttons[Math.min(next, buttons.length - 1)]).focus();
  }
}

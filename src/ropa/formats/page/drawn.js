// The picture: boxes that can be chosen, and lines that light up.

const picture = find("picture");
const boxes = new Map(); // by key: {group, kind, at, name}
const lines = given.drawn.map(() => null);
const folded = new Map(
  Object.entries(given.folds).flatMap(([key, members]) => members.map((one) => [one, key])),
);

/** The key of the box in which something is drawn. */
function boxKey(kind, at) {
  if (kind === "fold") return Object.keys(given.folds)[at];
  if (kind === "people") return given.people[at].key;
  return folded.get(at) ?? `party:${given.parties[at].key}`;
}

function labelOf(key) {
  return boxes.get(key)?.group.querySelector("title")?.textContent ?? key;
}

/** What a box is called aloud: what one reads in it; its name in full where that was broken or shortened. */
function spoken(group, name) {
  const read = [...group.querySelectorAll("text")].map((one) => one.textContent).join(" ");
  return read.includes(name ?? "") ? read : `${read}: ${name}`;
}

function draw() {
  const known = new Map(Object.keys(given.folds).map((key, at) => [key, { kind: "fold", at }]));
  given.parties.forEach((one, at) => known.set(`party:${one.key}`, { kind: "party", at, name: one.name }));
  given.people.forEach((one, at) => known.set(one.key, { kind: "people", at, name: one.name }));
  const lineOf = new Map(given.drawn.map(([key], at) => [key, at]));
  // An image has no parts; now that its parties can be chosen it is a group of them.
  picture.setAttribute("role", "group");
  for (const group of picture.querySelectorAll("g[data-key]")) {
    const key = group.getAttribute("data-key");
    if (known.has(key)) {
      boxes.set(key, { group, ...known.get(key) });
      const told = {
        tabindex: 0,
        role: "button",
        "aria-pressed": false,
        "aria-label": spoken(group, known.get(key).name),
      };
      for (const [one, value] of Object.entries(told)) group.setAttribute(one, value);
    } else {
      group.setAttribute("aria-hidden", "true");
      if (lineOf.has(key)) lines[lineOf.get(key)] = group;
      else boxes.set(key, { group });
    }
  }
}

function pick(target) {
  const box = boxes.get(target.closest("g[data-key]")?.getAttribute("data-key"));
  if (box?.kind) choose(box.kind, box.at);
}

function paint(ways, some) {
  const on = new Set();
  for (const line of new Set(ways.flatMap((way) => way.drawn ?? []))) {
    on.add(lines[line]);
    for (const key of given.drawn[line].slice(1)) on.add(boxes.get(key)?.group);
  }
  const chosen = asked.chosen && boxes.get(boxKey(asked.chosen.kind, asked.chosen.at))?.group;
  picture.classList.toggle("asked", some);
  for (const group of lines) group?.classList.toggle("lit", on.has(group));
  for (const { group, kind } of boxes.values()) {
    group.classList.toggle("lit", on.has(group) || group === chosen);
    group.classList.toggle("chosen", group === chosen);
    if (kind) group.setAttribute("aria-pressed", group === chosen);
  }
}

// The picture: boxes and lines that can be chosen and light up.

const picture = find("picture");
const boxes = new Map(); // boxes and lines by key: {group, kind, at, name}
const lines = given.drawn.map(() => null);
const labels = new Map(given.labels);
const folded = new Map(
  Object.entries(given.folds).flatMap(([key, members]) => members.map((one) => [one, key])),
);

/** The key of the box in which something is drawn. */
function boxKey(kind, at) {
  if (kind === "flow") return given.drawn[at][0];
  if (kind === "fold") return Object.keys(given.folds)[at];
  if (kind === "people") return given.people[at].key;
  return folded.get(at) ?? `party:${given.parties[at].key}`;
}

const titleOf = (key) => boxes.get(key)?.group.querySelector("title")?.textContent ?? key;

/** What a box or a line is called aloud. */
const labelOf = (key) => labels.get(key) ?? titleOf(key);

/** What a box stands for in a few words. */
const nameOf = (key) => boxes.get(key)?.name ?? titleOf(key).split("; ")[0];

function choosable(key, group, what) {
  boxes.set(key, { group, ...what });
  const told = { tabindex: 0, role: "button", "aria-pressed": false, "aria-label": labelOf(key) };
  for (const [one, value] of Object.entries(told)) group.setAttribute(one, value);
  // Its words are in the label, the name first; marks and codes are not to be read aloud.
  for (const one of group.querySelectorAll("text")) one.setAttribute("aria-hidden", true);
}

/** A line is thin: around it is room to be hit. */
function widened(group) {
  const line = group.querySelector("path");
  if (!line) return;
  const room = line.cloneNode();
  room.setAttribute("class", "room");
  group.querySelector("title").after(room);
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
      choosable(key, group, known.get(key));
    } else if (lineOf.has(key)) {
      lines[lineOf.get(key)] = group;
      widened(group);
      choosable(key, group, { kind: "flow", at: lineOf.get(key) });
    } else {
      group.setAttribute("aria-hidden", "true");
      boxes.set(key, { group });
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
  for (const { group, kind } of boxes.values()) {
    group.classList.toggle("lit", on.has(group) || group === chosen);
    group.classList.toggle("chosen", group === chosen);
    if (kind) group.setAttribute("aria-pressed", group === chosen);
  }
}

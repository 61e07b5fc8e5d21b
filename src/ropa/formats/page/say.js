// What the page knows, what is asked of it, and how things of the register are said. Words of the register only ever
// become text, never markup.

const given = ready(JSON.parse(document.getElementById("register").textContent));
const { words } = given;
const find = (id) => document.getElementById(id);
const AT_ONCE = 100;
const asked = { chosen: null, light: "chain", activity: "", data: "", land: "", role: "", only: "" };

function fill(text, gaps) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
}

function row(all) {
  const several = [...new Set(all)];
  return several.length < 2
    ? several.join("")
    : several.slice(0, -1).join(words.comma) + words.and + several.at(-1);
}

function make(tag, told = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(told)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...inside.filter((one) => one !== "" && one !== undefined));
  return made;
}

/** A list that is written as far as one asks: makers of its items, and a button for more of them. */
function long(kind, told, makers) {
  const list = make(kind, told);
  const button = make("button", { type: "button", class: "rest", onclick: () => more(2 * AT_ONCE) });
  let written = 0;
  function more(many) {
    list.append(...makers.slice(written, written + many).map((one) => one()));
    written = Math.min(makers.length, written + many);
    button.hidden = written === makers.length;
    button.textContent = fill(words.more, { count: makers.length - written });
  }
  button.whole = () => more(makers.length);
  more(AT_ONCE);
  return [list, button];
}

const namePeople = (at) => (at < 0 ? words.people : given.people[at].name);

/** Which data of whom, as a text. */
function told(activity, mask) {
  const whose = new Map();
  activity.tokens.forEach(([kind, people], bit) => {
    if (!(mask & (1n << BigInt(bit)))) return;
    whose.set(kind, [...(whose.get(kind) ?? []), people]);
  });
  const groups = grouped(
    whose,
    ([, people]) => people.join(),
    ([kind, people]) => ({ kind, people }),
  );
  return [...groups.values()]
    .map((one) => {
      const data = one
        .map(({ kind }) => (kind < 0 ? words["some-data"] : given.kinds[kind].name))
        .join(words.comma);
      const people = row(one[0].people.filter((at) => at >= 0).map(namePeople));
      return people ? fill(words["data-of"], { data, people }) : data;
    })
    .join(words.semicolon);
}

/** The data of a way: first those that its sender surely has, then those that it may have. */
function toldOf(way, mask) {
  const activity = given.activities[way.in];
  const perhaps = told(activity, mask & ~way.surely);
  return [told(activity, mask & way.surely), perhaps && fill(words["maybe-data"], { data: perhaps })]
    .filter(Boolean)
    .join(words.semicolon);
}

function peopleOf(ways, masks) {
  const found = ways.flatMap((way) => {
    const mask = masks?.get(way) ?? way.carries;
    return given.activities[way.in].tokens
      .filter((_, bit) => mask & (1n << BigInt(bit)))
      .map(([, people]) => people);
  });
  return row((found.some((at) => at >= 0) ? found.filter((at) => at >= 0) : [-1]).map(namePeople));
}

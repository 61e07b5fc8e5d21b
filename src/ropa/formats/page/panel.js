// The panel: what a party receives and sends, where that ends, what a breach there would touch.

function party(at) {
  const { name } = given.parties[at];
  return make(
    "button",
    { type: "button", class: "name", dir: "auto", onclick: () => choose("party", at, true) },
    name,
  );
}

function sender(flow, ways, masks) {
  return flow.from === PEOPLE ? make("bdi", { class: "name" }, peopleOf(ways, masks)) : party(flow.from);
}

function marks(flow) {
  const made = [make("span", { class: `mark ${flow.kind}` }, flow.as)];
  if (flow.leaves) made.push(make("span", { class: "mark leaves" }, words.outside));
  if (flow.maybe) made.push(make("span", { class: "mark maybe" }, words.maybe));
  return made.flatMap((one) => [" ", one]);
}

/** The data of a flow: by activity, folded away where there are many. */
function carried(ways, masks) {
  const items = ways.map((way) => {
    const activity = given.activities[way.in];
    const data = way.unsaid ? words["unknown-data"] : toldOf(way, masks?.get(way) ?? way.carries) || "–";
    return make("li", {}, make("bdi", { class: "activity" }, activity.name), " ", make("bdi", {}, data));
  });
  const list = make("ul", { class: "data" }, ...items);
  if (items.length < 3) return list;
  const count = fill(words["count-activities"], { count: new Set(ways.map((way) => way.in)).size });
  return make("details", {}, make("summary", {}, count), list);
}

function facts(flow) {
  const said = [
    flow.place,
    flow.paper,
    flow.rests && fill(words["rests-on"], { ground: flow.rests }),
    ...flow.more,
  ];
  return make("p", { class: "more" }, said.filter(Boolean).join(" · "));
}

function flowItem(flow, ways, masks, ...head) {
  return make(
    "li",
    {},
    make("p", { class: "who" }, ...head, ...marks(flow)),
    facts(flow),
    carried(ways, masks),
    ...foundMore(foundOf(ways)),
  );
}

function byFlow(ways) {
  return [
    ...grouped(
      ways,
      (way) => way.flow,
      (way) => way,
    ),
  ];
}

function block(title, makers, none, kind = "ul") {
  const head = make("h3", {}, title, " ", make("span", { class: "count" }, makers.length));
  return [
    head,
    ...(makers.length ? long(kind, { class: "flows" }, makers) : [make("p", { class: "none" }, none)]),
  ];
}

function panel() {
  const { chosen } = asked;
  const pages = { people: ofPeople, party: ofParty, fold: ofFold, flow: ofFlow };
  find("panel").replaceChildren(...(chosen ? pages[chosen.kind](chosen.at) : overview()));
}

function heading(name, about) {
  const close = make(
    "button",
    {
      type: "button",
      class: "close",
      "aria-label": words.close,
      title: words.close,
      onclick: () => choose(null),
    },
    "×",
  );
  const head = make("h2", { id: "panel-title", tabindex: "-1", dir: "auto" }, name);
  return [make("div", { class: "head" }, head, close), make("p", { class: "about" }, about)];
}

function overview() {
  const people = given.people.map((one, at) => entry("people", at, one.name, words["about-people"]));
  const every = given.parties.map((one, at) => [one, entry("party", at, one.name, one.about.join(" · "))]);
  const [sharing, apart] = [false, true].map((is) =>
    every.filter(([one]) => Boolean(one.apart) === is).map(([, item]) => item),
  );
  const listed = (title, items) =>
    items.length ? [make("h3", {}, title, " ", counted(items)), ...long("ul", { class: "all" }, items)] : [];
  return [
    make("h2", { id: "panel-title" }, words["all-parties"], " ", counted(sharing)),
    make("p", { class: "about" }, words.choose),
    ...long("ul", { class: "all" }, sharing),
    ...listed(words["all-people"], people),
    ...listed(words["parties-apart"], apart),
  ];
}

const counted = (items) => make("span", { class: "count" }, items.length);

function entry(kind, at, name, about) {
  return () =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "name", dir: "auto", onclick: () => choose(kind, at, true) },
        name,
      ),
      ...(kind === "party" ? foundMark(at) : []),
      " ",
      make("span", { class: "more" }, about),
    );
}

function ofParty(at) {
  const one = given.parties[at];
  const seat = one.seat && fill(words.seat, { land: one.seat });
  const into = given.ways.filter((way) => way.to === at);
  const out = given.ways.filter((way) => way.from === at);
  const received = byFlow(into).map(
    ([flow, ways]) =>
      () =>
        flowItem(flow, ways, null, make("span", {}, words.from), " ", sender(flow, ways)),
  );
  const sent = byFlow(out).map(
    ([flow, ways]) =>
      () =>
        flowItem(flow, ways, null, make("span", {}, words.to), " ", party(flow.to)),
  );
  const faults = one.found ? [make("h3", {}, words.findings), foundList(one.found)] : [];
  const near = [
    ...block(words.receives, received, words["receives-nothing"]),
    ...block(words.sends, sent, words["sends-nothing"]),
  ];
  const onwards = [...near, ...block(words.chain, chain(at), words["chain-ends"], "ol")];
  // What is lit up in the picture stands first in words too.
  const inOrder = asked.light === "breach" ? [...breach(at), ...onwards] : [...onwards, ...breach(at)];
  return [...heading(one.name, [...one.about, seat].filter(Boolean).join(" · ")), ...faults, lights(), ...inOrder];
}

/** Several parties that are drawn as one box. */
function ofFold(at) {
  const [key, members] = Object.entries(given.folds)[at];
  const items = members.map((one) =>
    entry("party", one, given.parties[one].name, given.parties[one].about.join(" · ")),
  );
  return [...heading(labelOf(key), ""), ...long("ul", { class: "all" }, items)];
}

function ofPeople(at) {
  const used = new Map(
    given.activities.flatMap((one) => [
      ...carrying(
        one,
        tokens(one, (_, people) => people === at),
      ),
    ]),
  );
  const items = byFlow(used.keys()).map(
    ([flow, ways]) =>
      () =>
        flowItem(flow, ways, used, ...ends(flow, ways, used)),
  );
  return [
    ...heading(namePeople(at), words["about-people"]),
    ...block(words["chain-people"], items, words["holds-nothing"]),
  ];
}

/** The flows that are one line in the picture, and what was found of them. */
function ofFlow(at) {
  const [, ...nodes] = given.drawn[at];
  const ways = given.ways.filter((way) => way.drawn?.includes(at));
  const faults = foundOf(ways);
  const items = byFlow(ways).map(
    ([flow, own]) =>
      () =>
        flowItem(flow, own, null, ...ends(flow, own)),
  );
  return [
    ...heading(nodes.map(nameOf).join(" → "), ""),
    ...(faults.length ? [make("h3", {}, words.findings), foundList(faults)] : []),
    ...block(words["flow-drawn"], items, ""),
  ];
}

function ends(flow, ways, masks) {
  return [sender(flow, ways, masks), make("span", { class: "arrow" }, " → "), party(flow.to)];
}

function lights() {
  const radios = ["chain", "near", "breach"].map((kind) => {
    const told = {
      type: "radio",
      name: "light",
      value: kind,
      checked: asked.light === kind,
      onchange: () => light(kind),
    };
    return make("label", {}, make("input", told), make("span", {}, words[`light-${kind}`]));
  });
  return make("fieldset", { class: "lights" }, make("legend", {}, words.lights), ...radios);
}

/** Where it goes from a party to the end, step by step. */
function chain(at) {
  const used = new Map();
  const steps = new Map();
  for (const activity of given.activities) {
    const found = onward(activity, at);
    found.used.forEach((mask, way) => {
      used.set(way, mask);
      steps.set(way.flow, Math.min(steps.get(way.flow) ?? Infinity, found.steps.get(way)));
    });
  }
  return byFlow(used.keys())
    .sort(([one], [other]) => steps.get(one) - steps.get(other) || one.at - other.at)
    .map(([flow, ways]) => () => {
      const item = flowItem(flow, ways, used, ...ends(flow, ways, used));
      item.className = `step-${Math.min(5, steps.get(flow))}`;
      item.value = steps.get(flow);
      return item;
    });
}

/** What a breach at a party touches, and who then tells or assesses what: as the library says it. */
function breach(at) {
  const told = given.parties[at].breach;
  if (!told) return [make("h3", {}, words.breach), make("p", { class: "none" }, words["breach-none"])];
  const [touched, notices] = told.map((numbers) =>
    numbers.map((number) => () => make("li", {}, make("bdi", {}, given.breaches[number]))),
  );
  return [
    make("h3", {}, words.breach),
    make("p", { class: "about" }, words["breach-touches"]),
    ...long("ul", { class: "flows breach" }, touched),
    ...(notices.length ? long("ul", { class: "tells" }, notices) : []),
  ];
}

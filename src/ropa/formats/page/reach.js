// How far data get, from wherever one stands: the script's side of typed reach (ropa.sharing.spread). Who may hold
// what is given; from there data are followed onward and back, flow by flow, within one activity, for one controller.
// A way takes what its flow names; it carries what of that its sender may hold, for whom the flow is.
// Sets of data are BigInts, a bit for each kind of data of one group of people.
"use strict";

const PEOPLE = -1;

/** The data of the page made ready to be followed: sets as BigInts, ways with their ends, by sender and recipient. */
function ready(given) {
  const size = given.parties.length + 1; // and one for nobody, where no controller is recorded
  const activities = given.activities.map((one) => ({
    ...one,
    size,
    held: new Map(one.held.map(([party, tag, may]) => [party * size + tag, set(may)])),
    tagsOf: grouped(
      one.held,
      (held) => held[0],
      (held) => held[1],
    ),
  }));
  const flows = given.flows.map((flow, at) => ({ roles: [], lands: [], more: [], ...flow, at }));
  for (const flow of flows) {
    flow.ways = flow.ways.map((way) => ({
      ...way,
      flow,
      from: flow.from,
      to: flow.to,
      takes: set(way.takes),
      carries: set(way.carries ?? way.takes),
      surely: set(way.surely ?? way.carries ?? way.takes),
      only: way.only && new Map(way.only.map(([tag, ...onward]) => [tag, onward])),
    }));
  }
  const ways = flows.flatMap((flow) => flow.ways);
  const within = grouped(
    ways,
    (way) => way.in,
    (way) => way,
  );
  activities.forEach((one, at) => {
    one.ways = within.get(at) ?? [];
    one.onward = grouped(
      one.ways,
      (way) => way.from,
      (way) => way,
    );
    one.into = grouped(
      one.ways,
      (way) => way.to,
      (way) => way,
    );
  });
  return { ...given, activities, flows, ways };
}

function set(text) {
  return BigInt(`0x${text}`);
}

function grouped(all, by, what) {
  const found = new Map();
  for (const one of all) {
    if (!found.has(by(one))) found.set(by(one), []);
    found.get(by(one)).push(what(one));
  }
  return found;
}

/** For whom data held for one controller are, once they went a way; nothing where they do not pass. */
function arrives(way, tag) {
  const tags = way.only ? (way.only.get(tag) ?? []) : [tag];
  if (way.own === undefined) return tags;
  return tags.length ? [way.own] : [];
}

/** Where what a party may hold can get from there: {at, used}, what is where, and what went which way. */
function onward(activity, party) {
  const starts = (activity.tagsOf.get(party) ?? []).map((tag) => party * activity.size + tag);
  return follow(activity, new Map(starts.map((at) => [at, activity.held.get(at)])));
}

function follow(activity, starts) {
  const at = new Map(starts);
  const used = new Map();
  const steps = new Map();
  const waiting = [...starts].map(([place, fresh]) => [place, fresh, 1]);
  for (const [place, fresh, step] of waiting) {
    const tag = place % activity.size;
    for (const way of activity.onward.get((place - tag) / activity.size) ?? []) {
      const passing = fresh & way.takes;
      if (!passing) continue;
      for (const there of arrives(way, tag)) {
        const to = way.to * activity.size + there;
        const known = at.get(to) ?? 0n;
        if (!used.has(way)) steps.set(way, step);
        used.set(way, (used.get(way) ?? 0n) | passing);
        if (!(passing & ~known)) continue;
        at.set(to, known | passing);
        waiting.push([to, passing & ~known, step + 1]);
      }
    }
  }
  return { at, used, steps };
}

/** By which ways what a party may hold came to it, from the people on: {need, used}. */
function back(activity, party) {
  const need = new Map();
  const used = new Map();
  const waiting = [];
  const ask = (place, wanted) => {
    const fresh = wanted & ~(need.get(place) ?? 0n);
    if (!fresh) return;
    need.set(place, (need.get(place) ?? 0n) | fresh);
    waiting.push([place, fresh]);
  };
  for (const tag of activity.tagsOf.get(party) ?? []) {
    const place = party * activity.size + tag;
    ask(place, activity.held.get(place));
  }
  for (const [place, fresh] of waiting) {
    const tag = place % activity.size;
    for (const way of activity.into.get((place - tag) / activity.size) ?? []) {
      for (const before of senders(activity, way)) {
        const passing = fresh & way.takes & before.holds;
        if (!passing || !arrives(way, before.tag).includes(tag)) continue;
        used.set(way, (used.get(way) ?? 0n) | passing);
        if (way.from !== PEOPLE) ask(way.from * activity.size + before.tag, passing);
      }
    }
  }
  return { need, used };
}

/** For whom, and what, the sender of a way holds; people give for every controller. */
function senders(activity, way) {
  if (way.from === PEOPLE) return activity.tags.map((tag) => ({ tag, holds: way.takes }));
  const tags = activity.tagsOf.get(way.from) ?? [];
  return tags.map((tag) => ({ tag, holds: activity.held.get(way.from * activity.size + tag) }));
}

/** The ways that some data go in an activity, and what of them each carries. */
function carrying(activity, wanted) {
  const used = new Map();
  for (const way of activity.ways) {
    for (const before of senders(activity, way)) {
      const passing = wanted & way.takes & before.holds;
      if (passing && arrives(way, before.tag).length) used.set(way, (used.get(way) ?? 0n) | passing);
    }
  }
  return used;
}

/** The tokens of an activity that a question is about: of these people, of this kind of data. */
function tokens(activity, asks) {
  return activity.tokens.reduce(
    (all, [kind, people], bit) => (asks(kind, people) ? all | (1n << BigInt(bit)) : all),
    0n,
  );
}

// What is asked, and which ways of the data answer to it.

const NO_LAND = "none";
const OUTSIDE = "outside";

function passes(way) {
  const activity = given.activities[way.in];
  const { flow } = way;
  if (asked.activity !== "" && way.in !== +asked.activity) return false;
  if (asked.data !== "" && !(tokens(activity, (kind) => kind === +asked.data) & way.carries)) return false;
  if (asked.only !== "" && !troubled(way)) return false;
  if (asked.role !== "" && !flow.roles.includes(+asked.role)) return false;
  if (asked.land === NO_LAND) return !flow.lands.length && way.from !== PEOPLE;
  if (asked.land === OUTSIDE) return Boolean(flow.leaves);
  return asked.land === "" || flow.lands.includes(+asked.land);
}

/** The ways that light up for what is chosen, and what of the data each stands for; null where nothing is. */
function lit() {
  if (!asked.chosen) return null;
  const { kind, at } = asked.chosen;
  const found = new Map();
  const add = (all) => all.forEach((mask, way) => found.set(way, mask));
  for (const activity of given.activities) {
    if (kind === "fold") {
      const members = new Set(Object.values(given.folds)[at]);
      for (const way of activity.ways)
        if (members.has(way.from) || members.has(way.to)) found.set(way, way.carries);
    } else if (kind === "people") {
      add(
        carrying(
          activity,
          tokens(activity, (_, people) => people === at),
        ),
      );
    } else if (kind === "flow") {
      for (const way of activity.ways) if (way.drawn?.includes(at)) found.set(way, way.carries);
    } else if (asked.light === "breach") {
      add(back(activity, at).used);
    } else {
      for (const way of activity.into.get(at) ?? []) found.set(way, way.carries);
      if (asked.light === "near") for (const way of activity.onward.get(at) ?? []) found.set(way, way.carries);
      else add(onward(activity, at).used);
    }
  }
  return found;
}

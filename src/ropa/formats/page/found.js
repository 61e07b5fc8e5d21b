// What was found in the register: at a party, at a flow, and only that where one asks for it.

const FAULTS = given.found ?? [];
const FILTERS = ["activity", "data", "land", "role", ...(FAULTS.length ? ["only"] : [])];

/** The findings about the ways of a flow, each once. */
const foundOf = (ways) => [...new Set(ways.flatMap((way) => way.found ?? []))].sort((one, other) => one - other);

/** Whether something was found of a way or of one of its ends. */
function troubled(way) {
  const ends = [way.from, way.to].filter((at) => at >= 0);
  return Boolean(way.found || ends.some((at) => given.parties[at].found));
}

function foundItem(number) {
  const { level, code, says, remedy } = FAULTS[number];
  const mark = make("span", { class: `mark ${level}` }, words[`finding-${level}`]);
  const more = remedy ? [make("p", { class: "more" }, fill(words.remedy, { remedy }))] : [];
  return make("li", {}, make("p", {}, mark, " ", make("bdi", {}, says), " ", make("span", { class: "more" }, code)), ...more);
}

function foundList(numbers) {
  return make("ul", { class: "faults" }, ...numbers.map(foundItem));
}

/** How many findings, to be opened; nothing where there are none. */
function foundMore(numbers) {
  if (!numbers.length) return [];
  const count = fill(words["findings-count"], { count: numbers.length });
  return [make("details", { class: "faulty" }, make("summary", {}, count), foundList(numbers))];
}

/** The mark of a party in a list. */
function foundMark(at) {
  const numbers = given.parties[at].found ?? [];
  if (!numbers.length) return [];
  const level = ["error", "warning", "note"].find((one) => numbers.some((number) => FAULTS[number].level === one));
  const said = `${words[`finding-${level}`]} · ${fill(words["findings-count"], { count: numbers.length })}`;
  return [" ", make("span", { class: `mark ${level}` }, said)];
}

function offerFindings() {
  if (!FAULTS.length) return;
  const every = [["", words["only-all"]], ["found", words["only-found"]]];
  const choice = make("select", { id: "only" }, ...every.map(([value, text]) => make("option", { value }, text)));
  find("clear").before(make("div", { class: "field" }, make("label", { for: "only" }, words.only), choice));
}

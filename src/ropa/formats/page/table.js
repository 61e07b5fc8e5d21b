// The table: every flow in words, written as far as it is looked at.

const COLUMNS = ["from", "to", "role", "data", "where", "paper"];
let rows = [];
let written = 0;

/** How many flows of the register these ways are; where data begin with people is none. */
const stated = (ways) => new Set(ways.map((way) => way.nth).filter((one) => one !== undefined)).size;

function tabulate(ways) {
  rows = byFlow(ways);
  written = 0;
  const head = make(
    "tr",
    { role: "row" },
    ...COLUMNS.map((one) => make("th", { scope: "col", role: "columnheader" }, words[`column-${one}`])),
  );
  const body = make("tbody", { role: "rowgroup", id: "rows" });
  find("table").replaceChildren(
    make(
      "table",
      { role: "table", "aria-labelledby": "flows-title" },
      make("thead", { role: "rowgroup" }, head),
      body,
    ),
  );
  find("shown").textContent = rows.length
    ? fill(rows.length < given.flows.length ? words.shown : words["shown-all"], {
        count: stated(ways),
        all: stated(given.ways),
      })
    : words["none-match"];
  write(AT_ONCE);
}

function write(many) {
  find("rows").append(...rows.slice(written, written + many).flatMap(([flow, ways]) => [tableRow(flow, ways), ...underRow(ways)]));
  written = Math.min(rows.length, written + many);
  find("more").hidden = written >= rows.length;
  find("more").textContent = fill(words.more, { count: rows.length - written });
}

/** On paper: what was found of a flow, over the whole width under its row. */
function underRow(ways) {
  const numbers = foundOf(ways);
  if (!numbers.length) return [];
  const cell = make("td", { colspan: COLUMNS.length }, foundList(numbers));
  return [make("tr", { class: "under", "aria-hidden": "true" }, cell)];
}

function tableRow(flow, ways) {
  const paper = [flow.paper, flow.rests, ...flow.more].filter(Boolean);
  const cells = [
    [sender(flow, ways)],
    [party(flow.to)],
    marks(flow).slice(1),
    [carried(ways)],
    [flow.place ?? "–"],
    [...(paper.length ? [make("ul", { class: "papers" }, ...paper.map((one) => make("li", {}, one)))] : ["–"]), ...foundMore(foundOf(ways))],
  ];
  return make(
    "tr",
    { role: "row" },
    ...cells.map((cell, at) =>
      make("td", { role: "cell", "data-label": words[`column-${COLUMNS[at]}`] }, ...cell),
    ),
  );
}

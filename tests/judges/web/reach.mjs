// Runs the closures of the page's own script on the data of a page: {script, data} in, what each party gets and from
// where out.

import { readFileSync } from "node:fs";

const { script, data } = JSON.parse(readFileSync(0, "utf-8"));
const { ready, onward, back } = new Function(`${script}; return { ready, onward, back };`)();
const given = ready(data);
const hex = (mask) => mask.toString(16);
const way = ([one, mask]) => [one.from, one.to, hex(one.takes), hex(mask)];
const place = (activity) => ([at, mask]) => [Math.floor(at / activity.size), at % activity.size, hex(mask)];

const told = given.activities.map((activity) =>
  given.parties.map((_, party) => {
    const forth = onward(activity, party);
    const from = back(activity, party);
    return {
      at: [...forth.at].map(place(activity)),
      onward: [...forth.used].map(way),
      back: [...from.used].map(way),
    };
  }),
);
process.stdout.write(JSON.stringify(told));

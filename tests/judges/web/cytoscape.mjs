// Reads Cytoscape JSON without a screen: standard input is the file, the argument the folder of the packages.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const cytoscape = createRequire(path.join(process.argv[2], "package.json"))("cytoscape");
const { elements } = JSON.parse(readFileSync(0, "utf-8"));
const graph = cytoscape({ elements, headless: true });
const data = (all) => all.map((one) => ({ ...one.data(), classes: one.classes().join(" ") }));
process.stdout.write(JSON.stringify({ nodes: data(graph.nodes()), edges: data(graph.edges()) }));

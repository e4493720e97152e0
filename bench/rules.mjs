/** The same rules and cases through other engines, in node: `node bench/rules.mjs FOLDER`. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beside } from "./lib/peers.mjs";
import * as jsonLogic from "./peers/json-logic.mjs";
import * as jsonRulesEngine from "./peers/json-rules-engine.mjs";
import * as zenEngine from "./peers/zen-engine.mjs";

const folder = process.argv[2];
const known = JSON.parse(readFileSync(path.join(folder, "rules.json"), "utf8"));
const results = await beside([jsonLogic, jsonRulesEngine, zenEngine], known);
writeFileSync(path.join(folder, "peers.json"), JSON.stringify({ cases: known.cases.length, results }));
process.exit(0);

/** The pages that ours is measured beside, made ready to be served as ours is: packed with brotli, nothing fetched from elsewhere. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const BENCH = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const MODULES = path.join(BENCH, "node_modules");

/** The parts of SurveyJS that a page without a framework loads, by its documentation. */
const SURVEY = {
  "survey-core.css": "survey-core/survey-core.min.css",
  "survey-core.js": "survey-core/survey.core.min.js",
  "survey-js-ui.js": "survey-js-ui/survey-js-ui.min.js",
};

function pack(folder) {
  for (const name of readdirSync(folder).filter((name) => !name.endsWith(".br"))) {
    const file = path.join(folder, name);
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
}

/** A SurveyJS form of some questions, `{ title, answers }` each; returns its folder. */
export function survey(folder, questions) {
  const out = path.join(folder, "survey");
  mkdirSync(out, { recursive: true });
  copyFileSync(path.join(BENCH, "page/survey/index.html"), path.join(out, "index.html"));
  for (const [name, from] of Object.entries(SURVEY)) copyFileSync(path.join(MODULES, from), path.join(out, name));
  const elements = questions.map(({ title, answers }, at) => ({ type: "radiogroup", name: `question${at}`, title, choices: answers }));
  const form = `new Survey.Model(${JSON.stringify({ elements })}).render(document.getElementById("form"));\n`;
  writeFileSync(path.join(out, "form.js"), form);
  pack(out);
  return out;
}

/** The bare Yew counter, which the build left beside; returns its folder. */
export function counter(folder) {
  const out = path.join(folder, "counter");
  copyFileSync(path.join(BENCH, "page/counter/index.html"), path.join(out, "index.html"));
  pack(out);
  return out;
}

/** Our own single file, put on a server as it is; returns its folder. */
export function single(folder, dist) {
  const out = path.join(folder, "single");
  mkdirSync(out, { recursive: true });
  copyFileSync(path.join(dist, "recourse.html"), path.join(out, "index.html"));
  pack(out);
  return out;
}

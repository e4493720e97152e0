/** The element in the hands of frameworks: it is drawn, set, heard and taken away, as in a page without one. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { ready } from "../hosts/lib.mjs";
import { onHost } from "../lib/host.mjs";

const FOLDER = fileURLToPath(new URL("../hosts/frameworks", import.meta.url));
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** The files of each page: its script, and what that one loads. */
const HOSTS = {
  "no framework": () => bundled("plain.js"),
  React: () => bundled("react.jsx"),
  Vue: () => bundled("vue.js"),
  Svelte: () => bundled("svelte.js"),
  Yew: () => compiled("yew_host"),
};

const svelte = {
  name: "svelte",
  setup(bundle) {
    bundle.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({ contents: compile(readFileSync(path, "utf8"), { generate: "client" }).js.code, loader: "js" }));
  },
};

/** A page's script with everything it imports in it. */
async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [path.join(FOLDER, entry)],
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
    jsx: "automatic",
    conditions: ["browser", "production"],
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
    plugins: [svelte],
  });
  return { "/app.js": outputFiles[0].text };
}

/** A page written in Rust; what it is made of was compiled for the tests in the browser before. */
function compiled(example) {
  const target = path.join(ROOT, "target/wasm32-unknown-unknown/debug/examples", `${example}.wasm`);
  const out = path.join(ROOT, "target/e2e");
  const quietly = { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" };
  execFileSync("cargo", ["build", "--target", "wasm32-unknown-unknown", "--example", example], quietly);
  execFileSync(process.env.WASM_BINDGEN ?? "wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", out, target], quietly);
  return {
    "/app.js": `import start from "/${example}.js"; start({ module_or_path: "/${example}.wasm" });`,
    [`/${example}.js`]: readFileSync(path.join(out, `${example}.js`)),
    [`/${example}.wasm`]: readFileSync(path.join(out, `${example}_bg.wasm`)),
  };
}

const show = (page, options) => page.run((options) => window.show(options), options);

export default Object.fromEntries(Object.entries(HOSTS).map(([name, made]) => [
  `${name} draws it, sets it, hears it and takes it away`,
  async (things) => {
    const files = await made();
    await onHost("frameworks", { files }, async ({ page, check }) => {
      await page.until(() => page.run(() => document.querySelector("recourse-guide") !== null));
      await ready(page);
      check.equal(await page.run(() => document.querySelector("recourse-guide").querySelector("p").textContent), "Call 110.");
      const state = () => page.run(() => {
        const guide = document.querySelector("recourse-guide");
        const { shadowRoot } = guide;
        return [shadowRoot.querySelector(".rc").lang, shadowRoot.querySelector("h1")?.ariaLevel, guide.getAttribute("problem")];
      });
      await page.until(async () => JSON.stringify(await state()) === JSON.stringify(["en", "3", null]), "what is set first should hold");
      await page.type("story", "my account is banned");
      await show(page, { lang: "zh-Hant", problem: null, level: 2 });
      await page.until(async () => JSON.stringify(await state()) === JSON.stringify(["zh-Hant", "2", null]), "what is set later should hold");
      check.equal(await page.attribute("story", "value"), "my account is banned", "what was typed stays");
      await show(page, { lang: "en", problem: "wx-account-banned", level: 2 });
      await page.rc("plan", { id: "wx-account-banned" });
      await page.until(() => page.run(() => window.heard.some(([name, detail]) => name === "plan" && detail.problem === "wx-account-banned")), "the plan should be heard");
      check.equal(await page.run(() => window.heard.filter(([name]) => name === "step").map(([, { step }]) => step)), ["describe", "plan"]);
      await show(page, null);
      await page.until(() => page.run(() => document.querySelector("recourse-guide") === null));
      await show(page, { lang: "en", problem: null, level: 2 });
      await ready(page);
      check.equal(await page.attribute("story", "value"), "", "what was taken away is forgotten");
    })(things);
  },
]));

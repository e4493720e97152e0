/** The folder that could be published: every way in resolves, nothing is missing, and a bundle made of it runs. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { checkFallback, ready } from "../hosts/lib.mjs";
import { onHost } from "../lib/host.mjs";

const NAME = "recourse-guide";
const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** A project that has the package among its own. */
async function inProject(dist, work) {
  const project = mkdtempSync(path.join(tmpdir(), "recourse-package-"));
  const folder = path.join(project, "node_modules", NAME);
  cpSync(path.join(dist, "npm"), folder, { recursive: true });
  writeFileSync(path.join(project, "app.js"), `import "${NAME}";\n`);
  try {
    return await work(project, folder);
  } finally {
    rmSync(project, { recursive: true });
  }
}

const filesOf = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));

/** The project's bundle, with the package's files beside it, as a site would serve them. */
const bundle = async (project, folder) => {
  const made = await build({ entryPoints: [path.join(project, "app.js")], bundle: true, write: false, format: "esm", minify: true });
  const beside = filesOf(folder).filter((file) => /^(assets|guide)\//.test(file)).map((file) => [`/${file}`, readFileSync(path.join(folder, file))]);
  return { "/app.js": made.outputFiles[0].text, ...Object.fromEntries(beside) };
};

export default {
  "every way in resolves, and what is not a way in does not": async ({ dist, check }) => inProject(dist, (project, folder) => {
    const { exports } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const ways = Object.keys(exports).flatMap((way) => (way.endsWith("*") ? readdirSync(path.join(folder, way.slice(0, -1))).map((name) => way.replace("*", name)) : [way]));
    check.ok(ways.length > 20, ways.join(" "));
    const ask = `const found = {};
      for (const way of ${JSON.stringify([...ways, "./no-such-file.js", "./LICENSES/MIT.txt"])}) {
        try { found[way] = import.meta.resolve(way.replace(".", "${NAME}")); } catch (error) { found[way] = error.code; }
      }
      console.log(JSON.stringify(found));`;
    const found = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", ask], { cwd: project, encoding: "utf8" }));
    check.none(ways.filter((way) => !found[way].startsWith("file:") || !existsSync(new URL(found[way]))), "these lead nowhere");
    check.ok(found["."].endsWith(`/${NAME}/embed.js`), found["."]);
    check.equal([found["./no-such-file.js"], found["./LICENSES/MIT.txt"]], ["ERR_PACKAGE_PATH_NOT_EXPORTED", "ERR_PACKAGE_PATH_NOT_EXPORTED"]);
  }),

  "what it names is there, and nothing is in it that would not be published": async ({ dist, check }) => inProject(dist, (project, folder) => {
    const about = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    for (const file of [about.types, about.customElements, ...about.sideEffects]) check.ok(existsSync(path.join(folder, file)), file);
    const program = readdirSync(path.join(folder, "assets")).find((name) => name.startsWith("program-"));
    const scripts = [readFileSync(path.join(folder, "embed.js"), "utf8"), readFileSync(path.join(folder, "assets", program), "utf8")].join("\n");
    const named = [...scripts.matchAll(/"(assets\/[^"]+)"/g)].map(([, file]) => file);
    check.ok(named.length > 10, named.join(" "));
    check.none(named.filter((file) => !existsSync(path.join(folder, file))), "these are named by a script");
    const packed = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--offline", folder], { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    check.equal(packed[0].files.map(({ path }) => path).sort(), filesOf(folder).sort());
  }),

  "a host in TypeScript, strict, uses every attribute, method and event by its types": async ({ dist, check }) => inProject(dist, (project) => {
    const HOST = new URL("../hosts/typed/host.ts", import.meta.url);
    const compilerOptions = { strict: true, noEmit: true, module: "nodenext", moduleResolution: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [] };
    const compile = (text) => {
      writeFileSync(path.join(project, "package.json"), '{ "type": "module" }');
      writeFileSync(path.join(project, "host.ts"), text);
      writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["host.ts"] }));
      const { status, stdout } = spawnSync(process.execPath, [TSC, "--project", project, "--pretty", "false"], { encoding: "utf8" });
      return { status, stdout };
    };
    const text = readFileSync(HOST, "utf8");
    check.equal(compile(text), { status: 0, stdout: "" });
    // What is used wrongly is seen: without the marks that it is meant, every such line is refused.
    const marks = text.match(/@ts-expect-error/g).length;
    const { stdout } = compile(text.replaceAll("@ts-expect-error", ""));
    check.equal(stdout.split("\n").filter((line) => /error TS/.test(line)).length, marks, stdout);
    // And nothing that an integrator may set, call or hear is left out.
    const { declarations: [element] } = JSON.parse(readFileSync(path.join(dist, "custom-elements.json"), "utf8")).modules[0];
    const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const names = [...element.attributes, ...element.events, ...element.members].map(({ name }) => (name.includes(":") ? name : camel(name)));
    check.none(names.filter((name) => !text.includes(name)), "these are not used");
  }),

  "a bundle made of it runs, with the files beside it": async (things) => inProject(things.dist, async (project, folder) => {
    await onHost("bundled", { files: await bundle(project, folder) }, async ({ page, site, check }) => {
      await ready(page);
      await page.type("story", "微信被封");
      await page.rc("candidate", { id: "wx-account-banned" });
      check.equal(site.asked, [], "nothing is taken from elsewhere");
    })(things);
  }),

  "a bundle without the files leaves the static guide, and leads to the whole one": async (things) => inProject(things.dist, async (project, folder) => {
    const files = Object.entries(await bundle(project, folder)).filter(([name]) => !name.startsWith("/assets/"));
    await onHost("bundled", { files: Object.fromEntries(files) }, async ({ page, site, check }) => {
      page.allow(/404|integrity|Failed to load/);
      const { href } = await checkFallback(page, check);
      check.equal((await fetch(href)).status, 200);
      check.ok(href.startsWith(site.origin), href);
    })(things);
  }),
};

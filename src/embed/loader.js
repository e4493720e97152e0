/**
 * The door in other people's pages. Nothing is fetched before somebody sees or
 * touches the element, and nothing is run or read that is not, byte for byte, what
 * this file was built with: it carries the sum of every other one.
 */
const files = /*@assets*/{};
const notes = /*@notes*/{};
const address = (path) => new URL(path, import.meta.url).href;

const asked = new Map();
/** Asks once; what failed, on a train perhaps, may be asked for again. */
const once = (name, ask) => {
  if (!asked.has(name)) asked.set(name, ask());
  asked.get(name).catch(() => asked.delete(name));
  return asked.get(name);
};

const load = (name) => once(name, async () => {
  const [path, integrity] = files[name];
  const answer = await fetch(address(path), { integrity });
  if (!answer.ok) throw "not-loaded";
  return new Uint8Array(await answer.arrayBuffer());
});

/** A module by its sum. What is preloaded under a sum is what the import then runs. */
const run = async (name) => {
  const [path, integrity] = files[name];
  const href = address(path);
  // Not every browser holds a preload against its sum, or says that it failed.
  await load(name);
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
    await new Promise((onload, fail) => {
      Object.assign(link, { rel: "modulepreload", href, integrity, crossOrigin: "anonymous", onload, onerror: fail });
      document.head.append(link);
    }).finally(() => link.remove());
  }
  return import(href);
};

/** Where the page forbids programs, nothing needs to be fetched to know it. */
const isAllowed = () => {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {}
};

const program = () => once("program", async () => {
  if (!isAllowed()) throw "no-webassembly";
  const script = run("glue").then((glue) => {
    // The script is verified, and so is what it says of all other files.
    Object.assign(files, glue.more);
    for (const name of ["core", "words", "phrases"]) load(name).catch(() => {});
    return glue;
  });
  // Bytes, so that a server which calls the program by a wrong type does no harm.
  const [glue, wasm] = await Promise.all([script, load("wasm")]).catch(() => { throw "not-loaded"; });
  await glue.default({ module_or_path: wasm });
  return glue;
});

/** Begins when somebody sees or touches the element. */
function watch(host, root, begin) {
  // Room is kept at once below the window, where nothing that is seen moves for it, and where
  // several stand with little inside, of which one would lie over the next.
  const { top, height } = host.getBoundingClientRect();
  const isEarly = top > innerHeight || height < 360 && document.querySelectorAll("recourse-guide")[1] && isAllowed();
  const room = new CSSStyleSheet();
  room.replaceSync(`@media screen{:host{display:block;${isEarly ? "min-height:100vh" : ""}}}`);
  root.adoptedStyleSheets = [room];
  for (const touch of ["focusin", "pointerdown"]) host.addEventListener(touch, begin, { once: true });
  const eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && begin());
  eye.observe(host);
  return eye;
}

/** One line above the static guide, in the reader's language. */
function note(host) {
  const said = [host.closest("[lang]")?.lang, ...navigator.languages].find((tag) => /^(en|zh)\b/i.test(tag));
  const lang = /^en/i.test(said) ? "en" : /hant|tw|hk|mo/i.test(said) ? "zh-Hant" : "zh-Hans";
  const href = address(`guide/${lang}.html`);
  return { part: "note", lang, href, textContent: notes[lang] };
}

RecourseGuide.door = { delivery: "element", level: 2, watch, program, load, run, note };
if (customElements.get("recourse-guide")) console.warn("<recourse-guide> is defined already");
else customElements.define("recourse-guide", RecourseGuide);

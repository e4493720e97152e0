/** The page's door: its own origin's files, each asked for once. */
const assets = /*@assets*/{};

const arrived = new Map();
const fetched = (name) => {
  if (!arrived.has(name)) {
    const asked = fetch(new URL(assets[name], document.baseURI), { credentials: "same-origin" });
    arrived.set(name, asked.then((answer) => (answer.ok ? answer : Promise.reject(new Error(name)))));
    // What failed once, on a train perhaps, may be asked for again.
    arrived.get(name).catch(() => arrived.delete(name));
  }
  return arrived.get(name);
};

RecourseGuide.door = {
  delivery: "page",
  level: 1,
  program: async () => {
    await __wbg_init({ module_or_path: fetched("wasm") });
    return { open_widget: unhurried(open_widget), settle: remembering(settle) };
  },
  load: async (name) => {
    // Whoever reads a plan wants both, and the second need not wait for the first.
    if (name.endsWith(".rest")) fetched("sources").catch(() => {});
    const bytes = new Uint8Array(await (await fetched(name)).clone().arrayBuffer());
    // What arrived damaged may be asked for again, too.
    if (name === "later") {
      await together(bytes).catch((why) => {
        arrived.delete(name);
        throw why;
      });
    }
    return bytes;
  },
};
// What nobody waits for comes afterwards: keeping the page, and drawing codes on paper.
const aside = () => import(new URL("@aside@", document.baseURI).href);
addEventListener("recourse:ready", () => aside().then((it) => it.keepForLater()).catch(() => {}), { once: true });
/** Once most of the program is here, which draws the first screen without these, what texts are heard by. */
const hearing = async () => {
  const bytes = (await fetched("wasm")).clone().body.getReader();
  for (let left = /*@most@*/0; left > 0; ) left -= (await bytes.read()).value?.length ?? left;
  bytes.cancel();
  await Promise.all(["words", "phrases"].map(fetched));
};
// Everything else that it needs is on its way before it has arrived.
fetched("core").catch(() => {});
hearing().catch(() => {});
warmUp();
customElements.define("recourse-guide", RecourseGuide);

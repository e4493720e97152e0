warmUp();

/** Packs that several elements of a page bring, by their address and sum. */
const broughtPacks = new Map();

/** Our packs `core` and `sources`, and the host's sentences, from a pack of its own. */
async function bring(address, integrity, load, run) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new Error("it must come from the page's own origin");
  const asked = fetch(url, { integrity, redirect: "error" }).then((answer) => (answer.ok ? answer.text() : Promise.reject(`the server says ${answer.status}`)));
  const [json, reader, wasm, ...ours] = await Promise.all([asked, run("reader"), load("reader-wasm"), load("core"), load("sources")]);
  await reader.default({ module_or_path: wasm });
  return reader.read_pack(...ours, json);
}

/** Until the reader is not deep inside the static guide any more or past it, or the page asks for the program. */
const undisturbed = (host, isAsked) => new Promise((done) => {
  const look = () => {
    const isDeep = host.getBoundingClientRect().top < -innerHeight / 4;
    if (isDeep && host.isConnected && !isAsked()) setTimeout(look, 200);
    else done();
  };
  look();
});

/**
 * Where packs come from: from ours, with the host's own knowledge in them if it
 * brings any. The records come when nobody is torn out of what they read.
 */
export async function hosted(host, load, run, tell, isAsked) {
  let found = null;
  const keeper = () => {
    found ??= run("keeper");
    found.catch(() => (found = null));
    return found;
  };
  // Who comes back to a case kept here finds it together with the program.
  const kept = host.getAttribute("storage") === "local" && keeper().catch(() => {});
  const supply = await joined(host, load, run, tell);
  let isCome = false;
  return Object.assign(async (name) => {
    // Whoever reads a plan wants both, and the second need not wait for the first.
    if (name.endsWith(".rest")) load("sources").catch(() => {});
    const bytes = await supply(name);
    if (name === "later") await together(bytes);
    if (name !== "core" || isCome) return bytes;
    await kept;
    // Once the records are there, the program draws: from then on it waits for nothing.
    await Promise.all([load("words"), load("phrases")]).catch(() => {});
    await undisturbed(host, isAsked);
    arrive(host, isAsked);
    isCome = true;
    return bytes;
  }, { load, keeper });
}

/** Our packs with the host's in them, if it brings any that is sound. */
async function joined(host, load, run, tell) {
  const address = host.getAttribute("pack");
  if (!address) return load;
  const integrity = host.getAttribute("pack-integrity") ?? "";
  const key = `${integrity} ${address}`;
  try {
    if (!broughtPacks.has(key)) broughtPacks.set(key, bring(address, integrity, load, run));
    return withOwn(load, await broughtPacks.get(key));
  } catch (why) {
    broughtPacks.delete(key);
    leaveOut(` ${address}`, why, tell);
    return load;
  }
}

/** No case is longer; what is, is not read. */
const LONGEST = 1 << 20;
/** Bytes nobody can foretell: salt and nonce. */
const CHANCE = 40;
/** The first byte of a case: something would be lost, and there are words. */
const [BEGUN, WORDS] = [1, 2];

/** The passphrase, if there is one and the page may have what it asks for. */
function allowed(host, passphrase) {
  if (!isAllowed(host)) throw refusal(host, "not-allowed");
  if (typeof passphrase !== "string" || passphrase === "") throw refusal(host, "empty-passphrase");
  // The same letters may be typed in two ways on two devices.
  return passphrase.normalize("NFC");
}

const isAllowed = (host) => host.getAttribute("allow")?.split(/\s+/).includes("export") ?? true;

let begun = null;
/** Starts what seals and opens, and gives our records. */
async function started(guide, load) {
  begun ??= load("keeper-wasm").then((bytes) => __wbg_init({ module_or_path: bytes }));
  begun.catch(() => { begun = null; });
  const [core] = await Promise.all([guide.source("core"), begun]);
  return core;
}

/** The case as it is now, sealed. */
async function seal(guide, load, hasWords, key) {
  const core = await started(guide, load);
  const kept = guide.kept();
  // The page may have started over meanwhile.
  if (kept.length === 0) throw "no-case";
  return seal_case(core, kept, hasWords, key, crypto.getRandomValues(new Uint8Array(CHANCE)));
}

/** What a sealed case holds. */
async function open(guide, load, bytes, key) {
  const opened = open_case(await started(guide, load), bytes, key);
  const [kept, skipped] = [opened.kept(), opened.lost()];
  opened.free();
  return { kept, skipped };
}

/** Goes on from an opened case, and says what of it this version does not know. */
function goOn(host, guide, { kept, skipped }) {
  guide.resume(kept);
  if (skipped === 0) return;
  const lines = [say(host, "lost-what", { count: skipped })];
  ask(host, { title: say(host, "lost-title"), lines, yes: say(host, "lost-ok") }).then((answer) => answer?.end(), () => {});
}

/** Does the work; whatever goes wrong has a code and a sentence. */
async function attempt(host, work) {
  try {
    return await work();
  } catch (why) {
    throw refusal(host, codeOf(why));
  }
}

/** Seals the case for the page, after the person has seen what it holds and has agreed. */
export async function exportCase(host, guide, load, passphrase) {
  const key = allowed(host, passphrase);
  const [signs] = guide.kept();
  if (signs === undefined) throw refusal(host, "no-case");
  const page = location.origin === "null" ? say(host, "this-page") : location.origin;
  const answer = await ask(host, {
    title: say(host, "hand-title"),
    lines: [say(host, "hand-who", { page }), say(host, "hand-what"), say(host, "hand-key")],
    tick: signs & WORDS && { label: say(host, "hand-words") },
    yes: say(host, "hand-yes"),
    no: say(host, "hand-no"),
  });
  if (!answer) throw refusal(host, "refused");
  try {
    return await attempt(host, async () => {
      await answer.tell(say(host, "working"));
      const sealed = await seal(guide, load, answer.isTicked, key);
      return new Blob([sealed], { type: "application/octet-stream" });
    });
  } finally {
    answer.end();
  }
}

/** Opens a sealed case and puts it in the place of this one, as a whole or not at all. */
export async function importCase(host, guide, load, blob, passphrase) {
  const key = allowed(host, passphrase);
  if (!(blob instanceof Blob) || blob.size > LONGEST) throw refusal(host, "not-a-case");
  const opened = await attempt(host, async () => open(guide, load, new Uint8Array(await blob.arrayBuffer()), key));
  if (guide.kept()[0] & BEGUN) {
    const [title, what] = [say(host, "replace-title"), say(host, "replace-what")];
    const answer = await ask(host, { title, lines: [what], yes: say(host, "replace-yes"), no: say(host, "replace-no") });
    if (!answer) throw refusal(host, "refused");
    answer.end();
  }
  await attempt(host, async () => goOn(host, guide, opened));
  return { skipped: opened.skipped };
}

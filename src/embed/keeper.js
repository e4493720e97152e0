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
  return inOneForm(passphrase);
}

const isAllowed = (host) => host.getAttribute("allow")?.split(/\s+/).includes("export") ?? true;

let begun = null;
/** Starts what seals and opens, and gives our records. */
async function started(widget, load) {
  begun ??= load("keeper-wasm").then((bytes) => __wbg_init({ module_or_path: bytes }));
  begun.catch(() => { begun = null; });
  const [core] = await Promise.all([widget.supply("core"), begun]);
  return core;
}

/** The case as it is now, sealed. */
async function seal(widget, load, hasWords, key) {
  const core = await started(widget, load);
  const kept = widget.kept();
  // The page may have started over meanwhile.
  if (kept.length === 0) throw "no-case";
  return seal_case(core, kept, hasWords, key, crypto.getRandomValues(new Uint8Array(CHANCE)));
}

/** What a sealed case holds. */
async function unseal(widget, load, bytes, key) {
  const opened = open_case(await started(widget, load), bytes, key);
  const [kept, skipped] = [opened.kept(), opened.lost()];
  opened.free();
  return { kept, skipped };
}

/** Goes on from an opened case, and says what of it this version does not know. */
function goOn(host, widget, { kept, skipped }) {
  widget.resume(kept);
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
export async function exportCase(host, widget, load, passphrase) {
  const key = allowed(host, passphrase);
  const [signs] = widget.kept();
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
      const sealed = await seal(widget, load, answer.isTicked, key);
      return new Blob([sealed], { type: "application/octet-stream" });
    });
  } finally {
    answer.end();
  }
}

/** Opens a sealed case and puts it in the place of this one, as a whole or not at all. */
export async function importCase(host, widget, load, blob, passphrase) {
  const key = allowed(host, passphrase);
  if (!(blob instanceof Blob) || blob.size > LONGEST) throw refusal(host, "not-a-case");
  const opened = await attempt(host, async () => unseal(widget, load, new Uint8Array(await blob.arrayBuffer()), key));
  if (widget.kept()[0] & BEGUN) {
    const [title, what] = [say(host, "replace-title"), say(host, "replace-what")];
    const answer = await ask(host, { title, lines: [what], yes: say(host, "replace-yes"), no: say(host, "replace-no") });
    if (!answer) throw refusal(host, "refused");
    answer.end();
  }
  await attempt(host, async () => goOn(host, widget, opened));
  return { skipped: opened.skipped };
}

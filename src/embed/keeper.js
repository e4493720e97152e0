/** What the person is asked and told, by language and name. */
const SAID = /*@said*/{};
/** No case is longer; what is, is not read. */
const LONGEST = 1 << 20;
/** Bytes nobody can foretell: salt and nonce. */
const CHANCE = 40;
/** The first byte of a case: something would be lost, and there are words. */
const [BEGUN, WORDS] = [1, 2];
const LOOKS = `
.assent { box-sizing: border-box; inline-size: min(34em, calc(100vw - 32px)); max-block-size: calc(100vh - 32px); margin: auto; padding: var(--rc-5); overflow: auto; border: 1.5px solid var(--rc-edge); border-radius: 12px; background: var(--rc-surface); color: var(--rc-ink); }
.assent:not([open]) { display: none; }
.assent::backdrop { background: rgb(0 0 0 / .5); }
.assent-page { overflow-wrap: anywhere; }
@media print { .assent { display: none; } }`;

/** The elements in which a question stands. */
const asking = new WeakSet();
const spoken = (host) => host.shadowRoot?.querySelector(".rc");
const say = (host, name) => SAID[spoken(host)?.lang ?? "en"][name];
/** Why it did not happen: a code for the page, a sentence for the reader. */
const refusal = (host, code) => Object.assign(new Error(say(host, code)), { name: "RecourseCaseError", code });

/** The passphrase, if there is one and the page may have what it asks for. */
function allowed(host, passphrase) {
  const named = host.getAttribute("allow")?.split(/\s+/);
  if (named && !named.includes("export")) throw refusal(host, "not-allowed");
  if (typeof passphrase !== "string" || passphrase === "") throw refusal(host, "empty-passphrase");
  // The same letters may be typed in two ways on two devices.
  return passphrase.normalize("NFC");
}

let begun = null;
/** Starts what seals and opens, and gives our records. */
async function started(guide, load) {
  begun ??= load("keeper-wasm").then((bytes) => __wbg_init({ module_or_path: bytes }));
  begun.catch(() => { begun = null; });
  const [core] = await Promise.all([guide.source("core"), begun]);
  return core;
}

/** Does the work; whatever goes wrong has a code and a sentence. */
async function attempt(host, work) {
  try {
    return await work();
  } catch (why) {
    throw refusal(host, typeof why === "string" && why in SAID.en ? why : "unavailable");
  }
}

const made = (name, more, ...inside) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...inside);
  return element;
};
const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/**
 * Asks the person, inside the widget. Resolves to `{ isTicked, tell, end }` after a yes
 * and to `null` after a no; leaving, wiping, or taking the element away is a no. What
 * a script presses is no answer.
 */
async function ask(host, { title, lines, tick, yes, no }) {
  if (asking.has(host)) throw refusal(host, "busy");
  asking.add(host);
  const root = host.shadowRoot;
  const looks = new CSSStyleSheet();
  looks.replaceSync(LOOKS);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, looks];
  const box = made("input", { type: "checkbox", className: "tick-box" });
  box.dataset.rc = "with-words";
  const button = (words, className, name) => {
    const it = made("button", { type: "button", className, textContent: words });
    it.dataset.rc = name;
    return it;
  };
  const [agree, refuse] = [button(yes, "button", "agree"), no && button(no, "quiet", "refuse")];
  const heading = made("h2", { className: "h2", id: "assent", tabIndex: -1, autofocus: true, textContent: title });
  const paragraphs = lines.map((words) => made("p", { className: "text assent-page", textContent: words }));
  const ticked = tick ? [made("label", { className: "tick" }, box, tick)] : [];
  const acts = made("div", { className: "acts" }, agree, ...(refuse ? [refuse] : []));
  const status = made("p", { className: "text", role: "status" });
  const body = made("div", { className: "stack-4" }, heading, ...paragraphs, ...ticked, acts, status);
  const dialog = made("dialog", { className: "assent" }, body);
  dialog.setAttribute("aria-labelledby", "assent");
  dialog.dataset.rc = "assent";
  const { className, lang } = spoken(host);
  const wall = made("div", { className: "shell" }, made("div", { className, lang, translate: false }, dialog));
  root.append(wall);
  const gone = new MutationObserver(() => root.contains(wall) || refused());
  let refused;
  const end = () => {
    gone.disconnect();
    host.removeEventListener("recourse:wipe", refused);
    dialog.close();
    wall.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== looks);
    asking.delete(host);
  };
  const isAgreed = await new Promise((done) => {
    refused = () => done(false);
    gone.observe(root, { childList: true });
    host.addEventListener("recourse:wipe", refused);
    dialog.addEventListener("close", refused);
    agree.addEventListener("click", ({ isTrusted }) => isTrusted && done(true));
    refuse?.addEventListener("click", refused);
    dialog.showModal();
  });
  if (!isAgreed) {
    end();
    return null;
  }
  const tell = async (words) => {
    for (const control of [agree, refuse, box]) if (control) control.disabled = true;
    status.textContent = words;
    await drawn();
  };
  return { isTicked: box.checked, tell, end };
}

/** Seals the case for the page, after the person has seen what it holds and has agreed. */
export async function exportCase(host, guide, load, passphrase) {
  const key = allowed(host, passphrase);
  const [signs] = guide.kept();
  if (signs === undefined) throw refusal(host, "no-case");
  const page = location.origin === "null" ? say(host, "this-page") : location.origin;
  const answer = await ask(host, {
    title: say(host, "hand-title"),
    lines: [say(host, "hand-who").replace("{page}", () => page), say(host, "hand-what"), say(host, "hand-key")],
    tick: signs & WORDS && say(host, "hand-words"),
    yes: say(host, "hand-yes"),
    no: say(host, "hand-no"),
  });
  if (!answer) throw refusal(host, "refused");
  try {
    return await attempt(host, async () => {
      await answer.tell(say(host, "working"));
      const core = await started(guide, load);
      const kept = guide.kept();
      // The page may have started over meanwhile.
      if (kept.length === 0) throw "no-case";
      const sealed = seal_case(core, kept, answer.isTicked, key, crypto.getRandomValues(new Uint8Array(CHANCE)));
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
  const opened = await attempt(host, async () => open_case(await started(guide, load), new Uint8Array(await blob.arrayBuffer()), key));
  const [kept, skipped] = [opened.kept(), opened.lost()];
  opened.free();
  if (guide.kept()[0] & BEGUN) {
    const [title, what] = [say(host, "replace-title"), say(host, "replace-what")];
    const answer = await ask(host, { title, lines: [what], yes: say(host, "replace-yes"), no: say(host, "replace-no") });
    if (!answer) throw refusal(host, "refused");
    answer.end();
  }
  await attempt(host, async () => guide.resume(kept));
  if (skipped > 0) {
    const lines = [say(host, "lost-what").replace("{count}", skipped)];
    ask(host, { title: say(host, "lost-title"), lines, yes: say(host, "lost-ok") }).then((answer) => answer?.end(), () => {});
  }
  return { skipped };
}

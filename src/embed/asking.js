/** What the person is asked and told, by language and name. */
const SAID = /*@said*/{};
const LOOKS = `
.assent { box-sizing: border-box; inline-size: min(34em, calc(100vw - 32px)); max-block-size: calc(100vh - 32px); margin: auto; padding: var(--rc-5); overflow: auto; border: 1.5px solid var(--rc-edge); border-radius: 12px; background: var(--rc-surface); color: var(--rc-ink); }
.assent:not([open]) { display: none; }
.assent::backdrop { background: rgb(0 0 0 / .5); }
.assent-page { overflow-wrap: anywhere; }
.assent-key { display: grid; gap: var(--rc-1); font-weight: 700; }
.shell[hidden] { display: none; }
.saved { display: flex; flex-wrap: wrap; gap: 0 var(--rc-5); align-items: center; padding: var(--rc-2) max(var(--rc-gutter), (100cqi - 66em) / 2); border-block: 1px solid var(--rc-line); background: var(--rc-surface); }
@media print { .assent, .saved { display: none; } }`;
/** What tells of letters. */
const TELLING = ["keydown", "keypress", "keyup", "beforeinput", "input", "textInput", "compositionstart", "compositionupdate", "compositionend", "paste", "copy", "cut", "dragstart", "drop"];
/** The elements in which a question stands. */
const asking = new WeakSet();
const spoken = (host) => host.shadowRoot?.querySelector(".shell:not([data-aside]) > .rc");
const say = (host, name, more = {}) => Object.entries(more).reduce((words, [key, value]) => words.replace(`{${key}}`, () => value), SAID[spoken(host)?.lang ?? "en"][name]);
/** Why it did not happen: a code for the page, a sentence for the reader. */
const refusal = (host, code) => {
  const error = new Error(say(host, code));
  // Where a page has frozen what errors have in common, it cannot be set, only defined.
  for (const [name, value] of Object.entries({ name: "RecourseCaseError", code })) Object.defineProperty(error, name, { value, configurable: true, writable: true });
  return error;
};
const codeOf = (why) => (typeof why === "string" && why in SAID.en ? why : "unavailable");

const made = (name, more, ...inside) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...inside);
  return element;
};
const hooked = (element, name) => {
  element.dataset.rc = name;
  return element;
};
const button = (words, className, name) => hooked(made("button", { type: "button", className, textContent: words }), name);
const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** A place of our own beside the program, that looks and speaks as it does. */
function aside(host, ...inside) {
  const { className, lang } = spoken(host);
  const place = made("div", { className, lang, translate: false }, ...inside);
  const wall = made("div", { className: "shell" }, place);
  wall.dataset.aside = "";
  // What is typed here is no shortcut of the page's, and nobody who listens on it hears the letters.
  const own = (event) => /^(Escape|Tab|Shift)$/.test(event.key) || event.stopPropagation();
  for (const kind of TELLING) wall.addEventListener(kind, own);
  const looks = new CSSStyleSheet();
  looks.replaceSync(LOOKS);
  const root = host.shadowRoot;
  const add = (where) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, looks];
    root[where](wall);
  };
  const remove = () => {
    wall.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== looks);
  };
  return { place, wall, add, remove };
}

/** A passphrase in one form: the same letters may be typed in two ways on two devices. */
const inOneForm = (passphrase) => passphrase.normalize("NFC");

/** The field for a passphrase, and the tick that shows what is typed. */
function keyField({ label, show }) {
  const field = hooked(made("input", { type: "password", className: "field", autocomplete: "off", spellcheck: false }), "passphrase");
  const box = made("input", { type: "checkbox", className: "tick-box", onchange: () => { field.type = box.checked ? "text" : "password"; } });
  return { field, lines: [made("label", { className: "assent-key" }, label, field), made("label", { className: "tick" }, box, show)] };
}

/** The elements of a question; those that it does without are not there. */
function question({ title, lines, tick, key, yes, no }) {
  const [agree, refuse] = [button(yes, "button", "agree"), no && button(no, "quiet", "refuse")];
  const heading = made("h2", { className: "h2", id: "assent", tabIndex: -1, autofocus: true, textContent: title });
  const paragraphs = lines.map((words) => made("p", { className: "text assent-page", textContent: words }));
  const typed = key && keyField(key);
  const box = tick && hooked(made("input", { type: "checkbox", className: "tick-box", checked: !!tick.isOn }), "with-words");
  const ticked = tick ? [made("label", { className: "tick" }, box, tick.label)] : [];
  const acts = made("div", { className: "acts" }, agree, ...(refuse ? [refuse] : []));
  const status = made("p", { className: "text", role: "status" });
  const body = made("div", { className: "stack-4" }, heading, ...paragraphs, ...(typed?.lines ?? []), ...ticked, status, acts);
  const dialog = hooked(made("dialog", { className: "assent" }, body), "assent");
  dialog.setAttribute("aria-labelledby", "assent");
  return { dialog, agree, refuse, box, field: typed?.field, status };
}

/**
 * Asks the person, inside the widget. Resolves to what they answered after a yes, with
 * `tell(words)` while it is done, `again(words)` to ask once more and `end()`; to `null`
 * after a no. Leaving, wiping, or taking the element away is a no. What a script presses
 * is no answer. `asked` is `{ title, lines, tick, key, yes, no }`, of which `tick` is
 * `{ label, isOn }` and `key` is `{ label, show }`; both and `no` may be absent.
 */
async function ask(host, asked) {
  if (asking.has(host)) throw refusal(host, "busy");
  asking.add(host);
  const root = host.shadowRoot;
  const { dialog, agree, refuse, box, field, status } = question(asked);
  const { wall, add, remove } = aside(host, dialog);
  add("append");
  let settle;
  let isOver = false;
  const over = () => {
    isOver = true;
    settle(false);
  };
  const gone = new MutationObserver(() => root.contains(wall) || over());
  const end = () => {
    gone.disconnect();
    host.removeEventListener("recourse:wipe", over);
    dialog.close();
    remove();
    asking.delete(host);
  };
  const pressed = async () => {
    const isYes = await new Promise((done) => { settle = done; });
    if (!isYes) end();
    return isYes;
  };
  const allow = (isAllowed) => {
    for (const control of [agree, refuse, box, field]) if (control) control.disabled = !isAllowed;
  };
  const first = pressed();
  gone.observe(root, { childList: true });
  host.addEventListener("recourse:wipe", over);
  dialog.addEventListener("close", over);
  agree.addEventListener("click", ({ isTrusted }) => isTrusted && settle(true));
  refuse?.addEventListener("click", () => settle(false));
  field?.addEventListener("keydown", ({ key, isTrusted, isComposing }) => key === "Enter" && isTrusted && !isComposing && settle(true));
  dialog.showModal();
  if (!(await first)) return null;
  return {
    get isTicked() {
      return !!box?.checked;
    },
    get isOver() {
      return isOver;
    },
    get key() {
      return inOneForm(field.value);
    },
    tell: async (words) => {
      allow(false);
      status.textContent = words;
      await drawn();
    },
    again: (words) => {
      allow(true);
      status.textContent = words;
      field?.focus();
      const next = pressed();
      if (isOver) settle(false);
      return next;
    },
    end,
  };
}

/** What a host may set: each an attribute, and a property of the same name in one word. */
const ATTRIBUTES = [
  "lang", "platform", "audience", "problem", "region", "theme", "size",
  "heading-level", "start", "storage", "allow", "pack", "pack-integrity",
];
const PROPERTIES = ATTRIBUTES.map((name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase()));
/** Every widget that runs: a fault in the one program they share is a fault in all. */
const running = new Set();
let isBroken = false;
const warned = new Set();

/** The class a browser insists on and Rust cannot write. Decisions live elsewhere. */
class RecourseGuide extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  /** How the program arrives and where we stand; set once, before the class is defined. */
  static door = null;
  #began = null;
  #widget = null;
  #plan = null;
  #eye = null;
  #asked = null;
  #follow = null;

  /** Loads now if that has not happened yet, and goes to what the options name. */
  #start = async (options) => {
    for (const [name, value] of Object.entries(options ?? {})) {
      if (PROPERTIES.includes(name)) this[name] = value;
      else this.#warn(`there is no option ${name}`);
    }
    if (!this.isConnected) return false;
    this.#asked = true;
    const ran = this.#widget;
    await this.#begin();
    if (ran && ran === this.#widget) ran.enter();
    return this.#widget !== null;
  };

  /** To be called, and to be set like the attribute of that name. */
  get start() {
    return this.#start;
  }

  /** Forgets what the person said and starts over. */
  reset() {
    // Where the page names a problem, its plan stays on show and is not told again.
    if (!this.problem) this.#plan = null;
    this.#widget?.reset();
  }

  /** The same, and tells the page that it has happened. */
  wipe() {
    this.reset();
    this.#tell("wipe");
  }

  /** The plan on show, in ids only: `{ problem, channels }`, or `null`. */
  plan() {
    return this.#plan && { problem: this.#plan.problem, channels: [...this.#plan.channels] };
  }

  /** The case, sealed under a passphrase, once the person has agreed; what it asks is not loaded before. */
  exportCase(...given) {
    return this.#keep("exportCase", given);
  }

  /** Puts a sealed case in the place of this one. */
  importCase(...given) {
    return this.#keep("importCase", given);
  }

  async #keep(verb, given) {
    const { run, load } = RecourseGuide.door;
    this.#asked = true;
    await this.#begin();
    const keeper = this.#widget && (await run?.("keeper").catch(() => {}));
    if (keeper) return keeper[verb](this, this.#widget, load, ...given);
    throw Object.assign(Error("not running"), { code: "unavailable" });
  }

  connectedCallback() {
    if (this.#began || this.#eye) return;
    // What was set before the class was there hides the properties of the class.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open", delegatesFocus: true });
    root.replaceChildren(document.createElement("slot"));
    const begin = () => this.#begin();
    const { watch } = RecourseGuide.door;
    if (!watch) return begin();
    try {
      this.#eye = watch(this, root, begin);
    } catch {
      // A browser from before the program's time.
      this.#fail("not-started");
    }
  }

  disconnectedCallback() {
    // Moving an element disconnects and reconnects it; only a removal stops us.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#eye?.disconnect();
      this.#widget?.stop();
      running.delete(this);
      this.#began = this.#widget = this.#plan = this.#eye = this.#asked = null;
      this.shadowRoot?.replaceChildren();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#widget) return;
    queueMicrotask(() => {
      this.#widget?.follow();
      this.#follow();
    });
  }

  #begin() {
    if (this.isConnected) this.#began ??= this.#open();
    return this.#began;
  }

  async #open() {
    const { program, load, run, delivery, level } = RecourseGuide.door;
    const root = this.shadowRoot;
    const shell = document.createElement("div");
    shell.className = "shell";
    shell.addEventListener("recourse-stopped", () => {
      isBroken = true;
      for (const one of running) one.#fail("stopped");
    });
    root.append(shell);
    this.#eye?.disconnect();
    try {
      if (isBroken) throw "stopped";
      const { open_widget, settle, judge, hosted } = await program();
      let versions;
      const tell = (name, ...more) => (name === "ready" ? (versions = more) : this.#tell(name, ...more));
      const supply = hosted ? await hosted(this, load, run, tell, () => this.#asked) : load;
      const height = this.offsetHeight;
      const widget = await open_widget(this, shell, supply, delivery, tell);
      // Removed meanwhile: what was begun for the old place ends here.
      if (shell.parentNode !== root) return widget.stop();
      widget.supply = supply;
      this.#follow = settle(this, shell, level, tell, height, judge, widget);
      // The static guide stays on show until there is something to show instead.
      root.replaceChildren(shell);
      this.removeAttribute("data-failed");
      this.#widget = widget;
      running.add(this);
      widget.follow();
      this.#tell("ready", ...versions);
    } catch (error) {
      if (shell.parentNode === root) this.#fail(typeof error === "string" ? error : "not-started");
    }
  }

  /** Brings the static guide back, and above it whatever was typed, to be copied. */
  #fail(code) {
    const root = this.shadowRoot;
    const story = root.querySelector("textarea")?.value;
    running.delete(this);
    this.#began = this.#widget = this.#plan = null;
    root.adoptedStyleSheets = [];
    root.replaceChildren();
    const made = (name, more) => root.append(Object.assign(document.createElement(name), more));
    if (story) made("textarea", { readOnly: true, rows: 6, value: story });
    if (RecourseGuide.door.note) made("a", RecourseGuide.door.note(this));
    made("slot");
    this.toggleAttribute("data-failed", true);
    this.#tell("error", code);
  }

  /** Ids only: nothing the person said, chose or answered. */
  #tell(name, first, second) {
    if (name === "warn") return this.#warn(first);
    const detail = {
      ready: () => ({ version: first, knowledge: second }),
      step: () => ({ step: first }),
      plan: () => ({ problem: first, channels: second }),
      open: () => ({ channel: first }),
      wipe: () => null,
      error: () => ({ code: first }),
    }[name]();
    if (name === "plan") this.#plan = detail;
    if (name === "step" && first !== "plan") this.#plan = null;
    const about = { bubbles: true, composed: true, cancelable: name === "open", detail };
    return this.dispatchEvent(new CustomEvent(`recourse:${name}`, about));
  }

  #warn(sentence) {
    if (!warned.has(sentence)) console.warn(`<recourse-guide>: ${sentence}`);
    warned.add(sentence);
  }
}

for (const [at, property] of PROPERTIES.entries()) {
  const attribute = ATTRIBUTES[at];
  const own = Object.getOwnPropertyDescriptor(RecourseGuide.prototype, property)?.get;
  if (property in HTMLElement.prototype) continue;
  Object.defineProperty(RecourseGuide.prototype, property, {
    configurable: true,
    enumerable: true,
    get: own ?? function () { return this.getAttribute(attribute) ?? ""; },
    set(value) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

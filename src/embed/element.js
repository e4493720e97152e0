/** The class a browser insists on and Rust cannot write. Decisions live elsewhere. */
class RecourseGuide extends HTMLElement {
  /** How packs arrive and where we stand; set once by the page or file before defining. */
  static door = null;
  #running = null;

  connectedCallback() {
    this.#running ??= this.#start();
  }

  disconnectedCallback() {
    // Moving an element disconnects and reconnects it; only a removal stops us.
    queueMicrotask(async () => {
      if (this.isConnected || !this.#running) return;
      const running = this.#running;
      this.#running = null;
      this.shadowRoot?.replaceChildren();
      (await running)?.stop();
    });
  }

  async #start() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open", delegatesFocus: true });
    const shell = document.createElement("div");
    shell.addEventListener("recourse-stopped", () => this.#fail(shell, "stopped"));
    // The static guide stays on show until there is something to show instead.
    const light = document.createElement("slot");
    root.replaceChildren(light, shell);
    const { ready, load, delivery } = RecourseGuide.door;
    try {
      await ready();
      const guide = await open_guide(this, shell, load, delivery, (...event) => this.#tell(...event));
      light.remove();
      this.#tell("ready");
      return guide;
    } catch (error) {
      this.#fail(shell, typeof error === "string" ? error : "not-started");
      return null;
    }
  }

  /** Brings the static guide back, and above it whatever was typed, to be copied. */
  #fail(shell, code) {
    const story = shell.querySelector("textarea")?.value;
    shell.replaceChildren();
    if (story) {
      const kept = document.createElement("textarea");
      kept.readOnly = true;
      kept.rows = 6;
      kept.value = story;
      shell.append(kept);
    }
    this.shadowRoot.prepend(document.createElement("slot"));
    this.toggleAttribute("data-failed", true);
    this.#tell("error", code);
  }

  /** Ids only: nothing the person said, chose or answered. */
  #tell(name, first, second) {
    const detail = {
      ready: () => ({ version: version() }),
      step: () => ({ step: first }),
      plan: () => ({ problem: first, channels: second }),
      error: () => ({ code: first }),
    }[name]();
    this.dispatchEvent(new CustomEvent(`recourse:${name}`, { bubbles: true, composed: true, detail }));
  }
}

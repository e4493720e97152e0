/** What only the sheet and the element read; the program judges the other attributes. */
const WORDS = {
  theme: ["auto", "light", "dark"],
  "heading-level": ["1", "2", "3", "4", "5", "6"],
  storage: ["none", "local"],
};
/** What a host may leave out, and by what it is known. */
const FEATURES = {
  letters: "write letter redact",
  calendar: "calendar",
  export: "save",
  print: "print paper",
  evidence: "evidence",
};

/**
 * What the element does for the page around it once the program is on show.
 * Returns what follows the attributes when they have changed.
 */
export function settle(host, shell, usual, tell) {
  // What stands below must not jump up when the program is shorter than what it replaces.
  const room = new CSSStyleSheet();
  room.replaceSync(`@media screen{:host{min-block-size:${Math.min(host.offsetHeight, innerHeight)}px}}`);
  const allowed = new CSSStyleSheet();
  host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, room, allowed];

  // A way to a channel is opened only if the page does not object.
  const pressed = (event) => {
    const path = event.composedPath();
    const place = path.some((node) => node.localName === "a") && path.find((node) => node.dataset?.channel);
    if (place && !tell("open", place.dataset.channel)) event.preventDefault();
  };
  for (const press of ["click", "auxclick"]) shell.addEventListener(press, pressed);

  // The headings go on where the page's own have come to.
  const outline = () => {
    const level = host.getAttribute("heading-level");
    const first = /^[1-6]$/.test(level) ? Number(level) : usual;
    for (const heading of shell.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
      if (first === 1) heading.removeAttribute("aria-level");
      else heading.setAttribute("aria-level", Number(heading.localName[1]) + first - 1);
    }
  };
  new MutationObserver(outline).observe(shell, { childList: true, subtree: true });

  const follow = () => {
    for (const [name, known] of Object.entries(WORDS)) {
      const value = host.getAttribute(name);
      if (value !== null && !known.includes(value)) tell("warn", `${name}="${value}" is not one of its values`);
    }
    if (host.getAttribute("storage") === "local") tell("warn", 'storage="local" has no effect in this version: nothing is stored');
    const named = host.getAttribute("allow")?.split(/\s+/).filter(Boolean);
    const strange = named?.filter((word) => !(word in FEATURES));
    if (strange?.length) tell("warn", `allow="${strange.join(" ")}" is not one of its values`);
    const forbidden = Object.entries(FEATURES).filter(([name]) => named && !named.includes(name));
    const hooks = forbidden.flatMap(([, hooks]) => hooks.split(" ")).map((hook) => `[data-rc=${hook}]`);
    allowed.replaceSync(hooks.length ? `${hooks.join()}{display:none!important}` : "");
    outline();
  };
  follow();
  return follow;
}

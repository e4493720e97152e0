/** What only the sheet and the element read; the program judges the other attributes. */
const WORDS = {
  theme: ["auto", "light", "dark"],
  "heading-level": ["1", "2", "3", "4", "5", "6"],
};
/** What a host may leave out, and by what it is known. */
const FEATURES = {
  letters: "write letter redact",
  calendar: "calendar",
  export: "save",
  print: "print",
  evidence: "evidence",
};

/**
 * Where the page forbids selecting, our words may be selected; and in a box that is as wide as
 * what is in it, words that nobody sees make it wide: the widget has no width of its own.
 */
const BOX = `
.shell { user-select: text; -webkit-user-select: text; }
.shell::before { content: "- - - - - - - - - -"; display: block; block-size: 0; overflow: hidden; visibility: hidden; word-spacing: 7em; }
`;

/** What tells whoever listens on the page which letters are put into a field, or taken from it. */
const TELLING = ["beforeinput", "input", "textInput", "compositionstart", "compositionupdate", "compositionend", "paste", "copy", "cut", "dragstart", "drop"];
const isField = ({ target }) => /^(textarea|input|select)$/.test(target.localName);
const hush = (event) => isField(event) && event.stopPropagation();

/** What is typed into a field is no shortcut of the page's, which would take the letter away or lead elsewhere. */
const typed = (event) => {
  const isOurs = isField(event) && !/^(Shift|Escape|Tab)$/.test(event.key);
  if (isOurs && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
};

/**
 * What a page around the element sets besides, judged and followed; returns what
 * follows it again.
 */
export function judge(host, tell, widget) {
  const pack = host.getAttribute("pack");
  const allowed = new CSSStyleSheet();
  host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, allowed];
  let keeping = null;
  /** The line that lets the person keep a case on this device stands where the page wants it. */
  const keepOrNot = () => {
    const { load, keeper } = widget.supply;
    const isWanted = host.getAttribute("storage") === "local";
    if (isWanted && !keeper) tell("warn", 'storage="local" has no effect in a frame: nothing is stored');
    else if (isWanted) {
      keeping ??= keeper().then(({ keepHere }) => keepHere(host, widget, load));
      keeping.then((line) => line.follow(), () => (keeping = null));
    } else {
      keeping?.then((line) => line.end(), () => {});
      keeping = null;
    }
  };
  const follow = () => {
    for (const [name, known] of Object.entries(WORDS)) {
      const value = host.getAttribute(name);
      if (value !== null && !known.includes(value)) tell("warn", `${name}="${value}" is not one of its values`);
    }
    keepOrNot();
    if (host.getAttribute("pack") !== pack) tell("warn", "another `pack` is read when the element is put into the page anew");
    const named = host.getAttribute("allow")?.split(/\s+/).filter(Boolean);
    const strange = named?.filter((word) => !Object.hasOwn(FEATURES, word));
    if (strange?.length) tell("warn", `allow="${strange.join(" ")}" is not one of its values`);
    const forbidden = Object.entries(FEATURES).filter(([name]) => named && !named.includes(name));
    const hooks = forbidden.flatMap(([, hooks]) => hooks.split(" ")).map((hook) => `[data-rc=${hook}]`);
    allowed.replaceSync(BOX + (hooks.length ? `${hooks.join()}{display:none!important}` : ""));
  };
  follow();
  const shell = host.shadowRoot.querySelector(".shell");
  for (const kind of ["keydown", "keypress", "keyup"]) shell.addEventListener(kind, typed);
  for (const kind of TELLING) shell.addEventListener(kind, hush);
  return follow;
}

/**
 * The frame's door: like the file it looks into itself. What its host sets and
 * hears goes through messages `{ recourse: 1, type, … }`, ids only. The host has no
 * origin we could know, so who may speak is decided by the window alone.
 */
const frameHost = window.parent === window ? null : window.parent;
const framed = document.querySelector("recourse-guide");
const sayToHost = (type, more) => frameHost?.postMessage({ recourse: 1, type, ...more }, "*");
const setAll = (attributes) => {
  for (const [name, value] of Object.entries(attributes).filter(([name]) => ATTRIBUTES.includes(name))) {
    if (value === null) framed.removeAttribute(name);
    else framed.setAttribute(name, value);
  }
};
let isOrdered = false;
const orders = {
  set: ({ attributes }) => setAll(attributes ?? {}),
  start: ({ attributes }) => {
    setAll(attributes ?? {});
    framed.start();
  },
  reset: () => framed.reset(),
  wipe: () => {
    isOrdered = true;
    framed.wipe();
    isOrdered = false;
  },
};

setAll(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
addEventListener("message", ({ source, data }) => {
  if (frameHost && source === frameHost && data?.recourse === 1 && Object.hasOwn(orders, data.type)) orders[data.type](data);
});
for (const name of ["ready", "step", "plan", "open", "wipe", "error"]) {
  framed.addEventListener(`recourse:${name}`, ({ detail }) => sayToHost("event", { name, detail }));
}
framed.addEventListener("recourse:ready", () => {
  let spoken = "";
  const sayLanguage = () => {
    const lang = framed.shadowRoot.querySelector(".rc")?.lang ?? spoken;
    if (lang !== spoken) sayToHost("language", { lang });
    spoken = lang;
  };
  const about = { attributes: true, attributeFilter: ["lang"], childList: true, subtree: true };
  new MutationObserver(sayLanguage).observe(framed.shadowRoot, about);
  sayLanguage();
});
new ResizeObserver(() => sayToHost("height", { height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(document.documentElement);
// “Leave” forgets everything and can empty this frame only; the rest is the host's to do.
framed.addEventListener("recourse:wipe", () => isOrdered || sayToHost("leave"));

RecourseGuide.door = {
  delivery: "frame",
  level: 1,
  program: async () => {
    await __wbg_init({ module_or_path: await part("wasm") });
    return { open_widget: unhurried(open_widget), settle: remembering(settle), judge, hosted };
  },
  load: part,
};
customElements.define("recourse-guide", RecourseGuide);

/** What the element does for the page around it in the moment in which the program takes the place of the static guide. */

/** What somebody does who has begun to use it; a finger that comes down may only want to scroll. */
const SIGNS = ["click", "keydown", "focusin"];

/** Whether something of the page is seen below the element. */
function isFollowed(host) {
  const { bottom, left, right } = host.getBoundingClientRect();
  let outer = host;
  while (outer.getRootNode().host) outer = outer.getRootNode().host;
  const after = new Range();
  after.setStartAfter(outer);
  after.setEndAfter(document.body.lastChild);
  // What stands in another column is not pushed away.
  const isSeen = (it) => it.height > 0 && it.top >= bottom - 1 && it.top < innerHeight && it.left < right && it.right > left;
  return bottom < innerHeight && [...after.getClientRects()].some(isSeen);
}

/** Lets the program be no higher than what it replaces, until somebody begins to use it. */
function hold(host, height) {
  const root = host.shadowRoot;
  const shell = root.querySelector(".shell:not([data-aside])");
  const excess = host.offsetHeight - height;
  if (excess <= 0) return;
  const held = new CSSStyleSheet();
  held.replaceSync(`@media screen{.shell:not([data-aside]){max-height:${shell.offsetHeight - excess}px;overflow:clip;mask-image:linear-gradient(#000 calc(100% - 4em),transparent)}}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, held];
  const page = new MutationObserver(() => free());
  const free = () => {
    page.disconnect();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== held);
  };
  for (const sign of SIGNS) host.addEventListener(sign, free, { once: true });
  // Where the page leads on, that is to be seen.
  page.observe(host, { attributeFilter: ["problem", "start"] });
}

/** A link of the page to a problem of the static guide goes to that problem in the program. */
function aim(host) {
  const problem = host.querySelector(".rg-problem:target");
  if (problem && host.shadowRoot?.querySelector(".rc")) host.start({ problem: problem.id });
}
addEventListener("hashchange", () => document.querySelectorAll("recourse-guide").forEach(aim));

/** Prepares for the moment; the static guide is still as it was. */
export function arrive(host, isAsked) {
  const height = host.offsetHeight;
  const isHeld = !isAsked() && isFollowed(host);
  const { activeElement } = host.getRootNode();
  const isInside = activeElement !== host && host.contains(activeElement);
  host.addEventListener("recourse:ready", () => {
    if (isInside) {
      // Nobody loses their place on the keyboard with what they were on; while that
      // has the focus, the element counts as focused already.
      activeElement.blur();
      host.focus({ preventScroll: true });
    }
    // What stands beside the program is there by then, and nothing has been drawn yet.
    if (isHeld) requestAnimationFrame(() => hold(host, height));
    aim(host);
  }, { once: true });
}

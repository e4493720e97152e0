/** What the element does for the page around it in the moment in which the program takes the place of the static guide. */

/** What somebody does who has begun to use it; a finger that comes down may only want to scroll. */
const SIGNS = ["click", "keydown", "focusin"];

/** With less height than this nobody could begin to use it. */
const ENOUGH = 360;
/** What moves by three pixels from one picture to the next jumps: so browsers count it. */
const GENTLY = 2.8;

/** The boxes of all that the page has after the element. */
function after(host) {
  let outer = host;
  while (outer.getRootNode().host) outer = outer.getRootNode().host;
  const rest = new Range();
  rest.setStartAfter(outer);
  rest.setEndAfter(document.body.lastChild);
  return [...rest.getClientRects()];
}

/** Whether something of the page is seen below the element. */
function isFollowed(host) {
  const { bottom, left, right } = host.getBoundingClientRect();
  // What stands in another column is not pushed away.
  const isSeen = (it) => it.height > 0 && it.top >= bottom - 1 && it.top < innerHeight && it.left < right && it.right > left;
  return bottom < innerHeight && after(host).some(isSeen);
}

/** A sheet more, upon all others of a shadow tree. */
function dress(root, rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media screen{${rules}}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return sheet;
}

/** Lets the program be no higher than what it replaces, until somebody begins to use it. */
function hold(host, height) {
  const root = host.shadowRoot;
  const shell = root.querySelector(".shell:not([data-aside])");
  const excess = host.offsetHeight - height;
  if (excess <= 0) return;
  const held = dress(root, `.shell:not([data-aside]){max-height:${shell.offsetHeight - excess}px;overflow:clip;mask-image:linear-gradient(#000 calc(100% - 4em),transparent)}`);
  const page = new MutationObserver(() => free());
  const free = () => {
    page.disconnect();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== held);
  };
  for (const sign of SIGNS) host.addEventListener(sign, free, { once: true });
  // Where the page leads on, that is to be seen.
  page.observe(host, { attributeFilter: ["problem", "start"] });
}

/** Where what it replaces was too small to use: the program lies over what stands below, which moves out gently from under it. */
function unfold(host) {
  const root = host.shadowRoot;
  const own = parseFloat(getComputedStyle(host).marginBottom) || 0;
  const sheet = dress(root, ":host{min-height:0}.shell{display:none}");
  // What it replaces once more, for a moment that nobody sees: margins may have met through it.
  const slot = root.appendChild(document.createElement("slot"));
  const before = after(host);
  slot.remove();
  const part = (margin) => sheet.replaceSync(`@media screen{:host{position:relative;z-index:1;margin-bottom:${margin}px!important}}`);
  /** How far what stands below has come, with this margin between. */
  const moved = (margin) => {
    part(margin);
    return after(host).reduce((most, { top }, at) => Math.max(most, top - before[at]?.top || 0), 0);
  };
  const far = moved(-1);
  // Under a zoom a pixel of the margin is another one on the screen; what is beside the element does not move at all.
  const scale = far - moved(-2);
  const push = (margin) => {
    part(margin);
    requestAnimationFrame(() => {
      const isBelow = host.getBoundingClientRect().bottom + margin * scale > innerHeight + 100;
      if (margin < own && !isBelow && host.isConnected) push(margin + GENTLY / scale);
      else sheet.replaceSync("");
    });
  };
  push(scale > 0 ? -1 - far / scale : own);
}

/** The margin by which the static guide stands out of the element above. */
function margin(host) {
  const { top } = host.getBoundingClientRect();
  let most = 0;
  for (let it = host.firstElementChild; it?.getBoundingClientRect().top === top; it = it.firstElementChild) {
    most = Math.max(most, parseFloat(getComputedStyle(it).marginTop) || 0);
  }
  return most;
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
  const isSmall = !isAsked() && height < ENOUGH;
  const isHeld = !isAsked() && isFollowed(host);
  const above = margin(host);
  const { activeElement } = host.getRootNode();
  const isInside = activeElement !== host && host.contains(activeElement);
  host.addEventListener("recourse:ready", () => {
    if (isInside) {
      // Nobody loses their place on the keyboard with what they were on; while that
      // has the focus, the element counts as focused already.
      activeElement.blur();
      host.focus({ preventScroll: true });
    }
    // The element stays where it was, also where that margin met another one.
    dress(host.shadowRoot, `:host{margin-top:${above}px}`);
    // What stands beside the program is there by then, and nothing has been drawn yet.
    requestAnimationFrame(() => {
      if (isSmall) unfold(host);
      else if (isHeld) hold(host, height);
    });
    aim(host);
  }, { once: true });
}

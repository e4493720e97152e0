/** What a small static guide in the middle of a page offers, so that nothing below it moves before somebody asks for it. */

/** The words on the button, by language. */
const INVITING = /*@inviting*/{};
/** In less room than this the program could not be begun in. */
const ENOUGH = 360;

/** Whether the program has too little room here and would push away what is seen below. */
const isCramped = (host) => host.offsetHeight < ENOUGH && isFollowed(host);

/** The lines of what stands inside the element. */
function linesOf(host) {
  const inside = new Range();
  const walk = document.createTreeWalker(host, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const lines = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    // A box around words is no line; a picture is one.
    if (node.nodeType === Node.ELEMENT_NODE && node.firstChild) continue;
    if (node.nodeType === Node.TEXT_NODE && !node.data.trim()) continue;
    inside.selectNode(node);
    lines.push(...inside.getClientRects());
  }
  return lines;
}

/**
 * Puts a button over the element that takes no room: at its end where no words stand,
 * or else hanging below them. `place()` puts it where it belongs by now.
 */
function invite(host, press) {
  const root = host.shadowRoot;
  const { lang } = host.constructor.door.note(host);
  const button = Object.assign(document.createElement("button"), { type: "button", lang, textContent: INVITING[lang], onclick: press });
  button.className = "invite";
  const looks = new CSSStyleSheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, looks];
  root.append(button);
  const dress = (x, y) => looks.replaceSync(`
.invite{all:initial;position:absolute;z-index:1;box-sizing:border-box;min-block-size:44px;padding:4px 16px;border-radius:22px;transform:translate(${x}px,${y}px);
font:600 16px/1.5 var(--rc-font,system-ui,sans-serif);white-space:nowrap;cursor:pointer;background:var(--rc-accent,#0b586b);color:var(--rc-on-accent,#fff);outline:2px solid var(--rc-on-accent,#fff);outline-offset:-4px}
.invite:not(:focus-visible){outline-color:transparent}
@media print{.invite{display:none}}`);
  const place = () => {
    dress(0, 0);
    const own = button.getBoundingClientRect();
    const box = host.getBoundingClientRect();
    const isLeftward = getComputedStyle(host).direction === "rtl";
    const left = isLeftward ? box.left + 4 : box.right - own.width - 4;
    const lines = linesOf(host);
    const inTheWay = lines.filter((line) => line.right > left && line.left < left + own.width);
    const isFree = (top) => inTheWay.every((line) => line.bottom <= top + 4 || line.top >= top + own.height - 4);
    const last = lines.at(-1) ?? box;
    const middle = (last.top + last.bottom - own.height) / 2;
    const top = [box.bottom - own.height - 4, middle].find((top) => top >= box.top - 12 && isFree(top)) ?? Math.max(box.top, ...inTheWay.map((line) => line.bottom - 2));
    // Where the page is enlarged, its measures are larger than ours.
    const scale = own.width / button.offsetWidth || 1;
    dress((left - own.left) / scale, (top - own.top) / scale);
  };
  place();
  return { button, place, remove: () => button.remove() };
}

/**
 * Until the reader is not deep inside the static guide any more or past it and there is room, or somebody
 * asks for the program. Resolves to whether they were on the button by keyboard.
 */
const undisturbed = (host, isAsked) => new Promise((done) => {
  let invited = null;
  let wasCramped = false;
  let seen = "";
  let timer = 0;
  const end = () => {
    clearTimeout(timer);
    const isOn = invited !== null && host.shadowRoot?.activeElement === invited.button;
    invited?.remove();
    done(isOn);
  };
  const look = () => {
    const { top, bottom, width } = host.getBoundingClientRect();
    const isDeep = top < -innerHeight / 4;
    // What is seen below is asked for only when something has moved.
    const now = [top, bottom, width, innerWidth, innerHeight].join();
    if (now !== seen) {
      wasCramped = isCramped(host);
      if (wasCramped) (invited ??= invite(host, press)).place();
    }
    seen = now;
    if ((isDeep || wasCramped) && host.isConnected && !isAsked()) timer = setTimeout(look, 200);
    else end();
  };
  const press = () => {
    host.start();
    end();
  };
  look();
});

/** Where the case is kept, once the person has asked for it: by the page's origin, on this device only. */
const PLACE = "recourse-case";
/** No passphrase for what stays on a device is shorter, in characters. */
const SHORTEST = 6;

/** Everything on this page that shows what is kept. */
const lines = new Set();

/** What is kept here, and since when; `null` where there is nothing, or where the browser keeps nothing. */
function kept() {
  let value = null;
  try {
    value = localStorage.getItem(PLACE);
  } catch {}
  if (!value) return null;
  const [time, letters = ""] = value.split(" ");
  try {
    return { since: new Date(time), bytes: Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0)) };
  } catch {
    return { since: new Date(time), bytes: new Uint8Array(0) };
  }
}

/** Keeps it, and says whether it is there now; what was there before stays if it is not. */
function keep(bytes) {
  const letters = btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
  const value = `${new Date().toISOString()} ${letters}`;
  try {
    localStorage.setItem(PLACE, value);
    return localStorage.getItem(PLACE) === value;
  } catch {
    return false;
  }
}

/** Every line says what is kept now. */
const redraw = () => lines.forEach((line) => line());

/** Deletes what is kept. */
function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {}
  redraw();
}

/** The day and the time since which something is kept. */
const when = (host, { since }) => (isNaN(since) ? "–" : new Intl.DateTimeFormat(spoken(host).lang, { dateStyle: "long", timeStyle: "short" }).format(since));

/** Asks for a passphrase until `work` is done with it or the person has enough of it. */
async function askUntilDone({ host, words }, { label, ...question }, { shortest, working, work }) {
  const key = { label: words(label, { count: SHORTEST }), show: words("key-show") };
  const answer = await ask(host, { ...question, key });
  let isGoing = answer !== null;
  while (isGoing) {
    if ([...answer.key].length < shortest) {
      isGoing = await answer.again(words(answer.key ? "key-short" : "empty-passphrase", { count: SHORTEST }));
      continue;
    }
    try {
      await answer.tell(words(working));
      const finish = await work(answer);
      const isOver = answer.isOver;
      if (!isOver) finish();
      answer.end();
      return isOver ? undefined : redraw();
    } catch (why) {
      isGoing = await answer.again(words(codeOf(why)));
    }
  }
}

/** Asks for a passphrase and keeps the case, sealed under it, in the place of what was kept before. */
async function save(line) {
  const { host, widget, load, words } = line;
  const [signs] = widget.kept();
  if (signs === undefined) throw refusal(host, "no-case");
  const before = kept();
  const question = {
    title: words("save-title"),
    lines: [words("hand-what"), words("save-key"), words("save-long"), ...(before ? [words("save-replaces", { date: when(host, before) })] : [])],
    label: "key-new",
    tick: signs & WORDS && { label: words("save-words"), isOn: true },
    yes: words("save-yes"),
    no: words("save-no"),
  };
  const work = async (answer) => {
    const sealed = await seal(widget, load, answer.isTicked, answer.key);
    return () => {
      if (!keep(sealed)) throw "not-kept";
      line.isOurs = true;
    };
  };
  await askUntilDone(line, question, { shortest: SHORTEST, working: "working", work });
}

/** Asks for the passphrase and goes on from the case that is kept. */
async function reopen(line) {
  const { host, widget, load, words } = line;
  const found = kept();
  if (!found) return redraw();
  const isBegun = widget.kept()[0] & BEGUN;
  const question = {
    title: words("replace-title"),
    lines: [words("kept-on", { date: when(host, found) }), ...(isBegun ? [words("replace-what")] : [])],
    label: "key-old",
    yes: words("replace-yes"),
    no: words("open-no"),
  };
  const work = async ({ key }) => {
    const opened = await unseal(widget, load, found.bytes, key);
    return () => {
      line.isOurs = true;
      queueMicrotask(() => goOn(host, widget, opened));
    };
  };
  await askUntilDone(line, question, { shortest: 1, working: "opening", work });
}

/**
 * A line of the widget that says whether a case is kept on this device, and lets the person
 * keep, open and delete it. Nothing is kept before they ask, and nothing unsealed.
 */
export function keepHere(host, widget, load) {
  const words = (name, more) => say(host, name, more);
  // What is kept is ours once this visit was saved there, or opened from there.
  const line = { host, widget, load, words, isOurs: false };
  const status = made("p", { className: "text small", role: "status" });
  const acts = made("div", { className: "acts" });
  const bar = made("div", { className: "saved", part: "saved" }, status, acts);
  const { place, wall, add, remove } = aside(host, bar);
  const [saves, opens, deletes] = ["save", "open-case", "delete-case"].map((name) => button("", "quiet", name));

  const draw = () => {
    if (!host.isConnected) return end();
    const { className, lang } = spoken(host);
    Object.assign(place, { className, lang });
    const found = kept();
    line.isOurs &&= found !== null;
    wall.hidden = !isAllowed(host);
    const told = found ? words("kept-on", { date: when(host, found) }) : words("kept-none");
    if (status.textContent !== told) status.textContent = told;
    for (const [pressed, name] of [[saves, line.isOurs ? "save-again" : "save"], [opens, "open"], [deletes, "delete"]]) pressed.textContent = words(name);
    const shown = found ? (line.isOurs ? [saves, deletes] : [opens, deletes, saves]) : [saves];
    const held = host.shadowRoot.activeElement;
    if (shown.length !== acts.children.length || shown.some((pressed, at) => pressed !== acts.children[at])) acts.replaceChildren(...shown);
    // Whoever pressed what is gone now goes on beside it.
    if (acts.contains(held)) held.focus();
    else if (held && [saves, opens, deletes].includes(held)) saves.focus();
  };
  const inAnotherTab = ({ key }) => (key === PLACE || key === null) && draw();
  const language = new MutationObserver(draw);
  const end = () => {
    lines.delete(draw);
    removeEventListener("storage", inAnotherTab);
    host.removeEventListener("recourse:wipe", forget);
    language.disconnect();
    remove();
  };
  for (const [pressed, work] of [[saves, save], [opens, reopen], [deletes, async () => forget()]]) {
    pressed.addEventListener("click", ({ isTrusted }) => {
      if (isTrusted) work(line).catch(({ message }) => { status.textContent = message; });
    });
  }

  lines.add(draw);
  addEventListener("storage", inAnotherTab);
  host.addEventListener("recourse:wipe", forget);
  language.observe(spoken(host), { attributeFilter: ["lang", "class"] });
  // Who comes back finds it first; who begins meets it last.
  add(kept() ? "prepend" : "append");
  draw();
  return { follow: draw, end };
}

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

function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {}
  redraw();
}

/**
 * A line of the widget that says whether a case is kept on this device, and lets the person
 * keep, open and delete it. Nothing is kept before they ask, and nothing unsealed.
 */
export function keepHere(host, guide, load) {
  const words = (name, more) => say(host, name, more);
  const when = ({ since }) => (isNaN(since) ? "–" : new Intl.DateTimeFormat(spoken(host).lang, { dateStyle: "long", timeStyle: "short" }).format(since));
  const status = made("p", { className: "text small", role: "status" });
  const acts = made("div", { className: "acts" });
  const bar = made("div", { className: "saved", part: "saved" }, status, acts);
  const { place, wall, add, remove } = aside(host, bar);
  const [save, open_, forget_] = ["save", "open-case", "delete-case"].map((name) => button("", "quiet", name));
  let isOurs = false;

  const draw = () => {
    if (!host.isConnected) return end();
    const { className, lang } = spoken(host);
    Object.assign(place, { className, lang });
    const found = kept();
    isOurs &&= found !== null;
    wall.hidden = !isAllowed(host);
    const told = found ? words("kept-on", { date: when(found) }) : words("kept-none");
    if (status.textContent !== told) status.textContent = told;
    for (const [it, name] of [[save, found && isOurs ? "save-again" : "save"], [open_, "open"], [forget_, "delete"]]) it.textContent = words(name);
    const shown = found ? (isOurs ? [save, forget_] : [open_, forget_, save]) : [save];
    const held = host.shadowRoot.activeElement;
    if (shown.length !== acts.children.length || shown.some((it, at) => it !== acts.children[at])) acts.replaceChildren(...shown);
    // Whoever pressed what is gone now goes on beside it.
    if (acts.contains(held)) held.focus();
    else if (held && [save, open_, forget_].includes(held)) save.focus();
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

  /** Asks until it is done or the person has enough of it. */
  const until = async (question, shortest, working, work) => {
    const key = { label: words(question.label, { count: SHORTEST }), show: words("key-show") };
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
  };
  const act = (it, work) => it.addEventListener("click", ({ isTrusted }) => {
    if (isTrusted) work().catch(({ message }) => { status.textContent = message; });
  });
  act(save, async () => {
    const [signs] = guide.kept();
    if (signs === undefined) throw refusal(host, "no-case");
    const before = kept();
    const question = {
      title: words("save-title"),
      lines: [words("hand-what"), words("save-key"), words("save-long"), ...(before ? [words("save-replaces", { date: when(before) })] : [])],
      label: "key-new",
      tick: signs & WORDS && { label: words("save-words"), isOn: true },
      yes: words("save-yes"),
      no: words("save-no"),
    };
    await until(question, SHORTEST, "working", async (answer) => {
      const sealed = await seal(guide, load, answer.isTicked, answer.key);
      return () => {
        if (!keep(sealed)) throw "not-kept";
        isOurs = true;
      };
    });
  });
  act(open_, async () => {
    const found = kept();
    if (!found) return redraw();
    const isBegun = guide.kept()[0] & BEGUN;
    const question = { title: words("replace-title"), lines: [words("kept-on", { date: when(found) }), ...(isBegun ? [words("replace-what")] : [])], label: "key-old", yes: words("replace-yes"), no: words("open-no") };
    await until(question, 1, "opening", async ({ key }) => {
      const opened = await open(guide, load, found.bytes, key);
      return () => {
        isOurs = true;
        queueMicrotask(() => goOn(host, guide, opened));
      };
    });
  });
  act(forget_, async () => forget());

  lines.add(draw);
  addEventListener("storage", inAnotherTab);
  host.addEventListener("recourse:wipe", forget);
  language.observe(spoken(host), { attributeFilter: ["lang", "class"] });
  // Who comes back finds it first; who begins meets it last.
  add(kept() ? "prepend" : "append");
  draw();
  return { follow: draw, end };
}

/** What a person typed, made so that it can be recognised wherever it turns up. */

/** Typed into every field that takes text, numbers and days. */
export const CANARY = { text: "zqxj7413canary", words: "金丝雀七四一三", number: "74137413", day: "1974-07-13" };
const TRACES = Object.values(CANARY).flatMap((word) => [word, encodeURIComponent(word), Buffer.from(word).toString("base64")]);

/** Set before the page's own scripts run: notes every event, message and beacon that leaves the widget. */
export function setTrap() {
  window.caught = [];
  const note = (what) => window.caught.push(what);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent) note(`event ${event.type} ${JSON.stringify(event.detail)}`);
    return dispatch.call(this, event);
  };
  for (const [owner, name] of [[window, "postMessage"], [BroadcastChannel.prototype, "postMessage"], [navigator, "sendBeacon"], [window, "open"]]) {
    const original = owner[name];
    owner[name] = function (...values) {
      note(`${name} ${JSON.stringify(values)}`);
      return original.apply(this, values);
    };
  }
  window.print = () => note(`print ${document.title}`);
  // Links that lead away are noted, not followed.
  addEventListener("click", (event) => {
    const link = event.composedPath().find((element) => element.localName === "a");
    if (!link) return;
    note(`link ${link.href}`);
    event.preventDefault();
  });
}

/** Everything the page holds outside the widget's own memory. */
async function held() {
  const lists = [`url ${location.href}`, `title ${document.title}`, `referrer ${document.referrer}`, `name ${window.name}`];
  lists.push(`history ${JSON.stringify(history.state)}`, `cookies ${document.cookie}`);
  for (const store of [localStorage, sessionStorage]) lists.push(`storage ${JSON.stringify({ ...store })}`);
  for (const { name } of await indexedDB.databases()) lists.push(`database ${name}`);
  for (const key of window.caches ? await caches.keys() : []) lists.push(`cache ${key}`);
  lists.push(...performance.getEntriesByType("resource").map(({ name }) => `resource ${name}`));
  const around = document.documentElement.cloneNode(true);
  for (const script of around.querySelectorAll("script")) script.remove();
  lists.push(`page ${around.outerHTML}`);
  return [...lists, ...window.caught];
}

/** Everything that could be read by others, one line each. */
async function everything(page, server) {
  const said = (await page.console()).map(({ text }) => `console ${text}`);
  const asked = (await page.requests()).map(({ url, body }) => `request ${url} ${body}`);
  return [...(await page.run(held)), ...said, ...asked, ...server.asked.map((url) => `server ${url}`)];
}

/** Every place where something typed turned up. */
export async function traces(page, server) {
  const lines = await everything(page, server);
  return lines.filter((line) => TRACES.some((trace) => line.includes(trace))).map((line) => line.slice(0, 160));
}

/** The lines that begin like this, so that a test can see that the trap was set. */
export async function noted(page, server, start) {
  return (await everything(page, server)).filter((line) => line.startsWith(start));
}

/** What several tests about other people's pages look at. */

/** Waits until the element has said that it is ready; `which` is a selector. */
export async function ready(page, which = "recourse-guide") {
  const isShown = (which) => [...document.querySelectorAll(which)].every((guide) => guide.shadowRoot?.querySelector(".rc"));
  await page.until(() => page.run(isShown, which), `${which} should come on show`, 15_000);
}

/** Whether the page stands in WebKit. */
export const isWebKit = (page) => page.run(() => /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent));

/**
 * Nothing is asked for twice. WebKit keeps what is fetched and what is run apart, so there
 * the program's script comes once to be compared and once to be run.
 */
export async function checkOnce(page, asked, check) {
  const comesTwice = await isWebKit(page);
  const twice = asked.filter((file, at, all) => all.indexOf(file) !== at && !(comesTwice && /program-.*\.js$/.test(file)));
  check.none(twice, "these were fetched twice");
}

/** Everything the element told the page; the plain page keeps it. */
export async function told(page, name) {
  return (await page.run(() => window.told)).filter((event) => name === undefined || event.name === name);
}

/** The static guide of the page is seen, with one line above it that says why, and nothing half-started. */
export async function checkFallback(page, check) {
  await page.until(() => page.run(() => document.querySelector("recourse-guide").hasAttribute("data-failed")), "the failure should show", 15_000);
  const seen = await page.run(() => {
    const guide = document.querySelector("recourse-guide");
    const line = guide.shadowRoot.querySelector("[part=note]");
    const { height } = guide.querySelector(".fallback").getBoundingClientRect();
    return { height, line: line?.textContent, lang: line?.lang, href: line?.href, app: guide.shadowRoot.querySelector(".rc") };
  });
  check.ok(seen.height > 10, "the static guide should be seen");
  check.ok(seen.line?.length > 10, "one line should say that the rest did not start");
  check.has(seen.href, new RegExp(`/guide/${seen.lang}\\.html$`));
  check.equal(seen.app, null, "nothing half-started should stand there");
  return seen;
}

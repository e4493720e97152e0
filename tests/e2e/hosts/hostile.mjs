/** Loud sheets, many at once, odd places, names that are taken. */
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";
import { checkOnce, ready } from "./lib.mjs";

/** How the first field and what surrounds it look. */
const looks = (page, which) => page.run((which) => {
  const root = document.querySelector(which).shadowRoot;
  const wanted = ["font-size", "font-style", "font-family", "letter-spacing", "word-spacing", "text-transform", "text-align", "text-indent",
    "color", "white-space-collapse", "direction", "cursor", "display", "background-color", "border-top-style", "line-height", "user-select", "color-scheme", "visibility"];
  const of = (css) => {
    const style = getComputedStyle(root.querySelector(css));
    return Object.fromEntries(wanted.map((name) => [name, style.getPropertyValue(name)]));
  };
  return { root: of(".rc"), title: of(".h1"), field: of("textarea"), tile: of(".tile") };
}, which);

export default {
  "no rule of the host's sheet reaches in, and none of ours reaches out": async (things) => {
    let calm;
    await onHost("plain", { fill: { attributes: 'lang="en" theme="light"' } }, async ({ page }) => {
      await ready(page);
      calm = await looks(page, "recourse-guide");
    })(things);
    await onHost("hostile-css", {}, async ({ page, check }) => {
      // The sheet makes a line of every line break, so that the element is below the fold.
      await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
      await page.run(() => document.querySelector("recourse-guide").scrollIntoView());
      await ready(page);
      check.equal(await looks(page, "recourse-guide"), calm, "the widget should look as it does elsewhere");
      const outside = await page.run(() => [document.adoptedStyleSheets.length, document.querySelectorAll("style,link[rel=stylesheet]").length]);
      check.equal(outside, [0, 1]);
    })(things);
  },

  "where everything is enlarged, some of it twice, it fits and works": onHost("zoomed", {}, async ({ page, check }) => {
    await ready(page);
    const isWithin = () => page.run(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    check.ok(await isWithin(), "nothing should stand out to the side");
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    check.ok(await isWithin(), "nor on the plan");
  }),

  "what is hidden with its surroundings stays hidden": onHost("plain", { fill: { attributes: "" } }, async ({ page, check }) => {
    await ready(page);
    await page.run(() => { document.querySelector("recourse-guide").style.visibility = "hidden"; });
    check.equal((await looks(page, "recourse-guide")).field.visibility, "hidden");
  }),

  "ten on one page share one program and keep to themselves": onHost("many", {}, async ({ page, site, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await page.run(() => Promise.all([...document.querySelectorAll("recourse-guide")].map((guide) => guide.start())));
    await ready(page);
    await page.until(() => page.run(() => document.querySelectorAll("recourse-guide")[3].shadowRoot.querySelector("[data-rc=plan]") !== null), "the plan should arrive");
    await checkOnce(page, site.asked, check);
    const seen = await page.run(() => [...document.querySelectorAll("recourse-guide")].map(({ shadowRoot }) => ({
      lang: shadowRoot.querySelector(".rc").lang, large: !!shadowRoot.querySelector(".rc-large"), story: !!shadowRoot.querySelector("textarea"),
      plan: shadowRoot.querySelector("[data-rc=plan]")?.dataset.id, alarm: !!shadowRoot.querySelector("[data-rc=emergency]"),
    })));
    check.equal(seen.slice(0, 3).map(({ lang }) => lang), ["zh-Hans", "en", "zh-Hant"]);
    check.equal(seen[3].plan, "wx-account-banned");
    check.equal(seen[4].story, false, "browsing starts without the field");
    check.equal(seen.map(({ large }) => large), [false, false, false, false, false, false, true, false, false, false]);
    check.equal(seen.map(({ alarm }) => alarm), [false, false, false, false, false, false, false, false, true, false]);
    await page.run(() => document.querySelectorAll("recourse-guide")[0].remove());
    const fields = await page.all("textarea");
    await page.type(fields[0], "WhatsApp account stolen");
    const typed = await page.run(() => [...document.querySelectorAll("recourse-guide")].map(({ shadowRoot }) => shadowRoot.querySelector("textarea")?.value ?? ""));
    check.equal(typed.filter((text) => text !== "").length, 1, "what is typed into one stays in it");
  }),

  "in details, in a dialog and in another shadow tree it starts when it is seen": onHost("nested", {}, async ({ page, site, check }) => {
    const isShown = (find) => page.run((find) => !!Function(`return ${find}`)()?.shadowRoot?.querySelector(".rc"), find);
    // A script of the page makes the outer tree.
    const inner = 'document.querySelector("#outer").shadowRoot?.querySelector("#inner")';
    await page.until(() => isShown(inner), "inside another shadow tree", 15_000);
    check.equal(await isShown('document.querySelector("#folded")'), false);
    await page.run(() => { document.querySelector("#fold").open = true; });
    await page.until(() => isShown('document.querySelector("#folded")'), "in details", 15_000);
    await page.run(() => document.querySelector("#box").showModal());
    await page.until(() => isShown('document.querySelector("#boxed")'), "in a dialog", 15_000);
    await checkOnce(page, site.asked, check);
  }),

  "a name that is taken is left alone, with one warning": onHost("taken", {}, async ({ page, check }) => {
    const warnings = async () => (await page.console()).filter(({ text }) => /defined already/.test(text));
    await page.until(async () => (await warnings()).length === 1, "one warning");
    check.equal(await page.run(() => customElements.get("recourse-guide").isTheirs), true);
  }),

  "of two copies on one page the first serves, with one warning": onHost("twice", {}, async ({ page, check }) => {
    await ready(page);
    check.equal((await page.console()).filter(({ text }) => /defined already/.test(text)).length, 1);
    await page.rc("story");
  }),
};

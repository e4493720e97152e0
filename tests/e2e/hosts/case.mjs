/** A case that a person makes in the plain page, and what can be seen of it. */
import { CANARY } from "../canary/trap.mjs";
import { SCAM } from "../lib/ways.mjs";

export const PASSPHRASE = "一把钥匙 and a door";
export const STORY = `${SCAM} ${CANARY.text} ${CANARY.words}`;
export const STRICT = "default-src 'none'; img-src data:; connect-src 'self'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

/** Tells, chooses, answers one question with yes and uses one door; returns what can be seen of the case. */
export async function live(page, story = STORY) {
  await page.type("story", story);
  await page.press("candidate", { id: "pay-scam-transfer" });
  await page.rc("plan", { id: "pay-scam-transfer" });
  const asked = await page.attribute("question", "data-id");
  await page.press("answer", { within: await page.rc("question"), value: "true" });
  await page.gone("question", { id: asked });
  return seen(page);
}

/** What can be seen of the case on show: plan, doors in order, and what is asked next. */
export async function seen(page) {
  await page.rc("plan");
  const standing = () => page.run(() => {
    const root = document.querySelector("recourse-guide").shadowRoot;
    const said = (name) => [...root.querySelectorAll(`[data-rc=${name}]`)].map(({ dataset: { id, stage, verdict } }) => [id, stage, verdict].join(" "));
    return JSON.stringify([root.querySelector("[data-rc=plan]")?.dataset.id, said("rung"), said("question"), said("excluded")]);
  });
  await page.until(async () => { const before = await standing(); await page.run(() => new Promise((done) => setTimeout(done, 250))); return before === (await standing()); });
  return standing();
}

/** The words in the first field, after going back to it. */
export async function words(page) {
  if ((await page.rcAll("story")).length === 0) await page.press((await page.all(".step"))[0]);
  return page.attribute("story", "value");
}

/** The same tests from the page and from the file, and the ways that many of them walk. */
import { check } from "./check.mjs";

/** Turns each `test(things)` into two, whose `where` is `"/"` and `"file"`. */
export function both(tests) {
  const from = (where) => Object.entries(tests).map(([sentence, test]) => [`from ${where}, ${sentence}`, (things) => test({ ...things, where })]);
  return Object.fromEntries([...from("/"), ...from("file")]);
}

/** What a person writes who has just been tricked into a transfer. */
export const SCAM = "我刚被骗转了三千块给刷单的";

/** Opens, in a time zone; that of Shanghai unless told otherwise. */
export async function open(page, where, zone = "Asia/Shanghai") {
  await page.zone(zone);
  await page.open(where);
}

/** Opens, tells of the scam, chooses it and waits for the whole plan. */
export async function openScamPlan(page, where, zone) {
  await open(page, where, zone);
  await page.type("story", SCAM);
  await page.press("candidate", { id: "pay-scam-transfer" });
  await wholePlan(page);
}

/** Waits until the details of the plan have arrived. */
export async function wholePlan(page) {
  await page.rc("plan");
  await page.until(async () => (await page.all(".fold")).length > 0, "the details of the plan should arrive");
}

/** Speaks another language and waits until it is on show. */
export async function speak(page, lang) {
  await page.press("lang", { value: lang });
  const isSpoken = () => page.inside((root, lang) => root.querySelector(".rc").lang === lang, lang);
  await page.until(isSpoken, `${lang} should come on show`);
}

/** Says, under “Change” on the plan, where one is. */
export async function moveTo(page, place) {
  const [fold] = await page.all(".heard-more");
  if (!(await fold.getAttribute("open"))) await page.press((await page.all(".heard-more summary"))[0]);
  const [list] = await page.all(".heard-list select");
  check.ok(list, "the place should be changeable");
  await page.choose(list, place);
}

/** The ids of the doors, in order. */
export async function doors(page) {
  return page.ids("rung");
}

/** Ticks a door, and says what came of it if anything did. */
export async function use(page, id, answer) {
  const rung = await page.rc("rung", { id });
  await page.press("did-this", { within: rung });
  await page.rc("reply", { within: rung });
  if (answer) await page.press(await page.rc("reply", { within: rung, value: answer }));
}

/** Ticks and refuses every door until none is left. */
export async function useUp(page) {
  for (let turn = 0; turn < 30; turn += 1) {
    const left = await page.inside((root) => {
      const rungs = [...root.querySelectorAll('[data-rc="rung"]')];
      return rungs.find((rung) => ["untried", "said"].includes(rung.dataset.progress))?.dataset.id;
    });
    if (!left) return;
    await use(page, left, "refused");
  }
}

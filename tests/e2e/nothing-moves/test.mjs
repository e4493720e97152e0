/** Nothing jumps: what stands on the page stays where it is while more comes. */
import { eachScreen } from "../lib/screens.mjs";
import { both, open, openScamPlan, SCAM, speak, wholePlan } from "../lib/ways.mjs";

/** The most the page may shift in one visit, as browsers score it. */
const MOST = 0.02;

/** Notes every shift of the page from its first paint on. */
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const where = sources.map(({ node }) => node?.className ?? node?.nodeName).join(", ");
      window.shifts.push({ value, hadRecentInput, where });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Waits until the page has been still for some frames, and adds up what nobody's hand had caused. */
async function shifted(page) {
  await page.driver.executeAsyncScript(`
    const done = arguments[0];
    let left = 20;
    const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
    next();`);
  const shifts = (await page.run(() => window.shifts)).filter(({ hadRecentInput }) => !hadRecentInput);
  return { total: shifts.reduce((sum, { value }) => sum + value, 0), told: shifts.map(({ value, where }) => `${value.toFixed(3)} ${where}`).join("; ") };
}

const tests = Object.fromEntries([360, 1280].map((width) => [
  `candidates, the alarm and the plan come without a jump at ${width} px`,
  async ({ page, where, check }) => {
    await page.before(watchShifts);
    await page.size(width, 740);
    await open(page, where);
    await page.type("story", SCAM);
    await page.rc("emergency");
    await page.press("candidate", { id: "pay-scam-transfer" });
    await wholePlan(page);
    const { total, told } = await shifted(page);
    check.ok(total <= MOST, `the page shifted by ${total.toFixed(3)}: ${told}`);
  },
]));

tests["a shift that nobody caused is noticed"] = async ({ page, where, check }) => {
  await page.before(watchShifts);
  await page.size(360, 740);
  await openScamPlan(page, where);
  await shifted(page);
  await page.until(() => page.run(() => performance.now() > 3000), "a while after the last press");
  await page.inside((root) => root.querySelector(".top").before(...Array.from({ length: 12 }, () => document.createElement("hr"))));
  check.ok((await shifted(page)).total > MOST, "a push of 200 px should be counted");
};

/** Screens that the walk comes to by unfolding what nobody pressed, which moves what stands below. */
const UNFOLDED = ["proof", "plan-rung", "plan-walls", "plan-heard", "plan-open"];

/** Every screen of a visit, one after another, in each language. */
const visits = Object.fromEntries(["zh-Hans", "zh-Hant", "en"].flatMap((lang) => [360, 1280].map((width) => [
  `a whole visit in ${lang} goes without a jump at ${width} px`,
  async ({ page, check }) => {
    await page.before(watchShifts);
    await page.size(width, 740);
    await open(page, "/");
    if (lang !== "zh-Hans") await speak(page, lang);
    const jumps = [];
    let sum = 0;
    await eachScreen(page, lang, async (screen) => {
      const { total, told } = await shifted(page);
      await page.run(() => window.shifts.splice(0));
      if (total === 0 || UNFOLDED.includes(screen)) return;
      sum += total;
      jumps.push(`${screen}: ${told}`);
    });
    check.ok(sum <= MOST, `the page shifted by ${sum.toFixed(3)}: ${jumps.join(" | ")}`);
  },
])));

export default { ...both(tests), ...visits };

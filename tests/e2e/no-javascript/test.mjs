/** Without scripts, the emergency help stands there and can be read and tapped. */
import { checkStanding, EVERY } from "../lib/standing.mjs";

export const options = { javascript: false };

export default {
  ...Object.fromEntries(
    EVERY.map((what) => [
      `${what} shows the emergency help and every problem`,
      async ({ page, check }) => {
        await page.open(what, { wait: false });
        await checkStanding(page, check);
        check.ok((await page.all(".rg-contents li")).length >= 93, "every problem should be listed");
        const [note] = await page.all(".did-not-start");
        check.ok(await note.isDisplayed(), "one sentence should say that the interactive part did not start");
      },
    ]),
  ),

  "the file leads from a problem to its doors, all in itself": async ({ page, check }) => {
    await page.open("file", { wait: false });
    await page.press((await page.all(".rg-contents a[href='#wx-account-stolen']"))[0]);
    const [door] = await page.all("#wx-account-stolen .rg-ladder a[href^='#door-']");
    const address = await door.getAttribute("href");
    await page.press(door);
    check.equal(await page.driver.getCurrentUrl(), address);
    check.ok(await (await page.all(`[id="${address.split("#")[1]}"] h4`))[0].isDisplayed(), "the door should be on show");
  },
};

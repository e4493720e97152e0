/** Without scripts, the emergency help stands there and can be read and tapped. */
import { checkStanding, EVERY } from "../lib/standing.mjs";

export const options = { javascript: false };

export default Object.fromEntries(
  EVERY.map((what) => [
    `${what} shows the emergency help`,
    async ({ page, check }) => {
      await page.open(what, { wait: false });
      await checkStanding(page, check);
    },
  ]),
);

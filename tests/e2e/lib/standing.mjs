/** What must stand on every page before, or instead of, any script. */

/** Everything a person can open. */
export const EVERY = ["/", "file:zh-Hans", "file:zh-Hant", "file:en"];

/** The static help is there, is seen, and names a number that can be called. */
export async function checkStanding(page, check) {
  const [help] = await page.all(".before");
  check.ok(await help.isDisplayed(), "the static help should be seen");
  const text = await help.getText();
  check.ok(text.length > 60, `the static help should say something, not only “${text}”`);
  check.has(text, /\d{3}/, "the static help should name a number to call");
  check.equal((await page.rcAll("story")).length, 0, "there should be no field that does nothing");
}

/** The one sentence that says the rest did not start. */
export async function checkNote(page) {
  const isSeen = async () => {
    const [note] = await page.all(".did-not-start");
    return note && (await note.isDisplayed()) && (await note.getText()) !== "";
  };
  await page.until(isSeen, "one sentence should say that the interactive part did not start");
}

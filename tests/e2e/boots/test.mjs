/** The page and the three files start, each in its own language. */
const HAN = /\p{Script=Han}/u;

async function heading(page) {
  const [first] = await page.all("h1");
  return first.getText();
}

export const options = { languages: "zh-CN,zh" };

export default {
  "the page starts and asks only for its own files": async ({ page, server, check }) => {
    await page.open("/");
    check.has(await heading(page), HAN);
    const asked = server.asked.filter((url) => url !== "/" && !/^\/assets\/[\w.-]+-[0-9a-f]{16}\.(js|wasm|bin)$/.test(url));
    check.none(asked, "these are not files of the page");
    check.none(server.asked.filter((url, at, all) => all.indexOf(url) !== at), "these were fetched twice");
  },

  "the file starts from disk without a single request": async ({ page, check }) => {
    await page.open("file");
    check.has(await heading(page), HAN);
    const others = (await page.requests()).filter(({ url }) => !/^(data|blob):|\/recourse\.html$/.test(url));
    check.none(others.map(({ url }) => url), "the file asked for more than itself");
  },

  "each file speaks its own language": async ({ page, check }) => {
    const headings = [];
    for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
      await page.open(`file:${lang}`);
      check.equal(await page.run(() => document.documentElement.lang), lang);
      headings.push(await heading(page));
    }
    const [simplified, traditional, english] = headings;
    check.has(simplified, HAN);
    check.has(traditional, HAN);
    check.lacks(english, HAN);
    check.differ(simplified, traditional, "the simplified and the traditional heading should differ");
  },

  "what is typed stays in the field": async ({ page, check }) => {
    await page.open("file");
    await page.type("story", "微信账号被封了 😟 help");
    check.equal(await page.attribute("story", "value"), "微信账号被封了 😟 help");
  },
};

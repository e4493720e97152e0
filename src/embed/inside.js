/** What a page without a network finds inside itself. */
const places = /*@assets*/{};

const payload = unpackPayload();
const part = async (name) => {
  const [offset, length] = places[name];
  const bytes = (await payload).slice(offset, offset + length);
  const [lang, half] = name.split(".");
  return lang === "zh-Hant" ? traditional(await part(`zh-Hans.${half}`), bytes) : bytes;
};

/** The single file's door: it looks into itself. */
const places = /*@assets*/{};

const payload = unpackPayload();
const part = async (name) => {
  const [offset, length] = places[name];
  const bytes = (await payload).slice(offset, offset + length);
  const [lang, half] = name.split(".");
  return lang === "zh-Hant" ? traditional(await part(`zh-Hans.${half}`), bytes) : bytes;
};

RecourseGuide.door = {
  delivery: "file",
  ready: async () => __wbg_init({ module_or_path: await part("wasm") }),
  load: part,
};
customElements.define("recourse-guide", RecourseGuide);

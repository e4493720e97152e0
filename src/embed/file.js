/** The single file's door: it looks into itself. */
RecourseGuide.door = {
  delivery: "file",
  level: 1,
  program: async () => {
    await __wbg_init({ module_or_path: await part("wasm") });
    return { open_widget: unhurried(open_widget), settle: remembering(settle) };
  },
  load: part,
};
customElements.define("recourse-guide", RecourseGuide);

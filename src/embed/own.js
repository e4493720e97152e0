/** Where packs come from once the host's own, which the reader has read, is among them. */
export const withOwn = (load, own) => async (name) => {
  if (name === "core" || name === "sources") return own[name]();
  const [lang, half] = name.split(".");
  const ours = await load(name);
  if (half !== "first") return ours;
  const said = own.sentences(lang);
  const both = new Uint8Array(ours.length + said.length);
  both.set(ours);
  both.set(said, ours.length);
  return both;
};

/** A pack that is not sound as a whole is left out as a whole. */
export function leaveOut(pack, why, tell) {
  console.error(`<recourse-guide>: the pack${pack} is left out as a whole:\n${why}`);
  tell("error", "pack-refused");
}

/** What a page without a network finds inside itself. */
const places = /*@assets*/{};

const payload = unpackPayload();
const part = async (name) => {
  const [offset, length, base] = places[name];
  const bytes = (await payload).slice(offset, offset + length);
  return base ? otherScript(await part(base), bytes) : bytes;
};
// The first field is told its words as soon as they are unpacked, whatever becomes of the program.
part("early").then((bytes) => dispatchEvent(new CustomEvent("recourse:words", { detail: JSON.parse(new TextDecoder().decode(bytes)) })), () => {});

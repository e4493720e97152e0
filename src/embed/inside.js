/** What a page without a network finds inside itself. */
const places = /*@assets*/{};

const payload = unpackPayload();
const part = async (name) => {
  const [offset, length, base] = places[name];
  const bytes = (await payload).slice(offset, offset + length);
  return base ? otherScript(await part(base), bytes) : bytes;
};

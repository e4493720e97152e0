/** The program that reads a pack: the path from here, and the sum it must have. */
const [readerPath, readerSum] = /*@reader*/{};
/** How often the page is asked for its pack, and for how long, in milliseconds. */
const ASKING = 2_000;
const PATIENCE = 10_000;

/**
 * A host's own pack, which its page sends, together with the program that reads it: this
 * file does not carry that one, and runs none but that very one.
 */
async function broughtPack(load) {
  const { pack, reader } = await new Promise((done, fail) => {
    const ask = () => sayToHost("pack", { reader: readerPath });
    const asking = setInterval(ask, ASKING);
    const end = setTimeout(() => fail("the page has sent none"), PATIENCE);
    orders.pack = (sent) => {
      clearInterval(asking);
      clearTimeout(end);
      done(sent);
    };
    ask();
  });
  if (typeof pack !== "string") throw "it must be sent as a text";
  if (!(reader instanceof ArrayBuffer)) throw "its reader must be sent with it, as an ArrayBuffer";
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", reader));
  if (`sha256-${btoa(String.fromCharCode(...sum))}` !== readerSum) throw `this is not ${readerPath} of this version`;
  const { start, read_pack } = openReader();
  await start({ module_or_path: reader });
  return read_pack(await load("core"), await load("sources"), pack);
}

/** Where packs come from: from this file, with the host's own knowledge in them if it sends any. */
async function hosted(host, load, run, tell) {
  if (!host.hasAttribute("pack")) return load;
  try {
    return withOwn(load, await broughtPack(load));
  } catch (why) {
    leaveOut("", why, tell);
    return load;
  }
}

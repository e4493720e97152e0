/** Unpacks what the single file carries: text, gzip, bytes. Rejects when a byte is wrong. */
async function unpackPayload() {
  const text = atob(document.getElementById("recourse-payload").textContent);
  const packed = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  if (typeof DecompressionStream === "function") {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  // The build writes the plainest of heads, 10 bytes, then sum and size at the end.
  const end = new DataView(packed.buffer, packed.length - 8);
  const bytes = inflate(packed.subarray(10, -8), end.getUint32(4, true));
  if (crc32(bytes) !== end.getUint32(0, true)) throw new Error("the payload is damaged");
  return bytes;
}

/** Unpacks deflate (RFC 1951), for browsers without DecompressionStream. */
function inflate(input, size) {
  const output = new Uint8Array(size);
  let [at, held, bits, written] = [0, 0, 0, 0];

  const take = (count) => {
    while (bits < count) {
      if (at >= input.length) throw new Error("the payload is cut off");
      held |= input[at++] << bits;
      bits += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    bits -= count;
    return value;
  };

  /** Turns the lengths of codes into counts per length and symbols in order. */
  const code = (lengths) => {
    const counts = new Uint16Array(16);
    for (const length of lengths) counts[length]++;
    counts[0] = 0;
    const places = new Uint16Array(16);
    for (let length = 1; length < 15; length++) places[length + 1] = places[length] + counts[length];
    const symbols = new Uint16Array(lengths.length);
    lengths.forEach((length, symbol) => { if (length) symbols[places[length]++] = symbol; });
    return { counts, symbols };
  };

  const symbol = ({ counts, symbols }) => {
    for (let length = 1, value = 0, first = 0, index = 0; length < 16; length++) {
      value |= take(1);
      const count = counts[length];
      if (value - first < count) return symbols[index + value - first];
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new Error("the payload is damaged");
  };

  /** The first value and the extra bits of each length or distance. */
  const ranges = (start, growth, count) => {
    const list = [];
    for (let index = 0, base = start; index < count; index++) {
      const extra = Math.max(0, Math.floor(index / growth) - 1);
      list.push([base, extra]);
      base += 1 << extra;
    }
    return list;
  };
  const runs = ranges(3, 4, 28).concat([[258, 0]]);
  const distances = ranges(1, 2, 30);

  const block = (literals, backs) => {
    for (;;) {
      const next = symbol(literals);
      if (next === 256) return;
      if (next < 256) {
        output[written++] = next;
        continue;
      }
      const [run, more] = runs[next - 257];
      let left = run + take(more);
      const [distance, further] = distances[symbol(backs)];
      const from = distance + take(further);
      for (; left > 0; left--, written++) output[written] = output[written - from];
    }
  };

  const dynamic = () => {
    const [literals, backs, count] = [take(5) + 257, take(5) + 1, take(4) + 4];
    const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    const short = new Uint8Array(19);
    for (let index = 0; index < count; index++) short[order[index]] = take(3);
    const lengthCode = code(short);
    const lengths = [];
    while (lengths.length < literals + backs) {
      const next = symbol(lengthCode);
      if (next < 16) lengths.push(next);
      else if (next === 16) lengths.push(...Array(3 + take(2)).fill(lengths[lengths.length - 1]));
      else lengths.push(...Array(next === 17 ? 3 + take(3) : 11 + take(7)).fill(0));
    }
    block(code(lengths.slice(0, literals)), code(lengths.slice(literals)));
  };

  const fixed = () => {
    const lengths = Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8));
    block(code(lengths), code(Array(30).fill(5)));
  };

  const stored = () => {
    held = 0;
    bits = 0;
    const length = input[at] | (input[at + 1] << 8);
    output.set(input.subarray(at + 4, at + 4 + length), written);
    at += 4 + length;
    written += length;
  };

  for (let isLast = 0; !isLast; ) {
    isLast = take(1);
    [stored, fixed, dynamic][take(2)]();
  }
  return output;
}

/** The checksum gzip keeps of its content. */
function crc32(bytes) {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });
  let sum = ~0;
  for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** Unpacks what the single file carries; rejects when a byte is wrong. */
async function unpackPayload() {
  const packed = read91(document.getElementById("recourse-payload").textContent);
  // The build puts the size and the checksum of the content before it.
  const head = new DataView(packed.buffer, 0, 8);
  // The payload leads back to the style and the words of the guide, whatever elements they stand in.
  const [style, guide] = ["rg-style", "rg-top"].map((id) => document.getElementById(id).textContent);
  const known = new TextEncoder().encode(style + guide.replaceAll("\n", "\0"));
  const bytes = unpackLzma(packed.subarray(8), head.getUint32(0, true), known);
  if (crc32(bytes) !== head.getUint32(4, true)) throw new Error("the payload is damaged");
  return bytes;
}

/** Bytes from letters: two of 91 signs hold 13 bits, as `xtask/src/base91.rs` writes them. */
function read91(text) {
  const values = new Uint8Array(128);
  let next = 0;
  for (let sign = 33; sign < 127; sign++) if (!"<>&".includes(String.fromCharCode(sign))) values[sign] = next++;
  const bytes = new Uint8Array((text.length / 2) * 13 >> 3);
  let [held, count, at] = [0, 0, 0];
  for (let pair = 0; pair < text.length; pair += 2) {
    held |= (values[text.charCodeAt(pair)] + 91 * values[text.charCodeAt(pair + 1)]) << count;
    for (count += 13; count >= 8; count -= 8, held >>= 8) bytes[at++] = held;
  }
  return bytes;
}

/**
 * Unpacks a bare LZMA stream with lc = 3, lp = 0, pb = 0, as the build packs it,
 * into `size` bytes that follow those in `known`.
 *
 * The browser's own gzip would need no code, but makes the file a third bigger:
 * it looks back 32 KB, too little to see that two scripts say the same.
 */
function unpackLzma(input, size, known) {
  const end = known.length + size;
  const output = new Uint8Array(end);
  output.set(known);
  const fresh = (count) => new Uint16Array(count).fill(1024);
  const [isMatch, isRep, isRep0, isRep1, isRep2, isLong] = Array.from({ length: 6 }, () => fresh(12));
  const literals = fresh(0x300 << 3);
  const slots = Array.from({ length: 4 }, () => fresh(64));
  const [near, align] = [fresh(128), fresh(16)];
  const lengthCode = () => ({ choice: fresh(2), low: fresh(8), mid: fresh(8), high: fresh(256) });
  const [matchLength, repLength] = [lengthCode(), lengthCode()];

  let at = 5;
  let range = 0xffffffff;
  let code = new DataView(input.buffer, input.byteOffset + 1, 4).getUint32(0);

  const refill = () => {
    if (range >= 0x1000000) return;
    if (at >= input.length) throw new Error("the payload is cut off");
    range = (range << 8) >>> 0;
    code = ((code << 8) | input[at++]) >>> 0;
  };

  /** One bit whose likelihood is learnt. */
  const bit = (model, index) => {
    const likely = model[index];
    const bound = (range >>> 11) * likely;
    if (code < bound) {
      range = bound;
      model[index] = likely + ((2048 - likely) >> 5);
      refill();
      return 0;
    }
    range -= bound;
    code -= bound;
    model[index] = likely - (likely >> 5);
    refill();
    return 1;
  };

  /** A number of `count` bits, the highest first. */
  const number = (model, count) => {
    let tree = 1;
    for (let left = count; left > 0; left--) tree = (tree << 1) | bit(model, tree);
    return tree - (1 << count);
  };

  /** A number of `count` bits, the lowest first. */
  const backwards = (model, start, count) => {
    let value = 0;
    for (let tree = 1, place = 0; place < count; place++) {
      const next = bit(model, start + tree);
      tree = (tree << 1) | next;
      value |= next << place;
    }
    return value;
  };

  /** A number of `count` bits that are as likely 0 as 1. */
  const plain = (count) => {
    let value = 0;
    for (let left = count; left > 0; left--) {
      range >>>= 1;
      const next = code >= range ? 1 : 0;
      if (next) code -= range;
      value = (value << 1) | next;
      refill();
    }
    return value;
  };

  const length = ({ choice, low, mid, high }) => {
    if (!bit(choice, 0)) return 2 + number(low, 3);
    return bit(choice, 1) ? 18 + number(high, 8) : 10 + number(mid, 3);
  };

  const distance = (run) => {
    const slot = number(slots[Math.min(run, 5) - 2], 6);
    if (slot < 4) return slot;
    const extra = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << extra;
    if (slot < 14) return base + backwards(near, base - slot, extra);
    return base + plain(extra - 4) * 16 + backwards(align, 0, 4);
  };

  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  for (let written = known.length; written < end; ) {
    if (!bit(isMatch, state)) {
      const start = 0x300 * (written > 0 ? output[written - 1] >> 5 : 0);
      let tree = 1;
      if (state >= 7) {
        // After a match, the byte that would have followed it says what not to expect.
        let other = output[written - rep0 - 1];
        while (tree < 0x100) {
          const expected = (other >> 7) & 1;
          other <<= 1;
          const next = bit(literals, start + ((1 + expected) << 8) + tree);
          tree = (tree << 1) | next;
          if (next !== expected) break;
        }
      }
      while (tree < 0x100) tree = (tree << 1) | bit(literals, start + tree);
      output[written++] = tree;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let run;
    if (!bit(isRep, state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      run = length(matchLength);
      rep0 = distance(run);
      state = state < 7 ? 7 : 10;
    } else {
      let isShort = false;
      // Otherwise an older distance moves to the front.
      if (!bit(isRep0, state)) isShort = !bit(isLong, state);
      else if (!bit(isRep1, state)) [rep0, rep1] = [rep1, rep0];
      else if (!bit(isRep2, state)) [rep0, rep1, rep2] = [rep2, rep0, rep1];
      else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      run = isShort ? 1 : length(repLength);
      state = state >= 7 ? 11 : isShort ? 9 : 8;
    }
    if (rep0 >= written || written + run > end) throw new Error("the payload is damaged");
    for (; run > 0; run--, written++) output[written] = output[written - rep0 - 1];
  }
  return output.subarray(known.length);
}

/**
 * A pack of sentences in one Chinese script from that in the other: a table of
 * characters, then edits, as `xtask/src/traditional.rs` writes them.
 */
function otherScript(base, difference) {
  const [read, headLength] = [new TextDecoder(), 12];
  const [table, ...edits] = read.decode(difference).split("\0");
  const becomes = {};
  for (let at = 0; at < table.length; at += 2) becomes[table[at]] = table[at + 1];
  const plain = read.decode(base.subarray(headLength)).replace(/[^]/g, (unit) => becomes[unit] ?? unit);
  let [text, from] = ["", 0];
  for (const edit of edits) {
    const [, stays, goes, put] = /^(\d+) (\d+) (.*)$/s.exec(edit);
    const to = from + Number(stays);
    text += plain.slice(from, to) + put;
    from = to + Number(goes);
  }
  const words = new TextEncoder().encode(text + plain.slice(from));
  const bytes = new Uint8Array(headLength + words.length);
  bytes.set(base.subarray(0, headLength));
  bytes.set(words, headLength);
  return bytes;
}

/** The checksum that gzip and others use. */
function crc32(bytes) {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });
  let sum = ~0;
  for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

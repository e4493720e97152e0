/** How many words each size holds, and how many more repair them: sides of 21 to 37, which have one block. */
const SIZES = [[19, 7], [34, 10], [55, 15], [80, 20], [108, 26]];
/** The lowest level of repair and the one mask, as they are written twice beside the corners. */
const FORMAT = 0x77c4;

/** Multiplies in the field of 256 that the standard names. */
const times = (one, other) => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ (product >> 7 && 0x11d) ^ ((other >> bit) & 1 && one);
  return product;
};

/** The words that repair the others: what remains of them after a division. */
const remainder = (data, count) => {
  let divisor = [1];
  for (let place = 0, root = 1; place < count; place += 1, root = times(root, 2)) {
    divisor = [...divisor, 0].map((own, at) => own ^ times(divisor[at - 1] ?? 0, root));
  }
  const rest = [...data, ...Array(count).fill(0)];
  data.forEach((_, at) => {
    const factor = rest[at];
    divisor.forEach((by, step) => (rest[at + step] ^= times(by, factor)));
  });
  return rest.slice(data.length);
};

/** An address as a QR code, the path of its dark squares and its side; nothing if it is too long. */
export function code(text) {
  const bytes = new TextEncoder().encode(text);
  const size = SIZES.findIndex(([words]) => bytes.length + 2 <= words);
  if (size < 0) return null;
  const [words, repair] = SIZES[size];
  const side = 21 + 4 * size;
  // Everything stands half a word later, behind the four bits for “bytes”.
  const halves = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from({ length: halves.length / 2 }, (_, at) => (halves[2 * at] << 4) | halves[2 * at + 1]);
  for (let turn = 0; data.length < words; turn += 1) data.push(turn % 2 ? 0x11 : 0xec);
  const bits = [...data, ...remainder(data, repair)];

  const dark = new Map();
  const set = (x, y, isDark) => x >= 0 && y >= 0 && x < side && y < side && dark.set(y * side + x, isDark);
  const rings = (x, y, reach, light) => {
    for (let row = -reach; row <= reach; row += 1) {
      for (let column = -reach; column <= reach; column += 1) set(x + column, y + row, !light.includes(Math.max(Math.abs(row), Math.abs(column))));
    }
  };
  for (let place = 0; place < side; place += 1) {
    set(6, place, place % 2 === 0);
    set(place, 6, place % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [side - 4, 3], [3, side - 4]]) rings(x, y, 4, [2, 4]);
  if (size > 0) rings(side - 7, side - 7, 2, [1]);
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = (FORMAT >> bit) % 2 === 1;
    const skip = (place) => place + (place > 5);
    if (bit < 8) set(8, skip(bit), isDark);
    else set(bit === 8 ? 7 : 14 - bit, 8, isDark);
    set(...(bit < 8 ? [side - 1 - bit, 8] : [8, side + bit - 15]), isDark);
  }
  set(8, side - 8, true);

  // Columns of two, up and down from the lower right; every other square is turned over.
  let written = 0;
  for (let right = side - 1, isUp = true; right > 0; right -= 2, isUp = !isUp) {
    if (right === 6) right -= 1;
    for (let step = 0; step < side; step += 1) {
      const y = isUp ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (dark.has(y * side + x)) continue;
        const isSet = ((bits[written >> 3] ?? 0) << (written & 7)) & 128;
        dark.set(y * side + x, !isSet === ((x + y) % 2 === 0));
        written += 1;
      }
    }
  }
  const squares = [...dark].filter(([, isDark]) => isDark).map(([place]) => `M${place % side} ${Math.floor(place / side)}h1v1h-1z`);
  return { side, path: squares.join("") };
}

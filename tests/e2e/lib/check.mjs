/** Claims a scenario makes; a false one ends the test with its sentence. */
import assert from "node:assert/strict";

export const check = {
  /** It is true. */
  ok: (value, sentence) => assert.ok(value, sentence),
  /** Both are the same, deeply. */
  equal: (is, expected, sentence) => assert.deepEqual(is, expected, sentence),
  /** They differ. */
  differ: (is, other, sentence) => assert.notDeepEqual(is, other, sentence),
  /** The text has this in it: a string or a pattern. */
  has: (text, part, sentence) => {
    const found = part instanceof RegExp ? part.test(text) : String(text).includes(part);
    assert.ok(found, sentence ?? `“${short(text)}” should have ${part} in it`);
  },
  /** The text has none of this in it. */
  lacks: (text, part, sentence) => {
    const found = part instanceof RegExp ? part.test(text) : String(text).includes(part);
    assert.ok(!found, sentence ?? `“${short(text)}” should not have ${part} in it`);
  },
  /** The list is empty; if not, it is shown. */
  none: (list, sentence = "this should be empty") => assert.ok(list.length === 0, `${sentence}:\n  ${list.join("\n  ")}`),
};

function short(text) {
  const line = String(text);
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
